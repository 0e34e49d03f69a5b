"""What stands under a page's heading and at its foot, from its front matter.

Under the heading: when it was checked, that no health professional has reviewed it (or who has),
when it is due again, and what the subject is also called. At the foot: what changed and why, and
how to cite the page. A leaflet (`template: handout.html`) gets its words in one element, which its
style sheet lays out on one sheet, and below it date, version, address and QR code.
Written here and not in the theme's templates so that both builders show it and search finds the
"also called" words.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from evidence.address import address_of, qr
from evidence.markdown.context import page_meta, page_path, relative
from evidence.markdown.templates import element
from evidence.pages import HANDOUT, Kind, Meta

NEXT = "box--next"


class PageFrame(Treeprocessor):
    """Runs before links are resolved, after everything else that makes the tree."""

    def run(self, root: etree.Element) -> None:
        meta = page_meta(self.md)
        heading = next((i for i, child in enumerate(root) if child.tag == "h1"), None)
        if meta is None or heading is None:
            return
        address = address_of(page_path(self.md))
        head = element("page-head", meta=meta, address=address, how=relative(self.md, "about/how-this-site-is-made.md"))
        if meta.kind is Kind.HOME:
            root.append(head)
        else:
            root.insert(heading + 1, head)
            if meta.template == HANDOUT:
                self.sheet(root, heading + 2, meta)
            root.append(element("page-foot", meta=meta, address=address))

    def sheet(self, root: etree.Element, start: int, meta: Meta) -> None:
        """Puts the leaflet's words into one element and its foot below; the next step stays outside."""
        words = [child for child in root[start:] if NEXT not in child.get("class", "")]
        sheet = etree.Element("div", {"class": "handout"})
        for child in words:
            root.remove(child)
            sheet.append(child)
        address = address_of(page_path(self.md))
        code = etree.tostring(qr(address, f"QR code that leads to {address}"), encoding="unicode") if address else None
        root.insert(start, sheet)
        root.insert(start + 1, element("handout-foot", meta=meta, address=address,
                                       code=code and Markup(code)))
