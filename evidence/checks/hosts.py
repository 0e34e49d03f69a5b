"""Rules about web addresses: every host name in every file must be on the list in docs/data/allowed-domains.yml.

The rules search raw lines, because an address could be hidden in a place that a Markdown parser skips, such as a comment. Each
line is read in several ways, because browsers also understand addresses disguised with HTML entities, full-width letters,
backslashes or percent signs.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import idna

from evidence.checks.figures import FOREIGN
from evidence.checks.rules import Site, page_rule, site_rule
from evidence.checks.source import Page
from evidence.model.allowed_hosts import Host
from evidence.model.problems import Problem
from evidence.model.shorteners import SHORTENERS

LIST = "docs/data/allowed-domains.yml"
LOCAL = {"127.0.0.1", "localhost"}
"""Host names of the local computer. The project's documents may contain these names; docs/ may not."""

NUMBERS = "helplines.yml"
"""The only file that may contain telephone numbers."""

PROSE = {".md", ".yml", ".csv", ".bib", ".svg", ".css"}
"""The file types in which a name such as shop.com is an address even without https://. In code, it can be a method call."""

STOP = r"\s<>\"'`)\]}|,"
"""The characters that end an address in running text."""

WEB = re.compile(rf"\b(?:https?|wss?|ftps?|sftp|file|intent|gopher):[/\\]*([^{STOP}]+)", re.IGNORECASE)
OTHER = re.compile(rf"\b([a-z][a-z0-9+.-]{{1,60}})://([^{STOP}]+)", re.IGNORECASE)
SLASHES = re.compile(rf"(?<![:\w/\\.])[/\\]{{2}}(?![/\\])([^{STOP}/\\]*\.[^{STOP}]+)")
WWW = re.compile(rf"(?<![\w/@.-])(www\d?\.[^{STOP}]+)", re.IGNORECASE)
DANGEROUS = re.compile(r"\b(javascript|vbscript|livescript|blob|filesystem|view-source)\s*:(?=[\w/%(&;\[{!+-])|"
                       r"\b(data):(?=[a-z]+/|[;,])", re.IGNORECASE)
CALL = re.compile(r"\b(mailto|tel|sms|smsto|callto|whatsapp|skype|viber|tg):(?=[+\d\w])", re.IGNORECASE)
MAIL = re.compile(r"(?<![\w/@:.+-])[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w./-])(?:\+\d[\d ()-]{6,}\d|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}|0\d{9,10}|"
                   r"1[ -]?\d{3}[ -]\d{3}[ -]\d{3,4})(?![\w-])")
DOT = re.compile(r"\s{0,9}(?:\[\s{0,9}(?:\.|dot)\s{0,9}\]|\(\s{0,9}(?:\.|dot)\s{0,9}\)|\{\s{0,9}(?:\.|dot)\s{0,9}\})\s{0,9}",
                 re.IGNORECASE)
SPOKEN = re.compile(r"(?<=\w)\s+(?:dot|punkt|point)\s+(?=(?:com|net|org|info|biz|co|uk|de|shop|store|online|site|clinic|io)\b)",
                    re.IGNORECASE)
"""SPOKEN and DOT match dots as people write them to bypass a filter: shop dot com, shop[.]com, shop (dot) com."""

HANDLE = re.compile(r"(?<![\w;@/.\[-])(?<!; )@[A-Za-z][\w.]{2,}")
"""Matches the name of an account on a social network, such as @name. Citations are in brackets, so they do not match."""

TOP = ("com|net|org|info|biz|edu|gov|uk|us|ca|au|nz|ie|de|fr|nl|eu|es|ru|cn|jp|kr|br|mx|za|ch|se|dk|pl|io|co|me|tv|ly|gg|"
       "app|dev|shop|store|online|site|website|club|xyz|top|vip|live|link|click|page|clinic|health|care|fit|spa|massage|"
       "london|agency|today|world|life|fun|pro|icu|buzz|example|test")
BARE = re.compile(rf"(?<![\w@/.\\-])((?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:{TOP}|{TOP.upper()}))(?![\w@-]|\.\w)")
KEY = re.compile(r"@[a-z]+\d{4}[a-z]?")
"""Matches a citation without brackets, which another rule reports."""

NUMERIC = re.compile(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*", re.IGNORECASE)
ADDRESS_SIGN = re.compile(r":\S|@\w|[\[({]\.|\b(?:dot|punkt|point)\b|\\|//|%[0-9a-f]{2}|&#?\w+;|www|[^ -~]|[a-z0-9]\.[a-z]",
                   re.IGNORECASE)
"""Matches any sign of an address. A line without a match contains no address; see `may_hold_address`."""

INSIDE = re.compile(r"https?:|[/\\\\]{2}[\w-]+\.[a-z]", re.IGNORECASE)
"""Matches an address inside the path or the query of another address."""

IDENTIFIER = re.compile(r"^\s*(?:doi|pages|number|volume)\s*=|\{\{[^{}]*\}\}")
"""Matches lines of the bibliography whose dots are not part of an address: identifiers, and names in double braces."""

Fault = tuple[str, str]
CITE = "Cite a source with [@key]: a paper that has a DOI, or an official page."
LEAVE = "Remove it."
ONLY_THERE = "Telephone numbers belong in docs/data/helplines.yml, with their country and source."


@dataclass(frozen=True)
class Address:
    """An address as a browser would read it.

    `authority` is the part between `//` and the next slash. `name` is True if the address is only the name of a site in running
    text, such as Medicare.gov.
    """

    authority: str
    path: str = ""
    name: bool = False


def readings(line: str) -> set[str]:
    """Return a line as written, and all other forms in which a browser or a person may read the line."""
    plain = html.unescape(line) if "&" in line else line
    if not plain.isascii() or not plain.isprintable():
        plain = "".join(c for c in unicodedata.normalize("NFKC", plain) if unicodedata.category(c) not in ("Cc", "Cf"))
    found = {line, plain}
    if "\\" in plain:
        found |= {re.sub(r"\\(?=[:/.@])", "", plain), plain.replace("\\", "/")}
    if "%" in plain:
        found.add(unquote(plain))
    if "dot" in plain.lower() or DOT.search(plain) or SPOKEN.search(plain):
        found.add(SPOKEN.sub(".", DOT.sub(".", plain)))
    return found


def split(rest: str) -> Address:
    """Split an address without a scheme into authority and path: evil.example/x?y becomes evil.example and /x?y."""
    match = re.match(r"([^/\\?#]*)(.*)", rest)
    return Address(match[1].rstrip(".:;!*_~"), match[2]) if match else Address(rest)


def addresses(line: str, prose: bool) -> Iterator[Address]:
    """Yield every web address in a line. If `prose` is True, include names of sites in running text, such as shop.com."""
    for sign, pattern in ((":", WEB), ("", SLASHES), ("www", WWW)):
        if sign in line.lower():
            yield from (split(match[1]) for match in pattern.finditer(line))
    if prose and not IDENTIFIER.search(line):
        yield from (Address(match[1], name=True) for match in BARE.finditer(line))


def schemes(line: str) -> Iterator[Fault]:
    """Yield a fault for each forbidden scheme (such as javascript:) and each e-mail address in a line."""
    if ":" not in line and "@" not in line:
        return
    for match in DANGEROUS.finditer(line):
        yield f'"{(match[1] or match[2]).lower()}:" is not a web address; it can run code or embed a file.', LEAVE
    for match in OTHER.finditer(line):
        if match[1].lower() not in ("http", "https") and not match[1].lower().endswith(("http", "https")):
            yield f'"{match[1]}://" is not a web address.', "Use an https address of an allowed site, or remove it."
    for match in CALL.finditer(line):
        yield f'"{match[1].lower()}:" starts a phone call or a message.', "Telephone numbers belong in docs/data/helplines.yml."
    for match in MAIL.finditer(line) if "@" in line else ():
        if not any(match[0] in split(web[1]).authority for web in WEB.finditer(line)):
            yield f'"{match[0]}" is an e-mail address.', (
                "Remove it. A fork sets its contact address as SITE_CONTACT in the environment.")


def calls(line: str) -> Iterator[Fault]:
    """Yield a fault for each telephone number in a line."""
    for match in PHONE.finditer(line):
        yield f'"{match[0]}" is a telephone number.', ONLY_THERE


@lru_cache(maxsize=10_000)
def skeleton(host: str) -> str:
    """Return a form of a host name that is the same for names that look alike. For example, rn becomes m."""
    return re.sub(r"[^a-z0-9]", "", host.replace("rn", "m").replace("vv", "w").replace("0", "o").replace("1", "l"))


SUFFIXES = {"com", "org", "net", "gov", "govt", "edu", "ac", "co", "info", "health"}
"""The parts of a host name that say nothing about its owner, not counting country codes."""


@lru_cache(maxsize=10_000)
def owned(host: str) -> tuple[str, str]:
    """Return the part of a host name that identifies its owner, and the domain that all hosts of this owner share. For
    cuh.nhs.uk, the part is nhs and the domain is nhs.uk.
    """
    parts = re.sub(r"^www\d?\.", "", host).split(".")
    at = max(len(parts) - 2, 0)
    while at and (len(parts[at]) <= len("uk") or parts[at] in SUFFIXES):
        at -= 1
    return parts[at], ".".join(parts[at:])


def borrows(host: str, known: str) -> bool:
    """Return whether a host imitates a known host but belongs to somebody else, as nhs-backpain.org.uk and nhs.clinic imitate
    nhs.uk.
    """
    (ours, end), (theirs, domain) = owned(host), owned(known)
    own = end == domain or host.endswith(f".{domain}")
    return not own and (skeleton(host) == skeleton(known) or domain in host or (
        len(theirs) > len("uk") and theirs not in SUFFIXES and skeleton(ours).startswith(skeleton(theirs))))


def resembles(host: str, allowed: Iterable[str]) -> str:
    """Return an allowed host that a reader could confuse with the given host, or an empty string if there is none."""
    return (next((known for known in allowed if borrows(host, known)), "")
            or next(iter(get_close_matches(host, allowed, 1, 0.8)), ""))


def fault(address: Address, allowed: Mapping[str, Host], local: bool) -> Fault | None:
    """Return why an address is not allowed and what to do instead, or None if the address is allowed."""
    if not address.authority or re.search(r"[{}$%]", address.authority):
        return None  # the address has no host name, or a template variable instead of one
    before, at, place = address.authority.rpartition("@")
    if at:
        return f'"{address.authority}" goes to "{place}"; the part before the @ is a decoy ("{before}").', LEAVE
    if INSIDE.search(unquote(address.path)):
        return f'"{address.authority}{address.path[:60]}" contains a second address, and may redirect to it.', LEAVE
    host, _, port = place.partition(":") if not place.startswith("[") else (place, "", "")
    host = host.rstrip(".").lower()
    if local and host in LOCAL:
        return None
    if host.startswith("[") or NUMERIC.fullmatch(host):
        return (f'"{host}" is a numeric address, so nobody can see whose site it is.',
                "Use the site's name, if the site is allowed.")
    if not host.isascii() or "xn--" in host:
        return _foreign(host)
    if port and port not in ("80", "443"):
        return f'"{place}" includes a port number.', "Remove the port number."
    if host in SHORTENERS:
        return f'"{host}" is a link shortener, which hides where a link goes.', "Give the address of the page itself."
    known = allowed.get(host) or (allowed.get(f"www.{host}") if address.name else None)
    if known is None:
        near = resembles(host, allowed)
        but = f' It resembles "{near}", but is a different site.' if near else ""
        return (f'"{host}" is not in {LIST}.{but}',
                f"{CITE} To propose a new site, add it to {LIST}, with the reason, in a separate change.")
    if "?" in address.path.partition("#")[0] and not known.query:
        return (f'"{address.authority}{address.path[:60]}" has a question mark, and what follows may redirect to another site.',
                "Remove the question mark and everything after it. If the page has no other address, a maintainer can add "
                f'"query: true" to {LIST}.')
    if known.below and not address.path.startswith(known.below):
        return f'On "{host}", only addresses that begin with {known.below} are allowed, because others also publish there.', CITE
    return None


def _foreign(host: str) -> Fault:
    try:
        shown = idna.decode(host)
    except idna.IDNAError:
        shown = host
    odd = ", ".join(unicodedata.name(c, "unknown") for c in dict.fromkeys(shown) if not c.isascii())
    return (f'"{host}" contains look-alikes of plain letters ({odd or "written as codes"}).',
            "Retype the address in plain letters.")


@lru_cache(maxsize=100_000)
def may_hold_address(line: str) -> bool:
    """Return whether a line could contain a web address, a telephone number or the name of a social media account. The result is
    cached for the live preview, which checks every line after each change.
    """
    return bool(ADDRESS_SIGN.search(line) or PHONE.search(line))


@lru_cache(maxsize=100_000)
def read(line: str, prose: bool) -> tuple[tuple[Fault, ...], tuple[Address, ...]]:
    """Return the faults in a line that do not depend on the list of allowed hosts, and all web addresses in the line. The result
    is cached for the live preview, which checks every line after each change.
    """
    found: dict[Fault, None] = {}
    hosts: dict[str, Address] = {}
    for reading in sorted(readings(line)):
        found |= dict.fromkeys(schemes(reading))
        for address in addresses(reading, prose):
            hosts.setdefault(address.authority, address)
    return tuple(found), tuple(hosts.values())


def faults(line: str, allowed: Mapping[str, Host], prose: bool, local: bool = False) -> list[Fault]:
    """Return the faults in a line's web addresses, without duplicates."""
    if not may_hold_address(line):
        return []
    kinds, places = read(line, prose)
    hosts = (fault(address, allowed, local) for address in places)
    return list(dict.fromkeys((*kinds, *(why for why in hosts if why))))


def handles(line: str) -> Iterator[Fault]:
    """Yield a fault for each social media account that a line mentions."""
    for match in HANDLE.finditer(line):
        if not KEY.fullmatch(match[0]):
            yield (f'"{match[0]}" is the name of an account on a social network.',
                   "Remove it: this site names no accounts. To cite a source, write [@key].")


@page_rule
def page_hosts(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not contain web addresses, plain or disguised. A page may name only sites on the list of allowed sites."""
    for number, line in ((number, line) for number, line in enumerate(page.raw, 1) if may_hold_address(line)):
        found = [*faults(line, site.dataset.hosts, prose=True), *calls(line), *handles(line)]
        if not found and (match := WEB.search(line)):
            found = [(f'"{match[0]}" is an address in the text of a page.', f"{CITE} Addresses of sources belong in docs/data.")]
        for what, instead in found:
            yield page.problem(number, what, instead, "hosts")


@site_rule
def file_hosts(site: Site) -> Iterable[Problem]:
    """Data, drawings, styles, scripts, templates and settings must not contain web addresses, except those of allowed sites."""
    for path, lines in site.texts.items():
        if path.name == Path(LIST).name:
            continue
        # skip a drawing that a program such as Inkscape saved, because checks/figures.py rejects the whole file
        if path.parent == site.edition.figures and FOREIGN.search("\n".join(lines)):
            continue
        local = not path.is_relative_to(site.docs) and path.suffix != ".css"
        prose = path.suffix in PROSE and not local
        for number, line in ((number, line) for number, line in enumerate(lines, 1) if may_hold_address(line)):
            found = faults(line, site.dataset.hosts, prose, local)
            if prose and path.name != NUMBERS:
                found += calls(line)
            for what, instead in found:
                advice = FORK if instead == CITE and path == site.edition.config else instead
                yield Problem(path, number, what, advice, "hosts")


FORK = "Restore the address. A fork sets its own in the environment, as REPO_URL and SITE_URL (see README.md)."


@page_rule
def short_numbers(page: Page, site: Site) -> Iterable[Problem]:
    """A page must not contain telephone numbers, not even short numbers or numbers in words, because a wrong number could harm
    readers.
    """
    pattern = site.words.pattern("number_to_call")
    for number, line in enumerate(page.raw, 1):
        if match := pattern.search(line):
            yield page.problem(number, f'"{match[0]}" is a telephone number.', ONLY_THERE, "hosts")


@site_rule
def short_numbers_in_data(site: Site) -> Iterable[Problem]:
    """Data files must not contain any telephone number that is not in helplines.yml."""
    pattern = site.noted.pattern("number_to_call")
    known = {number for row in site.dataset.helplines for numbers in row.numbers.values() for number in numbers}
    for path, lines in site.texts.items():
        if path.parent == site.dataset.folder and path.name != NUMBERS:
            for number, line in enumerate(lines, 1):
                if (match := pattern.search(line)) and re.sub(r"\D", "", match[0]) not in known:
                    yield Problem(path, number, f'"{match[0]}" is a telephone number.', ONLY_THERE, "hosts")


@site_rule
def list_of_hosts(site: Site) -> Iterable[Problem]:
    """Every site on the list of allowed sites must be in use. A listed site must not be a link shortener or resemble
    another listed site, and must not have been added on a date in the future.
    """
    path = site.dataset.folder / Path(LIST).name
    everything = "\n".join("\n".join(lines) for file, lines in site.texts.items() if file != path).lower()
    linked = {urlsplit(reference.link).hostname for reference in site.dataset.references.values()}
    whys: defaultdict[str, str] = defaultdict(str)
    for row in site.dataset.hosts.values():
        whys[owned(row.host)[1]] += f" {row.why}"
    for row in site.dataset.hosts.values():
        if row.host in SHORTENERS:
            yield Problem(path, row.line, f'"{row.host}" is a link shortener, which hides where a link goes.', LEAVE, "hosts")
        if near := next((known for known in site.dataset.hosts if borrows(row.host, known)), ""):
            _, domain = owned(near)
            if not any(f"not {end}" in why for end, why in ((domain, row.why), (owned(row.host)[1], whys[domain]))):
                yield Problem(path, row.line, f'"{row.host}" could be mistaken for "{near}", but is a different site.',
                              'Remove this row. Or, if the site is needed, say in the field "why" who runs it, followed by the '
                              f'words "not {domain}".', "hosts")
        if row.host not in linked and row.host not in everything and not site.dataset.problems:
            yield Problem(path, row.line, f'Nothing uses "{row.host}" yet.',
                          "Use the site in a source or a data file, or remove this row.",
                          "hosts", warning=True)
        if site.dates and site.edition.future(row.added):
            yield Problem(path, row.line, f'The date in the field "added" is in the future ({row.added}).',
                          "Write the date on which the site was added.", "dates")
