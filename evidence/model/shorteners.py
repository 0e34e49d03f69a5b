"""Lists link shorteners, which are sites that hide where a link goes.

This module uses only the standard library, because scripts/link_table.py imports it before any dependency is installed.
"""

SHORTENERS = frozenset({
    "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rebrand.ly", "lnkd.in", "shorturl.at",
    "t.ly", "rb.gy", "tiny.cc", "bl.ink", "amzn.to", "s.id", "v.gd", "linktr.ee", "t.me", "wa.me",
})
