"""Review sheets: an article in, a sheet out with every claim, every sentence with a source and all advice without one."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256

import pytest
from bs4 import BeautifulSoup, Tag

from evidence.checks.article import html as article
from evidence.exports import review_sheets
from evidence.loading.pages import read
from evidence.loading.patients import patients
from evidence.markdown.html_tree import tree
from evidence.model.dataset import Dataset
from evidence.model.pages import Meta
from evidence.model.patients import Patient
from evidence.model.signs import Level
from tests import DOCS, EDITION

META = Meta(title="A <page>", description="A page that is written for a test, with as many words as a description needs.",
            kind="guide", checked=date(2026, 11, 23), check_again="6 months", reviewed_by=[],
            sure="disability-usual-care-10-weeks", changes=[{"date": date(2026, 11, 29), "what": "First."}])


def cite(*keys: str) -> str:
    marks = "".join(f'<a class="footnote-ref" href="#fn:{key}">1</a>' for key in keys)
    return f'<sup class="cite">{marks}</sup>'


def sheet(text: str, name: str = "massage/x.md", examples: list[Patient] | None = None) -> BeautifulSoup:
    return BeautifulSoup(review_sheets.html(name, META, text, EDITION, examples or []), "html.parser")


def section(soup: BeautifulSoup, heading: str) -> Tag | None:
    return next((part for part in soup.select("section") if heading in part.h2.get_text()), None)


ARTICLE = f"""<h1>A page</h1><p class="sure">Very{cite("cherkin2011")}</p>
<p>No source here.</p><p>It may help{cite("cherkin2011", "little2008")}. It is warm{cite("little2008")}. Ask us.</p>
<h2>Now</h2><p>You can:</p><ul><li>First<ul><li>Inner{cite("little2008")}</li></ul></li><li>Second.</li></ul>
<p>Go today for <span data-sign="numb-leg">a leg that is newly numb, with normal strength</span>.</p>
<dl><dt>How long?</dt><dd>Some weeks{cite("little2008")}</dd></dl>
<table><tr><td></td><th>Massage</th><th>Moving</th><th>Rest</th></tr>
<tr><th>Help</th><td data-label="Massage">3 of 24</td><td data-label="Moving">Some{cite("cherkin2011")}</td>
<td data-label="Rest">None</td></tr>
<tr><th>In a trial{cite("little2008")}</th><td data-label="Massage">6 visits</td></tr></table>
<section class="box box--next"><p>Read on</p></section>
<aside class="tools"><p>Cite{cite("little2008")}</p></aside>
<details class="sources"><ol><li>Cherkin{cite("cherkin2011")}</li></ol></details>"""


def said(text: str) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    return [(point.lead, [(part.text, part.keys) for part in point.parts]) for point in review_sheets.passages(tree(text))]


def test_every_passage_is_there_once_with_its_sources_or_as_our_own():
    both, little, cherkin = ("cherkin2011", "little2008"), ("little2008",), ("cherkin2011",)
    assert said(ARTICLE) == [
        ("", [("No source here.", ())]),
        ("", [("It may help.", both), ("It is warm.", little), ("Ask us.", ())]),
        ("Now", [("You can:", ()), ("First", ()), ("Second.", ())]),
        ("", [("Inner", little)]),
        ("How long", [("Some weeks", little)]),
        ("Help", [("Massage: 3 of 24", cherkin), ("Moving: Some", cherkin), ("Rest: None", ())]),
        ("In a trial", [("Massage: 6 visits", little)])]


def test_what_is_said_twice_is_judged_once():
    assert len(said("<p>Walk a little.</p><p>Walk a little.</p>")) == 1
    text = sheet(ARTICLE).select_one("main").get_text()
    assert text.count("No source here.") == text.count("3 of 24") == 1


def test_our_own_advice_is_numbered_and_marked_and_comes_before_what_has_a_source():
    soup = sheet(ARTICLE)
    own, cited = section(soup, "without a source"), section(soup, "with a source")
    assert [item["value"] for item in own.select(".points > li")] == ["2", "3"]  # behind the caution
    assert cited.select_one(".points > li")["value"] == "4"
    assert [item for item in own.select(".part") if "(our own advice)" not in item.get_text()] == []
    assert [part.get_text() for part in cited.select(".part") if "(our own advice)" in part.get_text()] != []
    letters = [part.b.get_text() for part in own.select("li")[1].select(".part")]
    assert letters == ["a", "b", "c"]


def test_a_claim_stands_with_its_certainty_its_size_and_its_sources(dataset: Dataset):
    claim = dataset.claims[META.sure]
    words = " ".join((claim.people_say, claim.we_say))
    point = next(item for item in sheet(f"{ARTICLE}<p>{words}{cite(*claim.sources)}</p>").select(".points > li")
                 if "list of claims" in item.get_text())
    text = point.get_text()
    assert words in text  # the page's own words for it are beside it, so that nobody judges it twice
    assert claim.we_say in section(sheet("<p>Nothing.</p>"), "Claims").get_text()
    expected = (claim.we_say, f"Certainty: {claim.certainty.value}", claim.size.rstrip("."), claim.people.rstrip("."))
    assert [part for part in expected if part not in text] == []
    assert re.search(r"\[\d+(, \d+)*\]", text)


def test_our_own_cautions_stand_with_the_official_level_and_may_be_calmer(dataset: Dataset):
    page = '<p>Go if <span data-sign="numb-leg">one leg</span>; <span data-sign="chest-pain">chest pain</span>.</p>'
    soup = sheet(page)
    part = section(soup, "cautions")
    row = dataset.signs["numb-leg"]
    assert len(part.select("li")) == 1
    expected = (row.official, row.reason, "Get medical help today", "too urgent")
    assert [words for words in expected if words not in part.get_text()] == []
    assert section(soup, "Warning signs") is None  # judged once, on the sheet of the page that lists them
    assert "1 more warning signs" in soup.get_text()
    listed = sheet('<ul><li data-sign="chest-pain">x</li></ul>', review_sheets.SIGNS)
    assert "chest pain" in section(listed, "Warning").get_text()


def test_example_patients_touch_the_page_and_no_struck_one_is_shown(dataset: Dataset):
    page = '<p><span data-sign="numb-leg">x</span></p>'
    some = [Patient(id="c", words="And my chest.", lowest="emergency", highest="emergency", ticks=(("numb-leg", "chest-pain"),)),
            Patient(id="a", words="My leg is numb.", lowest="today", highest="today", ticks=(("numb-leg",), ())),
            Patient(id="b", words="My chest hurts.", lowest="emergency", highest="emergency", ticks=(("chest-pain",),))]
    text = section(sheet(page, examples=some), "Example").get_text()
    assert "My leg is numb." in text
    assert "My chest hurts." not in text
    assert "And my chest." not in text  # half of this sentence is judged on another sheet
    assert "Our lists say: today." in " ".join(text.split())
    assert len(patients()) > 100
    assert not any(patient.struck for patient in patients())


def test_example_patients_are_calm_and_urgent(dataset: Dataset):
    signs = {level: [name for name, sign in dataset.signs.items() if dataset.level_of(sign) == level][:6]
             for level in (Level.EMERGENCY, Level.TODAY)}
    names = [name for some in signs.values() for name in some]
    some = [Patient(id=name, words=name, lowest="today", highest="today", ticks=((name,),)) for name in names]
    chosen, count = review_sheets.cases_of(set(names), dataset, some)
    assert count == len(names)
    assert len({case.ours for case in chosen}) == len({case.ours for case in chosen[:2]}) == 2


def test_each_point_has_one_mark_for_harm_and_what_is_missing_has_lines(dataset: Dataset):
    soup = sheet(ARTICLE + '<p>Go if <span data-sign="thinner-blow">a knock</span></p><ul><li data-sign="bruise">x</li></ul>')
    assert {len(judge.select(".harm input")) for judge in soup.select(".judge:not(.left-out .judge)")} == {1}
    assert {len(part.select("[role=textbox]")) for part in soup.select(".missing")} == {3}
    names = [box["aria-label"] for box in soup.select("[role=textbox]")]
    assert len(soup.select(".judge")) <= len(names)  # there is room for words beside every box
    assert soup.select("input[type=text], textarea") == []  # what would be cut off in a saved file
    assert len(names) == len(set(names))
    cautions = section(soup, "cautions").get_text()
    assert "a knock" in cautions  # the wording of the page
    assert dataset.signs["thinner-blow"].text not in cautions


@pytest.mark.parametrize(("points", "minutes", "sittings"), [
    (1, (15, 15), [(1, 1)]), (9, (25, 30), [(1, 9)]), (10, (25, 30), [(1, 10)]), (14, (35, 40), [(1, 10), (11, 14)]),
    (40, (70, 90), [(1, 10), (11, 25), (26, 40)])])
def test_the_time_on_a_sheet_follows_its_points(points: int, minutes: tuple[int, int], sittings: list[tuple[int, int]]):
    some = tuple(review_sheets.Point((review_sheets.Part("x"),)) for _ in range(points))
    made = review_sheets.Sheet((), some, (), (), (), (), (), 0, 0, (), (), {})
    assert (made.minutes, made.sittings) == (minutes, sittings)


def test_a_sheet_says_what_half_an_hour_is_enough_for():
    short, long = (sheet("".join(f"<p>Walk {place} steps.</p>" for place in range(count))).select_one(".how").get_text()
                   for count in (5, 40))
    assert "Half an hour" not in short
    assert "points 1 to 10" in long
    assert "points 11 to 25" in long


def test_consent_is_asked_for_at_the_second_showing_with_the_line_as_it_would_stand():
    soup = sheet(ARTICLE)
    asked = [box.find_parent("label").get_text() for box in soup.select(".you input[type=checkbox]")]
    assert len(asked) == 1
    assert "not yet a yes" in asked[0]
    after = section(soup, "next").get_text()
    expected = ("14 days", "Reviewed by your name", "not judged: ", "do not answer for what a")
    assert [words for words in expected if words not in " ".join(after.split())] == []


def test_the_sheet_stands_alone_and_runs_nothing(dataset: Dataset):
    soup = sheet(ARTICLE)
    policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    style = soup.style.string
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    assert soup.select("script, img, link, iframe, form, [style], [onclick]") == []
    assert soup.find("meta", {"name": "robots"})["content"] == "noindex"
    assert soup.h1.get_text() == "A <page>"
    assert "version of 29 November 2026" in soup.header.get_text()
    assert "Ambulance" not in soup.header.get_text()  # it is not for patients
    assert "template=review.yml" in soup.select_one(".how a")["href"]
    unnamed = [box for box in soup.select("input, [contenteditable]") if not (box.get("aria-label") or box.find_parent("label"))]
    assert unnamed == []


def test_points_are_numbered_through_and_what_is_left_out_is_said(dataset: Dataset):
    name = "massage/does-it-help.md"
    soup = sheet(ARTICLE, name)
    numbers = [int(item["value"]) for item in soup.select(".points > li")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert f"all {len(numbers)} points" in soup.select_one(".how").get_text()
    left = section(soup, "Left out").get_text()
    assert [row.what for row in dataset.left_out if (row.what in left) is not row.concerns(name)] == []


def test_what_is_left_out_belongs_to_the_page(dataset: Dataset):
    tablets = [row for row in dataset.left_out if "anti-inflammatory" in row.what]
    assert [row.concerns("treatments/medicines.md") for row in tablets] == [True]
    assert not any(row.concerns("treatments/massage-or-physiotherapy.md") for row in tablets)


@pytest.mark.parametrize("name", ["massage/safety.md", "treatments/medicines.md"])
def test_a_real_page_loses_no_source(name: str, dataset: Dataset):
    source, _ = read(DOCS / name)
    made = article("\n".join(source.lines), name, EDITION)
    soup = BeautifulSoup(review_sheets.html(name, source.meta, made, EDITION), "html.parser")
    marks = BeautifulSoup(made, "html.parser").select(".cite a")
    cited = {link["href"] for link in marks if not link.find_parent(class_="situations")}
    named = section(soup, "Sources").get_text()
    missing = [key for key in cited if dataset.references[key.removeprefix("#fn:")].title not in named]
    drawn = {key for row in dataset.signs.values() if not row.caution for key in row.sources}
    assert [key for key in missing if key.removeprefix("#fn:") not in drawn] == []
    assert "[!" not in soup.get_text()
    assert "[@" not in soup.get_text()
