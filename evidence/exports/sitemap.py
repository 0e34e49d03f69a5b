"""Writes sitemap.xml (see sitemaps.org). Each page is listed with the date of its last change or check."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from evidence.model.edition import Edition

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(site: Path, days: Mapping[str, date], edition: Edition) -> None:
    """Write our own sitemap in place of the sitemap from MkDocs or Zensical. If the site has no address, just remove the existing
    sitemap, because a sitemap needs full addresses.

    `days` maps the file of each page, for example massage/safety.md, to the date to list.
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
