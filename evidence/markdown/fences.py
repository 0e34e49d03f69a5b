"""Checks and renders data blocks: code fences that contain YAML and have one of the names in `FENCES`.

Each kind of block has a function that checks its options, and a template that turns the options into one HTML element. The rules
in evidence/checks call `checked`. In a build, superfences calls the function that `formatter` returns.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from pydantic import ValidationError
from pymdownx.superfences import SuperFencesException

from evidence.loading.rows import parse_yaml, without_lines
from evidence.markdown import fence_charts, fence_people, fence_safety, fence_tools, fence_views
from evidence.markdown.context import context, page_path, relative
from evidence.markdown.fence import Fence
from evidence.model.dataset import Dataset
from evidence.model.problems import EvidenceError, Problem
from evidence.model.record import Record

UNKNOWN = re.compile(r'"([^"]+)" is not in docs/data/')
"""Matches the message of `fence.unknown` about a row that does not exist."""

FENCES: dict[str, Fence] = (fence_charts.FENCES | fence_views.FENCES | fence_safety.FENCES | fence_tools.FENCES
                            | fence_people.FENCES)


class FenceError(EvidenceError, SuperFencesException):
    """An `EvidenceError` that stops the build. If any other error is raised, superfences shows the block as code."""


def options_of(name: str, text: str, path: Path, line: int) -> tuple[Record | None, list[Problem]]:
    """Return the options of a data block (None if they are invalid), and the problems with the options. `line` is the block's
    line number.
    """
    data, problems = parse_yaml(text, path, offset=line)
    if problems:
        return None, problems
    if data is not None and not isinstance(data, dict):
        return None, [Problem(path, line, f'The block "{name}" does not contain fields.',
                              "Write one field per line, as in the example in STYLE.md.", "blocks")]
    data = data or {}
    lines = data.get("__lines__", {})
    try:
        return FENCES[name].options(**without_lines(data), line=line), []
    except ValidationError as error:
        found = []
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            at = lines.get(str(fault["loc"][0]), line) if fault["loc"] else line
            message = fault["msg"].removeprefix("Value error, ")
            found.append(Problem(path, at, (f'The field "{field}" in the block "{name}"' if field else f'The block "{name}"')
                                 + f" is wrong: {message}.", "Compare the block with the example in STYLE.md.", "blocks"))
        return None, found


def checked(name: str, text: str, path: Path, line: int, dataset: Dataset) -> tuple[Record | None, list[Problem]]:
    """Return the options of a data block (None if they are invalid), and all problems with the block."""
    options, problems = options_of(name, text, path, line)
    if options is not None:
        problems = [Problem(path, line, what, instead, "blocks", about=found[1] if (found := UNKNOWN.match(what)) else "")
                    for what, instead in FENCES[name].faults(options, dataset)]
    return options, problems


def formatter(name: str) -> Callable[..., str]:
    """Return the function that superfences calls to render a data block with the given name.

    The returned function raises a `FenceError` if the block has problems or cannot be rendered.
    """

    def draw(src: str, *_args: Any, md: Markdown, **_kwargs: Any) -> str:
        here = context(md)
        path = Path("docs", page_path(md))
        options, problems = checked(name, src, path, 1, here.dataset)
        if problems:
            raise FenceError(problems)
        try:
            given = FENCES[name].context(options, here.dataset, md)
            html = here.templates.render(FENCES[name].template, link=lambda target: relative(md, target), **given)
        except Exception as error:
            why = error.__cause__ or error
            raise FenceError([Problem(path, 1, f'The block "{name}" cannot be rendered: {type(why).__name__}: {why}.',
                                      "Compare the block's template with the wording and data that the template uses.",
                                      "blocks")]) from error
        return re.sub(r"^<(\w+)", rf'<\1 data-block="{name}" data-plain=""', html, count=1)

    return draw


class GraftFences(Treeprocessor):
    """Inserts the rendered data blocks into the page's element tree.

    superfences stores HTML as text, which Markdown does not process further. In the tree, links in the blocks are resolved and
    checked, and each `[@key]` becomes a citation.
    """

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                match = HTML_PLACEHOLDER_RE.fullmatch((child.text or "").strip()) if child.tag == "p" else None
                raw = self.md.htmlStash.rawHtmlBlocks[int(match[1])] if match else ""
                if isinstance(raw, str) and re.match(r'<\w+ data-block="', raw):
                    drawn = etree.fromstring(raw)  # noqa: S314 (our own template, autoescaped)
                    drawn.tail = child.tail
                    parent[index] = drawn
