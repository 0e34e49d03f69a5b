"""Finds everything that needs approval: all text and data blocks on pages, data rows, interface strings, and the files with
which the site is built.

The order of a page's paragraphs also needs approval, because a paragraph can mean something else under a different heading. The
comments in a data file and the order of its rows need approval too, because the whole file is published.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from evidence.checks.citations import CITED
from evidence.checks.numbers import cited_in
from evidence.checks.rules import Site
from evidence.checks.source import FencedBlock, Page
from evidence.loading import text_files
from evidence.loading.dataset import CSV_FILES, YAML_FILES
from evidence.loading.editions import HERE
from evidence.loading.rows import cached_read, parsed, read_csv, read_yaml, strings, without_lines
from evidence.markdown.fences import FENCES, checked
from evidence.markdown.rendering import FOLDER as TEMPLATES
from evidence.model.record import Record
from evidence.model.references import Reference
from evidence.words import load_part

SAFETY = "readers' safety depends on it"
OTHERS = "it speaks for somebody else, or sends readers elsewhere"
DRAWN = "the site shows its words and numbers as what was found"
COMPARED = "somebody compared these words with their source"
READ = "readers act on what a page says"
FILES = {
    **dict.fromkeys(("destinations.yml", "signs.yml", "safety-lines.yml", "warning-signs.yml", "situations.yml",
                     "search-words.yml", "glossary.yml"), SAFETY),
    **dict.fromkeys(("helplines.yml", "reviews.yml", "organisations.yml", "registers.yml", "guidelines.yml", "moved.yml",
                     "reader-tasks.yml", "reader-sessions.yml", "clinician-questions.yml", "left-out.yml",
                     "allowed-domains.yml"), OTHERS),
    **dict.fromkeys(("own-figures.yml", "plain-words.yml", "scales.yml", "derivations.yml", "claims.yml", "effects.csv",
                     "treatments.csv", "scans.csv", "counts.csv", "references.bib"), DRAWN)}
"""The data files whose rows have a digest, each with the reason."""

KEYS = {"id", "key", "source", "sources", "url", "home", "graded_by", "certainty_by"}
"""Fields that do not say in words what a row is about."""

SPOKEN = ("charts.yml", "frame.yml", "people.yml", "safety.yml", "tools.yml", "views.yml")
"""The files in evidence/words/ whose parts have a digest: all files with words that readers see."""

DRAWINGS = {"everyday", "effects", "course", "icons", "treatments", "scans", "diary"}
"""The data blocks that draw findings, or what people do. Their parts have digests, because a bar beside the wrong words misleads
readers too."""

BULLET = re.compile(r"^(\s*)[*+](?=\s)")
"""Matches the start of a list item with * or + as its bullet. A bullet is not part of the words."""

WORD = re.compile(r"[^\W_]+")
WORDS = 6
"""The number of words from the start of a paragraph that form its name in held.csv."""

FEW = 3
"""A text with this many words or fewer is only a name, and does not say what a data row is about."""

SHOWN = 9
"""The maximum number of words of a text that a message quotes."""

ORDER = "#order"
"""The end of each entry in held.csv for the order of a page's paragraphs, or for a data file as a whole."""

WRITTEN = {"first-styles.html", "policy.html", "words.html", "search-words.js", "site.css"}
"""Files that `python -m evidence frame` writes, from other files that need approval."""


def drawn_with(site: Site) -> dict[str, tuple[Path, str, str]]:
    """Return the folders of files that are used to build the pages: each folder's name in held.csv, its path, the pattern of its
    files, and the reason why these files need approval.
    """
    at = site.edition
    return {"drawings": (at.figures, "*.svg", "people put their hands where a drawing shows"),
            "settings": (at.config.parent, "*.yml", "it decides how all pages are built, and has the menu"),
            "scripts": (at.scripts, "*.js", "the tools that advise readers run it"),
            "styles": (at.root / "styles", "*.css", "it can hide or reveal words"),
            "overrides": (at.templates, "**/*.html", "every page is drawn with it"),
            "templates": (TEMPLATES, "*.html", "pages are drawn with it"),
            "words": (at.words.parent, "*/*.yml", "readers read it, or rules look for it"),
            "sheets": (HERE / "evidence" / "exports", "*.css", "reviewers read pages with it"),
            "files": (at.docs, "**/*.*", "it is published as it is"),
            "forms": (HERE / ".github" / "ISSUE_TEMPLATE", "*.yml", "readers report harm and mistakes with it"),
            "project": (at.root, "CITATION.cff", "others name us as it says")}


class Now(NamedTuple):
    """An item that needs approval: its location, the hash of its text, its first words, the reason, and its sources. For a
    paragraph, `words_only` is the hash that it would have without indentation and line breaks.
    """

    path: Path
    line: int
    digest: str
    words: str = ""
    why: str = SAFETY
    sources: tuple[str, ...] = ()
    words_only: str = ""


def digest(given: object) -> str:
    """Return the first 16 digits of the SHA-256 hash of a value."""
    return sha256(json.dumps(given, sort_keys=True, default=str).encode()).hexdigest()[:16]


def first_words(text: str) -> str:
    """Return the first words of a paragraph, without the markup of lists, tables and emphasis."""
    words = re.sub(r"^(?:[-+:>]|#+)\s+|^\d+\.\s+|[*`]", "", " ".join(text.strip().strip("|").split())).split()
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


@lru_cache(maxsize=20_000)
def reason(text: str, danger: re.Pattern[str]) -> str:
    """Return the reason why text on a page needs approval. `danger` matches the words and tags that warn readers."""
    if not (match := danger.search(text)):
        return COMPARED if CITED.search(text) else READ
    found = match[0].strip()
    if found.startswith("[!"):
        return f"it tells readers when to get help ({found})"
    return f'it has a word that can warn readers ("{found}")'


class Texts:
    """Everything on a site that needs approval. `named` contains the digests in held.csv, keyed by name."""

    def __init__(self, site: Site, named: Mapping[str, str]):
        self.site, self.named, self.danger = site, named, site.noted.pattern("held")

    def __iter__(self) -> Iterator[tuple[str, Now]]:
        """Yield every item with its name in held.csv. If only some pages are checked, yield only the items on these pages."""
        if self.site.only is None:
            yield from of_data(self.site)
            for name in SPOKEN:
                path = self.site.noted.folder / name
                yield from ((f"{name} {part}", Now(path, 1, digest(said), part)) for part, said in load_part(path).items())
            yield from self.files()
        for page in self.site.wanted.values():
            if not page.meta:  # another rule reports faulty front matter; treat the text as unchanged
                yield from ((name, Now(page.path, 1, old)) for name, old in self.named.items()
                            if name.startswith((f"{page.name} ", f"{page.name}{ORDER}")))
            else:
                yield from self.of_page(page)
        for folder in self.site.edition.apart if self.site.only is None else ():
            for path in text_files.files(folder, ".md"):
                name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
                yield name, Now(path, 1, digest(text_files.read(path)[0].split()), name, "nobody has checked translations but us")

    def files(self) -> Iterator[tuple[str, Now]]:
        """Yield the files that are used to build the pages, except those that `python -m evidence frame` writes."""
        seen = {self.site.noted.folder / name for name in SPOKEN}
        seen |= {self.site.dataset.folder / name for name in (*FILES, "safety-check.yml", "decision.yml")}
        for name, (folder, pattern, why) in drawn_with(self.site).items():
            for path in sorted(folder.glob(pattern)):
                if path.name not in WRITTEN and path.suffix != ".md" and path not in seen and not path.name.startswith("."):
                    seen.add(path)
                    shown = path.relative_to(folder).as_posix()
                    yield f"{name}/{shown}", Now(path, 1, sha256(path.read_bytes()).hexdigest()[:16], shown, why)

    def of_page(self, page: Page) -> Iterator[tuple[str, Now]]:
        """Yield what needs approval on a page: fields of the front matter, paragraphs, data blocks, and their order."""
        if page.meta:
            fields = page.meta.model_dump(mode="json", exclude_defaults=True)
            said = {name: value for name, value in fields.items() if name != "changes"}
            for change in page.meta.changes:
                said[f"changes {'-'.join(WORD.findall(change.what.lower())[:WORDS])}"] = change.what
            for name, value in said.items():
                line = next((n for n, text in enumerate(page.raw, 1) if text.startswith(f"{name.split()[0]}:")), 1)
                words = ", ".join(text for _, text in strings(value)) or str(value)
                yield (f"{page.name} {name}",
                       Now(page.path, line, digest(value), first_words(words), "pages, menus and searches go by it"))
        seen: Counter[str] = Counter()
        for fence in page.fences:
            if fence.name in DRAWINGS and isinstance(fence.data, dict):
                yield from self.of_drawing(page, fence)
            else:
                seen[fence.name] += 1
                yield (f"{page.name} {fence.name}-block-{seen[fence.name]}",
                       Now(page.path, fence.line, digest(skeleton(fence.data) if fence.name in FENCES else fence.text.split()),
                           f"{fence.name} block", "its fields decide what readers see"))
        texts = dict(by_first_words(page.name, page.path, self.texts(page)))
        yield from texts.items()
        order = [[name.removeprefix(page.name) for name in texts], [run[0].block for run in page.paragraphs],
                 [fence.name for fence in page.fences]]
        yield f"{page.name}{ORDER}", Now(page.path, 1, digest(order), "The order of the paragraphs, or a block around one",
                                         "words can mean something else in another place")

    def texts(self, page: Page) -> Iterator[tuple[int, str, str]]:
        """Yield the paragraphs on a page and the strings in its data blocks, as (line number, text, reason for approval)."""
        texts = [(run[0].number, "\n".join(BULLET.sub(r"\1-", page.raw[line.number - 1]) for line in run))
                 for run in page.paragraphs]
        for fence in page.fences:
            if fence.name not in DRAWINGS:
                texts += strings(fence.data, fence.line)
        yield from ((line, text, reason(" ".join(text.split()), self.danger)) for line, text in texts if WORD.search(text))

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


def skeleton(value: object) -> object:
    """Return the data of a block without its texts, which have digests of their own."""
    if isinstance(value, dict):
        return {name: skeleton(part) for name, part in value.items() if name != "__lines__"}
    if isinstance(value, list):
        return [*map(skeleton, value)]
    return "" if isinstance(value, str) else value


def _has_fields(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value) and bool(value)


def found(site: Site, named: Mapping[str, str]) -> Iterator[tuple[str, Now]]:
    """Yield everything that needs approval, each item with its name in held.csv."""
    return iter(Texts(site, named))


def of_data(site: Site) -> Iterator[tuple[str, Now]]:
    """Yield what needs approval in the data files: rows and their order, the safety check as a whole, and each string in the
    decision aid.
    """
    folder, dataset = site.dataset.folder, site.dataset
    for file, why in FILES.items():
        seen: Counter[str] = Counter()
        for row in dataset.references.values() if file.endswith(".bib") else rows_of(folder / file):
            said = asdict(row) if isinstance(row, Reference) else row.model_dump(exclude_defaults=True)
            said.pop("line", None)
            name = f"{file} {name_of(row, file)}"
            seen[name] += 1
            sources = (*(getattr(row, "sources", None) or ()), *filter(None, [getattr(row, "source", "")]))
            yield (f"{name}-{seen[name]}" if seen[name] > 1 else name,
                   Now(folder / file, row.line, digest(said), in_words(said, file.endswith(".csv")), why,
                       tuple(str(key) for key in sources if str(key) in dataset.references)))
    for file in (*FILES, "safety-check.yml", "decision.yml"):
        text = text_files.read(folder / file)[0].split("\n")
        yield f"{file}{ORDER}", Now(folder / file, 1, digest(text), "The order of the rows, or a comment", "it is published")
    if check := dataset.safety_check:
        yield "safety-check.yml", Now(folder / "safety-check.yml", 1, digest(check.model_dump()), "safety-check.yml")
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


def by_first_words(file: str, path: Path, texts: Iterable[tuple[int, str, str]]) -> Iterator[tuple[str, Now]]:
    """Yield each text with its name in held.csv: the file name and the first words."""
    seen: Counter[str] = Counter()
    for line, text, why in sorted(texts):
        beginning, shaped, words, cited, words_only = measured(text)
        name = f"{file} {beginning}"
        seen[name] += 1
        yield (f"{name}-{seen[name]}" if seen[name] > 1 else name,
               Now(path, line, shaped, words, why, cited, words_only))


@lru_cache(maxsize=20_000)
def measured(text: str) -> tuple[str, str, str, tuple[str, ...], str]:
    """Return five facts about a text, for held.csv and for messages: the last part of the text's name, the digest of its words
    and layout, its first words, its citations, and the digest of its words alone.

    The results are cached, because the live preview and the tests read most texts again after each change.
    """
    words = text.split()
    return ("-".join(WORD.findall(text.lower())[:WORDS]), digest(shape(text)), first_words(text), cited_in(" ".join(words)),
            digest(words))


def shape(text: str) -> list[str]:
    """Return the words of a text, with markers for its layout, because the layout can change what the words mean.

    Every four spaces of indentation get a marker. If the text starts with a heading, each line break gets a marker, because only
    the first line is the heading.
    """
    parts: list[str] = []
    for number, line in enumerate(text.expandtabs(4).split("\n")):
        parts += ["\n"] if number and text.startswith("#") else []
        parts += [DEEPER] * ((len(line) - len(line.lstrip())) // len(DEEPER)) + line.split()
    return parts


DEEPER = "    "
