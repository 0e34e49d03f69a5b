import pytest

from evidence.loading.bibliography import read, sorts_as
from evidence.markdown.fence_views import ReferencesFence
from tests import EDITION

GOOD = """@article{smith2020,
  author = {Smith, Anna Maria and van der Berg, Jan-Willem and others},
  title = {Massage for the back: a {RCT}},
  journal = {Spine},
  year = {2020},
  volume = {4},
  number = {2},
  pages = {1--9},
  doi = {10.1000/xyz},
  pmid = {123},
  design = {RCT},
  annote = {It helped a little.},
  checked = {yes},
}
"""
BAD = """@misc{nobody,
  title = {No author, no year},
  doi = {https://doi.org/10.1000/xyz},
  checked = {perhaps},
}
"""


def write(tmp_path, text):
    path = tmp_path / "references.bib"
    path.write_text(text)
    return read(path, EDITION.today)


def test_style(tmp_path):
    references, problems = write(tmp_path, GOOD)
    reference = references["smith2020"]
    assert not problems
    assert reference.by == "Smith AM, van der Berg JW, et al"
    assert reference.title == "Massage for the back: a RCT"
    assert reference.where == "Spine. 2020;4(2):1–9"
    assert reference.link == "https://doi.org/10.1000/xyz"
    assert reference.short == "Smith 2020"


def test_organisation_keeps_its_name(tmp_path):
    references, _ = write(tmp_path, GOOD.replace("Smith, Anna Maria and van der Berg, Jan-Willem and others",
                                                "{World Health Organization}"))
    assert references["smith2020"].by == "World Health Organization"


def test_every_fault_is_named_with_its_line(tmp_path):
    _, problems = write(tmp_path, GOOD + BAD)
    text = "\n".join(map(str, problems))
    assert {problem.line for problem in problems} == {GOOD.count("\n") + 1}
    for word in ("author", "year", "design", "annote", "checked", "not a DOI"):
        assert word in text


def test_repeated_key_and_broken_entry(tmp_path):
    assert "appears twice" in write(tmp_path, GOOD + GOOD)[1][0].what
    references, problems = write(tmp_path, GOOD.replace("title = {", "title = {{"))
    assert not references
    assert "cannot be read" in problems[0].what


AUTHORS = "Smith, Anna Maria and van der Berg, Jan-Willem and others"
ENTRY_LINE = GOOD.count("\n") + 2


def second(change):
    """Return a BibTeX file with two entries. The function `change` alters the second entry, `other2020`."""
    other = GOOD.replace("smith2020", "other2020").replace("10.1000/xyz", "10.1000/abc").replace("123", "124")
    return GOOD + "\n" + change(other)


@pytest.mark.parametrize(("typed", "read_as"), [
    (r"G{\"o}tz, J{\"u}rgen and Garc{\'i}a, {\'A}ngel", "Götz J, García Á"),
    (r"{\O}stlund, Per", "Østlund P"),
    ("Smith, AB and Jones, C. D.", "Smith AB, Jones CD"),
    ("Smith, Jr., Anna", "Smith A Jr."),
    ("{World Health Organization} and Smith, Anna", "World Health Organization, Smith A"),
])
def test_names_are_read_as_meant(tmp_path, typed, read_as):
    references, problems = write(tmp_path, GOOD.replace(AUTHORS, typed))
    assert not problems
    assert references["smith2020"].by == read_as


@pytest.mark.parametrize(("typed", "advice"), [
    ("World Health Organization", "{{World Health Organization}}"),
    ("Daniel C. Cherkin", "Surname, Given names"),
    ("Smith AB, Jones CD, Brown EF", '"and" between'),
    ("Smith AB, Jones CD", '"and" between'),
    ("Smith, A., B., C., and Jones, D.", '"and" between'),
    ("Smith, A.; Jones, B.", '"and" between'),
    ("Smith, 4nna", "begin with a letter"),
])
def test_names_that_can_be_read_wrongly_are_refused(tmp_path, typed, advice):
    _, problems = write(tmp_path, second(lambda text: text.replace(AUTHORS, typed)))
    assert [problem.line for problem in problems] == [ENTRY_LINE]
    assert advice in problems[0].instead


def test_latex_in_text(tmp_path):
    title = r"Na{\"\i}ve care for 50\% of people, 7% of {\'a}ll"
    references, problems = write(tmp_path, GOOD.replace("Massage for the back: a {RCT}", title))
    assert not problems
    assert references["smith2020"].title == "Naïve care for 50% of people, 7% of áll"
    _, problems = write(tmp_path, second(lambda text: text.replace("a {RCT}", r"a \emph{RCT}")))
    assert [(problem.line, "emph" in problem.what) for problem in problems] == [(ENTRY_LINE, True)]


def test_addresses_stay_as_written(tmp_path):
    text = GOOD.replace("doi = {10.1000/xyz}", r"doi = {10.1000/s0140-6736(98)--00012}, url = {https://www.nhs.uk/~smith/back--pain\_1.pdf}")
    references, problems = write(tmp_path, text)
    assert not problems
    assert references["smith2020"].doi == "10.1000/s0140-6736(98)--00012"
    assert references["smith2020"].url == "https://www.nhs.uk/~smith/back--pain_1.pdf"
    _, problems = write(tmp_path, second(lambda text: text.replace("doi = {10.1000/abc}", r"url = {\url{https://www.nhs.uk/a}}")))
    assert [(problem.line, "url" in problem.what) for problem in problems] == [(ENTRY_LINE, True)]


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text,
    lambda text: "  " + text.replace("\n", "\n  "),
    lambda text: text.replace("@article{", "@article(").replace("\n}\n", "\n)\n"),
    lambda text: "@comment{old, author = {Smith, A.}}\n@comment{old, author = {Smith, A.}}\n" + text,
    lambda text: text.replace("\n", "\r\n"),
])
def test_what_other_programs_write_is_read(tmp_path, change):
    references, problems = write(tmp_path, change(GOOD))
    assert not problems
    assert references["smith2020"].short == "Smith 2020"


@pytest.mark.parametrize("end", ["\\", "\\'", "{\\", "\\emph{", "\\x}"])
def test_latex_that_never_ends_is_refused(tmp_path, end):
    _, problems = write(tmp_path, GOOD.replace("a {RCT}", end))
    assert problems


def test_two_entries_on_one_line(tmp_path):
    references, problems = write(tmp_path, second(lambda text: text).replace("\n", " "))
    assert not problems
    assert set(references) == {"smith2020", "other2020"}


@pytest.mark.parametrize(("change", "said"), [
    (lambda text: text.replace("other2020", "Smith2020"), 'the first time as "smith2020"'),
    (lambda text: text.replace("  year", "  title = {Another},\n  year"), 'field "title" twice'),
])
def test_faults_of_one_entry_have_its_line_and_spare_the_others(tmp_path, change, said):
    references, problems = write(tmp_path, second(change))
    assert [problem.line for problem in problems] == [ENTRY_LINE]
    assert said in problems[0].what
    assert "smith2020" in references


def test_broken_entry_is_named_where_it_begins(tmp_path):
    references, problems = write(tmp_path, second(lambda text: text.replace("title = {", "title {")))
    assert [problem.line for problem in problems] == [ENTRY_LINE]
    assert set(references) == {"smith2020"}


def test_another_encoding_is_refused_with_its_line(tmp_path):
    path = tmp_path / "references.bib"
    path.write_bytes((GOOD + "@misc{d, author = {Dürr, A.}}").encode("latin-1"))
    references, problems = read(path, EDITION.today)
    assert "smith2020" in references
    assert (problems[0].line, "UTF-8" in problems[0].instead) == (GOOD.count("\n") + 1, True)


def test_a_letter_with_a_mark_sorts_with_its_own():
    assert [sorts_as(name) for name in ("Östlund P", "Øre A", "Łoś B")] == ["ostlund p", "ore a", "los b"]
    assert ReferencesFence(letters="L-Z").holds("Östlund P")
    assert not ReferencesFence(letters="A-K").holds("Östlund P")


@pytest.mark.parametrize(("text", "line", "advice"), [
    (GOOD + "\nTY  - JOUR\nAU  - Smith, Jane A.\nER  - \n", ENTRY_LINE, "as BibTeX"),
    ("PMID- 123\nOWN - NLM\n\n" + GOOD, 1, "as BibTeX"),
    (GOOD + "}\n", ENTRY_LINE - 1, "begins with @"),
    (GOOD + "@comment{old {entry}}\nSmith 2020, about backs\n", ENTRY_LINE, "begins with @"),
])
def test_text_outside_the_entries_is_refused(tmp_path, text, line, advice):
    references, problems = write(tmp_path, text)
    assert [problem.line for problem in problems] == [line]
    assert advice in problems[0].instead
    assert "smith2020" in references


def test_comments_and_the_rest_of_a_broken_entry_are_no_stray_text(tmp_path):
    assert not write(tmp_path, "% Sources\n\n" + GOOD + "\n@comment{old}\n% end\n")[1]
    for change in (("title = {", "title {"), ("year = {2020},", "year = 2020"), ("@article{", "@article")):
        assert len(write(tmp_path, second(lambda text, change=change: text.replace(*change)) + "\n" + GOOD.replace(
            "smith2020", "third2020").replace("xyz", "def").replace("123", "125"))[1]) == 1, change


def test_fields_of_another_program_are_not_published(tmp_path):
    more = "file = {C\\:\\\\Users\\\\anna\\\\x.pdf}, abstract = {A long text.}, journaltitle = {Spine},\n  checked"
    _, [problem] = write(tmp_path, second(lambda text: text.replace("checked", more)))
    assert problem.line == ENTRY_LINE
    assert "abstract, file, journaltitle" in problem.what
    assert "journal instead of journaltitle" in problem.instead


@pytest.mark.parametrize("typed", ["p$<$0.05", "m^2", "CO_2", "$50"])
def test_tex_in_text_is_refused(tmp_path, typed):
    _, [problem] = write(tmp_path, second(lambda text: text.replace("It helped a little", f"It helped {typed} more")))
    assert (problem.line, typed in problem.what) == (ENTRY_LINE, True)


def test_a_key_is_a_surname_and_a_year(tmp_path):
    _, [problem] = write(tmp_path, second(lambda text: text.replace("other2020", "smithMassageBack2020")))
    assert '"smith2020"' in problem.instead


@pytest.mark.parametrize("fields", ["read = {abstract}", "read = {skimmed}, read_at = {PubMed}, accessed = {2026-11-28}"])
def test_how_it_was_read_is_said_whole(tmp_path, fields):
    _, problems = write(tmp_path, GOOD.replace("checked = {yes},", f"checked = {{yes}}, {fields},"))
    assert ["does not say which part of it was read" in problem.what for problem in problems] == [True]
    _, problems = write(tmp_path, GOOD.replace(
        "checked = {yes},", "checked = {yes}, read = {full text}, read_at = {PMC1}, accessed = {2026-11-28},"))
    assert not problems


def test_nobody_reads_a_source_before_it_is_published(tmp_path):
    _, problems = write(tmp_path, GOOD.replace("checked = {yes},", "checked = {yes}, accessed = {1999-11-28},"))
    assert ["before it was published" in problem.what for problem in problems] == [True]


def test_a_paper_without_an_address_has_its_journal_and_pages(tmp_path):
    bare = GOOD.replace("  doi = {10.1000/xyz},\n", "").replace("  pmid = {123},\n", "")
    assert not write(tmp_path, bare)[1]
    _, [problem] = write(tmp_path, bare.replace("  pages = {1--9},\n", ""))
    assert "has no DOI" in problem.what
