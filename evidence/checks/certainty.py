"""Rules about verbs in prose: what a sentence says of an effect is no surer than the claims that rest on its sources.

A claim's card must match its grade (claims.py). The same finding told in running text, most often in the plain past
("eased", "did better", "did not"), is a claim too. So the keys of a sentence lead to the claims that cite them, and its
verb must fit the grade of one of them. A sentence that says in how many people something was found, or that the authors
say so, reports a study and promises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from evidence.checks.citations import CITED
from evidence.checks.numbers import bare
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page, unquoted
from evidence.loading import text_files
from evidence.loading.rows import parse_yaml, strings
from evidence.markdown.citations import keys_of
from evidence.model.claims import HEDGE, STRENGTH, Certainty
from evidence.model.numbers import numbers
from evidence.model.pages import Kind
from evidence.model.problems import Problem

MORE = r"(?:\w+ ){0,2}?(?:better|worse|more|less|as well|as much|best)"
EFFECT = re.compile(
    r"\b(?:eas(?:e|es|ed)|help(?:s|ed)|reliev(?:e|es|ed)|reduc(?:e|es|ed)|lower(?:s|ed)|improv(?:e|es|ed)|lessen(?:s|ed)?|"
    r"(?:may|might|can|could|will|would|to|probably) help|prevent(?:s|ed)|cure[sd]?|works|worked|lasts|lasted|fades|faded|beats?|"
    rf"(?:did|does|do|was|were|is|are|felt|feel|feels|slept|moved) {MORE}(?! (?:common|likely|often|than enough))|"
    r"(?:did|does|do) not(?: (?:help|ease|last|improve|relieve|reduce|lower|work)\b|(?=\s*(?:[.,;:]|$)))|"
    r"(?:had|has|have) (?:less|more|fewer) (?:pain|days)|ma(?:de|ke|kes) [\w ]{1,30}? (?:easier|harder|better|worse)|"
    r"(?:no|little|any) (?:clear )?(?:difference|advantage|gain|benefit|effect)|"
    r"(?:gain|relief|benefit) (?:was|is|were|lasted))\b", re.IGNORECASE)
"""Verbs that say what a treatment does, or did, for people."""

OUTCOME = re.compile(
    r"\b(?:pain|painful|hurt\w*|ache|sore\w*|disab\w+|function|daily|tasks?|life|limits|sleep\w*|mood|anxi\w+|stress\w*|calm\w*|relief|"
    r"move|movement|stiff\w*|days|work|backs?|people|massage|exercise|moving|treatment|therapy)\b", re.IGNORECASE)
"""What it is done to or by. Without one of these a sentence speaks of blood, tissue or dataset."""

WORDS = {
    "no study": (r"no (?:study|studies|trial|trials|review)",
                 r"nobody (?:has|have|knows|found|looked|followed)",
                 r"(?:not|never) (?:yet )?(?:been )?(?:shown|tested|studied|proven)",
                 r"(?:hardly|never) (?:been )?(?:tested|studied)"),
    "we do not know": (r"(?:do|does) not (?:\w+ )?know", r"not (?:\w+ )?(?:known|clear|sure|agree)",
                       r"un(?:known|clear|certain|sure)", r"disagree", r"no clear", r"not clearly", r"no longer clear\w*",
                       r"not confirm\w*", r"cannot (?:tell|say)", r"too (?:small|few|weak) to"),
    "may": (r"may|might|could|can|perhaps|possibly", r"(?:seem|appear|look|suggest|tend)(?:s|ed)?"),
    "probably": (r"probably", r"(?:is|are|was|were) likely"),
}
"""How prose hedges, weakest first; wider than a claim's one word."""

PATTERNS = {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for name, words in WORDS.items()}
GRADED = re.compile(
    r"\b(?:certainty|(?:our|the authors'?) (?:rating|grade)|(?:we|they|authors|reviewers) (?:rate|rated|grade|judge)|very low|"
    r"low to moderate|surer|weak evidence|true difference may be smaller)\b", re.IGNORECASE)
"""A paragraph that says how sure it is needs no second hedge."""

REPORTED = re.compile(r"\b(?:authors?|researchers?|reviewers?|review|trial|study|summary|source|guideline|NICE|WHO) "
                      r"(?:say|says|said|report|reports|reported|conclude|concludes|write|writes|wrote|calls?|found|finds|counted|set)\b|"
                      r"\b(?:one|another|others?)\b[^.]{0,40}\bfound\b|\b(?:is|are) reported\b|\breported as\b", re.IGNORECASE)
ASKED = re.compile(r"\b(?:if|whether|how (?:much|long|well)|what|which|why|to see)\b|\?", re.IGNORECASE)
KINDS = (Kind.HOME, Kind.GUIDE, Kind.EVIDENCE, Kind.SAFETY, Kind.ABOUT)
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])|\s\|\s")


@dataclass(frozen=True)
class Statement:
    """A sentence with the keys that stand for it, all that is said up to their citation, and whether its paragraph says how
    sure it is."""

    text: str
    keys: tuple[str, ...]
    line: int
    around: str = ""
    graded: bool = False


def statements(text: str, lines: Sequence[int]) -> Iterator[Statement]:
    """The sentences of a cited paragraph, whose lines have these numbers.

    A citation stands for its own sentence and for those before it that have none.
    """
    graded, start = bool(GRADED.search(text)), 0
    for match in CITED.finditer(text):
        around = said(text[start: match.start()])
        for sentence in SENTENCE.split(text[start: match.start()]):
            start = text.find(sentence, start)
            line = lines[min(text[: start + len(sentence) - len(sentence.lstrip())].count("\n"), len(lines) - 1)]
            yield Statement(said(sentence), tuple(keys_of(match[1])), line, around, graded)
        start = match.end()


def said(text: str) -> str:
    """A text in one line, without quotations, addresses and marks."""
    return bare(unquoted(text)).replace("\n", " ")


def of_page(page: Page) -> Iterator[Statement]:
    """The sentences of a page's cited paragraphs."""
    for run in page.paragraphs:
        lines = [line for line in run if not line.text.startswith("#")]
        yield from statements("\n".join(line.text for line in lines), [line.number for line in lines])


@lru_cache(maxsize=20_000)
def hedge(text: str) -> str | None:
    """The weakest hedge of a sentence, or None where it is plain."""
    return next((name for name in STRENGTH if PATTERNS[name].search(text)), None)


@lru_cache(maxsize=20_000)
def plain_effect(text: str, around: str) -> str:
    """The words of a sentence that say an effect as a general truth; empty where it says none, asks, or reports a study."""
    match = EFFECT.search(text)
    if not match or not OUTCOME.search(text) or ASKED.search(text[: match.start()]) or text.rstrip().endswith("?"):
        return ""
    counted = any(number.unit == "person" and number.value > 1 for number in numbers(around))
    return "" if counted or REPORTED.search(text) else match[0]


def fault(sentence: Statement, grades: Set[Certainty]) -> tuple[str, str] | None:
    """Why the verb of a sentence is surer than every claim that rests on its sources, and what to write instead."""
    words = plain_effect(sentence.text, sentence.around)
    if not words or not grades or sentence.graded or Certainty.HIGH in grades:
        return None
    best = max(grades, key=lambda grade: grade.dots)
    open_ = hedge(sentence.around) in STRENGTH[:2]  # "we do not know" holds for all that the citation stands for
    wanted, found = HEDGE[best], hedge(sentence.around if open_ else sentence.text)
    if wanted is None or (found is not None and STRENGTH.index(found) <= STRENGTH.index(wanted)):
        return None
    what = f'"{words}" is said plainly' if found is None else f'"{words}" is said with "{found}"'
    return (f"{what}, but the claims from {', '.join(sentence.keys)} are {best.value} at most.",
            f'Write "{wanted}" or a weaker word, say in how many people it was found, or say how sure we are.')


@page_rule
def verbs_fit_their_claims(page: Page, site: Site) -> Iterable[Problem]:
    """The verb of a cited sentence is no surer than the claims that rest on its sources, also in the past tense."""
    if page.kind not in KINDS or not site.readable:
        return
    for sentence in of_page(page):
        if wrong := fault(sentence, grades_of(sentence, site)):
            yield page.problem(sentence.line, *wrong, "verbs")


@site_rule
def verbs_of_the_decision_aid(site: Site) -> Iterable[Problem]:
    """The verbs of the decision aid are no surer than the claims that rest on the sources of its answers."""
    path = site.dataset.folder / "decision.yml"
    if site.dataset.decision is None or not site.readable:
        return
    data, _ = parse_yaml(text_files.read(path)[0], path)
    for line, text in strings(data):
        for sentence in statements(text, [line]):
            if wrong := fault(sentence, grades_of(sentence, site)):
                yield Problem(path, sentence.line, *wrong, "verbs")


def grades_of(sentence: Statement, site: Site) -> frozenset[Certainty]:
    """The grades of the claims that rest on the sources of a sentence."""
    return frozenset(claim.certainty for key in sentence.keys for claim in site.claims_from.get(key, ()))


def without_claims(site: Site) -> Iterator[Problem]:
    """Each sentence with an effect whose sources carry no claim, so that nothing tells whether its verb fits."""
    for page in site.pages.values():
        for sentence in of_page(page) if page.kind in KINDS else ():
            if not grades_of(sentence, site) and (words := plain_effect(sentence.text, sentence.around)):
                yield page.problem(sentence.line, f'"{words}" rests on {", ".join(sentence.keys)}, which no claim cites.',
                                   "Compare the verb with the source's own grade.", "verbs", warning=True)
