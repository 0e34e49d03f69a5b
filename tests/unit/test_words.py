"""Tests that templates, scripts and Python files contain no text for readers. Such text belongs in evidence/words/."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from evidence.checks import language
from evidence.checks.rules import Site
from evidence.checks.source import Page
from evidence.markdown.rendering import fill
from evidence.model.claims import Certainty
from evidence.model.problems import EvidenceError
from evidence.words import load_part, load_words
from tests import EDITION, ROOT, WORDS

ENGLISH = ROOT / "evidence" / "words" / "en"
TEMPLATES = ROOT / "evidence" / "markdown" / "templates"
OVERRIDES = ROOT / "overrides"
SCRIPTS = ROOT / "docs" / "assets" / "javascripts"

GENERATED = {"strip.html", "words.html", "policy.html", "first-script.html", "first-styles.html", "search-words.js"}
"""Files that `python -m evidence frame` generates from the words, the styles and the data."""

NAMES = {"doi", "PMID", "CSV", "YAML"}
"""Names of registers and formats that are the same in every language."""

VALUES = {"no studies", "not stated", "not shown", "one text", "partly",
          '"No matching documents"', '"1 matching document"', '"# matching documents"'}
"""Values from data files, which templates compare with but never print; and the theme's words for search results, which our
templates replace."""

EMPTY = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(style|script)\b.*?</\1>", re.DOTALL)
SHOWN = re.compile(r'\b(?:aria-label|alt|title|placeholder|data-label|data-said|label)="([^"{]*)')
QUOTED = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'')


def said_in_template(text: str) -> list[str]:
    """Return the words in a template that readers would see or hear: in text, in HTML attributes, or in strings in template tags.
    """
    marks = "".join(re.findall(r"\{%.*?%\}|\{\{.*?\}\}", re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL), re.DOTALL))
    held = [one or two for one, two in QUOTED.findall(marks)]
    rest = EMPTY.sub(" ", text)
    outside = re.findall(r"[A-Za-z’]{3,}", re.sub(r"<[^>]*>|\[![\w-]+\]", " ", rest))
    return [*(word for word in outside if word not in NAMES),
            *(given for given in SHOWN.findall(rest) if re.search(r"[A-Za-z]{3}", given)),
            *(given for given in held if given not in VALUES and "<" not in given
              and re.search(r"[a-z]{2,} [a-z]{2,}|^[A-Z][a-z]{3,}", given))]


def said_in_script(text: str) -> list[str]:
    """Return the strings in a JavaScript file that look like text for readers: one capitalised word, or several words. Selectors
    and class names are left out.
    """
    text = re.sub(r"/\*.*?\*/|(?<![:\w])//[^\n]*", "", text, flags=re.DOTALL)
    held = re.findall(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', text)
    found = [re.sub(r"\$\{[^}]*\}", "…", one or two) for one, two in held]
    return [given for given in found if given not in NO_WORDS and not re.search(r"[.#\[<>{}=_/]", given.rstrip(".?!:"))
            and re.search(r"^[A-Z][a-z]+( |$|\W)|[a-z]{2,} [a-z]{2,}|… [a-z]{3,}|[a-z]{3,} …", given)]


NO_WORDS = {
    "DOMContentLoaded": "an event", "Escape": "a key",
    "use strict": "JavaScript's own",
    "course__line course__line--…": "classes", "0 0 … …": "a box", "0 0 28 10": "a box",
    "alternate alternate": "a kind of link",
}
"""Strings that look like words for readers but are not, each with what it is."""


def names(folder: Path, ending: str) -> list[Path]:
    return [path for path in sorted(folder.rglob(f"*{ending}")) if path.name not in GENERATED]


@pytest.mark.parametrize(("text", "found"), [
    ('<p>{{ words.x }}</p>', []), ("<p>Hello there</p>", ["Hello", "there"]), ('<p aria-label="Sources">', ["Sources"]),
    ('{{ "at mixed times" if x else y }}', ["at mixed times"]), ('{% set can = {"no": "Ask first"} %}', ["Ask first"]),
    ('<p class="box box--note" data-do="next">', []), ('{# A comment. #}<p>{{ m.key("open", words.x) }}</p>', []),
])
def test_words_in_a_template_are_found(text: str, found: list[str]):
    assert said_in_template(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ('say("Copied.")', ["Copied."]), ('say(words.copied)', []), ('say(`${n} of ${m} claims`)', ["… of … claims"]),
    ('x.querySelector(".a .b")', []), ('button("Undo", act)', ["Undo"]), ('// "Undo" it\n/* "Say so." */', []),
    ('el("p", { className: "tool__said" })', []),
])
def test_words_in_a_script_are_found(text: str, found: list[str]):
    assert said_in_script(text) == found


def test_no_word_for_readers_stands_in_a_template():
    found = {path.name: said for path in (*names(TEMPLATES, ".html"), *names(OVERRIDES, ".html"))
             if (said := said_in_template(path.read_text(encoding="utf-8")))}
    assert found == {}


def test_no_word_for_readers_stands_in_a_script():
    found = {path.name: said for path in names(SCRIPTS, ".js") if (said := said_in_script(path.read_text(encoding="utf-8")))}
    assert found == {}
    assert "en-GB" not in "".join(path.read_text(encoding="utf-8") for path in names(SCRIPTS, ".js"))


def test_a_text_without_its_value_stops_the_build():
    with pytest.raises(KeyError, match="day"):
        fill("Checked {day}", date="today")


def test_marks_in_a_value_stay_marks_and_marks_in_a_text_do_not():
    assert fill("a < b {mark} {text}", mark=Markup("<b/>"), text="<i>") == "a &lt; b <b/> &lt;i&gt;"


@pytest.mark.parametrize(("count", "said"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources")])
def test_a_language_has_its_plurals(count: int, said: str):
    assert WORDS.plural(WORDS["sources"]["count"], count).format(count=count) == said


def test_a_language_that_is_not_there_is_named():
    with pytest.raises(EvidenceError, match='no folder for the language "xx"'):
        load_words(replace(EDITION, language="xx", words=ENGLISH.with_name("xx")))


def test_a_broken_file_is_named_with_its_line(tmp_path: Path):
    path = tmp_path / "en" / "frame.yml"
    path.parent.mkdir()
    path.write_text("a: b\na: c\n", encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"frame\.yml:2: .*\"a\" twice"):
        load_part(path)


def test_a_part_stands_in_one_file(tmp_path: Path):
    for name in ("a", "b"):
        path = tmp_path / "en" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("strip: Text\n", encoding="utf-8")
    with pytest.raises(EvidenceError, match='Another file already contains a part called "strip"'):
        load_words(replace(EDITION, words=tmp_path / "en"))


OPTIONS = re.compile(r"^(folder of the data|whether the pages are for)")
"""Matches the descriptions of our Markdown extension's options."""

FOR_AUTHORS = {"Field", "Problem", "EvidenceError", "compile"}
"""Functions and classes whose strings are for authors, not for readers."""


def said_in_python(path: Path) -> list[str]:
    """Return the strings in a Python file that have three or more words, except docstrings and messages for authors."""
    tree = ast.parse(path.read_text(encoding="utf-8"))

    def for_authors(node: ast.AST) -> bool:
        if isinstance(node, ast.Call):
            return getattr(node.func, "id", getattr(node.func, "attr", "")) in FOR_AUTHORS
        return isinstance(node, (ast.Yield, ast.Raise)) or getattr(node, "name", "") == "unknown"

    quiet = {id(node) for parent in ast.walk(tree) if for_authors(parent) for node in ast.walk(parent)}
    quiet |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [f"{path.name}:{node.lineno} {node.value}" for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet
            and re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", node.value) and "<" not in node.value
            and not OPTIONS.search(node.value)]


def test_no_sentence_for_readers_stands_in_what_draws_pages():
    files = [path for room in ("markdown", "exports") for path in sorted((ROOT / "evidence" / room).glob("*.py"))]
    assert [said for path in files for said in said_in_python(path)
            if not said.endswith("counts.csv or scans.csv")] == []


NO_LANGUAGE = {
    "assets.py": "names of code and of styles",
    "charts.py": "values of a data file",
    "file_names.py": "names that Windows reserves",
    "hosts.py": "parts of addresses",
    "html_tree.py": "names of characters",
    "source.py": "names of our blocks",
}
"""Files whose patterns match words that are the same in every language, each with what they match."""


def words_in_patterns(text: str) -> list[str]:
    """Return the regular expressions in Python code that list three or more words as alternatives. Such words differ from
    language to language, so they belong in evidence/words/.
    """
    tree = ast.parse(text)
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [node.value for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet and "|" in node.value
            and len(re.findall(r"(?<![\\\w])[a-z]{3,}(?=[|)?])", node.value)) > 2]


@pytest.mark.parametrize(("text", "count"), [
    (r'A = re.compile(r"\b(may|might|could)\b")', 1), (r'A = r"[*_]|\d+|\w+"', 0), ('"""Either a|bit|like|this."""', 0)])
def test_words_in_a_pattern_are_found(text: str, count: int):
    assert len(words_in_patterns(text)) == count


def test_no_rule_holds_the_words_of_a_language():
    rooms = ("model", "markdown", "checks", "exports")
    files = [path for room in rooms for path in sorted((ROOT / "evidence" / room).rglob("*.py"))]
    found = {path.name: words for path in files if (words := words_in_patterns(path.read_text(encoding="utf-8")))}
    assert found.keys() == NO_LANGUAGE.keys(), {name: words for name, words in found.items() if name not in NO_LANGUAGE}


@pytest.mark.parametrize(("body", "count"), [
    ('Choose "Edit this page" at the end.', 0), ('Choose "Improve this page" at the end.', 1), ("Tap “Print everything now”.", 1),
    ('If there is a red cross, choose "Details".', 0), ('People say "Improve this page".', 0),
])
def test_a_page_quotes_a_button_as_it_is(dataset, tmp_path, body, count):
    path = tmp_path / "page.md"
    path.write_text(f"# A page\n\n{body}\n", encoding="utf-8")
    found = list(language.buttons_are_called_what_they_say(Page.read(path, tmp_path), Site(EDITION, dataset)))
    assert len(found) == count


def test_a_new_word_of_certainty_is_missed_in_the_table_for_readers_and_in_the_style_guide(monkeypatch):
    site = Site.of(EDITION)
    assert list(language.readers_know_the_words_of_certainty(site)) == []
    rule = next(line for line in (ROOT / "STYLE.md").read_text(encoding="utf-8").splitlines() if line.startswith("- **S15**"))
    for grade, hedge in WORDS.hedges.items():
        assert f"{grade.value} = " in rule
        assert hedge.say in rule, f"S15 does not say {hedge.say}"
        assert hedge.claim.search(hedge.say)
        assert hedge.prose.search(hedge.say)
    low = {**site.words.hedges, Certainty.LOW: replace(site.words.hedges[Certainty.LOW], say="might")}
    monkeypatch.setattr(site.words, "hedges", low)
    [problem] = language.readers_know_the_words_of_certainty(site)
    assert 'does not give the word "might" for the grade "low"' in problem.what
