"""Rules about words. The list of phrases is data: wording.yml, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.findings import Finding
from evidence.pages import Kind
from evidence.rows import Record, read_yaml

DENIED = re.compile(r"\b(nobody|no (?:study|studies|trial|trials|one)|never|cannot|not(?! only))\b[^.?!]*$", re.IGNORECASE)
"""A phrase after one of these words in its own sentence is denied, not claimed."""

REPORTED = re.compile(r"\b(you (may|will|might|often)?\s?(hear|read)|(people|some|many|therapists) (\w+ )?(say|claim|believe|hope)|"
                      r"promises?|claims?|beliefs?|explanations?|ideas?|"
                      r"it is (often )?said|are (often )?told)\b[^.?!]*$", re.IGNORECASE)
ANSWERED = re.compile(r"\b(no (study|studies|trial|trials)|nobody|not (been )?shown|has not|have not|is not|are not|never|cannot|"
                      r"partly right|less clear|unclear)\b",
                      re.IGNORECASE)
"""A phrase that others say and that the same paragraph answers is reported, not claimed."""

ASKED = re.compile(r"\b(if|whether)\b[^.?!,;:]*$", re.IGNORECASE)
QUESTION = re.compile(r"[^.?!]*\?")
"""A phrase in a question, or after "if", is not claimed either."""

LIST = Path(__file__).with_name("wording.yml")


class Phrase(Record):
    """A phrase we do not use, and what to write instead."""

    phrase: str = Field(description="a pattern (regular expression), matched without regard to case")
    instead: str = Field(description="what to write instead")
    why: str = Field(description="the reason")
    kinds: list[Kind] = Field(default_factory=list, description="only on these kinds of page; empty = all")
    warning: bool = Field(False, description="true where the words can be innocent: somebody looks, nothing fails")


@lru_cache(maxsize=1)
def phrases() -> tuple[list[tuple[re.Pattern[str], Phrase]], list[Finding]]:
    """The list, compiled."""
    records, findings = read_yaml(LIST, Phrase, "phrase")
    return [(re.compile(rf"\b(?:{r.phrase})", re.IGNORECASE), r) for r in records], findings


def said(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place where a phrase is claimed: not quoted, denied or asked, nor reported in order to be answered."""
    return next((m for m in pattern.finditer(text) if claimed(text[: m.start()], text[m.end():])), None)


def claimed(before: str, after: str) -> bool:
    """Whether a phrase between these two is said in our own voice."""
    if DENIED.search(before) or ASKED.search(before) or QUESTION.match(after):
        return False
    return not (REPORTED.search(before) and ANSWERED.search(after))


@page_rule
def do_not_say(page: Page, _site: Site) -> Iterable[Finding]:
    """No phrase of the list, unless it is quoted in order to be refuted."""
    for pattern, record in phrases()[0]:
        if record.kinds and page.kind not in record.kinds:
            continue
        found: set[str] = set()
        for line, text in page.passages:
            if (match := said(pattern, text)) and f"{line}{match[0]}" not in found:
                found |= {f"{line}{match[0]}", f"{line - 1}{match[0]}"}
                yield page.finding(line, f'"{match[0]}": {record.why}.', f"{record.instead}.", "wording", record.warning)


@site_rule
def do_not_say_in_data(site: Site) -> Iterable[Finding]:
    """The sentences in claims and glossary keep to the same words."""
    texts = [("claims.yml", c.line, " ".join((c.we_say, c.size, c.why_not_surer))) for c in site.library.claims.values()]
    texts += [("glossary.yml", t.line, f"{t.short} {t.long}") for t in site.library.terms.values()]
    texts += [("safety-check.yml", q.line, " ".join(q.words)) for q in site.library.questions]
    texts += [("warning-signs.yml", c.line, " ".join((c.heading, c.lead, c.tail, *(s.text for s in c.signs))))
              for c in site.library.cards.values()]
    texts += [("guidelines.yml", g.line, " ".join((g.position, g.note))) for g in site.library.guidelines]
    texts += [("registers.yml", r.line, " ".join((r.where_to_check, r.what_it_shows, r.note))) for r in site.library.registers]
    texts += [("helplines.yml", h.line, " ".join((h.emergency_note, h.advice_note, h.crisis_note)))
              for h in site.library.helplines]
    for file, line, text in texts:
        bare = re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)
        for pattern, record in phrases()[0]:
            if not record.kinds and (match := said(pattern, bare)):
                yield Finding(site.library.folder / file, line, f'"{match[0]}": {record.why}.', f"{record.instead}.", "wording",
                              record.warning)


@site_rule
def list_is_sound(_site: Site) -> Iterable[Finding]:
    """The list of phrases itself has no mistakes."""
    return phrases()[1]
