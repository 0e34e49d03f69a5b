"""Tests how pages are delivered. Pages must be small, load nothing from other servers, and have a strict content security policy.
Nothing on a page may move while the page loads.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from evidence.markdown.frame_parts import digest
from evidence.markdown.stylesheet import sheets
from tests import ROOT, WORDS
from tests.conftest import reach_for_the_search, soup_of, source_pages
from tests.each import each

PAGES = source_pages()
UNLIKE = ["", "massage/does-it-help/", "try/diary/", "about/guidelines/", "try/handouts/one-page/", "massage/safety/",
          "about/claims/", "try/decide/", "questions/"]
"""One page of each layout."""
SIZES = {"phone": {"width": 360, "height": 915}, "desk": {"width": 1280, "height": 900}}
FACE = 18_000
HOME, ANY, FIRST, FRAME, STYLES, INLINE = 40_000 + FACE, 60_000 + FACE, 14_000, 9_000, 16_000, 6_000
"""Maximum sizes in bytes, compressed. HOME and ANY: the home page, and any page, with everything that a first visit loads,
including the font of the headings. FIRST: the HTML and styles down to the heading, which a new connection delivers in one round
trip. FRAME: a page without its article. STYLES: all stylesheets. INLINE: the styles inside each page."""
REQUESTS = 5
ROUNDING = .001
"""The limit for layout shift. Below it, nothing moves by as much as a pixel."""
SHEET = re.compile(r"/assets/stylesheets/site\.css$")


def squeezed(text: str) -> int:
    return len(gzip.compress(text.encode(), 6, mtime=0))


def text_of(built: Path, address: str) -> str:
    return (built / address / "index.html").read_text(encoding="utf-8")


def test_the_frame_of_every_page_is_light(built: Path):
    heavy = {}
    for address in PAGES:
        html = text_of(built, address)
        start, end = html.index("<article"), html.rindex("</article>")
        sizes = {"before the heading": (squeezed(html[: html.index("</h1>")]), FIRST),
                 "besides the article": (squeezed(html[:start] + html[end:]), FRAME)}
        heavy |= {(address, what): size for what, (size, most) in sizes.items() if size > most}
    assert heavy == {}


def test_styles_are_small_and_the_same_inside_every_page(built: Path):
    first, late = sheets(ROOT / "styles")
    assert squeezed(first) <= INLINE
    assert squeezed(first) + squeezed(late) <= STYLES
    assert {style.get_text() for address in PAGES for style in soup_of(built, address).select("style")} == {first}
    assert (built / "assets" / "stylesheets" / "site.css").read_text(encoding="utf-8").strip() == late
    links = (link for address in PAGES for link in soup_of(built, address).select("[rel=stylesheet]"))
    linked = {link["href"].rpartition("/")[2] for link in links}
    assert linked == {"site.css"}
    waits = "head [rel=stylesheet], head script[src], [style], :not(noscript) > :is([rel=stylesheet], [src$='/frame.js'])"
    assert not [address for address in PAGES if soup_of(built, address).select(waits)]


def test_header_and_first_words_can_be_painted_before_the_rest_is_read(built: Path):
    """A script after each of them makes the browser lay them out at once (see `INLINE_SCRIPT`)."""
    places = {"header + script", "script + :is(article > .status, .hero > .art, .handout > .art)"}
    late = {(address, place) for address in PAGES for place in places
            if not [part for part in soup_of(built, address).select(place) if not part.get("src")]}
    assert late == set()


def test_every_page_has_the_one_policy_and_nothing_inline_that_it_does_not_know(built: Path):
    policies = {soup_of(built, address).select_one("meta[http-equiv=Content-Security-Policy]")["content"] for address in PAGES}
    assert len(policies) == 1
    rules = dict(rule.split(" ", 1) for rule in policies.pop().split("; "))
    assert rules["default-src"] == "'self'"
    assert [name for name, sources in rules.items() if "'unsafe" in sources or "http" in sources or "*" in sources] == []
    assert [name for name in ("object-src", "frame-src", "media-src", "base-uri", "form-action") if rules[name] != "'none'"] == []
    unknown = []
    for address in PAGES:
        soup = soup_of(built, address)
        first = soup.head.find(["script", "style", "link"])
        assert soup.head.select_one("meta[http-equiv=Content-Security-Policy]") in first.find_all_previous("meta")
        for element in soup.select("style, script:not([src], [data-src], [type*=json])"):
            if digest(element.get_text()) not in rules[f"{element.name}-src"]:
                unknown.append((address, str(element)[:80]))
    assert unknown == []


ADDRESSES = ("href", "src", "action", "formaction", "srcset", "data", "poster", "ping", "xlink:href")
HARMLESS = {"tel", "sms", "mailto", "data"}


def ways_out(soup: BeautifulSoup, own: str, allowed: set[str]) -> list[str]:
    """Return everything on a page that leads away from the site: redirects, and addresses on other hosts. Links in the article
    are left out if their host is in `allowed`.
    """
    found = [str(tag) for tag in soup.select("meta[http-equiv]") if tag["http-equiv"] != "Content-Security-Policy"]
    for element in soup.find_all(True):
        for address in (str(element[name]).strip() for name in ADDRESSES if name in element.attrs):
            way = urlsplit(urljoin(own, address))
            known = {urlsplit(own).netloc} | (allowed if element.name == "a" and element.find_parent("article") else set())
            if way.scheme not in HARMLESS and not (way.scheme in ("http", "https") and way.netloc in known):
                found.append(f"{element.name}: {address[:80]}")
    return found


def test_no_page_has_an_outside_address_that_is_not_in_the_data(built: Path, dataset):
    """`evidence check` searches the templates for addresses of other sites. Only this test can find an address that a template
    puts together from parts.
    """
    own = soup_of(built, "").select_one("link[rel=canonical]")["href"]
    allowed = {row.host for row in dataset.hosts.values()}
    assert {address: found for address in PAGES if (found := ways_out(soup_of(built, address), own, allowed))} == {}


@pytest.mark.parametrize("text", [
    '<meta http-equiv="Refresh" content="9;url=x">', '<footer><a href="https://bookmassage.example">Book</a></footer>',
    '<footer><a href="https://www.nhs.uk/">NHS</a></footer>', '<article><a href="//bookmassage.example">Book</a></article>',
    '<article><img src="https://www.nhs.uk/x.png"></article>', '<script src="https://x.example/x.js"></script>',
    '<a href="javascript:alert(1)">Go</a>', '<svg><a xlink:href="https://x.example">Go</a></svg>',
])
def test_a_way_out_is_found(text: str):
    assert ways_out(BeautifulSoup(text, "html.parser"), "https://own.example/", {"www.nhs.uk"})


class Faults:
    """Collects everything that goes wrong on a page: policy violations, errors and failed requests."""

    def __init__(self, page: Page) -> None:
        self.found: list[str] = []
        page.on("console", lambda message: self.found.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.found.append(str(error)))
        page.on("response", lambda sent: self.found.append(f"{sent.status} {sent.url}") if sent.status >= 400 else None)
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error(`${e.violatedDirective} ${e.blockedURI}`))")


@each("address", PAGES)
def test_a_first_visit_is_light_still_quiet_and_asks_nobody_else(visits: dict[str, dict], address: str):
    visit = visits[address]
    assert visit["bytes"] <= (ANY if address else HOME)
    assert visit["elsewhere"] == []
    if not address:
        assert len(visit["asked"]) <= REQUESTS, visit["asked"]
    assert not [url for url in visit["asked"] if "/search/" in url or "/workers/" in url or "/bundle." in url]
    assert visit["seen"]["shift"] < ROUNDING or not visit["seen"]["styled"], visit["seen"]["shifts"]
    assert visit["faults"] == []
    assert visit["cookies"] == []


VISIBLE = """window.visible = element => {
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  const clipped = part => part && (getComputedStyle(part).clipPath !== "none" || clipped(part.parentElement))
  return width && height && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && !clipped(element) &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}"""
REMEMBER = """() => {
  window.places = [...document.body.querySelectorAll("*")].filter(visible).map(part => [part, part.getBoundingClientRect()])
}"""
MOVED = """() => places.filter(([part, before]) => {
  const { left, top } = part.getBoundingClientRect()
  return visible(part) && Math.hypot(left - before.left, top - before.top) >= 3
}).map(([part]) => part.outerHTML.slice(0, 120))"""
"""`REMEMBER` records the position of everything on the screen. `MOVED` returns what is still visible but has moved by at
least 3 pixels, which is what browsers count as a layout shift."""


@pytest.mark.parametrize("size", SIZES)
@each("address", UNLIKE)
def test_nothing_moves_when_the_stylesheet_comes_late(browser: Browser, site: str, address: str, size: str):
    page, held = browser.new_page(viewport=SIZES[size]), []
    page.add_init_script(VISIBLE)
    page.route(SHEET, lambda route: held.append(route))  # noqa: PLW0108 (Playwright sets an attribute on its handlers, and a built-in method refuses that)
    # block the font and the scripts, since both can change the layout when they load
    page.route(re.compile(r"\.(js|woff2)$"), lambda route: route.abort())
    with page.expect_request(SHEET):
        page.goto(f"{site}/{address}", wait_until="commit")
    page.wait_for_selector("link[rel=stylesheet]", state="attached")
    page.evaluate(REMEMBER)
    held.pop().continue_()
    page.wait_for_load_state()
    assert page.evaluate("document.querySelector('link[rel=stylesheet]').sheet.cssRules.length")
    assert page.evaluate("places.length") > 9
    assert page.evaluate(MOVED) == []
    page.close()


def test_a_font_that_comes_late_is_left_for_the_next_page():
    for font in re.findall(r"@font-face\{[^}]*\burl\([^}]*", "".join(sheets(ROOT / "styles"))):
        assert "font-display:optional" in font


def test_nothing_moves_on_a_phone_when_the_safety_check_starts_late(browser: Browser, site: str):
    """The buttons and the checkboxes are in place before the script arrives, but no box can be ticked until the script has
    arrived.
    """
    page, held = browser.new_page(viewport=SIZES["phone"]), []
    page.add_init_script(VISIBLE)
    page.route("**/safety-check.js", lambda route: held.append(route))  # noqa: PLW0108 (as above)
    # the buttons can appear before the browser asks for the script, so wait for the request
    with page.expect_request("**/safety-check.js"):
        page.goto(f"{site}/try/before-you-book/", wait_until="commit")
    page.wait_for_selector(".check__bar")
    page.wait_for_function("() => document.querySelector('link[rel=stylesheet]')?.sheet", polling=50)
    assert page.locator("safety-check input:enabled").count() == 0
    page.evaluate(REMEMBER)
    held.pop().continue_()
    page.wait_for_selector("[data-state=ask]")
    assert page.locator("safety-check input:disabled").count() == 0
    assert page.evaluate(MOVED) == []
    page.close()


def test_a_page_without_cascade_layers_can_be_read(built: Path):
    """All rules in the stylesheet are in cascade layers. Browsers from before 2022 ignore such rules, and so show a plain but
    readable page.
    """
    css, depth, start, rules = sheets(ROOT / "styles")[0].partition(";")[2], 0, 0, []
    for at, letter in enumerate(css):
        depth += (letter == "{") - (letter == "}")
        if letter == "}" and depth == 0:
            rules.append(css[start:at + 1])
            start = at + 1
    assert rules
    assert [rule[:60] for rule in map(str.strip, rules) if not re.match(r"@layer|@font-face", rule)] == []


IDLE = "() => new Promise(done => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 2000 })))"
"""Waits until the page has drawn a frame and is idle."""


def ready(browser: Browser, site: str, address: str, size: str) -> tuple[Page, Faults]:
    """Open a page. Return the page, and an object that collects faults on this page and on any page that is opened from there."""
    page = browser.new_page(viewport=SIZES[size])
    faults = Faults(page)
    page.goto(f"{site}/{address}")
    return page, faults


def test_the_search_costs_nothing_until_somebody_reaches_for_it_and_then_answers(browser: Browser, site: str):
    page, faults = ready(browser, site, "massage/safety/", "desk")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.wheel(0, 400)
    page.evaluate(IDLE)
    assert not [url for url in asked if "/search/" in url or "/workers/" in url]
    page.locator(".find.needs-script").first.click()
    page.keyboard.type("trigger point")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Trigger", timeout=20_000)
    assert faults.found == []
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_ask_in_your_own_words_opens_the_search_by_tap_and_by_key(browser: Browser, site: str, size: str):
    page, faults = ready(browser, site, "", size)
    door = page.get_by_role("button", name="Ask in your own words")
    door.click()
    expect(page.locator("[name=query]")).to_be_focused(timeout=20_000)
    page.keyboard.press("Escape")
    expect(page.locator(".md-search")).to_be_hidden()
    expect(door).to_be_focused()
    door.press("Enter")
    expect(page.locator("[name=query]")).to_be_focused()
    assert faults.found == []
    page.close()


def test_a_theme_script_that_has_loaded_complains_of_nothing(browser: Browser, site: str):
    page, faults = ready(browser, site, "massage/does-it-help/", "desk")
    reach_for_the_search(page)
    assert faults.found == []
    page.close()


DOWN = "link => link.dispatchEvent(new Event('touchstart', { bubbles: true }))"
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def fetched_ahead(page: Page) -> list[str]:
    return page.locator("link[rel=prefetch]").evaluate_all("hints => hints.map(hint => hint.href)")


def test_the_next_step_is_fetched_when_it_is_seen_and_a_page_when_a_finger_or_a_mouse_is_on_its_link(browser: Browser, site: str):
    page, faults = ready(browser, site, "massage/does-it-help/", "phone")
    assert fetched_ahead(page) == []
    with page.expect_response(f"{site}/massage/safety/"):
        page.locator(".box--next").scroll_into_view_if_needed()
    with page.expect_response(f"{site}/techniques/"):
        page.locator("article a[href$='/techniques/']").first.evaluate(DOWN)
    with page.expect_response(f"{site}/about/privacy/"):
        page.locator("footer a[href$='about/privacy/']").hover()
    page.locator(".box--next a").click()
    page.wait_for_url("**/massage/safety/")
    assert faults.found == []
    page.close()


def test_no_page_is_fetched_ahead_for_those_who_save_data_nor_one_from_elsewhere(browser: Browser, site: str):
    page = browser.new_page(viewport=SIZES["phone"])
    page.add_init_script(SAVE_DATA)
    page.goto(f"{site}/massage/does-it-help/")
    page.locator(".box--next").scroll_into_view_if_needed()
    for link in page.locator("article a[href$='/techniques/'], article a[href^='https:']").all()[:9]:
        link.evaluate(DOWN)
    page.evaluate(IDLE)
    assert fetched_ahead(page) == []
    page.close()


@pytest.mark.parametrize("device", ["light", "dark"])
def test_colours_follow_the_device_from_the_first_paint_and_the_switch_is_kept(browser: Browser, site: str, device: str):
    context = browser.new_context(viewport=SIZES["desk"], color_scheme=device)
    page = context.new_page()
    page.goto(site + "/")
    grounds = {"light": "rgb(251, 248, 242)", "dark": "rgb(16, 24, 25)"}
    other = {"light": "dark", "dark": "light"}[device]
    expect(page.locator("body")).to_have_css("background-color", grounds[device])
    page.locator("footer [data-scheme-switch]").click()
    expect(page.locator("body")).to_have_css("background-color", grounds[other])
    page.goto(f"{site}/massage/")
    expect(page.locator("body")).to_have_css("background-color", grounds[other])
    context.close()


def test_words_of_the_glossary_have_a_dotted_line(browser: Browser, site: str):
    page = browser.new_page()
    page.goto(f"{site}/massage/does-it-help/")
    expect(page.locator("article a.term").first).to_have_css("text-decoration-style", "dotted")
    page.close()


def test_nothing_that_is_published_is_a_map_a_template_or_another_language(built: Path):
    names = [path.relative_to(built).as_posix() for path in built.rglob("*")]
    assert [name for name in names if name.endswith((".map", "README.md")) or "/lunr" in name] == []
    assert (ROOT / "docs" / "assets" / "fonts" / "newsreader-600.woff2").stat().st_size <= FACE


REPLACED = re.compile(r"\breplace\('([^']*)'")


def test_every_replacement_in_the_theme_s_markup_still_matches(built: Path):
    """Our templates use `replace` to change labels and roles in the theme's HTML. A `replace` that finds nothing causes no error,
    so without this test, an update of the theme could undo these changes unnoticed.
    """
    soup, words = soup_of(built, ""), WORDS["search"]
    said = json.loads(soup.select_one("#__config").get_text())["translations"]
    scripts = [script for script in soup.select("script[data-src]") if "bundle" in script["data-src"]]
    made = {
        '"No matching documents"': said["search.result.none"] == words["none"],
        '"1 matching document"': said["search.result.one"] == words["one"],
        '"# matching documents"': said["search.result.other"] == words["many"],
        "<script src=": bool(scripts) and not soup.select('script[src*="bundle"]'),
        ' xmlns="http://www.w3.org/2000/svg"': soup.select_one(".md-search svg[xmlns]") is None,
        " required": soup.select_one("[data-md-component=search-query]:not([required])") is not None,
        ' role="dialog"': soup.select_one(".md-search:not([role])") is not None,
        '<div class="md-search-result__meta">': soup.select_one(".md-search-result__meta[role=status]") is not None,
    }
    lines = [line for name in ("main.html", "partials/header.html")
             for line in (ROOT / "overrides" / name).read_text(encoding="utf-8").split("\n")
             if re.search(r"\{\{-? (?:super\(\)|search) \|", line)]
    assert set(REPLACED.findall("\n".join(lines))) == made.keys(), "`made` and the templates do not list the same replacements"
    assert [name for name, found in made.items() if not found] == []
