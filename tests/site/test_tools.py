"""Tests that the decision aid, the diary and the letters are complete without JavaScript, can be used with a keyboard, and keep
what readers enter.
"""

from __future__ import annotations

import gzip
import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import ROOT

PAGES = ("decide", "diary", "letters")
KEY = "massage-for-back-pain:diary"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
SMALL_PRINT = """() => {
    const words = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
    const small = []
    while (words.nextNode()) {
        const holder = words.currentNode.parentElement
        const seen = holder.checkVisibility() && !holder.closest("sup, svg, .sr, .decide__option")
        const points = parseFloat(getComputedStyle(holder).fontSize) * .75
        if (seen && words.currentNode.data.trim() && points < 9.49) small.push([points, words.currentNode.data.trim()])
    }
    return small
}"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def paper(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def add(page: Page, date: str, pain: int, way: int, sessions: int = 0, days: str = "") -> None:
    page.fill("#diary-date", date)
    page.select_option("#diary-pain", str(pain))
    page.select_option("#diary-way", str(way))
    page.select_option("#diary-count", str(sessions))
    page.select_option("#diary-after", days)
    page.check("[name=new][value=no]")
    page.get_by_role("button", name="Add this score").click()


def rows(page: Page):
    return page.locator(".diary__table tbody tr:not(.diary__blank)")


def press_to(page: Page, target: str) -> None:
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", target):
            return
    pytest.fail(f"The Tab key does not reach {target}")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone_and_nothing_breaks(browser: Browser, site: str, name: str, scheme: str):
    page = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{site}/try/{name}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator(f"[data-live][data-tool={name.rstrip('s')}]").count() == len(page.locator("[data-tool]").all())
    assert faults == []
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nobody_but_this_site(page: Page, site: str, name: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/try/{name}/")
    host = site.removesuffix("/sub")
    assert [url for url in asked if not url.startswith((host, "data:", "blob:"))] == []


def test_other_pages_do_not_load_the_scripts(page: Page, site: str):
    page.goto(f"{site}/try/first-visit/")
    assert page.locator("script[type=module]").count() == 0


@pytest.mark.parametrize("name", PAGES)
def test_without_a_script_the_page_is_whole(browser: Browser, site: str, name: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site}/try/{name}/")
    assert page.locator(".tool__actions:visible button:not([type=submit])").count() == 0
    if name == "decide":
        expect(page.locator(".decide__table td").first).to_be_visible()
        assert page.locator(".decide__table td").count() == 30
        expect(page.get_by_role("radio", name="A lot").first).to_be_visible()
    elif name == "diary":
        expect(page.locator(".diary__form")).to_be_hidden()
        assert page.locator(".diary__table tbody tr:visible").count() == 8
    else:
        assert page.locator("textarea:visible, input[type=text]:visible").count() > 10
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_printed_is_too_small_to_read(page: Page, site: str, name: str):
    page.goto(f"{site}/try/{name}/")
    page.emulate_media(media="print")
    assert page.evaluate(SMALL_PRINT) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_focus_is_seen_on_every_control(browser: Browser, site: str, name: str):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site}/try/{name}/")
    page.eval_on_selector_all("details.decide", "folds => folds.forEach(fold => fold.open = true)")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    met = 0
    for _ in range(150):
        page.keyboard.press("Tab")
        ring = page.evaluate("""() => {
            const at = document.activeElement, tool = at.closest(".tool")
            if (!tool) return null
            const {top, bottom} = at.getBoundingClientRect()
            return [parseFloat(getComputedStyle(at).outlineWidth), bottom > 0 && top < innerHeight, at.outerHTML]
        }""")
        if ring:
            met += 1
            assert ring[0] >= 2, ring
            assert ring[1], ring
        elif met:
            break
    assert met > 6
    page.close()


def test_the_tools_are_small():
    scripts = ROOT / "docs/assets/javascripts"
    names = ("tools", "decide", "diary", "diary-chart", "letters", "safety-check", "ledger")
    assert sum(len(gzip.compress((scripts / f"{name}.js").read_bytes())) for name in names) <= 25_000


@pytest.mark.parametrize("script", [BLOCKED, FULL])
def test_aid_and_letters_need_no_storage(page: Page, site: str, script: str):
    page.add_init_script(script)
    page.goto(f"{site}/try/decide/#what-matters-to-you")
    page.check("[name=money][value='2']")
    expect(page.locator(".mine__reason")).to_have_text(["I want to spend little."])
    page.goto(f"{site}/try/letters/")
    page.fill("#to-doctor-1", "Dr Lee")
    page.locator("#letter-to-doctor").get_by_role("button", name="Empty it").click()
    expect(page.locator("#letter-to-doctor .tool__said")).to_contain_text("The letter is empty.")


def test_the_reasons_follow_the_reader(page: Page, site: str):
    page.goto(f"{site}/try/decide/#what-matters-to-you")
    assert page.locator(".mine").is_hidden()
    # the status element must be on the page from the start, or screen readers would not announce the first change in it
    expect(page.locator(".decide--reasons [role=status]")).to_be_visible()
    press_to(page, "input[name=sure]")
    page.keyboard.press("ArrowLeft")  # the left arrow key moves from the first answer to the last answer, "Not at all"
    press_to(page, "input[name=last]")
    page.keyboard.press("Space")
    expect(page.locator(".mine__weight")).to_have_text(["Matters a lot to me", "Does not matter to me"])
    expect(page.locator(".mine__reason")).to_have_text(["I want help that lasts.", "I want to know how sure the evidence is."])
    press_to(page, ".mine button:last-of-type")
    page.keyboard.press("Enter")
    expect(page.locator(".mine")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('massage')).length") == 0


def test_the_aid_never_says_what_to_choose(page: Page, site: str):
    page.goto(f"{site}/try/decide/#what-matters-to-you")
    for reason in page.locator(".reason").all():
        reason.get_by_role("radio").first.check()
    said = page.locator(".mine").inner_text().lower()
    assert not re.search(r"recommend|you should|best for you|score|\d+ points", said)


@pytest.mark.parametrize("chosen", [False, True])
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_aid_fits_two_sides_of_one_sheet(page: Page, site: str, size: str, chosen: bool):
    page.goto(f"{site}/try/decide/#what-matters-to-you")
    if chosen:
        for reason in page.locator(".reason").all():
            reason.get_by_role("radio").first.check()
    assert paper(page.pdf(format=size)) <= 2


def test_the_aid_says_what_a_decision_aid_must(page: Page, site: str):
    page.goto(f"{site}/try/decide/")
    text = page.locator("article").inner_text()
    for needed in ("First published on", "every 12 months", "Nobody paid for it", "Nobody can say which option suits whom",
                   "Which of these do I want to try next", "Good and bad days are usual", "eased a little over a year",
                   "Life with others", "Wait and see"):
        assert needed in text


def test_the_diary_by_keyboard_from_start_to_end(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    press_to(page, "#diary-thing")
    page.keyboard.type("Walk to the shop")
    press_to(page, "#diary-pain")
    page.keyboard.type("6")
    press_to(page, "#diary-way")
    page.keyboard.type("7")
    press_to(page, "[name=new]")
    page.keyboard.press("Space")
    press_to(page, ".diary__form [type=submit]")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_role("alert")).to_have_text(
        re.compile(r"^Added: \d+ \w+, pain 6, in the way 7\. It is kept on this device\.$"))
    page.reload()
    expect(rows(page)).to_have_count(1)
    expect(page.locator("#diary-thing")).to_have_value("Walk to the shop")
    press_to(page, ".diary__actions button:nth-of-type(4)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(0)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_the_course_and_the_look_back(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 6, 8)
    assert page.locator(".course").count() == 0
    for week, pain in enumerate((6, 5, 4, 4), 1):
        add(page, f"2026-10-{5 + 7 * week:02}" if week < 4 else "2026-11-02", pain, 8, week, "same")
    expect(page.get_by_role("img", name="My scores from 5 October 2026 to 2 November 2026")).to_be_visible()
    look = page.get_by_role("region", name="Looking back")
    expect(look).to_contain_text("Pain: 6 at the start, 4 now")
    expect(look).to_contain_text("You can finish at 6")
    expect(look).to_contain_text("no trial has tested it")
    expect(look).to_contain_text("yours to say")


def test_worse_twice_in_a_row_is_a_reason_to_stop(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    look = page.get_by_role("region", name="Looking back")
    add(page, "2026-10-05", 5, 5)
    add(page, "2026-10-12", 5, 5, 1, "better")
    add(page, "2026-10-19", 5, 5, 2, "worse")
    expect(look).not_to_contain_text("worse after two sessions in a row")
    add(page, "2026-10-26", 5, 5, 3, "worse")
    expect(look).to_contain_text("worse after two sessions in a row")


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_something_new_ends_the_trial_and_opens_the_card(page: Page, site: str, answer: str):
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 5, 5)
    page.check(f"[name=new][value={answer}]")
    page.get_by_role("button", name="Add this score").click()
    expect(page.locator(".care-line--emergency").first).to_be_focused()
    page.reload()
    expect(page.locator(".diary__review")).to_contain_text("No more massage until a health professional has looked at it")
    expect(page.get_by_role("button", name="Add this score")).to_be_disabled()
    expect(rows(page)).to_have_count(1)
    page.get_by_role("button", name="A health professional has looked at it").click()
    expect(page.get_by_role("button", name="Add this score")).to_be_enabled()


def test_what_is_missing_is_said_and_gets_the_focus(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    page.get_by_role("button", name="Add this score").click()
    said = page.get_by_role("alert")
    expect(said).to_have_text("Choose a number for pain.")
    expect(page.locator("#diary-pain")).to_be_focused()
    for seen in (said, page.locator("#diary-pain")):
        expect(seen).to_be_in_viewport(ratio=1)


def test_a_shared_phone_keeps_nothing(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    page.get_by_label("Keep it on this device").uncheck()
    page.fill("#diary-thing", "Sit through a meal")
    add(page, "2026-10-05", 5, 5)
    expect(rows(page)).to_have_count(1)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_taking_the_tick_away_takes_the_diary_off_the_device(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 5, 5)
    assert page.evaluate("key => localStorage.getItem(key)", KEY)
    page.get_by_label("Keep it on this device").uncheck()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
    expect(rows(page)).to_have_count(1)


@pytest.mark.parametrize(("script", "said"), [(BLOCKED, "does not let pages keep anything"), (FULL, "no room to keep the diary")])
def test_no_storage_and_a_full_disk(page: Page, site: str, script: str, said: str):
    page.add_init_script(script)
    page.goto(f"{site}/try/diary/")
    if script is BLOCKED:
        expect(page.get_by_role("alert")).to_contain_text(said)
    add(page, "2026-10-05", 5, 5)
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text("Added: 5 Oct, pain 5, in the way 5.")
    expect(page.get_by_role("alert")).to_contain_text(said if script is FULL else "on this page only")


@pytest.mark.parametrize("kept", ["{not json", "null", "[]", '{"kind": "other"}',
                                  '{"kind": "massage-for-back-pain/diary", "version": 9, "scores": []}',
                                  '{"kind": "massage-for-back-pain/diary", "version": 1, "scores": [null, {"pain": "<b>"}]}'])
def test_unreadable_storage_is_said_and_not_lost(page: Page, site: str, kept: str):
    page.goto(f"{site}/try/first-visit/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, kept])
    page.goto(f"{site}/try/diary/")
    expect(page.get_by_role("alert")).to_contain_text("cannot be read")
    add(page, "2026-10-05", 5, 5)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == kept
    expect(rows(page)).to_have_count(1)


def test_unreadable_storage_can_be_saved_and_then_deleted(page: Page, site: str):
    page.goto(f"{site}/try/first-visit/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, "{broken"])
    page.goto(f"{site}/try/diary/")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save what is there as a file").click()
    assert saved.value.path().read_text() == "{broken"
    page.get_by_role("button", name="Delete it and start again").click()
    add(page, "2026-10-05", 5, 5)
    assert "2026-10-05" in page.evaluate("key => localStorage.getItem(key)", KEY)


def test_export_and_import_round_trip(browser: Browser, page: Page, site: str, tmp_path):
    page.goto(f"{site}/try/diary/")
    page.fill("#diary-thing", "Walk <b>far</b> & back")
    add(page, "2026-10-12", 5, 4, 1, "better")
    add(page, "2026-10-05", 6, 8)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "back-diary.json"
    saved.value.save_as(file)
    other = browser.new_context().new_page()
    other.goto(f"{site}/try/diary/")
    other.set_input_files("input[type=file]", file)
    expect(rows(other)).to_have_count(2)
    expect(other.locator("#diary-thing")).to_have_value("Walk <b>far</b> & back")
    assert other.locator(".diary__thing b").count() == 0
    assert json.loads(other.evaluate("key => localStorage.getItem(key)", KEY)) == json.loads(file.read_text())
    other.context.close()


def test_a_file_in_place_of_a_diary_is_asked_about_first(page: Page, site: str, tmp_path):
    file = tmp_path / "other.json"
    score = {"date": "2026-09-01", "pain": 1, "way": 1, "count": 0, "after": "", "note": ""}
    file.write_text(json.dumps({"kind": "massage-for-back-pain/diary", "version": 1, "thing": "x", "scores": [score]}))
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 5, 5)
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Keep what is here").click()
    expect(rows(page)).to_contain_text(["5 Oct 2026"])
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Use the file").click()
    expect(rows(page)).to_contain_text(["1 Sept 2026"])


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00", b"", b'{"kind":"x"}', b"0" * 1_200_000])
def test_a_file_that_is_not_ours_changes_nothing(page: Page, site: str, tmp_path, content: bytes):
    file = tmp_path / "foreign.json"
    file.write_bytes(content)
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 5, 5)
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_role("alert")).to_contain_text("This file was not opened. It is not a diary from this page.")
    expect(rows(page)).to_have_count(1)


def test_a_removed_score_can_come_back(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 5, 5)
    remove = page.get_by_role("button", name="Remove the score of 5 October 2026")
    remove.click()
    expect(rows(page)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(1)
    expect(remove).to_be_focused()


def test_the_diary_prints_as_a_paper_diary(page: Page, site: str):
    page.goto(f"{site}/try/diary/")
    add(page, "2026-10-05", 5, 5)
    add(page, "2026-10-12", 5, 4, 1, "same")
    page.emulate_media(media="print")
    assert page.locator(".diary__table tbody tr:visible").count() == 7  # the table has two rows with scores and five empty rows
    for gone in (".diary__form", ".diary__actions", ".tool__message", ".diary__table button"):
        assert page.locator(f"{gone}:visible").count() == 0


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_diary_takes_two_sides_of_one_sheet_empty_and_full(page: Page, site: str, size: str):
    page.goto(f"{site}/try/diary/")
    assert paper(page.pdf(format=size)) == 2
    page.fill("#diary-thing", "Walk to the shop and back with the dog, without a stop")
    for week in range(8):
        page.fill("#diary-note", "Slept badly, two long drives, and a cold this week")
        add(page, f"2026-0{8 + week // 4}-{1 + 7 * (week % 4):02}", 7, 6, max(0, week - 1), "same")
    expect(rows(page)).to_have_count(8)
    assert paper(page.pdf(format=size)) == 2


def test_the_diary_fits_a_phone_when_it_is_full(browser: Browser, site: str):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site}/try/diary/")
    page.fill("#diary-thing", "W" * 120)
    for week in range(4):
        page.fill("#diary-note", "x" * 200)
        add(page, f"2026-09-{1 + 7 * week:02}", 10, 10, week, "worse" if week % 2 else "better")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.close()


def test_a_letter_by_keyboard_and_as_text(browser: Browser, site: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/try/letters/")
    press_to(page, "#to-therapist-1")
    page.keyboard.type("Ann")
    press_to(page, "#letter-to-therapist [type=checkbox]")
    page.keyboard.press("Space")
    press_to(page, "#letter-to-therapist .tool__actions button:nth-of-type(2)")
    page.keyboard.press("Enter")
    expect(page.locator("#letter-to-therapist .tool__said")).to_have_text("Copied. You can paste it now.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "My name, and what to call me: Ann" in text
    assert "warfarin" in text
    assert "What I hope for" not in text
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('letter')).length") == 0
    context.close()


def test_where_copying_is_refused_the_text_is_shown(page: Page, site: str):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{site}/try/letters/")
    page.fill("#to-doctor-1", "Dr Lee")
    page.locator("#letter-to-doctor").get_by_role("button", name="Copy as text").click()
    expect(page.get_by_label("The text to copy")).to_be_focused()
    expect(page.get_by_label("The text to copy")).to_have_value(re.compile("Dr Lee"))


def test_an_emptied_letter_can_come_back(page: Page, site: str):
    page.goto(f"{site}/try/letters/")
    letter = page.locator("#letter-to-doctor")
    letter.get_by_label("To (name and practice)").fill("Dr Lee")
    letter.get_by_label("They asked me to keep you informed").check()
    letter.get_by_role("button", name="Empty it").click()
    expect(letter.get_by_label("To (name and practice)")).to_have_value("")
    letter.get_by_role("button", name="Undo").click()
    expect(letter.get_by_label("To (name and practice)")).to_have_value("Dr Lee")
    expect(letter.get_by_label("They asked me to keep you informed")).to_be_checked()


def test_one_letter_prints_alone_and_whole(page: Page, site: str):
    page.add_init_script("window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = true }")
    page.goto(f"{site}/try/letters/")
    long = "\n".join(f"Line {n}" for n in range(20))
    page.fill("#to-therapist-2", long)
    page.locator("#letter-to-therapist").get_by_role("button", name="Print this letter").click()
    page.emulate_media(media="print")
    sheet = page.locator("#letter-to-therapist .letter__sheet")
    expect(sheet).to_be_visible()
    assert "Line 19" in sheet.inner_text()
    for hidden in ("#letter-to-doctor", "h1", "#letter-to-therapist form"):
        assert page.locator(f"{hidden}:visible").count() == 0
    assert paper(page.pdf(format="A4")) == 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#letter-to-doctor")).to_be_visible()


def test_an_empty_letter_prints_with_lines(page: Page, site: str):
    page.goto(f"{site}/try/letters/")
    page.emulate_media(media="print")
    assert page.locator("#letter-to-doctor input[type=text]:visible").count() >= 3
    for size in ("A4", "Letter"):
        assert paper(page.pdf(format=size)) == 2


def test_on_a_phone_the_reasons_open_when_asked_for(browser: Browser, site: str):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site}/try/decide/")
    reason = page.get_by_role("radio", name="A lot").first
    expect(reason).to_be_hidden()
    closed = page.locator("details:not([open]) :is(.decide__table, .decide__outcomes)")
    assert closed.count() == 0, "a table of the decision aid is open"
    page.get_by_text("Weigh 7 reasons").click()
    expect(reason).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{site}/try/decide/#what-matters-to-you")
    expect(reason).to_be_visible()
    for led in ("'what-matters-to-you'", "document.querySelector('.reason legend').id = 'one-reason'"):
        page.get_by_text("Weigh 7 reasons").click()
        expect(reason).to_be_hidden()
        page.evaluate(f"location.hash = ''; location.hash = {led}")
        expect(reason).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{site}/try/decide/")
    page.emulate_media(media="print")
    expect(reason).to_be_visible()
    expect(page.get_by_text("Weigh 7 reasons")).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.reload()
    expect(reason).to_be_visible()
    page.close()


def test_on_a_phone_two_options_stand_side_by_side(browser: Browser, site: str):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site}/try/decide/")
    names = page.locator(".decide__table thead th:visible")
    expect(names).to_have_text(["Being more active", "Massage"])
    assert page.locator(".decide__table td:visible").count() == 12
    left, right = (cell.bounding_box() for cell in page.locator(".decide__table td:visible").all()[:2])
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    page.get_by_role("checkbox", name="Wait and see").check()
    expect(names).to_have_text(["Massage", "Wait and see"])
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(names).to_have_count(5)
    expect(page.get_by_role("checkbox", name="Wait and see")).to_be_hidden()
    page.close()


def test_questions_fold_and_each_has_an_address(page: Page, site: str):
    page.goto(f"{site}/questions/#is-it-all-placebo")
    expect(page.locator("details.question[open] h3")).to_have_text("Is it all placebo?")
    expect(page.locator("details.question[open]")).to_be_in_viewport()
    folds, asked = page.locator("details.question"), page.locator("article h3[id]")
    assert folds.count() == asked.count() > 80
    fold = folds.filter(has_text="Is this for my child?")
    answer = fold.get_by_text("No, this site is for adults.")
    expect(answer).to_be_hidden()
    fold.locator("summary").click()
    expect(answer).to_be_visible()
    assert page.url.endswith("#is-this-for-my-child")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.question:not([open])").count() == 0


def test_questions_stand_open_without_script(browser: Browser, site: str):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/questions/")
    for answer in page.locator("article h3[id] + p").all():
        expect(answer).to_be_visible()
    page.context.close()
