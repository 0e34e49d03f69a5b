"""A rule about safety wording: a change to wording that readers' safety or trust depends on must also change the digest of that
wording in held.csv.

In a long change, a reviewer could easily overlook a lost word in a warning sign, a less urgent level or a wrong digit. So
held.csv contains a digest (a hash) of each row, section or paragraph that matters for safety. Whoever changes such a row, section
or paragraph must change its digest too, and CODEOWNERS requires that the people who are responsible for safety approve changes to
held.csv. All other text can change freely.

Nobody has to list these paragraphs by hand. On pages for readers, a paragraph, list item, table row or block needs a digest if it
contains a warning sign, a link to the warning signs, or a word that signals danger (the pattern `held` in
evidence/words/en/language.yml).
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from evidence.checks.rules import Site, site_rule
from evidence.checks.source import Page
from evidence.loading import text_files
from evidence.loading.dataset import YAML_FILES
from evidence.loading.editions import FIRST
from evidence.loading.rows import cached_read, parsed, read_csv, read_yaml, strings
from evidence.model.pages import Layer
from evidence.model.problems import Problem
from evidence.model.record import Record
from evidence.model.urls import path_of
from evidence.words import load_part

LIST = Path(__file__).with_name("held.csv")

FILES = ("destinations.yml", "signs.yml", "safety-lines.yml", "warning-signs.yml", "situations.yml", "helplines.yml",
         "search-words.yml", "reviews.yml", "glossary.yml", "organisations.yml", "registers.yml", "guidelines.yml", "moved.yml",
         "own-figures.yml", "plain-words.yml")
"""The data files whose rows have a digest. They are about danger, speak for other people, send readers elsewhere or state what
nobody has measured. In search-words.yml, only rows with what people type in an emergency have one; in glossary.yml, only rows
with a word of danger."""

PROOF = {"line", "pages", "checked"}
"""Fields that are left out of a digest, so that a row that was checked again keeps its digest."""

SPOKEN = {"safety.yml": None, "frame.yml": {"strip", "signs"}}
"""The files in evidence/words/ whose parts have digests, each with the names of those parts. None means all parts."""

BULLET = re.compile(r"^(\s*)[*+](?=\s)")
"""Matches the start of a list item with * or + as its bullet. A bullet is not part of the words."""

WORD = re.compile(r"[^\W_]+")
WORDS = 6
"""The number of words from the start of a paragraph that form its name in held.csv."""

AGREE = ('Somebody responsible for safety must approve this (.github/CODEOWNERS). Run "python -m evidence hold", and include '
         "evidence/checks/held.csv in the change.")


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


class Now(NamedTuple):
    """The location of a protected item, and its current digest."""

    path: Path
    line: int
    digest: str


def digest(given: object) -> str:
    """Return the first 16 digits of a string's hash, which are enough to tell strings apart."""
    return sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()[:16]


def found(site: Site, named: Mapping[str, str]) -> Iterator[tuple[str, Now]]:
    """Yield everything that must have a digest, with its name in held.csv: data rows, interface strings, paragraphs and
    translations, and the sections and drawings in `named`, which maps names to digests. If a page's front matter cannot be read,
    the page's sections keep their digests from `named`.
    """
    yield from of_data(site)
    for name, parts in SPOKEN.items():
        path = site.noted.folder / name
        yield from ((f"{name} {part}", Now(path, 1, digest(said))) for part, said in load_part(path).items()
                    if parts is None or part in parts)
    covered: dict[str, set[int]] = {}
    for name in named:
        file, _, anchor = name.partition("#")
        page = site.pages.get(file)
        for top in page.headings if page else ():
            if page and top.anchor == anchor:
                end = next((low.line for low in page.headings if low.line > top.line and low.level <= top.level), None)
                above = (page.meta.title, page.meta.description) if page.meta and top.level == 1 else ()
                rows = (BULLET.sub(r"\1-", row) for row in page.raw[top.line - 1: end and end - 1])
                text = " ".join((*above, *rows))
                yield name, Now(page.path, top.line, digest(text.split()) if page.meta else named[name])
                covered.setdefault(file, set()).update(range(top.line, end or len(page.raw) + 1))
        if file.endswith(".svg") and (drawing := site.docs / file).is_file():
            yield name, Now(drawing, 1, digest(text_files.read(drawing)[0].split()))
    for page in site.pages.values():
        if page.for_readers and page.layer is not Layer.STUDIES:
            texts = of_page(page, covered.get(page.name, ()))
            yield from ((name, now) for name, text, now in by_first_words(page.name, page.path, texts)
                        if name in named or site.noted.pattern("held").search(text))
    for folder in site.edition.apart:
        for path in text_files.files(folder, ".md"):
            yield f"{folder.name}/{path.relative_to(folder).as_posix()}", Now(path, 1, digest(text_files.read(path)[0].split()))


def of_data(site: Site) -> Iterator[tuple[str, Now]]:
    """Yield the items in the data files that must have a digest: rows, the safety check as a whole, and each string in the
    decision aid.
    """
    folder, dataset = site.dataset.folder, site.dataset
    for name in FILES:
        records: list[Record] = cached_read(read_yaml, folder / name, *YAML_FILES[name])[0]
        for row in records:
            said = row.model_dump(exclude=PROOF, exclude_defaults=True)
            if getattr(row, "urgent", True) and (name != "glossary.yml" or site.noted.pattern("held").search(str(said))):
                yield f"{name} {getattr(row, YAML_FILES[name][1])}", Now(folder / name, row.line, digest(said))
    if check := dataset.safety_check:
        yield "safety-check.yml", Now(folder / "safety-check.yml", 1, digest(check.model_dump(exclude=PROOF)))
    if dataset.decision:
        aid = folder / "decision.yml"
        yield from ((name, now) for name, _, now in by_first_words(aid.name, aid, strings(parsed(aid)[0])))


def of_page(page: Page, covered: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs on a page and the strings in its data blocks, each with its line number. Lines in `covered` are left
    out, because they belong to a section that has its own digest.
    """
    for run in page.paragraphs:
        if run[0].number not in covered:
            yield run[0].number, " ".join(BULLET.sub(r"\1-", page.raw[line.number - 1]) for line in run)
    for fence in page.fences:
        if fence.line not in covered:
            yield from strings(fence.data, fence.line)


def by_first_words(file: str, path: Path, texts: Iterable[tuple[int, str]]) -> Iterator[tuple[str, str, Now]]:
    """Yield each piece of text with its name in held.csv, which consists of the file name and the first words of the text."""
    seen: Counter[str] = Counter()
    for line, text in sorted(texts):
        name = f"{file} {'-'.join(WORD.findall(text.lower())[:WORDS])}"
        seen[name] += 1
        yield f"{name}-{seen[name]}" if seen[name] > 1 else name, text, Now(path, line, digest(text.split()))


@site_rule
def safety_words_are_held(site: Site) -> Iterable[Problem]:
    """Wording that safety depends on has not changed since somebody responsible for safety approved it (held.csv). Such wording
    includes all warning signs, situations, safety lines and numbers to call, the phrases that people type into the search in an
    emergency, reviews, statements that we make on behalf of others, and the paragraphs and drawings about what is not safe.
    """
    if site.edition.language != FIRST:
        return
    held: list[Held]
    held, problems = cached_read(read_csv, LIST, Held, "entry")
    yield from problems
    agreed = {row.entry: row.digest for row in held}
    now = dict(found(site, agreed))
    gone = agreed.keys() - now.keys()
    cut = {name.partition("#")[0] for name in gone if "#" in name}  # if a section has lost its digest, its paragraphs are not new
    reworded = {name.partition(" ")[0] for name in now.keys() - agreed.keys()} - {*FILES, *SPOKEN}
    for name, (path, line, new) in now.items():
        if new != agreed.get(name) and (name in agreed or name.partition(" ")[0] not in cut):
            what = "differs from the approved text" if agreed.get(name) else "is new, and nobody has approved it"
            yield Problem(path, line, f'"{name.partition(" ")[2] or name}" {what}.', AGREE, "held")
    files = {name.replace("#", " ").partition(" ")[0] for name in gone}
    lost = {file for file in files if file.endswith(".md") and not (site.docs / file).is_file()}
    for file in sorted(lost):
        yield Problem(site.docs / file, 1, "This page is missing, and readers may need its safety advice.",
                      f"Restore the page. If it has a new address, name the old one in docs/data/moved.yml. {AGREE}", "held")
    for name in gone:
        file, _, row = name.replace("#", " ").partition(" ")
        # already reported, either as a missing page or under a new name
        if file in lost or (file in reworded and "#" not in name):
            continue
        folder = site.noted.folder if file in SPOKEN else site.docs if file.endswith((".md", ".svg")) else site.dataset.folder
        yield Problem(folder / file, 1, f'"{row or name}" is missing, and readers may need this '
                                        'advice.', f"Restore the text. {AGREE}", "held",
                      about=row)


def without_redirect(site: Site) -> list[str]:
    """Return the names of deleted pages that have a digest in held.csv but no redirect in moved.yml."""
    old = {row.old for row in site.dataset.redirects}
    files = {row.entry.replace("#", " ").partition(" ")[0] for row in cached_read(read_csv, LIST, Held, "entry")[0]}
    gone = (file for file in files if file.endswith(".md") and not (site.docs / file).is_file())
    return sorted(file for file in gone if path_of(file) not in old)


def write(site: Site) -> list[str]:
    """Write the current digests to held.csv. Return a message for each digest that is new, changed or removed."""
    before = {row.entry: row.digest for row in cached_read(read_csv, LIST, Held, "entry")[0]}
    now = {name: new.digest for name, new in found(site, before)}
    with LIST.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("entry", "digest"), *now.items()])
    return [f"{name} {'has a new digest' if name in now else 'is gone, so its digest was removed'}."
            for name in sorted(before.keys() | now.keys()) if before.get(name) != now.get(name)]
