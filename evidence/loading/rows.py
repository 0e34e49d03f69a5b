"""Reads rows (YAML lists, CSV files, front matter) into typed records with line numbers.

Pydantic finds out what is wrong with a row, and this module adds the line number. Invalid rows are reported and left out. All
other rows are still read.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import yaml
from pydantic import ValidationError

from evidence.loading import text_files
from evidence.model.problems import Problem
from evidence.model.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


def cached_read(reader: Callable[..., T], path: Path, *more: Any) -> T:
    """Call `reader` with a file's path, and return the result. The result is cached until the file changes.

    A live preview therefore reads only the files that somebody has edited. Callers must not modify the result.
    """
    stat = path.stat() if path.exists() else None
    stamp = stat and (stat.st_mtime_ns, stat.st_size)
    kept = _READ.get(found := (reader, path, *more))
    if kept is None or kept[0] != stamp:
        kept = _READ[found] = (stamp, reader(path, *more))
    return kept[1]


_READ: dict[tuple[Any, ...], tuple[object, Any]] = {}
"""The last result of each reader for each file. It needs no size limit, because a new result replaces the old one."""


class _List(list[Any]):
    """A list from a YAML file. Its attribute `lines` contains the line number of each entry."""

    lines: list[int]


if TYPE_CHECKING:
    _Loader = yaml.SafeLoader
else:
    _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is faster, but not available everywhere


class _LineLoader(_Loader):
    """A SafeLoader that records the line on which each mapping, key and list entry begins.

    The loader keeps every value as it is written. If standard YAML would read a different value (2022.1 for
    `2022.10`, or False for `no`), the loader reports a fault, because other programs read these files as standard YAML.
    """

    def __init__(self, text: str):
        super().__init__(text)
        self.lines = text.split("\n")
        self.faults: list[tuple[int, str, str]] = []

    def refuse(self, node: yaml.Node, what: str, instead: str) -> None:
        self.faults.append((node.start_mark.line + 1, what, instead))


def _mapping(loader: _LineLoader, node: yaml.MappingNode) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    lines = {"": node.start_mark.line + 1}
    twice: list[yaml.ScalarNode] = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            loader.refuse(key, "YAML does not allow a bracket here.", "Put the whole text in quotation marks.")
            continue
        # Read keys as written, since YAML would read the key "no" as False.
        if key.value in pairs:
            twice.append(key)
        pairs[key.value] = loader.construct_object(value, deep=True)
        lines[key.value] = key.start_mark.line + 1
    pairs["__lines__"] = lines
    listed = loader.lines[node.start_mark.line][: node.start_mark.column].strip() == "-"
    if listed and twice and (len(twice) > 1 or twice[0].value == node.value[0][0].value):
        loader.refuse(twice[0], f'This entry has the field "{twice[0].value}" twice. If a new entry begins here, its dash is '
                      "missing.", 'Start the first line of each entry with "- ". If it is one entry, keep one of the two.')
    elif twice:
        for key in twice:
            loader.refuse(key, f'This entry has the field "{key.value}" twice.', "Keep one of the two fields.")
    return pairs


def _sequence(loader: _LineLoader, node: yaml.SequenceNode) -> _List:
    found = _List(loader.construct_object(entry, deep=True) for entry in node.value)
    found.lines = [entry.start_mark.line + 1 for entry in node.value]
    return found


MAX_TEXT = 5_000


def _text(loader: _LineLoader, node: yaml.ScalarNode) -> str:
    if len(node.value) > MAX_TEXT:
        loader.refuse(node, f"The text is longer than {MAX_TEXT:,} characters.", "Shorten it, or split it into two.")
    if not node.style and "#" in loader.lines[node.end_mark.line][node.end_mark.column:]:
        loader.refuse(node, "YAML would cut off this text, because a # after a space begins a comment.",
                      "Put the whole text in quotation marks, or move the comment to its own line.")
    if not node.style and CURLY.fullmatch(node.value):
        loader.refuse(node, "The text is in curly quotation marks, which YAML reads as part of the text.",
                      'Remove them, or replace them with straight ones (").')
    text: str = node.value
    return text


CURLY = re.compile(r"[“”„][^“”]*[“”]?|‘[^‘’]*’")
"""Matches a string in curly quotation marks, which word processors put in place of straight ones."""


WHOLE, DECIMAL, DAY = r"-?(0|[1-9]\d*)", r"-?(0|[1-9]\d*)\.\d+", r"\d{4}-\d\d-\d\d"
AS_WRITTEN = {"bool": r"true|false", "int": WHOLE, "float": DECIMAL, "timestamp": DAY, "null": r""}
"""A pattern for each YAML type: how its values must be written. YAML would read any other form differently from how it looks."""


def _value(kind: str) -> Callable[[_LineLoader, yaml.ScalarNode], Any]:
    make = getattr(yaml.SafeLoader, f"construct_yaml_{kind}")

    def construct(loader: _LineLoader, node: yaml.ScalarNode) -> Any:
        try:
            if re.fullmatch(AS_WRITTEN[kind], node.value):
                return make(loader, node)
        except ValueError:  # the date does not exist (such as 31 February), and `build` reports it
            return node.value
        if kind != "timestamp":  # `build` explains how to write a date
            loader.refuse(node, f'YAML would not read "{node.value}" as it is written.',
                          f'If it is text, put it in quotation marks: "{node.value}". Write a number in digits, '
                          'for example -2.5, and yes or no as true or false.')
        return node.value

    return construct


for _kind in AS_WRITTEN:
    _LineLoader.add_constructor(f"tag:yaml.org,2002:{_kind}", _value(_kind))
_LineLoader.add_constructor("tag:yaml.org,2002:str", _text)
for _tag in ("value", "merge"):  # "=" and "<<" are read as text
    _LineLoader.add_constructor(f"tag:yaml.org,2002:{_tag}", _text)
for _tag in ("binary", "omap", "pairs", "set"):  # our data does not use these YAML types
    _LineLoader.yaml_constructors = {tag: make for tag, make in _LineLoader.yaml_constructors.items()
                                     if tag != f"tag:yaml.org,2002:{_tag}"}
_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_SEQUENCE_TAG, _sequence)


def without_lines(value: Any) -> Any:
    """Return parsed YAML without the line numbers that `_LineLoader` added."""
    if isinstance(value, dict):
        return {k: without_lines(v) for k, v in value.items() if k != "__lines__"}
    if isinstance(value, list):
        return [without_lines(v) for v in value]
    return value


REFERS = re.compile(r"(?:^|[\s\[{,:-])[&*]\w", re.MULTILINE)
"""Matches what may be a YAML anchor or alias, with which an entry is repeated. A few lines of them can expand to a million."""

OPENS = re.compile(r"(?:[\[{?-]\s*){50}")

HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")
"""Matches characters that YAML reads as line breaks and editors do not, so that their line numbers would differ."""


def parse_yaml(text: str, path: Path, offset: int = 0) -> tuple[Any, list[Problem]]:
    """Parse YAML, and return the data and the problems. If there are problems, the data is None.

    Each mapping gets the key `__lines__`, a dictionary from key to line number, in which "" stands for the mapping's first
    line. Each list gets the attribute `lines`. If the YAML is part of a larger file, `offset` is added to all line numbers.
    """
    def fault(line: int, what: str, instead: str) -> tuple[None, list[Problem]]:
        return None, [Problem(path, line, what, instead, "yaml")]

    if broken := HIDDEN_BREAK.search(text):
        return fault(offset + text.count("\n", 0, broken.start()) + 1, "The line contains an invisible line break.",
                     "Delete it and retype the words around it.")
    if deep := OPENS.search(text):
        return fault(offset + text.count("\n", 0, deep.start()) + 1, "Brackets are nested too deeply.", "Remove them.")
    if not text.strip(" \n"):
        return None, []
    text = "\n" * offset + text
    try:
        if REFERS.search(text) and (mark := next((event.start_mark for event in yaml.parse(text, _LineLoader)
                                                  if getattr(event, "anchor", None)), None)):
            return fault(mark.line + 1, "YAML reads a value that starts with & or * as a reference to another entry.",
                         "Put the value in quotation marks. If you meant a reference, copy the other entry in full.")
        loader = _LineLoader(text)
        data = loader.get_single_data()
    except yaml.reader.ReaderError:
        line = next((n for n, row in enumerate(text.split("\n"), 1) if UNPRINTED.search(row)), offset + 1)
        return fault(line, "The line contains an invisible character.", "Delete it and retype the words around it.")
    except yaml.YAMLError as error:
        last = text.rstrip().count("\n") + 1
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line + 1, last) if mark else offset + 1
        return fault(*_in_plain_words(getattr(error, "problem", None) or str(error).splitlines()[0], text.split("\n"), line))
    if loader.faults:
        return None, [Problem(path, *found, "yaml") for found in loader.faults]
    return data, []


UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
UNSPACED = re.compile(r" *-\w+:")
STUCK = re.compile(r" +-[^\W\d]")
TAB = re.compile(r"^ *[^\S \n]")
GOES_ON = re.compile(r"""(?:^|:\s|-\s)\s*(["'])(?:(?!\1).)*\1\s*[^\s#,\]}:]""")
SIGN = re.compile(r"(?:^\s*|:\s+|-\s+)([@%`!|>,\]}?*&\[{])")

BEGUN = re.compile(r"\s*[^\s#]")
"""Matches a line that is neither empty nor a comment."""

WRAPPED = re.compile(r"(?![-#\"'\[{])[^\s:][^:]*$")
"""Matches a line at the margin that is neither a field nor the start of an entry."""

PLAIN_YAML = {
    "mapping values are not allowed": ("The text contains a colon, which YAML reads as the start of a new field.",
                                       'Put the whole text in quotation marks, for example title: "Massage: what to know".'),
    "block sequence entries are not allowed": ("The list starts on the same line as its field.", "Start it on the next line."),
    "another document": ("Three dashes start a second document.", "Remove the line."),
    "expected '-' indicator": ("This line, or the one above, is not indented like the rest of its list, "
                               "or a dash is missing.", "Indent it to match, and check that it starts with a dash."),
    "expected <block end>": ("This line, or the one above, is not indented like the rest of its entry.",
                             "Indent it to match."),
    "expected key": ("This line, or the one above, is not indented like the rest of its entry.",
                     "Indent it to match."),
    "expected ','": ("A bracket is not closed, or a comma is missing.",
                     "Close the bracket or add the comma, on this line or an earlier one."),
    "expected ':'": ("A field has no colon, or a quotation mark is never closed.",
                     'Write the field as "name: value", and close the quotation mark, on this line or an earlier one.'),
    "unexpected end of stream": ("A quotation mark or a bracket is never closed.", "Close it, on this line or an earlier one."),
    "escape character": ("Inside double quotation marks, YAML gives a backslash a special meaning.",
                         "Remove it, or use single quotation marks."),
    "constructor for the tag": ("YAML gives an exclamation mark at the start of a value a special meaning.",
                                "Put the whole text in quotation marks."),
    "": ("This cannot be read as YAML ({}).",
         "Check the indentation and the colons, and put text that contains a colon in quotation marks."),
}
"""Explanations for people who do not know YAML: what is wrong, and what to write instead. Each key is part of a message of
the parser (the one in C or, if that is not installed, the one in Python)."""


def _in_plain_words(problem: str, lines: list[str], line: int) -> tuple[int, str, str]:
    """Explain a YAML error in plain words. Return the line number, what is wrong, and what to write instead.

    First look for common mistakes near the reported line, because our explanations are clearer than those of the parser.
    """
    for number in (line, line - 1) if line > 1 else (line,):
        text = lines[number - 1]
        if TAB.match(text):
            what = "a tab" if text.lstrip(" ")[0] == "\t" else "a space that is not a plain one, such as a no-break space"
            return number, f"The line starts with {what}.", "Delete it, and indent with plain spaces, as in the lines above."
        if UNSPACED.match(text):
            return number, "There is no space after the dash.", 'Write "- ", and then the text.'
        if "expected key" in problem or "expected '-'" in problem or "expected <block end>" in problem:
            if GOES_ON.search(text):
                return (number, "There is text after the closing quotation mark.",
                        "Put the whole text in the other kind of quotation marks (single instead of double, or the reverse).")
        elif number == line and (match := SIGN.search(text)) and "expected ','" not in problem:
            return (number, f"YAML gives the first character of this text a special meaning ({match[1]}).",
                    "Put the whole text in quotation marks.")
    if "expected ':'" in problem and (first := next((n for n, row in enumerate(lines[: line + 20], 1)
                                                     if n >= line - 20 and STUCK.match(row)), 0)):
        return first, "There is no space after the dash.", 'Write "- ", and then the text.'
    if "document start" in problem and (first := next((n for n, row in enumerate(lines, 1) if BEGUN.match(row)), 0)):
        spaces = len(lines[first - 1]) - len(lines[first - 1].lstrip())
        return (first, "The entry that begins here is further to the right than those below it.",
                f"Delete {spaces} space{'s' * (spaces > 1)} at the start of each of its lines.")
    if "expected ':'" in problem:
        wrapped = [number for number in range(max(1, line - 20), line + 1) if WRAPPED.match(lines[number - 1])]
        if wrapped:
            return (wrapped[0], "The line starts at the margin, so it is not part of the text above it.",
                    "Join it to the line above, and do the same with other lines like it. A mail program may have wrapped them.")
    what, instead = next(words for sign, words in PLAIN_YAML.items() if sign in problem)
    return line, what.format(problem), instead


def build(model: type[R], data: dict[str, Any], path: Path) -> tuple[R | None, list[Problem]]:
    """Build a record from a mapping. Return the record (None if the mapping is invalid) and the problems."""
    lines = data.get("__lines__", {})
    if own := {"line", "__lines__"} & lines.keys():
        return None, [Problem(path, lines[name], f'"{name}" is not a known field.', "Remove it.", "data") for name in own]
    blank = {name for name, field in model.model_fields.items() if field.is_required() and data.get(name) == ""}
    try:
        given = {k: v for k, v in without_lines(data).items() if k not in blank}
        record = model.model_validate(given | {"line": lines.get("", 1)})
    except ValidationError as error:
        problems = []
        meant = {_near(model, str(fault["loc"][0])) for fault in error.errors() if fault["type"] == "extra_forbidden"}
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            # the field is there, but its name is misspelt, which is reported as a separate problem
            if fault["type"] == "missing" and field in meant:
                continue
            line = _line(data, fault["loc"]) or _named(data, fault["msg"]) or lines.get("", 1)
            problems.append(Problem(path, line, *_explain(model, field, fault), "data"))
        return None, problems
    record._lines = lines
    return record, []


def _line(data: Any, where: tuple[str | int, ...]) -> int:
    """Return the line number of the value at the path `where` in parsed YAML. If the value has no line number, return
    the line number of the innermost field or list entry around the value, or 0 if there is none.
    """
    found = 0
    for part in where:
        if isinstance(data, dict):
            found = data.get("__lines__", {}).get(part, found)
        elif isinstance(data, _List) and isinstance(part, int) and part < len(data):
            found = data.lines[part]
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, dict):
            found = data.get("__lines__", {}).get("", found)
    return found


def _named(data: Any, message: str) -> int:
    """Return the line number of the first field or entry that a message names, or 0."""
    names = re.findall(r'"([\w-]+)"', message)
    lines = data.get("__lines__", {})
    if found := next((lines[name] for name in names if name in lines), 0):
        return found
    entries = [entry for value in data.values() if isinstance(value, list) for entry in value if isinstance(entry, dict)]
    return next((entry["__lines__"][""] for entry in entries if entry.get("id") in names), 0)


def strings(value: Any, line: int = 1, skip: Container[str] = ()) -> Iterator[tuple[int, str]]:
    """Yield every string in parsed YAML as (line number, string). Leave out the fields in `skip`."""
    if isinstance(value, dict):
        lines = value.get("__lines__", {})
        for name, part in value.items():
            if name != "__lines__" and name not in skip:
                yield from strings(part, lines.get(name, line), skip)
    elif isinstance(value, list):
        for part, at in zip(value, getattr(value, "lines", [line] * len(value)), strict=True):
            yield from strings(part, at, skip)
    elif isinstance(value, str):
        yield line, value


def _near(model: type[Record], field: str) -> str:
    return next(iter(get_close_matches(field.lower(), model.model_fields.keys() - {"line"}, 1)), "")


def _explain(model: type[Record], field: str, fault: Any) -> tuple[str, str]:
    if fault["type"] == "missing":
        return f'The field "{field}" is missing.', f"Add it. {_describe(model, field)}".strip().removesuffix(": ")
    if fault["type"] == "extra_forbidden" and fault.get("input") is None and " " in field:
        return (f'"{field}" is read as a field of its own, because a comma inside {{ }} ends a text.',
                "Put the whole text, with its comma, in quotation marks.")
    if fault["type"] == "extra_forbidden" and "." in field:
        return f'"{field}" is not a known field.', "Remove it, or check its spelling."
    if fault["type"] == "extra_forbidden":
        known = ", ".join(name for name in model.model_fields if name != "line")
        near = _near(model, field)
        return f'"{field}" is not a known field.', f"Did you mean {near}?" if near else f"Use one of: {known}."
    value = fault.get("input")
    number = fault["type"].startswith(("float_", "int_")) and isinstance(value, str)
    if number and (dash := DASH.match(value.strip())):
        return (f'The field "{field}" contains "{value}", which starts with a dash instead of a minus sign '
                f"({unicodedata.name(dash[1]).lower()}).", f"Type the hyphen of the keyboard: -{dash[2]}.")
    if number and value.strip().endswith("%"):
        whole = " whole" * fault["type"].startswith("int_")
        return (f'The field "{field}" contains "{value}", which is not a{whole} number.',
                'Write it without "%". If the spreadsheet adds that sign, format the column as "Number", and compare the values '
                "with the old ones: a percent format multiplies them by 100.")
    if fault["type"] == "string_type":
        kind = {dict: "an entry with fields", list: "a list", type(None): "nothing"}.get(type(value), "a number or a date")
        advice = "Put it in quotation marks." if "number" in kind else "Put the whole text in quotation marks."
        advice = "Write the text after the colon." if kind == "nothing" else advice
        return f'The field "{field}" must be text, but it contains {kind}.', advice
    shown = f' ("{value}")' if isinstance(value, (str, int, float)) else ""
    if fault["type"] == "string_pattern_mismatch":
        return (f'The field "{field}" is not in the expected form{shown}.',
                _describe(model, field) or "Compare it with other entries.")
    if fault["type"] in ("literal_error", "enum"):
        expected = fault["ctx"]["expected"].replace("'", '"')
        return f'The field "{field}" cannot be "{value}".', f"Use one of these, in lower case: {expected}."
    message = fault["msg"].removeprefix("Value error, ").rstrip(".")
    if plain := next((words for kind, words in PLAIN.items() if fault["type"].startswith(kind)), None):
        is_not, write = plain
        contains = f'contains "{value}", which ' if shown else ""
        return f'The field "{field}" {contains}{is_not}.', f"{write} {_describe(model, field)}".strip()
    where = f'The field "{field}" is wrong{shown}: {message}.' if field else f"{message[0].upper()}{message[1:]}."
    said = getattr(fault.get("ctx", {}).get("error"), "instead", "")
    return where, said or _describe(model, field) or "Compare it with other entries."


DASH = re.compile("([\u2010-\u2015\u2212])\\s*(\\d[\\d.]*)$")
"""Matches a number after a dash. Word processors and spreadsheets put dashes where a hyphen was typed."""

PLAIN = {
    "date": ("is not a date", "Write dates in the form 2026-11-23."),
    "float_": ("is not a number", "Write a number in digits, with a decimal point if it needs one, for example -2.5."),
    "int_": ("is not a whole number", "Write only digits."),
    "bool_": ("is neither true nor false", 'Write "true" or "false".'),
    "url_": ("is not an https address", "Copy the address from the browser; it begins with https://."),
    "list_type": ("is not a list", "Write a list, for example [one, two]."),
}
"""Explanations for people who do not know Pydantic: what is wrong, and what to write. Each key is the beginning of a type of
Pydantic error."""


def _describe(model: type[Record], field: str) -> str:
    info = model.model_fields.get(field.partition(".")[0])
    return f"{info.description[0].upper()}{info.description[1:]}." if info and info.description else ""


MISSING = ("The file is missing.", "Restore the last good version of the file.", "data")


def parsed(path: Path) -> tuple[Any, list[Problem], list[Problem]]:
    """Return the data in a YAML file, the problems with the YAML, and the problems with the file itself, such as its encoding.

    The result is cached until the file changes, so callers must not modify the result.
    """
    return cached_read(_parsed, path)


def _parsed(path: Path) -> tuple[Any, list[Problem], list[Problem]]:
    text, problems = text_files.read(path)
    return *parse_yaml(text, path), problems


def read_yaml(path: Path, model: type[R], key: str = "id") -> tuple[list[R], list[Problem]]:
    """Read a YAML list of mappings, and return the records and the problems. No two rows may have the same value in the field
    `key`.
    """
    if not path.exists():
        return [], [Problem(path, 1, *MISSING)]
    data, faults, unread = parsed(path)
    problems = [*unread]
    if faults:
        return [], problems + faults
    if not isinstance(data, _List):
        return [], [*problems, Problem(path, 1, "The file does not contain a list.",
                                       "Start each entry in the file with a dash and a space.", "data")]
    records: list[R] = []
    for row, line in zip(data, data.lines, strict=True):
        if not isinstance(row, dict):
            what = "The entry is empty." if row is None else f'The entry "{str(without_lines(row))[:40]}" has no fields.'
            problems.append(Problem(path, line, what,
                                    'Write the fields of the entry as "name: value", or remove the dash.', "data"))
            continue
        record, faults = build(model, row, path)
        problems += faults
        if record:
            records.append(record)
    return records, problems + duplicates(records, path, key)


def read_one(path: Path, model: type[R], begin: str) -> tuple[R | None, list[Problem]]:
    """Read a YAML file that contains one mapping, and return the record (None if it is invalid) and the problems.

    `begin` is the advice for a file without fields. A missing file is not reported here, because each page that shows the
    file's data reports it.
    """
    if not path.exists():
        return None, []
    data, faults, problems = parsed(path)
    if faults or not isinstance(data, dict):
        return None, problems + (faults or [Problem(path, 1, "The file does not contain fields.", begin, "data")])
    record, faults = build(model, data, path)
    return record, problems + faults


RUNS = re.compile(r"[=+@\t\r]|-(?!\d)")
"""Matches the start of a formula, which a spreadsheet would run when somebody opens the published file (OWASP, CSV injection)."""

_MONTH = (r"(?:jan|feb|f[eé]v|m[aä]r|mrz|apr|abr|avr|may|mai|jun|juin|jul|juil|aug|ago|ao[uû]t?|sep|sept|set|oct|okt|out|nov|"
          r"dec|d[eé]c|dez|dic|ene)\.?")
DATED = re.compile(rf"\d{{1,2}}[-./ ]+{_MONTH}(?:[-./ ]+\d{{2,4}})?|{_MONTH}[-./ ]+\d{{1,4}}|"
                   r"\d{1,2}([-./])\d{1,2}\1\d{2,4}", re.IGNORECASE)
"""Matches a date into which a spreadsheet has turned a range: 0-10 becomes 10-Oct, or 10.Okt in German."""


def read_csv(path: Path, model: type[R], key: str | None = None) -> tuple[list[R], list[Problem]]:
    """Read a CSV file with a header, and return the records and the problems. Commas must separate cells, and decimal numbers
    must have a decimal point. Empty cells count as missing values, and empty rows are skipped.
    """
    if not path.exists():
        return [], [Problem(path, 1, *MISSING)]
    text, problems = text_files.read(path)
    rows, faults = _rows(text, path)
    problems += faults
    head = rows[0][1] if rows else []
    if wrong := _head_fault(head, model, rows[1:]):
        first = rows[0][0] if rows else 1
        return [], [*problems, Problem(path, first, *wrong, "data")]
    records: list[R] = []
    for line, cells in rows[1:]:
        # a space after a comma shows that the comma is part of a sentence
        unquoted = any(cell.startswith(" ") for cell in cells[1:])
        while len(cells) > len(head) and not cells[-1].strip() and not unquoted:
            cells.pop()  # spreadsheet programs keep a column after its text has been deleted
        if cells == head:
            problems.append(Problem(path, line, "This line repeats the column names.", "Remove the line.", "data"))
            continue
        if len(cells) != len(head):
            problems.append(Problem(
                path, line, f"The header has {len(head)} cells, but this row has {len(cells)}.",
                "If a cell contains a comma, put the cell in quotation marks.", "data"))
            continue
        row: dict[str, Any] = {name: cell for name, cell in zip(head, cells, strict=True) if cell.strip()}
        wrong_cells = [Problem(path, line, *fault, "data") for name, cell in row.items()
                       for fault in _cell_faults(model, name, cell)]
        problems += wrong_cells
        row["__lines__"] = dict.fromkeys([*head, ""], line)
        record, faults = build(model, row, path) if not wrong_cells else (None, [])
        problems += faults
        if record:
            records.append(record)
    problems = _once_a_column(problems)
    if key:
        problems += duplicates(records, path, key)
    return records, problems


MOST_ALIKE = 3
"""Maximum number of rows for which a CSV file's problem is reported row by row."""


def _once_a_column(problems: list[Problem]) -> list[Problem]:
    """If more than `MOST_ALIKE` rows have the same fault in a column, keep only the first of these problems. Spreadsheet
    programs format whole columns, so one mistake can affect every row.
    """
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((VALUE.sub("", problem.what), VALUE.sub("", problem.instead)), []).append(problem)
    found = []
    for same in alike.values():
        if len(same) > MOST_ALIKE and (rest := len({problem.line for problem in same}) - 1) >= MOST_ALIKE:
            found.append(replace(same[0], what=f"{same[0].what} {rest} more rows have the same problem."))
        else:
            found += same
    return found


VALUE = re.compile(r'(?<=contains )"[^"]*"|^"[^"]*"|(?<=run )"[^"]*"|(?<=date: )"[^"]*"|(?<=\()"[^"]*"|: -?[\d.,]+\.$')
"""Matches the value of a cell in a problem."""


def _rows(text: str, path: Path) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        return rows, [Problem(path, start, f"The row cannot be read ({error}).",
                              'Write each quotation mark inside a quoted cell twice (""), and end the cell with one (").',
                              "data")]
    return rows, []


def _head_fault(head: list[str], model: type[Record], below: Iterable[tuple[int, list[str]]] = ()) -> tuple[str, str] | None:
    """Return the first fault in the column names, with advice. Return None if there is no fault. `below` contains the rows below
    the first row, because one of them may contain the real column names.
    """
    fields = {name: info.is_required() for name, info in model.model_fields.items() if name != "line"}
    ours = ",".join(fields)
    if not head:
        return "The file is empty.", f"Start it with the header {ours}."
    if head[0].lower().startswith("sep="):
        return "The first line is an instruction that only Excel understands.", f"Remove it, and start with the header {ours}."
    if other := next((name for sign, name in ((";", "semicolons"), ("\t", "tabs")) if len(head) <= 2 and sign in head[0]), ""):
        return f"The cells are separated by {other}.", "Save the file with commas as the separator."
    if plain := [name for name in head if name not in fields and name.strip().lower() in fields]:
        return (f'The column names are not in the expected form ("{plain[0]}").', f"Use lower case and no spaces: {ours}.")
    strange = [name for name in head if name not in fields]
    if strange and (at := next((line for line, cells in below if not _head_fault(cells, model)), 0)):
        title = len([name for name in head if name.strip()]) == 1  # Apple Numbers writes the table's name above the table
        return (f"The column names are on line {at}.",
                "Delete the line above them." if title else f"Move line {at} to the top of the file.")
    if not head[-1].strip():
        return "The last column has no name.", "Delete the empty columns or, in a text editor, the commas at the ends of lines."
    if strange:
        near = get_close_matches(strange[0].lower(), fields, 1)
        return (f'There is no column "{strange[0]}".', f"Did you mean {near[0]}?" if near else f"Use the header {ours}.")
    if twice := [name for name in head if head.count(name) > 1]:
        return f'The column "{twice[0]}" appears twice.', "Keep one of the two columns."
    if missing := [name for name, required in fields.items() if required and name not in head]:
        return f'The column "{missing[0]}" is missing.', f"Use the header {ours}."
    return None


def _cell_faults(model: type[Record], name: str, cell: str) -> Iterator[tuple[str, str]]:
    if RUNS.match(cell.lstrip(" ")):
        number = {model.model_fields[name].annotation, *get_args(model.model_fields[name].annotation)} & {int, float}
        yield (f'A spreadsheet would run "{cell[:40]}" as a formula.',
               "Type the value instead, for example -2.5." if number else "Start the cell with a letter or a digit.")
    if DATED.fullmatch(cell.strip()):
        yield (f'A spreadsheet seems to have turned this cell into a date: "{cell[:40]}" in "{name}".',
               'Format the column as text, then type what was there before, for example "0-6 months".')
    kinds = {model.model_fields[name].annotation, *get_args(model.model_fields[name].annotation)} & {int, float}
    form = WHOLE if kinds == {int} else rf"{WHOLE}|{DECIMAL}"
    if kinds and _is_number(cell) and not re.fullmatch(form, cell.strip()):
        yield (f'"{cell}" is a number that other programs may misread.',
               "Write only digits, with a decimal point if the column has decimals, for example -2.5.")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def duplicates(records: list[R], path: Path, key: str) -> list[Problem]:
    """Return a problem for each record that has the same key as an earlier record."""
    first: dict[str, int] = {}
    problems = []
    for record in records:
        value = getattr(record, key)
        if value in first:
            problems.append(Problem(path, record.line, f'"{key}: {value}" is already used on line {first[value]}.',
                                    f'Merge the two entries, or change "{key}" in one of them.', "data"))
        first.setdefault(value, record.line)
    return problems
