"""Finds addresses that a change breaks: a page was renamed or removed, and nothing redirects from its old address.

Published addresses must keep working. When a page is renamed, the links inside the site change with it, so a check of the new
version alone cannot find a lost address. This script compares the versions before and after the change. The script also reports
lost anchors, because other sites may link to a section.

    python -m scripts.lost_addresses FOLDER_BEFORE FOLDER_AFTER      exit code 1 if an address is lost
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from evidence.checks.source import Page
from evidence.loading import text_files
from evidence.loading.rows import read_yaml
from evidence.model.redirects import Redirect
from evidence.model.urls import path_of


def pages(root: Path) -> dict[str, Page]:
    """Return the pages in a copy of the repository, by address."""
    docs = root / "docs"
    found = (Page.read(path, docs) for path in text_files.files(docs, ".md"))
    return {path_of(page.name): page for page in found}


def moved(root: Path) -> set[str]:
    """Return the old addresses that redirect to a page."""
    return {row.old for row in read_yaml(root / "docs" / "data" / "moved.yml", Redirect, "old")[0]}


def lost(before: Path, after: Path) -> list[str]:
    """Return the addresses that worked before and no longer work."""
    return sorted((pages(before).keys() | moved(before)) - pages(after).keys() - moved(after))


def lost_anchors(before: Path, after: Path) -> list[str]:
    """Return the lost anchors of pages that still exist, for example `massage/safety/#anchor`."""
    old, new = pages(before), pages(after)
    return [f"{address}#{heading.anchor}" for address in sorted(old.keys() & new.keys())
            for heading in old[address].headings if heading.anchor not in {other.anchor for other in new[address].headings}]


def main(arguments: list[str] | None = None) -> int:
    """Print lost addresses and anchors, and return exit code 1 if an address is lost. Lost anchors alone do not change the exit
    code.
    """
    parser = argparse.ArgumentParser(prog="python -m scripts.lost_addresses", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    given = parser.parse_args(arguments)
    actions = os.environ.get("GITHUB_ACTIONS") == "true"
    anchors = lost_anchors(given.before, given.after)
    if anchors:
        print(f"{'::notice title=anchors::' if actions else ''}Anchors that no longer exist: {', '.join(anchors)}. "
              "Other sites may link to these anchors. To keep an anchor, write {#name} after the heading.")
    found = lost(given.before, given.after)
    for address in found:
        print(f'{"::error title=addresses::" if actions else ""}"{address}" no longer exists. '
              "Add the address to docs/data/moved.yml, with the page that now has its content.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
