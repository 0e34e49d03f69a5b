"""A rule about the text that readers see on the built page.

In the source, markup can split a word or a web address, as in shop**s**.com, and so hide it from rules that read the source.
This rule checks the rendered text of each paragraph with such markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown import Markdown

from evidence.checks import characters, hosts, wording
from evidence.checks.citations import CITED
from evidence.checks.rules import Site, page_rule
from evidence.checks.source import Line, Page, unquoted
from evidence.markdown.html_tree import tree
from evidence.model.problems import Problem

CUT = re.compile(r"[*_\\&<>{}`~^]|\w\[|\]\([^)]*\)[\w\[]|\[\]|\]\[")
"""Matches markup that can split a word in the source but disappears when the page is rendered."""

PLAIN_LINK = re.compile(r"(?<![\w\])!])\[[^\[\]*_`\\]*\]\([^()\s]*\)(?![\w\[])")
"""Matches a plain link, which cannot split a word."""


@lru_cache(maxsize=1)
def builder() -> Markdown:
    """Return a Markdown converter for text outside data blocks. Other rules check data blocks."""
    return Markdown(extensions=["attr_list", "tables", "def_list", "md_in_html", "pymdownx.superfences"])


@lru_cache(maxsize=20_000)
def visible_text(text: str) -> str:
    """Return the text of a paragraph as readers see it."""
    return " ".join("".join(tree(builder().reset().convert(text)).itertext()).split())


def misleading_source(run: list[Line]) -> str:
    """Return the Markdown of a paragraph if its markup may split words or web addresses. Otherwise, return an empty string."""
    text = CITED.sub("", "\n".join(line.text for line in run))
    return text if CUT.search(PLAIN_LINK.sub("", text)) else ""


def faults(text: str, site: Site, scripts: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield each fault in a piece of text, as (what is wrong, what to write instead, name of the rule)."""
    for what, instead in (*hosts.faults(text, site.dataset.hosts, prose=True), *hosts.calls(text)):
        yield what, instead, "hosts"
    for what, instead in characters.faults(text, scripts):
        yield what, instead, "characters"
    for words, record in wording.phrases(site.words).claimed(unquoted(text)):
        if not record.readers and not record.warning:
            yield f'"{words}": {record.why}.', f"{record.instead}.", "wording"


@page_rule
def shown_words(page: Page, site: Site) -> Iterable[Problem]:
    """The text that readers see must follow the same rules as the Markdown source, so that markup cannot hide a web address or
    a phrase that we avoid.
    """
    scripts = characters.alphabets(site)
    for run in page.paragraphs:
        if text := misleading_source(run):
            typed = {what for line in run for what, *_ in faults(line.text, site, scripts)}
            typed |= {what for what, *_ in faults(" ".join(line.text for line in run), site, scripts)}
            for what, instead, rule in faults(visible_text(text), site, scripts):
                if what not in typed:
                    yield page.problem(run[0].number, f"Markup hides this fault in the source: {what}", instead, rule)
