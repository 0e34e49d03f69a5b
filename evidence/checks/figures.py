"""Rules about drawings."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.parsers import expat

from evidence import DOCS, FIGURES, text_files
from evidence import drawings as alone
from evidence.checks.rules import Site, site_rule
from evidence.findings import Finding

MOST_BYTES = 12_000
SVG = "http://www.w3.org/2000/svg "
TAGS = {"svg", "g", "path", "line", "circle", "ellipse", "rect", "polyline", "polygon", "text", "tspan", "title", "desc"}
CLASSES = re.compile(r"^fig-[a-z0-9-]+$")
FORBIDDEN = re.compile(r"^(on|style$|display$|visibility$|href$|http://www.w3.org/1999/xlink )")


@dataclass(frozen=True)
class Node:
    """An element of a drawing, and the line it begins on."""

    line: int
    tag: str
    attributes: dict[str, str]


def nodes(raw: bytes) -> list[Node]:
    """The elements of a drawing in order."""
    found: list[Node] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, attributes: found.append(
        Node(parser.CurrentLineNumber, tag.removeprefix(SVG), attributes))
    parser.Parse(raw, True)
    return found


@site_rule
def drawings(site: Site) -> Iterable[Finding]:
    """A drawing is small (12 kB compressed) and holds shapes and words only: no link, no script, nothing from elsewhere."""
    paths = text_files.files(site.docs / "assets", ".svg")
    colours = f"{alone.style(site.docs)}\n".encode() if paths else b""
    for path in paths:
        raw = text_files.read(path)[0].encode()
        size = len(gzip.compress(raw, 9, mtime=0))
        if size > MOST_BYTES:
            yield Finding(path, 1, f"The drawing is {size} bytes compressed.", f"Bring it under {MOST_BYTES}.", "figures")
        if b"<!" in raw:
            line = raw[: raw.index(b"<!")].count(b"\n") + 1
            yield Finding(path, line, "The drawing holds a comment or a doctype.", "Take it out.", "figures")
            continue
        try:
            elements = nodes(raw.replace(colours, b"\n", 1))  # a line for a line, so that findings name the right one
        except expat.ExpatError as error:
            yield Finding(path, error.lineno, f"This is not valid SVG ({error}).", "Look at that line.", "figures")
            continue
        if "viewBox" not in elements[0].attributes:
            yield Finding(path, 1, "The drawing has no viewBox.", "Add one: it tells the height before it shows.", "figures")
        for node in elements:
            yield from (Finding(path, node.line, *fault, "figures") for fault in node_faults(node))


def node_faults(node: Node) -> Iterator[tuple[str, str]]:
    """What is wrong with one element, wherever the drawing stands."""
    if node.tag not in TAGS:
        yield f"The drawing holds <{node.tag}>.", f"Use only {', '.join(sorted(TAGS))}."
    for name, value in node.attributes.items():
        if FORBIDDEN.match(name):
            yield f'The drawing holds the attribute "{name}".', "Take it out."
        if name == "opacity" and not value.strip("0. "):
            yield "A part of the drawing cannot be seen.", "Take it out."


@site_rule
def figures(site: Site) -> Iterable[Finding]:
    """A drawing on a page takes its colours from classes that begin with fig-, and has no ids: a page may draw two.
    It brings the site's rules for them along, for whoever opens it alone."""
    paths = text_files.files(site.docs / FIGURES.relative_to(DOCS), ".svg")
    colours = alone.style(site.docs) if paths else ""
    for path in paths:
        try:
            elements = nodes(text_files.read(path)[0].encode())
        except expat.ExpatError:
            continue
        if colours not in text_files.read(path)[0]:
            yield Finding(path, 1, "Opened alone, the drawing would not wear the site's colours of today.",
                          "Write: python -m evidence figures", "figures")
        for node in elements:
            for name, value in node.attributes.items():
                if name == "id":
                    yield Finding(path, node.line, f'The drawing holds the id "{value}".', "Take it out.", "figures")
                if name == "class" and not all(CLASSES.match(c) for c in value.split()):
                    yield Finding(path, node.line, f'The class "{value}" is not ours.',
                                  "Use classes that begin with fig-.", "figures")


@site_rule
def drawings_are_used(site: Site) -> Iterable[Finding]:
    """Every drawing stands on a page."""
    used = {match[1] for page in site.pages.values() for fence in page.fences if fence.name == "figure"
            if (match := re.search(r"name:\s*([\w-]+)", fence.text))}
    for path in text_files.files(site.docs / FIGURES.relative_to(DOCS), ".svg"):
        if path.stem not in used:
            yield Finding(path, 1, "No page shows this drawing.", "Show it with a figure block, or take it out.", "figures")
