"""Reads rows (YAML lists, CSV files, front matter) into typed records that know their line.

Pydantic says what is wrong with a row; this module adds where it stands, which Pydantic cannot
know. A wrong row gives findings and is left out of the result; the others are still read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from evidence.findings import Finding


class Record(BaseModel):
    """A row of a data file. Unknown fields are refused, so that a typing error is seen."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    line: int = Field(0, exclude=True, description="line of the row in its file, from 1")
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    def at(self, field: str) -> int:
        """The line of a field; the row's own where it is not known."""
        return self._lines.get(field, self.line)


R = TypeVar("R", bound=Record)
T = TypeVar("T")


def fresh(reader: Callable[..., T], path: Path, *more: Any) -> T:
    """What `reader` makes of a file. It reads again only when that file has changed, so that a live
    reload costs one file and not all of them. Nobody may change what it returns."""
    stat = path.stat() if path.exists() else None
    return _kept(reader, path, stat and (stat.st_mtime_ns, stat.st_size), *more)


@lru_cache(maxsize=256)
def _kept(reader: Callable[..., T], path: Path, _stamp: object, *more: Any) -> T:
    return reader(path, *more)


class SlipError(ValueError):
    """A fault that a row finds in itself: what is wrong, and what to write instead."""

    def __init__(self, what: str, instead: str):
        super().__init__(what)
        self.instead = instead


class _LineLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """SafeLoader that remembers where each mapping and each of its keys begins."""


def _mapping(loader: _LineLoader, node: yaml.MappingNode) -> dict[str, Any]:
    loader.flatten_mapping(node)
    # A key is taken as it is written: YAML would read the key "no" as False.
    pairs = {k.value: loader.construct_object(v, deep=True) for k, v in node.value}
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.constructor.ConstructorError(problem=f'the field "{key.value}" stands twice in one entry',
                                                    problem_mark=key.start_mark)
        seen.add(key.value)
    pairs["__lines__"] = {k.value: k.start_mark.line + 1 for k, _ in node.value} | {
        "": node.start_mark.line + 1
    }
    return pairs


def _date(loader: _LineLoader, node: yaml.ScalarNode) -> Any:
    """A date; a day that does not exist stays text, so that the field can say so."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
_LineLoader.add_constructor("tag:yaml.org,2002:timestamp", _date)


def without_lines(value: Any) -> Any:
    """The value as the author wrote it, without the line marks."""
    if isinstance(value, dict):
        return {k: without_lines(v) for k, v in value.items() if k != "__lines__"}
    if isinstance(value, list):
        return [without_lines(v) for v in value]
    return value


def parse_yaml(text: str, path: Path, offset: int = 0) -> tuple[Any, list[Finding]]:
    """Parse YAML; mappings carry `__lines__` (key -> line, "" -> first line).

    `offset` is added to line numbers where the YAML is a part of a larger file.
    """
    try:
        return yaml.load("\n" * offset + text, _LineLoader), []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        last = offset + text.rstrip().count("\n") + 1
        line = min(mark.line + 1, last) if mark else offset + 1
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        what, instead = next((words for sign, words in PLAIN_YAML.items() if sign in problem), PLAIN_YAML[""])
        return None, [Finding(path, line, what.format(problem), instead, "yaml")]


PLAIN_YAML = {
    "mapping values are not allowed": ("A colon stands inside the text, where it would begin a new field.",
                                       'Put quotation marks round the whole text, as in title: "Massage: what to know".'),
    "stands twice in one entry": ("In one entry {}.", "Keep one of the two."),
    "found character '\\t'": ("A tab stands at the beginning of the line.", "Use spaces, as in the lines above."),
    "cannot start any token": ("The text begins with a sign that means something else here ({}).",
                               "Put quotation marks round the whole text."),
    "expected '-' indicator": ("This line, or the one above, does not begin as far in as the others of its list.",
                               "Give it as many spaces as its neighbours have."),
    "expected <block end>": ("This line, or the one above, does not begin as far in as the others of its entry.",
                             "Give it as many spaces as its neighbours have."),
    "could not find expected ':'": ("A field has no colon, or a quotation mark is never closed.",
                                    "Write field: value, and close what you opened on this line or above."),
    "unexpected end of stream": ("A quotation mark or a bracket is never closed.", "Close it, on this line or above."),
    "": ("This cannot be read as YAML ({}).",
         "Check the spaces at the beginning of the line, the colons, and quotation marks round text that holds a colon."),
}
"""What the parser says, in words for somebody who has never heard of YAML."""


def build(model: type[R], data: dict[str, Any], path: Path) -> tuple[R | None, list[Finding]]:
    """One record from one mapping, or the findings that say why not."""
    lines = data.get("__lines__", {})
    blank = {name for name, field in model.model_fields.items() if field.is_required() and data.get(name) == ""}
    try:
        record = model(**{k: v for k, v in without_lines(data).items() if k not in blank}, line=lines.get("", 1))
    except ValidationError as error:
        findings = []
        for fault in error.errors():
            field = ".".join(str(part) for part in fault["loc"])
            line = _line(data, fault["loc"]) or _named(data, fault["msg"]) or lines.get("", 1)
            findings.append(Finding(path, line, *_explain(model, field, fault), "data"))
        return None, findings
    record._lines = lines
    return record, []


def _line(data: Any, where: tuple[str | int, ...]) -> int:
    """The line of the deepest mapping or key on the way to `where`; 0 where no line is known."""
    found = 0
    for part in where:
        if isinstance(data, dict):
            found = data.get("__lines__", {}).get(part, found)
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, dict):
            found = data.get("__lines__", {}).get("", found)
    return found


def _named(data: Any, message: str) -> int:
    """The line of the field or the entry that a message names; 0 where it names none."""
    names = re.findall(r'"([\w-]+)"', message)
    lines = data.get("__lines__", {})
    if found := next((lines[name] for name in names if name in lines), 0):
        return found
    entries = [entry for value in data.values() if isinstance(value, list) for entry in value if isinstance(entry, dict)]
    return next((entry["__lines__"][""] for entry in entries if entry.get("id") in names), 0)


def strings(value: Any, line: int = 1) -> Iterator[tuple[int, str]]:
    """Every text in parsed YAML, with the line of its field."""
    if isinstance(value, dict):
        lines = value.get("__lines__", {})
        for name, part in value.items():
            if name != "__lines__":
                yield from strings(part, lines.get(name, line))
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, line)
    elif isinstance(value, str):
        yield line, value


def _explain(model: type[Record], field: str, fault: Any) -> tuple[str, str]:
    if fault["type"] == "missing":
        return f'The field "{field}" is missing.', f"Add it. {_describe(model, field)}".strip().removesuffix(": ")
    if fault["type"] == "extra_forbidden" and "." in field:
        return f'There is no field "{field}".', "Take it out, or check its spelling."
    if fault["type"] == "extra_forbidden":
        known = [name for name in model.model_fields if name != "line"]
        near = get_close_matches(field.lower(), known, 1)
        return f'There is no field "{field}".', f"Did you mean {near[0]}?" if near else f"Use one of: {', '.join(known)}."
    value = fault.get("input")
    shown = f' (it says "{value}")' if isinstance(value, (str, int, float)) else ""
    if fault["type"] == "string_pattern_mismatch":
        return f'The field "{field}" is written otherwise{shown}.', _describe(model, field) or "Compare it with its neighbours."
    if fault["type"] in ("literal_error", "enum"):
        return f'The field "{field}" cannot hold "{value}".', f"Write {fault['ctx']['expected']}, with small letters."
    message = fault["msg"].removeprefix("Value error, ").rstrip(".")
    message = next((words for kind, words in PLAIN.items() if fault["type"].startswith(kind)), message)
    where = f'The field "{field}" is wrong{shown}: {message}.' if field else f"{message[0].upper()}{message[1:]}."
    said = getattr(fault.get("ctx", {}).get("error"), "instead", "")
    return where, said or _describe(model, field) or "Compare the row with its neighbours."


PLAIN = {
    "date": "this is not a date, written as 2026-11-23", "float_": "this is not a number, written with a point as in -2.5",
    "int_": "this is not a whole number", "bool_": "this is neither true nor false", "url_": "this is not an https address",
    "list_type": "this is not a list, as in [one, two]", "string_type": "this is not text; put quotation marks round it",
}
"""What Pydantic says, in words for somebody who has never heard of it."""


def _describe(model: type[Record], field: str) -> str:
    info = model.model_fields.get(field.partition(".")[0])
    return f"{info.description[0].upper()}{info.description[1:]}." if info and info.description else ""


def read_yaml(path: Path, model: type[R], key: str = "id") -> tuple[list[R], list[Finding]]:
    """A YAML list of mappings. Two rows with the same `key` are a finding."""
    if not path.exists():
        return [], [Finding(path, 1, "The file is missing.", "Put it back from the last good version.", "data")]
    data, findings = parse_yaml(path.read_text(encoding="utf-8"), path)
    if findings:
        return [], findings
    if not isinstance(data, list):
        return [], [Finding(path, 1, "The file must be a list.", "Begin each entry with a dash.", "data")]
    records: list[R] = []
    for row in data:
        if not isinstance(row, dict):
            findings.append(Finding(path, 1, f'The entry "{row}" has no fields.', "Write field: value.", "data"))
            continue
        record, faults = build(model, row, path)
        findings += faults
        if record:
            records.append(record)
    return records, findings + duplicates(records, path, key)


def read_csv(path: Path, model: type[R], key: str | None = None) -> tuple[list[R], list[Finding]]:
    """A CSV file with a head. An empty cell is an absent value."""
    if not path.exists():
        return [], [Finding(path, 1, "The file is missing.", "Put it back from the last good version.", "data")]
    records: list[R] = []
    findings: list[Finding] = []
    reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    head = next(reader, [])
    start = reader.line_num + 1
    for cells in reader:
        line, start = start, reader.line_num + 1
        if len(cells) != len(head):
            findings.append(Finding(
                path, line, f"The row has {len(cells)} cells, the head has {len(head)}.",
                "Put quotation marks round a cell that holds a comma.", "data"))
            continue
        row: dict[str, Any] = {name: cell for name, cell in zip(head, cells, strict=True) if cell.strip()}
        row["__lines__"] = dict.fromkeys([*head, ""], line)
        record, faults = build(model, row, path)
        findings += faults
        if record:
            records.append(record)
    if key:
        findings += duplicates(records, path, key)
    return records, findings


def duplicates(records: list[R], path: Path, key: str) -> list[Finding]:
    """A finding for the second and each later record with the same key."""
    first: dict[str, int] = {}
    findings = []
    for record in records:
        value = getattr(record, key)
        if value in first:
            findings.append(Finding(path, record.line, f'The {key} "{value}" stands on line {first[value]} already.',
                                    f"Put the two together there, or write another {key} here.", "data"))
        first.setdefault(value, record.line)
    return findings
