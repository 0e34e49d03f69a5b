"""Addresses that a change removes: a page was renamed or removed, and nothing redirects from where it was.

An address is a promise. Links inside the site are fixed with a rename, so no check of one version sees the loss; only the
states before and after together show it. Anchors are told as well, since others may link to a section.

    python -m scripts.lost_addresses FOLDER_BEFORE FOLDER_AFTER      exit code 1 where an address is lost
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
    """The pages of a copy of the repository, by address."""
    docs = root / "docs"
    found = (Page.read(path, docs) for path in text_files.files(docs, ".md"))
    return {path_of(page.name): page for page in found}


def moved(root: Path) -> set[str]:
    """The old addresses that redirect."""
    return {row.old for row in read_yaml(root / "docs" / "data" / "moved.yml", Redirect, "old")[0]}


def lost(before: Path, after: Path) -> list[str]:
    """Addresses that worked before and do not work after."""
    return sorted((pages(before).keys() | moved(before)) - pages(after).keys() - moved(after))


def lost_anchors(before: Path, after: Path) -> list[str]:
    """Sections of pages that stayed, whose anchor is gone, as `massage/safety/#anchor`."""
    old, new = pages(before), pages(after)
    return [f"{address}#{heading.anchor}" for address in sorted(old.keys() & new.keys())
            for heading in old[address].headings if heading.anchor not in {other.anchor for other in new[address].headings}]


def main(arguments: list[str] | None = None) -> int:
    """Says what is lost. Only whole addresses stop a change."""
    parser = argparse.ArgumentParser(prog="python -m scripts.lost_addresses", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    given = parser.parse_args(arguments)
    actions = os.environ.get("GITHUB_ACTIONS") == "true"
    anchors = lost_anchors(given.before, given.after)
    if anchors:
        print(f"{'::notice title=anchors::' if actions else ''}Anchors that are gone: {', '.join(anchors)}. "
              "Other sites may link to them; {#name} after a heading keeps one.")
    found = lost(given.before, given.after)
    for address in found:
        print(f'{"::error title=addresses::" if actions else ""}"{address}" no longer exists. '
              "Add it to docs/data/moved.yml, with the page that now has its content.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
