"""Rules about pictures, fonts and code: which file types docs/ may contain, and what scripts, styles and templates must not do.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence.checks.rules import Site, site_rule
from evidence.loading import text_files
from evidence.model.problems import Problem

KINDS = {".md", ".yml", ".csv", ".bib", ".svg", ".css", ".js", ".png", ".webp", ".ico", ".woff2"}
"""The file types that docs/ may contain. Any other file would be published unchanged, so an HTML page would escape every other
check."""

SHOWN = {".svg", ".png", ".webp"}
"""The file types of the pictures on pages."""

TALKS = re.compile(
    r"\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTCPeerConnection|importScripts|eval|"
    r"document\.write(?:ln)?|document\.cookie|window\.open|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|atob)\b|"
    r"\bnew (?:Function|Image)\b|\bimport\s*\(|\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:assign|replace)\b|"
    r"createElement\(\s*[\"'`](?:script|iframe|link|img|object|embed)\b")
MAY = {
    "frame.js": {
        # this line of frame.js loads the theme's own script
        'const script = document.createElement("script")',
        'document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: address }))',
    },
}
"""The exceptions to TALKS: the exact lines that are allowed, keyed by file name."""

LOADS = re.compile(r"@import\b|\burl\(\s*(?![\"']?data:image/svg|\"\.\./fonts/[\w-]+\.woff2\"\))|\bexpression\s*\(",
                   re.IGNORECASE)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
RUNS = re.compile(r"\son[a-z]+\s*=\s*[\"']|\sstyle\s*=\s*[\"']|<script(?![^>]*\bsrc=)(?! type=.application/ld\+json.>)|"
                  r"<(?:iframe|object|embed|base)\b|[\"'] ?~ ?[\"']|http-equiv(?!=\"Content-Security-Policy\")", re.IGNORECASE)
LEADS_ON = "moved.html"
"""The only template that may redirect: the pages at old addresses are made from it. checks/redirects.py checks their targets."""


LIKE_PAGE = re.compile(r"(.+?)\.(md\.\w+|markdown|md)", re.IGNORECASE)
"""Matches the name of a page that was saved with the wrong extension."""


PHOTOS = {".heic", ".heif", ".avif", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"}
"""Types of pictures that cameras and other programs save, and that docs/ may not contain."""


@site_rule
def kinds(site: Site) -> Iterable[Problem]:
    """docs/ must contain only files of allowed types, since every file in docs/ is published."""
    for path in text_files.files(site.docs):
        if path.suffix not in KINDS and not text_files.LEFT.fullmatch(path.name):
            meant = LIKE_PAGE.fullmatch(path.name)
            yield Problem(path, 1, f'docs/ must not contain files of type "{path.suffix or path.name}".',
                          f"Rename this file to {meant[1].lower()}.md." if meant else
                          f"Export the picture as {' or '.join(sorted(SHOWN))}." if path.suffix.lower() in PHOTOS else
                          "Write a page in Markdown, or use one of the data formats already in docs/data.", "files")


PICTURES = {".png": b"\x89PNG\r\n\x1a\n", ".webp": b"RIFF", ".ico": b"\0\0\1\0", ".woff2": b"wOF2"}
"""The first bytes of each picture and font format."""

ENDS = {".png": b"IEND\xaeB`\x82"}
MAX_PICTURE = 200_000
MAX_SIDE = 2_000


@site_rule
def pictures(site: Site) -> Iterable[Problem]:
    """Picture and font files must be complete, match their file extensions, and be small enough for a slow phone. They must not
    contain metadata or extra data at the end.
    """
    for path in text_files.files(site.docs, *PICTURES):
        data = path.read_bytes()
        if not data.startswith(PICTURES[path.suffix]) or not data.endswith(ENDS.get(path.suffix, b"")) or not _whole(data):
            yield Problem(path, 1, f"This is not a complete {path.suffix[1:]} file, or it has extra data at the end.",
                          'Export the file again. The format must match the file extension, for example PNG for ".png".',
                          "pictures")
        elif name := _told(data):
            yield Problem(path, 1, f"The file contains hidden data ({name}), which may say who took the picture, where and when.",
                          "Export the picture again without metadata, or use a screenshot of the picture.", "pictures")
        elif len(data) > MAX_PICTURE:
            yield Problem(path, 1, f"The file is too large ({len(data):,} bytes).",
                          f"Reduce the file to at most {MAX_PICTURE:,} bytes.", "pictures")
        elif path.suffix == ".png" and (side := max(struct.unpack(">II", data[16:24]))) > MAX_SIDE:
            yield Problem(path, 1, f"The picture is too wide or too tall ({side:,} pixels).",
                          f"Make the picture at most {MAX_SIDE:,} pixels wide and {MAX_SIDE:,} pixels tall.", "pictures")


def _told(data: bytes) -> str:
    """Return the name of the first metadata section in a picture file, or an empty string if there is none."""
    if data.startswith(b"RIFF"):
        at, told, order, size = 12, {b"EXIF", b"XMP "}, "<I", 8
    elif data.startswith(PICTURES[".png"]):
        at, told, order, size = 8, {b"eXIf", b"tEXt", b"iTXt", b"zTXt"}, ">I", 12
    else:
        return ""
    while at + 8 <= len(data):
        name, length = (data[at:at + 4], data[at + 4:at + 8])[:: 1 if order == "<I" else -1]
        if name in told:
            return name.decode().strip()
        at += size + (count := struct.unpack(order, length)[0]) + (count % 2 if order == "<I" else 0)
    return ""


def _whole(data: bytes) -> bool:
    """Return whether a WebP or WOFF2 file has the length that its header gives. Return True for all other files."""
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP" and int.from_bytes(data[4:8], "little") + 8 == len(data)
    return not data.startswith(b"wOF2") or int.from_bytes(data[8:12], "big") == len(data)


def places(site: Site, suffix: str, pattern: re.Pattern[str]) -> Iterator[tuple[Path, int, str]]:
    """Search files with the given suffix for a pattern. Yield the first match on each line, as (file, line number, match)."""
    for path, lines in site.texts.items():
        if path.suffix == suffix:
            for number, text in enumerate(lines, 1):
                if match := pattern.search(text):
                    yield path, number, match[0].strip()


@site_rule
def scripts(site: Site) -> Iterable[Problem]:
    """A script must not run text as code, and must not send anything to a server, so that readers' input stays private."""
    for path, number, words in places(site, ".js", TALKS):
        if site.texts[path][number - 1].strip() not in MAY.get(path.name, ()):
            yield Problem(path, number, f'"{words}" could send readers\' input to a server, or run unchecked code.',
                          "To add content to a page, create elements and text nodes; tools.js has examples.", "scripts")


@site_rule
def styles(site: Site) -> Iterable[Problem]:
    """Stylesheets must not load any files except the site's own fonts."""
    for path, number, words in places(site, ".css", LOADS):
        yield Problem(path, number, f'"{words}" loads another file.', "Remove this reference, or get the same effect with CSS "
                                                                      "alone.",
                      "styles")


HELP = re.compile(r"(?:care|danger|emergenc|warning|helpline|urgent|sign)(?![\w-]*__more)")
HIDES = re.compile(r"\b(?:display:\s*none|visibility:\s*hidden|(?:opacity|font-size|max-height|height):\s*0(?![.\d])|"
                   r"text-indent:\s*-|color:\s*transparent|transform:\s*scale\(0)")
SAYS = re.compile(r"content:([^;}]*)")
STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")

@site_rule
def styles_hide_no_help(site: Site) -> Iterable[Problem]:
    """Stylesheets must not hide text that tells people to get help, and must not add any text to a page."""
    for path, lines in site.texts.items():
        if path.suffix != ".css":
            continue
        for number, text in enumerate(lines, 1):
            for rule in RULE.finditer(text):
                hidden = [part for part in rule[1].split(",")
                          if part.strip() and HELP.search(re.split(r"[\s>+~]", part.strip())[-1])]
                if hidden and (match := HIDES.search(rule[2])):
                    yield Problem(path, number,
                                  f'"{match[0]}" hides "{hidden[0].strip()[:60]}", which may tell people to get help.',
                                  "Keep this text visible.", "styles")
            for words in (one or other for match in SAYS.finditer(text) for one, other in STRING.findall(match[1])):
                if re.search(r"[A-Za-z]{3}", words):
                    yield Problem(path, number, f'The stylesheet contains text ("{words}"), which the checks cannot read there.',
                                  "Move the text to evidence/words/. A template can put the text into an HTML attribute, which "
                                  "the stylesheet can show with attr().", "styles")


@site_rule
def templates(site: Site) -> Iterable[Problem]:
    """Templates must not contain inline scripts or styles, event handlers, embedded pages or redirects. Templates must not join
    strings either, because joined strings could hide forbidden code. Structured data (JSON-LD) is allowed.
    """
    for path, number, words in places(site, ".html", RUNS):
        if not (path.name == LEADS_ON and "http-equiv" in words):
            yield Problem(path, number,
                          f'A template must not contain "{words}", which may run code, set a style, embed a page, redirect '
                          "readers or join strings.",
                          "Remove this code. Scripts belong in docs/assets, and styles in styles/.", "templates")
