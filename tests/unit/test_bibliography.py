"""References: one style, and every fault named."""

from evidence.bibliography import read

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
    return read(path)


def test_style(tmp_path):
    references, findings = write(tmp_path, GOOD)
    reference = references["smith2020"]
    assert not findings
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
    _, findings = write(tmp_path, GOOD + BAD)
    text = "\n".join(map(str, findings))
    assert {finding.line for finding in findings} == {GOOD.count("\n") + 1}
    for word in ("author", "year", "design", "annote", "checked", "not a DOI"):
        assert word in text


def test_repeated_key_and_broken_entry(tmp_path):
    assert "second time" in write(tmp_path, GOOD + GOOD)[1][0].what
    references, findings = write(tmp_path, GOOD.replace("title = {", "title = {{"))
    assert not references
    assert "cannot be read" in findings[0].what
