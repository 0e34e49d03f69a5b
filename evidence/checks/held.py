"""A rule about safety wording: a change to wording that readers' safety or trust depends on must also change the digest of that
wording in held.csv.

In a long change, a reviewer could easily overlook a lost word in a warning sign, a less urgent level or a wrong digit. So
held.csv contains a digest (a hash) of each row, section or paragraph that matters for safety. Whoever changes such a row, section
or paragraph must change its digest too, and CODEOWNERS requires that the people who are responsible for safety approve changes to
held.csv. All other text can change freely.

`evidence.checks.held_texts` says what must have a digest, and why.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from pydantic import Field

from evidence.checks import sources_held
from evidence.checks.held_texts import FILES, SPOKEN, Now, digest, found
from evidence.checks.rules import Site, site_rule
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read, read_csv
from evidence.model.problems import Problem
from evidence.model.record import Record
from evidence.model.urls import path_of

__all__ = ["digest", "found", "safety_words_are_held", "without_redirect", "write"]

LIST = Path(__file__).with_name("held.csv")

AGREE = ("If you meant the change, leave it, and say in the pull request what changed and why. Somebody responsible for safety "
         "will read it.")


class Held(Record):
    """A row of held.csv: the name and the digest of one protected item.

    The item is a row ("signs.yml stroke"), a section ("try/at-home.md#where-never-to-press"), a paragraph ("try/at-home.md
    a-roller-needs-the-floor"), a page in another language, or a drawing. A section that begins with a first-level heading is the
    whole page.

    To protect another section or drawing, add a line with its name to held.csv, and run "python -m evidence hold". If two changes
    to held.csv conflict, keep the lines of both, and run the same command.
    """

    entry: str
    digest: str = Field("", pattern=r"^([0-9a-f]{16})?$")


def file_of(name: str) -> str:
    """Return the path of the file, which is the first part of an item's name."""
    return name.replace("#", " ").partition(" ")[0]


@site_rule
def safety_words_are_held(site: Site) -> Iterable[Problem]:
    """Text that people act on has not changed since somebody responsible for safety approved it (held.csv). This text includes
    all signs, cards, situations, safety lines and numbers to call, the emergency phrases that people type into the search,
    reviews, what we say on behalf of others, rows with results of studies, numbered steps, tables, words to say, paragraphs and
    drawings about what is not safe, and paragraphs that state something without a source.
    """
    if site.edition.language != FIRST:
        return
    held: list[Held]
    held, problems = cached_read(read_csv, LIST, Held, "entry")
    yield from problems
    agreed, moved = followed({row.entry: row.digest for row in held}, site)
    if site.only is not None:
        agreed = {name: old for name, old in agreed.items() if file_of(name) in site.wanted}
    for old, new in moved.items():
        yield Problem(site.docs / new, 1, f"This page was docs/{old}, and the words that safety depends on came with it.",
                      "Name the old address in docs/data/moved.yml, and leave the rest: somebody responsible for safety "
                      '(.github/CODEOWNERS) will run "python -m evidence hold".', "held")
    now = dict(found(site, agreed))
    yield from changed(agreed, now)
    yield from missing(agreed, now, site)


def followed(agreed: Mapping[str, str], site: Site) -> tuple[dict[str, str], dict[str, str]]:
    """Return the digests with the new names of pages that moved, and the old and new names of these pages. A page has moved if it
    is gone, and a page without a digest has one of its texts.
    """
    files = {file_of(name) for name in agreed}
    lost = {file for file in files if file.endswith(".md") and not (site.docs / file).is_file()}
    fresh = site.pages.keys() - files if lost else set()
    texts = {now.digest: file_of(name) for name, now in found(site, {}) if file_of(name) in fresh} if fresh else {}
    moved = {file_of(name): texts[old] for name, old in agreed.items() if file_of(name) in lost and old in texts}
    return {moved.get(file_of(name), file_of(name)) + name[len(file_of(name)):]: old for name, old in agreed.items()}, moved


def changed(agreed: Mapping[str, str], now: Mapping[str, Now]) -> Iterator[Problem]:
    """Yield a problem for each text that is new or differs. If part of a section has changed, only that part is named."""
    gone = agreed.keys() - now.keys()
    cut = {name.partition("#")[0] for name in gone if "#" in name}  # paragraphs of a section that lost its digest are not new
    differs = {name: new for name, new in now.items() if new.digest != agreed.get(name)
               and (name in agreed or name.partition(" ")[0] not in cut)}
    for name, new in differs.items():
        if "#" in name and any(new.path == other.path and new.line <= other.line and "#" not in part
                               for part, other in differs.items()):
            continue
        known = name in agreed or get_close_matches(name, [old for old in gone if file_of(old) == file_of(name)], 1)
        reworded = bool(known and agreed.get(name, "-"))
        what = "differs from the approved words" if reworded else "is new, and nobody has approved it"
        whole = "The whole paragraph, step or row is approved word for word. " if reworded else ""
        compare = f"Compare it with {', '.join(new.sources)}. " if new.sources and new.path.suffix != ".md" else ""
        row = name.partition(" ")[2] if file_of(name) in FILES or file_of(name) in SPOKEN else ""
        said = f'"{row}" ("{new.words}")' if row and row != new.words else f'"{new.words or name}"'
        yield Problem(new.path, new.line, f"{said} {what}: {new.why}.", whole + compare + AGREE, "held")


def missing(agreed: Mapping[str, str], now: Mapping[str, Now], site: Site) -> Iterator[Problem]:
    """Yield a problem for each page that is missing, and for each other text that is missing without a new one in its place."""
    reworded = {name.partition(" ")[0] for name in now.keys() - agreed.keys()} - {*FILES, *SPOKEN}
    gone = agreed.keys() - now.keys()
    files = {file_of(name) for name in gone}
    lost = {file for file in files if file.endswith(".md") and not (site.docs / file).is_file()}
    for file in sorted(lost):
        yield Problem(site.docs / file, 1, "This page is missing, and readers may need its safety advice.",
                      f"Restore the page. If it has a new address, name the old one in docs/data/moved.yml. {AGREE}", "held")
    parts = {file_of(name) for name, old in agreed.items() if "#" in name and (name not in now or now[name].digest != old)}
    for name in gone:
        file, _, row = name.replace("#", " ").partition(" ")
        if file in lost or (file in reworded | parts and "#" not in name):  # reported already: the page, its section or new words
            continue
        folder = site.noted.folder if file in SPOKEN else site.docs if file.endswith((".md", ".svg")) else site.dataset.folder
        said = row.replace("-", " ") if file.endswith(".md") and "#" not in name else row
        yield Problem(folder / file, 1, f'"{said or name}" is missing, and readers may need it.', f"Restore the text. {AGREE}",
                      "held", about=row)


def without_redirect(site: Site) -> list[str]:
    """Return the names of deleted pages that have a digest in held.csv but no redirect in moved.yml."""
    old = {row.old for row in site.dataset.redirects}
    files = {file_of(row.entry) for row in cached_read(read_csv, LIST, Held, "entry")[0]}
    gone = (file for file in files if file.endswith(".md") and not (site.docs / file).is_file())
    return sorted(file for file in gone if path_of(file) not in old)


def write(site: Site) -> list[str]:
    """Write the current digests to held.csv, and the current sources to sources-held.csv. Return a sentence for each digest that
    is new, has changed or was removed, and one for all sources that have.
    """
    before = {row.entry: row.digest for row in cached_read(read_csv, LIST, Held, "entry")[0]}
    named, _moved = followed(before, site)
    now = {name: new.digest for name, new in found(site, named)}
    with LIST.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("entry", "digest"), *now.items()])
    moved = sources_held.write(site, LIST.with_name(sources_held.LIST.name))
    sources = [f"Citations on pages for readers have changed: {moved}."] if moved else []
    return sources + [f"{name} {'has a new digest' if name in now else 'is gone, so its digest was removed'}."
            for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name)]
