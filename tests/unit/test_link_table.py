"""Tests that the table of links shows every link that a change adds, even a link in running text. Also tests that no link can
break the table.
"""

import pytest

from scripts.link_table import BUDGET_OUTSIDE, Link, code, compare, links_in, main, over_budget, remarks, table


def targets(text, file="docs/page.md"):
    return [link.target for link in links_in(text, file)]


@pytest.mark.parametrize(("text", "found"), [
    ("Read [who should\nask](../massage/safety.md#first).", ["../massage/safety.md#first"]),
    ("See [a](<one.md> 'title') and ![b](two.svg).", ["one.md", "two.svg"]),
    ("[wiki](https://en.wikipedia.org/wiki/Pain_(sense)).", ["https://en.wikipedia.org/wiki/Pain_(sense)"]),
    ("Bare https://example.net/a. And (https://example.net/b).", ["https://example.net/a", "https://example.net/b"]),
    ("<https://example.net/x>", ["https://example.net/x"]),
    ("www.example.net", ["www.example.net"]),
    ("[x]: https://example.net/ref", ["https://example.net/ref"]),
    ('<a href="javascript:alert(1)">x</a>', ["javascript:alert(1)"]),
    ("[x](&#104;ttps://example.net)", ["https://example.net"]),
    ("[top](#top) stays on the page; [@key] is a source; \\[no](x.md) is none", []),
    ("[nested [words]](one.md)", ["one.md"]),
])
def test_links_are_found(text, found):
    assert targets(text) == found


def test_link_knows_its_words_and_line():
    assert links_in("One.\n\nTwo [blood\nthinners](m.md).", "a.md") == [Link("a.md", "blood thinners", "m.md", 3)]
    assert links_in("One.\n\nTwo [blood\nthinners](m.md).", "a.md")[0].line == 3


def test_identifiers_of_sources_are_links():
    text = '@article{one2020,\n  doi = {10.1000/xyz},\n  pmid = "12",\n  url = {https://example.net/},\n}\n'
    assert [(link.words, link.target) for link in links_in(text, "docs/data/references.bib")] == [
        ("one2020", "https://doi.org/10.1000/xyz"), ("one2020", "https://pubmed.ncbi.nlm.nih.gov/12"),
        ("one2020", "https://example.net/")]


def test_data_rows_name_their_links():
    assert links_in("- id: uk\n  url: https://example.net/\n", "registers.yml")[0].words == "uk"


def change(before, after, file="docs/a.md"):
    return [(row.what, row.link.target) for row in compare(links_in(before, file), links_in(after, file))]


def test_added_removed_changed_and_moved():
    assert change("[a](x.md)", "[a](x.md)\n\n[b](y.md)") == [("added", "y.md")]
    assert change("[a](x.md) [b](y.md)", "[a](x.md)") == [("removed", "y.md")]
    assert change("[a](x.md)", "[a](https://spam.example)") == [("target changed", "https://spam.example")]
    assert change("[usual care](x.md)", "[massage near me](x.md)") == [("words changed", "x.md")]
    assert change("[a](x.md)\n\n[b](y.md)", "[b](y.md)\n\n\nMoved: [a](x.md)") == []
    assert change("[a](x.md) [a](x.md)", "[a](x.md)") == [("removed", "x.md")]


def test_links_out_of_the_site_stand_first():
    assert [target for _what, target in change("", "[a](x.md) [b](https://example.net/)")] == ["https://example.net/", "x.md"]


@pytest.mark.parametrize(("target", "said"), [
    ("https://new.example/", "did not link to before"), ("http://known.example/", "not encrypted"),
    ("https://bit.ly/x", "link shortener"),
    ("https://known.example@evil.example/", "an @"), ("https://раypal.example/", "mistaken for others"),
    ("https://known.example/?utm_source=x", "tracks who"),
    ("javascript:alert(1)", "unusual kind"), ("//new.example/x", "did not link to before"),
])
def test_what_is_unusual_is_said(target, said):
    rows = compare([], [Link("a.md", "words", target, 1)])
    assert said in "; ".join(remarks(rows[0], {"known.example"}))


def test_a_known_good_link_is_left_in_peace():
    rows = compare([], [Link("a.md", "words", "https://known.example/page", 1)])
    assert remarks(rows[0], {"known.example"}) == []


@pytest.mark.parametrize("text", ["a|b", "`x`", "<img src=x onerror=alert(1)>", "a\\|b", "x\n| y |", "\u202egpj",
                                  "a\u200bb", "**bold**"])
def test_foreign_text_stays_in_its_cell(text):
    shown = code(text)
    assert shown.startswith("`")
    assert shown.endswith("`")
    assert shown.count("`") == 2
    assert shown.replace(r"\|", "").count("|") == 0
    assert shown.isprintable()


def test_table_of_many_new_links_asks_for_a_second_reader():
    after = [Link("a.md", "x", f"https://{n}.example/", n) for n in range(400)]
    text = table([], after)
    assert "second reader" in text
    assert "100 more rows" in text
    assert len(text) < 100_000
    assert "not add, remove or change any links" in table(after, after)


def test_folders_are_compared(tmp_path, capsys):
    for name, text in (("before", "[a](b.md)"), ("after", "[a](https://example.net/)")):
        (tmp_path / name / "docs").mkdir(parents=True)
        (tmp_path / name / "docs" / "p.md").write_text(text)
        (tmp_path / name / "docs" / "picture.png").write_bytes(b"\xff[a](c.md)")
    (tmp_path / "after" / "docs" / "out.md").symlink_to("/etc/hosts")
    assert main([str(tmp_path / "before"), str(tmp_path / "after")]) == 0
    said = capsys.readouterr().out
    assert "1 changed" in said
    assert "`docs/p.md` line 1" in said
    assert "out.md" not in said


def many(count, sites=1):
    return links_in("\n".join(f"https://site{n % sites}.example.net/{n}" for n in range(count)), "docs/data/registers.yml")


def test_change_that_nobody_can_look_up_is_over_budget():
    assert over_budget([], many(BUDGET_OUTSIDE)) == []
    assert "in parts" in over_budget([], many(BUDGET_OUTSIDE + 1))[0]
    assert over_budget([], many(2, sites=2)) == []
    assert "3 sites" in over_budget([], many(3, sites=3))[0]
    assert over_budget(many(3, sites=3), many(6, sites=3)) == []
    assert over_budget(many(BUDGET_OUTSIDE + 1), []) == []


@pytest.mark.parametrize("actions", ["true", ""])
def test_budget_says_why_and_fails(tmp_path, capsys, monkeypatch, actions):
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    for name in ("before", "after"):
        (tmp_path / name / "docs").mkdir(parents=True)
    given = ["--budget", str(tmp_path / "before"), str(tmp_path / "after")]
    assert main(given) == 0
    (tmp_path / "after" / "docs" / "a.md").write_text("".join(f"https://s{n}.example.net/ " for n in range(9)))
    capsys.readouterr()
    assert main(given) == 1
    assert capsys.readouterr().out.startswith("::error title=links::This change" if actions else "This change adds 9 sites")


def test_number_to_call_is_a_link_too():
    text = '- country: Freedonia\n  emergency:\n    - "112"\n  crisis: "116 123"\n'
    assert [(link.words, link.target) for link in links_in(text, "docs/data/helplines.yml")] == [
        ("Freedonia", "tel:112"), ("Freedonia", "tel:116 123")]
    rows = compare(links_in(text, "docs/data/helplines.yml"), links_in(text.replace("123", "124"), "docs/data/helplines.yml"))
    assert [row.what for row in rows] == ["target changed"]
    assert "official page" in remarks(rows[0], set())[0]


def test_sites_of_the_tests_are_not_known():
    bad = links_in("https://spam.example.net/", "tests/fixtures/edits/bad.yml")
    new = links_in("https://spam.example.net/", "docs/data/registers.yml")
    assert "a site we did not link to before" in table(bad, [*bad, *new])
    assert over_budget([], [*bad * 50]) == []
