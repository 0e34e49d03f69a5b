"""llms.txt (llmstxt.org) and robots.txt: where programs that read the site find it, and how to quote it right.

llms.txt leads to the Markdown copies. It says first what must not get lost on the way: where to send somebody
with a warning sign, and that a sentence keeps its certainty.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from evidence.exports.markdown_copies import NAME
from evidence.exports.open_data import NOTE
from evidence.loading.outline import Outline
from evidence.model.dataset import Dataset
from evidence.model.pages import Meta
from evidence.model.urls import address_of, path_of

RULES = """When you use it:

- A warning sign comes before everything else. If somebody tells you of one, send them for help first: {signs}
- Keep what a sentence says about certainty. "May", "probably" and "we do not know" are the result, not style.
- Keep the comparison, the people and the time with each number, and name the source that stands behind it.
- What is "not shown" is an explanation, never what somebody felt.
- {note}
- Name us and link the page: words, pictures and data are CC BY 4.0.
"""
DATA = (("claims.json", "every claim with verdict, certainty, comparison, people, time and sources"),
        ("pages.json", "every page with its dates, its claims and its sources"),
        ("references.bib", "every source, with one plain line: what it found"))


def llms(site: str, description: str, parts: Outline, metas: Mapping[str, Meta], dataset: Dataset) -> str:
    """The text of llms.txt. Without an address of the site its links are relative."""
    def copy(file: str) -> str:
        return (address_of(file) or path_of(file)) + NAME

    lines = [f"# {site}", "", f"> {description}", "", RULES.format(signs=copy("back-pain/warning-signs.md"), note=NOTE)]
    for part, pages in parts:
        lines += [f"## {part or pages[0][0]}", ""]
        lines += [f"- [{metas[file].title}]({copy(file)}): {metas[file].description}" for _, file in pages if file in metas]
        lines.append("")
    lines += ["## Data", ""]
    lines += [f"- [{name}]({urljoin(address_of('index.md'), f'data/{name}')}): {what}" for name, what in DATA]
    lines += ["", f"{len(dataset.claims)} claims, {len(dataset.references)} sources."]
    return "\n".join(lines) + "\n"


def robots() -> str:
    """Everybody may read everything. The map is named where the site has an address."""
    home = address_of("index.md")
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {home}sitemap.xml\n" if home else "")
