"""Reads a page's source for the rules: splits the source into numbered lines, and finds the lines that are running text.

Front matter, code fences and other code are not running text. Rules can also leave out quotations, because a page may quote
a phrase in order to refute it. This module reads lines, and does not parse Markdown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify

from evidence.loading.pages import read
from evidence.loading.rows import parse_yaml, strings
from evidence.markdown.fences import FENCES
from evidence.model.pages import Kind, Layer, Meta, layer_of
from evidence.model.problems import Problem

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([\w-]*)[ \t]*$")
NOT_DATA = re.compile(r"(`{3,}|~{3,})\s*\w|#{1,6} |/{3,}|[A-Z“][^:]{60}")
"""Matches a line that cannot be data in a fence, since it starts a block, a heading or a paragraph. It shows that the fence above
was not closed."""

LIKE_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
LIKE_BLOCK = re.compile(r"^(?: {0,3}(?:/{1,2}|\\{3}|:{3})| {4,}/{3,})\s*"
                        r"(facts|steps|say|quiet|emergency|today|before|note|next|ask|doors|countries|sheets|hero|two)\b\s*(?:\|\s*(.*))?$")
"""Matches the start of a block that is indented or has the wrong characters. It counts as open, so that one mistake causes one
message."""

BLOCK = re.compile(r"^ {0,3}/{3,}\s*([\w-]+)?\s*(?:\|\s*(.*))?$")
MAX_PARAGRAPH = 3_000
"""Maximum number of characters that are read as one paragraph; a longer paragraph is read in pieces."""

HEADING = re.compile(r"^(#{1,6})(.*)$")
QUOTED = re.compile(r'“[^”]*”|"[^"]*"|‘[^’]*’(?!\w)')
CODE = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
"""Matches code in a line. An escaped backtick does not start code, so that nothing can be hidden between two of them."""

LINK = re.compile(r"(?<!\\)(!?)\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]\(\s*<?([^)\s>]++)>?[^)]*+\)")


TARGET = re.compile(r"(?<=\])\([^)]*\)")
MARKUP = re.compile(r"[*_\[\]]")


def blank(match: re.Match[str]) -> str:
    """Return a string of spaces as long as the matching text."""
    return " " * len(match[0])


def unquoted(text: str) -> str:
    """Return a string without quotations, link targets and emphasis markup."""
    words = TARGET.sub(blank, text) if "](" in text else text
    return MARKUP.sub("", QUOTED.sub(blank, words))


@dataclass(frozen=True)
class Line:
    """A line of running text. `number` counts from 1, `text` has spaces in place of code, and `block` is the name of the block
    that contains the line.
    """

    number: int
    text: str
    block: str = ""

    @cached_property
    def unquoted(self) -> str:
        """Return the line's text without quotations and link targets, or an empty string for a line of a block quotation."""
        if self.text.lstrip().startswith(">"):
            return ""
        return unquoted(self.text)


@dataclass(frozen=True)
class FencedBlock:
    """A code fence. `line` is the number of its first line. A fence with the name of a data block, such as "icons", shows
    data.
    """

    name: str
    text: str
    line: int

    @cached_property
    def data(self) -> Any:
        """Parse the fence's text as YAML, and return the data, or None if the YAML is invalid. The function
        `evidence.markdown.fences.checked` reports invalid YAML.
        """
        return parse_yaml(self.text, Path(), offset=self.line)[0]


@dataclass(frozen=True)
class Heading:
    """A heading on a page, with its level and its anchor."""

    level: int
    text: str
    line: int
    anchor: str
    own: bool = False
    """Whether the author chose the anchor, with {#name}."""


@dataclass(frozen=True, eq=False)
class Page:
    """A page, as rules receive it. `raw` contains every line of the file, including front matter and code.

    `name` is the page's path relative to docs/, in lower case. Capital letters in the path are a problem only for the rules in
    `evidence.checks.file_names`.
    """

    path: Path
    name: str
    meta: Meta | None
    kind: Kind | None
    front_findings: tuple[Problem, ...]
    lines: tuple[Line, ...]
    fences: tuple[FencedBlock, ...]
    blocks: tuple[tuple[str, int], ...]
    unclosed: tuple[Problem, ...]
    raw: tuple[str, ...] = ()
    body_start: int = 0

    @classmethod
    def read(cls, path: Path, docs: Path) -> Page:
        """Read a page from its file. Store front matter faults in `front_findings`, and unclosed blocks in `unclosed`."""
        source, problems = read(path)
        lines: list[Line] = []
        fences: list[FencedBlock] = []
        blocks: list[tuple[str, int]] = []
        open_blocks: list[tuple[str, int, str]] = []
        unclosed: list[Problem] = []
        fence: tuple[str, str, int, list[str]] | None = None
        for number, text in enumerate(source.lines, 1):
            if number <= source.body_start:
                continue
            if fence and fence[1] in FENCES and NOT_DATA.match(text):
                unclosed.append(never_closed(path, fence[2], fence[0]))
                fences.append(FencedBlock(fence[1], "\n".join(fence[3]), fence[2]))
                fence = None
            if fence:
                if text.strip().startswith(fence[0]) and not text.strip().strip(fence[0][0]):
                    fences.append(FencedBlock(fence[1], "\n".join(fence[3]), fence[2]))
                    fence = None
                else:
                    fence[3].append(text)
                continue
            if match := FENCE.match(text):
                fence = (match[1], match[2], number, [])
                continue
            if LIKE_FENCE.match(text):
                unclosed.append(Problem(path, number, "This line is not a valid start of a code fence.",
                                        "Start a code fence with three backticks and one name, and nothing else.", "blocks"))
            like = LIKE_BLOCK.match(text)
            if like:
                unclosed.append(Problem(path, number, f'"{text.strip()}" is not a valid start of a block.',
                                        f"Start the block with three slashes: /// {like[1]}.", "blocks"))
            if match := like or BLOCK.match(text):
                slashes = "///" if like else "/" * (len(text.strip()) - len(text.strip().lstrip("/")))
                if match[1]:
                    open_blocks.append((match[1], number, slashes))
                    blocks.append((match[1], number))
                elif open_blocks:
                    name, start, opened = open_blocks.pop()
                    if slashes != opened:
                        unclosed.append(Problem(path, number, f'"{slashes}" does not close the block "{opened} {name}".',
                                                f'Write "{opened}", as on line {start}.', "blocks"))
                else:
                    unclosed.append(Problem(path, number, "This /// closes a block that was never opened.",
                                            "Remove this line, or open the block on an earlier line.", "blocks"))
                lines.append(Line(number, match[2] or "", open_blocks[-1][0] if open_blocks else ""))
                continue
            clean = CODE.sub(blank, text) if "`" in text else text
            lines.append(Line(number, clean, open_blocks[-1][0] if open_blocks else ""))
        if fence:
            unclosed.append(never_closed(path, fence[2], fence[0]))
        unclosed += [Problem(path, line, f'The block "{name}" is never closed.',
                             f"End the block with the line {slashes}.", "blocks")
                     for name, line, slashes in open_blocks]
        name = path.relative_to(docs).as_posix().lower() if path.is_relative_to(docs) else path.name
        return cls(path, name, source.meta, source.kind, tuple(problems), tuple(lines), tuple(fences), tuple(blocks),
                   tuple(unclosed), source.lines, source.body_start)

    @property
    def broken(self) -> bool:
        """Return True if the page's front matter cannot be read, or if a block on the page is never closed."""
        return self.kind is None or any(problem.what.endswith(NEVER) for problem in (*self.front_findings, *self.unclosed))

    @property
    def layer(self) -> Layer:
        """Return the page's layer, for example short page, studies page or leaflet."""
        return layer_of(self.name, self.kind, self.meta.template if self.meta else "")

    @property
    def for_readers(self) -> bool:
        """Return whether the page is for people with back pain. Pages about the project, for example, are not."""
        return self.kind is not None and self.kind.traits.readers

    def problem(self, line: int, what: str, instead: str, rule: str, warning: bool = False, about: str = "",
                count: int = 0) -> Problem:
        """Make a `Problem` that points to a line of this page."""
        return Problem(self.path, line, what, instead, rule, warning, about, count)

    @cached_property
    def headings(self) -> list[Heading]:
        """Return the page's headings in order, each with the anchor that it will have on the built page."""
        found = []
        for line in self.lines:
            if match := HEADING.match(line.text):
                text = match[2].strip().rstrip("#").rstrip()
                own = re.search(r"\{[^}]*#([^\s}]+)[^}]*\}\s*$", text)
                bare = re.sub(r"\s*\{[^}]*\}\s*$", "", text)
                plain = LINK.sub(r"\2", re.sub(r"[*_`]|\[@[^\]]*\]", "", bare))
                found.append(Heading(len(match[1]), bare, line.number, own[1] if own else slugify(plain, "-"), bool(own)))
        return found

    @cached_property
    def links(self) -> list[tuple[int, str, str, str]]:
        """Return the page's links as (line number, text, target, name of the block around the link)."""
        return [(line.number, m[2], m[3], line.block) for line in self.lines for m in LINK.finditer(line.text)]

    @cached_property
    def passages(self) -> list[tuple[int, str]]:
        """Return the page's text as (line number, text): the texts of its front matter, paragraphs, data blocks and code.

        Quotations are left out. Each line of a paragraph is returned alone, and once more joined to the next line, so that
        rules also find a phrase that spans a line break.
        """
        said = [(self.meta.at(name), unquoted(text)) for name, text in self.meta if isinstance(text, str)] if self.meta else []
        for run in self.paragraphs:
            said += joined(run)
        for fence in self.fences:
            said += [(line, unquoted(text)) for line, text in strings(fence.data, fence.line)]
            if not isinstance(fence.data, dict):
                said += [(fence.line + count, unquoted(text)) for count, text in enumerate(fence.text.split("\n"), 1)]
        said += [(line.number, unquoted(match[0].strip("`"))) for line in self.lines if "`" in self.raw[line.number - 1]
                 for match in CODE.finditer(self.raw[line.number - 1])]
        return said

    @cached_property
    def log(self) -> list[tuple[int, str]]:
        """Return the entries of the page's log of changes, as (line number, text)."""
        head = list(enumerate(self.raw[:self.body_start], 1))
        return [(next((number for number, row in head if change.what[:40] in row), 1), change.what)
                for change in (self.meta.changes if self.meta else ())]

    @cached_property
    def paragraphs(self) -> list[list[Line]]:
        """Return the page's paragraphs, each as a list of lines. Each list item and each table row counts as a paragraph."""
        runs: list[list[Line]] = [[]]
        length = 0
        for line in self.lines:
            item = re.match(r"\s*([-*+]|\d+\.)\s|\s*\||:\s|#", line.text)
            if length > MAX_PARAGRAPH or not line.text.strip() or item:
                runs.append([])
                length = 0
            if line.text.strip():
                runs[-1].append(line)
                length += len(line.text)
        return [run for run in runs if run]


NEVER = ("never closed.", "never opened.")


def never_closed(path: Path, line: int, mark: str) -> Problem:
    """Return the problem for a code fence that is never closed."""
    return Problem(path, line, "This code fence is never closed.", f"End the fence with the line {mark}.", "blocks")


def joined(run: list[Line]) -> list[tuple[int, str]]:
    """Return the lines of a paragraph, and each pair of consecutive lines, because a phrase can span a line break."""
    texts = [(line.number, line.unquoted) for line in run]
    return texts + [(number, f"{text} {after}") for (number, text), (_, after) in pairwise(texts)]
