"""Rules about the language of an edition: it has every text and pattern that English has, so that every page can be built and
checked completely.
"""

from __future__ import annotations

from collections.abc import Iterable

from evidence.checks.rules import Site, site_rule
from evidence.loading.editions import FIRST
from evidence.model.problems import Problem
from evidence.words import broken_patterns, load_part, names


@site_rule
def the_language_is_whole(site: Site) -> Iterable[Problem]:
    """The language has every text and every pattern that English has, under the same name in the same file."""
    ours = site.words.folder
    first = site.noted.folder
    for path in sorted(first.glob("*.yml")) if first != ours else ():
        here = ours / path.name
        given = set(names(load_part(here))) if here.is_file() else set()
        for name in sorted(set(names(load_part(path))) - given):
            yield Problem(here, 1, f'The language "{site.edition.language}" has no text or pattern "{name}".',
                          f"Add it. The English version is in evidence/words/{FIRST}/{path.name}.", "words")


@site_rule
def patterns_find_what_they_mean(site: Site) -> Iterable[Problem]:
    """Every pattern compiles, and none matches the empty string, since such a pattern matches everywhere."""
    for name, why in broken_patterns(site.words):
        yield Problem(site.words.folder / "language.yml", 1, f'The pattern "{name}" {why}.', "Correct it.", "words")
