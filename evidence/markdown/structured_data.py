"""Adds the schema.org description of a page after the page's main content.

Browsers never run the description as code, so the Content-Security-Policy needs no hash for it. The theme's templates do not add
it, because the result must be the same in MkDocs and Zensical.
"""

from __future__ import annotations

import json

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from evidence.loading.outline import names, outline
from evidence.markdown.citations import PageIsWhole
from evidence.markdown.context import context, page_meta, page_path
from evidence.markdown.schema_org import graph


class StructuredData(Postprocessor):
    """Adds the schema.org description. Runs after the list of sources has been added."""

    def __init__(self, md: Markdown, whole: PageIsWhole):
        super().__init__(md)
        self.whole = whole

    def run(self, text: str) -> str:
        meta = page_meta(self.md) if self.whole.done else None
        if meta is None or meta.translation:  # search engines are asked not to index translations
            return text
        this = context(self.md)
        data = graph(page_path(self.md), meta, text, this, names(outline(this.settings.nav)))
        if data is None:
            return text
        packed = json.dumps(data, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
        return f'{text}\n<script type="application/ld+json">{packed}</script>'
