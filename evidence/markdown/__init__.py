"""The Markdown extension for our blocks, citations and warning signs.

The extension works in MkDocs and in Zensical, because it uses only Python-Markdown, superfences and pymdownx.blocks. The package
`evidence.builders` tells the extension the path of the current page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markdown import Markdown

from evidence.markdown.blocks import EvidenceBlocks
from evidence.markdown.citations import CITATION, CitationPattern, GatherCitations, NumberCitations, PageIsWhole
from evidence.markdown.context import Context, PageOf, front_page
from evidence.markdown.fences import FENCES, GraftFences, formatter
from evidence.markdown.frame import Contents, PageFrame, ReviewSheet
from evidence.markdown.glossary import GlossaryLinks
from evidence.markdown.headings import HideHeadings, ShowHeadings
from evidence.markdown.paper import NumbersOnPaper
from evidence.markdown.signs import CapitalSigns, OwnCautions, SignPattern
from evidence.markdown.structured_data import StructuredData
from evidence.markdown.tables import NameTables, RowHeads
from evidence.model.edition import Edition
from evidence.model.urls import path_of


class EvidenceExtension(Context):
    """The Markdown extension that adds everything that authors can write beyond standard Markdown.

    `page_of` returns the path of the current page relative to docs/. It is needed because Python-Markdown does not know which
    page it renders. Each page in the folder of a translation is rendered with the wording of that translation.

    `folder_of` takes the path of a page's file, and returns the folder from which links on this page start. Links to review
    sheets need it. If `folder_of` is None, there are no review sheets.
    """

    def __init__(self, edition: Edition, *, page_of: PageOf = front_page, translations: Iterable[Edition] = (),
                 folder_of: Callable[[str], str] | None = path_of, **kwargs: Any):
        self.folder_of = folder_of
        self.config = {"offline": [False, "whether the pages are for the offline pack, which search engines never see"]}
        super().__init__(edition, page_of, translations, **kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        dataset = self.dataset
        self._fences(md)
        EvidenceBlocks().extendMarkdown(md)
        md.inlinePatterns.register(CitationPattern(CITATION, md), "citation", 175)
        md.inlinePatterns.register(SignPattern(md, dataset), "sign", 174)
        md.treeprocessors.register(GraftFences(md), "evidence-fences", 25)
        md.treeprocessors.register(PageFrame(md), "evidence-frame", 22)
        md.treeprocessors.register(GatherCitations(md), "evidence-gather", 16)
        md.treeprocessors.register(RowHeads(md), "evidence-tables", 14)
        md.treeprocessors.register(CapitalSigns(md), "evidence-signs", 16)
        md.treeprocessors.register(OwnCautions(md), "evidence-own-cautions", 10)
        md.treeprocessors.register(NumbersOnPaper(md), "evidence-paper", 11)
        md.treeprocessors.register(HideHeadings(md), "evidence-headings-hide", 6)
        md.treeprocessors.register(ShowHeadings(md), "evidence-headings-show", 4)
        md.treeprocessors.register(NameTables(md), "evidence-table-names", 3.5)
        md.treeprocessors.register(Contents(md), "evidence-contents", 3)
        terms = GlossaryLinks(md, list(dataset.terms.values()), self.words["plural_of_a_term"])
        md.treeprocessors.register(terms, "evidence-glossary", 12)
        whole = PageIsWhole(md)
        md.treeprocessors.register(whole, "evidence-whole", -100)
        md.postprocessors.register(NumberCitations(md, dataset.references, whole), "evidence-citations", 5)
        if self.folder_of:
            md.treeprocessors.register(ReviewSheet(md, self.folder_of), "evidence-review-sheet", -50)
        if not self.getConfig("offline"):
            md.postprocessors.register(StructuredData(md, whole), "evidence-structured-data", 4)
        self.whole = whole

    def reset(self) -> None:
        """Clear what is stored about the previous page. Python-Markdown calls this method before each page."""
        self.whole.done = False

    @staticmethod
    def _fences(md: Markdown) -> None:
        if "fenced_code_block" not in md.preprocessors:
            md.registerExtensions(["pymdownx.superfences"], {})
        for registered in md.registeredExtensions:
            if hasattr(registered, "extend_super_fences"):
                for name in FENCES:
                    registered.extend_super_fences(name, formatter(name), _any_options, None)


def _any_options(_language: str, inputs: dict[str, str], options: dict[str, str], _attrs: dict[str, str], _md: Markdown) -> bool:
    options.update(inputs)
    return True
