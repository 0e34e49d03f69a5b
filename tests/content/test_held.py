"""Tests the rule about approved text, on which readers' safety or trust depends. Whoever changes such text must also change its
digest (hash).
"""

from __future__ import annotations

from dataclasses import replace

from evidence.__main__ import check
from evidence.checks import held
from evidence.checks.held import Now, digest, found, safety_words_are_held, without_redirect, write
from evidence.checks.held_texts import WRITTEN, reason
from evidence.checks.language import pages_are_in_the_language_of_the_theme
from evidence.checks.rules import Site
from evidence.loading import text_files
from tests import EDITION


def test_each_page_and_each_kind_of_file_that_draws_pages_is_held():
    site = Site.of(EDITION)
    names = dict(found(site, {})).keys()
    assert {name.removesuffix("#order") for name in names if name.endswith(".md#order")} == site.pages.keys()
    assert names >= {"drawings/no-hands.svg", "files/assets/apple-touch-icon.png", "scripts/safety-check.js", "styles/print.css",
                     "overrides/partials/footer.html", "templates/status.html", "words/es/frame.yml", "forms/harm.yml"}


def test_a_changed_template_style_or_drawing_waits(copy):
    changed = [copy.parent / "overrides" / "404.html", copy.parent / "styles" / "print.css", copy / "assets/figures/disc.svg"]
    for path in changed:
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (gone := copy / "assets" / "figures" / "layers.svg").unlink()
    told = [problem.path for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent)))]
    assert {path: told.count(path) for path in (*changed, gone)} == dict.fromkeys((*changed, gone), 1)


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
    held.LIST.write_text("entry,digest\ntry/at-home.md#order,\ntry/at-home.md gone,0123456789abcdef\n", encoding="utf-8")
    site = Site.of(EDITION)
    said = write(site)
    assert "try/at-home.md gone is gone, so its digest was removed." in said
    assert {"signs.yml stroke has a new digest.", "try/at-home.md#order has a new digest."} <= set(said)
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
    names = dict(found(Site(EDITION, dataset), {}))
    assert names.keys() >= {"signs.yml stroke", "frame.yml strip"}
    assert all(isinstance(now, Now) and len(now.digest) == 16 for _, now in found(Site(EDITION, dataset), {}))


def test_the_menu_and_the_extensions_are_held(tmp_path):
    settings = EDITION.config.read_text(encoding="utf-8")
    for old, new in ((": massage/safety.md", " (you need not): massage/safety.md"), ("  - Is it safe?:", "  - Massage is safe:"),
                     ("  tables: {}\n", "  tables: {}\n  nl2br: {}\n")):
        assert old in settings
        (path := tmp_path / "mkdocs.yml").write_text(settings.replace(old, new, 1), encoding="utf-8")
        told = [problem for problem in safety_words_are_held(Site.of(replace(EDITION, config=path))) if problem.path == path]
        assert len(told) == 1


def test_the_order_of_the_rows_of_a_table_is_held(copy):
    head, *rows = (path := copy / "data" / "scans.csv").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *sorted(rows, key=lambda row: row.split(",")[1])]), encoding="utf-8")
    [problem] = (problem for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent))) if problem.path == path)
    assert problem.what.startswith('"The order of the rows, or a comment" differs')


def test_every_file_that_readers_get_is_held():
    held_files = {now.path for _, now in found(Site.of(EDITION), {})}
    folders = (EDITION.docs, EDITION.templates, EDITION.root / "styles")
    published = {path for folder in folders for path in text_files.files(folder) if path.suffix not in (".md", ".bib")}
    assert {path.name for path in published - held_files} == WRITTEN


def test_the_pages_are_in_the_language_of_the_theme(tmp_path):
    (path := tmp_path / "mkdocs.yml").write_text(EDITION.config.read_text(encoding="utf-8").replace(
        "  language: en", "  language: de"), encoding="utf-8")
    [problem] = pages_are_in_the_language_of_the_theme(Site.of(replace(EDITION, config=path)))
    assert problem.instead.startswith('Write "language: en".')


def test_the_reason_for_a_text_is_in_its_words():
    danger = Site.of(EDITION).noted.pattern("held")
    assert reason("Stop if your leg is numb.", danger) == 'it has a word that can warn readers ("numb")'
    assert reason("Ask if [!new].", danger) == "it tells readers when to get help ([!new])"
    assert reason("The towel is warm [@moyer2004].", danger) == "somebody compared these words with their source"
    assert reason("The room is quiet, and the oil is warm.", danger) == "readers act on what a page says"


def test_a_paragraph_under_another_heading_is_one_problem(copy):
    page = copy / "try" / "partner-massage.md"
    parts = page.read_text(encoding="utf-8").split("\n\n")
    first, second = [place for place, part in enumerate(parts) if part.startswith("## ")][:2]
    parts.insert(second, parts.pop(first + 1))
    page.write_text("\n\n".join(parts), encoding="utf-8")
    [problem] = (problem for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent))) if problem.path == page)
    assert "order of the paragraphs" in problem.what


def test_a_page_that_moved_with_its_words_is_one_problem(copy):
    old = copy / "try" / "after-a-session.md"
    old.rename(copy / "try" / "afterwards.md")
    told = {problem.path.name: problem.what for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent)))
            if problem.path.name in ("after-a-session.md", "afterwards.md")}
    assert told.keys() == {"afterwards.md"}
    assert told["afterwards.md"].startswith("This page used to be docs/try/after-a-session.md")


def test_a_new_page_is_one_problem(copy):
    page = copy / "try" / "new.md"
    page.write_text((copy / "try" / "after-a-session.md").read_text(encoding="utf-8"), encoding="utf-8")
    told = [problem.what for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent))) if problem.path == page]
    assert told == ["This page is new, and nobody has approved its text."]


def test_a_lost_blank_line_and_an_indented_line_are_named(copy):
    page = copy / "try" / "cost.md"
    text = page.read_text(encoding="utf-8")
    changed = text.replace("up to date.\n\n", "up to date.\n", 1).replace("\nWhy six?", "\n    Why six?", 1)
    page.write_text(changed, encoding="utf-8")
    told = {problem.instead.partition(".")[0] for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent)))}
    assert {"Leave a blank line above it", "If the line is indented, remove the spaces at its start"} <= told


def test_a_new_file_and_a_comment_in_a_data_file_wait(copy):
    (new := copy / "data" / "prices.yml").write_text("- price: 70\n", encoding="utf-8")
    with (copy / "data" / "signs.yml").open("a", encoding="utf-8") as signs:
        signs.write("# A professor has read these rows.\n")
    told = [problem.path for problem in safety_words_are_held(Site.of(EDITION.at(copy.parent)))]
    assert (told.count(new), told.count(copy / "data" / "signs.yml")) == (1, 1)
