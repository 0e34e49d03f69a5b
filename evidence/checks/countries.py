"""A rule about `/// countries` lists, which say what applies in each country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from evidence.checks.rules import Site, page_rule
from evidence.checks.source import Page
from evidence.model.problems import Problem


@page_rule
def countries_stand_once_and_in_order(page: Page, site: Site) -> Iterable[Problem]:
    """In a `/// countries` list, each country must appear only once, under the same name as in our data files. The countries
    must be in alphabetical order. Only the last entry may be for all other countries.
    """
    lines = [line for line in page.lines if line.block == "countries" and line.text.strip()]
    terms = [line for line in lines if not line.text.startswith(":") and line.text[0] != " "
             and not re.match(r"\s*/{3}", page.raw[line.number - 1])]
    countries = {row.country for row in site.dataset.helplines} | {row.country for row in site.dataset.registers}
    seen: set[str] = set()
    for line in terms:
        name = line.text.strip()
        if name in seen:
            yield page.problem(line.number, f'"{name}" is in this list twice.', "Combine the two entries.",
                               "countries")
        elif name not in countries and line is not terms[-1] and site.readable:
            yield page.problem(line.number, f'"{name}" is not the name of a country in our data files. Only the last entry of '
                               "the list may have another name.",
                               "Use a name from docs/data/registers.yml or helplines.yml, for example "
                               f'"{max(countries)}". A part of a country belongs in the entry for the whole country.',
                               "countries")
        seen.add(name)
    for line, after in pairwise(line for line in terms if line.text.strip() in countries):
        if line.text > after.text:
            yield page.problem(after.number, f'"{after.text.strip()}" comes after "{line.text.strip()}".',
                               "List the countries in alphabetical order.", "countries")
