"""Rules about characters: a page must not contain invisible characters, or letters that its language does not use.

Look-alike letters and invisible characters could hide a forbidden phrase from the other rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.model.problems import Problem

MARKS = set("‘’“”–—…·•×÷±≈≤≥−°§©®™£€¥¢¼½¾⅓⅔µªº«»¿¡†‡→←↑↓↩○●◐✓✗\u00a0\u202f\u2032\u2033")
"""Allowed characters that are not letters: a reader can see and name each of them."""

UNSEEN = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD,
          *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
"""Characters that Unicode counts as letters, marks or symbols, although they are invisible."""

ALIKE = (range(0x0250, 0x02B0), range(0x1D00, 0x1DC0), range(0x2100, 0x2150), range(0x2460, 0x2500), range(0xA720, 0xA800),
         range(0xFB00, 0xFB07), range(0xFF00, 0xFFEF), range(0x1D400, 0x1D800), range(0x1F100, 0x1F200))
"""Ranges of characters that only look like plain letters: phonetic, circled, rare, full-width, mathematical and boxed letters,
and ligatures."""

GREEK_IN = {".yml", ".csv", ".bib"}
"""The file types in which Greek letters are allowed, for names such as Aβ fibres or IL-1β."""

UNLIKE = set("βγδεθλμπσφψωΓΔΘΛΞΠΣΦΨΩ")
"""Greek letters that nobody mistakes for Latin letters. Only these may be in the same word as Latin letters."""

ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot);)(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
"""Matches an HTML character code, such as &eacute; or &#233;. A code can stand for any character, even one of the above."""

MOJIBAKE = re.compile("|".join((
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022"
    "\u2026\u2030\u2039\u203a\u20ac\u2122]",  # accented letters
    "\\b[\u00c2\u00c3](?![\\w.'\u2019])",  # garbled accented letters whose second character has become a space
    # garbled Greek and East European letters
    "[\u00c4\u00c5\u00ce\u00cf][\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]",
    "\u00e2[\u0080-\u009f\u201a\u20ac\u2020\u02c6\u2030]",  # garbled quotation marks, dashes and symbols
    "\u00f0\u0178|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd",  # garbled emoji, byte order marks and replacement characters
    "\u201a\u00c4|\u221a[\u00a9\u00a8\u00b1\u00b6\u2122\u2020]")))  # letters and symbols garbled by an old Mac encoding
"""Matches the two or three characters that replace one character when a UTF-8 file is opened in an old Windows or Mac encoding
and saved again."""

Fault = tuple[str, str]


def named(character: str) -> str:
    """Return the Unicode number and name of a character, for example `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"


def unseen(character: str) -> bool:
    """Return whether a character is invisible, or changes the direction of the text around it."""
    return unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn") or ord(character) in UNSEEN


def alphabets(site: Site) -> tuple[str, ...]:
    """Return the names of the alphabets in which the site's language is written, for example LATIN."""
    return tuple(str(site.words["scripts"]).split())


def disguised(line: str) -> Iterator[Fault]:
    """Yield a fault for each HTML character code, such as &#8203;, in a line."""
    for match in ENTITY.finditer(line):
        yield (f'"{match[0]}" is a character code; a reviewer cannot see which character it stands for.',
               "Type the character itself.")


def faults(line: str, scripts: tuple[str, ...], greek: bool = False) -> Iterator[Fault]:
    """Yield each kind of fault in a line once, as (fault, what to type instead)."""
    if line.isascii() and line.isprintable():
        return
    if match := MOJIBAKE.search(line):
        near = line[max(0, match.start() - 10):match.end() + 10].strip()
        yield (f'The line was saved with the wrong encoding (see "{near}").',
               'Open the original file again, as "UTF-8", or retype the accents and quotation marks.')
        return
    composed = unicodedata.normalize("NFC", line)
    found: dict[str, dict[str, None]] = {}
    for match in re.finditer(r"[^\W\d_]+|[^ -~]", composed):
        latin = any(_script(c) == "LATIN" for c in match[0])
        for character in match[0]:
            if kind := fault(character, scripts, greek, latin):
                found.setdefault(kind, {})[character] = None
    for kind, characters in found.items():
        what, instead = SAY[kind]
        if kind == "sign" and characters.keys() <= APOSTROPHES:
            instead = "For an apostrophe, type '."
        yield what.format(", ".join(named(c) for c in list(characters)[:MAX_NAMED])), instead


SAY = {
    "unseen": ("The line contains invisible characters ({}).", "Delete them and retype the words around them."),
    "mixed": ("A word mixes letters from two alphabets ({}).", "Retype the word with plain letters."),
    "alike": ("The line contains look-alikes of plain letters ({}).", "Retype them as plain letters."),
    "foreign": ("The line contains letters that the page's language does not use ({}).",
                "Write the words in the alphabet of the page, or remove them."),
    "stacked": ("An accent is a separate character ({}).", "Type the accented letter as one character."),
    "sign": ("The line contains symbols that we do not use ({}).", "Use words instead (STYLE.md S6)."),
}
APOSTROPHES = {"\u00b4", "\u02b9", "\u2032", "\uff07"}
MAX_NAMED = 3


def fault(character: str, scripts: tuple[str, ...], greek: bool, latin: bool) -> str:
    """Return what is wrong with a character, as a key of the dictionary SAY. Return an empty string if the character is allowed.
    `latin` is True if the word around the character contains a Latin letter.
    """
    if (character.isascii() and (character.isprintable() or character in "\t\n")) or character in MARKS:
        return ""
    if unseen(character):
        return "unseen"
    kind = unicodedata.category(character)[0]
    if kind == "M":
        return "stacked"
    if kind != "L":
        return "sign"
    if any(ord(character) in block for block in ALIKE):
        return "alike"
    if _script(character) in scripts or (greek and _script(character) == "GREEK" and (character in UNLIKE or not latin)):
        return ""
    return "mixed" if latin else "foreign"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


@page_rule
def page_characters(page: Page, site: Site) -> Iterable[Problem]:
    """A page must contain only digits, common symbols and the letters of the page's language. Look-alike letters, invisible
    characters and emoji are not allowed.
    """
    scripts = alphabets(site)
    for number, line in enumerate(page.raw, 1):
        for what, instead in (*faults(line, scripts), *disguised(line)):
            yield page.problem(number, what, instead, "characters")


@site_rule
def file_characters(site: Site) -> Iterable[Problem]:
    """Data, drawings, scripts, templates and settings must contain only the characters that pages may contain. Data may also
    contain Greek letters.
    """
    scripts = alphabets(site)
    for path, lines in site.texts.items():
        text = path.suffix in GREEK_IN and path.is_relative_to(site.docs)
        for number, line in enumerate(lines, 1):
            for what, instead in (*faults(line, scripts, text), *(disguised(line) if text else ())):
                yield Problem(path, number, what, instead, "characters")
