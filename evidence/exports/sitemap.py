"""Writes sitemap.xml (see sitemaps.org). It lists each page with the date on which we last changed or checked it, not with the
date of the build.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from evidence.model.edition import Edition

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(site: Path, days: Mapping[str, date], edition: Edition) -> None:
    """Write our own sitemap in place of the one that MkDocs or Zensical has written. If the site has no address, only remove the
    existing one, since a sitemap needs full addresses.

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
