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

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from evidence.delivery.names import Names

ANY_OF = ("is", "where", "has", "-webkit-any", "-moz-any", "host", "host-context", "slotted")
STATES = {"hover", "focus", "focus-visible", "focus-within", "active", "target", "target-within", "placeholder-shown"}
"""Nothing is in these states before somebody touches the page."""
USED = re.compile(r"var\(\s*(--[\w-]+)")
ANIMATED = re.compile(r"[\w-]+")

Test = Callable[[Sequence[Node]], bool]


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


def attribute_possible(block: Sequence[Node], names: Names) -> bool:
    """Whether some element has this attribute; where the selector names a whole value, whether one has that value."""
    idents = [token for token in block if token.type == "ident"]
    if not idents:
        return True
    name = idents[0].lower_value
    if name not in names.attributes:
        return False
    if not any(token == "=" for token in block):
        return True
    values = [token.value for token in block if token.type == "string"] or [token.value for token in idents[1:2]]
    return not values or (name, values[0]) in names.values


def possible(selector: Sequence[Node], names: Names) -> bool:
    """Whether one selector could find an element."""
    before: object = None
    for token in selector:
        if token.type == "ident":
            if before == ".":
                found = token.value in names.classes
            else:
                found = before == ":" or token.lower_value in names.tags
        elif token.type == "hash":
            found = token.value in names.ids
        elif token.type == "[] block":
            found = attribute_possible(token.content, names)
        elif token.type == "function" and token.lower_name in ANY_OF:
            found = any(possible(part, names) for part in split(token.arguments))
        else:
            found = True
        if not found:
            return False
        before = token
    return True


def at_rest(selector: Sequence[Node]) -> bool:
    """Whether the selector can match before anybody touches the page."""
    before: object = None
    for token in selector:
        if before == ":" and token.type == "ident" and token.lower_value in STATES:
            return False
        before = token
    return True


def _text(nodes: Iterable[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize([node for node in nodes if node.type != "comment"])).strip()


def _declarations(rule: QualifiedRule, wanted: Callable[[str], bool]) -> str:
    """The body of a rule. One that nests rules in it is kept whole."""
    content = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    if not all(isinstance(node, Declaration) for node in content):
        return _text(rule.content)
    kept = [node for node in content if not node.name.startswith("--") or wanted(node.name)]
    return ";".join(f"{node.name}:{_text(node.value)}{'!important' if node.important else ''}" for node in kept)


def _rules(rules: Iterable[Node], keep: Test, wanted: Callable[[str], bool], screen_only: bool) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [_text(part) for part in split(rule.prelude) if keep(part)]
            body = _declarations(rule, wanted) if selectors else ""
            if body:
                yield f"{','.join(selectors)}{{{body}}}"
        elif isinstance(rule, AtRule):
            prelude = _text(rule.prelude)
            if rule.lower_at_keyword in ("media", "supports", "layer", "container") and rule.content is not None:
                if screen_only and re.fullmatch(r"print|\(forced-colors.*", prelude):
                    continue
                inner = "".join(_rules(tinycss2.parse_rule_list(rule.content, True, True), keep, wanted, screen_only))
                if inner:
                    yield f"@{rule.lower_at_keyword} {prelude}{{{inner}}}"
            elif rule.lower_at_keyword == "page" and screen_only:
                continue
            elif rule.lower_at_keyword != "charset":
                body = f"{{{_text(rule.content)}}}" if rule.content is not None else ";"
                yield f"@{rule.lower_at_keyword} {prelude}{body}"


def _settled(css: str, keep: Test, also_used: frozenset[str], screen_only: bool) -> str:
    """Trims until nothing more goes: a property may be used only by another that nobody uses."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    text = "".join(_rules(rules, keep, lambda _: True, screen_only))
    while True:
        used = also_used | set(USED.findall(text))
        rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        smaller = "".join(_rules(rules, lambda _: True, used.__contains__, screen_only))
        if len(smaller) == len(text):
            return _animated(smaller)
        text = smaller


def _animated(css: str) -> str:
    """Drops the @keyframes that no rule plays."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    frames = {_text(rule.prelude): rule for rule in rules if isinstance(rule, AtRule) and "keyframes" in rule.lower_at_keyword}
    rest = tinycss2.serialize([rule for rule in rules if rule not in frames.values()])
    played = set(ANIMATED.findall(" ".join(re.findall(r"animation(?:-name)?:([^;}]*)", rest))))
    return tinycss2.serialize([rule for rule in rules if rule not in frames.values() or _text(rule.prelude) in played])


def trimmed(css: str, names: Names, used: Iterable[str] = ()) -> str:
    """The stylesheet without what no page can use. `used`: custom properties that pages or scripts ask for."""
    return _settled(css, lambda selector: possible(selector, names), frozenset(used), screen_only=False)


def critical(css: str, names: Names) -> str:
    """The part of a trimmed stylesheet that the first view needs before anybody touches or prints it.

    It goes into the page, ahead of the whole sheet. As the whole sheet holds every one of its rules again
    in its place, the two together always give what the whole sheet gives alone.
    """
    return _settled(css, lambda selector: at_rest(selector) and possible(selector, names), frozenset(), screen_only=True)
