"""Tests that claims.json and pages.json are complete, the same in every build, and consistent with the pages of the site."""

from __future__ import annotations

import json
from pathlib import Path

from evidence.exports import open_data
from evidence.loading import pages
from evidence.model.dataset import Dataset
from tests import DOCS, EDITION, ROOT


def entries(built: Path, kind: str) -> list[dict]:
    return json.loads((built / "data" / f"{kind}.json").read_text(encoding="utf-8"))[kind]


def test_same_data_same_bytes(tmp_path: Path):
    def made(folder: str) -> list[bytes]:
        return [path.read_bytes() for path in open_data.write(tmp_path / folder, EDITION, lambda name: name)]

    assert made("one") == made("two")


def test_every_page_is_there_and_its_path_leads_to_it(built: Path):
    found = entries(built, "pages")
    assert {entry["source"] for entry in found} == {f"docs/{path.relative_to(DOCS).as_posix()}" for path in pages.files(EDITION)}
    assert all((built / entry["path"] / "index.html").is_file() for entry in found)


def test_every_claim_is_there_with_its_card_and_its_sources(built: Path, dataset: Dataset):
    found = entries(built, "claims")
    assert [entry["id"] for entry in found] == list(dataset.claims)
    for entry in found:
        path, _, anchor = entry["path"].partition("#")
        assert f'id="{anchor}"' in (built / path / "index.html").read_text(encoding="utf-8")
        assert [source["key"] for source in entry["sources"]] == dataset.claims[entry["id"]].sources
        for source in entry["sources"]:  # a paper that is in no online database has no address
            assert source["url"].startswith("http") or (source["url"] == "" and dataset.references[source["key"]].pages)


def test_every_field_is_described(built: Path):
    text = (DOCS / "about" / "data.md").read_text(encoding="utf-8")
    top = json.loads((built / "data" / "claims.json").read_text(encoding="utf-8"))
    page = entries(built, "pages")[0]
    for name in [*(set(top) - {"claims"}), *page, *entries(built, "claims")[0]["sources"][0]]:
        assert f"`{name}`" in text, name


def test_data_files_are_published_as_they_are(built: Path):
    for path in (DOCS / "data").iterdir():
        assert (built / "data" / path.name).read_bytes() == path.read_bytes()


def test_the_files_bear_the_date_of_the_version(built: Path):
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    for name in ("claims", "pages"):
        file = json.loads((built / "data" / f"{name}.json").read_text(encoding="utf-8"))
        assert f"date-released: {file['released']}\n" in citation
