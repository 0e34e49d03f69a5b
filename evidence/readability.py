"""The reading grade of pages (Flesch-Kincaid, US school years), measured on the rendered prose.

The formula counts words a sentence and syllables a word; textstat does the counting. Tables,
cards drawn from data and the list of sources are left out: the grade is for what an author wrote.
It is a report for choosing what to mend first, never a gate.
"""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from statistics import median

import textstat
from markdown import Markdown

from evidence import DOCS, text_files
from evidence.checks.citations import is_reader_page
from evidence.checks.source import Page
from evidence.pages import FRONT_MATTER

BLOCKS = {"p", "li", "dd", "dt", "h1", "h2", "h3", "h4"}
LEFT_OUT = {"table", "figure", "sup", "section-sources", "details", "script", "style"}


class _Prose(HTMLParser):
    """Collects the text of blocks; each ends as a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skip: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in LEFT_OUT or "data-block" in given or given.get("class") == "sources" or self.skip and tag == self.skip[-1]:
            self.skip.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skip and tag == self.skip[-1]:
            self.skip.pop()
        elif not self.skip and tag in BLOCKS and self.parts and self.parts[-1].strip():
            if self.parts[-1].rstrip()[-1] not in ".?!":
                self.parts.append(".")
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.parts.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))


def prose(text: str) -> str:
    """The prose of a page's source."""
    md = Markdown(extensions=["attr_list", "def_list", "tables", "pymdownx.superfences", "evidence.markdown"])
    reader = _Prose()
    reader.feed(md.convert(FRONT_MATTER.sub("", text)))
    return " ".join("".join(reader.parts).replace(" .", ".").split())


def grade(text: str) -> float:
    """Flesch-Kincaid grade of a page's source."""
    return round(textstat.flesch_kincaid_grade(prose(text)), 1)


def report(paths: list[Path]) -> str:
    """One line a page, and the median of reader pages."""
    pages = [Page.read(path, DOCS) for path in (paths or text_files.files(DOCS, ".md"))]
    rows = [(page, grade(text_files.read(page.path)[0])) for page in pages]
    lines = [f"{value:5.1f}  {page.name}{'' if is_reader_page(page) else '  (not a reader page)'}" for page, value in rows]
    readers = [value for page, value in rows if is_reader_page(page)]
    if readers:
        lines.append(f"{median(readers):5.1f}  median of {len(readers)} reader pages; highest {max(readers)}")
    return "Reading grade (US school years; a report, not a gate)\n" + "\n".join(lines)
