"""Tests that the loaders know on which line each data entry begins, and report all mistakes in a file at once."""

from evidence.loading.rows import parse_yaml, read_csv, read_yaml
from evidence.model.effects import Effect
from evidence.model.glossary import Term

HEAD = ("id,source,technique,comparator,population,outcome,time_point,measure,scale,effect,ci_low,ci_high,"
        "n_participants,n_trials,certainty,certainty_by,use,draw,beside,people_of,note\n")


def test_yaml_faults_come_all_at_once_with_their_lines(tmp_path):
    path = tmp_path / "glossary.yml"
    path.write_text("- id: one\n  term: one\n  short: s\n  long: l\n"
                    "- id: Two\n  term: two\n  short: s\n  long: l\n"
                    "- id: three\n  term: three\n  long: l\n  colour: red\n"
                    "- id: one\n  term: again\n  short: s\n  long: l\n")
    records, problems = read_yaml(path, Term)
    assert [record.id for record in records] == ["one", "one"]
    assert [problem.line for problem in problems] == [5, 9, 12, 13]
    text = "\n".join(map(str, problems))
    assert '"short" is missing' in text
    assert '"colour" is not a known field' in text
    assert "already used on line 1" in text


def test_broken_yaml_is_one_finding_with_a_line():
    data, problems = parse_yaml("a: 1\nb: [1, 2\nc: 3\n", path := __import__("pathlib").Path("x.yml"))
    assert data is None
    assert problems[0].path == path
    assert problems[0].line == 3


def test_csv_interval_must_hold_the_effect(tmp_path):
    path = tmp_path / "effects.csv"
    row = "{id},s,massage,usual care,LBP,pain,10 weeks,MD,RDQ 0-23,{effect},{low},{high},10,1,low,editors,core,yes,,,\n"
    path.write_text(HEAD + row.format(id="good", effect=-2, low=-3, high=-1)
                    + row.format(id="sign", effect=2, low=-3, high=-1)
                    + row.format(id="half", effect=-2, low="", high=-1)
                    + row.format(id="word", effect="much", low=-3, high=-1) + "too,few,cells\n")
    records, problems = read_csv(path, Effect, "id")
    assert [record.id for record in records] == ["good"]
    assert [problem.line for problem in problems] == [3, 4, 5, 6]
    assert "does not contain" in problems[0].what


def test_quoted_cells_may_run_over_lines(tmp_path):
    path = tmp_path / "effects.csv"
    path.write_text(HEAD + 'a,s,m,c,p,pain,t,MD,RDQ,-2,-3,-1,10,1,low,editors,core,yes,,,"two\nlines"\n'
                    + "b,s,m,c,p,pain,t,MD,RDQ,-2,-3,-1,10,1,none,editors,core,yes,,,\n")
    records, problems = read_csv(path, Effect, "id")
    assert [record.line for record in records] == [2]
    assert [problem.line for problem in problems] == [4]


def test_a_missing_file_is_a_finding(tmp_path):
    assert read_yaml(tmp_path / "none.yml", Term)[1][0].what == "The file is missing."
