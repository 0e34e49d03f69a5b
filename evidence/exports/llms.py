"""Writes llms.txt (see llmstxt.org) and robots.txt, which help other programs to find our pages and to quote them correctly.

llms.txt begins with rules for quoting our pages, and links to the Markdown copies of the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from evidence.exports.markdown_copies import NAME
from evidence.loading.outline import Outline
from evidence.loading.settings import Settings
from evidence.model.dataset import Dataset
from evidence.model.edition import Edition
from evidence.model.pages import Meta
from evidence.model.urls import path_of
from evidence.words import load_words


def llms(settings: Settings, parts: Outline, metas: Mapping[str, Meta], dataset: Dataset, edition: Edition) -> str:
    """Return the content of llms.txt. Pages that are hidden from search engines are left out. If the site has no address, all
    links are relative.
    """
    def copy(file: str) -> str:
        return (edition.address_of(file) or path_of(file)) + NAME

    words = load_words(edition)
    said = words["llms"]
    rules = said["rules"].format(signs=copy("back-pain/warning-signs.md"), note=words["data"]["note"])
    lines = [f"# {settings.name}", "", f"> {settings.description}", "", rules]
    for part, pages in parts:
        lines += [f"## {part or pages[0][0]}", ""]
        lines += [f"- [{metas[file].title}]({copy(file)}): {metas[file].description}" for _, file in pages
                  if file in metas and not metas[file].unlisted]
        lines.append("")
    lines += [f"## {said['data']}", ""]
    home = edition.address_of("index.md")
    lines += [f"- [{name}]({urljoin(home, f'data/{name}')}): {what}" for name, what in said["files"].items()]
    lines += ["", said["count"].format(claims=len(dataset.claims), sources=len(dataset.references))]
    return "\n".join(lines) + "\n"


def robots(edition: Edition) -> str:
    """Return the content of robots.txt, which allows every program to read every page. If the site has an address, the file also
    links to the sitemap.
    """
    home = edition.address_of("index.md")
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {home}sitemap.xml\n" if home else "")
