"""Rules about the drawings in docs/assets/figures."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable

from evidence import FIGURES
from evidence.checks.rules import Site, site_rule
from evidence.findings import Finding

MOST_BYTES = 12_000
SVG = "{http://www.w3.org/2000/svg}"
TAGS = {"svg", "g", "path", "line", "circle", "ellipse", "rect", "polyline", "polygon", "text", "tspan", "title", "desc"}
CLASSES = re.compile(r"^fig-[a-z0-9-]+$")
FORBIDDEN = re.compile(r"^(on|style$|href$|\{http://www.w3.org/1999/xlink\}href$)")


@site_rule
def drawings(_site: Site) -> Iterable[Finding]:
    """A drawing is small (12 kB compressed), holds shapes and words only, and takes its colours from classes."""
    for path in sorted(FIGURES.glob("*.svg")):
        raw = path.read_bytes()
        size = len(gzip.compress(raw, 9, mtime=0))
        if size > MOST_BYTES:
            yield Finding(path, 1, f"The drawing is {size} bytes compressed.", f"Bring it under {MOST_BYTES}.", "figures")
        try:
            root = etree.fromstring(raw)  # noqa: S314 (entities are refused below)
        except etree.ParseError as error:
            yield Finding(path, error.position[0], f"This is not valid SVG ({error}).", "Look at that line.", "figures")
            continue
        if b"<!" in raw:
            yield Finding(path, 1, "The drawing holds a comment or a doctype.", "Take it out.", "figures")
        if "viewBox" not in root.attrib:
            yield Finding(path, 1, "The drawing has no viewBox.", "Add one: it tells the height before it shows.", "figures")
        for node in root.iter():
            tag = node.tag.removeprefix(SVG)
            if tag not in TAGS:
                yield Finding(path, 1, f"The drawing holds <{tag}>.", f"Use only {', '.join(sorted(TAGS))}.", "figures")
            for name, value in node.attrib.items():
                if FORBIDDEN.match(name):
                    yield Finding(path, 1, f'The drawing holds the attribute "{name}".', "Take it out.", "figures")
                if name == "id":
                    yield Finding(path, 1, f'The drawing holds the id "{value}".', "Take it out: a page may draw two.", "figures")
                if name == "class" and not all(CLASSES.match(c) for c in value.split()):
                    yield Finding(path, 1, f'The class "{value}" is not ours.', "Use classes that begin with fig-.", "figures")


@site_rule
def drawings_are_used(site: Site) -> Iterable[Finding]:
    """Every drawing stands on a page."""
    used = {match[1] for page in site.pages.values() for fence in page.fences if fence.name == "figure"
            if (match := re.search(r"name:\s*([\w-]+)", fence.text))}
    for path in sorted(FIGURES.glob("*.svg")):
        if path.stem not in used:
            yield Finding(path, 1, "No page shows this drawing.", "Show it with a figure block, or take it out.", "figures")
