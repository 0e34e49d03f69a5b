"""Tests parts of the checks that the example edits do not cover: web addresses, forbidden characters, forbidden phrases, and
annotations on GitHub.
"""


import pytest

from evidence.__main__ import main
from evidence.checks import characters, hosts, wording
from evidence.model.problems import Problem
from tests import DOCS, ROOT, WORDS


@pytest.mark.parametrize(("line", "ok"), [
    ("https://doi.org/10.1000/xyz", True), ("HTTPS://DOI.ORG/10.1000/xyz", True), ("(https://doi.org/10.1/a).", True),
    ("https://www.nhs.uk/conditions/back-pain/", True), ("ClinicalTrials.gov lists them", True),
    ("https://doi.org:443/10.1", True), ("see `claims.yml` and decide.js", True), ("and/or, 3.5 of 10, e-mail", True),
    ("https://dx.doi.org/10.1", False), ("https://doi.org.example/10.1", False), ("https://doi.org@evil.example", False),
    ("https://evil.example#doi.org", False), ("//evil.example", False), ("https:/\\evil.example", False),
    ("h&#116;tps://evil.example", False), ("https://%65vil.example", False), ("https://[::1]/", False),
    ("https://xn--di-jlc.org", False), ("data:text/html,x", False), ("ftp://doi.org/x", False), ("tel:+441632960001", False),
    ("mia@backs.example", False), ("backs4u.com", False), ("BACKS4U.COM", False), ("www.backs.example", False),
    ("https://www.cnhc.org.uk/go?to=backclinic", False), ("https://www.nhs.uk/?q=1", False), ("https://www.nhs.uk/#?", True),
    ("https://novascotia.ca/news/release/?id=20191011002", True),
    ("https://github.com/massage-for-back-pain/x", True), ("https://github.com/other/x", False),
])
def test_addresses(dataset, line, ok):
    assert (hosts.faults(line, dataset.hosts, prose=True) == []) is ok


@pytest.mark.parametrize(("host", "known"), [
    ("nhs-backpain.org.uk", "www.nhs.uk"), ("nhsbackpain.uk", "www.nhs.uk"), ("nhs.clinic", "www.nhs.uk"), ("d0i.org", "doi.org"),
    ("www.nhs.uk.example", "www.nhs.uk"), ("who-int.org", "www.who.int"), ("samaritans.help", "www.samaritans.org"),
    ("cuh.nhs.uk", ""), ("www.health.govt.nz", ""), ("rcpch.ac.uk", ""), ("www.gov.uk", ""),
])
def test_a_host_that_borrows_the_name_of_another(host, known):
    listed = ["www.nhs.uk", "doi.org", "www.who.int", "www.samaritans.org", "www.hse.gov.uk", "www.va.gov"]
    assert next((other for other in listed if hosts.borrows(host, other)), "") == known


@pytest.mark.parametrize(("line", "greek", "ok"), [
    ("Plain words, “quoted” – and … 3 × 4 °C.", False, True), ("Núñez, Østergaard, Łukaszewicz", False, True),
    ("TNF-α and TGFβ", True, True), ("TNF-α", False, False), ("dοes", True, False),
    ("zero\u200bwidth", False, False),
    ("ｗｉｄｅ", False, False), ("a \ufb02ick", False, False), ("ma\u0301ssage", False, True),
    ("m\u0336assage", False, False), ("smile \U0001f600", False, False),
])
def test_characters(line, greek, ok):
    assert (list(characters.faults(line, ("LATIN",), greek)) == []) is ok


@pytest.mark.parametrize("text", [
    "café", "it\u2019s", "“quoted” \u2013 and …", "3 \u00d7 4 °C", "\u00c0 la carte", "Muñoz", "naïve", "Übung",
])
@pytest.mark.parametrize("old", ["latin-1", "cp1252", "mac-roman"])
def test_text_saved_with_the_wrong_encoding_is_named(text, old):
    spoilt = text.encode().decode(old, "ignore")
    found = [what for what, _ in characters.faults(spoilt, ("LATIN",), greek=True)]
    assert found, spoilt
    if old == "cp1252":
        assert "wrong encoding" in found[0]


@pytest.mark.parametrize("line", [
    "Ângela, Ãngela, AMANHÃ, NÃO, Åsa, Ärger", "CAFÉ’s “Ä”", "âge – â", "Núñez, Østergaard, Łukaszewicz",
])
def test_a_name_with_an_accent_is_no_wrong_encoding(line):
    assert not any("encoding" in what for what, _ in characters.faults(line, ("LATIN",)))


def test_annotation_is_one_line_that_github_reads():
    problem = Problem(ROOT / "docs" / "a,b.md", 3, "50% of\nit.", "Mend it.", "numbers")
    assert problem.annotation == "::error file=docs/a%2Cb.md,line=3,title=numbers::50%25 of%0Ait. Mend it."
    assert Problem(DOCS / "a.md", 1, "x.", "y.", "dates", warning=True).annotation.startswith("::warning file=docs/a.md,line=1,")


@pytest.mark.parametrize("actions", ["true", ""])
def test_annotations_are_printed_in_ci_only(capsys, monkeypatch, actions):
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    assert main(["check", "tests/fixtures/bad.md"]) == 1
    assert ("::error file=tests/fixtures/bad.md,line=" in capsys.readouterr().out) is bool(actions)


@pytest.mark.parametrize(("sentence", "ok"), [
    ("Ask before you take any medicine with food.", True), ("If a tablet makes you sick, do not stop it; ask.", True),
    ("Put the ball back in its place.", True), ("If you miss a session, nothing is lost.", True),
    ("Reduce the dose only with your prescriber.", True), ("Take one tablet less only if your doctor says so.", True),
    ("Being numb is a warning sign; do not worry alone, call.", True), ("She says that it is working well for her.", True),
    ("You can stop the massage at any time, and skip one if you take antibiotics.", True),
    ("Your pelvis is not out of place.", True), ("No massage cures back pain.", True), ("Do not miss a dose.", True),
    ("Reduce the dose before the massage.", False), ("If you take warfarin, leave it out for a day.", False),
    ("If your leg goes numb, carry on.", False), ("Being sore means that it is working.", False),
    ("No doubt, massage cures back pain.", False), ("It slides the disc back into place.", False),
])
def test_phrases(sentence, ok):
    assert (wording.phrases(WORDS).claimed(sentence) == ()) is ok
