"""Numbers in running text, with what makes them facts: their unit, or the number they are a part of.

"10 weeks", "10 of 100 people" and "10 minutes" are three facts. A number is traced when a source holds
it with the same unit or in the same pair; `shown` says which differences are only ones of writing:
digits or words, "1 in 10" or "10 percent", "12 months" or "one year", "13" for 13.2.

Text goes in, numbers come out; nothing here knows pages or sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: value for value, word in enumerate(ONES)} | {word: value * 10 for value, word in enumerate(TENS, 2)} | {
    "hundred": 100, "thousand": 1000, "dozen": 12, "twice": 2}

UNITS = {
    "person": "person people adult woman women man men client patient participant volunteer child children nurse veteran "
              "worker expert student user member mother athlete runner therapist reader clinician doctor teenager "
              "individual respondent subject",
    "study": "trial study studies review rct experiment cohort paper article evaluation comparison meta-analysis arm",
    "second": "second sec", "minute": "minute min", "hour": "hour", "day": "day", "night": "night", "week": "week wk",
    "month": "month", "year": "year yr",
    "session": "session massage visit treatment lesson appointment booster session",
    "time": "time",
    "point": "point activity activities limit difficulty difficulties thing task item limitation",
    "percent": "% percent",
    "mm": "mm millimetre", "cm": "cm centimetre", "m": "metre", "km": "km kilometre", "kg": "kg kilogram", "g": "gram",
    "mg": "mg milligram", "degree": "degree °c", "money": "dollar pound euro cent",
    "guideline": "guideline", "case": "case report", "country": "country countries", "finding": "finding",
}
"""What is counted, in the words that sources and pages use for it."""

UNIT = {word: unit for unit, words in UNITS.items() for word in words.split()}
PLURALS = {"people", "women", "men", "children", "mm", "cm", "kg", "mg", "km", "%"}
TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "night": 1440, "week": 10080, "month": 43830, "year": 525960}
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

COUNTED = "|".join(WORDS)
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
TOKEN = re.compile(
    rf"(?P<date>\b(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}}, )?(?P<year>(?:19|20)\d\d)\b)|"
    rf"(?P<day>\b\d{{1,2}} {MONTH}\b)|"
    rf"(?<![\w.,/@#])(?<![A-Za-z]-)(?P<sign>[-−–+])?(?P<money>[$£€])?(?P<digits>{DIGITS})(?P<half>½| and a half\b)?"
    rf"(?![\d/]|[A-Za-z](?!\w*\b)|(?:st|nd|rd|th)\b)|"
    rf"(?<![\w-])(?P<word>(?:{COUNTED}))(?P<tens>-(?:{'|'.join(ONES[1:10])})\b)?(?P<halfword> and a half\b)?\b|"
    rf"\b(?P<share>half of|half the|(?:a|one) third of|two[ -]thirds of|(?:a|one) quarter of|three[ -]quarters of)\b",
    re.IGNORECASE)
SHARES = {"half": 50.0, "third": 100 / 3, "two": 200 / 3, "quarter": 25.0, "three": 75.0}

ABOUT = re.compile(r"\b(?:about|around|nearly|almost|roughly|close to|some|over|more than|at least|up to|under|fewer than|"
                   r"less than|just)\s+$", re.IGNORECASE)
PARENTS = re.compile(r"\s*(?:(?P<between>[a-z-]+(?:\s+[a-z-]+){0,4}?\s+)??(?P<how>out of|of|in|per)\s+"
                     r"(?:every\s+|all\s+|the\s+|those\s+)?|/)$", re.IGNORECASE)
RANGE = re.compile(r"\s*(?:(?:to|or|and)(?: about| under| over| less than| more than)?|up to|[-–—])\s*[-−]?$", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:v|vs\.?|versus|against|compared with)\s+$", re.IGNORECASE)
MEASURED = re.compile(rf"\s+(?:(?:\d+|{COUNTED})-(?:second|minute|hour|day|week|month|year|point|person)s?|"
                      rf"(?:19|20)\d\d(?= [a-z]))\b", re.IGNORECASE)
"""A measure or a year between a number and what it counts: "six 30-minute sessions", "two 2015 reviews"."""

STOP = {"than", "with", "at", "after", "by", "for", "from", "to", "and", "who", "that", "which", "had", "was", "were", "is",
        "are", "as", "but", "of", "given", "told", "getting", "having", "in", "on", "against", "when", "while", "if", "it", "did",
        "have", "has", "compared", "versus", "v"}
"""Where a search for the thing that is counted ends."""

OR_MORE = re.compile(r"\bor (?:more|less|fewer)\b")
LOOSE = re.compile(r"\b(?:several|few|many)\s+$", re.IGNORECASE)
"""Before hundred, thousand or dozen these make no number."""

BEFORE = re.compile(r"\b(second|minute|hour|day|week|month|year)\s+$", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.?!:;])\s+(?=[A-Z\"“(\[])|\n\s*\n|\s\|\s")
ROUND = (10, 100, 1000, 10_000, 100_000)
SPANS = (7, 14, 28, 30)
"""Days over which days are counted."""
HEADS = ("person", "study", "session", "guideline", "case")
"""Counts of heads have no interval."""
SCALED = ("", "point")
TINY = 1e-9


@dataclass(frozen=True)
class Number:
    """A number as it is written. `unit` is one of `UNITS`, "date" for a year of the calendar, or empty; `whole` is what it is
    a part of (10 of 100). `about` marks words such as "about" before it. An interval in brackets may belong to any
    number before it in its sentence: `rivals` are the other readings of its unit and whole."""

    value: float
    text: str
    start: int
    unit: str = ""
    whole: float | None = None
    about: bool = False
    word: bool = False
    decimals: int = 0
    rivals: tuple[tuple[str, float | None], ...] = ()

    @property
    def readings(self) -> tuple[Number, ...]:
        """The number in each way in which it can be read."""
        return (self, *(replace(self, unit=unit, whole=whole, rivals=()) for unit, whole in self.rivals))

    @property
    def said(self) -> str:
        """The number as the message names it: "10 of 100 people"."""
        parent = f" of {self.whole:g}" if self.whole is not None else ""
        unit = "" if self.unit in ("", "date") else f" ({self.unit})"
        return f"{self.text}{parent}{unit}"


def stem(word: str) -> str:
    """The unit that a word names, or nothing."""
    word = word.lower().strip("'’")
    return UNIT.get(word) or (UNIT.get(word[:-1], "") if word.endswith("s") else "")


def unit_after(rest: str, several: bool = True) -> str:
    """What is counted, from the words behind a number: adjectives are passed over, a preposition or a comma ends the search.

    Of several things the noun is a plural, so that "two massage groups" counts no massages.
    """
    if match := re.match(r"\s*(%|per ?cent\b|percent\b)", rest, re.IGNORECASE):
        return "percent" if match[1] else ""
    if match := re.match(r"\s*°\s*C?|\s*degrees?\b", rest):
        return "degree"
    if re.match(r"\s+(?:times )?(?:a|an|per|each|every) (?:day|week|month|year|night)\b", rest):
        return "time"
    words = re.match(r"[-\s]*((?:[A-Za-z°’'-]+\s+){0,6}[A-Za-z°’'-]*)", rest)
    for word in words[1].split() if words else ():
        parts = word.lower().strip("'’").split("-")
        if parts[0] in STOP:
            break
        unit = stem(word) or stem(parts[0]) or stem(parts[-1])
        if unit and (unit in TIMES or not several or parts[-1].endswith("s") or parts[-1] in PLURALS):
            return unit
    return ""


@lru_cache(maxsize=20_000)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text, sentence by sentence. Ordinals, codes such as NG59 and days of a month are none."""
    found: list[Number] = []
    start = 0
    for end in [*(match.start() for match in SENTENCE.finditer(text)), len(text)]:
        found += _sentence(text[start:end], start)
        start = end
    return tuple(found)


def _value(match: re.Match[str]) -> tuple[float, int]:
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
        decimals = len(match["digits"].partition(".")[2])
        return (value + 0.5, 1) if match["half"] else (value, decimals)
    value = WORDS[match["word"].lower()] + (WORDS[match["tens"][1:].lower()] if match["tens"] else 0)
    return (value + 0.5, 1) if match["halfword"] else (float(value), 0)


def _sentence(text: str, offset: int) -> list[Number]:
    matches = [match for match in TOKEN.finditer(text) if not match["day"]]
    found: list[Number] = []
    for match in matches:
        before, rest = text[: match.start()], text[match.end():]
        at = offset + match.start()
        if match["date"]:
            found.append(Number(float(match["year"]), match["date"], at, "date"))
            continue
        if match["share"]:
            name = re.sub(r"^(?:a|one) ", "", match["share"].lower()).split()[0].split("-")[0]
            found.append(Number(SHARES[name], match["share"], at, "percent", about=True, word=True, decimals=0))
            continue
        if LOOSE.search(before) and match["word"]:
            continue
        value, decimals = _value(match)
        following = MEASURED.sub("", rest)
        if after := TOKEN.search(following):
            following = following[: after.start()]
        unit = "money" if match["money"] else unit_after(following, value != 1)
        if not unit and (named := BEFORE.search(before)):
            unit = stem(named[1])
        written = match[0].strip()
        if _is_year(match["digits"], unit, following):
            unit = "date"
        found.append(Number(value, written, at, unit, about=bool(ABOUT.search(before)),
                            word=match["word"] is not None, decimals=decimals))
    return _joined(text, offset, matches, found)


def _is_year(digits: str | None, unit: str, rest: str) -> bool:
    """Whether four digits are a year: "the 2011 trial" is, "2019 people" is not. Nobody counts so many studies."""
    if not digits or not re.fullmatch(r"(?:19|20)\d\d", digits):
        return False
    return (unit in ("", "study", "guideline", "case")
            or re.match(r"\s*(?:trial|study|review|paper|guideline)\b", rest) is not None)


def _joined(text: str, offset: int, matches: list[re.Match[str]], found: list[Number]) -> list[Number]:
    """Parts with their whole, both ends of a range with one unit, intervals in brackets with that of what they belong to."""
    spans = [(match.start(), match.end()) for match in matches]
    wholes: set[int] = set()
    for i in range(len(found) - 2, -1, -1):
        between = text[spans[i][1]: spans[i + 1][0]]
        here, after = found[i], found[i + 1]
        if "date" in (here.unit, after.unit):
            continue
        parent = PARENTS.fullmatch(between)
        if parent and i + 1 not in wholes and _is_whole(parent, here, after):
            found[i] = replace(here, whole=after.value, unit=here.unit if here.unit not in ("",) else after.unit)
            wholes.add(i + 1)
        elif RANGE.fullmatch(between) and (here.value < after.value or after.whole is not None):
            if not here.unit and here.whole is None:
                found[i] = replace(here, unit=after.unit, whole=after.whole, about=here.about or after.about)
            if here.about and not after.about:
                found[i + 1] = replace(found[i + 1], about=True)
    near: Number | None = None
    moment = ""
    earlier: dict[tuple[str, float | None], None] = {}
    for i, number in enumerate(found):
        if i in wholes or number.unit == "date":
            continue
        opened = text.rfind("(", 0, spans[i][0]) > text.rfind(")", 0, spans[i][0])
        if opened and near is not None and not number.unit and number.whole is None and (near.whole or near.unit not in HEADS):
            found[i] = replace(number, unit=near.unit, whole=near.whole,
                               rivals=tuple(pair for pair in earlier if pair != (near.unit, near.whole)))
        elif not opened:
            before = text[: spans[i][0]]
            if near is not None and not number.unit and number.whole is None and AGAINST.search(before):
                found[i] = replace(number, unit=near.unit, whole=near.whole)
            elif moment and not number.unit and re.search(r"\bat\s+$", before):
                found[i] = replace(number, unit=moment)  # "1.2 at four weeks and 1.8 at eight"
            moment = found[i].unit if found[i].unit in TIMES else moment
            near = found[i]
            if near.whole is not None or near.unit not in HEADS:
                earlier[near.unit, near.whole] = None
    return [number for i, number in enumerate(found) if i not in wholes]


def _is_whole(parent: re.Match[str], part: Number, whole: Number) -> bool:
    """Whether the second of two numbers is what the first is a part of: "10 of 100", not "6 sessions of 20 minutes"."""
    how, between = (parent["how"] or "/").lower(), (parent["between"] or "").lower()
    if whole.value < max(part.value, 2) or whole.unit == "percent" or {"and", "or", "to"} & set(OR_MORE.sub("", between).split()):
        return False
    if how == "in" and between:
        return whole.value in ROUND
    if how == "out of" or (part.unit == "day" and whole.value in SPANS):
        return True
    if whole.unit in TIMES and whole.unit != part.unit and whole.value not in ROUND:
        return whole.unit == "day" and not between and how == "of"
    if whole.unit == "study" and how == "in":
        return False
    if between and part.unit in ("study", "session", *TIMES) and whole.value not in ROUND:
        return False
    return not between or whole.value in ROUND or part.unit == whole.unit or part.unit in ("", "point")


def shown(number: Number, source: Iterable[Number]) -> bool:
    """Whether a source contains a number, with its unit or in its pair."""
    held = tuple(reading for other in source for reading in other.readings)
    return any(_shown(reading, held) for reading in number.readings)


def _shown(number: Number, held: tuple[Number, ...]) -> bool:
    if any(_equal(number, other) for other in held):
        return True
    # Points on a scale: one text says "2.9 of 23 points", another "2.9 points" and names the scale elsewhere.
    scaled = [other for other in held if other.whole is None and other.unit in SCALED]
    return (number.whole is not None and number.unit in SCALED and any(_near(number, other.value, other) for other in scaled)
            and any(number.whole in (other.value, other.whole) for other in held))


def _equal(number: Number, other: Number) -> bool:
    ours, theirs = _of_hundred(number), _of_hundred(other)
    if ours is not None and theirs is not None:
        if number.whole == other.whole:
            return _near(number, other.value, other)
        whole = number.whole or 100
        return _near(number, theirs * whole / 100, other, coarser=whole < (other.whole or 100))
    if number.whole is not None:
        return False
    if number.unit in MINUTES and other.unit in MINUTES and number.unit != other.unit:
        return _same_time(number, other)
    return _same_unit(number.unit, other.unit) and _near(number, other.value, other)


def _same_unit(ours: str, theirs: str) -> bool:
    """Whether units agree. A number of ours without a unit (in a cell, say) may be any; a year of the calendar only itself."""
    if "date" in (ours, theirs):
        return ours == theirs
    return not ours or ours == theirs or (not theirs and ours in (*SCALED, "time", "money"))


def _of_hundred(number: Number) -> float | None:
    """A share as a percentage; nothing where it is no share."""
    if number.unit == "percent":
        return number.value
    return number.value / number.whole * 100 if number.whole else None


def _near(number: Number, value: float, other: Number, coarser: bool = False) -> bool:
    """Whether a number is a value, or that value rounded to the digits in which it is written. Whole numbers are rounded
    further, and shares brought to a smaller whole, only where the text says "about"."""
    gap = abs(abs(number.value) - abs(value))
    if gap < TINY:
        return True
    if number.about and number.value >= 10 and number.value % 10 == 0 and gap <= min(number.value / 10, 500):
        return True
    finer = abs(value) % 1 > TINY or other.decimals > number.decimals
    return finer and (number.about or not coarser) and gap <= 0.5 * 10.0 ** -number.decimals + TINY


def _same_time(number: Number, other: Number) -> bool:
    """12 months and one year, 52 weeks and 12 months, 48 hours and 2 days."""
    one, two = number.value * MINUTES[number.unit], other.value * MINUTES[other.unit]
    calendar = {number.unit, other.unit} & {"month", "year"} and {number.unit, other.unit} & {"week", "day"}
    return abs(one - two) <= (0.09 * max(one, two) if calendar else TINY)
