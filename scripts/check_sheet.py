"""Prints the wording and the id of every checkbox in the safety check.

    python -m scripts.check_sheet

A test reader gets only this text and the words of an example patient, and chooses the boxes that the patient would tick. For each
patient, evidence/loading/patients.yml records the choices of two test readers.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown

from evidence.loading.editions import edition
from evidence.markdown import EvidenceExtension
from evidence.markdown.html_tree import tree


def words(element: etree.Element | None) -> str:
    """Return the text of an HTML element as one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def by_class(parent: etree.Element, name: str) -> etree.Element | None:
    """Return the first element inside `parent` that has this class, or None."""
    return next((part for part in parent.iter() if name in part.get("class", "").split()), None)


def sheet() -> str:
    """Return the text of all checkboxes as one string, in the order in which the safety check shows them."""
    page = tree(Markdown(extensions=["pymdownx.superfences", EvidenceExtension(edition())]).convert("```safety-check\n```"))
    lines = []
    for screen in page.iter("fieldset"):
        lines += [f"== {words(by_class(screen, 'check__title'))}"]
        lines += [f"   {text}" for name in ("check__wolf", "check__ask") if (text := words(by_class(screen, name)))]
        for row in screen.iter("li"):
            box = next(row.iter("input"))
            lines.append(f"   [ ] {box.get('value')}: {words(by_class(row, 'check__sign'))}")
            if small := words(by_class(row, "check__small")):
                lines.append(f"         ({small})")
        lines += ["   [ ] None of these", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    print(sheet())
