"""Checks that a built site is complete, before it replaces the published site.

    python -m scripts.check_site site
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from urllib.parse import quote

NEEDED = ("index.html", "404.html", "sitemap.xml", "search/search_index.json", "data/claims.json", "data/references.bib")
PDF = re.compile(r"""href=["']?([\w-]+\.pdf)\b""")
"""Matches a leaflet's link to its PDF, which is in the same folder as the page."""

LOCAL = "http://127.0.0.1"
LINKED = re.compile(rf"""href=["']?(?:{LOCAL}|[^"'\s>]*={quote(LOCAL, safe="")})""")
"""Matches a link to a local server, and a link to a form that is filled in with an address on a local server."""


def faults(site: Path, address: str = "") -> list[str]:
    """Return a sentence for each part of a built site that is missing or incomplete. If `address` is the site's public address,
    also report each page that links to a local server, because such links do not work for readers.
    """
    found = [f"{name} is missing or empty." for name in NEEDED if not (site / name).is_file() or not (site / name).stat().st_size]
    try:
        entries = json.loads((site / "data" / "pages.json").read_text(encoding="utf-8"))["pages"]
        paths = [str(entry["path"]) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError):
        return [*found, "data/pages.json is missing or cannot be read."]
    if not paths:
        found.append("data/pages.json lists no pages.")
    for path in paths:
        page = site / path / "index.html"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        if not text:
            found.append(f"{path}index.html is missing or empty.")
        elif not text.rstrip().endswith("</html>"):
            found.append(f"{path}index.html is incomplete.")
        elif address and not address.startswith(LOCAL) and LINKED.search(text):
            found.append(f"{path}index.html contains the address of a local server.")
        found += [f"{path}{name} is missing, although the page links to it." for name in PDF.findall(text)
                  if not (page.parent / name).is_file()]
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print what is missing from a built site. Return exit code 1 if anything is missing."""
    given = sys.argv[1:] if arguments is None else arguments
    found = faults(Path(given[0] if given else "site"), os.environ.get("SITE_URL", ""))
    print("\n".join(found) if found else "The site is complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
