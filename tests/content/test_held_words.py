"""Tests that every edit that weakens a safety warning is reported with the name of the warning. Harmless edits must not be
reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evidence.__main__ import approved, check
from evidence.checks.held import safety_words_are_held
from evidence.checks.rules import Site
from tests import EDITION

Edit = tuple[str, ...]

HARM: list[Edit] = [
    ("data/signs.yml", "sleepy or short of breath", "sleepy and short of breath", "insulin-missed"),
    ("data/signs.yml", "destination: ambulance", "destination: today", "chest-pain"),
    ("data/safety-lines.yml", "for a massage.", "for a massage, except a blood thinner.", "medicine"),
    ("data/safety-lines.yml", "from week 20", "from week 28", "nsaid-pregnant"),
    ("data/warning-signs.yml", "weak-leg, saddle, bladder, bowels, sex]\n", "weak-leg]\n", "nerves"),
    ("data/situations.yml", "No massage until it is controlled.", "Gentle massage is fine.", "blood-pressure-high"),
    ("data/destinations.yml", "Do not drive yourself, and do not wait", "Do not wait", "ambulance"),
    ("data/helplines.yml", 'crisis: "116 123"', 'crisis: "116 132"', "United Kingdom"),
    ("data/search-words.yml", "    - numb groin\n", "", "back-pain/warning-signs.md"),
    ("data/signs.yml", 'match: ["chest pain", ', "match: [", "chest-pain"),
    ("massage/safety.md", "description: ", "description: Not needed. ", "Not needed."),
    ("assets/figures/no-hands.svg", "</svg>", "<path/></svg>", "no-hands.svg"),
    ("data/safety-check.yml", "[!not-sure]", "", "safety-check.yml"),
    ("data/warning-signs.yml", "- id: accident", "- id: accidents", "accident"),
    ("try/at-home.md", "- the front and sides of your neck, and your throat; with a gun, anywhere on the neck", "- your throat",
     "your throat"),
    ("try/at-home.md", "## Who should ask first", "## Ask if you like", "Ask if you like"),
    ("try/at-home.md", "at its lowest speed, for under a minute", "at any speed", "A roller needs the floor"),
    ("try/after-a-session.md", ": not on numb skin, pain cream, a patch, a pump or a sensor, nor while you sleep.", ".",
     "Use warmth over a cloth"),
    ("try/partner-massage.md", "slowly beside the spine", "on the spine", "Try the sign for stop"),
    ("try/find-a-therapist.md", "- keeps pressing when you say stop, or cracks your neck without asking\n", "",
     "keeps pressing when you say stop"),
    ("benefits/stress.md", "\n/// next", "\nTingling in both legs is good.\n\n/// next", "Tingling in both legs is good."),
    ("es/about/accessibility.md", "Por favor, no incluya", "Por favor, incluya", "es/about/accessibility.md"),
    ("data/decision.yml", " Some people need to ask first.", "", "For a time: perhaps a little more pain"),
    ("data/glossary.yml", ", which is an emergency.", ".", "cauda-equina"),
    ("data/organisations.yml", "what: when to get help", "what: why to wait", "nhs-back-pain"),
    ("data/registers.yml", 'regulated: "no"', 'regulated: "yes"', "uk-massage"),
    ("data/guidelines.yml", ', "but only as part of a treatment package including exercise"', "", "nice-ng59"),
    ("data/plain-words.yml", "plain: usual care", "plain: exercise", "phrase: normal care"),
    ("treatments/before-a-painkiller.md", "over 65", "over 85", "are over 85"),
    ("try/at-home.md", "Lean in a little, still breathing and", "Lean in hard until it hurts,", "Lean in hard"),
    ("try/after-a-session.md", "Do not drive while you are", "Drive home while you are", "Drive home"),
    ("try/how-many-sessions.md", "| 8 | 5 |", "| 8 | 7 |", "8 | 7"),
    ("try/cost.md", "Does a doctor have to send me? Please", "I was told that you pay. Please", "“I was told that you pay"),
    ("try/cost.md", "We found nothing that we can stand behind. Ask your", "Insurers pay. Ask your", "Insurers pay. Ask"),
    ("questions.md", "\n## ", "\n### Should I drink?\n\nYes. It washes out what the massage set free.\n\n## ",
     "Yes. It washes out what the massage set free."),
    ("benefits/stress.md", "\n/// next", "\nMost people sleep again after three weeks.\n\n/// next", "Most people sleep again"),
    ("benefits/stress.md", "\n/// next", "\nThe health service sees you for nothing.\n\n/// next", "The health service sees you"),
    ("benefits/circulation.md", "sure: circulation-blood-flow", "sure: endorphins", "endorphins"),
    ("massage/does-it-help.md", "    left: gone", "    left: some", "At 1 year"),
    ("data/effects.csv", "10 weeks,MD,0-10,-1.7", "10 weeks,MD,0-100,-1.7", "cherkin2011-relaxation-bother-10w"),
    ("data/treatments.csv", "about 3 months", "about 3 weeks", "exercise-no-treatment-usual-care-or-placebo"),
    ("data/scans.csv", "Disc bulge,60,69", "Disc bulge,60,70", "disc-bulge-60"),
    ("data/counts.csv", "sore-one-clinic,10", "sore-one-clinic,9", "sore-one-clinic"),
    ("data/claims.yml", "may leave you calmer for a time.", "may leave you calmer for a day.", "stress-anxiety"),
    ("data/references.bib", "annote = {", "annote = {Of 100 clients two thirds slept better. ", "abdelshaheed2016"),
    ("benefits/stress.md", "calmer for a time [@moyer2004]", "calmer for a time [@moyer2011]", '"It is the only hour'),
    ("benefits/stress.md", "\n/// next", "\nA cold towel is red [@moyer2004].\n\n/// next", "A cold towel is red"),
    ("studies/safety.md", "\n/// next", "\nA cold towel is red [@moyer2004].\n\n/// next", "A cold towel is red"),
    ("try/handouts/first-session.md", "\n/// next", "\nA cold towel is red [@moyer2004].\n\n/// next", "A cold towel is red"),
    ("studies/sessions.md", "| Canada, Ontario | Fees", "| Canada | Fees", "Canada | Fees"),
    ("about/privacy.md", "\n## ", "\nYour answers are sent to our secure server.\n\n## ", "Your answers are sent"),
    ("benefits/range-of-motion.md", "## When stiffness needs a check", "## Stiffness that you can ignore", "Stiffness that you"),
    ("benefits/range-of-motion.md", "title: ", "title: Massage loosens a stiff back. ", "Massage loosens"),
    ("benefits/range-of-motion.md", "description: ", "description: Free of pain for years. ", "Free of pain for years"),
    ("techniques/swedish.md", "also_called:\n", "also_called:\n  - sciatica cure\n", "sciatica cure"),
    ("techniques/swedish.md", "[See what happens at a first visit]", "[Book the safe choice]", "[Book the safe choice]"),
    ("try/diary.md", "sessions: 6\nreview: 4", "sessions: 10\nreview: 8", "try/diary.md diary"),
    ("try/cost.md", "changes:\n",
     "changes:\n  - date: 2026-11-30\n    what: Added that the NHS pays for six sessions.\n", "Added that"),
    ("studies/deep-tissue.md", "\n- Whether men", "\n- Whether it eases the stiff spine: most men had less pain.\n- Whether men",
     "Whether it eases"),
    ("data/glossary.yml", "also: [", "also: [painless, ", "chronic-back-pain"),
    ("data/search-words.yml", "    - does massage work\n", "    - does massage work\n    - heparin injections\n", ""),
    ("data/reader-tasks.yml", "right: ", "right: Ten more is right, too. ", ""),
    ("about/accessibility.md", "\n## ", "\nReaders who cannot see have tested the site.\n\n## ", "Readers who cannot see"),
    ("massage/index.md", "\n/// next", "\n- Sit up straight.\n\n/// next", "Sit up straight."),
    ("try/how-many-sessions.md", "\n/// next", "\nFour is where we begin (our advice).\n\n/// next", "Four is where we begin"),
    ("try/first-visit.md", "](find-a-therapist.md)", "](cost.md)", ""),
    ("back-pain/warning-signs.md", "cards: [bleeding]\n", "cards: [bleeding]\nshort: true\n", "warning-signs block"),
    ("back-pain/warning-signs.md", "cards: [heart]\n", "cards: [heart]\nnumbers: false\n", "warning-signs block"),
    ("treatments/tomorrow.md", "/// steps\n", "/// say\n", "The order of the paragraphs"),
    ("data/claims.yml", "  checked: 2026-", "  checked: 2025-", ""),
    ("data/allowed-domains.yml", "why: ", "why: Owned by a clinic. ", ""),
    ("back-pain/warning-signs.md", "\n- **Numb slowly", "\n    - **Numb slowly", ""),
    ("try/cost.md", "\nGermany\n", "\n    Germany\n", ""),
    ("massage/myths.md", "\nA disc can press", "\n\tA disc can press", ""),
    ("try/how-many-sessions.md", "## Why four, and", "## Why four, and\n", ""),
    ("assets/favicon.svg", "<svg", "<svg ", "assets/favicon.svg"),
]
"""Edits that weaken a safety text: the file, the old text, the new text, and the words that the message must quote: the
name of a row, or the first words of a paragraph as they are now."""

OTHER: list[Edit] = [
    ("massage/index.md", "\n- ", "\n* "),
    ("try/at-home.md", "- numb skin, diabetes", "- numb skin,   diabetes"),
]
"""Edits that do not need approval."""


def told(copy: Path, edits: list[Edit]) -> dict[Edit, str]:
    """Make the edits, run the rule about approved text, and undo the edits. For each edit, return the rule's new messages about
    the edited file.
    """
    waiting = {*safety_words_are_held(Site.of(EDITION.at(copy.parent)))}
    before = {(copy / file): (copy / file).read_text(encoding="utf-8") for file, *_ in edits}
    for file, old, new, *_ in edits:
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text, old
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = [*safety_words_are_held(Site.of(EDITION.at(copy.parent)))]
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    return {edit: "\n".join(str(problem) for problem in problems if problem.path == copy / edit[0]
                            and problem not in waiting) for edit in edits}


def rounds(edits: list[Edit]) -> Iterator[list[Edit]]:
    """Divide edits into rounds in which each file is edited once at most."""
    seen: Counter[str] = Counter()
    by_round: dict[int, list[Edit]] = {}
    for edit in edits:
        seen[edit[0]] += 1
        by_round.setdefault(seen[edit[0]], []).append(edit)
    yield from by_round.values()


def test_everything_is_approved_as_it_is():
    assert [str(problem) for problem in safety_words_are_held(Site.of(EDITION))] == []


def test_a_weaker_word_a_milder_level_and_a_lost_sign_are_named_and_nothing_else_is(copy):
    said = {edit: words for edits in rounds(HARM) for edit, words in told(copy, edits).items()}
    assert [(edit, words) for edit, words in said.items() if f'"{edit[3]}' not in words] == []
    assert {edit: words for edits in rounds(OTHER) for edit, words in told(copy, edits).items() if words} == {}


def test_a_page_that_is_gone_is_one_problem(copy):
    (copy / "try" / "at-home.md").unlink()
    [gone] = safety_words_are_held(Site.of(EDITION.at(copy.parent)))
    assert gone.path == copy / "try" / "at-home.md"


def test_the_whole_check_passes_with_a_change_that_waits_and_the_command_for_approval_does_not(copy: Path, capsys):
    page = copy / "try" / "at-home.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Lean in a little,", "Lean in hard,"), encoding="utf-8")
    here = EDITION.at(copy.parent)
    assert check(here, []) == 0
    assert ': to be approved: "Lean in hard' in capsys.readouterr().out
    assert approved(here, []) == 1
    assert "Lean in hard" in capsys.readouterr().out
