"""Stylesheets in, stylesheets out; pages in, policies out."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.delivery import stylesheet
from evidence.delivery.deliver import EAGER, UnexpectedThemeError, lazy_search
from evidence.delivery.names import Names, first_screen, in_theme_script
from evidence.delivery.policy import digest, inline, policy
from evidence.delivery.stylesheet import trimmed, write


def names(html: str = "", script: str = "") -> Names:
    found = Names()
    found.read(html)
    found.add_script(script)
    return found


PAGE = '<p class="a b" data-kind="x" id="top"><a href="#">on</a></p>'


@pytest.mark.parametrize(("rule", "kept"), [
    (".a{top:0}", ".a{top:0}"),
    (".c{top:0}", ""),
    (".a,.c{top:0}", ".a{top:0}"),
    (".a .c{top:0}", ""),
    ("p>a:hover{top:0}", "p>a:hover{top:0}"),
    ("table{top:0}", ""),
    ("#top{top:0}", "#top{top:0}"),
    ("#end{top:0}", ""),
    ('[data-kind="x"]{top:0}', '[data-kind="x"]{top:0}'),
    ("[data-kind=y]{top:0}", ""),
    ("[data-kind^=y]{top:0}", "[data-kind^=y]{top:0}"),
    ("[data-none]{top:0}", ""),
    (":is(.c,.b) a{top:0}", ":is(.c,.b) a{top:0}"),
    (":is(.c,.d) a{top:0}", ""),
    ("p:not(.c){top:0}", "p:not(.c){top:0}"),
    ("p:has(.c){top:0}", ""),
    ("@media print{.c{top:0}}", ""),
    ("@media print{.a{top:0}}", "@media print{.a{top:0}}"),
    ("@page{margin:0}", "@page {margin:0}"),
    (".a{color:red!important}", ".a{color:red!important}"),
    (".a{--x:1}", ""),
    (".a{--x:1;top:var(--x)}", ".a{--x:1;top:var(--x)}"),
    (".a{--x:1;--y:var(--x)}", ""),
    ("@keyframes m{to{top:0}}", ""),
    ("@keyframes m{to{top:0}}.a{animation:m 1s}", "@keyframes m{to{top:0}}.a{animation:m 1s}"),
])
def test_a_rule_stays_if_a_page_can_use_it(rule: str, kept: str):
    assert write(trimmed(rule, names(PAGE))) == kept


def test_names_of_scripts_count_and_their_attributes_may_have_any_value():
    found = names(PAGE, 'e.classList.add("is-on"); e.dataset.lastState = value')
    css = ".is-on{top:0}[data-last-state=done]{top:0}.is-off{top:0}"
    assert write(trimmed(css, found)) == ".is-on{top:0}[data-last-state=done]{top:0}"


@pytest.mark.parametrize("found", [names(PAGE, 'e.style.getPropertyValue("--x")'), names(PAGE + '<path fill="var(--x)">')])
def test_properties_that_a_script_or_a_page_asks_for_stay(found: Names):
    assert write(trimmed(".a{--x:1;--y:1}", found)) == ".a{--x:1}"


def test_of_the_theme_s_script_only_its_own_names_count():
    assert {"md-top", "md-consent__x", "word"} & in_theme_script('"md-top" "md-consent__x" "word"') == {"md-top"}


NARROW = "@media screen and (max-width:76.234375em)"


@pytest.mark.parametrize(("css", "left"), [
    (".a{top:0}", ".a{top:0}"),
    (".a:hover,.b{top:0}", ".b{top:0}"),
    (".a:focus-within,.c{top:0}", ""),
    ("@media print{.a{top:0}}", ""),
    ("@media (min-width:60em){.a{top:0}}", "@media (min-width:60em){.a{top:0}}"),
    ("[data-md-toggle=search]:checked~.a{top:0}", ""),
    ("[data-md-toggle=search]:not(:checked)~.a{top:0}", "[data-md-toggle=search]:not(:checked)~.a{top:0}"),
    ("@page{margin:0}", ""),
    (".md-search-result .a{top:0}", ""),
    (".md-nav{top:0}", ".md-nav{top:0}"),
    (NARROW + "{.md-nav{top:0}}", ""),
    (NARROW + "{.a{top:0}}", NARROW + "{.a{top:0}}"),
])
def test_the_first_screen_needs_no_state_no_paper_and_nothing_closed(css: str, left: str):
    html = PAGE + '<input data-md-toggle="search"><nav class="md-nav"></nav><div class="md-search-result"></div>'
    assert write(stylesheet.first_screen(trimmed(css, names(html)), names(html))) == left


LONG = "x" * 2500


@pytest.mark.parametrize(("page", "over"), [
    (f"<article><h2>One</h2><p>{LONG}</p>\n<h2>Two</h2><p>y</p></article>", "<h2>Two"),
    (f"<article><p>{LONG}</p><section><h2>First in a box</h2><p>y</p></section><h2>Two</h2></article>", "<h2>Two"),
    (f"<article><div>{LONG}</div>\n<div class='entry'>y</div></article>", "<div class='entry'>"),
    (f"<article><article><p>{LONG}</p></article></article>\n<footer>", "</article>\n<footer>"),
    ("<article><p>x</p><h2>Two</h2></article><footer>", "</article><footer>"),
])
def test_the_first_screen_is_over_at_the_end_of_a_section(page: str, over: str):
    assert page[first_screen(page):].startswith(over)


def test_a_policy_names_each_script_and_style_once_and_no_data():
    html = '<script>a()</script><script type="application/ld+json">{}</script><script src="x.js"></script><style>b{}</style>'
    rule = policy([*inline(html), *inline(html)])
    assert rule.startswith("default-src 'none'")
    assert rule.count("sha256-") == 2
    assert digest("a()") in rule
    assert digest("b{}") in rule


def test_a_theme_script_of_another_version_is_refused(tmp_path: Path):
    bundle = tmp_path / "bundle.1.js"
    bundle.write_text(f"f({EAGER}g())")
    lazy_search(bundle)
    assert bundle.read_text() == "f($(!1),g())"
    with pytest.raises(UnexpectedThemeError, match=r"bundle\.1\.js: 0 times .* mend deliver\.py"):
        lazy_search(bundle)
