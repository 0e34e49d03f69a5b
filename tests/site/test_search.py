"""Tests the search in a browser. For each phrase that people really type, the right page must be among the first three results.

The phrases include misspellings and whole questions. For a phrase about an emergency, the page about warning signs must come
first. If a phrase does not find its page, add the phrase to docs/data/search-words.yml.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from evidence.exports.search_index import prepared
from tests import ROOT

FIRST = 3
QUESTIONS = ROOT / "tests" / "fixtures" / "questions.yml"

FOUND_ON = {
    "back-pain/": [
        "bad back", "sore back", "backache", "achy back", "lumbago", "lumbar pain", "keeps coming back",
        "chronic back pain",
    ],
    "back-pain/ massage/does-it-help/": [
        "lower back ache",
    ],
    "questions/ back-pain/": [
        "my back went out", "threw my back out", "my back seized up", "put my back out",
    ],
    "back-pain/ questions/": [
        "back pain won't go away", "flare up", "My back pain is 6 months old. Will it ever go away?",
        "best position to sleep", "sick note", "doctor does not believe me", "sex with back pain",
        "driving with back pain", "mattress", "nobody believes me",
    ],
    "back-pain/causes/ back-pain/ about/glossary/": [
        "mechanical back pain",
    ],
    "about/glossary/ back-pain/causes/ back-pain/": [
        "non-specific", "tailbone",
    ],
    "back-pain/ about/glossary/": [
        "relapse",
    ],
    "back-pain/causes/": [
        "pulled muscle", "tweaked my back", "slipped disk", "slipped disc", "L5-S1", "wear and tear",
        "arthritis in the spine",
    ],
    "back-pain/causes/ back-pain/ questions/": [
        "back spasm",
    ],
    "benefits/pain-relief/ benefits/range-of-motion/": [
        "tight back",
    ],
    "benefits/range-of-motion/": [
        "stiff back",
    ],
    "massage/myths/ techniques/trigger-point/ questions/": [
        "knots",
    ],
    "massage/how-it-may-work/ massage/myths/": [
        "adhesions",
    ],
    "massage/myths/ techniques/trigger-point/ massage/how-it-may-work/": [
        "crunchy bit in my muscle",
    ],
    "techniques/trigger-point/": [
        "pressure point", "trigger point", "triger points",
    ],
    "techniques/trigger-point/ about/glossary/": [
        "referred pain",
    ],
    "techniques/myofascial-release/": [
        "MFR", "fascia unwinding", "miofascial",
    ],
    "back-pain/causes/ questions/": [
        "bulging disc", "sciattica", "siatica", "sciatica", "pain down my leg", "trapped nerve", "MRI",
        "Do I need an X-ray or MRI?", "x ray", "degenerative disc",
    ],
    "back-pain/causes/ massage/safety/ questions/": [
        "herniated disk",
    ],
    "back-pain/causes/ questions/ about/glossary/": [
        "pinched nerve",
    ],
    "about/glossary/ back-pain/causes/ questions/": [
        "piriformis", "pain in the butt",
    ],
    "questions/ about/glossary/ massage/safety/": [
        "spinal stenosis",
    ],
    "massage/safety/ back-pain/ back-pain/causes/": [
        "scoliosis",
    ],
    "massage/safety/ questions/": [
        "brittle bones", "osteoporosis", "blood thinners", "pregnant", "Can a massage actually hurt my back?",
        "Can massage make a herniated disc worse?", "Is it safe to have a massage when pregnant?",
        "I have osteoporosis. Is massage safe?", "is it safe with a pacemaker", "breast cancer",
        "metal rods in my spine", "warfarin", "eliquis", "can i have massage while on xarelto", "im 20 weeks pregnant",
        "massage with osteopenia",
    ],
    "back-pain/causes/ about/glossary/": [
        "SI joint",
    ],
    "massage/safety/ about/glossary/ questions/ back-pain/warning-signs/": [
        "DVT",
    ],
    "massage/safety/ questions/ back-pain/warning-signs/": [
        "clot in my leg",
    ],
    "massage/": [
        "back rub", "rubdown", "bodywork", "masage",
    ],
    "techniques/swedish/ about/glossary/": [
        "kneading", "tapotement",
    ],
    "techniques/swedish/": [
        "long strokes", "relaxation massage", "swedish masage", "swedesh massage",
    ],
    "techniques/ about/glossary/ techniques/deep-tissue/ techniques/swedish/": [
        "cross-fibre friction",
    ],
    "techniques/deep-tissue/": [
        "deep pressure", "deep tisue",
    ],
    "techniques/deep-tissue/ massage/myths/": [
        "hurts so good",
    ],
    "techniques/": [
        "sports massage", "shiatsu", "craniosacral",
    ],
    "massage/ techniques/ about/glossary/ try/find-a-therapist/": [
        "remedial massage",
    ],
    "techniques/ try/find-a-therapist/ about/glossary/": [
        "myotherapy",
    ],
    "try/find-a-therapist/ about/glossary/": [
        "RMT", "LMT",
    ],
    "massage/ try/find-a-therapist/": [
        "masseuse", "massuse",
    ],
    "massage/ techniques/": [
        "medical massage",
    ],
    "massage/ treatments/ about/glossary/": [
        "manual therapy",
    ],
    "techniques/ questions/": [
        "thai massage", "hot stone", "cupping", "reflexology", "What type of massage is best for lower back pain?",
    ],
    "techniques/ techniques/myofascial-release/": [
        "rolfing",
    ],
    "treatments/ questions/": [
        "chiro", "Massage or chiropractic for low back pain?", "accupuncture", "chiropracter",
    ],
    "treatments/ questions/ massage/myths/": [
        "crack my back",
    ],
    "treatments/": [
        "osteopath", "tens machine", "heat pad", "ice or heat",
    ],
    "treatments/being-active/ try/find-a-therapist/ treatments/": [
        "physio",
    ],
    "try/at-home/ questions/": [
        "massage gun", "theragun", "massage chair", "tennis ball", "Do massage chairs help ease back pain?",
        "Can I massage my own back with a tennis ball?", "massage gun on spine",
        "massage ball wall", "best massage chair",
    ],
    "try/partner-massage/ questions/": [
        "my husband rubs my back",
    ],
    "try/at-home/": [
        "foam roller", "lacrosse ball", "foam rolling lower back", "can I use a vibrating massager",
        "electric massager", "hypervolt",
    ],
    "massage/myths/": [
        "toxins", "detox", "does massage release toxins",
    ],
    "massage/myths/ benefits/circulation/": [
        "lactic acid",
    ],
    "benefits/endorphins/": [
        "natural painkillers", "oxytocin", "endorphin release",
    ],
    "benefits/circulation/": [
        "blood flow", "does massage increase circulation",
    ],
    "benefits/range-of-motion/ benefits/pain-relief/": [
        "loosen up",
    ],
    "try/after-a-session/ massage/safety/": [
        "sore after massage", "bruised after", "bruises after massage",
    ],
    "try/after-a-session/": [
        "massage hangover",
    ],
    "try/first-visit/ about/glossary/": [
        "draping",
    ],
    "massage/safety/": [
        "contraindications",
    ],
    "try/how-many-sessions/": [
        "how many sessions",
    ],
    "try/cost/": [
        "how much does it cost", "price of a massage", "are massages expensive",
    ],
    "try/first-visit/ questions/": [
        "do I have to undress", "Do I have to fully undress?", "therapist touched me", "what to wear to a massage",
        "male therapist", "naked during massage", "can i keep my bra on",
    ],
    "treatments/medicines/": [
        "opiods", "tramadol", "ibuprofen", "tylenol", "muscle relaxers", "amytriptiline", "nsaids", "oxycodone",
    ],
    "try/decide/ questions/": [
        "Should you try massage for back pain?",
    ],
    "questions/ back-pain/warning-signs/": [
        "Can sciatica be cured with massage therapy?", "pain between shoulder blades",
    ],
    "massage/myths/ questions/": [
        "A massage needs to be deep or painful to work, right?", "Why do I need to drink water after a massage?",
        "should i drink water",
    ],
    "try/how-many-sessions/ questions/": [
        "How often should I get a massage for back pain?", "how often should i go",
    ],
    "try/cost/ questions/": [
        "Will my insurance cover massage therapy?", "does medicare pay for massage", "will insurance pay",
        "cost of massage insurance uk",
    ],
    "try/after-a-session/ questions/": [
        "Should my back hurt the day after a massage?",
    ],
    "try/find-a-therapist/ questions/": [
        "Can you recommend a therapist near me?", "massage near me",
    ],
    "back-pain/warning-signs/ questions/": [
        "When should I see a doctor?",
    ],
    "massage/does-it-help/ questions/": [
        "does massage work",
    ],
    "about/glossary/": [
        "glossary",
    ],
    "questions/ back-pain/causes/": [
        "can massage fix sciatica", "siatic pain",
    ],
    "questions/ back-pain/causes/ about/glossary/": [
        "scitica",
    ],
    "try/find-a-therapist/": [
        "how do i know if therapist is licensed", "is my therapist qualified", "lmt near me",
        "how to check a massage therapist",
    ],
    "try/how-many-sessions/ try/first-visit/ questions/": [
        "how long does a massage last",
    ],
    "try/after-a-session/ massage/safety/ questions/": [
        "I feel worse after massage", "why am i sore after massage", "how long does soreness last",
    ],
    "try/after-a-session/ back-pain/warning-signs/": [
        "headache after massage",
    ],
    "massage/safety/ try/before-you-book/": [
        "varicose veins", "high blood pressure", "diabetes",
    ],
    "treatments/injections-and-surgery/ about/glossary/": [
        "epidural",
    ],
    "treatments/injections-and-surgery/": [
        "spinal fusion", "steroid shot", "cortizone shot",
    ],
    "treatments/ treatments/being-active/": [
        "yoga",
    ],
    "treatments/being-active/ treatments/": [
        "pilates",
    ],
    "treatments/psychological/ about/glossary/": [
        "cbt",
    ],
    "treatments/psychological/": [
        "pain reprocessing",
    ],
    "questions/ treatments/being-active/ back-pain/": [
        "should I stay in bed",
    ],
    "about/glossary/ back-pain/ back-pain/causes/": [
        "tailbone pain",
    ],
    "try/first-visit/ try/cost/ try/after-a-session/": [
        "do I tip",
    ],
    "massage/myths/ massage/how-it-may-work/": [
        "scar tissue",
    ],
    "massage/myths/ massage/how-it-may-work/ questions/": [
        "align my spine",
    ],
    "benefits/stress/ about/glossary/": [
        "cortisol",
    ],
    "benefits/stress/": [
        "anxiety", "stressed out",
    ],
    "about/guidelines/ about/for-clinicians/ massage/does-it-help/": [
        "nice guidelines low back pain",
    ],
    "massage/does-it-help/ about/for-clinicians/ about/references/": [
        "cochrane review",
    ],
    "about/how-this-site-is-made/ questions/": [
        "is this site written by ai",
    ],
    "about/privacy/": [
        "cookies",
    ],
    "try/diary/": [
        "pain diary",
    ],
    "questions/ back-pain/causes/ back-pain/warning-signs/": [
        "sciatic nerve massage",
    ],
    "back-pain/ back-pain/causes/": [
        "my hip hurts too", "office chair",
    ],
    "techniques/ techniques/deep-tissue/ techniques/swedish/ questions/": [
        "deep tissue vs swedish",
    ],
    "techniques/deep-tissue/ questions/ techniques/": [
        "is deep tissue better",
    ],
    "techniques/myofascial-release/ massage/how-it-may-work/": [
        "fascia blaster",
    ],
    "techniques/deep-tissue/ massage/myths/ techniques/trigger-point/": [
        "does deep tissue break up knots",
    ],
    "questions/ try/how-many-sessions/": [
        "is 30 minutes enough",
    ],
    "massage/safety/ back-pain/ questions/": [
        "massage after c section",
    ],
    "questions/ massage/safety/ back-pain/": [
        "had back surgery last year",
    ],
    "massage/safety/ try/before-you-book/ questions/": [
        "stent",
    ],
    "massage/safety/ questions/ try/first-visit/": [
        "is massage safe for seniors", "elderly",
    ],
    "questions/": [
        "kids massage",
    ],
    "treatments/injections-and-surgery/ questions/": [
        "do i need surgery",
    ],
    "treatments/being-active/": [
        "what exercises help", "should I walk",
    ],
    "back-pain/causes/ back-pain/": [
        "why does my back hurt in the morning",
    ],
    "treatments/psychological/ questions/ back-pain/ benefits/stress/": [
        "i am depressed",
    ],
    "massage/how-it-may-work/ questions/": [
        "placebo effect",
    ],
    "try/find-a-therapist/ try/decide/ treatments/injections-and-surgery/": [
        "what questions to ask",
    ],
    "back-pain/ back-pain/causes/ treatments/": [
        "kneeling chair",
    ],
    "back-pain/warning-signs/": [
        "long flight", "HRT", "deaf", "cannot hear", "hearing", "hard of hearing", "sign language",
        "black skin redness", "dark skin bruise",
    ],
    "about/contribute/": [
        "email", "contact", "feedback",
    ],
    "try/first-visit/": [
        "stoma", "large body weight limit table", "will the couch hold me", "massage table",
    ],
}
"""What people type, listed under the pages that answer it. If several pages are named, one of them must be found."""

WARNING_SIGNS = "back-pain/warning-signs/"
EMERGENCIES = [
    "cold leg", "leg cold and pale", "my leg went white",
    "sore calf", "sore calf flight", "calf hurts on the pill", "DVT",
    "numb between the legs", "can't pee", "can’t pee", "cant pee", "numb down below", "cant feel when I wipe",
    "saddle numbness", "cauda equina", "wet myself", "lost control of my bowels", "leaking poo", "both legs weak",
    "legs giving way", "my leg went numb", "leg numb one side", "numb leg", "weak leg", "foot drop",
    "pins and needles", "tingling in both legs", "numb genitals", "chest pain", "can't breathe",
    "back pain after a fall", "suicidal", "want to die", "erection problems and back pain", "cant move my legs",
    "my crotch is numb", "no feeling in my bottom", "i keep peeing myself", "cant hold my poo", "numb thighs",
    "leg keeps giving out", "numbness spreading", "cannot stand up legs weak", "my foot flops",
    "sudden terrible back pain and fainting", "hit by a car", "numb tingly feet", "trouble urinating",
    "bowel incontinence", "lost control of my bladder", "cannot feel my private parts", "both legs tingling",
    "my foot is dragging", "fell down stairs back hurts", "fever and back pain", "losing weight back pain",
    "i dont want to live anymore", "I can't feel my bum", "sudden numbness", "numb after massage",
    "is it safe to massage a numb leg", "pregnant numb legs", "sciatica numb foot", "slipped disc can't pee",
    "leg wont move", "my legs wont work", "pain in my chest", "flight 3 days ago", "fell 3 days ago", "español", "ayuda",
    "intérprete", "arabic", "polski", "dolmetscher", "العربية", "中文", "cannot hear", "hearing",
    "translate", "text 999", "relay", "rape", "sexual assault", "groped",
]

CARDS = {
    "blood-thinner": [
        "apixaban deep tissue", "may I have a deep tissue massage with apixaban", "can i have deep tissue massage on eliquis",
        "warfarin and massage gun", "swedish massage on blood thinners", "clopidogrel thai massage",
    ],
    "pregnant": [
        "34 weeks pregnant back pain", "Can I have a deep tissue massage when pregnant?", "pregnant how do I lie",
        "hot stone massage pregnant", "had a baby 4 weeks ago",
    ],
    "back-injection": [
        "epidural last week", "epidural 2 weeks ago", "I had an epidural in my back last week. May I be massaged?",
        "can i have a massage after an injection in my back", "massage after lumbar puncture",
    ],
    "cannot-say-stop": [
        "massage for somebody who cannot say stop", "father with dementia cannot say stop",
    ],
    "clot-now": [
        "deep tissue massage with a blood clot", "can I have a massage with a clot in my leg",
    ],
    "clot-past": ["massage after pulmonary embolism"],
    "back-operation": ["surgery 3 weeks ago"],
    "skin": ["tattoo last week"],
    "thin-bones": ["deep tissue osteoporosis", "can you have a thai massage with brittle bones"],
    "feel-less": ["hot stones diabetes", "is deep tissue massage safe with diabetic neuropathy"],
    "implant": ["massage gun with a pacemaker"],
    "patch": ["heat and massage with a fentanyl patch"],
    "cancer": ["swedish massage during chemotherapy"],
    "steroids": ["deep tissue massage on prednisolone"],
    "loose-joints": ["deep tissue massage ehlers danlos"],
    "known-aneurysm": ["can i get a massage with an aneurysm"],
    "heart-event": ["sports massage with a stent", "stent last month"],
}
"""Searches for a health condition or a medicine, some together with a kind of massage, listed under the card that must come
first."""

FIELD, STATUS, HITS = ".md-search__input", ".md-search-result__meta", ".md-search-result__list"


@pytest.fixture(scope="module")
def search(browser: Browser, site: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{site}/massage/safety/")
    open_search(page)
    yield page
    page.close()


def open_search(page: Page) -> None:
    page.locator(".find.needs-script").first.click()
    expect(page.locator(STATUS)).to_have_text("Type to start searching", timeout=20_000)


TYPE = """async queries => {
  const field = document.querySelector(".md-search__input"), list = document.querySelector(".md-search-result__list")
  const found = {}
  for (const query of queries) {
    field.value = query
    if (field.value !== field.asked) await new Promise(answered => {
      list.innerHTML = "<li data-before></li>"
      const seen = new MutationObserver(() => list.querySelector("[data-before]") || answered(seen.disconnect()))
      seen.observe(list, { childList: true })
      field.dispatchEvent(new Event("keyup"))
    })
    field.asked = field.value
    found[query] = [...list.children].map(hit => hit.querySelector("a").href)
  }
  return found
}"""
"""Type each query into the search field, and return its results. A marker in the list shows when new results have arrived. A
query with the same words as the last one is not typed again, since Material would ignore it."""


def hits(page: Page, site: str, *queries: str) -> dict[str, list[str]]:
    """Type queries into the search. For each query, return the addresses of the pages that it finds, the best first."""
    return {query: [address.removeprefix(f"{site}/").partition("?")[0].partition("#")[0] for address in found]
            for query, found in page.evaluate(TYPE, queries).items()}


def missed(page: Page, site: str, asked: dict[str, list[str]]) -> list[str]:
    found = hits(page, site, *asked)
    return [f"{query!r} finds {found[query][:FIRST]}, not {pages}"
            for query, pages in asked.items() if not {*pages} & {*found[query][:FIRST]}]


def test_people_find_the_page_in_their_own_words(search: Page, site: str):
    lines = missed(search, site, {query: pages.split() for pages, several in FOUND_ON.items() for query in several})
    assert not lines, f"{len(lines)} missed:\n" + "\n".join(lines)


def test_95_of_100_questions_that_were_asked_before_there_was_an_answer_find_it(search: Page, site: str):
    asked = {query: pages.split() for query, pages in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8")).items()}
    lines = missed(search, site, asked)
    assert len(lines) <= len(asked) * 0.05, f"{len(lines)} of {len(asked)} missed:\n" + "\n".join(lines)


def test_an_emergency_brings_the_warning_signs_first(search: Page, site: str):
    found = hits(search, site, *EMERGENCIES)
    assert {query: pages[:FIRST] for query, pages in found.items() if pages[:1] != [WARNING_SIGNS]} == {}


def test_a_condition_brings_its_own_card_first_whatever_the_kind_of_massage(search: Page, site: str):
    found = search.evaluate(TYPE, [query for queries in CARDS.values() for query in queries])
    first = {query: addresses[0].removeprefix(f"{site}/massage/safety/#") for query, addresses in found.items()}
    assert {query: (first[query], card) for card, queries in CARDS.items() for query in queries if first[query] != card} == {}


def test_the_card_of_a_result_is_open_when_it_is_reached(page: Page, site: str):
    page.goto(f"{site}/massage/safety/")
    open_search(page)
    hits(page, site, "apixaban deep tissue")
    page.locator(f"{HITS} a").first.click()
    expect(page.locator("#blood-thinner")).to_be_visible()
    expect(page.locator("#blood-thinner")).to_be_in_viewport()


def test_the_obvious_comes_first(search: Page, site: str):
    obvious = {
        "does massage help back pain": "massage/does-it-help/", "who should not have massage": "massage/safety/",
        "cost of massage insurance uk": "try/cost/", "better today can I stop": "questions/", "need more sessions": "questions/",
        "neck and upper back pain": "questions/", "neck": "questions/", "loose neck": "massage/safety/",
        "stoma": "try/first-visit/", "stoma big belly": "try/first-visit/", "stoma large": "try/first-visit/",
    }
    found = hits(search, site, *obvious)
    assert {query: pages[0] for query, pages in found.items()} == obvious


def test_small_words_signs_and_their_order_make_no_difference(search: Page, site: str):
    found = hits(search, site, "undress", "Do I have to undress?", "lumbago", "undress: do I have to", "xylophone",
                 '+undress ~do "I" ^ -have* :to')
    assert len({tuple(pages) for query, pages in found.items() if "undress" in query}) == 1
    assert found["undress"][0] == "try/first-visit/"
    assert hits(search, site, "the")["the"]


def test_what_is_pasted_or_said_counts_and_stays_in_the_field(search: Page, site: str):
    hits(search, site, "lumbago")
    search.locator(FIELD).fill("")
    search.locator(FIELD).focus()
    search.keyboard.insert_text("Who should not have a massage?")  # like pasting, insert_text causes no key events
    expect(search.locator(f"{HITS} a").first).to_have_attribute("href", re.compile(r"/massage/safety/"))
    expect(search.locator(FIELD)).to_have_value("Who should not have a massage?")


def test_each_result_has_the_name_of_its_heading(search: Page, site: str):
    hits(search, site, "sciatica")
    links = search.locator(f"{HITS} > li > a")
    names = links.evaluate_all("links => links.map(link => link.querySelector('h1, h2').textContent)")
    assert len(names) > FIRST
    for link, name in zip(links.all(), names, strict=True):
        expect(link).to_have_accessible_name(name)


def test_the_title_of_a_result_is_its_heading_alone(built: Path):
    docs = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [entry["title"] for entry in docs if len(entry["title"]) > 95 or re.search(r"[a-z][A-Z][a-z]+:", entry["title"])] == []


def test_a_page_of_studies_stands_behind_its_short_page(page: Page, site: str, built: Path):
    config = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))["config"]
    text = "<p>Swedish massage is a kind with long strokes.</p>"
    pages = [{"location": f"{folder}/swedish/{part}", "title": "Swedish massage", "text": text}
             for folder in ("studies", "techniques") for part in ("", "#strokes")]
    page.route("**/search_index.json", lambda route: route.fulfill(json=prepared({"config": config, "docs": pages}, {}, {})))
    page.goto(f"{site}/massage/safety/")
    open_search(page)
    assert hits(page, site, "swedish")["swedish"] == ["techniques/swedish/", "studies/swedish/"]


def test_the_first_search_costs_at_most_120_kb(built: Path):
    files = ["search/search_index.json", "assets/javascripts/search.js", "assets/javascripts/search-words.js",
             "assets/javascripts/bundle.*.js", "assets/javascripts/workers/search.*.js"]
    sizes = {name: [len(gzip.compress(path.read_bytes())) for path in built.glob(name)] for name in files}
    assert all(len(each) == 1 for each in sizes.values())
    assert sum(size for each in sizes.values() for size in each) <= 120_000, sizes


def test_what_people_type_is_found_but_not_shown(search: Page, site: str):
    assert hits(search, site, "theragun")["theragun"][0] == "try/at-home/"
    shown = search.locator(f"{HITS} > li").first.inner_text().lower()
    assert "theragun" not in shown
    assert not search.locator(f"{HITS} .md-tags").count()


def test_where_nothing_is_found_the_way_goes_on(search: Page, site: str):
    search.locator(FIELD).focus()
    ways = [WARNING_SIGNS, "questions/", "about/how-this-site-is-made/", "about/glossary/"]
    assert hits(search, site, "xylophone")["xylophone"] == ways
    expect(search.locator(STATUS)).to_have_text("Nothing found. Try other words, or go on here:")
    expect(search.locator(STATUS)).to_have_attribute("role", "status")
    names = [line.inner_text() for line in search.locator(f"{HITS} b").all()]
    for name in names:
        search.keyboard.press("ArrowDown")
        assert search.evaluate("document.activeElement.innerText").startswith(name)
    assert hits(search, site, "lumbago")["lumbago"][0] == "back-pain/"
    assert not search.locator(".md-search-result__article > b").count()


def test_the_way_on_can_be_taken_with_the_keyboard(page: Page, site: str):
    page.goto(f"{site}/massage/safety/")
    open_search(page)
    page.locator(FIELD).focus()
    assert hits(page, site, "xylophone")["xylophone"]  # wait for the results, since the focus is lost when the results change
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/")
