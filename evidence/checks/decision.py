"""Rules about decision.yml, the data for the decision aid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from evidence.checks.citations import CITED
from evidence.checks.rules import Site, site_rule
from evidence.checks.wording import phrases
from evidence.loading import text_files
from evidence.markdown.citations import keys_of
from evidence.model.claims import verb_fault
from evidence.model.decision import Decision
from evidence.model.problems import Problem


def _place(site: Site, text: str) -> tuple[Path, int]:
    path = site.dataset.folder / "decision.yml"
    lines = text_files.read(path)[0].split("\n")
    return path, next((n for n, line in enumerate(lines, 1) if text[:40] in line), 1)


def _problem(site: Site, text: str, what: str, instead: str, rule: str, about: str = "") -> Problem:
    path, line = _place(site, text)
    return Problem(path, line, what, instead, rule, about=about)


def _aid(site: Site) -> Decision | None:
    return site.dataset.decision


@site_rule
def decision_is_sourced(site: Site) -> Iterable[Problem]:
    """An answer in the decision aid that contains a number must cite a source. Every cited source must be in references.bib."""
    for text in aid.texts if (aid := _aid(site)) else ():
        match = site.words.pattern("measured").search(text)
        if match and not CITED.search(text):
            yield _problem(site, text, f'The answer contains "{match[0]}" but cites no source.',
                          "Add a citation such as [@key], or leave the number out.", "numbers")
        for cited in CITED.finditer(text):
            for key in keys_of(cited[1]):
                if key not in site.dataset.references:
                    yield _problem(site, text, f'The source "{key}" is not in references.bib.',
                                  "Check the spelling, or add the source.", "sources", about=key)


@site_rule
def decision_keeps_to_our_words(site: Site) -> Iterable[Problem]:
    """The decision aid must not contain any phrase that wording.yml forbids, and must not recommend any option."""
    for text in aid.texts if (aid := _aid(site)) else ():
        bare = re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)
        for words, record in phrases(site.words).claimed(bare):
            yield _problem(site, text, f'"{words}": {record.why}.', f"{record.instead}.", "wording")
        if match := site.words.pattern("chooses_for_the_reader").search(bare):
            yield _problem(site, text, f'"{match[0]}" tells the reader what to choose.',
                          "Say what the option does, and leave the choice to the reader.", "decision aid")


@site_rule
def decision_says_how_sure_we_are(site: Site) -> Iterable[Problem]:
    """In the first answer about each option, the verb must fit the certainty that decision.yml gives for the option."""
    for option in aid.options if (aid := _aid(site)) else ():
        answer = next(iter(option.answers.values()))
        if wrong := verb_fault(answer, option.certainty, site.words.hedges):
            yield _problem(site, answer, f'The verb in the first answer of "{option.id}" does not fit the certainty: {wrong}.',
                           "Change the verb. If the evidence has changed, change the certainty instead. STYLE.md S15 lists the "
                           "verbs.", "verbs")


@site_rule
def decision_links(site: Site) -> Iterable[Problem]:
    """Every option in the decision aid must link to a page that exists."""
    for option in aid.options if (aid := _aid(site)) else ():
        if option.page.partition("#")[0] not in site.pages:
            yield _problem(site, option.page, f'The page "{option.page}" does not exist.', "Check the path.", "links")
