"""Finds numbers in running text, each with its unit ("10 weeks") or its total ("10 of 100").

"10 weeks", "10 minutes" and "10 of 100" are different facts. But `shown` accepts different ways of writing the same number, such
as "10" and "ten", "1 in 10" and "10 percent", or "12 months" and "one year". It also accepts rounding, such as "13" for 13.2.

The words for numbers depend on the language, so a `NumberReader` is created from `NumberWords`
(evidence/words/<language>/numbers.yml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from pydantic import Field

from evidence.model.record import Record

TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "night": 1440, "week": 10080, "month": 43830, "year": 525960}
SENTENCE = re.compile(r"(?<=[.?!:;])\s+(?=[A-Z\"“(\[¿¡])|\n\s*\n|\s\|\s")
ROUND = (10, 100, 1000, 10_000, 100_000)
SPANS = (7, 14, 28, 30)
"""Numbers of days that count as a whole, as in "10 of 28 days"."""
HEADS = ("person", "study", "session", "guideline", "case")
"""Units of things that are counted, and so have no confidence interval."""
SCALED = ("", "point")
TINY = 1e-9
LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"


class NumberWords(Record):
    """The words and patterns for numbers in one language, from words/<language>/numbers.yml.

    A list of words is one string with spaces between the words. All other strings are patterns.
    """

    ones: str = Field(description="zero to nineteen, in order")
    tens: str = Field(description="twenty to ninety, in order")
    more: dict[str, int] = Field(description="other words, with their values")
    not_digits: str = Field("", description="the number words that cannot be replaced by digits")
    joint: str = Field(description="what is written between tens and ones")
    thousands: str = Field(min_length=1, max_length=1)
    decimal: str = Field(min_length=1, max_length=1)
    half: str
    ordinal: str = Field(description="endings after digits that make an ordinal")
    shares: dict[str, str] = Field(description="a share in words, and its fraction, for example 2/3")
    half_below: str
    months: str
    date: str = Field(description="a day or a month with its year; the year is in the group \"year\"")
    day: str = Field(description="a day without a year")
    year_of: str
    units: dict[str, str] = Field(description="the name of each unit, and the words for it")
    plural: str
    plurals: str
    stop: str
    percent: str
    degree: str
    rate: str
    measured: str
    before: str
    about: str
    loose: str
    range: str
    against: str
    moment: str
    of: str
    in_: str = Field(alias="in")
    out_of: str
    per: str
    every: str
    or_more: str
    apart: str

    @property
    def values(self) -> dict[str, int]:
        """Return a dictionary that maps every word for a number to its value."""
        ones, tens = self.ones.split(), self.tens.split()
        return ({word: value for value, word in enumerate(ones)}
                | {word: value * 10 for value, word in enumerate(tens, 2)} | self.more)


@dataclass(frozen=True)
class Number:
    """A number in running text.

    `unit` is the name of a unit, "date" for a calendar year, or an empty string. `whole` is the total that this number is a part
    of (100 in "10 of 100"). `about` is true if a word such as "about" comes before the number.

    A number in brackets without a unit could belong to any earlier number in the sentence. It gets the unit and the total of the
    nearest one. `rivals` contains (unit, whole) for each of the others.
    """

    value: float
    text: str
    start: int
    unit: str = ""
    whole: float | None = None
    about: bool = False
    word: bool = False
    decimals: int = 0
    rivals: tuple[tuple[str, float | None], ...] = ()

    @cached_property
    def readings(self) -> tuple[Number, ...]:
        """Return this number, and a copy of it for each pair of unit and total in `rivals`."""
        return (self, *(replace(self, unit=unit, whole=whole, rivals=()) for unit, whole in self.rivals))

    @property
    def said(self) -> str:
        """Return the number as messages print it, for example "10 of 100 (person)"."""
        parent = f" of {self.whole:g}" if self.whole is not None else ""
        unit = "" if self.unit in ("", "date") else f" ({self.unit})"
        return f"{self.text}{parent}{unit}"


class NumberReader:
    """Finds numbers in text, with the words and patterns of one language."""

    def __init__(self, words: NumberWords):
        self.values = words.values
        self.half_below = words.half_below
        self.digits_for = {value: word for word, value in self.values.items() if word not in words.not_digits.split()}
        """The word for each number, without the words that digits cannot replace."""
        self._thousands, self._decimal = words.thousands, words.decimal
        self._unit = {word: unit for unit, given in words.units.items() for word in given.split()}
        self._plural, self._plurals = words.plural, set(words.plurals.split())
        self._stop, self._apart = set(words.stop.split()), set(words.apart.split())
        self._shares = [(re.compile(given, re.IGNORECASE), _percent(part)) for given, part in words.shares.items()]
        self._compile(words)
        self.numbers = lru_cache(maxsize=20_000)(self._numbers)

    def _compile(self, words: NumberWords) -> None:
        ones = words.ones.split()
        fill = {"%month%": f"(?:{'|'.join(words.months.split())})", "%number%": f"(?:{'|'.join(self.values)})",
                "%one%": f"(?:{'|'.join(ones[1:10])})"}

        def pattern(text: str) -> re.Pattern[str]:
            for name, given in fill.items():
                text = text.replace(name, given)
            return re.compile(text, re.IGNORECASE)

        thousands, decimal = re.escape(words.thousands), re.escape(words.decimal)
        digits = rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?"
        self._token = pattern(
            rf"(?P<date>{words.date})|(?P<day>{words.day})|"
            rf"(?<![\w.,/@#])(?<![{LETTERS}]-)(?P<sign>[-−–+])?(?P<money>[$£€])?(?P<digits>{digits})(?P<half>{words.half})?"
            rf"(?![\d/]|[{LETTERS}](?!\w*\b)|(?:{words.ordinal})\b)|"
            rf"(?<![\w-])(?P<word>%number%)(?P<tens>{words.joint}%one%\b)?(?P<halfword>{words.half})?\b|"
            rf"\b(?P<share>{'|'.join(words.shares)})\b")
        self._joint = re.compile(words.joint)
        self._about = pattern(rf"\b(?:{words.about})\s+$")
        self._loose = pattern(rf"\b(?:{words.loose})\s+$")
        self._before = pattern(rf"\b({words.before})\s+$")
        self._against = pattern(rf"\b(?:{words.against})\s+$")
        self._moment = pattern(rf"\b(?:{words.moment})\s+$")
        self._parents = pattern(
            rf"\s*(?:(?P<between>[{LETTERS}-]+(?:\s+[{LETTERS}-]+){{0,4}}?\s+)??"
            rf"(?:(?P<out_of>{words.out_of})|(?P<of>{words.of})|(?P<in>{words.in_})|{words.per})\s+(?:(?:{words.every})\s+)?|/)$")
        self._range = pattern(rf"\s*(?:{words.range}|[-–—])\s*[-−]?$")
        self._measured = pattern(rf"\s+(?:{words.measured})\b")
        self._or_more = pattern(rf"\b{words.or_more}\b")
        self._percent = pattern(rf"\s*(%|(?:{words.percent})\b)")
        self._degree = pattern(rf"\s*°\s*C?|\s*(?:{words.degree})\b")
        self._rate = pattern(rf"\s+(?:{words.rate})\b")
        self._year_of = pattern(rf"\s*(?:{'|'.join(words.year_of.split())})\b")
        self._noun = pattern(rf"[-\s]*((?:[{LETTERS}°’'-]+\s+){{0,6}}[{LETTERS}°’'-]*)")

    def stem(self, word: str) -> str:
        """Return the unit that a word names ("week" for "weeks"), or an empty string if the word is not a unit."""
        word = word.lower().strip("'’")
        one = word.removesuffix(self._plural)
        return self._unit.get(word) or self._unit.get(one, "")

    def unit_after(self, rest: str, several: bool = True) -> str:
        """Return the unit in the words after a number. Skip adjectives, and stop at a preposition or a comma.

        If `several` is true, the unit must be in the plural unless it is a unit of time. So "two massage groups" does not mean
        two massages.
        """
        if self._percent.match(rest):
            return "percent"
        if self._degree.match(rest):
            return "degree"
        if self._rate.match(rest):
            return "time"
        words = self._noun.match(rest)
        for word in words[1].split() if words else ():
            parts = word.lower().strip("'’").split("-")
            if parts[0] in self._stop:
                break
            unit = self.stem(word) or self.stem(parts[0]) or self.stem(parts[-1])
            if unit and (unit in TIMES or not several or parts[-1].endswith(self._plural) or parts[-1] in self._plurals):
                return unit
        return ""

    def _numbers(self, text: str) -> tuple[Number, ...]:
        """Return every number in a string, sentence by sentence. Leave out ordinals, codes such as NG59, and days of the month.
        """
        found: list[Number] = []
        start = 0
        for end in [*(match.start() for match in SENTENCE.finditer(text)), len(text)]:
            found += self._sentence(text[start:end], start)
            start = end
        return tuple(found)

    def _value(self, match: re.Match[str]) -> tuple[float, int]:
        if match["digits"]:
            plain = match["digits"].replace(self._thousands, "").replace(self._decimal, ".")
            value = float(plain)
            decimals = len(plain.partition(".")[2])
            return (value + 0.5, 1) if match["half"] else (value, decimals)
        value = self.values[match["word"].lower()]
        value += self.values[self._joint.sub("", match["tens"].lower(), count=1)] if match["tens"] else 0
        return (value + 0.5, 1) if match["halfword"] else (float(value), 0)

    def _sentence(self, text: str, offset: int) -> list[Number]:
        matches = [match for match in self._token.finditer(text) if not match["day"]]
        found: list[Number] = []
        for match in matches:
            before, rest = text[: match.start()], text[match.end():]
            at = offset + match.start()
            if match["date"]:
                found.append(Number(float(match["year"]), match["date"], at, "date"))
                continue
            if match["share"]:
                share = next(percent for given, percent in self._shares if given.fullmatch(match["share"]))
                found.append(Number(share, match["share"], at, "percent", about=True, word=True, decimals=0))
                continue
            if self._loose.search(before) and match["word"]:
                continue
            value, decimals = self._value(match)
            following = self._measured.sub("", rest)
            if after := self._token.search(following):
                following = following[: after.start()]
            unit = "money" if match["money"] else self.unit_after(following, value != 1)
            if not unit and (named := self._before.search(before)):
                unit = self.stem(named[1])
            written = match[0].strip()
            if self._is_year(match["digits"], unit, following):
                unit = "date"
            found.append(Number(value, written, at, unit, about=bool(self._about.search(before)),
                                word=match["word"] is not None, decimals=decimals))
        return self._joined(text, offset, matches, found)

    def _is_year(self, digits: str | None, unit: str, rest: str) -> bool:
        """Return whether a four-digit number is a year, as in "the 2011 trial", and not a count, as in "2019 people".

        Before a word such as "trials", the number counts as a year, because a count of about 2,000 studies is unlikely.
        """
        if not digits or not re.fullmatch(r"(?:19|20)\d\d", digits):
            return False
        return (unit in ("", "study", "guideline", "case")
                or self._year_of.match(rest) is not None)

    def _joined(self, text: str, offset: int, matches: list[re.Match[str]], found: list[Number]) -> list[Number]:
        """Join numbers that belong together: a part and its total, the two ends of a range, or a number and its interval."""
        spans = [(match.start(), match.end()) for match in matches]
        wholes: set[int] = set()
        for i in range(len(found) - 2, -1, -1):
            between = text[spans[i][1]: spans[i + 1][0]]
            here, after = found[i], found[i + 1]
            if "date" in (here.unit, after.unit):
                continue
            parent = self._parents.fullmatch(between)
            if parent and i + 1 not in wholes and self._is_whole(parent, here, after):
                found[i] = replace(here, whole=after.value, unit=here.unit if here.unit not in ("",) else after.unit)
                wholes.add(i + 1)
            elif self._range.fullmatch(between) and (here.value < after.value or after.whole is not None):
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
            bare = not number.unit and number.whole is None
            if opened and near is not None and bare and (near.whole or near.unit not in HEADS):
                found[i] = replace(number, unit=near.unit, whole=near.whole,
                                   rivals=tuple(pair for pair in earlier if pair != (near.unit, near.whole)))
            elif not opened:
                before = text[: spans[i][0]]
                if near is not None and bare and self._against.search(before):
                    found[i] = replace(number, unit=near.unit, whole=near.whole)
                elif moment and not number.unit and self._moment.search(before):
                    # "eight" means eight weeks in "1.2 at four weeks and 1.8 at eight"
                    found[i] = replace(number, unit=moment)
                moment = found[i].unit if found[i].unit in TIMES else moment
                near = found[i]
                if near.whole is not None or near.unit not in HEADS:
                    earlier[near.unit, near.whole] = None
        return [number for i, number in enumerate(found) if i not in wholes]

    def _is_whole(self, parent: re.Match[str], part: Number, whole: Number) -> bool:
        """Return whether the first of two numbers is a part of the second, as in "10 of 100" but not in "6 sessions of 20
        minutes".
        """
        between = (parent["between"] or "").lower()
        if whole.value < max(part.value, 2) or whole.unit == "percent":
            return False
        if self._apart & set(self._or_more.sub("", between).split()):
            return False
        if parent["in"] and between:
            return whole.value in ROUND
        if parent["out_of"] or (part.unit == "day" and whole.value in SPANS):
            return True
        if whole.unit in TIMES and whole.unit != part.unit and whole.value not in ROUND:
            return whole.unit == "day" and not between and parent["of"] is not None
        if whole.unit == "study" and parent["in"]:
            return False
        if between and part.unit in ("study", "session", *TIMES) and whole.value not in ROUND:
            return False
        return not between or whole.value in ROUND or part.unit == whole.unit or part.unit in ("", "point")


def _percent(share: str) -> float:
    above, _, below = share.partition("/")
    return 100 * int(above) / int(below)


def shown(number: Number, source: Iterable[Number]) -> bool:
    """Return whether the numbers in `source` include the given number, with the same unit or total (such as 12 of 40)."""
    held = tuple(reading for other in source for reading in (other.readings if other.rivals else (other,)))
    return any(_shown(reading, held) for reading in number.readings)


def _shown(number: Number, held: tuple[Number, ...]) -> bool:
    if any(_equal(number, other) for other in held):
        return True
    # A page may say "2.9 of 23 points" if the source says "2.9 points" and gives the 23 elsewhere.
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
    """Return whether the unit of our number matches the unit of a source's number. If our number has no unit, for example in a
    table cell, any unit matches except a calendar year.
    """
    if "date" in (ours, theirs):
        return ours == theirs
    return not ours or ours == theirs or (not theirs and ours in (*SCALED, "time", "money"))


def _of_hundred(number: Number) -> float | None:
    """Return a number as a percentage: 20 for "10 of 50" and for "20 percent". Return None if the number is neither a part of a
    total nor a percentage.
    """
    if number.unit == "percent":
        return number.value
    return number.value / number.whole * 100 if number.whole else None


def _near(number: Number, value: float, other: Number, coarser: bool = False) -> bool:
    """Return whether a number equals a value, exactly or after the value is rounded to as many decimals as the number has.

    If the text says "about", the number may be rounded further: "about 2 of 10" matches "19 of 100".
    """
    gap = abs(abs(number.value) - abs(value))
    if gap < TINY:
        return True
    if number.about and number.value >= 10 and number.value % 10 == 0 and gap <= min(number.value / 10, 500):
        return True
    finer = abs(value) % 1 > TINY or other.decimals > number.decimals
    return finer and (number.about or not coarser) and gap <= 0.5 * 10.0 ** -number.decimals + TINY


def _same_time(number: Number, other: Number) -> bool:
    """Return whether two times are the same, for example 48 hours and 2 days. Weeks and months need to agree only roughly."""
    one, two = number.value * MINUTES[number.unit], other.value * MINUTES[other.unit]
    calendar = {number.unit, other.unit} & {"month", "year"} and {number.unit, other.unit} & {"week", "day"}
    return abs(one - two) <= (0.09 * max(one, two) if calendar else TINY)
