"""Adds the parts of a page that are made from its front matter, below the title and at the end of the page.

Below the title are a note (on translated pages), tabs for the short page and the studies page, the opening paragraph, the line
"How sure are we?", and a line of dates. At the end are links to other organisations, ways to correct the page, the page's
changes, and how to cite the page.

The text of a leaflet (`template: handout.html`) is put into one element, which is printed on one sheet. The leaflet's date,
version, address and QR code come after this element. The theme's templates do none of this, because the result must be the same
in MkDocs and Zensical.
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from evidence.loading.pages import read
from evidence.markdown.context import context, extension, page_meta, page_path, relative, to_first
from evidence.model.pages import HANDOUT, Kind, Meta, Translation
from evidence.model.reviews import SHEET, Review
from evidence.model.urls import path_of, qr

NEXT = "box--next"
LONG = 5
"""A page with at least this many sections shows a list of them."""

RECORD = "about/review-a-page.md"
"""The page that shows every review in full."""

Reviews = list[tuple[Review, date | None]]
"""The reviews of a page, each with the date of the first change after it."""


class ReviewSheet(Treeprocessor):
    """Adds the link to the page's own review sheet, and the links in lists of review sheets.

    Runs after links between pages are resolved. MkDocs and Zensical cannot resolve links to review sheets, because the sheets are
    written after the build. `folder_of` returns the folder to which the links are relative.
    """

    def __init__(self, md: Markdown, folder_of: Callable[[str], str]):
        super().__init__(md)
        self.folder_of = folder_of

    def run(self, root: etree.Element) -> None:
        name = page_path(self.md)
        here = self.folder_of(name) or "."

        def sheet(page: str) -> str:
            return posixpath.relpath(posixpath.join(path_of(page), SHEET), here)

        for link in root.iter("span"):
            if page := link.attrib.pop("data-sheet", ""):
                link.tag = "a"
                link.set("href", sheet(page))
        # only English pages have review sheets
        if context(self.md) is not extension(self.md):
            return
        for tools in root.iter("aside"):
            if tools.get("class") == "tools":
                link = etree.Element("a", {"href": sheet(name), "rel": "nofollow"})
                link.text = context(self.md).words["tools"]["review"]
                tools.insert(len([child for child in tools if child.tag == "a"]), link)


class PageFrame(Treeprocessor):
    """Adds the parts below the title and at the end of the page. Runs before links are resolved."""

    def run(self, root: etree.Element) -> None:
        meta = page_meta(self.md)
        if meta is None or root.find(".//h1") is None:
            return
        here, this = page_path(self.md), context(self.md)
        address, how = this.edition.address_of(here), relative(self.md, "about/how-this-site-is-made.md")
        reviews = this.dataset.reviews_of(here, meta, this.edition.language)
        status = this.templates.element("status", meta=meta, address=address, how=how, reviews=reviews,
                                        record=relative(self.md, RECORD))
        heading = next((place for place, child in enumerate(root) if child.tag == "h1"), None)
        if heading is None or meta.kind is Kind.HOME:
            root.extend([*self.sure(meta), status])
        elif meta.template == HANDOUT:
            root.insert(heading + 1, status)
            self.sheet(root, heading + 2, meta, reviews)
        else:
            for part in reversed(self.opening(root, heading, meta, status)):
                root.insert(heading + 1, part)
        if meta.translation and heading is not None:
            root.insert(heading + 1, self.translated(here, meta.translation))
        root.extend(self.more_help(meta))
        root.append(this.templates.element("tools", meta=meta, address=address, **self.ways_to_correct(here, meta)))

    def translated(self, here: str, translation: Translation) -> etree.Element:
        """Return the note on a translated page. The note links to the English page. It says who or what translated the page, and
        whether the English page has changed since then.
        """
        follows, _ = read(extension(self.md).edition.docs / here)
        return context(self.md).templates.element(
            "translation", by=translation.by, first=to_first(self.md, here), stale=follows.version != translation.of)

    def opening(self, root: etree.Element, heading: int, meta: Meta, status: etree.Element) -> list[etree.Element]:
        """Take the opening paragraph out of the page. Return the elements that go below the title, including this paragraph."""
        parts = []
        if meta.studies or meta.short:
            pages = {"short": meta.short or page_path(self.md), "studies": meta.studies or page_path(self.md)}
            parts.append(context(self.md).templates.element(
                "tabs", links={name: relative(self.md, page) for name, page in pages.items()},
                here="short" if meta.studies else "studies"))
        if heading + 1 < len(root) and root[heading + 1].tag == "p":
            lead = root[heading + 1]
            root.remove(lead)
            lead.set("class", "lead")
            parts.append(lead)
        return [*parts, *self.sure(meta), status]

    def sure(self, meta: Meta) -> list[etree.Element]:
        this = context(self.md)
        claim = this.dataset.claims.get(meta.sure)
        return [this.templates.element("sure", claim=claim)] if claim else []

    def more_help(self, meta: Meta) -> list[etree.Element]:
        this = context(self.md)
        rows = this.dataset.more_help(meta.more_help)
        return [this.templates.element("more-help", rows=rows)] if rows else []

    def ways_to_correct(self, here: str, meta: Meta) -> dict[str, str]:
        """Return the addresses for reporting a mistake: the page's source, forms that already name the page, and an e-mail
        address.
        """
        this = context(self.md)
        site, said = this.settings, this.words["tools"]
        page = this.edition.address_of(here) or here

        def form(template: str, title: str) -> str:
            given = urlencode({"template": f"{template}.yml", "title": f"{title}: {meta.title}", "page": page})
            return f"{site.repository}/issues/new?{given}" if site.repository else ""

        source = extension(self.md).edition.name_of(this.edition.docs / here)
        return {"other": to_first(self.md, "about/contribute.md"),
                "edit": f"{site.repository}/edit/main/docs/{source}" if site.repository else "",
                "harm": form("harm", said["harm_form"]), "report": form("wrong-or-unclear", said["report_form"]),
                "letter": f"mailto:{site.contact}?{urlencode({'subject': meta.title})}" if site.contact else ""}

    def sheet(self, root: etree.Element, start: int, meta: Meta, reviews: Reviews) -> None:
        """Put the text of a leaflet, without the link to the next page, into one element. Add the leaflet's footer after this
        element.
        """
        written = [child for child in root[start:] if NEXT not in child.get("class", "")]
        sheet = etree.Element("div", {"class": "handout"})
        for child in written:
            root.remove(child)
            sheet.append(child)
        this = context(self.md)
        address = this.edition.address_of(page_path(self.md))
        named = this.words.text("handout", "code", address=address)
        code = etree.tostring(qr(address, named), encoding="unicode") if address else None
        root.insert(start, sheet)
        root.insert(start + 1, this.templates.element(
            "handout-foot", meta=meta, address=address, reviews=reviews, claim=this.dataset.claims.get(meta.sure),
            code=code and Markup(code)))  # noqa: S704 (segno's drawing, through ElementTree)


class Contents(Treeprocessor):
    """Adds a list of sections to a long page. Runs after the table of contents is made.

    Pages with a list of facts get no list of sections, because the facts are already beside the text. The page with the safety
    check gets no list, because this page shows only one part at a time.
    """

    def run(self, root: etree.Element) -> None:
        meta = page_meta(self.md)
        status = next((place for place, child in enumerate(root) if "status" in child.get("class", "").split()), None)
        tops = getattr(self.md, "toc_tokens", ())
        sections = [part for top in tops for part in ([top] if top["level"] > 1 else top["children"])]
        drawn = {child.get("data-block") or child.get("class", "").partition(" ")[0] for child in root.iter()}
        if (meta is None or status is None or meta.kind is Kind.HOME or meta.template == HANDOUT or len(sections) < LONG
                or drawn & {"facts", "safety-check"}):
            return
        root.insert(status + 1, context(self.md).templates.element(
            "onpage", rail="decide" not in drawn,
            sections=[(part["id"], Markup(part["name"])) for part in sections]))  # noqa: S704 (Python-Markdown has escaped it)
