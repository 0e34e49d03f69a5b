"""sitemap.xml: every page with the day of its own newest change or check, instead of the day of the build (sitemaps.org)."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from evidence.model.edition import Edition

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(site: Path, days: Mapping[str, date], edition: Edition) -> None:
    """Writes the map in place of the builder's own. A site without an address has none, since a map names full addresses.

    `days` gives each page's day by its file, as in massage/safety.md.
    """
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    if not edition.address:
        return
    root = etree.Element("urlset", xmlns=SPACE)
    for name, day in sorted(days.items(), key=lambda item: edition.address_of(item[0])):
        page = etree.SubElement(root, "url")
        etree.SubElement(page, "loc").text = edition.address_of(name)
        etree.SubElement(page, "lastmod").text = day.isoformat()
    etree.indent(root)
    etree.ElementTree(root).write(site / "sitemap.xml", encoding="UTF-8", xml_declaration=True)
