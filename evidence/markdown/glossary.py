"""Links the first occurrence of each glossary term on a page to its entry in the glossary.

We use links, because `<abbr title>` does not work on phones or in screen readers. Terms in headings, links, table headers, code
and data blocks are not linked.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from evidence.markdown.context import context, extension, page_path, relative
from evidence.model.glossary import Term, pattern

PAGE = "about/glossary.md"
SKIP = {"a", "code", "pre", "h1", "h2", "h3", "h4", "sup", "svg", "th", "caption", "figcaption", "dt", "summary", "script"}


class GlossaryLinks(Treeprocessor):
    """Links glossary terms. Runs when the page's own links are already in the tree, but before links are resolved."""

    def __init__(self, md: Markdown, terms: list[Term], plural: str):
        super().__init__(md)
        self.pattern, self.by_form = pattern(terms, plural)

    def run(self, root: etree.Element) -> None:
        in_its_language = context(self.md) is extension(self.md)  # the glossary is only in English
        if self.pattern and in_its_language and page_path(self.md) != PAGE:
            self._walk(root, self.pattern, set())

    def _walk(self, parent: etree.Element, pattern: re.Pattern[str], seen: set[str]) -> None:
        if parent.tag in SKIP or "data-plain" in parent.attrib:
            return
        self._link(parent, None, pattern, seen)
        for child in list(parent):
            self._walk(child, pattern, seen)
            self._link(parent, child, pattern, seen)

    def _link(self, parent: etree.Element, after: etree.Element | None, pattern: re.Pattern[str], seen: set[str]) -> None:
        """Link terms in the text between the child element `after` and the next child of `parent`. If `after` is None, link terms
        in the text before the first child.
        """
        while True:
            text = (parent.text if after is None else after.tail) or ""
            match = next((m for m in pattern.finditer(text) if self.by_form[m[1].lower()].id not in seen), None)
            if match is None:
                return
            term = self.by_form[match[1].lower()]
            seen.add(term.id)
            link = etree.Element("a", {"class": "term", "href": relative(self.md, f"{PAGE}#{term.id}")})
            link.text, link.tail = match[0], text[match.end():]
            if after is None:
                parent.text = text[: match.start()]
                parent.insert(0, link)
            else:
                after.tail = text[: match.start()]
                parent.insert(list(parent).index(after) + 1, link)
            after = link
