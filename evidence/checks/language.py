"""Rules about the language of an edition (the site in one language). The language must have every interface string and search
pattern that English has, so that every page can be built and checked completely. Pages must quote the wording of buttons and
links exactly.
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.loading.editions import FIRST
from evidence.loading.rows import strings
from evidence.model.problems import Problem
from evidence.words import broken_patterns, load_part, names


@site_rule
def the_language_is_whole(site: Site) -> Iterable[Problem]:
    """Each language must have all interface strings and search patterns that English has, with the same names and in the same
    files.
    """
    ours = site.words.folder
    first = site.noted.folder
    for path in sorted(first.glob("*.yml")) if first != ours else ():
        here = ours / path.name
        given = set(names(load_part(here))) if here.is_file() else set()
        for name in sorted(set(names(load_part(path))) - given):
            yield Problem(here, 1, f'The language "{site.edition.language}" has no entry "{name}".',
                          f"Add the entry. The English version is in evidence/words/{FIRST}/{path.name}.", "words")


@site_rule
def patterns_find_what_they_mean(site: Site) -> Iterable[Problem]:
    """Every search pattern must be a valid regular expression. It must not match the empty string, because it would then match
    everywhere.
    """
    for name, why in broken_patterns(site.words):
        yield Problem(site.words.folder / "language.yml", 1, f'The pattern "{name}" {why}.', "Correct it.", "words")


@page_rule
def buttons_are_called_what_they_say(page: Page, site: Site) -> Iterable[Problem]:
    """If a page tells readers to choose a button or link, such as "Edit this page", this site must have a button or link with
    that wording. Names of buttons on other sites are listed under "pressed_elsewhere".
    """
    pressed = site.noted.pattern("pressed")
    for line in page.lines:
        for match in pressed.finditer(line.text):
            if not any(said.startswith(match[1]) for _, said in strings(site.noted.parts)):
                yield page.problem(line.number, f'No button or link on this site is called "{match[1]}".',
                                   "Quote the button or link exactly as in evidence/words/en/. If it is on another site, add "
                                   'its name to "pressed_elsewhere" in evidence/words/en/language.yml.', "words")


@site_rule
def readers_know_the_words_of_certainty(site: Site) -> Iterable[Problem]:
    """For each grade of certainty, the table in about/how-we-know.md must give the word used in claims ("may", "probably")."""
    page = site.pages.get("about/how-we-know.md")
    rows = {line.text.split("|")[1].strip().lower(): line for line in page.lines if line.text.startswith("|")} if page else {}
    for grade, hedge in site.words.hedges.items() if page else ():
        line = rows.get(grade.value)
        if page and (line is None or hedge.say not in line.text):
            yield page.problem(line.number if line else 1,
                               f'The table does not give the word "{hedge.say}" for the grade "{grade.value}".',
                               'Use the word for this grade from "hedges" in evidence/words/en/language.yml. '
                               'evidence/README.md lists the other places to change '
                               '("The words of certainty themselves").', "words")
