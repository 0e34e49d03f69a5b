"""What stands under a page's heading and at its foot, from its front matter.

Under the heading: when it was checked, that no health professional has reviewed it (or who has),
when it is due again, and what the subject is also called. At the foot: what changed and why.
Written here and not in the theme's templates so that both builders show it and search finds the
"also called" words.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from evidence.markdown.context import page_meta, relative
from evidence.markdown.templates import element
from evidence.pages import Kind


class PageFrame(Treeprocessor):
    """Runs before links are resolved, after everything else that makes the tree."""

    def run(self, root: etree.Element) -> None:
        meta = page_meta(self.md)
        heading = next((i for i, child in enumerate(root) if child.tag == "h1"), None)
        if meta is None or heading is None:
            return
        head = element("page-head", meta=meta, how=relative(self.md, "about/how-this-site-is-made.md"))
        if meta.kind is Kind.HOME:
            root.append(head)
        else:
            root.insert(heading + 1, head)
            root.append(element("page-foot", meta=meta))
