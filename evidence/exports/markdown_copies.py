"""Converts a page's main content to plain Markdown, so that programs can quote us correctly.

The copy is made from the built HTML, in which citations are numbered, links are resolved, and data is rendered. So the copy has
the same content as the page, and a new kind of block needs no change in this module. Links have full addresses, because people
read the copies outside the site.

We tried three libraries. html2text breaks tables, and makes one number of a number and the citation after it. markdownify needs
nearly half as much time as the whole build. html-to-markdown adds 22 MB of machine code, and puts drawings into the text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urljoin

from evidence.markdown.html_tree import classes, tree
from evidence.words import Words

NAME = "index.html.md"
"""The file name of a copy, which is in the same folder as the page's index.html; llmstxt.org defines the name."""

LEFT_OUT = {"button", "input", "textarea", "select", "progress", "template", "script", "style"}
"""Elements that are of no use in a copy."""

MACHINERY = {"headerlink", "footnote-backref", "page-help", "handout-bar"}
"""Classes of elements that only make sense on the page itself."""

PLAIN = {"term"}
"""Classes of links that become plain text: links to the glossary, which are on nearly every line and tell a program nothing new.
Links on numbers to call become plain text too, whatever their class."""

BLOCKS = {"address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
          "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "nav", "ol", "p", "pre",
          "safety-check", "section", "summary", "table", "ul"}
STRONG = {"strong", "b", "legend", "summary", "caption"}
LABELS = {"claim__label", "chart__question", "decide__option", "effects__what", "figure__title", "care__heading",
          "verdict"}
"""Classes of text that only its style makes stand out on the page. In the copy it is bold."""

LEADS = {"claim__label", "decide__option", "effects__what", "check__step"}
"""Classes of labels before the text that they name. In the copy they end with a colon."""

AFTERTHOUGHTS = {"check__change"}
"""Classes of text that is on a line of its own on the page. In the copy it follows the text above it, after a dash."""

MEANT = re.compile(r"[\\`*]|<(?=[A-Za-z/!])|_(?:(?<!\w_)|(?!\w))")
"""Matches a character that has a special meaning in Markdown."""

Link = Callable[[str], str]


@lru_cache(maxsize=256)
def markdown(html: str, address: str, licence: str, words: Words) -> str:
    """Return HTML as Markdown, followed by the page's address and licence. Results are cached, so a second build in the same
    process converts only pages that have changed.
    """
    page = _Page(lambda target: urljoin(address, target) if address else target, words["copies"]["picture"])
    text = "\n\n".join(page.blocks(tree(html)))
    source = f"{words.text('copies', 'source', address=address)} · " if address else ""
    return f"{text}\n\n---\n\n{source}{licence}\n"


class _Page:

    def __init__(self, link: Link, picture: str) -> None:
        self.link = link
        self.picture = picture

    def blocks(self, element: etree.Element) -> list[str]:
        """Return an element's content as a list of Markdown blocks. Running text between blocks becomes a paragraph."""
        found: list[str] = []
        running = [_escape(element.text or "")]

        def flush() -> None:
            if text := _tidy("".join(running)):
                found.append(_safe_start(text))
            running.clear()

        for child in element:
            if _holds_blocks(child):
                flush()
                found.extend(self.block(child))
            else:
                running.append(self.inline(child))
            running.append(_escape(child.tail or ""))
        flush()
        return found

    def block(self, element: etree.Element) -> list[str]:
        tag, named = element.tag, classes(element)
        if _hidden(element) or named & MACHINERY:
            return []
        if re.fullmatch("h[1-6]", tag):
            return [f"{'#' * int(tag[1])} {self.text(element)}"]
        if tag == "hr":
            return ["---"]
        if tag == "pre":
            return [f"```\n{''.join(element.itertext()).strip()}\n```"]
        if tag in ("ul", "ol"):
            return [self.bullets(element, tag == "ol")]
        if tag == "dl":
            return [self.definitions(element)]
        if tag == "table":
            return self.table(element)
        if tag == "blockquote":
            return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(self.blocks(element)).split("\n"))]
        inner = self.blocks(element)
        # a heading inside <summary> is not made bold, so that it keeps its heading level
        if len(inner) == 1 and (tag in STRONG or named & LABELS) and not inner[0].startswith("#"):
            return [_bold(inner[0])]
        return inner

    def text(self, element: etree.Element) -> str:
        """Return an element's content as one line of Markdown."""
        return _tidy(self.inside(element))

    def inside(self, element: etree.Element) -> str:
        """Return an element's content as Markdown, without markup for the element itself."""
        parts = [_escape(element.text or "")]
        for child in element:
            parts += [self.inline(child), _escape(child.tail or "")]
        return "".join(parts)

    def inline(self, element: etree.Element) -> str:
        """Return an element as Markdown that can stand inside a line of text."""
        tag, named = element.tag, classes(element)
        if _hidden(element) or named & MACHINERY:
            return ""
        if tag == "br":
            return " "
        if tag == "img":
            return f"![{element.get('alt', '')}]({self.link(element.get('src', ''))})"
        if tag == "svg":
            return f" {self.picture.format(shows=shows)} " if (shows := _described(element)) else ""
        if tag == "sup" and "cite" in named:
            return f" [{''.join(element.itertext()).strip()}]"
        inner = self.inside(element)
        if tag == "code":
            return f"`{''.join(element.itertext())}`"
        if tag == "a" and inner.strip() and not (named & PLAIN or element.get("href", "").startswith("tel:")):
            return f"[{inner.strip()}]({self.link(element.get('href', ''))})"
        if tag == "q":
            return f"“{inner}”"
        if named & LEADS:
            inner = f"{_lead(inner)} "
        if named & AFTERTHOUGHTS:
            inner = f"– {inner.strip()}"
        if tag in STRONG or named & LABELS:
            return f"{_bold(inner)} "
        if tag in ("em", "i") and inner.strip():
            return f"*{inner.strip()}*"
        return f" {inner} " if tag in BLOCKS else inner

    def bullets(self, element: etree.Element, ordered: bool) -> str:
        items = []
        for number, item in enumerate((child for child in element if child.tag == "li"), 1):
            mark = f"{number}. " if ordered else "- "
            lines = "\n\n".join(self.blocks(item)).split("\n")
            items.append("\n".join([mark + lines[0], *(" " * len(mark) + line if line else "" for line in lines[1:])]))
        return "\n".join(items)

    def definitions(self, element: etree.Element) -> str:
        """Return a definition list as a bulleted list. Each term is in bold, with its definition on the same line."""
        lines: list[str] = []
        for child in element.iter():
            if child.tag == "dt":
                lines.append(f"- {_bold(_lead(self.text(child)))}")
            elif child.tag == "dd" and lines:
                lines[-1] += f" {self.text(child)}"
        return "\n".join(lines)

    def table(self, element: etree.Element) -> list[str]:
        caption = element.find("caption")
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return []
        cells = [[self.cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
        if element.find("thead") is None:
            cells.insert(0, [""] * width)
        lines = [f"| {' | '.join(row)} |" for row in cells]
        lines.insert(1, f"|{' --- |' * width}")
        return [*([_bold(self.text(caption))] if caption is not None else []), "\n".join(lines)]

    def cell(self, cell: etree.Element) -> str:
        """Return a table cell as Markdown. A header that spans several columns becomes bold."""
        text = self.text(cell).replace("|", r"\|")
        return _bold(text) if cell.tag == "th" and cell.get("colspan") else text


def _holds_blocks(element: etree.Element) -> bool:
    return element.tag in BLOCKS or any(inner.tag in BLOCKS for inner in element.iter())


def _hidden(element: etree.Element) -> bool:
    return element.tag in LEFT_OUT or element.get("hidden") is not None or (
        element.get("aria-hidden") == "true" and element.tag in ("svg", "span", "i"))


def _described(drawing: etree.Element) -> str:
    if label := drawing.get("aria-label"):
        return label
    return " ".join(_tidy("".join(part.itertext())) for part in drawing if part.tag in ("title", "desc"))


def _bold(text: str) -> str:
    return f"**{text.strip()}**" if text.strip() else ""


def _lead(text: str) -> str:
    return text.strip() + ("" if text.strip().endswith((":", "?", ".", "!")) else ":")


def _escape(text: str) -> str:
    return MEANT.sub(lambda mark: f"\\{mark[0]}", text)


def _safe_start(text: str) -> str:
    """If Markdown would treat a paragraph as a list, a heading or a quotation, escape the beginning of the paragraph."""
    return re.sub(r"^(?:(\d+)(?=[.)]\s)|(?=[#>+-]\s))", r"\1\\", text)


def _tidy(text: str) -> str:
    """Collapse white space as a browser does, and join adjacent citations: "[1] [2]" becomes "[1, 2]"."""
    text = " ".join(text.split())
    if "] [" in text:
        text = re.sub(r"(?<=\d)\] \[(?=\d+[\],])", ", ", text)
    return re.sub(r" (?=[.,;:?!)](?:\s|$))", "", text)
