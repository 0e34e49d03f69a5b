"""Defines the class `Fence`, which describes one kind of data block. A data block is a code fence with YAML that we render as
HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markdown import Markdown

from evidence.model.dataset import Dataset
from evidence.model.record import Record

Fault = tuple[str, str]
"""What is wrong, and what to write instead."""


class Empty(Record):
    """An empty set of options, for data blocks (code fences with YAML) that have no options."""


@dataclass(frozen=True)
class Fence:
    """A kind of data block (a code fence with YAML).

    `template` is the name of the block's template, and `options` is the class of the block's options. `faults` yields what is
    wrong with the options. `context` returns the values for the template.
    """

    template: str
    options: type[Record]
    faults: Callable[[Any, Dataset], Iterable[Fault]]
    context: Callable[[Any, Dataset, Markdown], dict[str, Any]]


def none(_options: Any, _dataset: Dataset) -> Iterable[Fault]:
    """Return no faults. Data blocks use this function if only the types of their options have to be checked."""
    return ()


def unknown(names: Iterable[str], known: Iterable[str], file: str) -> Iterable[Fault]:
    """Yield a fault for each name that is not in `known`, and suggest similar names from `known`."""
    known = set(known)
    for name in names:
        if name not in known:
            near = ", ".join(sorted(k for k in known if name.split("-")[0] in k)[:5])
            yield f'"{name}" is not in docs/data/{file}.', f"Did you mean {near}?" if near else "Check the spelling."


def field(name: str) -> Callable[[Any, Dataset, Markdown], dict[str, Any]]:
    """Return a function that passes all rows of one data file to a template. `name` says which attribute of `Dataset` contains
    these rows.
    """
    return lambda _options, dataset, _md: {"rows": getattr(dataset, name)}
