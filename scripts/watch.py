"""Runs the weekly watch, which finds dead links, retracted papers, and pages that are due for a check.

    python -m scripts.watch --out report.md          checks everything and writes a report
    python -m scripts.watching.issue report.md       puts the report into one issue on GitHub

The first program opens links to other sites, so it must not have the GitHub token that the second program needs. The first
program always exits with code 0. If the network seems to be down, the program writes no report, and last week's issue stays as it
is.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from evidence.loading import bibliography, pages
from evidence.loading.dataset import load_dataset
from evidence.loading.editions import edition
from evidence.model.edition import Edition
from evidence.model.pages import long_date
from scripts.link_table import Link, code, links_of
from scripts.watching import report
from scripts.watching.crossref import CROSSREF, HANDLES, Crossref, Paper
from scripts.watching.issue import findings_line
from scripts.watching.report import Item, Part, Unknown
from scripts.watching.web import State, Web

AHEAD = timedelta(days=30)
YEAR = timedelta(days=365)
"""The time from one check of a row of data until the next check is due."""

DOI_HOSTS = {"doi.org", "dx.doi.org"}
OWN_HOSTS = {"127.0.0.1", "localhost", "example.com", "example.org", "w3.org", "schema.org"}
"""Hosts that appear in the files only as names or examples, not as links."""


@dataclass
class Seen:
    """What the weekly watch has found so far. `asked` counts the requests of each kind ("links" and "papers"), and `silent`
    counts the requests that got no answer.
    """

    items: list[Item] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)

    @property
    def mostly_silent(self) -> str:
        """Return "links" or "papers" if more than half of the requests of that kind got no answer. In that case, the network or
        Crossref is probably down. Otherwise, return an empty string.
        """
        return next((kind for kind, count in self.asked.items() if self.silent[kind] * 2 > count), "")


def outside_links(docs: Path) -> dict[str, Link]:
    """Return the links from docs/ to other sites, by address. DOI links are left out, because DOIs are looked up in Crossref."""
    found: dict[str, Link] = {}
    for link in links_of(docs):
        if link.target.lower().startswith(("http://", "https://")) and link.host not in DOI_HOSTS | OWN_HOSTS \
                and "{" not in link.target and "/assets/" not in f"/{link.file}":
            found.setdefault(link.target, link)
    return found


def look_at_links(seen: Seen, web: Web, docs: Path, say: Callable[[str], None]) -> None:
    """Open every link to another site, and record each link whose page is gone, has moved or could not be checked."""
    links = outside_links(docs)
    for number, (address, link) in enumerate(in_turns(links), 1):
        say(f"Checking link {number} of {len(links)}: {address}")
        answer = web.get(address)
        seen.asked["links"] += 1
        seen.silent["links"] += not answer.status
        place = f"docs/{link.file}:{link.line}"
        if answer.state is State.UNKNOWN:
            seen.unknown.append(Unknown(address, answer.why))
        elif answer.state is State.GONE:
            seen.items.append(Item(Part.GONE, place, address, answer.why))
        elif answer.state is State.MOVED:
            seen.items.append(Item(Part.MOVED, place, address, f"{answer.why}, {code(answer.address)}"))


def in_turns(links: dict[str, Link]) -> list[tuple[str, Link]]:
    """Order the links so that requests to the same host are far apart. Otherwise, the watch would have to pause between these
    requests.
    """
    turn: dict[str, int] = {}
    order = []
    for address, link in links.items():
        host = urlsplit(address).netloc
        turn[host] = turn.get(host, 0) + 1
        order.append((turn[host], address, link))
    return [(address, link) for _turn, address, link in sorted(order, key=lambda one: one[0])]


def look_at_papers(seen: Seen, crossref: Crossref, here: Edition, say: Callable[[str], None]) -> None:
    """Look up every DOI in Crossref, and record the problems with each paper."""
    references, _ = bibliography.read(here.data / "references.bib", here.today)
    papers = [reference for reference in references.values() if reference.doi]
    for number, reference in enumerate(papers, 1):
        say(f"Checking paper {number} of {len(papers)}: {reference.doi}")
        paper = crossref.ask(reference.doi, reference.title)
        seen.asked["papers"] += 1
        if paper.unknown:
            seen.silent["papers"] += 1
            seen.unknown.append(Unknown(reference.doi, paper.unknown))
        seen.items += _of_paper(paper, f"docs/data/references.bib:{reference.line}", f"{reference.key} {reference.doi}")


def _of_paper(paper: Paper, place: str, thing: str) -> list[Item]:
    if not paper.registered:
        return [Item(Part.UNREGISTERED, place, thing, "not registered with any agency")]
    found = [Item(Part.RETRACTED, place, thing, code(what)) for what in paper.grave]
    found += [Item(Part.NEWER, place, thing, code(what)) for what in paper.mild]
    if paper.other_title:
        found.append(Item(Part.OTHER_PAPER, place, thing, f"registered as {code(paper.other_title)}"))
    return found


def look_at_pages(seen: Seen, here: Edition) -> None:
    """Record every page and every row of data whose next check is overdue or due within 30 days."""
    due = []
    for path in pages.files(here):
        source, _ = pages.read(path)
        if source.meta and source.meta.due <= here.today + AHEAD:
            when = "was due" if source.meta.overdue(here.today) else "due"
            due.append((source.meta.due, Item(Part.DUE, f"docs/{here.name_of(path)}", source.meta.title,
                                              f"{when} {long_date(source.meta.due)}")))
    due += rows_due(here)
    seen.items += [item for _day, item in sorted(due, key=lambda one: (one[0], one[1].place))]


def rows_due(here: Edition) -> Iterator[tuple[date, Item]]:
    """Find the data rows whose next check is overdue or due within 30 days. Group the rows of each file by the date of their last
    check. For each group, yield the date on which the next check is due, and one item for the report.
    """
    today = here.today
    for file, rows in load_dataset(here).dated():
        for checked, same in groupby(sorted(rows, key=lambda row: row.checked), key=lambda row: row.checked):
            day, rows_of_day = checked + YEAR, list(same)
            if day <= today + AHEAD:
                when = "were due" if day < today else "due"
                yield day, Item(Part.DUE, f"docs/data/{file}:{rows_of_day[0].line}",
                                f"{len(rows_of_day)} rows checked on {long_date(checked)}",
                                f"{when} {long_date(day)}")


def look(given: argparse.Namespace) -> int:
    """Check everything and write the report."""
    def say(words: str) -> None:
        if not given.quiet:
            print(words, file=sys.stderr, flush=True)

    seen, here = Seen(), given.edition.at(given.root)
    where = os.environ.get("REPO_URL", "")
    web = Web(f"weekly-watch/1 (checks the links of a health site{'; ' + where if where else ''})", timeout=given.timeout,
              pause=given.pause)
    crossref = Crossref(web, given.crossref, given.handles, os.environ.get("SITE_CONTACT", ""))
    parts = {"pages": lambda: look_at_pages(seen, here),
             "papers": lambda: look_at_papers(seen, crossref, here, say),
             "links": lambda: look_at_links(seen, web, here.docs, say)}
    for name in given.only or parts:
        parts[name]()
    if links_or_papers := seen.mostly_silent:
        given.out.unlink(missing_ok=True)
        silent, asked = seen.silent[links_or_papers], seen.asked[links_or_papers]
        print(f"{silent} of {asked} requests about {links_or_papers} got no answer. The network or Crossref is probably down, "
              "so no report was written.")
        return 0
    asked = seen.asked.total()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(findings_line(len(seen.items)) + report.text(seen.items, seen.unknown, asked), encoding="utf-8")
    print(f"{len(seen.unknown)} of {asked} links and DOIs could not be checked. Problems found: {len(seen.items)}. "
          f"The report is in {given.out}.")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Read the options, check everything and write the report."""
    here = edition()
    parser = argparse.ArgumentParser(prog="python -m scripts.watch", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--out", type=Path, default=here.root / ".cache" / "watch.md")
    parser.add_argument("--only", action="append", choices=("pages", "papers", "links"),
                        help="check only this part; can be repeated")
    parser.add_argument("--root", type=Path, default=here.root, help="the repository that contains docs/")
    parser.add_argument("--crossref", default=CROSSREF, help="the address of Crossref's API")
    parser.add_argument("--handles", default=HANDLES, help="the address of the Handle System's API")
    parser.add_argument("--timeout", type=float, default=20, help="seconds to wait for an answer")
    parser.add_argument("--pause", type=float, default=1, help="seconds between two requests to the same host")
    parser.add_argument("--quiet", action="store_true")
    parser.set_defaults(edition=here)
    return look(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
