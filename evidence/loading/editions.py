"""Creates the site's editions, one for each language.

The English pages are in docs/. The pages in another language are in docs/<language>/, with the same file names. All editions
share the settings, data and pictures, and one build makes all editions.
"""

from __future__ import annotations

import os
from pathlib import Path

from evidence.model import clock
from evidence.model.edition import Edition
from evidence.model.urls import DEFAULT

FIRST = "en"
HERE = Path(__file__).resolve().parents[2]
WORDS = Path("evidence", "words")


def languages(root: Path = HERE) -> list[str]:
    """Return the languages that have files in evidence/words/. English comes first."""
    found = sorted(path.name for path in (root / WORDS).iterdir() if path.is_dir() and any(path.glob("*.yml")))
    return sorted(found, key=lambda language: language != FIRST)


def edition(language: str = FIRST, root: Path = HERE) -> Edition:
    """Return the edition in the given language.

    The site's address comes from the environment variable `SITE_URL`. If the variable is empty, the site works at any address.
    """
    docs = root / "docs"
    site = os.environ.get("SITE_URL", DEFAULT)
    below, apart = "", tuple(docs / other for other in languages(root) if other != FIRST)
    if language != FIRST:
        below, apart = f"{language}/", ()
    return Edition(
        language=language, root=root, docs=docs / below if below else docs, data=docs / "data", assets=docs / "assets",
        words=root / WORDS / language, config=root / "mkdocs.yml", address=f"{site.rstrip('/')}/{below}" if site else "",
        today=clock.today(), apart=apart)


def translations(root: Path = HERE) -> tuple[Edition, ...]:
    """Return all editions except the English one."""
    return tuple(edition(language, root) for language in languages(root) if language != FIRST)
