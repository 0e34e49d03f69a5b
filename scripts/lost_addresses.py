"""Finds addresses that no longer work after a change, because a page was renamed or removed without a redirect.

The new version of the site does not show which addresses are lost, so the script compares the versions before and after the
change. It also reports lost anchors, because other sites may link to a section of a page.

    python -m scripts.lost_addresses FOLDER_BEFORE FOLDER_AFTER      exits with 1 if an address is lost
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
    """Return all pages in a copy of the repository. The keys are the addresses of the pages."""
    docs = root / "docs"
    found = (Page.read(path, docs) for path in text_files.files(docs, ".md"))
    return {path_of(page.name): page for page in found}


def moved(root: Path) -> set[str]:
    """Return the old addresses that redirect readers to a page."""
    return {row.old for row in read_yaml(root / "docs" / "data" / "moved.yml", Redirect, "old")[0]}


def lost(before: Path, after: Path) -> list[str]:
    """Return the addresses that work before the change but not after it."""
    return sorted((pages(before).keys() | moved(before)) - pages(after).keys() - moved(after))


def lost_anchors(before: Path, after: Path) -> list[str]:
    """Return the anchors that were removed from pages that still exist, for example `massage/safety/#anchor`."""
    old, new = pages(before), pages(after)
    return [f"{address}#{heading.anchor}" for address in sorted(old.keys() & new.keys())
            for heading in old[address].headings if heading.anchor not in {other.anchor for other in new[address].headings}]


def main(arguments: list[str] | None = None) -> int:
    """Print the lost addresses and anchors. Return exit code 1 if any address is lost. Lost anchors alone give exit code 0."""
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
              "Add it to docs/data/moved.yml, together with the page that it should redirect to.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
