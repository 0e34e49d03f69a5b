"""Tests that every rule in the stylesheets can be parsed, and that every custom property that is used is also set somewhere.

Browsers silently ignore rules that they cannot parse, so nobody would notice a mistake. We wrote these tests because PyPI has no
well-maintained linter for CSS (decisions/10-gates.md compares some linters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

from evidence.markdown.stylesheet import FILES
from tests import EDITION, ROOT

USED = re.compile(r"var\(\s*(--[\w-]+)")
SCRIPTS = EDITION.scripts
TEMPLATES = (EDITION.templates, ROOT / "evidence" / "markdown" / "templates")
SET_BY_OTHERS = "--md-tooltip-"
"""The theme's script sets custom properties with this prefix on each tooltip."""


def walk(nodes: Sequence[Node], around: str = "") -> Iterator[tuple[str, Node]]:
    """Yield every rule, declaration and error in parsed CSS, each with the selectors and at-rules that contain it."""
    for node in nodes:
        yield around, node
        if isinstance(node, QualifiedRule | AtRule) and node.content is not None:
            name = f"@{node.at_keyword} " if isinstance(node, AtRule) else ""
            here = f"{around} {name}{tinycss2.serialize(node.prelude).strip()}".strip()
            yield from walk(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True), here)


def parsed(css: str) -> list[tuple[str, Node]]:
    return list(walk(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def twice(nodes: Sequence[tuple[str, Node]]) -> list[str]:
    """Return each declaration or rule that is repeated inside the same selectors and at-rules."""
    found, seen = [], set()
    for around, node in nodes:
        if isinstance(node, Declaration):
            mark = (around, node.source_line, node.lower_name, tinycss2.serialize(node.value).strip())
        elif isinstance(node, QualifiedRule):
            mark = (around, "", tinycss2.serialize(node.prelude).strip(), tinycss2.serialize(node.content).strip())
        else:
            continue
        if mark in seen:
            found.append(f"line {node.source_line}: {around} {mark[2]}")
        seen.add(mark)
    return found


def texts() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in (ROOT / "styles" / f"{name}.css" for name in FILES)}


def test_every_rule_can_be_read():
    wrong = [f"{path.name}:{node.source_line}: {node.message}" for path, css in texts().items()
             for _, node in parsed(css) if isinstance(node, ParseError)]
    assert wrong == []


def test_nothing_is_written_twice():
    assert {path.name: found for path, css in texts().items() if (found := twice(parsed(css)))} == {}


def test_every_custom_property_that_is_used_is_set():
    everything = "\n".join(texts().values())
    files = [path for folder in (SCRIPTS, *TEMPLATES) for path in sorted(folder.rglob("*.*"))]
    others = "\n".join(path.read_text(encoding="utf-8") for path in files)
    used = set(USED.findall(everything))
    declared = {node.name for css in texts().values() for _, node in parsed(css)
                if isinstance(node, Declaration) and node.name.startswith("--")}
    unset = used - declared - set(re.findall(r"--[\w-]+", others))
    assert [name for name in sorted(unset) if not name.startswith(SET_BY_OTHERS)] == []


def test_slips_are_found():
    nodes = parsed("a { color red; margin: 0; margin: 0 } @media print { b { c: d } b { c: d } }")
    assert [type(node) for _, node in nodes if isinstance(node, ParseError)] == [ParseError]
    assert twice(nodes) == ["line 1: a margin", "line 1: @media print b", "line 1: @media print b c"]
