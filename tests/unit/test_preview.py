"""Tests the HTML preview of a change. Also tests the last check before publication: it must accept a complete site and reject an
incomplete one.
"""

import json

import pytest

from scripts import check_site
from scripts.preview import article, changed, main, preview

PAGE = ('<!doctype html><html><head><link rel="stylesheet" href="{up}s.css"></head><body><nav><a href="/x">Nav</a></nav>'
        '<article class="a">{text}</article></body></html>')


def site(folder, **pages):
    (folder / "pic").mkdir(parents=True)
    (folder / "s.css").write_text("p { color: red } </style><script>alert(1)</script>")
    (folder / "pic" / "a.svg").write_text("<svg/>")
    for name, text in pages.items():
        where = folder if name == "home" else folder / name
        where.mkdir(exist_ok=True)
        (where / "index.html").write_text(PAGE.format(text=text, up="" if name == "home" else "../"))
    return folder


def test_article_is_cut_out():
    assert article("<p>no</p><article>a<article>b</article></article>c") == "<article>a<article>b</article></article>"
    assert article("<p>none</p>") == ""


def test_changed_new_and_lost():
    assert changed({"a": "x y", "b": "1", "c": ""}, {"a": "x  y\n", "b": "2", "d": ""}) == (["b"], ["d"], ["c"])


@pytest.fixture
def sites(tmp_path):
    before = site(tmp_path / "before", home="<p>Old</p>", same="<p>Same</p>", lost="<p>Lost</p>")
    after = site(
        tmp_path / "after", home='<h2 id="one">New</h2><a href="fresh/#two">on</a> <a href="same/">off</a>'
                                      '<a href="#one">here</a>',
        same="<p>Same</p>",
        fresh='<h2 id="two">Two</h2><p aria-labelledby="two one" onclick="x()" style="top:0">&amp; &#33; <br>'
              '<img src="../pic/a.svg"><img src="https://spy.example/p.png"><img src="../../secret.png"></p>'
              '<script>alert(1)</script><iframe src="https://spy.example"></iframe>'
              '<svg viewBox="0 0 1 1"><path fill="url(#two)"/></svg>'
              '<a href="javascript:alert(1)">js</a><a href="https://spy.example/?a=1&amp;b=2">out</a>')
    (tmp_path / "secret.png").write_bytes(b"secret")
    return before, after


def test_only_changed_pages_in_one_file_that_calls_nobody(sites):
    text = preview(*sites)
    assert "<p>Same</p>" not in text
    assert "New" in text
    assert "(removed)" in text
    assert 'href="#p1-two"' in text
    assert 'id="p1-two"' in text
    assert 'href="#p0-one"' in text
    assert 'aria-labelledby="p1-two p1-one"' in text
    assert "url(#p1-two)" in text
    assert "data:image/svg+xml;base64," in text
    assert "&amp; &#33; <br>" in text
    assert 'title="Links to https://spy.example/?a=1&amp;b=2"' in text
    assert "default-src &#x27;none&#x27;" in text
    body = text.partition("</style>")[2]
    for harm in ("<script", "onclick", "<iframe", 'src="https', 'href="https', 'href="javascript', "secret", "style="):
        assert harm not in body
    assert text.count("</style>") == 1


def test_preview_without_a_before_shows_every_page(sites, tmp_path):
    text = preview(tmp_path / "none", sites[1])
    assert "every page is shown" in text
    assert "<p>Same</p>" in text


def test_preview_of_no_change(sites):
    assert "alters no page" in preview(sites[1], sites[1])


def test_preview_command(sites, tmp_path, capsys):
    assert main([str(sites[0]), str(sites[1]), str(tmp_path / "p.html")]) == 0
    assert (tmp_path / "p.html").read_text().startswith("<!doctype html>")
    assert main([str(sites[0]), str(tmp_path / "none"), str(tmp_path / "p.html")]) == 2
    assert "make build" in capsys.readouterr().err


@pytest.fixture
def good(tmp_path):
    for name in check_site.NEEDED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<html></html>\n")
    (tmp_path / "data" / "pages.json").write_text(json.dumps({"pages": [{"path": ""}]}))
    return tmp_path


def test_whole_site(good, capsys):
    assert check_site.main([str(good)]) == 0
    (good / "index.html").write_text("<html><p>half")
    assert check_site.main([str(good)]) == 1
    assert "index.html is incomplete" in capsys.readouterr().out


@pytest.mark.parametrize("name", [*check_site.NEEDED, "data/pages.json"])
def test_site_with_something_missing(good, name):
    (good / name).unlink()
    assert any(name in fault for fault in check_site.faults(good))


def test_site_built_for_the_wrong_address(good):
    (good / "index.html").write_text('<link href="http://127.0.0.1:8000/"></html>')
    assert check_site.faults(good) == []
    assert "local server" in check_site.faults(good, "https://example.net/")[0]
    form = "https://example.org/new?title=A&amp;page=http%3A%2F%2F127.0.0.1%3A8000%2F"
    (good / "index.html").write_text(f'<a href="{form}">A form</a></html>')
    assert "local server" in check_site.faults(good, "https://example.net/")[0]


def test_linked_print_of_a_leaflet_is_there(good):
    page = next(iter(sorted(good.rglob("index.html"))))
    page.write_text(page.read_text().replace("</html>", "<a href=sheet-a4.pdf>PDF</a></html>"))
    assert any("sheet-a4.pdf" in fault for fault in check_site.faults(good))
    (page.parent / "sheet-a4.pdf").write_bytes(b"%PDF")
    assert check_site.faults(good) == []
