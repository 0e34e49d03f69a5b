from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest

from evidence.markdown.html_tree import tree


@pytest.mark.parametrize(("html", "read"), [
    ("<p>a &para; b<br />c</p>", "<main><p>a \u00b6 b<br />c</p></main>"),
    ("<p>a<br>c &amp; d</p>", "<main><p>a<br />c &amp; d</p></main>"),
    ("<button data-print>on</button>", '<main><button data-print="">on</button></main>'),
    ("<p>a</b> b<ul><li>c</ul></main></p>d", "<main><p>a b<ul><li>c</li></ul></p>d</main>"),
    ("<p><b>a", "<main><p><b>a</b></p></main>"),
    ("a & b < c", "<main>a &amp; b &lt; c</main>"),
    ("", "<main />"),
])
def test_well_formed_or_not_it_is_read(html: str, read: str):
    assert etree.tostring(tree(html), encoding="unicode") == read
