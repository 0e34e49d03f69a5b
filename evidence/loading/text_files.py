"""Finds and reads files. Skips files that are not part of the site, and decodes text files no matter which program saved them.

Editors leave lock files and backups behind. Windows and Excel add byte order marks, and use their own line endings and encodings.
None of these may cause a traceback, or put a wrong character on a page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from evidence.model.problems import Problem

MAX_BYTES = 1_000_000
MAX_PAGE = 200_000
MAX_LINE = {".md": 2_000, ".yml": 2_000, ".csv": 2_000, ".bib": 2_000}
LONG_LINE = 5_000
"""Maximum number of characters in a line, for files with a suffix that is not in `MAX_LINE`. The limits are twice the length of
our longest lines. On endless lines, some patterns take minutes."""

MAX_BRACKETS = 500
"""Maximum number of opening square brackets in a paragraph of a page. Our paragraphs have at most 60. For each bracket that is
not closed, Markdown searches the rest of the paragraph, so 2,000 of them would take seconds."""

MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks, each with the encoding that it announces."""

LEFT = re.compile(r"~\$.*|\.~lock.*|thumbs\.db|desktop\.ini|.*\.(tmp|bak|orig)|.*( \(\d+\)| - copy| copy)\.\w+", re.IGNORECASE)
"""Matches the names of files that other programs leave behind, and of copies."""

SAVE = 'Save it again as "UTF-8", with "LF" as the line ending.'
"""The advice for a file whose text could be read, although it is not in UTF-8 or has the line endings of an old Mac."""


def is_there(path: Path) -> bool:
    """Return whether a file exists. If the path is too long for the operating system, return False."""
    try:
        return path.is_file()
    except OSError:
        return False


def files(folder: Path, *suffixes: str, deep: bool = True) -> list[Path]:
    """Return the files in a folder, sorted. If suffixes are given, return only files with one of these suffixes. If `deep` is
    true, include subfolders.

    Names that begin with a dot are left out. So are symbolic links, which `checks/file_names.py` reports.
    """
    return sorted((Path(entry) for entry in _walk(folder, deep)
                   if entry.is_file(follow_symlinks=False) and (not suffixes or entry.name.endswith(suffixes))),
                  key=attrgetter("parts"))


def stamp(folder: Path) -> frozenset[tuple[str, int]]:
    """Return the path and modification time (in nanoseconds) of each file in a folder and its subfolders."""
    return frozenset((entry.path, entry.stat().st_mtime_ns) for entry in _walk(folder) if entry.is_file(follow_symlinks=False))


def links(folder: Path) -> list[Path]:
    """Return the symbolic links in a folder and its subfolders, sorted. Leave out names that begin with a dot."""
    return sorted(Path(entry) for entry in _walk(folder) if entry.is_symlink())


def _walk(folder: Path, deep: bool = True) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:  # a folder that does not exist, or cannot be read, counts as empty
        return
    for entry in found:
        yield entry
        if deep and entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry))


def read(path: Path) -> tuple[str, list[Problem]]:
    """Return the text in a file, and the problems with the file itself. Line endings become LF, and byte order marks are
    removed.

    A file that is not in UTF-8 is still read, so that one run reports all mistakes in the file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return "", [Problem(path, 1, f"The file cannot be read ({error.strerror}).",
                            "Check that the file exists and that you have permission to read it.", "files")]
    if len(data) > (most := MAX_PAGE if path.suffix == ".md" else MAX_BYTES):
        return "", [Problem(path, 1, f"The file has {len(data):,} bytes, but a file of this kind may have at most {most:,}.",
                            "Shorten the file, or split it.", "files")]
    text, problems = _decoded(path, data)
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        problems = [*problems, Problem(path, 1,
                                       "The lines end with CR characters, as on old Macs, so GitHub would show the whole file "
                                       "as one line.", SAVE,
                                       "files")]
        text = text.replace("\r", "\n")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        problems = [Problem(path, line, "The file contains bytes that are not text.",
                            "Restore an earlier version of the file, or save the file as plain text.", "files")]
        text = text.replace("\0", "")
    lines = text.split("\n")
    if len(max(lines, key=len)) > (longest := MAX_LINE.get(path.suffix, LONG_LINE)):
        problems += [Problem(path, number, f"The line is longer than {longest:,} characters.", "Split it.", "files")
                     for number, line in enumerate(lines, 1) if len(line) > longest]
        text = "\n".join(line[:longest] for line in lines)
    if path.suffix == ".md" and text.count("[") > MAX_BRACKETS:
        paragraphs = re.split(r"(\n[^\S\n]*\n)", text)
        for place, paragraph in enumerate(paragraphs):
            if (count := paragraph.count("[")) > MAX_BRACKETS:
                line = "".join(paragraphs[:place]).count("\n") + 1
                problems = [*problems, Problem(
                    path, line,
                    f'The paragraph has {count:,} opening square brackets ("["), but at most {MAX_BRACKETS} are allowed.',
                    "Remove the brackets that are never closed.", "files")]
                paragraphs[place] = paragraph.replace("[", "")
        text = "".join(paragraphs)
    return text, problems


def _decoded(path: Path, data: bytes) -> tuple[str, list[Problem]]:
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    if MARKS.get(mark) == "utf-16":
        return data.decode("utf-16", "replace"), [Problem(path, 1, "The file is saved as UTF-16.", SAVE, "files")]
    data = data.removeprefix(mark)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    lines: list[str] = []
    first_line, first_word = 0, ""
    for number, line in enumerate(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:  # read only this line as Windows text: the other lines are probably in UTF-8
            lines.append(line.decode("cp1252", "replace").replace("\ufffd", "?"))
            if not first_line:
                first_line, first_word = number, next((word for word in lines[-1].split() if not word.isascii()), "")
    return "\n".join(lines), [
        Problem(path, first_line, f'The file is not saved as UTF-8. The first damaged word is "{first_word[:40]}".',
                SAVE, "files")]
