"""The safety check in a browser: with a keyboard, without a script, on a small phone, on paper."""

import pytest
from playwright.sync_api import expect

from evidence import DATA, ROOT
from evidence import library as books
from evidence.safety_check import Answer, Level, outcome
from tests.conftest import touched
from tests.site.test_tools import BLOCKED, LISTENERS, SWAP
from tests.site.test_tools import paper as pages

QUESTIONS = books.library(DATA).questions
ASKED = [question for question in QUESTIONS if question.ask]
PHONE = {"width": 360, "height": 740}
SCRIPT = ROOT / "docs/assets/javascripts/safety-check.js"


@pytest.fixture
def check(browser, site):
    """The page on a phone, with everything that went wrong in it."""
    page = browser.new_page(viewport=PHONE)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/try/before-you-book/")
    page.locator("safety-check[data-state=ask]").wait_for()
    yield page
    assert errors == []
    page.close()


def question(page):
    return page.locator(".check__item.is-shown h3")


def answer(page, value):
    page.locator(f".check__form [type=radio][value='{value}']").check()
    page.get_by_role("button", name="Next").click()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def card(page):
    return page.get_by_role("status").locator(".care")


def go_through(page, answers):
    """Answers until there is a result; goes on after an urgent one. In one go, since it is done often."""
    page.locator("safety-check").evaluate("""(host, values) => {
        const form = host.querySelector("form"), more = host.querySelector("[data-do=more]")
        for (const value of values) {
            form.answer.value = value
            form.requestSubmit()
            if (host.dataset.state === "result" && more.hidden) return
            if (host.dataset.state === "result") more.click()
        }
    }""", [answers.get(asked.id, "no") for asked in ASKED])


def test_keyboard_alone_to_an_emergency(check):
    check.locator("safety-check").evaluate("host => { host.querySelector('[type=radio]').focus() }")
    check.keyboard.press("Space")
    check.keyboard.press("ArrowDown")  # from yes to not sure
    expect(check.locator(".check__form [value='not sure']")).to_be_checked()
    check.keyboard.press("Enter")
    heading = check.get_by_role("status").get_by_role("heading", level=2)
    expect(heading).to_be_focused()
    expect(heading).to_contain_text("Emergency: Call your local emergency number")
    assert card(check).locator("a").count() == 0
    number = check.get_by_role("listitem").filter(has_text="United Kingdom").get_by_role("link", name="999")
    expect(number).to_be_visible()
    expect(number).to_have_attribute("href", "tel:999")
    expect(check.locator(".check__form")).to_be_hidden()
    expect(check.locator("safety-check")).not_to_contain_text("Fine to book", use_inner_text=True)


def test_keyboard_alone_to_fine_which_is_never_said_flatly(check):
    check.locator(".check__form [type=radio]").first.focus()
    for number in range(1, len(ASKED) + 1):
        expect(check.locator(".is-shown .check__step")).to_have_text(f"Question {number} of {len(ASKED)}")
        if number > 1:
            expect(question(check)).to_be_focused()
            check.keyboard.press("Tab")
        check.keyboard.press("Space")
        check.keyboard.press("ArrowUp")  # from the first answer round to the last: no
        check.keyboard.press("Enter")
    expect(check.get_by_role("status").get_by_role("heading", level=2)).to_be_focused()
    expect(card(check)).to_contain_text("Fine to book, and say this first")
    expect(check.locator(".check__watch")).to_be_visible()
    text = check.locator("safety-check").inner_text()
    assert text.index("Fine to book") < text.index("What to watch for") < text.index("does not rule out illness")
    assert "Print this" in text


def test_no_answer_is_asked_again(check):
    press(check, "Next")
    expect(check.get_by_role("alert").filter(has_text="Choose one answer")).to_be_visible()
    expect(question(check)).to_contain_text(ASKED[0].title)


def test_back_keeps_the_answer_and_lets_it_change(check):
    expect(check.get_by_role("button", name="Back", exact=True)).to_be_hidden()
    answer(check, "no")
    press(check, "Back")
    expect(question(check)).to_contain_text(ASKED[0].title)
    expect(question(check)).to_be_focused()
    expect(check.locator(".check__form [value=no]")).to_be_checked()
    answer(check, "yes")
    expect(card(check)).to_contain_text("Emergency")
    press(check, "Back")
    expect(question(check)).to_contain_text(ASKED[0].title)
    expect(card(check)).to_have_count(0)
    answer(check, "no")
    expect(question(check)).to_contain_text(ASKED[1].title)


def test_each_question_leads_to_its_card(check):
    host = check.locator("safety-check")
    for asked in ASKED:
        for value in ("yes", "not sure"):
            go_through(check, {asked.id: value})
            expected = outcome({q.id: Answer.NO for q in QUESTIONS} | {asked.id: Answer(value)}, QUESTIONS)
            assert host.get_attribute("data-level") == expected
            assert f"{expected.word}: {asked.card}" in card(check).inner_text()
            shown = host.inner_text()
            assert "Fine to book" not in shown
            assert ("does not rule out illness" in shown) is (expected is not Level.EMERGENCY)
            press(check, "Start again")


def test_a_link_into_the_questions_shows_all_of_them(browser, site):
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site}/try/before-you-book/#check-area")
    expect(page.locator("#check-area")).to_be_in_viewport()
    press(page, "One question at a time")
    expect(question(page)).to_contain_text(ASKED[0].title)
    page.locator(".sources .footnote-backref").first.click()
    expect(page.locator(".check__why").first).to_be_in_viewport()
    page.close()


def test_the_most_urgent_comes_first_then_all_the_rest(check):
    go_through(check, {"unwell": "yes", "looked": "not sure", "area": "yes"})
    expect(card(check)).to_contain_text("Urgent: Get medical help today")
    shown = check.locator("safety-check").inner_text()
    places = [shown.index(words) for words in (
        "Urgent:", "Not yet:", "Stay off:", "Say this first to your therapist", "Only when a health professional",
        "What to watch for")]
    assert places == sorted(places)


def test_ticked_signs_alone_are_said_and_none_ticked_means_all(check):
    for asked in ASKED:
        if asked.id == "ask-body":
            check.locator(".check__form [value=yes]").check()
            check.get_by_label("you are pregnant").check()
            press(check, "Next")
        elif asked.id == "ask-back":
            answer(check, "not sure")
        else:
            answer(check, "no")
    said = check.locator(".check__summary")
    expect(said).to_contain_text("I am pregnant.")
    expect(said).not_to_contain_text("blood thinner")
    for sign in next(q for q in ASKED if q.id == "ask-back").signs:
        expect(said).to_contain_text(sign.say)


def test_without_a_script_every_question_and_card_is_there(browser, site):
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{site}/try/before-you-book/")
    for asked in ASKED:
        expect(page.locator(f"#check-{asked.id}")).to_be_visible()
    assert page.locator(".check__card").locator("visible=true").count() == len(QUESTIONS)
    assert page.locator(".check__signs li").locator("visible=true").count() == sum(len(q.signs) for q in ASKED)
    assert page.locator(".care--emergency a").count() == 0
    assert page.locator("safety-check :is(input, button)").locator("visible=true").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.context.close()


def test_a_small_phone_never_scrolls_sideways(check):
    for _ in ASKED:
        assert check.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        answer(check, "no")
    assert check.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    press(check, "All questions on one page")
    assert check.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert check.locator(".check__card").locator("visible=true").count() == len(QUESTIONS)
    press(check, "One question at a time")
    expect(card(check)).to_be_visible()


def test_on_paper_all_questions_before_a_result_and_the_result_after(check):
    check.emulate_media(media="print")
    assert check.locator(".check__item .check__card").locator("visible=true").count() == len(QUESTIONS)
    assert check.locator("safety-check button").locator("visible=true").count() == 0
    check.emulate_media(media="screen")
    go_through(check, {"ask-illness": "yes"})
    check.emulate_media(media="print")
    expect(check.locator(".check__summary")).to_be_visible()
    expect(check.locator(".check__watch")).to_be_visible()
    expect(card(check)).to_be_visible()
    assert check.locator("safety-check button").locator("visible=true").count() == 0


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_questions_take_eight_sides_and_the_result_one(check, size):
    assert pages(check.pdf(format=size)) <= 8
    go_through(check, {"ask-back": "yes"})
    assert pages(check.pdf(format=size)) == 1


def test_without_storage_it_is_the_same(browser, site):
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(BLOCKED)
    page.goto(f"{site}/try/before-you-book/")
    go_through(page, {"unwell": "not sure"})
    expect(card(page)).to_contain_text("Urgent: Get medical help today")
    page.close()


def test_left_and_come_back_to_it_begins_anew_and_listens_once(browser, site):
    """An old result may no longer be true, so a page that was swapped out and in asks again."""
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(LISTENERS)
    page.goto(f"{site}/try/before-you-book/")
    page.locator("safety-check[data-state=ask]").wait_for()
    touched(page)
    heard = []
    for _ in range(3):
        answer(page, "no")
        page.evaluate(SWAP, f"{site}/try/first-visit/")
        away = page.evaluate("heard")
        page.evaluate(SWAP, f"{site}/try/before-you-book/")
        expect(question(page)).to_contain_text(ASKED[0].title)
        heard.append((away, page.evaluate("heard")))
    assert len(set(heard)) == 1
    page.close()


def test_brought_back_from_the_browser_s_memory_it_begins_anew(browser, site):
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site}/try/before-you-book/")
    answer(page, "no")
    expect(question(page)).not_to_contain_text(ASKED[0].title)
    with page.expect_navigation():
        page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(question(page)).to_contain_text(ASKED[0].title)
    page.close()


def test_nothing_is_stored_and_nothing_is_sent(browser, site):
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site}/try/before-you-book/", wait_until="networkidle")
    touched(page)
    before = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    go_through(page, {"ask-back": "yes"})
    assert [address for address in asked if not address.endswith("/favicon.svg")] == []  # the browser's own, when it likes
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])") == before
    page.reload()
    expect(question(page)).to_contain_text(ASKED[0].title)
    page.close()


def test_the_script_is_small_and_loaded_here_only(browser, site):
    assert SCRIPT.stat().st_size < 6000
    page = browser.new_page()
    page.goto(f"{site}/massage/safety/")
    assert page.locator("script[src*=safety-check]").count() == 0
    page.close()
