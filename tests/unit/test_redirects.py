"""Tests which old addresses moved.yml may contain. Also tests the redirect page that is built at each old address."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup

from evidence.checks.redirects import moved as rule
from evidence.checks.rules import Site
from evidence.exports import redirect_pages
from evidence.loading.rows import read_yaml
from evidence.model.redirects import Redirect
from tests import DATA, EDITION

HOME = replace(EDITION, address="https://example.org/sub/")

GOOD = "- old: massage/old-name/\n  page: massage/safety.md\n  since: 2026-11-23\n"


def rows(folder: Path, text: str) -> tuple[list[Redirect], list[str]]:
    (folder / "moved.yml").write_text(text)
    found, problems = read_yaml(folder / "moved.yml", Redirect, "old")
    return found, [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(DATA, tmp_path_factory.mktemp("content") / "data")


def said(folder: Path, text: str) -> list[str]:
    """Return the problems that the rule about redirects reports if moved.yml contains `text`."""
    (folder / "moved.yml").write_text(text)
    return [f"{problem.line}: {problem.what}" for problem in rule(Site.of(replace(EDITION, data=folder)))]


def test_the_published_list_is_in_order():
    assert list(rule(Site.of(EDITION))) == []


@pytest.mark.parametrize(("change", "wanted"), [
    (("massage/safety.md", "massage/nowhere.md"), '2: The page "massage/nowhere.md" does not exist.'),
    (("massage/safety.md", "massage/safety.md#nowhere"), '2: There is no anchor "#nowhere" in docs/massage/safety.md.'),
    (("massage/old-name/", "massage/myths/"),
     '1: The old address "massage/myths/" is still the address of docs/massage/myths.md.'),
    (("2026-11-23", "2999-01-01"), '3: The date in the field "since" is in the future (2999-01-01).'),
])
def test_an_entry_that_leads_nowhere_is_a_finding(data: Path, change: tuple[str, str], wanted: str):
    assert said(data, GOOD.replace(*change)) == [wanted]


def test_a_good_entry_is_none(data: Path):
    assert said(data, GOOD.replace("safety.md", "safety.md#sources")) == []


@pytest.mark.parametrize("old", ["/massage/old/", "massage/old", "https://elsewhere.example/", "../up/", "old/index.html"])
def test_an_old_address_is_a_folder_of_this_site(tmp_path: Path, old: str):
    found, problems = rows(tmp_path, GOOD.replace("massage/old-name/", old))
    assert found == []
    assert '"old" is not in the expected form' in problems[0]


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example", "massage/safety/", "../x.md"])
def test_it_leads_to_a_page_of_this_site_only(tmp_path: Path, page: str):
    assert rows(tmp_path, GOOD.replace("massage/safety.md", page))[0] == []


def test_an_address_stands_once(tmp_path: Path):
    assert '"old: massage/old-name/" is already used on line 1.' in rows(tmp_path, GOOD + GOOD)[1][0]


@pytest.mark.parametrize(("old", "page", "way"), [
    ("massage/old/", "massage/safety.md", "../safety/"),
    ("old/", "index.md", "../"),
    ("a/b/c/", "techniques/index.md#x", "../../../techniques/#x"),
    ("massage/", "try/decide.md", "../try/decide/"),
])
def test_the_page_that_stays_leads_on_without_a_script(tmp_path: Path, old: str, page: str, way: str):
    row = Redirect(old=old, page=page, since="2026-11-23")
    [path] = redirect_pages.write(tmp_path, [row], {row.file: 'A <new> & "better" title'}, HOME)
    assert path == tmp_path / old / "index.html"
    text = path.read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    soup = BeautifulSoup(text, "html.parser")
    assert soup.select_one("meta[http-equiv=refresh]")["content"] == f"0; url={way}"
    assert soup.a["href"] == way
    assert soup.a.get_text() == 'A <new> & "better" title'
    target = "https://example.org/sub/" + redirect_pages.path_of(row.file)
    assert soup.select_one("link[rel=canonical]")["href"] == target
    policy, _refresh = (tag["content"] for tag in soup.select("meta[http-equiv]"))
    assert policy.startswith("default-src 'none';")
    # the page contains nothing that its content security policy would block
    assert not soup.select("script, style, [style], link:not([rel=canonical])")


def test_a_page_is_never_written_over(tmp_path: Path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "index.html").write_text("a page")
    with pytest.raises(FileExistsError):
        redirect_pages.write(tmp_path, [Redirect(old="old/", page="index.md", since="2026-11-23")], {"index.md": "Home"}, HOME)


def test_without_an_address_the_stub_still_leads_on(tmp_path: Path):
    row = Redirect(old="old/", page="index.md", since="2026-11-23")
    [path] = redirect_pages.write(tmp_path, [row], {"index.md": "Home"}, replace(EDITION, address=""))
    assert BeautifulSoup(path.read_text(), "html.parser").select_one("link[rel=canonical]")["href"] == "../"
