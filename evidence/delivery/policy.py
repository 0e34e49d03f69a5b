"""The Content-Security-Policy of every page: nothing from elsewhere, and no script or style that is not known.

Each page names what it has inline, and no more. With Material's instant navigation, which this site does not use,
the first page's policy would govern all later ones: each page would have to carry the hashes of all.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
DATA = re.compile(r"""\bsrc=|\btype=["']?(?:application/(?:ld\+)?json|speculationrules)""")


def digest(text: str) -> str:
    """A source expression for one inline script or style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def inline(html: str) -> Iterable[tuple[str, str]]:
    """What a page has inline, as ("script" or "style", its text). Data and files do not count."""
    for kind, attributes, text in INLINE.findall(html):
        if not DATA.search(attributes):
            yield kind, text


def policy(found: Iterable[tuple[str, str]]) -> str:
    """The policy that allows these inline scripts and styles, and nothing else from anywhere."""
    found = set(found)
    hashes = {kind: sorted(digest(text) for other, text in found if other == kind) for kind in ("script", "style")}
    return "; ".join((
        "default-src 'none'",
        " ".join(("script-src 'self'", *hashes["script"])),
        " ".join(("style-src 'self'", *hashes["style"])),
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ))
