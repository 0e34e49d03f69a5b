"""A rule about approved text: text on which readers' safety or trust depends must not change without approval.

held.csv contains a digest (a hash) of each paragraph, and of each data row that readers see. Whoever changes a paragraph or row
must also change its digest. CODEOWNERS requires that people responsible for safety approve every change to held.csv. Without the
digests, a reviewer of a long change could overlook a wrong digit or a missing word.

`evidence.checks.held_texts` says which texts need a digest, and why.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from pydantic import Field

from evidence.checks.held_texts import FILES, ORDER, SPOKEN, WORD, WORDS, Now, digest, drawn_with, found
from evidence.checks.rules import Site, site_rule
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read, read_csv
from evidence.model.problems import Problem
from evidence.model.record import Record
from evidence.model.urls import path_of

__all__ = ["digest", "found", "safety_words_are_held", "without_redirect", "write"]

LIST = Path(__file__).with_name("held.csv")

AGREE = ("If you made this change on purpose, keep it, and say in the pull request what changed and why. Somebody responsible "
         "for safety will read it.")


class Held(Record):
    """A row of held.csv: the name and the digest (hash) of an approved text or file.

    `entry` names a data row ("signs.yml stroke"), a paragraph ("try/at-home.md a-roller-needs-the-floor"), the order of a page's
    paragraphs ("try/at-home.md#order"), a translated page, or a file that the builder uses ("drawings/disc.svg").

    After a merge conflict in held.csv, keep the lines of both sides, and run "python -m evidence hold".
    """

    entry: str
    digest: str = Field("", pattern=r"^([0-9a-f]{16})?$")


def file_of(name: str) -> str:
    """Return the file path at the start of a name in held.csv."""
    return name.replace("#", " ").partition(" ")[0]


@site_rule
def safety_words_are_held(site: Site) -> Iterable[Problem]:
    """Text must be exactly what somebody responsible for safety has approved (see held.csv). This rule applies to all text on
    pages, the order of the paragraphs, the words that templates add, and the data that readers see.
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
        yield Problem(site.docs / new, 1, f"This page used to be docs/{old}, and contains text that was approved there.",
                      "Add the old address to docs/data/moved.yml. Somebody responsible for safety (see .github/CODEOWNERS) will "
                      'then run "python -m evidence hold".', "held")
    now = dict(found(site, agreed))
    yield from changed(agreed, now)
    yield from missing(agreed, now, site)


def followed(agreed: Mapping[str, str], site: Site) -> tuple[dict[str, str], dict[str, str]]:
    """Find pages that have moved. Return two dictionaries: all digests, with the new paths in their keys; and the new path for
    each old path.

    A page has moved if its file is gone and a new page contains one of its paragraphs. Very short paragraphs do not count.
    """
    files = {file_of(name) for name in agreed}
    lost = {file for file in files if file.endswith(".md") and not (site.docs / file).is_file()}
    fresh = site.pages.keys() - files if lost else set()
    texts = {now.digest: file_of(name) for name, now in found(site, {})
             if file_of(name) in fresh and len(now.words.split()) > WORDS} if fresh else {}
    moved = {file_of(name): texts[old] for name, old in agreed.items() if file_of(name) in lost and old in texts}
    return {moved.get(file_of(name), file_of(name)) + name[len(file_of(name)):]: old for name, old in agreed.items()}, moved


def changed(agreed: Mapping[str, str], now: Mapping[str, Now]) -> Iterator[Problem]:
    """Yield a problem for each new page and, on all other pages, for each text that is new or has changed. Report a
    changed order of paragraphs only if nothing else on the page is new, changed or missing.
    """
    pages = {file_of(name) for name in agreed}
    gone = agreed.keys() - now.keys()
    differs = {name: new for name, new in now.items() if new.digest != agreed.get(name)}
    touched = {file_of(name) for name in differs.keys() | gone if not name.endswith(ORDER)}
    fresh = {file_of(name): new.path for name, new in differs.items() if file_of(name).endswith(".md")
             and file_of(name) not in pages}
    for path in fresh.values():
        yield Problem(path, 1, "This page is new, and nobody has approved its text.", AGREE, "held")
    for name, new in differs.items():
        if file_of(name) in fresh or (name.endswith(ORDER) and file_of(name) in touched):
            continue
        known = name in agreed or get_close_matches(name, [old for old in gone if file_of(old) == file_of(name)], 1)
        reworded = bool(known and agreed.get(name, "-"))
        what = "differs from the approved words" if reworded else "is new, and nobody has approved it"
        if reworded and new.words_only == agreed.get(name):
            yield Problem(new.path, new.line,
                          f'The indentation or the line breaks of "{new.words}" have changed since this text was approved.',
                          f"If the line is indented, remove the spaces at its start. Write a heading on one line. {AGREE}",
                          "held")
            continue
        whole = "The whole paragraph, step or row is approved word for word. " if reworded and " " in name else ""
        compare = f"Compare it with {', '.join(new.sources)}. " if new.sources else ""
        row = name.partition(" ")[2] if file_of(name) in FILES or file_of(name) in SPOKEN else ""
        said = f'"{row}" ("{new.words}")' if row and row != new.words else f'"{new.words or name}"'
        yield Problem(new.path, new.line, f"{said} {what}: {new.why}.", whole + compare + AGREE, "held")


def missing(agreed: Mapping[str, str], now: Mapping[str, Now], site: Site) -> Iterator[Problem]:
    """Yield a problem for each missing page, and for each missing text that has not been replaced."""
    reworded = {name.partition(" ")[0] for name in now.keys() - agreed.keys()} - {*FILES, *SPOKEN}
    gone = agreed.keys() - now.keys()
    files = {file_of(name) for name in gone}
    lost = {file for file in files if file.endswith(".md") and not (site.docs / file).is_file()}
    for file in sorted(lost):
        yield Problem(site.docs / file, 1, "This page is missing, and readers may need its safety advice.",
                      f"Restore the page. If the page has moved, add its old address to docs/data/moved.yml. {AGREE}", "held")
    for name in gone:
        file, _, row = name.replace("#", " ").partition(" ")
        # skip a text if its page is missing or contains new texts, because such pages are reported anyway
        if file in lost or file in reworded:
            continue
        kind, _, rest = file.partition("/")
        folder = site.noted.folder if file in SPOKEN else site.docs if file.endswith(".md") else site.dataset.folder
        path = drawn_with(site)[kind][0] / rest if kind in drawn_with(site) else folder / file
        said = row.replace("-", " ") if file.endswith(".md") else row
        # skip names of one or two words: such a name could belong to a front matter field, which is not a paragraph
        page = site.pages.get(file) if said.count(" ") > 1 else None
        joined = [line.number for line in (page.lines if page else ()) if said in " ".join(WORD.findall(line.text.lower()))]
        if joined:
            yield Problem(path, joined[0], f'"{said}" is no longer a paragraph or heading of its own.',
                          f"Leave a blank line above it. {AGREE}", "held", about=row)
            continue
        yield Problem(path, 1, f'"{said or name}" is missing, and readers may need it.', f"Restore the text. {AGREE}",
                      "held", about=row)


def without_redirect(site: Site) -> list[str]:
    """Return the paths of deleted pages that contained approved text but have no redirect in moved.yml."""
    old = {row.old for row in site.dataset.redirects}
    files = {file_of(row.entry) for row in cached_read(read_csv, LIST, Held, "entry")[0]}
    gone = (file for file in files if file.endswith(".md") and not (site.docs / file).is_file())
    return sorted(file for file in gone if path_of(file) not in old)


def write(site: Site) -> list[str]:
    """Write the digests of the current text to held.csv. Return a sentence for each digest that has changed, is new or was
    removed.
    """
    before = {row.entry: row.digest for row in cached_read(read_csv, LIST, Held, "entry")[0]}
    named, _moved = followed(before, site)
    now = {name: new.digest for name, new in found(site, named)}
    with LIST.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("entry", "digest"), *now.items()])
    return [f"{name} {'has a new digest' if name in now else 'is gone, so its digest was removed'}."
            for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name)]
