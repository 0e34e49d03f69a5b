"""Computes the web addresses of pages, for use in citations, on leaflets and in QR codes.

Markdown extensions do not receive the address of a page. So `Edition.address_of` computes this address from the environment
variable SITE_URL, which mkdocs.yml reads too.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

import segno

DEFAULT = "http://127.0.0.1:8000/"
"""The site's address if `SITE_URL` is not set; mkdocs.yml has the same default."""


def path_of(name: str) -> str:
    """Return a page's path below the site's address: `massage/safety.md` -> `massage/safety/`. The path of the home page is an
    empty string.
    """
    path = name.removesuffix(".md")
    return "" if path == "index" else path.removesuffix("/index") + "/"


def qr(address: str, label: str) -> etree.Element:
    """Return a QR code for an address, as one SVG element that is black on white in every colour scheme.

    Error correction level M (15%) is enough for a folded or stained sheet of paper, and keeps the squares large.
    """
    code = segno.make_qr(address, error="m")
    drawing = etree.fromstring(code.svg_inline(omitsize=True, light="#fff", border=4))  # noqa: S314 (segno's own output)
    drawing.attrib.pop("xmlns", None)
    drawing.attrib.update({"class": "qr", "role": "img", "aria-label": label, "focusable": "false"})
    return drawing
