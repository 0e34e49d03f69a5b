"""Prints a table of the links that a change adds, removes or alters, for the person who reviews the change.

Spam on a health page can hide in a single link: one word of a good sentence becomes a link, or an old link gets a new target.
Such a link is hard to notice in a page of text, but easy to notice in a table. The script finds the links in every text file,
including data and code. It points out anything unusual, but does not decide whether a link is good. Addresses are shown as code,
so that nobody follows a link by accident and no markup can break the table.

    python -m scripts.link_table FOLDER_BEFORE FOLDER_AFTER             prints the table
    python -m scripts.link_table --budget FOLDER_BEFORE FOLDER_AFTER    exits with 1 if there are too many new links
"""

from __future__ import annotations

import argparse
import html
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from evidence.model.shorteners import SHORTENERS

SKIPPED = {".git", ".venv", ".cache", ".pytest_cache", ".ruff_cache", "__pycache__", "node_modules", "site"}
SUFFIXES = {".md", ".bib", ".yml", ".yaml", ".csv", ".html", ".js", ".css", ".svg", ".py", ".sh", ".toml", ".txt", ".json",
            ".cff", ""}
MAX_ROWS = 300
MAX_OUTSIDE = 2
"""Maximum number of new links to other sites in a change that one reader may approve. More need a second reader."""

BUDGET_OUTSIDE = 12
BUDGET_SITES = 2
"""Maximum number, in one change, of new links to other sites, and of sites that we did not link to before. A reviewer can look up
this many, one by one. A larger change must be sent in parts."""

TRIED = "tests/"
"""The folder whose links are test data and are never published."""

MARKDOWN = re.compile(r"(?<!\\)!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)")
DEFINED = re.compile(r"^ {0,3}\[([^\]@^]+)\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
ATTRIBUTE = re.compile(r"""\b(href|src|action|srcset)\s*=\s*["']([^"'{}]+)["']""", re.IGNORECASE)
BARE = re.compile(r"""\b(?:[a-z][a-z0-9+.-]{0,60}://|www\.|mailto:|javascript:)[^\s"'<>|\\`{}]+""", re.IGNORECASE)
BIB_ENTRY = re.compile(r"^@\w+\s*\{\s*([^,\s]+)", re.MULTILINE)
BIB_FIELD = re.compile(r"""^[ \t]*(doi|pmid)[ \t]*=[ \t]*[{"][ \t]*([^}"\s][^}"\n]{0,300}?)[ \t]*[}"]""",
                       re.IGNORECASE | re.MULTILINE)
NUMBER = re.compile(r"""^[ \t]*(?:-|advice:|crisis:|abuse:)[ \t]+["']?(\+?\d[\d ]+\d)["']?[ \t]*$""", re.MULTILINE)
"""Matches a telephone number in helplines.yml, where a changed digit does more harm than any link."""

NAMED_ROW = re.compile(r"^[ \t]*(?:-[ \t]+)?(?:id|country|key|host):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|www\.)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Link:
    """A link in a file. `words` is the text of the link, or the name of the data entry that contains the link."""

    file: str
    words: str
    target: str
    line: int = field(compare=False)

    @property
    def outside(self) -> bool:
        """Return whether the link leads to another site."""
        return bool(OUTSIDE.match(self.target))

    @property
    def host(self) -> str:
        """Return the host in lower case, without "www.", or an empty string for a link within the site."""
        if not self.outside:
            return ""
        try:
            name = urlsplit(self.target if "//" in self.target else f"//{self.target}").hostname or ""
        except ValueError:
            return "?"
        return name.removeprefix("www.")


@dataclass(frozen=True)
class Row:
    """A row of the table: a link before and after the change. `before` is None for an added link, and `after` is None for a
    removed link.
    """

    what: str
    before: Link | None
    after: Link | None

    @property
    def link(self) -> Link:
        """Return the new version of the link, or the old version if the change removed the link."""
        link = self.after or self.before
        assert link is not None  # noqa: S101 (a row always has one of the two)
        return link


def links_in(text: str, file: str) -> list[Link]:
    """Return every link in the text of a file, in order."""
    found: list[Link] = []
    taken: list[range] = []

    def add(start: int, end: int, words: str, target: str) -> None:
        if any(start < span.stop and end > span.start for span in taken):
            return
        taken.append(range(start, end))
        target = html.unescape(target)
        if not target.startswith("#"):
            found.append(Link(file, " ".join(words.split()), target, text.count("\n", 0, start) + 1))

    if file.endswith(".bib"):
        for match in BIB_FIELD.finditer(text):
            where = "https://doi.org/" if match[1].lower() == "doi" else "https://pubmed.ncbi.nlm.nih.gov/"
            add(match.start(), match.end(), _above(BIB_ENTRY, text, match.start()), where + match[2])
    if file.endswith(".md"):
        for pattern in (MARKDOWN, DEFINED):
            for match in pattern.finditer(text):
                add(match.start(), match.end(), match[1], match[2])
    if file.endswith((".md", ".html", ".svg")):
        for match in ATTRIBUTE.finditer(text):
            add(match.start(), match.end(), match[1], match[2])
    if file.endswith("helplines.yml"):
        for match in NUMBER.finditer(text):
            add(match.start(1), match.end(1), _above(NAMED_ROW, text, match.start()), f"tel:{match[1]}")
    name = BIB_ENTRY if file.endswith(".bib") else NAMED_ROW
    for match in BARE.finditer(text):
        end = match.start() + len(_trimmed(match[0]))
        add(match.start(), end, _above(name, text, match.start()), text[match.start():end])
    return sorted(found, key=lambda link: link.line)


def _above(pattern: re.Pattern[str], text: str, position: int) -> str:
    """Return the name of the data entry that contains the link at `position`."""
    last = ""
    for match in pattern.finditer(text, 0, position):
        last = match[1]
    return last


def _trimmed(address: str) -> str:
    """Remove punctuation from the end of an address if the punctuation belongs to the sentence around the address."""
    while address and (address[-1] in ".,;:!?*_" or (address[-1] in ")]" and address.count("(") + address.count("[")
                                                     < address.count(")") + address.count("]"))):
        address = address[:-1]
    return address


def links_of(folder: Path) -> list[Link]:
    """Return every link in the text files of a folder."""
    return [link for path, name in _files(folder) for link in links_in(path.read_text("utf-8", "replace"), name)]


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not SKIPPED & set(parts) and path.suffix in SUFFIXES and path.is_file() and not path.is_symlink():
            yield path, "/".join(parts)


def compare(before: Iterable[Link], after: Iterable[Link]) -> list[Row]:
    """Return a row for each link that was added, removed or changed. A link that only moved within its file is left out."""
    before, after = list(before), list(after)
    gone, new = _less(before, after), _less(after, before)
    rows: list[Row] = []
    for what, same in (("target changed", "words"), ("words changed", "target")):
        waiting: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in gone:
            waiting[link.file, getattr(link, same)].append(link)
        for link in list(new):
            if partners := waiting[link.file, getattr(link, same)]:
                partner = partners.pop(0)
                rows.append(Row(what, partner, link))
                gone.remove(partner)
                new.remove(link)
    rows += [Row("added", None, link) for link in new]
    rows += [Row("removed", link, None) for link in gone]
    order = ["target changed", "words changed", "added", "removed"]
    return sorted(rows, key=lambda row: (not row.link.outside, order.index(row.what), row.link.file, row.link.line))


def _less(these: list[Link], those: list[Link]) -> list[Link]:
    """Return the links in `these` that are not in `those`. A link that occurs three times in `these` and twice in `those` is
    returned once.
    """
    left = Counter(those)
    kept = []
    for link in these:
        if left[link]:
            left[link] -= 1
        else:
            kept.append(link)
    return kept


def hosts_of(links: Iterable[Link]) -> set[str]:
    """Return the hosts of these links. Links in tests/ are left out, because some of them are examples of spam."""
    return {link.host for link in links if not link.file.startswith(TRIED)}


def remarks(row: Row, known: set[str]) -> list[str]:
    """Return remarks that say what is unusual about a link after the change. A removed link gets no remarks."""
    link = row.after
    if link is None or not link.outside:
        return []
    scheme = link.target.partition(":")[0].lower()
    said = ["a number to call: look it up on the official page"] if scheme == "tel" else []
    if link.host and link.host not in known:
        said.append("a site we did not link to before")
    if scheme not in ("https", "mailto", "tel") and not link.target.lower().startswith("www."):
        said.append("not encrypted" if scheme == "http" else f"unusual kind of address ({scheme})")
    if link.host in SHORTENERS:
        said.append("a link shortener hides where it goes")
    if "@" in link.target.split("?")[0] and scheme != "mailto":
        said.append("an @ in the address: read what follows it")
    if not link.target.isascii() or "xn--" in link.host:
        said.append("letters that can be mistaken for others")
    if re.search(r"[?&](utm_\w+|ref|aff\w*|tag|gclid|fbclid)=", link.target):
        said.append("tracks who sent the visitor")
    return said


def code(text: str) -> str:
    """Return untrusted text as a Markdown code span that is safe in a table. Markup, links, and invisible or misleading
    characters in the text have no effect.
    """
    shown = "".join(letter if letter != "\\" and letter.isprintable() and (letter.isascii() or letter.isalpha())
                    else f"\\u{ord(letter):04x}" for letter in text[:300])
    shown = shown.replace("`", "'").replace("|", r"\|").strip()
    return f"`{shown}`" if shown else ""


def table(before: list[Link], after: list[Link]) -> str:
    """Compare the links before and after a change. Return the result in Markdown: a heading, a summary and a table."""
    rows = compare(before, after)
    if not rows:
        return "### Links\n\nThis change does not add, remove or change any links.\n"
    known = hosts_of(before)
    counts = Counter("changed" if row.what.endswith("changed") else row.what for row in rows)
    outside = [row for row in rows if row.what == "added" and row.link.outside]
    said = ", ".join(f"{counts[what]} {what}" for what in ("added", "changed", "removed") if counts[what])
    lines = ["### Links", "", f"{said}. Links to other sites come first."]
    if len(outside) > MAX_OUTSIDE:
        lines.append(f"\n**{len(outside)} new links go to other sites.** "
                     f"A change with more than {MAX_OUTSIDE} needs a second reader.")
    lines += ["", "| What | Where | Words or source | Goes to | Please check |", "|---|---|---|---|---|"]
    lines += [_line(row, known) for row in rows[:MAX_ROWS]]
    if len(rows) > MAX_ROWS:
        lines.append(f"\n{len(rows) - MAX_ROWS} more rows are not shown. Ask for a smaller change.")
    return "\n".join(lines) + "\n"


def over_budget(before: list[Link], after: list[Link]) -> list[str]:
    """Return a sentence for each limit that a change exceeds. The number of new links is limited, because a reviewer has to open
    every one of them.
    """
    rows = [row for row in compare(before, after) if row.link.outside and row.what in ("added", "target changed")
            and not row.link.file.startswith(TRIED)]
    known = hosts_of(before)
    sites = sorted({row.link.host for row in rows if row.link.host} - known)
    found = []
    if len(rows) > BUDGET_OUTSIDE:
        found.append(f"This change adds {len(rows)} links to other sites; the limit for one change is {BUDGET_OUTSIDE}. "
                     "Send it in parts, so that somebody can look up each link.")
    if len(sites) > BUDGET_SITES:
        found.append(f"This change adds {len(sites)} sites that we did not link to before "
                     f"({', '.join(code(site).strip('`') for site in sites[:5])}); the limit for one change is {BUDGET_SITES}. "
                     "Propose any beyond that limit separately, with a reason for each.")
    return found


def _line(row: Row, known: set[str]) -> str:
    old, new = row.before, row.after
    words, target = code(row.link.words), code(row.link.target)
    if old and new and row.what == "words changed":
        words = f"{code(old.words)} → {words}"
    if old and new and row.what == "target changed":
        target = f"{code(old.target)} → {target}"
    place = f"{code(row.link.file)} line {row.link.line}"
    return f"| {row.what} | {place} | {words} | {target} | {'; '.join(remarks(row, known))} |"


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and return 0. With --budget, print only a sentence for each limit that the change exceeds, and return 1 if
    there is such a limit.
    """
    parser = argparse.ArgumentParser(prog="python -m scripts.link_table", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--budget", action="store_true", help="only check that the change does not have too many new links")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    given = parser.parse_args(arguments)
    before, after = links_of(given.before), links_of(given.after)
    if not given.budget:
        print(table(before, after), end="")
        return 0
    found = over_budget(before, after)
    for sentence in found:
        print(f"::error title=links::{sentence}" if os.environ.get("GITHUB_ACTIONS") == "true" else sentence)
    if not found:
        print("The number of new links is within the limits.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
