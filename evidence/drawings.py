"""A drawing opened alone wears the site's colours.

On a page a drawing stands inline and takes its colours from site.css. Opened alone, to see it
larger or to keep it, it has only what it brings along. So each file of docs/assets/figures begins
with a copy of those rules, in both colour schemes; `python -m evidence figures` writes it, a check
compares it, and it is left out where the drawing stands on a page.
"""

from __future__ import annotations

import re
from pathlib import Path

from evidence import DOCS, FIGURES, text_files

SITE_CSS = Path("assets", "stylesheets", "site.css")
RULE = re.compile(r"^\.fig-[\w-]+ \{[^}]*\}", re.M)
RULES = re.compile(r"\.fig-[\w-]+ \{[^}]*\}")
STYLE = re.compile(r"<style>[^<]*</style>\n?")
ALONE = "width:clamp(45rem,100%,60rem);height:auto;background:var(--ground);fill:none;stroke:var(--ink);color-scheme:light dark;"
"""Larger than a phone, so that it can be moved about; it grows with the reader's size of text."""


def variables(css: str, selector: str) -> dict[str, str]:
    """The variables that the block of `selector` sets."""
    block = css[css.index(f"{selector} {{"):]
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", block[: block.index("}")]))


def style(docs: Path = DOCS) -> str:
    """The rules of drawings, with the variables they use, made from site.css."""
    css = text_files.read(docs / SITE_CSS)[0]
    rules = [match[0] for line in css.splitlines() if RULE.match(line) for match in RULES.finditer(line)]
    used = set(re.findall(r"var\((--[\w-]+)\)", "".join(rules) + ALONE))

    def block(*selectors: str) -> str:
        found = {name: value for selector in selectors for name, value in variables(css, selector).items()}
        return "".join(f"{name}:{found[name]};" for name in sorted(used & found.keys()))

    light, dark = block(":root", '[data-md-color-scheme="default"]'), block('[data-md-color-scheme="slate"]')
    packed = re.sub(r"\s*([{};:,])\s+|\s+(\{)", r"\1\2", "".join(rules)).replace(";}", "}")
    return (f"<style>svg:root{{{ALONE}{light}}}@media (prefers-color-scheme:dark){{svg:root{{{dark}}}}}"
            f"{packed.replace(' }', '}')}</style>")


def dressed(drawing: str, rules: str) -> str:
    """A drawing with these rules as its first element, in place of any that it had."""
    bare = STYLE.sub("", drawing)
    end = bare.index(">", bare.index("<svg")) + 1
    return f"{bare[:end]}\n{rules}\n{bare[end:].lstrip()}"


def dress(docs: Path = DOCS) -> list[Path]:
    """Writes the rules into every drawing; returns those that changed."""
    rules, changed = style(docs), []
    for path in text_files.files(docs / FIGURES.relative_to(DOCS), ".svg"):
        before = text_files.read(path)[0]
        after = dressed(before, rules)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed
