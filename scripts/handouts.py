"""Prints the leaflets of a built site to PDFs with tags for screen readers, on A4 and US Letter. Each PDF is saved in the folder
of the leaflet's page.

Each leaflet must fit on one side of a sheet. If a leaflet needs a second page, the script fails. scripts/build.sh calls this
script for `make handouts`.

    python -m scripts.handouts site
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import launch

PAPER = {"a4": "A4", "letter": "Letter"}
FOLDER = "try/handouts"


def leaflets(site: Path) -> list[Path]:
    """Return the paths to the HTML pages of the leaflets in a built site."""
    return sorted(site.glob(f"{FOLDER}/*/index.html"))


def print_sheet(page: Page, address: str, size: str) -> bytes:
    """Print a leaflet in Chromium as a reader would, and return the PDF."""
    page.goto(address)
    return page.pdf(format=size, tagged=True, outline=True)


def faults(pdf: bytes) -> list[str]:
    """Return a message for each fault in a leaflet's PDF."""
    sides = len(re.findall(rb"/Type\s*/Page\b", pdf))
    found = [] if sides == 1 else [f"it takes {sides} pages. Shorten the text in docs/{FOLDER}/ so that it fits on one"]
    if not re.search(rb"/Marked\s+true", pdf) or b"/StructTreeRoot" not in pdf:
        found.append("it has no tags for screen readers. Use a newer Chromium")
    return found


def main(site: Path) -> int:
    """Write the PDFs of all leaflets. Return exit code 1 if any of the PDFs has a fault."""
    pages = leaflets(site)
    wrong = [] if pages else [f"There are no leaflets in {site}/{FOLDER}. Build the site first: make build"]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        for path in pages:
            for name, size in PAPER.items():
                pdf = print_sheet(page, path.resolve().as_uri(), size)
                target = path.with_name(f"massage-for-back-pain-{path.parent.name}-{name}.pdf")
                target.write_bytes(pdf)
                wrong += [f"{target.name}: {fault}" for fault in faults(pdf)]
        browser.close()
    print("\n".join(wrong) or f"{len(pages) * len(PAPER)} PDFs, each on one page.", file=sys.stderr if wrong else sys.stdout)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
