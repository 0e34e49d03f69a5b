"""Rules about certainty: a sentence about an effect must not sound more certain than the evidence.

Each claim in docs/data/claims.yml has a grade of certainty. Each sentence with a citation is compared with the claims that cite
the same sources. The verb of the sentence must fit the grade of at least one of these claims. Sentences that only report a single
study are not checked.
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
from evidence.loading.rows import parsed, strings
from evidence.markdown.citations import keys_of
from evidence.model.claims import HEDGED, Certainty, GradedBy, verb_fault
from evidence.model.effects import Effect, Treatment
from evidence.model.problems import Problem
from evidence.words import Words

SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])|\s\|\s")

SUBJECT = 3
"""The maximum number of words before the verb in a statement such as "Massage eases pain". With more words, a log entry describes
a change to the page."""


@dataclass(frozen=True)
class Statement:
    """A sentence to which a citation applies, and the keys of the cited sources. `around` is all the text to which the same
    citation applies. `graded` is True if the paragraph says how sure we are.
    """

    text: str
    keys: tuple[str, ...]
    line: int
    around: str = ""
    graded: bool = False


def statements(text: str, lines: Sequence[int], words: Words) -> Iterator[Statement]:
    """Split a paragraph into sentences, and yield the sentences to which a citation applies. A citation applies to all the text
    since the previous citation. `lines` contains the paragraph's line numbers.
    """
    graded, start = bool(words.pattern("graded").search(text)), 0
    for match in CITED.finditer(text):
        around = said(text[start: match.start()])
        for sentence in SENTENCE.split(text[start: match.start()]):
            start = text.find(sentence, start)
            line = lines[min(text[: start + len(sentence) - len(sentence.lstrip())].count("\n"), len(lines) - 1)]
            yield Statement(said(sentence), tuple(keys_of(match[1])), line, around, graded)
        start = match.end()


def said(text: str) -> str:
    """Return Markdown as plain text on one line, without quotations or web addresses."""
    return bare(unquoted(text)).replace("\n", " ")


@lru_cache(maxsize=256)
def of_page(page: Page, words: Words) -> tuple[Statement, ...]:
    """Return all statements on a page. The result is cached, because several rules call this function."""
    runs = ([line for line in run if not line.text.startswith("#")] for run in page.paragraphs)
    return tuple(found for lines in runs for found in statements("\n".join(line.text for line in lines),
                                                                 [line.number for line in lines], words))


@lru_cache(maxsize=20_000)
def hedge(text: str, words: Words) -> Certainty | None:
    """Return the certainty that a sentence expresses with a hedge, for example "low" for "may". If the sentence contains several
    hedges, return the lowest certainty. If it contains none, return None.
    """
    return next((grade for grade, said in words.hedges.items() if said.prose.search(text)), None)


@lru_cache(maxsize=20_000)
def plain_effect(text: str, around: str, words: Words) -> str:
    """Return the words with which a sentence states an effect as a general truth. Return an empty string for all other
    sentences, including questions and reports of a single study.
    """
    match = words.pattern("effect").search(text)
    if not match or not words.pattern("outcome").search(text) or text.rstrip().endswith("?"):
        return ""
    asked = [*words.pattern("asks_whether").finditer(text[: match.start()])]
    # in "if it hurts, massage helps", the words after the comma state an effect
    if asked and "," not in text[asked[-1].end(): match.start()]:
        return ""
    counted = any(number.unit == "person" and number.value > 1 for number in words.numbers.numbers(around))
    return "" if counted or words.pattern("reports_a_study").search(text) else match[0]


def fault(sentence: Statement, grades: Set[Certainty], words: Words) -> tuple[str, str] | None:
    """Return (fault, what to write instead) if a sentence sounds more certain than the highest of the given grades. Otherwise,
    return None.
    """
    effect = plain_effect(sentence.text, sentence.around, words)
    if not effect or not grades or sentence.graded or Certainty.HIGH in grades:
        return None
    best = max(grades, key=lambda grade: grade.dots)
    open_ = hedge(sentence.around, words) in HEDGED[:2]  # "we do not know" applies to all sentences that share the citation
    found = hedge(sentence.around if open_ else sentence.text, words)
    if found is not None and HEDGED.index(found) <= HEDGED.index(best):
        return None
    what = f'"{effect}" is stated without a word such as "{words.hedges[Certainty.LOW].say}"' if found is None else (
        f'"{effect}" is stated with "{words.hedges[found].say}"')
    return (f"{what}, but no claim that cites {', '.join(sentence.keys)} has more than {best.value} certainty.",
            f'Write "{words.hedges[best].say}" or a weaker word, give the number of people studied, or say how sure we are.')


def oversize(text: str, words: Words) -> str:
    """Return the first phrase that calls an effect large or lasting, or an empty string. Phrases after a negation do not count.
    """
    return next((match[0] for match in words.pattern("oversize").finditer(text)
                 if not words.pattern("not_oversize").search(text[: match.start()])), "")


@page_rule
def sizes_fit_their_claims(page: Page, site: Site) -> Iterable[Problem]:
    """A sentence must not call an effect large or lasting ("a great deal", "for years") if all claims that cite the same sources
    have low or very low certainty. Words that one of these claims uses are allowed.
    """
    if page.kind is None or not page.kind.traits.certain or not site.readable:
        return
    for sentence in of_page(page, site.words):
        grades = grades_of(sentence, site)
        if not grades or max(grade.dots for grade in grades) > Certainty.LOW.dots:
            continue
        said = plain_effect(sentence.text, sentence.around, site.words) and oversize(sentence.text, site.words)
        known = [claim for key in sentence.keys for claim in site.claims_from.get(key, ())]
        if said and not any(said.lower() in f"{claim.we_say} {claim.size} {claim.time}".lower() for claim in known):
            yield page.problem(sentence.line, f'"{said}" goes beyond every claim that cites {", ".join(sentence.keys)}.',
                               "Give the size and the duration as in docs/data/claims.yml, or remove these words.",
                               "verbs")


@page_rule
def descriptions_fit_their_claims(page: Page, site: Site) -> Iterable[Problem]:
    """If no claim on a page has moderate or high certainty, the page's description and log of changes must not call an effect
    large or lasting. They must state each effect with a word such as "may".
    """
    if page.meta is None or not page.for_readers or not site.readable:
        return
    keys = {key for sentence in of_page(page, site.words) for key in sentence.keys}
    claims = {claim.id: claim for key in keys for claim in site.claims_from.get(key, ())}
    ours = [claim for claim in claims.values() if claim.id == page.meta.sure] or list(claims.values())
    if any(claim.certainty.dots > Certainty.LOW.dots for claim in ours):
        return
    for line, text in [(page.meta.at("description"), page.meta.description), *page.log]:
        for sentence in SENTENCE.split(said(text)):
            effect = plain_effect(sentence, sentence, site.words)
            flat = effect and not effect.startswith("to ") and hedge(sentence, site.words) is None and (
                len(sentence[:sentence.find(effect)].split()) <= SUBJECT)
            if effect and (much := oversize(sentence, site.words)):
                yield page.problem(line, f'"{much}" goes beyond the evidence on this page.', "Remove these words.", "verbs")
            elif flat:
                yield page.problem(line, f'"{effect}" goes beyond the evidence on this page.',
                                   f'Write "{site.words.hedges[Certainty.LOW].say}" before the verb, or remove these words.',
                                   "verbs")


@site_rule
def claims_of_low_certainty_stay_small(site: Site) -> Iterable[Problem]:
    """A claim with low or very low certainty must not call an effect large or lasting."""
    for claim in site.dataset.claims.values():
        if claim.certainty.dots <= Certainty.LOW.dots and (said := oversize(claim.we_say, site.noted)):
            yield Problem(site.dataset.folder / "claims.yml", claim.at("we_say"),
                          f'"{said}" in "we_say" of "{claim.id}" is too strong for a claim whose certainty is '
                          f"{claim.certainty.value}.",
                          'Remove these words. If a study measured the effect, write the number in the field "size".', "verbs")


@page_rule
def verbs_fit_their_claims(page: Page, site: Site) -> Iterable[Problem]:
    """A sentence with a citation must not sound more certain than the claims that cite the same sources. Sentences in the past
    tense are checked like all others.
    """
    if page.kind is None or not page.kind.traits.certain or not site.readable:
        return
    for sentence in of_page(page, site.words):
        if wrong := fault(sentence, grades_of(sentence, site), site.words):
            yield page.problem(sentence.line, *wrong, "verbs")


@site_rule
def claims_say_how_sure_we_are(site: Site) -> Iterable[Problem]:
    """The verb of each claim must fit the claim's certainty, for example "may" for low certainty."""
    for claim in site.dataset.claims.values():
        if wrong := verb_fault(claim.we_say, claim.certainty, site.words.hedges):
            yield Problem(site.dataset.folder / "claims.yml", claim.at("we_say"),
                          f'The verb in "we_say" of "{claim.id}" does not fit the certainty of this claim: {wrong}.',
                          "Change the verb. If the evidence has changed, change the certainty instead. STYLE.md S15 lists the "
                          "verbs.", "verbs")


@site_rule
def grades_are_where_they_come_from(site: Site) -> Iterable[Problem]:
    """A grade that the authors of a source gave must be in our note on this source. A grade above "low" that we gave to a data
    row must be in the row's note. The "grade_note" of a claim must not contradict the claim's verdict or grade.
    """
    dataset = site.dataset
    graded: list[tuple[str, int, str, str, Sequence[str], str]] = [
        ("claims.yml", row.at("certainty"), row.graded_by, row.certainty, row.sources, "")
        for row in dataset.claims.values() if row.graded_by is GradedBy.AUTHORS]
    rows: dict[str, Iterable[Effect | Treatment]] = {
        "effects.csv": dataset.effects.values(), "treatments.csv": dataset.treatments}
    graded += [(file, row.line, row.certainty_by, row.certainty, [getattr(row, "grade_source", "") or row.source], row.note)
               for file, given in rows.items() for row in given if row.certainty != "not stated"]
    for file, line, by, grade, keys, note in graded if site.readable else ():
        ours = by == GradedBy.EDITORS
        said = note if ours else " ".join(dataset.references[key].found for key in keys if key in dataset.references)
        words = [rf"\b{grade}\b", *(hedge.prose.pattern for of, hedge in site.noted.hedges.items() if of.value == grade)]
        if not (ours and grade.endswith("low")) and not re.search("|".join(words), said, re.IGNORECASE):
            our_note = 'the "note" of the row' if ours else f'the "annote" of {", ".join(keys)} in references.bib'
            yield Problem(dataset.folder / file, line, f'The grade "{grade}" (given by the {by}) is not in {our_note}.',
                          f"Correct the grade, or explain in {our_note} who gave the grade and why.", "verbs")
    for claim in dataset.claims.values():
        has = {claim.certainty.value, claim.verdict.value}
        for match in site.noted.pattern("grade_named").finditer(claim.grade_note):
            if (word := next(filter(None, match.groups())).lower()) not in has:
                yield Problem(dataset.folder / "claims.yml", claim.at("certainty"),
                              f'"grade_note" of "{claim.id}" says "{word}", but the claim has the verdict '
                              f'"{claim.verdict.value}" and the certainty "{claim.certainty.value}".',
                              "Make the note agree with the verdict and the certainty.", "verbs")


@site_rule
def verbs_of_the_decision_aid(site: Site) -> Iterable[Problem]:
    """A sentence in the decision aid must not sound more certain than the claims that cite the same sources."""
    path = site.dataset.folder / "decision.yml"
    if site.dataset.decision is None or not site.readable:
        return
    data, *_ = parsed(path)
    for line, text in strings(data):
        for sentence in statements(text, [line], site.words):
            if wrong := fault(sentence, grades_of(sentence, site), site.words):
                yield Problem(path, sentence.line, *wrong, "verbs")


def grades_of(sentence: Statement, site: Site) -> frozenset[Certainty]:
    """Return the grades of all claims that cite one of the sentence's sources."""
    return frozenset(claim.certainty for key in sentence.keys for claim in site.claims_from.get(key, ()))


def without_claims(site: Site) -> Iterator[Problem]:
    """Yield a warning for each sentence that states an effect but shares no source with any claim."""
    for page in site.pages.values():
        for sentence in of_page(page, site.words) if page.kind and page.kind.traits.certain else ():
            if not grades_of(sentence, site) and (words := plain_effect(sentence.text, sentence.around, site.words)):
                yield page.problem(sentence.line, f'No claim cites the source given for "{words}" ({", ".join(sentence.keys)}).',
                                   "Check that the sentence sounds no more certain than the source itself.", "verbs",
                                   warning=True)
