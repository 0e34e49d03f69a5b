"""Rules about headings, raw HTML and unfinished pages."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.findings import Finding
from evidence.pages import HANDOUT

HTML = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(TODO|FIXME|TBD|XXX|lorem ipsum|coming soon|to be written|under construction)\b", re.IGNORECASE)
CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(\s|$)")
QUESTIONS = "questions.md"


@page_rule
def headings(page: Page, _site: Site) -> Iterable[Finding]:
    """One first-level heading, first on the page; no level is skipped; no citation in a heading."""
    tops = [h for h in page.headings if h.level == 1]
    if len(tops) != 1:
        at = tops[1].line if tops else 1
        yield page.finding(at, f"The page has {len(tops)} first-level headings.", "Give it one, written # Heading.", "headings")
    previous = 0
    for heading in page.headings:
        if heading.level > previous + 1:
            yield page.finding(heading.line, f'"{heading.text}" skips a level.',
                               f"Write it with {'#' * (previous + 1)}.", "headings")
        previous = heading.level
        if "[@" in heading.text:
            yield page.finding(heading.line, "A heading holds a citation.", "Move it to the text below.", "headings")
        if heading.text.endswith("?") and page.name != QUESTIONS:
            yield page.finding(heading.line, f'"{heading.text}" is a question.',
                               "Write a statement or a task; real questions live on the questions page.", "headings")
        if heading.text.endswith("."):
            yield page.finding(heading.line, f'"{heading.text}" ends with a full stop.', "Take it off.", "headings")
    counts = Counter(h.anchor for h in page.headings)
    for heading in page.headings:
        if counts[heading.anchor] > 1:
            counts[heading.anchor] = 0
            yield page.finding(heading.line, f'The heading "{heading.text}" stands on the page twice.',
                               "Word one of them otherwise, so that links can tell them apart.", "headings")


@page_rule
def raw_html(page: Page, _site: Site) -> Iterable[Finding]:
    """No HTML and no comments in pages: blocks do what is needed, and nothing can hide."""
    for line in page.lines:
        if "<!--" in line.text:
            yield page.finding(line.number, "The line holds an HTML comment.", "Take it out.", "raw HTML")
        if match := HTML.search(line.text):
            yield page.finding(line.number, f'The line holds HTML ("{match[0]}").',
                               "Use Markdown, or one of the blocks in STYLE.md.", "raw HTML")


@page_rule
def finished(page: Page, _site: Site) -> Iterable[Finding]:
    """No unfinished words and no marks of a merge that went wrong."""
    for line in page.lines:
        if match := UNFINISHED.search(line.unquoted):
            yield page.finding(line.number, f'"{match[0]}": the page is not finished.', "Write it, or take it out.", "finished")
        if CONFLICT.match(line.text):
            yield page.finding(line.number, "Two versions of the text were not joined.",
                               "Keep one of them and take the marks out.", "finished")


@page_rule
def pictures(page: Page, _site: Site) -> Iterable[Finding]:
    """Every picture has words for those who cannot see it."""
    for line in page.lines:
        for match in re.finditer(r"!\[\s*\]\(([^)]*)\)", line.text):
            yield page.finding(line.number, f'The picture "{match[1]}" has no text alternative.',
                               "Write what it shows between the brackets.", "pictures")


@site_rule
def every_page_is_reached(site: Site) -> Iterable[Finding]:
    """Every page is in the navigation in mkdocs.yml; a leaflet is linked from a page that is.

    Four leaflets in every menu would bury the pages that people read on a screen.
    """
    navigation = (site.docs.parent / "mkdocs.yml")
    listed = navigation.read_text(encoding="utf-8") if navigation.exists() else ""
    linked = {posixpath.normpath(posixpath.join(posixpath.dirname(page.name), target.partition("#")[0]))
              for page in site.pages.values() if page.name in listed for _line, _text, target, _block in page.links}
    for page in site.pages.values():
        leaflet = page.meta is not None and page.meta.template == HANDOUT
        if leaflet and page.name not in linked:
            yield page.finding(1, "No page leads to this leaflet.", "Link it from docs/try/handouts.md.", "navigation")
        elif not leaflet and page.name not in listed:
            yield page.finding(1, "The page is not in the navigation.", "Add it to nav in mkdocs.yml.", "navigation")
