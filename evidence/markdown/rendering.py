"""The Jinja environment of the blocks, and the way from a template into the page's tree.

Templates write well-formed XHTML. It is parsed into the element tree before inline patterns run,
so links in a block are resolved and checked like the author's own, and `[@key]` works in data.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evidence.markdown import charts
from evidence.model.claims import Certainty
from evidence.model.effects import dots
from evidence.model.pages import long_date
from evidence.words import words

FOLDER = Path(__file__).resolve().with_name("templates")


def signed(value: float, digits: int | None = None) -> str:
    """A number with a real minus sign, with as many decimals as it was written with."""
    text = f"{value:.{digits}f}" if digits is not None else f"{value:g}"
    return text.replace("-", "−")


def decimals(*values: float | None) -> int:
    """The decimals that write every value in full."""
    return max((len(f"{v:g}".partition(".")[2]) for v in values if v is not None), default=0)


def cite(keys: list[str] | str) -> Markup:
    """The mark that becomes numbered references once the page is whole."""
    names = keys if isinstance(keys, str) else " ".join(keys)
    return Markup('<sup class="cite" data-keys="{}"/>').format(names)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters["long_date"] = lambda day: long_date(day) if isinstance(day, date) else day
    environment.filters["month"] = lambda day: format_date(day, "MMMM y", locale="en_GB")
    environment.filters["signed"] = signed
    environment.filters["plain"] = charts.plain
    environment.globals.update(cite=cite, dots=dots, decimals=decimals, Certainty=Certainty, words=words())
    return environment


ENVIRONMENT = _environment()


def render(name: str, **context: Any) -> str:
    """A template as text."""
    return ENVIRONMENT.get_template(f"{name}.html").render(**context).strip()


def element(name: str, **context: Any) -> etree.Element:
    """A template as one element."""
    return etree.fromstring(render(name, **context))  # noqa: S314 (our own template, autoescaped)
