"""Automatically fixes simple faults in files, such as invisible characters and trailing spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from evidence.checks.characters import ENTITY, unseen
from evidence.loading import text_files

KINDS = (".md", ".yml", ".csv", ".bib")
"""The file types that people write by hand in docs/."""

HARD_BREAK = re.compile(r"(?<=\S)  $")
"""Matches two spaces at the end of a line of Markdown, which start a new line on the page."""


def fixed(text: str, markdown: bool = True) -> str:
    """Clean the text of a file: replace HTML character codes and decomposed accents with plain characters, and remove invisible
    characters and trailing spaces. Readers see no difference.
    """
    text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    text = unicodedata.normalize("NFC", text)
    text = "".join(character for character in text if character in "\t\n" or not unseen(character))
    lines = (line if markdown and HARD_BREAK.search(line) else line.rstrip() for line in text.split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def fix(paths: Iterable[Path]) -> list[Path]:
    """Fix files in place, save them in UTF-8 with Unix line endings, and return the paths of the files that changed.

    A file that cannot be read completely, for example because it is too large, stays unchanged. The checks report such files.
    """
    changed = []
    for path in paths:
        text, problems = text_files.read(path)
        if any(problem.instead != text_files.SAVE for problem in problems):
            continue
        new = fixed(text, path.suffix == ".md").encode()
        if new != path.read_bytes():
            path.write_bytes(new)
            changed.append(path)
    return changed
