"""How pages arrive: light, from nobody else, under a strict policy, and looking as they would without all that."""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, expect

from evidence import DOCS
from scripts.bench.serve import serving
from scripts.bench.visit import OBSERVE, PHONE
from tests.conftest import soup_of, source_pages, touched

PAGES = source_pages()
UNLIKE = ["", "massage/does-it-help/", "try/diary/", "about/guidelines/", "try/handouts/one-page/", "massage/safety/"]
"""One page of each kind: each kind has other styles inside."""
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}
HOME, ANY, FIRST = 60_000, 90_000, 14_000
"""Bytes as sent: the home page and any page with all that a first visit asks for; a page's HTML down to its heading, which
a new connection carries in one go."""
LONGER = {"questions/": 17_000}
"""Pages that need more before their heading: the contents of this one name 86 questions, and stand before it."""
REQUESTS = 6
SHEET = re.compile(r"/assets/stylesheets/site\.[0-9a-f]{8}\.css$")
STILL = """
*, ::before, ::after { transition: none !important; animation: none !important; caret-color: transparent !important }
.md-typeset a.term { text-decoration-style: solid !important }
"""
"""A dotted line far down a page begins with a whole dot or with half a one, by chance: whether it is dotted is asked apart."""


def squeezed(text: str) -> int:
    return len(gzip.compress(text.encode(), 6, mtime=0))


@pytest.fixture(scope="module")
def sent(built: Path):
    """The address of the site as GitHub Pages sends it: gzip, from a root."""
    with serving(built) as address:
        yield address


@pytest.mark.parametrize("address", PAGES)
def test_a_first_visit_is_light_still_quiet_and_asks_nobody_else(browser: Browser, sent: str, address: str):
    context = browser.new_context(**PHONE)
    context.add_init_script(OBSERVE)
    page = context.new_page()
    faults = Faults(page)
    asked: list[str] = []
    bytes_sent: list[int] = []
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: bytes_sent.append(int(event["encodedDataLength"])))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{sent}/{address}", wait_until="networkidle")
    own = [url for url in asked if not url.startswith("data:")]
    assert all(url.startswith(sent) for url in own)
    assert sum(bytes_sent) <= (ANY if address else HOME)
    if not address:
        assert len(own) <= REQUESTS, own
    assert not [url for url in own if "/search/" in url or "/workers/" in url]
    seen = page.evaluate("seen")
    assert seen["shift"] <= 0.01, seen["shifts"]
    assert faults.found == []
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_the_heading_arrives_soon(built: Path, address: str):
    """HTML and styles down to the page's heading: what must come before the first word of the answer."""
    html = (built / address / "index.html").read_text(encoding="utf-8")
    assert squeezed(html[: html.index("</h1>")]) <= LONGER.get(address, FIRST)
    assert not soup_of(built, address).select("head link[rel=stylesheet], head script[src]")


@pytest.mark.parametrize("address", PAGES)
def test_the_policy_has_no_hole(built: Path, address: str):
    """Nothing from elsewhere, and no more inline than the page has: its first styles, and the few lines that every page has."""
    policy = soup_of(built, address).select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    allowed = {"'self'", "'none'", "data:"}
    for name, sources in rules.items():
        assert all(source in allowed or re.fullmatch(r"'sha256-[\w+/=]+'", source) for source in sources.split()), name
    assert "data:" not in rules["script-src"] + rules["style-src"] + rules["connect-src"]
    assert rules["style-src"].count("sha256-") == 1
    assert rules["script-src"].count("sha256-") <= 4


@pytest.mark.parametrize("address", PAGES)
def test_the_policy_stands_before_what_it_governs(built: Path, address: str):
    head = soup_of(built, address).head
    first = head.find(["script", "style", "link"])
    policy = head.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy in first.find_all_previous("meta")


class Faults:
    """What a page complains of: policy violations, errors, refusals."""

    def __init__(self, page: Page) -> None:
        self.found: list[str] = []
        page.on("console", lambda message: self.found.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.found.append(str(error)))
        page.on("response", lambda sent: self.found.append(f"{sent.status} {sent.url}") if sent.status >= 400 else None)
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error(`${e.violatedDirective} ${e.blockedURI}`))")


def ready(browser: Browser, site: str, address: str, size: str) -> tuple[Page, Faults]:
    """A page that was touched, and what it complains of, from now on and wherever it leads."""
    page = browser.new_page(viewport=SIZES[size])
    faults = Faults(page)
    page.goto(f"{site}/{address}")
    touched(page)
    return page, faults


@pytest.mark.parametrize("start", UNLIKE)
def test_tapping_between_unlike_pages_back_and_forth_breaks_nothing(browser: Browser, site: str, start: str):
    page, faults = ready(browser, site, start, "desk")
    for address in [other for other in UNLIKE if other != start] + [start]:
        with page.expect_navigation(url=f"{site}/{address}"):
            page.evaluate("""url => { const a = document.createElement("a"); a.href = url; a.textContent = "on"
                             document.querySelector("article").prepend(a); a.click() }""", f"{site}/{address}")
        touched(page)
        expect(page).to_have_title(title_of(page))
    for move in [page.go_back] * 3 + [page.go_forward] * 2:
        move()
        expect(page).to_have_title(title_of(page))
    page.wait_for_load_state("networkidle")
    assert faults.found == []
    page.close()


def title_of(page: Page) -> str:
    """The title that the page's own file has."""
    text = page.request.get(page.url).text()
    return re.sub(r"&amp;", "&", re.search(r"<title>(.*?)</title>", text)[1])


def test_a_tool_reached_by_a_tap_works(browser: Browser, site: str):
    page, faults = ready(browser, site, "try/how-many-sessions/", "phone")
    page.locator("footer a[href$='../decide/']").click()
    page.wait_for_url("**/try/decide/")
    page.locator("[data-tool=decide] input[value='2']").first.check(force=True)
    expect(page.locator(".mine")).to_be_visible()
    assert faults.found == []
    page.close()


def test_the_search_costs_nothing_until_it_is_opened_and_then_answers(browser: Browser, site: str):
    page = browser.new_page(viewport=SIZES["desk"])
    faults = Faults(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/massage/safety/")
    touched(page)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search_index" in url or "/workers/" in url]
    page.locator("[name=query]").click()
    page.keyboard.type("trigger point")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Trigger")
    assert [url for url in asked if "search_index" in url]
    assert faults.found == []
    page.close()


MOVED = "movement => dispatchEvent(new PointerEvent('pointermove', { movementX: movement }))"


def test_a_page_that_moves_under_a_mouse_at_rest_was_not_touched(browser: Browser, site: str):
    page = browser.new_page()
    page.goto(f"{site}/massage/")
    page.evaluate(MOVED, 0)
    assert not page.locator("script[src*='/bundle.']").count()
    page.evaluate(MOVED, 1)
    assert page.locator("script[src*='/bundle.']").count()
    page.close()


DOWN = "link => link.dispatchEvent(new Event('touchstart', { bubbles: true }))"
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def fetched_ahead(page: Page) -> list[str]:
    """What the page asks its browser to fetch ahead; it can be added to."""
    return page.locator("link[rel=prefetch]").evaluate_all("hints => hints.map(hint => hint.href)")


def test_the_next_step_is_fetched_when_it_is_seen_and_a_page_when_a_finger_or_a_mouse_is_on_its_link(browser: Browser, site: str):
    page, faults = ready(browser, site, "massage/does-it-help/", "phone")
    assert fetched_ahead(page) == []
    with page.expect_response(f"{site}/massage/safety/"):
        page.locator(".box--next").scroll_into_view_if_needed()
    with page.expect_response(f"{site}/about/how-we-know/"):
        page.locator("article a[href$='about/how-we-know/']").first.evaluate(DOWN)
    with page.expect_response(f"{site}/about/claims/"):
        page.locator("footer a[href$='about/claims/']").hover()
    page.locator(".box--next a").click()
    page.wait_for_url("**/massage/safety/")
    touched(page)
    with page.expect_response(f"{site}/try/find-a-therapist/"):
        page.locator(".box--next").scroll_into_view_if_needed()
    assert faults.found == []
    page.close()


def test_no_page_is_fetched_ahead_for_those_who_save_data_nor_one_from_elsewhere(browser: Browser, site: str):
    page = browser.new_page(viewport=SIZES["phone"])
    page.add_init_script(SAVE_DATA)
    page.goto(f"{site}/massage/does-it-help/")
    touched(page)
    page.locator(".box--next").scroll_into_view_if_needed()
    for link in page.locator("article a[href$='about/how-we-know/'], article a[href^='https:']").all()[:9]:
        link.evaluate(DOWN)
    page.wait_for_load_state("networkidle")
    assert fetched_ahead(page) == []
    page.close()


def test_what_the_search_needs_is_fetched_when_somebody_reaches_for_it(browser: Browser, site: str):
    page = browser.new_page(viewport=SIZES["desk"])
    page.goto(f"{site}/massage/safety/")
    touched(page)
    with page.expect_response(f"{site}/search/search_index.json"):
        page.locator("[name=query]").hover()
    page.close()


@pytest.mark.parametrize("device", ["light", "dark"])
def test_colours_follow_the_device_from_the_first_paint_and_the_switch_works_at_once(browser: Browser, site: str, device: str):
    context = browser.new_context(viewport=SIZES["desk"], color_scheme=device)
    page = context.new_page()
    page.goto(site + "/")
    scheme, other = ("slate", "default") if device == "dark" else ("default", "slate")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)
    page.goto(f"{site}/massage/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)
    context.close()


def untrimmed() -> str:
    """The stylesheets as they come: Material's two and ours, one after the other."""
    material = Path(str(files("material") / "templates" / "assets" / "stylesheets"))
    sheets = [next(material.glob("main.*.css")), next(material.glob("palette.*.css")),
              *(DOCS / "assets" / "stylesheets" / name for name in ("site.css", "handout.css"))]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def open_search(page: Page) -> None:
    page.locator("[for=__search]:visible, [name=query]:visible").first.click()
    page.locator("[name=query]").fill("neck pain")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def open_drawer(page: Page) -> None:
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_visible()


def open_tooltip(page: Page) -> None:
    page.locator("article a.footnote-ref").first.focus()
    expect(page.locator(".md-tooltip2--active")).to_be_visible()


def as_it_is(page: Page) -> None:
    """Nothing is opened."""


STATES = {"as it is": as_it_is, "search": open_search, "drawer": open_drawer, "tooltip": open_tooltip}
LOOKS = [(size, scheme) for size in SIZES for scheme in ("light", "dark")]
CASES = [
    *((address, *look, "as it is") for address in UNLIKE for look in LOOKS),
    *((address, *LOOKS[number % 4], "as it is") for number, address in enumerate(PAGES) if address not in UNLIKE),
    *(("massage/does-it-help/", *look, state) for look in LOOKS for state in ("search", "tooltip")),
    *(("massage/does-it-help/", "phone", scheme, "drawer") for scheme in ("light", "dark"))]
"""Each kind of page in every look, every other page in one, and what opens in every look that it opens in."""


SWAP = """url => new Promise((done, failed) => {
  const old = document.querySelector("link[rel=stylesheet]"), link = old.cloneNode()
  if (old.href === url) return done()
  link.href = url
  link.onload = () => { old.remove(); requestAnimationFrame(() => requestAnimationFrame(done)) }
  link.onerror = failed
  old.after(link)
})"""
"""Puts another stylesheet in the place of the page's, where it is another."""

HIDE_THE_REST = """() => {
  for (let here = document.querySelector("link[rel=stylesheet]"); here !== document.body; here = here.parentElement) {
    for (let next = here.nextElementSibling; next; next = next.nextElementSibling) {
      next.style.setProperty("display", "none", "important")
    }
  }
}"""
"""Takes away what stands after the link to the stylesheet."""


REPAINT = """() => new Promise(done => {
  const { style } = document.documentElement, later = act => requestAnimationFrame(() => requestAnimationFrame(act))
  style.background = "red"
  later(() => { style.background = ""; later(done) })
})"""
"""Draws everything afresh. Where only a part of a picture is drawn again, its edges come out a little differently."""

ONE_DOT = {"x": 0, "y": 0, "width": 1, "height": 1}
"""Of a whole page. With its first picture as a whole a page's small code letters change their height, then never again."""

ROUNDING = 3
"""Of 255: how much the edge of a round corner changes with the height of the page below it, though no style does."""

ROUNDS = 3
"""What chance draws otherwise shows in one round, a missing rule in each. With dotted lines whole, one has been enough."""


def picture(page: Page, whole: bool = False) -> bytes:
    page.evaluate(REPAINT)
    return page.screenshot(full_page=whole, animations="disabled")


Box = tuple[int, int, int, int] | str
"""Left, top, right, bottom in dots, or the two sizes."""


def difference(*pictures: bytes) -> Box | None:
    """The box in which the first of some PNG pictures and another differ to the eye."""
    for picture in pictures[1:]:
        if picture == pictures[0]:
            continue
        one, other = (Image.open(BytesIO(data)).convert("RGB") for data in (pictures[0], picture))
        if one.size != other.size:
            return f"{one.size} and {other.size}"
        if box := ImageChops.difference(one, other).point(lambda value: value if value > ROUNDING else 0).getbbox():
            return box
    return None


def compared(browser: Browser, size: str, **more: str) -> Page:
    """A tab that takes the pictures that are compared."""
    page = browser.new_page(viewport=SIZES[size], bypass_csp=True, reduced_motion="reduce", **more)
    page.route("**/whole.css", lambda route: route.fulfill(body=untrimmed(), content_type="text/css"))
    return page


def still(page: Page) -> None:
    """The page as it is open, standing still."""
    page.add_style_tag(content=STILL)
    page.screenshot(full_page=True, clip=ONE_DOT)


def changed(page: Page, *sheets: str, whole: bool = False) -> Box | None:
    """Where the page looks different with one of the stylesheets than with the first, each time it is asked (`ROUNDS`)."""
    found: Box | None = None
    for _ in range(ROUNDS):
        pictures: list[bytes] = []
        for sheet in sheets:
            page.evaluate(SWAP, sheet)
            pictures.append(picture(page, whole))
        found = difference(*pictures)
        if found is None:
            break
    return found


def dots(width: int, height: int, one: tuple[int, int, int]) -> bytes:
    """A white picture with one dot of another colour."""
    made, data = Image.new("RGB", (width, height), "#fff"), BytesIO()
    made.putpixel((4, 5), one)
    made.save(data, "PNG")
    return data.getvalue()


def test_a_difference_is_found():
    white = dots(9, 9, (255, 255, 255))
    assert difference(white, white) is None
    assert difference(white, dots(9, 9, (255 - ROUNDING, 255, 255))) is None
    assert difference(white, dots(9, 9, (254 - ROUNDING, 255, 255))) == (4, 5, 5, 6)
    assert difference(white, dots(9, 10, (255, 255, 255)))
    assert difference(white, white, dots(9, 9, (0, 0, 0)))


def test_words_of_the_glossary_have_a_dotted_line(browser: Browser, site: str):
    page = browser.new_page()
    page.goto(f"{site}/massage/does-it-help/")
    expect(page.locator("article a.term").first).to_have_css("text-decoration-style", "dotted")
    page.close()


@pytest.mark.parametrize(("address", "size", "scheme"), [case[:3] for case in CASES if case[3] == "as it is"])
def test_the_first_screen_is_there_before_the_stylesheet_and_stays_as_it_is(
        browser: Browser, site: str, address: str, size: str, scheme: str):
    """Dot by dot, with a stylesheet that is slow to come."""
    page, held = compared(browser, size, color_scheme=scheme), []
    page.route(SHEET, lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks what it calls; a built-in cannot be)
    page.route("**/*.js", lambda route: route.abort())  # what a tool changes when it starts is its own
    page.goto(f"{site}/{address}", wait_until="commit")
    page.wait_for_function("() => document.querySelector('h1') && document.querySelector('link[rel=stylesheet]')")
    still(page)
    page.add_style_tag(content="[data-md-component=palette] { visibility: hidden }")  # no switch before the script at the end
    before = picture(page)
    held.pop().continue_()
    page.wait_for_load_state()
    page.evaluate(HIDE_THE_REST)
    assert difference(before, picture(page)) is None
    page.close()


@pytest.mark.parametrize(("address", "size", "scheme", "state"), CASES)
def test_styles_look_the_same_trimmed_and_whole(browser: Browser, site: str, address: str, size: str, scheme: str, state: str):
    """Dot by dot: the page with its stylesheet and with all that was trimmed from it."""
    page = compared(browser, size, color_scheme=scheme)
    page.goto(f"{site}/{address}")
    still(page)
    touched(page)
    page.mouse.wheel(0, -40)
    page.wait_for_function("() => scrollY === 0")
    STATES[state](page)
    page.mouse.move(1, 1)
    page.wait_for_load_state("networkidle")
    own = page.evaluate("() => document.querySelector('link[rel=stylesheet]').href")
    assert changed(page, own, f"{site}/whole.css", whole=state == "as it is") is None, "a rule was trimmed that the page needs"
    page.close()


@pytest.mark.parametrize(("address", "media"), [
    *((address, {"media": "print"}) for address in UNLIKE), ("massage/does-it-help/", {"forced_colors": "active"})], ids=str)
def test_paper_and_the_reader_s_colours_look_the_same_trimmed_and_whole(
        browser: Browser, site: str, address: str, media: dict[str, str]):
    page = compared(browser, "phone")
    page.goto(f"{site}/{address}")
    page.emulate_media(**media)
    still(page)
    own = page.evaluate("() => document.querySelector('link[rel=stylesheet]').href")
    assert changed(page, own, f"{site}/whole.css", whole=True) is None
    page.close()
