"""Rules about the language of short pages: a short page must use plain words and whole numbers, and leave details to its
studies page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Line, Page
from evidence.model.pages import Kind, Layer
from evidence.model.problems import Problem

DECIMAL = re.compile(r"(?<![\d.,§])\d+\.\d+(?![\d.])")
CLAUSE = re.compile(r"(?<=[.?!;:])[”\"’)]*\s+|\|")
"""Matches the end of a statement. A semicolon separates two statements, and so does the border of a table cell."""

STUDIES_ONLY = {"claim": "a claim card", "effects": "a forest plot", "course": "a chart of how an effect fades",
                "treatments": "a chart of all treatments", "ledger": "the list of claims"}
"""Data blocks that may be only on studies pages, each with what it shows."""

MAX_IN_A_FACT = 20
"""Maximum number of words in an answer of the fact strip."""

WITH_FACTS = ("benefits/", "techniques/", "treatments/")
"""The folders whose pages are each about one treatment, technique or benefit. These pages need a fact strip, unless they are
overviews or not of kind "evidence"."""

MAX_PAGES = 3
"""Maximum number of pages on which the same sentence may appear."""

FEWEST_WORDS = 5
"""Minimum number of words for a sentence to count as repeated."""

BEFORE_A_LINE = re.compile(r"[.]\s*\[![^\]]*\]")
MARKS = re.compile(r"\[[@!][^\]]*\]|\{#[\w-]+\}")
LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def spoken(page: Page) -> Iterator[tuple[int, str]]:
    """Yield each line on a page and each string in its data blocks, as (line number, text), without quotations, citations and
    inserted warning signs.
    """
    for line in page.lines:
        yield line.number, MARKS.sub(" ", line.unquoted)
    written = {line.number for line in page.lines}
    for number, text in page.passages:
        if number > page.body_start and number not in written and " " in text.strip():
            yield number, text


@page_rule
def short_pages_speak_plainly(page: Page, site: Site) -> Iterable[Problem]:
    """A short page must not contain jargon, say who rated the evidence, or repeat second-hand reports. All of these belong on
    studies pages.

    As an exception, a list of countries may say that a health system is "reported" to pay for something, with the source and
    the date.
    """
    if page.layer is not Layer.SHORT:
        return
    countries = {line.number for line in page.lines if line.block == "countries"}
    for number, text in spoken(page):
        for match in (site.words.pattern("ledger").search(text), site.words.pattern("trade").search(text)):
            if match and number not in countries:
                yield page.problem(number, f'"{match[0]}" belongs on the studies page.',
                                   'Use plain words instead, or remove the phrase. The field "sure" in the front matter already '
                                   "tells readers how sure we are.",
                                   "short pages")


@page_rule
def short_pages_count_in_whole_numbers(page: Page, site: Site) -> Iterable[Problem]:
    """A short page must not contain decimal numbers or confidence intervals. For example, "about half a year" is better than
    "0.5 years".
    """
    if page.layer is not Layer.SHORT:
        return
    for number, text in spoken(page):
        if match := DECIMAL.search(text):
            yield page.problem(number, f'"{match[0]}" is too precise for a short page.',
                               'Round the number, or use words such as "about half". Write the exact number on the studies page.',
                               "plain numbers")
        if match := site.words.pattern("interval").search(text):
            yield page.problem(number, f'"{match[0]}" belongs on the studies page.',
                               'Describe the confidence interval in words, for example "the true gain may be smaller".',
                               "plain numbers")


def statements(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the sentences and clauses in a page's paragraphs, as (number of the first line, text)."""
    for run in page.paragraphs:
        text = "\n".join(line.unquoted for line in run)
        start = 0
        for part in CLAUSE.split(text):
            at = text.index(part, start)
            start = at + len(part)
            yield run[min(text[:at].count("\n"), len(run) - 1)].number, " ".join(part.split())


@page_rule
def one_hedge_is_enough(page: Page, site: Site) -> Iterable[Problem]:
    """A sentence or clause on a short page must contain at most one hedge: "may", "might", "perhaps", "possibly", "probably" or
    "seems".
    """
    if page.layer is not Layer.SHORT:
        return
    hedge, no_hedge = site.words.pattern("hedge"), site.words.pattern("no_hedge")
    for number, text in statements(page):
        hedges = [match[0] for match in hedge.finditer(no_hedge.sub(" ", text))]
        if len(hedges) > 1:
            yield page.problem(number,
                               f'The sentence contains both "{hedges[0]}" and "{hedges[1]}", but one of these words is enough.',
                               "Keep the word that matches the certainty of the claim, or split the sentence.", "hedges")


@page_rule
def short_pages_leave_the_studies_behind(page: Page, site: Site) -> Iterable[Problem]:
    """Forest plots, boxes about claims, and sections such as "What we do not know" must be on studies pages, not on short
    pages.
    """
    if page.layer is not Layer.SHORT:
        return
    for fence in page.fences:
        if fence.name in STUDIES_ONLY:
            yield page.problem(fence.line,
                               f'The block "{fence.name}" shows {STUDIES_ONLY[fence.name]}, which belongs on a studies page.',
                               "Move the block to the studies page, and write one sentence here that says what the block "
                               'shows. Or use the block "everyday", "icons" or "figure" instead.', "two layers")
    for heading in page.headings:
        if site.words.pattern("unknowns").search(heading.text):
            yield page.problem(heading.line, f'The section "{heading.text}" belongs on the studies page.',
                               'Move the section to the studies page. If readers need part of it to make a decision, write '
                               '"nobody knows whether …" in the text here.', "two layers")


def rows_of_facts(page: Page) -> list[tuple[Line, list[Line]]]:
    """Return the labels in a page's fact strip (the short list of facts at the top), each with the lines of its answer."""
    openings = {line for name, line in page.blocks if name == "facts"}
    rows: list[tuple[Line, list[Line]]] = []
    for line in page.lines:
        if line.block != "facts" or line.number in openings or not line.text.strip():
            continue
        if not line.text.startswith((":", " ")):
            rows.append((line, []))
        elif rows:
            rows[-1][1].append(line)
    return rows


@page_rule
def facts_have_their_labels(page: Page, site: Site) -> Iterable[Problem]:
    """On every page except the home page, the fact strip (the short list of facts at the top) must have the same eight labels
    in the same order, so that readers can compare pages.

    Every page about a treatment, a technique or a benefit must have a fact strip. The home page has a shorter fact strip.
    """
    strips = [line for name, line in page.blocks if name == "facts"]
    wants = site.words["facts"]
    if page.kind is Kind.HOME:
        return
    if not strips:
        needed = page.name.startswith(WITH_FACTS) and not page.name.endswith("index.md")
        if needed and page.kind is Kind.EVIDENCE and page.layer is Layer.SHORT:
            yield page.problem(page.body_start + 1, "The page has no fact strip.",
                               f'Add a "/// facts" block below the first paragraph, with the labels: {"; ".join(wants)}.',
                               "fact strip")
        return
    for extra in strips[1:]:
        yield page.problem(extra, "The page has a second fact strip.", "Keep only one.", "fact strip")
    labels = [(line, line.text.strip()) for line, _ in rows_of_facts(page)]
    for (line, given), wanted in zip(labels, wants, strict=False):
        if given != wanted:
            yield page.problem(line.number, f'The fact strip has the label "{given}" where "{wanted}" should be.',
                               f"Use these labels, in this order: {'; '.join(wants)}.", "fact strip")
            return
    if len(labels) != len(wants):
        yield page.problem(strips[0], f"The fact strip must have {len(wants)} labels, but it has {len(labels)}.",
                           f"Use these labels, in this order: {'; '.join(wants)}.", "fact strip")


@page_rule
def facts_are_short(page: Page, _site: Site) -> Iterable[Problem]:
    """An answer in the fact strip (the short list of facts at the top of a page) must have at most 20 words and no full stop.
    Warning signs and safety lines inserted from the data do not count.
    """
    for label, lines in rows_of_facts(page):
        text = " ".join(LINKED.sub(r"\1", MARKS.sub("", line.text.lstrip(": "))) for line in lines)
        words = re.findall(r"\S*\w\S*", text)
        at, asked = (lines or [label])[0].number, label.text.strip()
        if not lines:
            yield page.problem(at, f'The label "{asked}" has no answer.',
                               "Begin the next line with a colon, and write the answer after it.", "fact strip")
        if len(words) > MAX_IN_A_FACT:
            yield page.problem(at, f'The answer to "{asked}" has {len(words)} words, but the maximum is {MAX_IN_A_FACT}.',
                               "Shorten the answer, and move the rest to the text below.", "fact strip")
        if re.search(r"\w[.](?:\s|$)", BEFORE_A_LINE.sub("", " ".join(line.text for line in lines))):
            yield page.problem(at, f'The answer to "{asked}" has a full stop.',
                               "Remove the full stop. If there are two sentences, join them with a semicolon.", "fact strip")


def told(page: Page) -> dict[str, tuple[int, str]]:
    """Return the sentences in a page's running text, as {sentence in lower case without punctuation: (line number, original
    sentence)}.
    """
    found: dict[str, tuple[int, str]] = {}
    for run in page.paragraphs:
        if run[0].text.startswith(("#", "|")) or run[0].block == "next":
            continue
        text = LINKED.sub(r"\1", MARKS.sub("", " ".join(line.text.strip() for line in run)))
        for sentence in re.split(r"(?<=[.?!])[”\"’)]*\s+", re.sub(r"^\s*(?:[-*+:]|\d+\.)\s+", "", text)):
            words = re.findall(r"[\w'’]+", sentence.lower())
            if len(words) >= FEWEST_WORDS and sentence.rstrip().endswith((".", "?", "!", ".”", "?”", "!”")):
                found.setdefault(" ".join(words), (run[0].number, " ".join(sentence.split())))
    return found


@site_rule
def no_sentence_everywhere(site: Site) -> Iterable[Problem]:
    """No sentence that an author typed may be on more than three pages. If more pages need the sentence, put it into a data
    file.

    Leaflets do not count, because people may get a leaflet without the rest of the site.
    """
    places: dict[str, list[Page]] = {}
    said = {page.name: told(page) for page in site.pages.values() if page.layer is not Layer.LEAFLET}
    for name, sentences in said.items():
        for sentence in sentences:
            places.setdefault(sentence, []).append(site.pages[name])
    for sentence, pages in places.items():
        if len(pages) > MAX_PAGES:
            for page in pages:
                line, words = said[page.name][sentence]
                others = [other.name for other in pages if other is not page]
                yield page.problem(line,
                                   f"The sentence \"{words}\" is on {len(pages)} pages: this page, {', '.join(others)}.",
                                   "Keep the sentence on one page, and link to that page from the others. Or move the sentence "
                                   "to docs/data/safety-lines.yml, and insert it with [!id].", "repeated")
