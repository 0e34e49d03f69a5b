"""Lists the changed files that a second person must read, grouped under the headings in .github/CODEOWNERS.

In a fork, GitHub ignores the people and teams that CODEOWNERS names. But the files need a second reader in forks too, so this
script reads the headings and the file patterns.

    git diff --name-only -z HEAD^1 | python -m scripts.codeowners_summary
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from scripts.link_table import code

CODEOWNERS = Path(__file__).resolve().parent.parent / ".github" / "CODEOWNERS"
RULES = ("evidence/checks/", "docs/data/allowed-domains.yml", ".github/", "scripts/", "tests/")
"""The files and folders that decide whether a change passes the checks. If one change alters both these files and the content
that they check, a green tick proves little."""

AGREED = ("evidence/checks/held.csv", "evidence/checks/boxes-read.csv", "evidence/checks/pages-opened.yml")
"""The files which record that somebody has approved or read some wording about safety. They have to change together with that
wording, so they are not among the `RULES`."""

MAX_FILES = 40


def sections(text: str) -> list[tuple[str, str]]:
    """Return a pair (heading, pattern) for every file pattern in CODEOWNERS, in order. The heading is the last comment above the
    pattern.
    """
    found, heading = [], ""
    for line in text.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
        elif line.strip():
            found.append((heading, line.split()[0]))
    return found


def covers(pattern: str, file: str) -> bool:
    """Return whether a pattern in CODEOWNERS matches a file. A pattern is a path, a folder (which includes everything below it),
    or a wildcard such as *.md for files in the root.
    """
    bare = pattern.lstrip("/")
    if pattern.endswith("/"):
        return file.startswith(bare)
    return file == bare or ("*" in bare and "/" not in file and PurePosixPath(file).match(bare))


def headings(files: Iterable[str], text: str) -> dict[str, list[str]]:
    """Return the changed files under each heading. If several patterns match a file, the last of these patterns counts, as on
    GitHub.
    """
    found: dict[str, list[str]] = {}
    rows = sections(text)
    for file in sorted(set(files)):
        if heading := next((heading for heading, pattern in reversed(rows) if covers(pattern, file)), ""):
            found.setdefault(heading, []).append(file)
    return found


def report(files: Iterable[str], text: str) -> str:
    """Return a Markdown list of the changed files that need a second reader."""
    files = sorted(set(files))
    found = headings(files, text)
    if not found:
        return "### Second reader\n\nNone of the changed files needs a second reader.\n"
    lines = ["### Second reader", "",
             "A mistake in these files can harm readers, or let later changes do so. Two people must read them."]
    rules = [file for file in files if file.startswith(RULES) and file not in AGREED]
    if rules and any(file.startswith("docs/") and file not in rules for file in files):
        lines += ["", "**This change alters both the rules and what they check.** A green tick says little here: "
                  "read the rules first, or ask for two separate changes."]
    for heading, names in found.items():
        lines += ["", f"{heading}:", "", *(f"- {code(name)}" for name in names[:MAX_FILES])]
        if len(names) > MAX_FILES:
            lines.append(f"- and {len(names) - MAX_FILES} more")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Read the names of changed files from standard input, separated by NUL or by line breaks. Print the list of the files that
    need a second reader.
    """
    files = [name for name in re.split(r"[\0\n]", sys.stdin.read()) if name]
    print(report(files, CODEOWNERS.read_text(encoding="utf-8")), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
