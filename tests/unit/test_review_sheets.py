"""Tests that a page's review sheet contains every claim, every sentence with a source, and all advice without a source."""

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
from evidence.model.signs import Level, Sign
from evidence.words import load_words
from tests import DOCS, EDITION

META = Meta(title="A <page>", description="A page that is written for a test, with as many words as a description needs.",
            kind="guide", checked=date(2026, 11, 23), check_again="6 months", reviewed_by=[],
            sure="disability-usual-care-10-weeks", changes=[{"date": date(2026, 11, 29), "what": "First."}])


ADVICE = load_words(EDITION).pattern("advice")


def cite(*keys: str) -> str:
    marks = "".join(f'<a class="footnote-ref" href="#fn:{key}">1</a>' for key in keys)
    return f'<sup class="cite">{marks}</sup>'


def sheet(text: str, name: str = "massage/x.md", examples: list[Patient] | None = None) -> BeautifulSoup:
    return BeautifulSoup(review_sheets.html(name, META, text, EDITION, examples or []), "html.parser")


def section(soup: BeautifulSoup, heading: str) -> Tag | None:
    return next((part for part in soup.select("section") if heading in part.h2.get_text()), None)


ARTICLE = f"""<h1>A page</h1><p class="sure">Very{cite("cherkin2011")}</p>
<p>No source here, in words that are enough to judge.</p>
<p>It may help{cite("cherkin2011", "little2008")}. It is warm{cite("little2008")}. Ask us.</p>
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
    found = review_sheets.passages(tree(text), ADVICE)
    return [(point.lead, [(part.text, part.keys) for part in point.parts]) for point in found]


def test_every_passage_is_there_once_with_its_sources_or_as_our_own():
    both, little, cherkin = ("cherkin2011", "little2008"), ("little2008",), ("cherkin2011",)
    assert said(ARTICLE) == [
        ("", [("No source here, in words that are enough to judge.", ())]),
        ("", [("It may help.", both), ("It is warm.", little), ("Ask us.", ())]),
        ("You can", [("First", ())]),
        ("", [("Inner", little)]),
        ("You can", [("Second.", ())]),
        ("How long?", [("Some weeks", little)]),
        ("Help", [("Massage: 3 of 24", cherkin), ("Moving: Some", cherkin), ("Rest: None", ())]),
        ("In a trial", [("Massage: 6 visits", little)])]


def test_what_is_said_twice_is_judged_once():
    assert len(said("<p>Walk a little.</p><p>Walk a little.</p>")) == 1
    text = sheet(ARTICLE).select_one("main").get_text()
    assert text.count("No source here,") == text.count("3 of 24") == 1


def test_a_citation_is_about_its_own_sentence_when_advice_stands_before_it():
    trial = f"<p>One trial had 204 people in three groups. Nobody in it went without treatment{cite('little2008')}.</p>"
    advice = f"<p>On easier days, do what your plan says. We do not know whether both do more{cite('little2008')}.</p>"
    assert [len(parts) for _, parts in said(trial + advice)] == [1, 2]
    assert said(advice)[0][1][0] == ("On easier days, do what your plan says.", ())


def test_a_row_of_ticks_holds_one_statement_of_ours_and_a_quotation_stays_whole():
    text = "<p>See somebody first if nobody has looked at this pain. Walk a little on each day of the week. Go on.</p>"
    assert [words for words, _ in said(text)[0][1]] == [
        "See somebody first if nobody has looked at this pain.", "Walk a little on each day of the week. Go on."]
    quoted = "<p>“My back has hurt for months by now, dear reader. Can I see somebody who makes a plan with me?”</p>"
    assert len(said(quoted)[0][1]) == 1


def test_passages_stay_under_their_heading_and_what_is_mostly_ours_comes_first():
    trials = "".join(f"<p>Trial {place} found a little{cite('little2008')}.</p>" for place in range(3))
    mixed = f"<h2>Mixed</h2><p>Walk a little on each day of the week.</p>{trials.replace('found', 'saw')}"
    ours = f"<h2>Ours</h2><p>Ask what it costs.</p><p>One trial found a little less{cite('little2008')}.</p>"
    soup = sheet(f"<h2>Cited</h2>{trials}{mixed}{ours}")
    assert [head.get_text() for head in soup.select("h3")] == ["Ours", "Mixed", "Cited"]
    numbers = [mark.get_text() for mark in soup.select(".number")]
    assert numbers == [str(place) for place in range(1, len(numbers) + 1)]
    assert len(numbers) == sum(len(row.select("label")) > 1 for row in soup.select(".judge"))


def test_our_own_words_are_marked_and_come_before_what_has_a_source():
    own = section(sheet(ARTICLE), "our own advice")
    marked = [part.select_one(".number").get_text() for part in own.select(".part") if "(ours)" in part.get_text()]
    assert marked[0] == "2"  # point 1 on the sheet is a warning sign, not our own advice
    assert "No source here" in own.get_text()


def test_links_are_kept_open_beside_the_sheet_and_say_on_paper_where_they_lead():
    link = sheet('<p>Walk, if you need <a href="../safety/">not ask first</a>, each day of the week.</p>').select_one(".part a")
    assert (link["target"], link["rel"]) == ("_blank", ["noopener"])
    assert link["href"] == f"{EDITION.address_of('massage/safety.md')}"
    assert "(→ massage/safety)" in link.parent.get_text()
    assert [a for a in sheet(ARTICLE).select("a") if a.get("target") != "_blank"] == []


def test_the_first_part_ends_with_all_that_is_left_to_do():
    soup = sheet("".join(f"<p>Walk {place} steps on each day of the week.</p>" for place in range(40)))  # plus one claim
    heads = [head.get_text() for head in soup.select("h2, .stop")]
    done = next(place for place, head in enumerate(heads) if "You are done" in head)
    assert "point 10 was the last" in heads[done]
    assert [word for word in ("missing", "whole", "You", "next") if word not in " ".join(heads[done + 1:done + 5])] == []
    assert "Points 11 to 41" in heads[done + 5]


def test_a_claim_stands_with_its_certainty_its_size_and_its_sources(dataset: Dataset):
    claim = dataset.claims[META.sure]
    words = " ".join((claim.people_say, claim.we_say))
    point = next(item for item in sheet(f"{ARTICLE}<p>{words}{cite(*claim.sources)}</p>").select(".point")
                 if "list of claims" in item.get_text())
    text = point.get_text()
    # the sheet shows the page's wording together with the claim, so that reviewers do not judge the same thing twice
    assert words in text
    assert claim.we_say in section(sheet("<p>Nothing.</p>"), "Claims").get_text()
    expected = (claim.we_say, f"Certainty: {claim.certainty.value}", claim.size.rstrip("."), claim.people.rstrip("."))
    assert [part for part in expected if part not in text] == []
    assert re.search(r"\[\d+(, \d+)*\]", text)


def test_our_own_cautions_stand_with_the_official_level_and_may_be_calmer(dataset: Dataset):
    page = '<p>Go if <span data-sign="numb-leg">one leg</span>; <span data-sign="chest-pain">chest pain</span>.</p>'
    soup = sheet(page)
    part = section(soup, "cautions")
    row = dataset.signs["numb-leg"]
    assert len(part.select(".point")) == 1
    expected = (row.official, row.reason, "Get medical help today", "too urgent")
    assert [words for words in expected if words not in part.get_text()] == []
    # reviewers judge each warning sign only once, on the sheet for the page that lists the sign
    assert section(soup, "Warning signs") is None
    assert "1 more warning signs" in soup.get_text()
    listed = sheet('<ul><li data-sign="chest-pain">x</li></ul>', review_sheets.SIGNS)
    assert "chest pain" in section(listed, "Warning").get_text()


def test_a_sign_keeps_its_condition_and_two_signs_are_two_points(dataset: Dataset):
    row = dataset.signs["weak-leg"]
    for words, wording in ((row.short, '<p>Go if new:</p><ul><li><span data-sign="weak-leg">{}</span></li></ul>'),
                           (row.text, '<ul><li data-sign="weak-leg">{}</li></ul>')):
        part = section(sheet(wording.format(words)), "cautions")
        said = [" ".join(mark.parent.get_text().split()) for mark in part.select(".number")]
        assert len(said) == len(part.select(".judge")) == 2
        assert [line for line in said if ", if new, worse or not usual for you" not in line] == []
        assert ["foot" in said[0], "foot" in said[1], "leg that gives way" in said[1]] == [True, False, True]
    assert "if new, worse" not in section(sheet('<p><span data-sign="numb-leg">x</span></p>'), "cautions").get_text()


def test_a_second_sign_stands_in_both_forms_of_the_sign(dataset: Dataset):
    row = dataset.signs["weak-leg"].model_dump()
    assert Sign(**row).second == "a leg"
    with pytest.raises(ValueError, match='must be in both "text" and "short"'):
        Sign(**row | {"second": "an arm"})


def test_what_is_judged_elsewhere_is_said_before_the_first_part_ends():
    steps = "".join(f"<p>Walk {place} steps on each day of the week.</p>" for place in range(40))
    text = sheet(f'<p><span data-sign="chest-pain">chest pain</span></p>{steps}').get_text()
    assert text.count("1 more warning signs") == 1
    assert text.index("1 more warning signs") < text.index("You are done")


def test_example_patients_touch_the_page_and_no_struck_one_is_shown(dataset: Dataset):
    page = '<p><span data-sign="numb-leg">x</span></p>'
    some = [Patient(id="c", words="And my chest.", lowest="emergency", highest="emergency", ticks=(("numb-leg", "chest-pain"),)),
            Patient(id="a", words="My leg is numb.", lowest="today", highest="today", ticks=(("numb-leg",), ())),
            Patient(id="b", words="My chest hurts.", lowest="emergency", highest="emergency", ticks=(("chest-pain",),))]
    text = section(sheet(page, examples=some), "Example").get_text()
    assert "My leg is numb." in text
    assert "My chest hurts." not in text
    assert "And my chest." not in text  # this patient has a second warning sign, which is not on this page's sheet
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
    assert len(soup.select(".judge")) <= len(names)
    # an ordinary text field could cut off text when the page is printed
    assert soup.select("input[type=text], textarea") == []
    assert len(names) == len(set(names))
    cautions = section(soup, "cautions").get_text()
    assert "a knock" in cautions  # the sheet has the wording of the page, not the wording of the data
    assert dataset.signs["thinner-blow"].text not in cautions


@pytest.mark.parametrize(("headings", "first", "count"), [
    ({"a": 1}, 1, 1), ({"a": 9}, 9, 9), ({"a": 5, "b": 9, "c": 9}, 14, 23), ({"a": 7, "b": 9}, 7, 16), ({"a": 40}, 10, 40),
    ({"a": 3, "b": 40}, 10, 43), ({"a": 10, "b": 1}, 10, 11)])
def test_the_first_part_is_half_an_hour_and_keeps_headings_whole(headings: dict[str, int], first: int, count: int):
    some = tuple(review_sheets.Point((review_sheets.Part("x"),), heading=name)
                 for name, many in headings.items() for _ in range(many))
    made = review_sheets.Sheet((), some, (), (), (), (), (), (), 0, 0, (), (), {})
    assert (made.first, made.count) == (first, count)
    assert made.minutes[1] <= review_sheets.SITTING
    assert [block.start for part in made.parts for block in part] == [1, first + 1][:1 + (first < count)]


def test_a_short_sheet_says_nothing_of_a_second_part():
    short = sheet("".join(f"<p>Walk {place} steps on each day of the week.</p>" for place in range(5)))
    assert short.select(".stop") == []
    assert "minutes: points 1 to 6" in short.select_one(".how").get_text()


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
    assert "Ambulance" not in soup.header.get_text()  # the sheet is for reviewers, who need no emergency numbers
    assert "template=review.yml" in soup.select_one(".how a")["href"]
    unnamed = [box for box in soup.select("input, [contenteditable]") if not (box.get("aria-label") or box.find_parent("label"))]
    assert unnamed == []


def test_what_is_left_out_is_said(dataset: Dataset):
    name = "massage/does-it-help.md"
    soup = sheet(ARTICLE, name)
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
