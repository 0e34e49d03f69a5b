"""Tests the protection of wording on which readers' safety depends. Whoever changes such wording must also change its digest
(hash).
"""

from __future__ import annotations

from dataclasses import replace

from evidence.__main__ import check
from evidence.checks import held
from evidence.checks.held import Now, digest, found, safety_words_are_held, without_redirect, write
from evidence.checks.held_texts import Reasons
from evidence.checks.rules import Site
from tests import EDITION

NAMED = {
    *(f"about/{name}.md" for name in (
        "accessibility", "for-clinicians", "for-massage-therapists", "guidelines", "how-this-site-is-made", "how-we-know",
        "in-the-treatment-room", "our-cautions", "privacy", "read-with-people", "review-a-page", "scorecard", "ten-questions")),
    "back-pain/warning-signs.md", "massage/safety.md", "treatments/before-a-painkiller.md", "treatments/being-active.md",
    "treatments/medicines.md", "try/after-a-session.md", "try/at-home.md", "try/first-visit.md",
    "try/handouts/warning-signs.md", "try/partner-massage.md", "assets/figures/no-hands.svg", "assets/figures/saddle-area.svg"}
"""Pages and drawings that are held in whole or in part because held.csv lists them. If a name disappeared from that file, no
check would report it."""


def test_no_page_was_let_go():
    assert {line.split("#")[0].split(",")[0] for line in held.LIST.read_text(encoding="utf-8").splitlines()} >= NAMED


def test_a_change_that_waits_for_approval_is_told_and_is_no_error(copy, capsys):
    page = copy / "try" / "at-home.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Lean in a little,", "Lean in hard,"), encoding="utf-8")
    assert check(EDITION.at(copy.parent), [page]) == 0
    told = capsys.readouterr().out
    assert ': to be approved: "Lean in hard' in told
    assert "No problems found.\n" in told
    assert "must be approved by somebody" in told


def test_the_command_writes_what_is_there_and_says_what_changed(copy, tmp_path, monkeypatch):
    monkeypatch.setattr(held, "LIST", tmp_path / "held.csv")
    held.LIST.write_text("entry,digest\ntry/at-home.md#when-to-stop,\ntry/at-home.md#gone,0123456789abcdef\n", encoding="utf-8")
    site = Site.of(EDITION)
    said = write(site)
    assert "try/at-home.md#gone is gone, so its digest was removed." in said
    assert {"signs.yml stroke has a new digest.", "try/at-home.md#when-to-stop has a new digest."} <= set(said)
    assert write(site) == []
    assert [*safety_words_are_held(site)] == []


def test_a_page_that_is_gone_needs_its_old_address_before_its_digests_go(copy):
    site = Site.of(EDITION.at(copy.parent))
    assert without_redirect(site) == []
    (copy / "try" / "at-home.md").unlink()
    assert without_redirect(Site.of(EDITION.at(copy.parent))) == ["try/at-home.md"]
    with (copy / "data" / "moved.yml").open("a", encoding="utf-8") as file:
        file.write("\n- old: try/at-home/\n  page: try/index.md\n  since: 2026-11-30\n")
    assert without_redirect(Site.of(EDITION.at(copy.parent))) == []


def test_the_sign_of_a_bullet_is_not_one_of_the_words(copy):
    before = {name: now.digest for name, now in found(Site.of(EDITION.at(copy.parent)), {})}
    path = copy / "massage" / "index.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n- ", "\n* "), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert {name: now.digest for name, now in found(Site.of(EDITION.at(copy.parent)), {})} == before


def test_a_digest_is_of_the_words(dataset):
    assert digest("over 65") != digest("over 85")
    assert dict(found(Site(EDITION, dataset), {"try/no-such-page.md#top": ""})).keys() >= {"signs.yml stroke", "frame.yml strip"}
    assert all(isinstance(now, Now) and len(now.digest) == 16 for _, now in found(Site(EDITION, dataset), {}))


def test_a_name_in_the_menu_is_held(tmp_path):
    (path := tmp_path / "mkdocs.yml").write_text(EDITION.config.read_text(encoding="utf-8").replace(
        "Who should ask first: massage/safety.md", "Safe for nearly everybody: massage/safety.md"), encoding="utf-8")
    told = [problem for problem in safety_words_are_held(Site.of(replace(EDITION, config=path))) if problem.path == path]
    assert [problem.what for problem in told] == [
        '"Safe for nearly everybody" differs from the approved words: it is a name in the menu.']


def test_the_reason_for_a_text_is_in_its_words():
    reasons = Reasons(Site.of(EDITION))
    assert reasons.of("Stop if your leg is numb.") == 'it has a word of danger ("numb")'
    assert reasons.of("Ask if [!new].") == "it tells readers when to get help ([!new])"
    said = 'it tells readers something ("{}") and names no source'
    assert reasons.of("Two glasses wash out the rest.") == said.format("wash out")
    assert reasons.of("Most people sleep again.") == said.format("Most")
    assert reasons.of("The health service sees you for nothing.") == said.format("for nothing")
    assert reasons.of("It relaxes the discs. That is our advice.") == said.format("relaxes")
    assert reasons.of("The towel is warm [@moyer2004].") == "somebody compared these words with their source"
    for free in ("Two of them are enough (our advice).", "A towel.", "[How it helps](a.md)",
                 "The room is quiet, and the oil is warm."):
        assert reasons.of(free) == ""


def test_a_page_that_moved_with_its_words_is_one_problem(copy):
    old = copy / "try" / "after-a-session.md"
    old.rename(copy / "try" / "afterwards.md")
    told = {problem.path.name: problem.what for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent)))
            if problem.path.name in ("after-a-session.md", "afterwards.md")}
    assert told.keys() == {"afterwards.md"}
    assert told["afterwards.md"].startswith("This page used to be docs/try/after-a-session.md")
