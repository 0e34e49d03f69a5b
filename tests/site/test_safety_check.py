"""Tests the safety check in a browser: with only a keyboard, without JavaScript, on a small phone and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from evidence.loading.dataset import load_dataset
from evidence.model.safety_check import outcome
from tests import EDITION, ROOT
from tests.site.test_tools import BLOCKED
from tests.site.test_tools import paper as pages

LIBRARY = load_dataset(EDITION)
SCREENS = LIBRARY.safety_check.screens
TICKS = [tick for screen in SCREENS for tick in screen.ticks]
PHONE = {"width": 360, "height": 740}
SCRIPT = ROOT / "docs/assets/javascripts/safety-check.js"

RUN = """(host, [ticked, skipped]) => {
    const press = name => host.querySelector(`[data-do=${name}]`).click()
    press("again")
    for (const box of host.querySelectorAll("[type=checkbox]")) if (ticked.includes(box.value)) box.checked = true
    for (let step = 0; step < 40; step++) {
        if (host.dataset.state === "result") {
            if (host.querySelector("[data-do=on]").hidden) break
            press("on")
            continue
        }
        const screen = host.querySelector(".is-shown")
        press(skipped.includes(screen.dataset.screen) ? "skip" : "next")
    }
    const shown = [...host.querySelectorAll(".check__status, .check__result > :not([hidden])")].map(part => part.textContent)
    return { level: host.dataset.level, groups: host.dataset.groups, text: shown.join("\\n").replace(/\\s+/g, " ") }
}"""
"""Ticks these boxes, answers every list and goes on as far as the check allows. It is a single script, since tests run it
often."""

UNDRAWN = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("safety-check { display: none !important }")
    document.adoptedStyleSheets = [sheet]
}"""
"""Hides the check, for tests that run it a hundred times and need only its answers. Drawing it takes longer than answering."""


@pytest.fixture
def check(browser, site):
    """Yield the page with the safety check, as on a phone. The test fails if the page reports an error."""
    page = browser.new_page(viewport=PHONE)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{site}/try/before-you-book/")
    page.locator("safety-check[data-state=ask]").wait_for()
    yield page
    assert errors == []
    page.close()


def run(page, *ticked, skipped=()):
    return page.locator("safety-check").evaluate(RUN, [list(ticked), list(skipped)])


def title(page):
    return page.locator(".is-shown .check__title")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_keyboard_alone_to_an_emergency(check):
    check.locator(".is-shown [type=checkbox]").first.focus()
    check.keyboard.press("Space")
    expect(check.get_by_role("button", name="See what to do now")).to_be_visible()
    expect(check.get_by_role("button", name="Skip this list")).to_be_hidden()
    check.get_by_role("button", name="See what to do now").focus()
    check.keyboard.press("Enter")
    heading = check.get_by_role("status").get_by_role("heading", level=2)
    expect(heading).to_be_focused()
    expect(heading).to_contain_text("Emergency: Call your local emergency number now")
    status = check.get_by_role("status")
    assert status.locator(".care a").count() == 0
    expect(status).to_contain_text(LIBRARY.signs["chest-pain"].say)
    expect(status.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    expect(check.locator(".check__form")).to_be_hidden()
    expect(check.get_by_role("button", name="Go on with the other lists")).to_be_hidden()


def test_keyboard_alone_to_a_clear_result_which_never_says_that_nothing_is_wrong(check):
    for number, screen in enumerate(SCREENS, 1):
        expect(title(check)).to_contain_text(f"List {number} of {len(SCREENS)}")
        expect(title(check)).to_contain_text(screen.title)
        if number > 1:
            expect(title(check)).to_be_focused()
        check.get_by_role("button", name="None of these").focus()
        check.keyboard.press("Enter")
    expect(check.get_by_role("status").get_by_role("heading")).to_be_focused()
    expect(check.get_by_role("status")).to_contain_text(LIBRARY.lines["clear"].text)
    for words in LIBRARY.safety_check.say:
        expect(check.get_by_role("status")).to_contain_text(words)


def test_the_live_region_exists_before_it_gets_its_text(check):
    """Screen readers announce changes inside the page's live region. If the region appeared together with its text, Orca would
    say nothing.
    """
    status = check.locator(".check__status")
    assert status.evaluate("e => getComputedStyle(e).display") == "block"
    assert status.inner_text() == ""
    run(check, "skin")
    assert "Keep off" in status.inner_text()


def test_script_and_engine_give_the_same_result_for_each_tick_and_speak_of_nothing_else(check):
    check.evaluate(UNDRAWN)
    for ticked in zip(TICKS[::2], reversed(TICKS[1::2]), strict=False):
        seen = run(check, *ticked)
        wanted = outcome(ticked, [screen.id for screen in SCREENS], LIBRARY)
        ambulance = "ambulance" in dict(wanted.groups)
        assert seen["level"] == wanted.level
        assert [name for name in seen["groups"].split() if name != "unanswered"] == [name for name, _ in wanted.groups], ticked
        assert ambulance or "unanswered" not in seen["groups"]
        for tick in TICKS:
            row = LIBRARY.signs.get(tick) or LIBRARY.situations[tick]
            same = [other for other in ticked if (LIBRARY.signs.get(other) or LIBRARY.situations[other]).say == row.say]
            assert (row.say in seen["text"]) is bool(same), (ticked, tick)


def test_a_list_left_unanswered_is_named_and_the_result_is_not_clear(check):
    seen = run(check, skipped=["nerves", "age"])
    assert seen["groups"] == "unanswered"
    assert LIBRARY.lines["clear"].text not in seen["text"]
    for screen in SCREENS:
        assert (screen.title in seen["text"]) is (screen.id in ("nerves", "age"))
    seen = run(check, "skin", skipped=["nerves"])
    assert seen["groups"] == "keep-off unanswered"


def test_under_every_result_stand_signs_to_watch_for_numbers_and_crisis_lines(check):
    for ticked in ([], ["chest-pain"], ["ill"], ["weight"], ["blood-thinner"], ["catching"], ["skin"]):
        run(check, *ticked)
        under = check.locator(".check__always")
        expect(under).to_be_visible()
        text = under.inner_text()
        lines = [LIBRARY.lines[name].text for name in ("crisis", "nothing-wrong")]
        for words in ("Get help if", LIBRARY.signs["saddle"].short, *lines):
            assert words in text
        for row in LIBRARY.helplines:
            for number in (*row.emergency, row.crisis):
                assert number in text


def test_back_keeps_the_ticks_and_lets_them_change(check):
    expect(check.get_by_role("button", name="Back", exact=True)).to_be_hidden()
    press(check, "None of these")
    press(check, "Back")
    expect(title(check)).to_contain_text(SCREENS[0].title)
    expect(title(check)).to_be_focused()
    check.locator("[value=chest-pain]").check()
    press(check, "See what to do now")
    press(check, "Back")
    expect(check.locator("[value=chest-pain]")).to_be_checked()
    check.locator("[value=chest-pain]").uncheck()
    press(check, "None of these")
    expect(title(check)).to_contain_text(SCREENS[1].title)
    assert check.get_by_role("status").inner_text() == ""


def test_after_an_emergency_that_is_no_ambulance_the_rest_can_be_asked(check):
    press(check, "None of these")
    press(check, "None of these")
    check.locator("[value=saddle]").check()
    press(check, "See what to do now")
    expect(check.get_by_role("status")).to_contain_text("Go to an emergency department now")
    press(check, "Go on with the other lists")
    expect(title(check)).to_contain_text(SCREENS[3].title)


def test_without_a_script_each_row_carries_its_advice(browser, site):
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{site}/try/before-you-book/")
    rows = page.locator(".check__rows > li")
    shown = rows.evaluate_all("rows => rows.map(row => row.innerText)")
    assert len(shown) == len(TICKS)
    for tick, text in zip(TICKS, shown, strict=True):
        sign = LIBRARY.signs.get(tick)
        row = sign or LIBRARY.situations[tick]
        assert row.say in text
        assert (LIBRARY.destinations[sign.destination].heading if sign else row.change.partition("[")[0].strip()) in text
        assert ("Our own caution" in text) is row.caution
    assert page.locator("safety-check :is(input, button)").locator("visible=true").count() == 0
    assert page.locator(".check__result").is_hidden()
    expect(page.locator(".check__always")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.context.close()


def test_a_small_phone_never_scrolls_sideways(check):
    check.set_viewport_size({"width": 320, "height": 640})
    for _ in SCREENS:
        assert check.evaluate("document.documentElement.scrollWidth") <= 320
        press(check, "None of these")
    run(check, "chest-pain", "blood-thinner", "skin", skipped=["nerves"])
    assert check.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("ticked", [(), ("both-legs",), ("ill", "blood-thinner", "skin"), ("weight", "thin-bones", "disc-leg")])
def test_a_result_prints_on_one_sheet(check, ticked):
    run(check, *ticked)
    assert [pages(check.pdf(format=size)) for size in ("A4", "Letter")] == [1, 1]


def test_all_lists_print_before_a_result_and_numbers_print_with_it(check):
    check.emulate_media(media="print")
    assert check.locator(".check__rows > li").locator("visible=true").count() == len(TICKS)
    assert check.locator("safety-check :is(button, input)").locator("visible=true").count() == 0
    run(check, "skin")
    text = check.locator("safety-check").inner_text()
    for words in ("United Kingdom 999", "My emergency number:", "116 123", LIBRARY.situations["skin"].say):
        assert words in text
    assert check.locator("safety-check button").locator("visible=true").count() == 0


def test_without_storage_it_is_the_same(browser, site):
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(BLOCKED)
    page.goto(f"{site}/try/before-you-book/")
    assert run(page, "ill")["level"] == "today"
    page.close()


def test_brought_back_from_the_browser_s_memory_it_begins_anew(check):
    press(check, "None of these")
    with check.expect_navigation():
        check.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(title(check)).to_contain_text(SCREENS[0].title)


def test_a_result_is_gone_after_the_browser_s_back(check, site):
    run(check, "ill")
    check.goto(f"{site}/try/first-visit/")
    check.go_back()
    check.locator("safety-check[data-state=ask]").wait_for()
    expect(title(check)).to_contain_text(SCREENS[0].title)
    assert check.locator("safety-check :checked").count() == 0


def test_nothing_is_stored_and_nothing_is_sent(browser, site):
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site}/try/before-you-book/", wait_until="networkidle")
    page.wait_for_load_state()
    page.evaluate("() => document.fonts.ready")
    before = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    run(page, "ill", "skin")
    # ignore requests for the site's icon, which a browser may send at any time
    assert [address for address in asked if not address.endswith("/favicon.svg")] == []
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])") == before
    page.close()


def test_the_script_is_small_and_loaded_here_only(browser, site):
    assert SCRIPT.stat().st_size < 5000
    page = browser.new_page()
    page.goto(f"{site}/massage/safety/")
    assert page.locator("script[src*=safety-check]").count() == 0
    page.close()
