"""A rule about the frame of every page: the header, footer and menus around the page's own text."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.checks.rules import Site, site_rule
from evidence.loading.editions import FIRST
from evidence.markdown.frame_parts import outdated
from evidence.model.problems import Problem


@site_rule
def generated_parts(site: Site) -> Iterable[Problem]:
    """The generated files of the page frame, such as styles and emergency numbers, must match their sources in styles/,
    docs/data/ and evidence/words/.
    """
    # all languages share these files, so only the check of the English site compares them
    if (site.root / "styles").is_dir() and site.readable and site.edition.language == FIRST:
        for path in outdated(site.edition):
            yield Problem(path, 1, "This generated file is out of date.",
                          "Run: python -m evidence frame. The command overwrites this file. If you edited this file by hand, "
                          "first make the same change in "
                          f"{'styles/' if path.suffix == '.css' else 'styles/, evidence/words/ or docs/data/'}.",
                          "frame")
