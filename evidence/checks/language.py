"""Rules about languages: every language must have the same interface strings and search patterns as English.

Pages must also quote the names of buttons and links exactly.
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.loading import text_files
from evidence.loading.editions import FIRST
from evidence.loading.rows import strings
from evidence.loading.settings import load_settings
from evidence.model.problems import Problem
from evidence.words import broken_patterns, load_part, names


@site_rule
def the_language_is_whole(site: Site) -> Iterable[Problem]:
    """Every language must have the interface strings and search patterns that English has, under the same names."""
    ours = site.words.folder
    first = site.noted.folder
    for path in sorted(first.glob("*.yml")) if first != ours else ():
        here = ours / path.name
        given = set(names(load_part(here))) if here.is_file() else set()
        for name in sorted(set(names(load_part(path))) - given):
            yield Problem(here, 1, f'The language "{site.edition.language}" has no entry "{name}".',
                          f"Add the entry. Its English version is in evidence/words/{FIRST}/{path.name}.", "words")


@site_rule
def pages_are_in_the_language_of_the_theme(site: Site) -> Iterable[Problem]:
    """The theme's language in mkdocs.yml must be English, the language of the pages in docs/."""
    config = site.edition.config
    if config.exists() and (language := load_settings(site.edition).language) != FIRST:
        line = next((number for number, text in enumerate(text_files.read(config)[0].split("\n"), 1)
                     if text.strip().startswith("language:")), 1)
        yield Problem(config, line, f'The theme\'s language is "{language}", but the pages in docs/ are in English.',
                      f'Write "language: {FIRST}". Pages in other languages are in docs/<language>/.', "words")


@site_rule
def patterns_find_what_they_mean(site: Site) -> Iterable[Problem]:
    """Every search pattern must be a valid regular expression. No pattern may match the empty string, because it
    would then match everywhere.
    """
    for name, has_fault in broken_patterns(site.words):
        yield Problem(site.words.folder / "language.yml", 1, f'The pattern "{name}" {has_fault}.', "Correct the pattern.",
                      "words")


@page_rule
def buttons_are_called_what_they_say(page: Page, site: Site) -> Iterable[Problem]:
    """If a page tells readers to choose a button or link, such as "Edit this page", that button or link must exist on this
    site, or must be listed under "pressed_elsewhere" in language.yml.
    """
    pressed = site.noted.pattern("pressed")
    for line in page.lines:
        for match in pressed.finditer(line.text):
            if not any(said.startswith(match[1]) for _, said in strings(site.noted.parts)):
                yield page.problem(line.number, f'No button or link on this site is called "{match[1]}".',
                                   "Quote the name of the button or link exactly as in evidence/words/en/. If the button or link "
                                   'is on another site, add its name to "pressed_elsewhere" in '
                                   "evidence/words/en/language.yml.", "words")


@site_rule
def readers_know_the_words_of_certainty(site: Site) -> Iterable[Problem]:
    """The table in about/how-we-know.md must give the word for each grade of certainty, for example "may" or "probably"."""
    page = site.pages.get("about/how-we-know.md")
    rows = {line.text.split("|")[1].strip().lower(): line for line in page.lines if line.text.startswith("|")} if page else {}
    for grade, hedge in site.words.hedges.items() if page else ():
        line = rows.get(grade.value)
        if page and (line is None or hedge.say not in line.text):
            line_number = line.number if line else 1
            yield page.problem(line_number,
                               f'The table does not give the word "{hedge.say}" for the grade "{grade.value}".',
                               'Write the word that the list "hedges" in evidence/words/en/language.yml gives for this grade. To '
                               'use a different word everywhere, see "The words of certainty themselves" in '
                               "evidence/README.md.", "words")
