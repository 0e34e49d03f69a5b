"""Builds the two sites that we compare our site with: the same Markdown files built with an unmodified Material for MkDocs, and
plain HTML pages with the same text.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parent.parent.parent
STOCK = """INHERIT: {root}/mkdocs.yml
docs_dir: {docs}
theme:
  name: material
  custom_dir: {plain}
  font: false
  features: []
plugins: {{search: {{}}}}
hooks: []
watch: []
extra_css: []
extra_javascript: []
nav: {nav}
not_in_nav: "/try/handouts/*.md"
markdown_extensions:
  evidence.builders.zensical: {{}}
"""
BARE = "body{margin:0 auto;padding:1rem;max-width:40rem;font:1rem/1.6 system-ui,sans-serif;color:#1e2a2d;background:#fbf8f2}" \
       "h1,h2,h3{line-height:1.2}h1{font-size:2rem}a{color:#0a5a61}table{border-collapse:collapse;display:block;overflow:auto}" \
       "td,th{padding:.4rem;border-bottom:1px solid #8b8577;text-align:left}img,svg{max-width:100%}li{margin:.3rem 0}" \
       "@media(prefers-color-scheme:dark){body{color:#ece7dc;background:#101819}a{color:#7ccfcb}}"
KEPT = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd",
        "strong", "em", "sup", "blockquote", "details", "summary", "section", "figure", "figcaption", "caption", "form", "label",
        "input"}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="icon" href="data:,"><style>{style}</style><main>{words}</main></html>"""


def mkdocs(config: Path, target: Path, **environment: str) -> None:
    """Build one site with MkDocs.

    Raises:
        SystemExit: MkDocs failed. Its output is printed.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False,
                          env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)} | environment)
    if done.returncode:
        sys.exit(f"{config.name} could not be built:\n{done.stderr}{done.stdout}")


def stock_config(folder: Path, docs: Path = ROOT / "docs", nav: str = "null") -> Path:
    """Write an mkdocs.yml that builds the pages in `docs` with Material for MkDocs and our Markdown extension, but without our
    theme. Return the path to the file.

    Material's web font is switched off, because it would come from a third party. So Material is slightly faster than usual here.
    """
    plain = folder / "plain"
    plain.mkdir(parents=True, exist_ok=True)
    for template in ROOT.joinpath("overrides").glob("*.html"):
        if template.name != "main.html":  # our pages may name this template in their front matter, so it must exist
            plain.joinpath(template.name).write_text('{% extends "main.html" %}\n', encoding="utf-8")
    config = folder / "stock.yml"
    config.write_text(STOCK.format(root=ROOT, docs=docs, plain=plain, nav=nav), encoding="utf-8")
    return config


def bare(html: str) -> str:
    """Return a minimal version of a page: its article, without classes, images or scripts, and with only a few lines of CSS.

    Raises:
        ValueError: the page lacks a title or an article.
    """
    soup = BeautifulSoup(html, "html.parser")
    article = soup.select_one("article")
    if article is None or soup.title is None:
        raise ValueError("The page lacks a title or an article.")
    for picture in article.select("svg, script, style, button, template"):
        picture.decompose()
    for element in article.find_all(True):
        if element.name in KEPT:
            element.attrs = {name: value for name, value in element.attrs.items() if name in ("href", "id", "type", "for")}
        else:
            element.unwrap()
    return PAGE.format(title=soup.title.string, style=BARE, words=article.decode_contents())
