"""Rules about drawings: each drawing must be small, contain only shapes and text, and use only colours from the palette.

The code in figures/ writes the drawings to docs/assets/figures/.
"""

from __future__ import annotations

import ast
import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.parsers import expat

from evidence.checks.rules import Site, site_rule
from evidence.loading import text_files
from evidence.model.palette import LIGHT, colour
from evidence.model.problems import Problem

MAX_BYTES = 8192
SVG = "http://www.w3.org/2000/svg "
SHAPES = {"path", "line", "circle", "ellipse", "rect"}
TAGS = SHAPES | {"svg", "g", "defs", "clipPath", "linearGradient", "stop", "text", "title", "desc"}
FORBIDDEN = re.compile(r"^(on|style$|class$|display$|visibility$|href$|http://www.w3.org/1999/xlink )")
PAINTS = {"fill", "stroke", "stop-color"}
COLOURS = {"none", *(colour(name) for name in LIGHT)}
FOREIGN = re.compile(r"<\?xml|xmlns:\w|Created with|Generator:|<!-- ?Generated")
"""Matches text that drawing programs such as Inkscape write into their files, but `make figures` does not."""

TO_DRAW = "Change it in figures/, then run: make figures"


@dataclass(frozen=True)
class Node:
    """An element in a drawing (an SVG file), and the line on which the element begins."""

    line: int
    tag: str
    attributes: dict[str, str]


def nodes(raw: bytes) -> list[Node]:
    """Return all elements in a drawing, in the order in which they begin."""
    found: list[Node] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, attributes: found.append(
        Node(parser.CurrentLineNumber, tag.removeprefix(SVG), attributes))
    parser.Parse(raw, True)
    return found


@site_rule
def drawings(site: Site) -> Iterable[Problem]:
    """Each drawing must be small (at most 8 kB compressed) and must contain only shapes and text: no style, link, script or
    external file.

    All colours must be in the palette. Every id must begin with the name of the drawing, because a page may contain several
    drawings.
    """
    for path in text_files.files(site.edition.figures, ".svg"):
        for line, what, instead in faults(path):
            yield Problem(path, line, what, instead, "figures")


@site_rule
def words_of_drawings(site: Site) -> Iterable[Problem]:
    """The title and the description of each drawing must be the same as in the code in figures/."""
    code = text_files.files(site.root / "figures", ".py")
    typed = {node.value for path in code for node in ast.walk(ast.parse(text_files.read(path)[0]))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    for path in text_files.files(site.edition.figures, ".svg") if typed else ():
        text = text_files.read(path)[0]
        for match in re.finditer(r"<(title|desc)\b[^>]*>([^<]*)<", text):
            if unescape(match[2]) not in typed:
                yield Problem(path, text[: match.start()].count("\n") + 1,
                              f'The code in figures/ does not contain the <{match[1]}> "{match[2][:40]}", so "make figures" '
                              "would remove this text.",
                              TO_DRAW + ".", "figures")


def faults(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with a drawing, as (line, fault, what to do)."""
    raw = path.read_bytes()
    if found := FOREIGN.search(raw.decode("utf-8", "replace")):
        yield (raw[: found.start()].count(b"\n") + 1, "Another program has saved this drawing.",
               f"{TO_DRAW}. Make new drawings there too. To restore one of our drawings: git checkout -- "
               f"docs/assets/figures/{path.name}.")
        return
    size = len(gzip.compress(raw, 9, mtime=0))
    if size > MAX_BYTES:
        yield 1, f"The drawing is too large ({size:,} bytes compressed).", f"Reduce the drawing to at most {MAX_BYTES:,} bytes."
    if b"<!" in raw:
        yield raw[: raw.index(b"<!")].count(b"\n") + 1, "The drawing contains a comment or a doctype.", "Remove it."
        return
    try:
        elements = nodes(raw)
    except expat.ExpatError as error:
        yield error.lineno, f"This is not valid SVG ({error}).", TO_DRAW
        return
    if "viewBox" not in elements[0].attributes:
        yield 1, "The drawing has no viewBox.", "Add one, so that the browser reserves space for the drawing before it loads."
    for tag in ("title", "desc"):
        if tag not in {node.tag for node in elements}:
            yield 1, f"The drawing has no <{tag}>.", "Add one that says what the drawing shows, for people who cannot see it."
    for node in elements:
        for fault in node_faults(node, path.stem):
            yield node.line, *fault


def node_faults(node: Node, name: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one element of a drawing, as (fault, what to do). `name` is the name of the drawing."""
    own = re.compile(rf"^url\(#{re.escape(name)}-[a-z0-9]+\)$")
    if node.tag not in TAGS:
        yield f"The drawing contains <{node.tag}>, which is not allowed.", f"Use only {', '.join(sorted(TAGS))}."
    for attribute, value in node.attributes.items():
        if FORBIDDEN.match(attribute):
            yield f'The drawing contains the attribute "{attribute}", which is not allowed.', "Remove it."
        elif attribute in PAINTS:
            if value not in COLOURS and not own.match(value):
                yield f'The colour "{value}" is not in the palette.', "Use one from evidence/model/palette.py."
        elif "url(" in value and not own.match(value):
            yield f'"{value}" refers to something outside the drawing.', "Refer to a part of the drawing."
        if attribute == "id" and not value.startswith(f"{name}-"):
            yield f'The id "{value}" does not begin with the name of the drawing.', f'Start ids with "{name}-".'
        if attribute == "opacity" and not value.strip("0. "):
            yield "A part of the drawing is invisible.", "Remove it."
