import io

import pytest

from scripts import codeowners_summary
from scripts.codeowners_summary import CODEOWNERS, covers, headings, report

TEXT = CODEOWNERS.read_text(encoding="utf-8")


@pytest.mark.parametrize(("pattern", "file", "yes"), [
    ("/docs/massage/safety.md", "docs/massage/safety.md", True), ("/docs/massage/safety.md", "docs/massage/safety.md.md", False),
    ("/evidence/", "evidence/checks/hosts.py", True), ("/evidence/", "docs/evidence/x.md", False),
    ("/*.yml", "mkdocs.yml", True), ("/*.yml", "docs/data/claims.yml", False),
])
def test_patterns(pattern, file, yes):
    assert covers(pattern, file) is yes


def test_files_stand_under_their_heading():
    found = headings(["docs/massage/safety.md", "docs/data/allowed-domains.yml", "docs/benefits/stress.md", "mkdocs.yml",
                      "evidence/checks/hosts.py"], TEXT)
    place = {file: heading for heading, files in found.items() for file in files}
    assert "harm readers" in place["docs/massage/safety.md"]
    assert "can be sent" in place["docs/data/allowed-domains.yml"]
    assert "both teams" in place["evidence/checks/hosts.py"]
    assert "Machinery" in place["mkdocs.yml"]
    assert "docs/benefits/stress.md" not in place


def test_rules_and_what_they_judge_in_one_change():
    assert "alters both the rules" in report(["evidence/checks/hosts.py", "docs/benefits/stress.md"], TEXT)
    assert "alters both the rules" not in report(["evidence/checks/hosts.py"], TEXT)
    for agreed in codeowners_summary.AGREED:
        assert "alters both the rules" not in report([agreed, "docs/data/signs.yml"], TEXT)
    assert "None of the changed files" in report(["docs/benefits/stress.md"], TEXT)


def test_names_of_files_cannot_dress_up_the_message():
    line = report(["docs/try/handouts/`**x**`.md"], TEXT).splitlines()[-1]
    assert line == "- `docs/try/handouts/'**x**'.md`"


def test_reads_what_git_prints(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("docs/massage/safety.md\0docs/index.md\0"))
    assert codeowners_summary.main() == 0
    assert "`docs/massage/safety.md`" in capsys.readouterr().out


def test_what_sends_readers_elsewhere_and_what_can_harm_them_is_named():
    for file in ("allowed-domains.yml", "registers.yml", "helplines.yml", "organisations.yml", "warning-signs.yml",
                 "safety-check.yml", "search-words.yml", "references.bib", "claims.yml"):
        assert headings([f"docs/data/{file}"], TEXT), file
