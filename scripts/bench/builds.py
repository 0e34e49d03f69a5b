"""Builds our site without a cache, and measures the CPU time and the memory. For comparison, also builds the same pages with an
unmodified Material for MkDocs.

    python -m scripts.bench.builds             builds the site as it is, and enlarged to 240 and to 2,400 pages
    python -m scripts.bench.builds 240         builds the site enlarged to 240 pages

The script generates the extra pages. They have front matter, headings, citations and paragraphs, and every check runs on them.

The script measures CPU time because other programs on the machine hardly affect CPU time. Quick builds run three times, and the
shortest time counts.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.bench.variants import ROOT, mkdocs, stock_config

SECTION = 40
QUICK = 500
"""Builds with fewer pages than this are timed three times."""
PAGE = """---
title: Page {number} of the bench
description: A page that the bench made to see how the time of a build grows with the number of pages, number {number}.
kind: about
checked: 2026-11-23
check_again: 12 months
reviewed_by: []
changes:
  - date: 2026-11-23
    what: Made by the bench.
---
# Page {number} of the bench

This page contains words as other pages do, and nothing that anybody needs to read.

{sections}

/// next
[How we know](../../about/how-we-know.md)
///
"""
PART = """## Part {part} of page {number}

A page has paragraphs. They are of middling length, and they contain plain words, a link to
[the glossary](../../about/glossary.md), and now and then a source [@furlan2015]. A person whose back has hurt
for months reads them on a phone. She looks for one answer, and she may leave when she has it.

- Lists are part of a page.
- So are points with a few words each.
- The last one ends the list.
"""


def grown(folder: Path, pages: int) -> Path:
    """Copy the project, and add pages until the copy has `pages` pages. Return the path to the copy's mkdocs.yml."""
    for name in ("docs", "overrides", "evidence", "styles", "figures"):
        shutil.copytree(ROOT / name, folder / name)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    more = list(range(pages - len(list((ROOT / "docs").rglob("*.md")))))
    lines = []
    for first in range(0, len(more), SECTION):
        name = f"bench-{first // SECTION + 1}"
        lines.append(f"  - Section {name}:")
        for number in more[first:first + SECTION]:
            target = folder / "docs" / "bench" / name / f"{number}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            parts = "\n".join(PART.format(part=part, number=number) for part in range(1, 7))
            target.write_text(PAGE.format(number=number, sections=parts), encoding="utf-8")
            lines.append(f"      - Page {number}: bench/{name}/{number}.md")
    config = folder / "mkdocs.yml"
    config.write_text(text.rstrip() + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return config


def stock(folder: Path, config: Path) -> Path:
    """Write an mkdocs.yml that builds the same pages and navigation with an unmodified Material for MkDocs. Return the path to
    the file.
    """
    text = config.read_text(encoding="utf-8")
    nav = yaml_load(text, get_yaml_loader())["nav"]
    return stock_config(folder / "stock", folder / "docs", repr(nav))


def timed(config: Path, target: Path) -> tuple[float, float]:
    """Build a site without a cache. Return the CPU time in seconds and the peak memory in megabytes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    mkdocs(config, target, PYTHONPATH=str(config.parent if (config.parent / "evidence").is_dir() else ROOT))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1000


def rows(sizes: list[int]) -> Iterator[str]:
    """Yield the lines of a table of results, the header first. `sizes` lists page counts; for each of them, our site and the
    unmodified Material site are built with that many pages.
    """
    yield f"{'pages':>6}{'ours':>9}{'stock':>9}{'ratio':>7}{'ours per page':>13}{'memory':>9}"
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary, "project")
            folder.mkdir()
            config = grown(folder, size)
            plain = stock(folder, config)
            times = 3 if size < QUICK else 1
            turns = [(timed(config, folder / "site"), timed(plain, folder / "stock-site")) for _ in range(times)]
        ours, other = (min(turn[which][0] for turn in turns) for which in (0, 1))
        memory = max(turn[0][1] for turn in turns)
        count = max(size, len(list((ROOT / "docs").rglob("*.md"))))
        yield f"{count:>6}{ours:>8.1f}s{other:>8.1f}s{ours / other:>7.2f}{ours / count * 1000:>11.0f}ms{memory:>6.0f} MB"


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    started = time.monotonic()
    for row in rows([int(size) for size in sys.argv[1:]] or [0, 240, 2400]):
        print(row, flush=True)
    print(f"Total time: {time.monotonic() - started:.0f} s")
