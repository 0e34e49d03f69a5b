"""Parses HTML into an element tree, for all code that reads built pages.

The HTML that Python-Markdown and our templates write is usually also valid XML, and the XML parser, expat, is ten times as fast
as a lenient parser. If an author wrote HTML that is not XML (`<br>`, `<input checked>`), the standard library's HTML parser
builds the same kind of tree.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "meta", "link", "col", "source", "wbr"}
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w*;")
"""Matches named character references that HTML has and XML does not, for example &nbsp;."""


class _Tree(HTMLParser):
    """A lenient HTML parser. It ignores an end tag without a start tag, and closes unclosed elements with their parent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = etree.TreeBuilder()
        self.open: list[str] = []
        self.handle_starttag("main", [])

    def updatepos(self, _: int, j: int) -> int:
        """Do nothing. The base class counts lines here, which takes a tenth of the parsing time, and we need no line numbers."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open:
            self.builder.end(last := self.open.pop())
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


@lru_cache(maxsize=2)
def tree(html: str) -> etree.Element:
    """Parse HTML, and return a <main> element that contains the result. The tree is cached and used by several exports, so
    callers must not modify it.
    """
    try:
        whole = f"<main>{NAMED.sub(lambda name: unescape(name[0]), html)}</main>"
        return etree.fromstring(whole)  # noqa: S314 (Python-Markdown's own output)
    except etree.ParseError:
        parser = _Tree()
        parser.feed(html.replace("</main>", ""))
        parser.close()
        parser.handle_endtag("main")
        return parser.builder.close()


def classes(element: etree.Element) -> frozenset[str]:
    """Return the CSS classes of an element."""
    return _names(element.get("class", ""))


@lru_cache(maxsize=4_096)
def _names(given: str) -> frozenset[str]:
    return frozenset(given.split())
