from __future__ import annotations

import pytest

from evidence.exports.markdown_copies import markdown
from tests import WORDS

HOME = "https://example.org/massage/safety/"


def text(html: str, address: str = HOME) -> str:
    return markdown(html, address, "CC BY 4.0", WORDS).partition("\n\n---\n\n")[0]


@pytest.mark.parametrize(("html", "wanted"), [
    ('<h2 id="x">Two<a class="headerlink" href="#x">¶</a></h2>', "## Two"),
    ("<p>one</p>\n<p>two</p>", "one\n\ntwo"),
    ("<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>", "- one\n\n  - inner\n- two"),
    ("<ol><li><p>one</p><p>more</p></li><li>two</li></ol>", "1. one\n\n   more\n2. two"),
    ("<dl><div><dt>People</dt><dd>401 adults</dd></div><dt>Is it safe?</dt><dd>Mostly.</dd></dl>",
     "- **People:** 401 adults\n- **Is it safe?** Mostly."),
    ("<blockquote><p>one</p><p>two</p></blockquote>", "> one\n>\n> two"),
    ("<pre><code>a  b\n</code></pre>", "```\na  b\n```"),
    ("<details><summary>More</summary><p>inside</p></details>", "**More**\n\ninside"),
    ("<details><summary><h2>3 sources</h2></summary><p>inside</p></details>", "## 3 sources\n\ninside"),
    ("<p>a <strong>b</strong> <em>c</em> <code>d</code> <q>e</q></p>", "a **b** *c* `d` “e”"),
    ("<p>5 * 3 &lt; 20, &lt;b&gt; and snake_case</p>", r"5 \* 3 < 20, \<b> and snake_case"),
    ("<p>1. not a list</p>", r"1\. not a list"),
    ("<p>Say: <button>Copy</button><input value='x'></p><p hidden>gone</p>", "Say:"),
    ('<p><svg aria-hidden="true"><text>9</text></svg><svg role="img" aria-label="10 of 100"></svg></p>', "[Picture: 10 of 100]"),
    ("<svg><title>A disc</title><desc>It does not slip.</desc><path/></svg>", "[Picture: A disc It does not slip.]"),
    ('<img src="../x.png" alt="A back">', "![A back](https://example.org/massage/x.png)"),
    ('<p>See <a href="../../try/#a">trying</a> and <a class="term" href="g/">pain</a>.</p>',
     "See [trying](https://example.org/try/#a) and pain."),
    ('<p class="claim__people"><span class="claim__label">People say</span> “It works”</p>', "**People say:** “It works”"),
])
def test_pieces(html: str, wanted: str):
    assert text(html) == wanted


def test_citations_are_numbers_apart_from_the_numbers_of_the_text():
    mark = '<sup class="cite"><a href="#fn:{0}">{0}</a></sup>'
    assert text(f"<p>10 of 100{mark.format(1)}{mark.format(12)}. Then 5{mark.format(3)}</p>") == "10 of 100 [1, 12]. Then 5 [3]"


def test_table_keeps_its_rows_its_caption_and_its_wide_heads():
    table = ("<table><caption>Sizes</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>"
             '<tr><th colspan="2">Group</th></tr><tr><td>1|2</td><td><span>3</span></td></tr></tbody></table>')
    assert text(table) == "**Sizes**\n\n| A | B |\n| --- | --- |\n| **Group** |  |\n| 1\\|2 | 3 |"


def test_the_foot_says_where_it_comes_from():
    assert markdown("<p>x</p>", HOME, "CC BY 4.0", WORDS).endswith(f"---\n\nFrom {HOME} · CC BY 4.0\n")


def test_without_an_address_links_stay_relative():
    assert text('<p><a href="../b/">b</a></p>', "") == "[b](../b/)"
