"""Every name that a selector could find: what pages hold, and what scripts add to them.

Names are collected too widely on purpose. A name too many keeps a rule that nobody needs; a name too
few would change how a page looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import lru_cache

TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
NAME = re.compile(r"<([\w-]+)")
ATTRIBUTE = re.compile(r"""\s([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
CAPITAL = re.compile(r"[A-Z]")
WORD = re.compile(r"[A-Za-z_][\w-]*")
SHOWN = 2500
"""Characters of an article's HTML that fill the first screen of a phone, at least."""
SECTION = re.compile(r"</(?:p|ul|ol|dl|table|figure|section|aside|div)>\s*(?=<h2[\s>])")
"""Where a section ends and the next begins: not where a heading is the first in its box."""
ENTRY = re.compile(r"</(div|span)>\s*(?=<\1 )")
"""Between two entries of a long list, or two parts of one."""
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
"""A custom property that a style asks for, in a stylesheet or in a drawing."""
PROPERTY = re.compile(r"--[A-Za-z][\w-]*")
"""One that a script names."""

NOT_HERE = re.compile(r"md-(?:version|consent|annotation|mermaid|tabs|clipboard|feedback|tag|banner__button|source__)")
"""Parts of Material that this site does not switch on: its script knows their names and never adds them here."""

OTHERS = {"focus-visible", "js-focus-visible", "data-focus-visible-added", "js", "mark", "a", "li", "ol", "details", "summary",
          "table", "link"}
"""What Material's script adds beside names of its own: the ring around what has focus, and plain tags."""


@lru_cache(maxsize=100_000)
def parts(tag: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The name of a tag and its attributes. Kept, since header, menu and footer stand on every page."""
    found = ((name.lower(), double or single or bare) for name, double, single, bare in ATTRIBUTE.findall(tag))
    return NAME.match(tag)[1].lower(), tuple(found)


@dataclass
class Names:
    """Tags and attribute names in lower case; classes, ids and attribute values as written."""

    tags: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    scripted: set[str] = field(default_factory=set)
    """Attributes that a script may give any value."""
    properties: set[str] = field(default_factory=set)
    """Custom properties that are asked for."""

    def read(self, html: str) -> None:
        """Adds the names of a page."""
        self.properties.update(ASKED.findall(html))
        for tag in set(TAG.findall(html)):
            name, attributes = parts(tag)
            self.tags.add(name)
            self.values.update(attributes)
            for attribute, value in attributes:
                self.attributes.add(attribute)
                if attribute == "class":
                    self.classes.update(value.split())
                elif attribute == "id":
                    self.ids.add(value)

    def merge(self, other: Names) -> None:
        """Adds the names of others."""
        for one in fields(self):
            getattr(self, one.name).update(getattr(other, one.name))

    def add_script(self, text: str) -> None:
        """Adds what one of our own scripts may ask for."""
        self.add(WORD.findall(text))
        self.properties.update(PROPERTY.findall(text))

    def add(self, words: Iterable[str]) -> None:
        """Adds words that may be a class, an id, a tag, an attribute or a name in `dataset`: nobody can tell from a script."""
        for word in set(words):
            self.classes.add(word)
            self.ids.add(word)
            self.tags.add(word.lower())
            self.scripted |= {word.lower(), "data-" + CAPITAL.sub(r"-\g<0>", word).lower()}


def first_screen(html: str) -> int:
    """Where a page's first screen is over for certain: past all that a phone shows before anybody scrolls, at the end
    of a section or else of an entry, so that what stands there is nobody's first or last child. The end of its
    article, where it has no such place.
    """
    start, end = html.find("<article") + SHOWN, html.rfind("</article>")
    found = SECTION.search(html, start, end) or ENTRY.search(html, start, end)
    return found.end() if found else end


def in_theme_script(text: str) -> set[str]:
    """The class names that Material's script knows, and the plain tags that it makes.

    Its own names all begin with `md-`; what it takes from pages (as `no-js`) is there already.
    """
    names = {name for name in WORD.findall(text) if name.startswith(("md-", "data-md-")) and not NOT_HERE.match(name)}
    return names | OTHERS
