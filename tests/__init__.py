"""Loads this repository's own content for the tests. In the tests, today is always the latest date in the content."""

import os
import re
from datetime import datetime
from pathlib import Path

from evidence.loading import text_files
from evidence.loading.editions import edition
from evidence.words import load_words

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
DATA = DOCS / "data"


def held_clock() -> str:
    """Return 12:00 UTC on the latest date in the pages and data, as a Unix timestamp. The tests use this as the current time."""
    named = re.compile(r"^\s*-?\s*(?:date|checked|added|since|accessed|read)\b\W+(\d{4}-\d{2}-\d{2})", re.MULTILINE)
    days = {day for path in text_files.files(DOCS, ".md", ".yml", ".bib")
            for day in named.findall(text_files.read(path)[0])}
    return str(int(datetime.fromisoformat(f"{max(days)}T12:00+00:00").timestamp()))


os.environ["SOURCE_DATE_EPOCH"] = held_clock()
os.environ["SITE_URL"] = "http://127.0.0.1:8000/sub/"  # the site is in a subfolder, as on GitHub Pages
EDITION = edition()
FIGURES = EDITION.figures
WORDS = load_words(EDITION)
