"""Tests what search engines and other programs get from the site: addresses, titles, structured data and machine-readable copies.
Also tests what people see at an address that does not exist.
"""

from __future__ import annotations

import json
import re
import struct
import threading
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import html5lib
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from evidence.exports import meta_of, redirect_pages
from evidence.exports.markdown_copies import NAME
from evidence.loading import pages
from evidence.model.dataset import Dataset
from evidence.model.pages import long_date
from evidence.model.redirects import Redirect
from evidence.model.urls import path_of
from figures.share import SECTIONS
from tests import EDITION, ROOT
from tests.conftest import published_pages, soup_of
from tests.each import each

PAGES = published_pages()
FILES = {path_of(name): name for name in map(EDITION.name_of, pages.files(EDITION))}
PART_OF_A_WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
HOME = EDITION.address


def plain(text: str) -> str:
    return " ".join(text.split())


# Addresses, titles, descriptions

@each("address", PAGES)
def test_a_page_says_where_it_stands_and_how_it_looks_when_shared(built: Path, address: str):
    soup = soup_of(built, address)
    meta = meta_of(FILES[address], EDITION)
    here = urljoin(HOME, address)
    assert [link["href"] for link in soup.select("link[rel=canonical]")] == [here]
    names = {tag["name"] for tag in soup.select("meta[name]")} - ({"robots"} if meta.unlisted else set())
    assert names == {"color-scheme", "description", "referrer", "twitter:card", "viewport"}
    shared = {tag["property"]: tag["content"] for tag in soup.select('meta[property^="og:"]')}
    assert shared["og:url"] == here
    assert shared["og:title"] == meta.title
    assert shared["og:description"] == meta.description == soup.select_one("meta[name=description]")["content"]
    section = address.split("/", maxsplit=1)[0]
    assert shared["og:image"] == f"{HOME}assets/share/{section if section in SECTIONS else 'home'}.png"
    assert len(shared["og:image:alt"]) > 30
    assert soup.select_one('meta[name="twitter:card"]')["content"] == "summary_large_image"
    assert soup.select_one("link[type='text/markdown']")["href"] == NAME


def test_titles_and_descriptions_are_each_pages_own(built: Path):
    titles = Counter(soup_of(built, address).title.get_text() for address in PAGES)
    descriptions = Counter(soup_of(built, address).select_one("meta[name=description]")["content"] for address in PAGES)
    assert [title for title, count in titles.items() if count > 1] == []
    assert [words for words, count in descriptions.items() if count > 1] == []
    assert all(50 <= len(words) <= 155 and words.endswith((".", "?")) for words in descriptions)


def test_pictures_are_there_and_have_the_size_that_is_promised(built: Path):
    soup = soup_of(built, "")
    shared = [f"share/{section}.png" for section in SECTIONS]
    sizes = {name: struct.unpack(">II", (built / "assets" / name).read_bytes()[16:24])
             for name in (*shared, "favicon.png", "apple-touch-icon.png")}
    assert sizes == {**dict.fromkeys(shared, (1200, 630)), "favicon.png": (48, 48), "apple-touch-icon.png": (180, 180)}
    assert all((built / "assets" / name).stat().st_size < 100_000 for name in shared)
    promised = [soup.select_one(f'meta[property="og:image:{side}"]')["content"] for side in ("width", "height")]
    assert promised == ["1200", "630"]
    for link in soup.select("link[rel~=icon], link[rel=apple-touch-icon]"):
        assert (built / link["href"]).is_file()


def test_the_map_names_every_page_with_its_own_date(built: Path):
    space = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = etree.parse(built / "sitemap.xml").findall("url", space)
    dates = {url.findtext("loc", namespaces=space): url.findtext("lastmod", namespaces=space) for url in found}
    metas = {name: meta_of(name, EDITION) for name in FILES.values()}
    assert dates == {EDITION.address_of(name): meta.newest.isoformat() for name, meta in metas.items() if not meta.unlisted}
    assert (built / "robots.txt").read_text() == f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n"


def test_a_page_is_as_new_as_its_last_change_or_check():
    meta = meta_of("massage/safety.md", EDITION)
    later = meta.model_copy(update={"checked": date(2030, 1, 2)})
    assert later.newest == date(2030, 1, 2)
    changed = meta.changes[0].model_copy(update={"date": date(2031, 1, 2)})
    assert later.model_copy(update={"changes": [changed, *meta.changes]}).newest == date(2031, 1, 2)


# Structured data

def graph(built: Path, address: str) -> list[dict[str, Any]]:
    block = soup_of(built, address).select('script[type="application/ld+json"]')
    assert len(block) == 1
    data = json.loads(block[0].get_text())
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, name)
    elif isinstance(value, str):
        yield name, value


@each("address", PAGES)
def test_structured_data_says_nothing_that_is_not_on_the_page(built: Path, address: str):
    soup = soup_of(built, address)
    words = plain(f"{soup.title.get_text()} {soup.body.get_text(' ')}")
    here = urljoin(HOME, address)
    targets = {urljoin(here, link["href"]) for link in soup.select("a[href]")} | {here}
    targets |= {f"{here}#{element['id']}" for element in soup.select("article [id]")}
    sources = {link["href"] for link in soup.select("#sources li a[href]")}
    for name, value in leaves(graph(built, address)):
        match name:
            case "@type":
                assert value.isalpha()
            case "@id" | "url" | "item":
                assert value.removesuffix("#website") in targets, (name, value)
            case "citation":
                assert value in sources
            case "datePublished" | "dateModified":
                assert long_date(date.fromisoformat(value)) in words
            case "license":
                assert value.endswith("/by/4.0/")
                assert "CC BY 4.0" in words
            case "inLanguage":
                assert value == soup.html["lang"]
            case "name" | "description":
                assert plain(value).lower() in words.lower(), (name, value)
            case _:
                pytest.fail(f'The property "{name}" is new. Add a check to this test that the page shows its value.')


@each("address", PAGES)
def test_structured_data_names_the_pages_sources_and_the_way_to_it(built: Path, address: str):
    nodes = {node["@type"]: node for node in graph(built, address)}
    page = nodes.get("MedicalWebPage") or nodes["WebPage"]
    cited = [item.select_one("span a[href]") for item in soup_of(built, address).select("#sources li")]
    assert page.get("citation", []) == [link["href"] for link in cited if link]
    assert not {"lastReviewed", "reviewedBy"} & page.keys()
    if address:
        steps = nodes["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert (steps[0]["item"], steps[-1]["item"]) == (HOME, urljoin(HOME, address))
    else:
        assert nodes["WebSite"]["url"] == HOME


@pytest.mark.parametrize(("address", "kind", "about"), [
    ("", "MedicalWebPage", {"Back pain"}),
    ("back-pain/", "MedicalWebPage", {"long-term (chronic) back pain"}),
    ("massage/", "MedicalWebPage", {"massage", "Back pain"}),
    ("techniques/myofascial-release/", "MedicalWebPage", {"myofascial release", "Back pain"}),
    ("about/privacy/", "WebPage", set()),
])
def test_structured_data_says_what_a_page_is_about(built: Path, address: str, kind: str, about: set[str]):
    page = next(node for node in graph(built, address) if node["@type"] not in ("WebSite", "BreadcrumbList"))
    assert page["@type"] == kind
    subjects = page.get("about", [])
    assert {subject["name"] for subject in (subjects if isinstance(subjects, list) else [subjects])} == about


def test_the_glossary_is_a_set_of_terms(built: Path, dataset: Dataset):
    page = graph(built, "about/glossary/")[0]
    terms = page["mainEntity"]["hasDefinedTerm"]
    assert [term["name"] for term in terms] == [term.term for term in dataset.terms.values()]


# Machine-readable copies

def shown(built: Path, address: str) -> str:
    """Return the text of a page's article, without drawings and without parts that work only on a screen, such as buttons."""
    article = BeautifulSoup((built / address / "index.html").read_text(encoding="utf-8"), "html.parser").article
    for gone in article.select("button, select, textarea, progress, svg, [hidden], [aria-hidden=true], "
                               ".footnote-backref, .tools, .handout-bar, .tabs"):
        gone.decompose()
    # join each linked glossary term with the letters that follow the link, for example "guideline" with "s"
    for term in article.select("a.term"):
        term.unwrap()
    article.smooth()
    return article.get_text(" ")


@each("address", PAGES)
def test_the_copy_says_every_word_and_every_number_of_the_article(built: Path, address: str):
    copy = (built / address / NAME).read_text(encoding="utf-8")
    assert copy.startswith("# ")
    words = shown(built, address)
    assert Counter(NUMBER.findall(words)) - Counter(NUMBER.findall(copy)) == Counter()
    assert Counter(PART_OF_A_WORD.findall(words)) - Counter(PART_OF_A_WORD.findall(copy)) == Counter()


@each("address", PAGES)
def test_the_copys_sources_are_numbered_as_on_the_page_and_its_links_are_whole(built: Path, address: str):
    copy = (built / address / NAME).read_text(encoding="utf-8")
    before, _, sources = copy.rpartition("\n## ")
    marks = {int(number) for group in re.findall(r" \[(\d+(?:, \d+)*)\]", before) for number in group.split(", ")}
    listed = soup_of(built, address).select("#sources li")
    assert marks == set(range(1, len(listed) + 1))
    for number, item in enumerate(listed, 1):
        assert f"{number}. {item['data-short']}. " in sources
        assert all(f"]({link['href']})" in sources for link in item.select("span a[href]"))
    targets = re.findall(r"\]\(([^)\s]*)", copy)
    assert [target for target in targets if not target.startswith(("http", "mailto:"))] == []


@pytest.mark.parametrize("address", ["studies/help/", "studies/endorphins/"])
def test_a_claim_keeps_its_verdict_its_size_and_its_certainty(built: Path, dataset: Dataset, address: str):
    copy = (built / address / NAME).read_text(encoding="utf-8")
    drawn = [dataset.claims[card["id"].removeprefix("claim-")] for card in soup_of(built, address).select(".claim[id]")]
    assert drawn
    for claim in drawn:
        _, found, rest = copy.partition(f"**What is known:** {claim.we_say}")
        assert found, claim.id
        card = rest.partition("**People say:**")[0]
        assert claim.size in card
        assert f"**{claim.verdict.capitalize()}** {claim.certainty.value}" in card


def test_llms_txt_leads_to_every_page_in_the_navigation(built: Path):
    text = (built / "llms.txt").read_text(encoding="utf-8")
    title, _, summary = text.partition("\n\n> ")
    assert title == "# Massage for Back Pain"
    assert summary.partition("\n\n")[0] in (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("\n  ", " ")
    found = set(re.findall(r"^- \[.+?\]\((.+?)\): \S", text, re.MULTILINE))
    footer = {link["href"].removeprefix("./") for link in soup_of(built, "").select("footer nav a[href], .rooms a[href]")}
    assert {f"{HOME}{address if address != '.' else ''}{NAME}" for address in footer} <= found
    assert all((built / target.removeprefix(HOME)).is_file() for target in found)
    assert text.index("warning-signs") < text.index("\n## ")



OLD = Redirect(old="some/old/address/", page="massage/safety.md#after-a-session", since=date(2026, 11, 23))


class _Missing(SimpleHTTPRequestHandler):
    """A request handler that serves the site and the redirect pages under /sub/. For any other address, it sends the 404 page, as
    GitHub Pages does.
    """

    left: str

    def translate_path(self, path: str) -> str:
        path = path.removeprefix("/sub")
        place = super().translate_path(path)
        return place if Path(place).exists() else str(Path(self.left, path.lstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def below(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site in a subfolder, as GitHub Pages does for a fork. Also serve a redirect for a page that has moved. Yield the
    site's address.
    """
    _Missing.left = str(left := tmp_path_factory.mktemp("left"))
    redirect_pages.write(left, [OLD], {OLD.file: "The safety page"}, EDITION)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Missing, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sub"
    server.shutdown()


def test_the_missing_page_leads_on_from_any_depth(below: str, page: Page):
    faults: list[str] = []
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.goto(f"{below}/a/page/that/never/was/")
    assert faults == [f"{below}/a/page/that/never/was/"]
    expect(page.locator("h1")).to_have_text("This page is not here")
    targets = {link.evaluate("e => e.href") for link in page.locator("article a").all()}
    assert f"{below}/back-pain/warning-signs/" in targets
    for target in targets:
        assert page.request.get(target).status == 200, target


def test_an_old_address_leads_on(below: str, page: Page):
    page.goto(f"{below}/{OLD.old}")
    page.wait_for_url(f"{below}/massage/safety/#{OLD.section}")
    expect(page.locator("article h1")).to_be_attached()


def test_the_missing_page_searches(below: str, page: Page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{below}/a/page/that/never/was/")
    page.locator(".find.needs-script").first.click()
    expect(page.locator(".md-search__input")).to_be_focused(timeout=20_000)
    page.locator(".md-search__input").press_sequentially("blood thinners")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(re.compile(rf"^{re.escape(below)}/(?!a/page)"))
    expect(page.locator("article h1")).not_to_have_text("This page is not here")


def test_the_missing_page_is_valid_and_stays_out_of_search_engines(built: Path):
    text = (built / "404.html").read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    soup = BeautifulSoup(text, "html.parser")
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert soup.title.get_text().startswith("This page is not here")
    assert not soup.select('script[type="application/ld+json"]')
