import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from evidence.markdown import EvidenceExtension, structured_data
from evidence.markdown.rendering import load_templates
from evidence.model.pages import Layer
from evidence.model.problems import EvidenceError
from tests import EDITION, WORDS

EXTENSIONS = ["attr_list", "def_list", "tables", "toc", "pymdownx.superfences"]


def render(text):
    md = Markdown(extensions=[*EXTENSIONS, EvidenceExtension(EDITION)])
    html = BeautifulSoup(md.convert(text), "html5lib")
    return html, md


def numbers(html):
    return [a.get_text() for a in html.select("a.footnote-ref")]


def test_citations_are_numbered_in_reading_order_and_linked_both_ways():
    html, _ = render("One [@little2008].\n\nTwo [@cherkin2011; @little2008].")
    assert numbers(html) == ["1", "2", "1"]
    for ref in html.select("a.footnote-ref"):
        assert html.find(id=ref["href"][1:]).name == "li"
        assert ref["aria-label"].startswith(f"Source {ref.get_text()}: ")
    for back in html.select("a.footnote-backref"):
        assert html.find(id=back["href"][1:]).name == "a"
    assert len(html.select("li a.footnote-backref")) == 2
    ids = [element["id"] for element in html.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_marks_of_a_paragraph_stand_together_at_its_end():
    html, _ = render("It helped [@little2008].")
    assert html.p.get_text() == "It helped.1"
    html, _ = render("- One [@little2008], then *two [@cherkin2011]* and one again [@little2008].")
    assert html.li.get_text() == "One, then two and one again.1, 2"
    html, _ = render("- One [@little2008].\n    - Two [@cherkin2011].")
    assert [item.get_text().split() for item in html.select("ul li")] == [["One.1", "Two.2"], ["Two.2"]]


def test_pages_of_studies_keep_each_mark_where_it_was_written(monkeypatch):
    monkeypatch.setattr("evidence.markdown.citations.layer", lambda md: Layer.STUDIES)
    html, _ = render("One [@little2008]. Two [@cherkin2011].")
    assert html.p.get_text() == "One1. Two2."
    assert "What it found: " in html.select_one("#sources li").get_text()


def test_escaped_citation_and_code_stay_literal():
    html, _ = render("Write \\[@key] or `[@key]`.")
    assert "[@key] or [@key]" in html.p.get_text()
    assert not numbers(html)


def test_blocks_and_prose_share_one_numbering():
    html, _ = render("First [@little2008].\n\n```claim\nid: endorphins\n```\n\nLast [@furlan2015].")
    assert numbers(html)[0] == "1"
    assert numbers(html) == [str(n) for n in range(1, len(numbers(html)) + 1)]


def test_unknown_source_stops_the_page():
    with pytest.raises(EvidenceError, match="nobody2020"):
        render("No [@nobody2020].")


def test_no_citation_debris_in_contents():
    _, md = render("# Title\n\n## Part [@little2008]\n\nText.")
    assert [token["name"] for token in md.toc_tokens[0]["children"]] == ["Part"]


def test_source_list_is_kept_out_of_search():
    html, _ = render("One [@little2008].")
    assert html.select_one("details.sources").has_attr("data-search-exclude")
    assert all(sup.has_attr("data-search-exclude") for sup in html.select("sup.cite"))


@pytest.mark.parametrize(("name", "level"), [("emergency", "Emergency:"), ("today", "Urgent:"), ("before", "Routine:")])
def test_care_card_says_its_level_in_the_heading(name, level):
    html, _ = render(f"## Before\n\n/// {name} | Call now if\nYou have:\n\n- one thing\n///")
    card = html.select_one(f"section.care--{name}")
    assert card.h3.get_text() == f"{level} Call now if"
    assert card.li.get_text() == "one thing"


def test_claim_card_shows_verdict_certainty_and_sources(dataset):
    html, _ = render("```claim\nid: endorphins\n```")
    card = html.select_one(".claim")
    claim = dataset.claims["endorphins"]
    assert claim.we_say in card.get_text()
    assert card.select_one(".verdict").get_text() == claim.verdict.value.capitalize()
    assert claim.certainty.value in card.select_one(".certainty").get_text()
    assert len(card.select(".certainty__dots i.on")) == claim.certainty.dots
    assert len(card.select("a.footnote-ref")) == len(claim.sources)


def test_short_claim_without_studies_cites_none():
    """The claim "stop-rule" has sources only for its field `size`. The brief version of the claim leaves out this field, so it
    must cite nothing.
    """
    html, _ = render("```claim\nids: [stop-rule, endorphins]\nbrief: true\n```")
    nothing, something = html.select(".claims-brief li")
    assert not nothing.select("a.footnote-ref")
    assert something.select("a.footnote-ref")


def test_effect_chart_is_a_table_whose_words_need_no_picture(dataset):
    html, _ = render("```effects\nquestion: How much?\nanswer: A little.\nrows: [cherkin2011-relaxation-rdq-10w]\n```")
    table = html.select_one("figure table")
    assert table.caption
    assert [th["scope"] for th in table.select("thead th")] == ["col"] * 3
    assert "2.9 points less (between 1.8 and 4.0 less)" in table.select_one("tbody tr").get_text()
    assert all(svg["aria-hidden"] == "true" for svg in table.select("svg"))
    assert table.select_one(".plot__zero")
    graded_by = dataset.effects["cherkin2011-relaxation-rdq-10w"].certainty_by
    assert table.select_one(".certainty__by").get_text() == WORDS["certainty"]["by"][graded_by]


def test_a_figure_shows_its_sources():
    html, _ = render("```figure\nname: blood\ntitle: Blood\ncaption: A caption\nsources: [mori2004, shoemaker1997]\n```")
    assert [mark["href"] for mark in html.select("figcaption .cite a")] == ["#fn:mori2004", "#fn:shoemaker1997"]
    assert html.figcaption.get_text().index("A caption") < html.figcaption.get_text().index("1, 2") \
        < html.figcaption.get_text().index(WORDS["figure"]["larger"])


def test_on_a_phone_each_cell_has_the_name_of_its_own_column():
    html, _ = render("| Now | Then | Later |\n|---|---|---|\n| Rest | Ask | Walk |")
    assert [cell["data-label"] for cell in html.select("tbody td")] == ["Then", "Later"]


def test_a_title_cannot_end_the_script_of_the_structured_data(monkeypatch):
    monkeypatch.setattr(structured_data, "graph", lambda *_: {"name": "</script><script>alert(1)</script>"})
    md = Markdown(extensions=[*EXTENSIONS, EvidenceExtension(EDITION, page_of=lambda _md: "massage/does-it-help.md")])
    scripts = BeautifulSoup(md.convert("# A\n\nText."), "html5lib").select("script")
    assert [script["type"] for script in scripts] == ["application/ld+json"]


def test_icon_array_counts():
    html, _ = render("```icons\nquestion: How many?\nanswer: Ten.\nrows: [sore-one-clinic]\n```")
    assert len(html.select(".person")) == 100
    assert len(html.select(".person--on")) == 10
    assert html.select_one("svg[role=img]")["aria-label"] == (
        "10 out of 100: had minor discomfort after a visit (clients of one US teaching clinic, asked once about massage)")
    assert html.select_one("sup.cite")
    assert html.select_one(".chart__data a")["href"].endswith("data/counts.csv")


def test_table_from_data():
    html, _ = render("```table\nfile: treatments.csv\ncaption: What was compared\ncolumns:\n  treatment: Treatment\n"
                     "  comparator: Compared with\nwhere:\n  comparator: sham\n```")
    rows = html.select("tbody tr")
    assert rows
    assert all(row.td.get_text() == "sham" for row in rows)
    assert html.caption.get_text() == "What was compared"
    assert all(row.th["scope"] == "row" for row in rows)


def test_first_use_of_a_term_is_linked_and_no_other():
    html, _ = render("# Placebo\n\nA placebo, another placebo, and `placebo`.")
    links = html.select("a.term")
    assert [a.get_text() for a in links] == ["placebo"]
    assert links[0]["href"].endswith("glossary.md#placebo")


def test_words_that_only_contain_a_term_are_left_alone():
    html, _ = render("The placeboish non-placebo.")
    assert not html.select("a.term")


@pytest.mark.parametrize("fence", ["```claim\nid: none-such\n```", "```effects\nquestion: q\nanswer: a\nrows: [wu2021-pain]\n```",
                                   "```icons\nquestion: q\n```", "```claim\n- a list\n```"])
def test_a_wrong_block_never_gives_a_silently_wrong_page(fence):
    with pytest.raises(EvidenceError):
        render(fence)


def test_data_cannot_break_out_of_the_markup(monkeypatch, dataset):
    claim = dataset.claims["endorphins"].model_copy(update={"we_say": '<script>alert(1)</script> may & "so"'})
    html = load_templates(EDITION).render("claims", claims=[claim], here="", link=lambda target: target)
    assert not BeautifulSoup(html, "html5lib").select("script")


def test_a_country_is_a_row_that_opens():
    html, _ = render("/// countries\nItaly\n:   Ask [@little2008].\n\n    Twice.\n\nAnywhere else\n:   Ask.\n///")
    rows = html.select("div.countries > details")
    assert [row.summary.get_text() for row in rows] == ["Italy", "Anywhere else"]
    assert rows[0].find(class_="country").get_text().split() == ["Ask.1", "Twice."]


@pytest.mark.parametrize(("cells", "name"), [("| 30 | 1 200 |", "sums"), ("| 30 | |", "sums"), ("| 30 | Ask |", "stack")])
def test_only_a_table_of_numbers_or_blanks_stays_a_table_on_a_phone(cells, name):
    html, _ = render(f"| Now | Then |\n|---|---|\n{cells}")
    assert html.table["class"] == [name]
    assert html.select_one("tbody th").get_text() == "30"


def test_a_table_has_the_name_of_the_heading_above_it():
    html, _ = render("# A\n\n## Two *kinds*\n\nText.\n\n| Now | Then |\n|---|---|\n| 1 | 2 |")
    assert html.select_one(f"#{html.table['aria-labelledby']}").get_text().startswith("Two kinds")


def test_a_fact_strip_has_a_heading_that_the_contents_leave_out():
    strip = "/// facts\nHow long\n:   A few weeks\n\nWithout it\n:   Good and bad days\n///"
    md = Markdown(extensions=[*EXTENSIONS, EvidenceExtension(EDITION, page_of=lambda _md: "massage/does-it-help.md")])
    html = BeautifulSoup(md.convert(f"# A\n\nText.\n\n## B\n\n{strip}"), "html5lib")
    heading = html.select_one("section.facts.rail > h2")
    assert heading.get_text() == WORDS["blocks"]["facts"]
    assert [row.dt.get_text() for row in html.select("section.facts > dl > div")] == ["How long", "Without it"]
    assert [token["name"] for token in md.toc_tokens[0]["children"]] == ["B"]


def test_the_short_list_of_the_home_page_has_no_heading_of_its_own():
    html, _ = render("# A\n\n/// facts\nHow long\n:   A few weeks\n///")
    assert html.select_one("dl.facts.rail > div > dt").get_text() == "How long"
    assert html.select(".facts h2") == []
