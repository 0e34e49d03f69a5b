"""Runs axe, which finds accessibility faults on pages."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SEEN = ["color-contrast", "link-in-text-block"]
"""The rules whose result depends on the colour scheme and the width. They check one element of each look (see `LOOKS`)."""

LAYOUTS = ["", "massage/safety/", "massage/does-it-help/", "try/diary/", "questions/", "about/glossary/", "try/handouts/",
           "404.html"]
"""One page of each layout."""

SETTINGS = """axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-look]' },
  { id: 'link-in-text-block', selector: 'a[href][data-look]' }] })"""

LOOKS = """known => {
  document.querySelectorAll("[data-look]").forEach(element => element.removeAttribute("data-look"))
  const short = parts => {
    let [one, two] = [1, 2]
    for (const letter of parts.join()) {
      one = Math.imul(one ^ letter.codePointAt(), 2654435761)
      two = Math.imul(two ^ letter.codePointAt(), 1597334677)
    }
    return `${one} ${two}`
  }
  const grounds = new Map([[null, ""]]), seen = new Set(known), marked = []
  const clear = short(["rgba(0, 0, 0, 0)", "none", "1", "none", "normal"])
  const ground = element => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(element)
      const own = short([backgroundColor, backgroundImage, opacity, filter, mixBlendMode]), below = ground(element.parentElement)
      grounds.set(element, own === clear ? below : short([below, own]))
    }
    return grounds.get(element)
  }
  const named = element => `${element.tagName} ${element.getAttribute("class")}`
  for (const element of document.body.querySelectorAll("*")) {
    const writes = element.matches("input, select, textarea") ||
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    if (!writes || !element.checkVisibility({ visibilityProperty: true })) continue
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element)
    const look = short([ground(element), named(element.parentElement), named(element), color, fontSize, fontWeight, textShadow,
      element.disabled])
    if (seen.has(look)) continue
    element.setAttribute("data-look", "")
    seen.add(look)
    marked.push(look)
  }
  return marked
}"""
"""Marks one element for each look that is not in `known`, and returns these looks. Two elements have the same look if the kind,
colour, size, weight and backgrounds of their text are the same. So the contrast is the same too.

Axe spends most of its time on contrast. A page of sources has 800 elements with text, but only about twenty looks.
"""


def faults(page: Page, *rules: str, within: str = "html", known: set[str] | None = None) -> str:
    """Run axe on the parts of a page that the selector `within` matches, and return the faults, one per line.

    If `rules` is empty, all rules that belong to STANDARDS run. Contrast is checked once for each combination of colours and
    sizes (see LOOKS). Combinations in `known` are skipped, and new combinations are added to `known`.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    page.evaluate(SETTINGS)
    looks = page.evaluate(LOOKS, sorted(known or ()))
    if known is not None:
        known |= {*looks}
    if not looks and rules and {*rules} <= {*SEEN}:
        return ""
    only = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": STANDARDS}
    found = page.evaluate("([within, options]) => axe.run(within, options).then(told => told.violations)",
                          [within, {"runOnly": only, "resultTypes": ["violations"]}])
    return "\n".join(f"{v['id']}: {node['html'][:160]} {node['failureSummary']}" for v in found for node in v["nodes"])
