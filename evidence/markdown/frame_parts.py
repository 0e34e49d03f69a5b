"""The parts of the frame that templates cannot make, written once and kept in the repository: `python -m evidence frame`.

Templates of both builders cannot read data files. So this writes, from styles/, data and words, what they include:
the styles inside every page, the policy that allows exactly those, the strip with its numbers, the words, what the search
knows of the language, and the one stylesheet. A rule of `python -m evidence check` says when one of them is out of date.
"""

from __future__ import annotations

import json
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
"""The one style that Zensical's search puts into its own shadow root (0.0.73)."""

SEARCH_WORDS = "docs/assets/javascripts/search-words.js"
"""What search.js must know of the language: fetched by whoever searches, and by nobody else."""

INLINE_SCRIPT = (
    'document.documentElement.className="js";'
    'try{var s=localStorage.getItem("mfbp.scheme");if(s)document.documentElement.dataset.scheme=s}catch(e){}'
    '__md_scope=new URL("/",location);__md_hash=()=>0;__md_get=()=>null;__md_set=()=>{}'
)
"""Before the first paint: that script runs, and the colours that the reader chose. Then what the theme's script expects to find:
it keeps nothing of its own on the device."""


def digest(text: str) -> str:
    """The source expression of one inline script or style in a Content-Security-Policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """The policy of every page: files of this site, the one style and the one script inside the page, and nothing else."""
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
    """The regions of the strip, each as (name, number), from [country, name] in the file `path`.

    Raises:
        EvidenceError: helplines.yml has no such country.
    """
    numbers = {row.country: row.emergency[0] for row in helplines}
    if unknown := [country for country, _name in regions if country not in numbers]:
        raise EvidenceError(Problem(path, 1, f'The strip names "{country}", which has no row in docs/data/helplines.yml.',
                                    "Write the country as it is there, or add its row.", "frame", about=country)
                            for country in unknown)
    return [(name, numbers[country]) for country, name in regions]


def generated(edition: Edition) -> dict[str, str]:
    """What each generated file of the repository must hold."""
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
    return {SHEET: late + "\n", SEARCH_WORDS: script} | {f"overrides/partials/{name}.html": text for name, text in parts.items()}


def outdated(edition: Edition) -> dict[Path, str]:
    """The generated files that do not hold what they must, each with what it must hold."""
    found = {edition.root / name: text for name, text in generated(edition).items()}
    return {path: text for path, text in found.items() if not path.is_file() or path.read_bytes() != text.encode()}


def write(edition: Edition) -> list[Path]:
    """Writes what is out of date, and says which files those were."""
    changed = outdated(edition)
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(changed)
