"""Finds everything that needs approval: data rows, interface strings and text on pages.

Text on a page for readers needs approval if `Reasons` gives a reason, for example that wrong words could harm readers. On studies
pages and pages about us, only paragraphs with a citation need approval.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from evidence.checks.citations import CITED
from evidence.checks.file_names import listed
from evidence.checks.numbers import cited_in
from evidence.checks.rules import Site
from evidence.checks.source import FencedBlock, Line, Page
from evidence.loading import text_files
from evidence.loading.dataset import CSV_FILES, YAML_FILES
from evidence.loading.rows import cached_read, parsed, read_csv, read_yaml, strings, without_lines
from evidence.markdown.fences import checked
from evidence.model.record import Record
from evidence.model.references import Reference
from evidence.words import load_part

SAFETY = "readers' safety depends on it"
OTHERS = "it speaks for somebody else, or sends readers elsewhere"
DRAWN = "the site shows its words and numbers as what was found"
COMPARED = "somebody compared these words with their source"
FILES = {
    "destinations.yml": SAFETY, "signs.yml": SAFETY, "safety-lines.yml": SAFETY, "warning-signs.yml": SAFETY,
    "situations.yml": SAFETY, "helplines.yml": OTHERS, "search-words.yml": SAFETY, "reviews.yml": OTHERS, "glossary.yml": SAFETY,
    "organisations.yml": OTHERS, "registers.yml": OTHERS, "guidelines.yml": OTHERS, "moved.yml": OTHERS, "own-figures.yml": DRAWN,
    "plain-words.yml": DRAWN, "scales.yml": DRAWN, "derivations.yml": DRAWN, "claims.yml": DRAWN, "effects.csv": DRAWN,
    "treatments.csv": DRAWN, "scans.csv": DRAWN, "counts.csv": DRAWN, "references.bib": DRAWN, "reader-tasks.yml": OTHERS}
"""The data files whose rows have a digest, each with the reason."""

FRONT = ("title", "description", "also_called")
"""The fields of the front matter that have a digest, since menus, search engines and the search show or use them."""

PROOF = {"line", "pages", "checked", "accessed", "read_at"}
"""Fields that are left out of a digest, so that a row that was checked again keeps its digest."""

KEYS = {"id", "key", "source", "sources", "url", "home", "graded_by", "certainty_by"}
"""Fields that do not say in words what a row is about."""

SPOKEN = {"safety.yml": None, "frame.yml": {"strip", "signs"}}
"""The files in evidence/words/ whose parts have digests, each with the names of those parts. None means all parts."""

DRAWINGS = {"everyday", "effects", "course", "icons", "treatments", "scans", "diary"}
"""The data blocks that draw what was found, or what people do. Each has one digest, since a bar beside the wrong words misleads
as much as words."""

BULLET = re.compile(r"^(\s*)[*+](?=\s)")
"""Matches the start of a list item with * or + as its bullet. A bullet is not part of the words."""

STEP = re.compile(r"\s*\d+\.\s")
CELL = re.compile(r"(?<=\|)[^|\w]*\w[^|]*")
"""Matches a cell of a table that contains words or numbers. A row with only one is a row to fill in."""

ONLY_LINK = re.compile(r"\s*!?\[[^\]]*\]\([^)]*\)\s*")
TARGET = re.compile(r"(?<=\])\([^)]*\)")
WORD = re.compile(r"[^\W_]+")
WORDS = 6
"""The number of words from the start of a paragraph that form its name in held.csv."""

FEW = 3
"""The least number of words that can state something. Fewer are a name, for example of a drawing."""

SHOWN = 9
"""The number of words from the start of a text that a message quotes."""


class Now(NamedTuple):
    """An item that needs approval: its location, the hash of its text, its first words, the reason, and its sources."""

    path: Path
    line: int
    digest: str
    words: str = ""
    why: str = SAFETY
    sources: tuple[str, ...] = ()


def digest(given: object) -> str:
    """Return the first 16 digits of the SHA-256 hash of a value."""
    return sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()[:16]


def first_words(text: str) -> str:
    """Return the first words of a paragraph, without the markup of lists, tables and emphasis."""
    words = re.sub(r"^(?:[-+:>]|#+)\s+|^\d+\.\s+|[*`]", "", " ".join(text.strip().strip("|").split())).split()
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


def danger(match: re.Match[str]) -> str:
    """Return the reason why a text needs approval in which the pattern `held` has a match, such as the tag [!new]."""
    found = match[0].strip()
    return f"it tells readers when to get help ({found})" if found.startswith("[!") else f'it has a word of danger ("{found}")'


class Reasons:
    """Says whether a paragraph on a page needs approval, and why. The patterns are in evidence/words/en/language.yml."""

    def __init__(self, site: Site):
        self.pattern = site.noted.pattern

    def of(self, text: str) -> str:
        """Return why a text needs approval, judged by its words alone, or an empty string if the text needs no approval."""
        if match := self.pattern("held").search(text):
            return danger(match)
        return COMPARED if CITED.search(text) else self.unsourced(text)

    def unsourced(self, text: str) -> str:
        """Return a reason for approval if a text states a fact but names no source. Otherwise, return an empty string."""
        if CITED.search(text) or ONLY_LINK.fullmatch(text) or len(text.split()) < FEW:
            return ""
        words = TARGET.sub("", text)
        ours = self.pattern("our_advice").search(words)
        facts = () if ours else (self.pattern("says_how_much"), self.pattern("says_who_pays"))
        for pattern in (self.pattern("says_what_it_does"), *facts):
            if match := pattern.search(words):
                return f'it tells readers something ("{match[0].strip()}") and names no source'
        return ""

    def of_run(self, run: list[Line], text: str) -> str:
        """Return the reason why a paragraph, list item or table row needs approval, or an empty string."""
        block = run[0].block
        if STEP.match(text):
            return "people do what a numbered step says"
        if text.lstrip().startswith("|"):
            return "people act on what a table says" if len(CELL.findall(text)) > 1 else ""
        if block == "next":
            return "it tells readers where to go next"
        if block == "say":
            return "people say these words to somebody else"
        if block == "countries" and text.startswith(":") and not CITED.search(text):
            return "it says what applies in a country, and names no source"
        if text.startswith("#"):
            return "readers choose by headings what to read"
        if (block in ("facts", "countries") and not text.startswith(":") and not CITED.search(text)):
            match = self.pattern("held").search(text)
            return danger(match) if match else ""
        return self.of(text)


class Texts:
    """Everything on a site that needs approval. `named` contains the digests in held.csv, keyed by name."""

    def __init__(self, site: Site, named: Mapping[str, str]):
        self.site, self.named, self.reasons = site, named, Reasons(site)

    def __iter__(self) -> Iterator[tuple[str, Now]]:
        """Yield every item with its name in held.csv. If only some pages are checked, yield only the items on these pages."""
        if self.site.only is None:
            yield from of_data(self.site)
            for name, parts in SPOKEN.items():
                path = self.site.noted.folder / name
                yield from ((f"{name} {part}", Now(path, 1, digest(said), part)) for part, said in load_part(path).items()
                            if parts is None or part in parts)
            config = self.site.edition.config
            yield from ((f"{config.name} {page}", Now(config, 1, digest(words), words, "it is a name in the menu"))
                        for page, words in listed(self.site).items() if words)
        yield from self.sections()
        for page in self.site.wanted.values():
            if not page.meta:  # another rule reports faulty front matter; treat the text as unchanged
                yield from ((name, Now(page.path, 1, old)) for name, old in self.named.items()
                            if name.startswith(f"{page.name} "))
            else:
                yield from self.of_page(page)
        for folder in self.site.edition.apart if self.site.only is None else ():
            for path in text_files.files(folder, ".md"):
                name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
                yield name, Now(path, 1, digest(text_files.read(path)[0].split()), name, "nobody has checked translations but us")

    @cached_property
    def covered(self) -> dict[str, set[int]]:
        """Return the line numbers of all sections that were approved as a whole, keyed by page name."""
        lines: dict[str, set[int]] = {}
        for name in self.named:
            for page, start, end in self.place(name):
                lines.setdefault(page.name, set()).update(range(start, (end or len(page.raw)) + 1))
        return lines

    def place(self, name: str) -> Iterator[tuple[Page, int, int | None]]:
        """Find a section by its name in held.csv. Yield (page, first line, end), where `end` is the first line after the section,
        or None if the section is the last one.
        """
        file, _, anchor = name.partition("#")
        page = self.site.pages.get(file)
        for top in page.headings if page and anchor else ():
            if page and top.anchor == anchor:
                yield page, top.line, next((low.line for low in page.headings if low.line > top.line and low.level <= top.level),
                                           None)

    def sections(self) -> Iterator[tuple[str, Now]]:
        """Yield the sections and drawings in `named`. If the front matter of a page cannot be read, treat the sections of that
        page as unchanged.
        """
        for name in self.named:
            for page, start, end in self.place(name):
                heading = next(top for top in page.headings if top.line == start)
                above = (page.meta.title, page.meta.description) if page.meta and heading.level == 1 else ()
                rows = (BULLET.sub(r"\1-", row) for row in page.raw[start - 1: end and end - 1])
                now = digest(" ".join((*above, *rows)).split()) if page.meta else self.named[name]
                yield name, Now(page.path, start, now, heading.text, "every word of this section is held")
            drawing = self.site.docs / name
            if name.endswith(".svg") and drawing.is_file():
                now = digest(text_files.read(drawing)[0].split())
                yield name, Now(drawing, 1, now, drawing.name, "people put their hands where a drawing shows")

    def of_page(self, page: Page) -> Iterator[tuple[str, Now]]:
        """Yield what needs approval on a page: paragraphs, strings in data blocks, charts, and fields of the front matter."""
        if page.meta:
            said = {name: (getattr(page.meta, name), "menus and searches show it or go by it") for name in FRONT}
            said["sure"] = page.meta.sure, "readers see how sure this claim is"
            for change in page.meta.changes:
                said[f"changes {'-'.join(WORD.findall(change.what.lower())[:WORDS])}"] = (
                    change.what, self.reasons.unsourced(change.what))
            for name, (value, why) in said.items():
                if value and why:
                    line = next((n for n, text in enumerate(page.raw, 1) if text.startswith(f"{name.split()[0]}:")), 1)
                    words = value if isinstance(value, str) else ", ".join(value)
                    yield f"{page.name} {name}", Now(page.path, line, digest(value), first_words(words), why)
        for fence in page.fences:
            if fence.name in DRAWINGS and isinstance(fence.data, dict):
                yield from self.of_drawing(page, fence)
        texts = texts_of_page(page, self.covered.get(page.name, ()), self.reasons)
        if not page.for_readers:
            texts = ((line, text, why if CITED.search(text) else "") for line, text, why in texts)
        yield from by_first_words(page.name, page.path, texts, lambda name, why: bool(why) or name in self.named)

    def of_drawing(self, page: Page, fence: FencedBlock) -> Iterator[tuple[str, Now]]:
        """Yield the parts of a chart's data block: the block's own fields, and each entry with fields, such as a bar. Treat a
        block with mistakes as unchanged, because another rule reports the mistakes.
        """
        broken = checked(fence.name, fence.text, page.path, fence.line, self.site.dataset)[1]
        parts = [(fence.line, {name: value for name, value in fence.data.items() if not _has_fields(value)})]
        parts += [(entry["__lines__"][""], entry) for value in fence.data.values() if _has_fields(value) for entry in value]
        for line, part in parts:
            words = next((text for _, text in strings(part)), "")
            name = f"{page.name} {fence.name} {'-'.join(WORD.findall(words.lower())[:WORDS])}".strip()
            now = self.named.get(name, "") if broken else digest(without_lines(part))
            last = max(part.get("__lines__", {"": line}).values()) if line != fence.line else line
            yield name, Now(page.path, last, now, first_words(words), DRAWN)


def _has_fields(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value) and bool(value)


def found(site: Site, named: Mapping[str, str]) -> Iterator[tuple[str, Now]]:
    """Yield everything that needs approval, each item with its name in held.csv."""
    return iter(Texts(site, named))


def of_data(site: Site) -> Iterator[tuple[str, Now]]:
    """Yield what needs approval in the data files: rows, the safety check as a whole, and each string in the decision aid."""
    folder, dataset = site.dataset.folder, site.dataset
    for file, why in FILES.items():
        seen: Counter[str] = Counter()
        for row in dataset.references.values() if file.endswith(".bib") else rows_of(folder / file):
            said = asdict(row) if isinstance(row, Reference) else row.model_dump(exclude_defaults=True)
            said = {field: value for field, value in said.items() if field not in PROOF}
            name = f"{file} {name_of(row, file)}"
            seen[name] += 1
            sources = (*(getattr(row, "sources", None) or ()), *filter(None, [getattr(row, "source", "")]))
            yield (f"{name}-{seen[name]}" if seen[name] > 1 else name,
                   Now(folder / file, row.line, digest(said), in_words(said, file.endswith(".csv")), why,
                       tuple(str(key) for key in sources if str(key) in dataset.references)))
    if check := dataset.safety_check:
        yield "safety-check.yml", Now(folder / "safety-check.yml", 1, digest(check.model_dump(exclude=PROOF)), "safety-check.yml")
    if dataset.decision:
        aid = folder / "decision.yml"
        texts = ((line, text, DRAWN) for line, text in strings(parsed(aid)[0]))
        yield from by_first_words(aid.name, aid, texts)


def rows_of(path: Path) -> list[Record]:
    """Return the rows of a data file."""
    if path.suffix == ".csv":
        rows: list[Record] = cached_read(read_csv, path, *CSV_FILES[path.name])[0]
    else:
        rows = cached_read(read_yaml, path, *YAML_FILES[path.name])[0]
    return rows


def name_of(row: Record | Reference, file: str) -> str:
    """Return the name that a data row has in held.csv: its key or id. A row without a key or id is named after its treatment
    and comparator.
    """
    key = "key" if isinstance(row, Reference) else (YAML_FILES | CSV_FILES)[file][1]
    if key or hasattr(row, "id"):
        return str(getattr(row, key or "id"))
    return "-".join(WORD.findall(f"{getattr(row, 'treatment', '')} {getattr(row, 'comparator', '')}".lower()))


def in_words(said: Mapping[str, Any], table: bool) -> str:
    """Return a few words that say what a data row is about. `table` is True for a row of a CSV file."""
    texts = [text for name, text in said.items() if isinstance(text, str) and name not in KEYS]
    if table:
        return ", ".join(texts[:4])
    return first_words(next((text for text in texts if len(text.split()) > FEW), ", ".join(texts[:3])))


def texts_of_page(page: Page, covered: Container[int], reasons: Reasons) -> Iterator[tuple[int, str, str]]:
    """Yield the paragraphs on a page and the strings in the data blocks, as (line number, text, reason). The reason is empty if
    the text needs no approval.

    The lines in `covered` belong to sections that were approved as a whole. Paragraphs on these lines are left out unless they
    would need approval anyway.
    """
    for run in page.paragraphs:
        text = " ".join(BULLET.sub(r"\1-", page.raw[line.number - 1]) for line in run)
        why = reasons.of_run(run, text)
        if why or run[0].number not in covered:
            yield run[0].number, text, why
    for fence in page.fences:
        if fence.line not in covered and fence.name not in DRAWINGS:
            yield from ((line, text, reasons.of(text)) for line, text in strings(fence.data, fence.line))


def by_first_words(file: str, path: Path, texts: Iterable[tuple[int, str, str]],
                   chosen: Callable[[str, str], bool] = lambda _name, _why: True) -> Iterator[tuple[str, Now]]:
    """Yield each text with its name in held.csv: the file name and the first words. Leave out a text if `chosen(name, reason)`
    returns False.
    """
    seen: Counter[str] = Counter()
    for line, text, why in sorted(texts):
        name = f"{file} {'-'.join(WORD.findall(text.lower())[:WORDS])}"
        seen[name] += 1
        name = f"{name}-{seen[name]}" if seen[name] > 1 else name
        if chosen(name, why):
            yield name, Now(path, line, digest(text.split()), first_words(text), why, cited_in(text))
