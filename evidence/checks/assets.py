"""Rules about the files beside the text: which kinds there are, and what scripts and templates may do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence import text_files
from evidence.checks.rules import Site, site_rule
from evidence.findings import Finding

KINDS = {".md", ".yml", ".csv", ".bib", ".svg", ".css", ".js", ".png", ".webp", ".ico", ".woff2", ".txt", ".webmanifest"}
"""What may stand in docs/: everything there is published as it is, so an HTML page there would escape every other check."""

TALKS = re.compile(
    r"\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTCPeerConnection|importScripts|eval|"
    r"document\.write(?:ln)?|document\.cookie|window\.open|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|atob)\b|"
    r"\bnew (?:Function|Image)\b|\bimport\s*\(|\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:assign|replace)\b|"
    r"createElement\(\s*[\"'`](?:script|iframe|link|img|object|embed)\b")
LOADS = re.compile(r"@import\b|\burl\(\s*(?![\"']?data:image/svg)|\bexpression\s*\(", re.IGNORECASE)
RUNS = re.compile(r"\son[a-z]+\s*=\s*[\"']|\sstyle\s*=\s*[\"']|<script(?![^>]*\bsrc=)(?! type=.application/ld\+json.>)|"
                  r"<(?:iframe|object|embed|base)\b|http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
LEADS_ON = "moved.html"
"""The one template that may lead on by itself: the page at an old address. Where it leads, checks/moved.py has looked."""


@site_rule
def kinds(site: Site) -> Iterable[Finding]:
    """Only known kinds of file stand in docs/, since all of them are published."""
    for path in text_files.files(site.docs):
        if path.suffix not in KINDS:
            yield Finding(path, 1, f'docs/ holds no files of the kind "{path.suffix or path.name}".',
                          "Write a page in Markdown, or data in one of the known forms.", "files")


def places(site: Site, suffix: str, pattern: re.Pattern[str]) -> Iterator[tuple[Path, int, str]]:
    """Each line with such words in files of one kind: the file, the line and the words."""
    for path, lines in site.texts.items():
        if path.suffix == suffix:
            for number, text in enumerate(lines, 1):
                if match := pattern.search(text):
                    yield path, number, match[0].strip()


@site_rule
def scripts(site: Site) -> Iterable[Finding]:
    """Scripts talk to nobody: what readers type stays on the page, and no text becomes code."""
    for path, number, words in places(site, ".js", TALKS):
        yield Finding(path, number, f'"{words}" can send or run what nobody has checked.',
                      "Do it with elements and text, as in tools.js.", "scripts")


@site_rule
def styles(site: Site) -> Iterable[Finding]:
    """Styles load nothing."""
    for path, number, words in places(site, ".css", LOADS):
        yield Finding(path, number, f'"{words}" loads another file.', "Draw it with the style sheet itself.", "styles")


@site_rule
def templates(site: Site) -> Iterable[Finding]:
    """Templates hold no script, style or handler of their own: these live in files that are checked. Data is none of these."""
    for path, number, words in places(site, ".html", RUNS):
        if not (path.name == LEADS_ON and "http-equiv" in words):
            yield Finding(path, number, f'"{words}" runs or styles from within a template.',
                          "Put it into docs/assets.", "templates")
