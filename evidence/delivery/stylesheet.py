"""Stylesheets in, one stylesheet out: without the rules that no page can use.

Read with tinycss2, which is WeasyPrint's own parser. A rule stays if each class, id, tag and attribute
that its selector asks for has a name on some page or in some script; what we cannot judge stays. Then
custom properties that nobody asks for go, such as Material's icons for boxes that we do not have.
All sheets are treated as one, since custom properties cross them. tests/site/test_delivery.py compares
pages with and without the trim, pixel by pixel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from evidence.delivery.names import ASKED, Names

ANY_OF = ("is", "where", "has", "-webkit-any", "-moz-any", "host", "host-context", "slotted")
STATES = {"hover", "focus", "focus-visible", "focus-within", "active", "target", "target-within", "placeholder-shown"}
"""Nothing is in these states before somebody touches the page."""
GROUPS = ("media", "supports", "layer", "container")
UNSEEN = re.compile(r"\.(?:md-search__(?:output|scrollwrap|suggest)|md-search-result|search-way-on|md-dialog|md-top)")
"""Parts that nobody sees before a touch: what the search finds, messages, the way to the top."""
MENU = re.compile(r"\.md-nav")
NARROW = "max-width:76.234375em"
"""Under this width the menu is closed until a touch; above it stands beside the page."""
ANIMATION = re.compile(r"(?:^|;)animation(?:-name)?:([^;]*)")
WORD = re.compile(r"[\w-]+")


Need = tuple[str, object]
"""What a selector asks for: ("class", name), ("tag", name), ("id", name), ("attribute", (name, value or None)), or
("any", one tuple of needs for each alternative)."""


@dataclass(frozen=True)
class Selector:
    """One selector of a rule: what it asks for, whether it can match before a touch, and its text to write."""

    needs: tuple[Need, ...]
    at_rest: bool
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule with its declarations as (name, "name:value"). One that nests others in it is a single nameless text."""

    selectors: tuple[Selector, ...]
    declarations: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Group:
    """Rules under a condition, as `@media print`."""

    head: str
    condition: str
    rules: tuple[Rule | Group | Other, ...]


@dataclass(frozen=True)
class Other:
    """Any other at-rule, as written: @keyframes, @page."""

    keyword: str
    name: str
    text: str


Sheet = tuple[Rule | Group | Other, ...]


def split(tokens: Iterable[Node]) -> Iterator[list[Node]]:
    """The parts of a list of selectors."""
    part: list[Node] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def text_of(nodes: Iterable[Node]) -> str:
    """Tokens as text, without comments and with single spaces."""
    return re.sub(r"\s+", " ", tinycss2.serialize([node for node in nodes if node.type != "comment"])).strip()


def _declarations(rule: QualifiedRule) -> tuple[tuple[str, str], ...]:
    content = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    if not all(isinstance(node, Declaration) for node in content):
        return (("", text_of(rule.content)),)
    return tuple((node.name, f"{node.name}:{text_of(node.value)}{'!important' if node.important else ''}") for node in content)


def _read(rules: Iterable[Node], names: Names) -> Iterator[Rule | Group | Other]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = tuple(one for one in map(_selector, split(rule.prelude)) if possible(one.needs, names))
            if selectors:
                yield Rule(selectors, _declarations(rule))
        elif isinstance(rule, AtRule):
            keyword, prelude = rule.lower_at_keyword, text_of(rule.prelude)
            if keyword in GROUPS and rule.content is not None:
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                yield Group(f"@{keyword} {prelude}", prelude, tuple(_read(inner, names)))
            elif keyword != "charset":
                body = f"{{{text_of(rule.content)}}}" if rule.content is not None else ";"
                yield Other(keyword, prelude, f"@{keyword} {prelude}{body}")


def write(sheet: Sheet) -> str:
    """Rules as a stylesheet."""
    parts = []
    for rule in sheet:
        if isinstance(rule, Rule):
            parts.append(f"{','.join(one.text for one in rule.selectors)}{{{';'.join(text for _, text in rule.declarations)}}}")
        else:
            parts.append(rule.text if isinstance(rule, Other) else f"{rule.head}{{{write(rule.rules)}}}")
    return "".join(parts)


def _filtered(sheet: Sheet, keep: Callable[[Rule | Group | Other], Rule | Group | Other | None]) -> Sheet:
    """What `keep` leaves of each rule, without the rules and groups that have become empty."""
    left = []
    for rule in sheet:
        kept = keep(rule)
        if isinstance(kept, Group):
            kept = replace(kept, rules=_filtered(kept.rules, keep))
        if isinstance(kept, Rule) and not (kept.selectors and kept.declarations):
            kept = None
        if kept and not (isinstance(kept, Group) and not kept.rules):
            left.append(kept)
    return tuple(left)


@lru_cache(maxsize=10_000)
def _asked(text: str) -> tuple[str, ...]:
    """The custom properties that a text asks for. Kept, since every group of pages asks again."""
    return tuple(ASKED.findall(text))


def _texts(sheet: Sheet) -> Iterator[str]:
    for rule in sheet:
        if isinstance(rule, Rule):
            yield from (text for _, text in rule.declarations)
        elif isinstance(rule, Group):
            yield from _texts(rule.rules)
        else:
            yield rule.text


def _attribute(block: Sequence[Node]) -> Need | None:
    """What an attribute in brackets asks for. Only a whole value is judged: for `^=` and its kin, any will do."""
    idents = [token for token in block if token.type == "ident"]
    if not idents:
        return None
    values = [token.value for token in block if token.type == "string"] or [token.value for token in idents[1:2]]
    whole = values and any(token == "=" for token in block)
    return "attribute", (idents[0].lower_value, values[0] if whole else None)


def _needs(selector: Sequence[Node]) -> Iterator[Need]:
    """What a selector asks for. What we cannot judge asks for nothing."""
    before: object = None
    for token in selector:
        if token.type == "ident" and before == ".":
            yield "class", token.value
        elif token.type == "ident" and before != ":":
            yield "tag", token.lower_value
        elif token.type == "hash":
            yield "id", token.value
        elif token.type == "[] block":
            if need := _attribute(token.content):
                yield need
        elif token.type == "function" and token.lower_name in ANY_OF:
            yield "any", tuple(tuple(_needs(part)) for part in split(token.arguments))
        before = token


def _at_rest(selector: Sequence[Node], text: str) -> bool:
    """Whether it can match what is seen before a touch: nothing is hovered over, switched on or opened."""
    before: object = None
    switch = False
    for token in selector:
        if before == ":" and token.type == "ident":
            if token.lower_value in STATES or (switch and token.lower_value == "checked"):
                return False
        elif token.type == "[] block":
            switch = "data-md-toggle" in tinycss2.serialize(token.content)
        before = token
    return not UNSEEN.search(text)


def _selector(tokens: Sequence[Node]) -> Selector:
    text = text_of(tokens)
    return Selector(tuple(_needs(tokens)), _at_rest(tokens, text), text)


def possible(needs: Iterable[Need], names: Names) -> bool:
    """Whether a selector that asks for all this could find an element."""
    for kind, asked in needs:
        if kind == "any":
            found = any(possible(part, names) for part in asked)
        elif kind == "attribute":
            name, value = asked
            found = name in names.scripted or (name in names.attributes if value is None else asked in names.values)
        else:
            found = asked in {"class": names.classes, "tag": names.tags, "id": names.ids}[kind]
        if not found:
            return False
    return True


def _without_unused(sheet: Sheet, also_used: set[str]) -> Sheet:
    """Drops custom properties that nobody asks for, until all are asked for, and @keyframes that no rule plays."""
    def asked_for(rule: Rule | Group | Other) -> Rule | Group | Other:
        if not isinstance(rule, Rule):
            return rule
        return replace(rule, declarations=tuple((name, text) for name, text in rule.declarations
                                                if not name.startswith("--") or name in used))

    before = -1
    while before != (size := sum(1 for _ in _texts(sheet))):
        before = size
        used = also_used | {name for text in _texts(sheet) for name in _asked(text)}
        sheet = _filtered(sheet, asked_for)
    played = {word for text in _texts(sheet) for animation in ANIMATION.findall(text) for word in WORD.findall(animation)}
    return _filtered(sheet, lambda rule: None if isinstance(rule, Other) and "keyframes" in rule.keyword
                     and rule.name not in played else rule)


def trimmed(css: str, names: Names) -> Sheet:
    """A stylesheet without what no page can use."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return _without_unused(tuple(_read(rules, names)), names.properties)


def first_screen(sheet: Sheet, names: Names) -> Sheet:
    """The part of a trimmed stylesheet that the first screen of some pages needs before anybody touches or prints it.

    It goes into these pages, ahead of the whole sheet. As the whole sheet holds every one of its rules again
    in its place, the two together always give what the whole sheet gives alone.
    """
    def rules(part: Sheet, closed: bool = False) -> Iterator[Rule | Group | Other]:
        for rule in part:
            if isinstance(rule, Rule):
                yield replace(rule, selectors=tuple(one for one in rule.selectors if one.at_rest and possible(one.needs, names)
                                                    and not (closed and MENU.search(one.text))))
            elif isinstance(rule, Group) and rule.condition != "print":
                yield replace(rule, rules=tuple(rules(rule.rules, NARROW in rule.condition.replace(" ", ""))))
            elif isinstance(rule, Other) and rule.keyword != "page":
                yield rule

    return _without_unused(tuple(rules(sheet)), names.properties)
