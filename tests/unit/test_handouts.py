"""Tests the addresses and QR codes on leaflets, and how faults in a leaflet's PDF are found. Also tests the conversion of
JavaScript modules to plain scripts.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

import pytest
import segno

from evidence.loading.editions import edition
from evidence.model.urls import DEFAULT, qr
from scripts.handouts import faults
from scripts.offline import plain_scripts
from tests import ROOT

TAGGED = b"/MarkInfo <</Marked true>> /StructTreeRoot 1 0 R /Type /Pages "


@pytest.mark.parametrize(("site", "name", "address"), [
    ("https://a.org/back/", "massage/safety.md", "https://a.org/back/massage/safety/"),
    ("https://a.org/back", "massage/index.md", "https://a.org/back/massage/"),
    ("https://a.org/", "index.md", "https://a.org/"),
    ("", "massage/safety.md", ""),
])
def test_address(monkeypatch, site, name, address):
    monkeypatch.setenv("SITE_URL", site)
    assert edition().address_of(name) == address


def test_where_nobody_names_an_address_it_is_that_of_mkdocs_yml():
    assert f'site_url: !ENV [SITE_URL, "{DEFAULT}"]' in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def dark(drawing: etree.Element) -> set[tuple[int, int]]:
    """Return the positions (row, column) of the dark squares in a drawn QR code. Positions are counted from the top left corner
    of the drawing, including its margin of four squares.
    """
    path = drawing.findall("path")[-1].get("d")
    found, x, y = set(), 0.0, 0.0
    for step, rest in re.findall(r"([Mmh])([^Mmh]+)", path):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", rest)]
        if step == "h":
            found |= {(int(y), int(x) + n) for n in range(int(numbers[0]))}
            x += numbers[0]
        elif step == "M":
            x, y = numbers
        else:
            x, y = x + numbers[0], y + numbers[1]
    return found


def test_drawn_code_is_the_code_of_the_address():
    address = "https://example.org/try/handouts/one-page/"
    drawing = qr(address, "A code")
    matrix = segno.make_qr(address, error="m").matrix
    assert dark(drawing) == {(r + 4, c + 4) for r, row in enumerate(matrix) for c, value in enumerate(row) if value}
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == "A code"
    assert drawing.get("viewBox") == f"0 0 {len(matrix) + 8} {len(matrix) + 8}"
    assert "style" not in {name for node in drawing.iter() for name in node.attrib}


def test_a_second_page_and_missing_tags_are_said():
    assert faults(TAGGED + b"/Type /Page\n") == []
    assert "takes 2 pages" in faults(TAGGED + b"/Type /Page\n/Type /Page\n")[0]
    assert "no tags" in faults(b"/Type /Page\n")[0]


def test_modules_become_plain_scripts():
    made = plain_scripts({
        "a.js": 'import { two } from "./b.js"\nimport { one } from "./c.js"\ntwo(one)\n',
        "b.js": 'import { one } from "./c.js"\nexport function two() { return one }\n',
        "c.js": "export const one = 1\n",
        "d.js": "three()\n",
    })
    assert made["a.js"].count("const one = 1") == 1
    assert made["a.js"].index("const one") < made["a.js"].index("function two") < made["a.js"].index("two(one)")
    assert "import" not in made["a.js"]
    assert "export" not in made["a.js"]
    assert made["d.js"] == "three()\n"


def test_a_module_that_cannot_be_joined_is_said():
    with pytest.raises(ValueError, match="cannot be packed"):
        plain_scripts({"a.js": 'export const x = 1\nimport y from "./z.js"\n'})
