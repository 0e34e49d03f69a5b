"""Generates the files that the theme's templates include. `python -m evidence frame` writes them, and `python -m evidence check`
reports those that are out of date.

Templates in MkDocs and Zensical cannot read data files. So this module generates the styles and the script inside every page, the
security policy, the strip of emergency numbers, the interface strings, the stylesheet, and the language settings of search.js. It
also updates the copied parts of CONTRIBUTING.md.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from evidence.loading.dataset import load_dataset
from evidence.markdown.rendering import load_templates
from evidence.markdown.stylesheet import SHEET, sheets
from evidence.model.countries import Helpline
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError, Problem
from evidence.words import load_part, load_words

ZENSICAL_SEARCH = "'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='"
"""The hash of the only style that Zensical's search (0.0.73) puts into its own shadow root."""

SEARCH_WORDS = "docs/assets/javascripts/search-words.js"
"""The language settings of search.js. Browsers load them only when somebody searches."""

GUIDE, GUIDE_PAGE = "CONTRIBUTING.md", "about/contribute.md"
SHARED = re.compile(rf"(<!-- From docs/{GUIDE_PAGE}: ([^\n]+) -->\n).*?(<!-- End -->\n)", re.DOTALL)
"""Matches a part of the guide for contributors that is copied from a section of a page, with the comments around it."""

INLINE_SCRIPT = (
    'document.documentElement.className="js";'
    'try{var s=localStorage["mfbp.scheme"];if(s)document.documentElement.dataset.scheme=s}catch(e){}'
    'document.onreadystatechange=()=>'
    'window.__late?.replaceWith(document.createRange().createContextualFragment(__late.textContent));'
    'document.body?.offsetHeight'
)
"""The script that runs before the first paint. It records that JavaScript works, and sets the reader's colour scheme. Once the
browser has read the whole page, the script requests the stylesheet and the script that the first screen does not need. As plain
links, the browser would request both before it paints, which costs an old phone 20 to 30 ms.

The script runs three times: in the head, after the header, and before a page's line of dates or the picture at its top. In the
body, reading the height makes the browser lay out what it has read so far. So it paints the header, and then the first words,
before it reads the rest: 20 to 50 ms sooner on an old phone. Another script would need another hash in the policy of every page.
"""


def digest(text: str) -> str:
    """Return the hash that allows one inline script or style in a Content-Security-Policy, in the form 'sha256-…'."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy for every page. It allows almost nothing except the site's own files, and the style and
    the script inside the page.
    """
    return "; ".join((
        "default-src 'self'",
        f"script-src 'self' {digest(script)}",
        f"style-src 'self' {digest(style)} {ZENSICAL_SEARCH}",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "frame-src 'none'",
        "media-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ))


def strip_numbers(path: Path, regions: list[list[str]], helplines: list[Helpline]) -> list[tuple[str, str]]:
    """Return (name, number) for each region in the strip of emergency numbers. `regions` is a list of [country, name] from the
    file `path`.

    Raises:
        EvidenceError: a country is not in helplines.yml.
    """
    numbers = {row.country: row.emergency[0] for row in helplines}
    if unknown := [country for country, _name in regions if country not in numbers]:
        raise EvidenceError(Problem(path, 1, f'The strip of emergency numbers names "{country}", which has no row in '
                                    "docs/data/helplines.yml.",
                                    "Correct the spelling, or add a row for the country.", "frame", about=country)
                            for country in unknown)
    return [(name, numbers[country]) for country, name in regions]


def guide(text: str, page: str) -> str:
    """Return CONTRIBUTING.md with up-to-date copies of sections from the web page about contributing.

    Args:
        text: CONTRIBUTING.md. The comment before each copied part names the heading of the section.
        page: the web page about contributing, as Markdown.

    Raises:
        EvidenceError: the web page lacks a section that CONTRIBUTING.md copies.
    """
    sections = dict(re.findall(r"^## ([^{\n]+?)(?: \{.*\})?\n+(.*?)\n*(?=^## |^/// |\Z)", page, re.MULTILINE | re.DOTALL))

    def section(match: re.Match[str]) -> str:
        if match[2] not in sections:
            line = text[: match.start()].count("\n") + 1
            raise EvidenceError([Problem(Path(GUIDE), line, f'docs/{GUIDE_PAGE} has no section called "{match[2]}".',
                                         f"Use one of these headings: {', '.join(sections)}.", "frame")])
        return f"{match[1]}{sections[match[2]]}\n{match[3]}"
    return SHARED.sub(section, text)


def generated(edition: Edition) -> dict[str, str]:
    """Return the content that each generated file must have, keyed by the file's path in the repository."""
    first, late = sheets(edition.root / "styles")
    path = edition.words / "frame.yml"
    said = load_part(path)
    numbers = strip_numbers(path, said["strip"]["regions"], load_dataset(edition).helplines)
    parts = {
        "first-styles": f"<style>{first}</style>",
        "first-script": f"<script>{INLINE_SCRIPT}</script>",
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{policy(first, INLINE_SCRIPT)}">',
        "strip": load_templates(edition).render("strip", numbers=numbers),
        "words": f"{{% set words = {json.dumps(said, ensure_ascii=False, indent=1)} %}}\n",
    }
    asked = json.dumps(load_words(edition)["asked"], ensure_ascii=False, indent=1)
    script = f"/* From evidence/words/, by `python -m evidence frame`. */\nglobalThis.searchWords = {asked}\n"
    files = {SHEET: late + "\n", SEARCH_WORDS: script}
    if (edition.root / GUIDE).is_file():  # some tests use a copy of the repository without CONTRIBUTING.md
        files[GUIDE] = guide(*((edition.root / name).read_text(encoding="utf-8") for name in (GUIDE, f"docs/{GUIDE_PAGE}")))
    return files | {f"overrides/partials/{name}.html": text for name, text in parts.items()}


def outdated(edition: Edition) -> dict[Path, str]:
    """Return the generated files that are out of date, each with its new content."""
    found = {edition.root / name: text for name, text in generated(edition).items()}
    return {path: text for path, text in found.items() if not path.is_file() or path.read_bytes() != text.encode()}


def write(edition: Edition) -> list[Path]:
    """Write the generated files that are out of date, and return their paths."""
    changed = outdated(edition)
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(changed)
