"""Renders the templates of data blocks (code fences with YAML) with Jinja.

Templates produce well-formed XHTML, which is parsed into the page's element tree before inline patterns run. So links in a block
are resolved and checked like all other links, and citations such as `[@key]` work in data.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from evidence.loading.settings import Settings, load_settings
from evidence.model.edition import Edition
from evidence.model.effects import dots
from evidence.model.problems import EvidenceError, Problem
from evidence.words import Words, load_words

FOLDER = Path(__file__).resolve().with_name("templates")


def signed(value: float, digits: int | None = None) -> str:
    """Return a number as text, with a typographic minus sign if the number is negative. If `digits` is None, the text has as many
    decimals as needed.
    """
    text = f"{value:.{digits}f}" if digits is not None else f"{value:g}"
    return text.replace("-", "−")


def decimals(*values: float | None) -> int:
    """Return the largest number of decimals in any of the values. Ignore values that are None."""
    return max((len(f"{v:g}".partition(".")[2]) for v in values if v is not None), default=0)


def cite(keys: list[str] | str) -> Markup:
    """Return an empty element, which `NumberCitations` fills with citation numbers when the page is complete."""
    names = keys if isinstance(keys, str) else " ".join(keys)
    return Markup('<sup class="cite" data-keys="{}"/>').format(names)


def fill(text: str, /, **values: Any) -> Markup:
    """Replace each {name} in a string with a value. Values are escaped, unless they are already `Markup`.

    Raises:
        KeyError: the string contains a {name} without a value.
    """
    # Markup.format takes five times as long as str.format, because it is written in pure Python
    return Markup(str(escape(text)).format(**{name: escape(value) for name, value in values.items()}))  # noqa: S704 (escaped here)


def for_script(*parts: Mapping[str, Any]) -> str:
    """Return interface strings as JSON, for a script that reads them from an element's attribute `data-words`."""
    return json.dumps({name: text for part in parts for name, text in part.items()}, ensure_ascii=False, separators=(",", ":"))


class Templates:
    """The templates for data blocks (code fences with YAML) in one language."""

    def __init__(self, environment: Environment):
        self.environment = environment

    def render(self, name: str, **context: Any) -> str:
        """Return a rendered template as text.

        Raises:
            EvidenceError: the template cannot be rendered with these values.
        """
        try:
            return self.environment.get_template(f"{name}.html").render(**context).strip()
        except EvidenceError:  # its message already names the interface string that is missing
            raise
        except Exception as error:
            raise EvidenceError([Problem(
                FOLDER / f"{name}.html", 1, f"The template cannot be rendered: {type(error).__name__}: {error}.",
                "Compare the template with the wording and data that the template uses.", "templates")]) from error

    def macro(self, template: str, name: str) -> Callable[..., Markup]:
        """Return a macro from a template. The macro can use only its own arguments."""
        found: Callable[..., Markup] = getattr(self.environment.get_template(f"{template}.html").module, name)
        return found

    def element(self, name: str, **context: Any) -> etree.Element:
        return etree.fromstring(self.render(name, **context))  # noqa: S314 (our own template, autoescaped)


def load_templates(edition: Edition) -> Templates:
    """Return the templates for an edition (the site in one language). The templates are compiled again only if the edition's
    strings, settings or date have changed.
    """
    return _templates(edition, load_words(edition), load_settings(edition))


@lru_cache(maxsize=8)
def _templates(edition: Edition, words: Words, settings: Settings) -> Templates:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )

    def counted(forms: Mapping[str, str], count: int, **values: Any) -> Markup:
        return fill(words.plural(forms, count), count=count, **values)

    environment.filters["long_date"] = lambda day: words.long_date(day) if isinstance(day, date) else day
    environment.filters.update(month=words.month, signed=signed, fill=fill, counted=counted, for_script=for_script)
    environment.globals.update(cite=cite, dots=dots, decimals=decimals, words=words.parts, language=words.language, site=settings,
                               today=edition.today)
    return Templates(environment)
