"""Makes the PNG images that other sites show when somebody shares a link. Also makes PNG icons for browsers that cannot show the
SVG icon.

The drawings come from figures/share.py and docs/assets/favicon.svg. After changing a drawing, run this script, look at the PNG
files, and commit them.

    python -m scripts.share_image
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import figures.pictures  # noqa: F401 (registers the pictures)
from figures.share import SECTIONS, share
from tests.browser import launch

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
MARK = ASSETS / "favicon.svg"
FONT = ASSETS / "fonts" / "newsreader-600.woff2"
"""The font of the text in the drawings."""
STYLE = ("@font-face { font-family: Newsreader; font-weight: 600; src: url(data:font/woff2;base64,FONT) } "
         "body { margin: 0; background: GROUND } svg { display: block; width: 100vw; height: 100vh }")


@dataclass(frozen=True)
class Picture:
    """A drawing and the PNG file to make from it. `ground` is the background colour of the PNG file."""

    drawing: str
    name: str
    width: int
    height: int
    ground: str = "transparent"


def pictures() -> list[Picture]:
    """Return all images to make."""
    mark = MARK.read_text(encoding="utf-8")
    return [
        *(Picture(share(section).svg(), f"share/{section}.png", 1200, 630) for section in SECTIONS),
        Picture(mark, "favicon.png", 48, 48),
        Picture(mark, "apple-touch-icon.png", 180, 180, "#0A5A61"),
    ]


def draw(browser: Browser, picture: Picture) -> Path:
    """Make one PNG file, and return the path to it."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.set_content(picture.drawing)
    page.add_style_tag(content=STYLE.replace("GROUND", picture.ground).replace("FONT", b64encode(FONT.read_bytes()).decode()))
    page.evaluate("document.fonts.load('600 20px Newsreader')")
    target = ASSETS / picture.name
    target.parent.mkdir(exist_ok=True)
    page.screenshot(path=target, omit_background=picture.ground == "transparent")
    page.close()
    if not picture.name.startswith("share/"):
        return target
    # 256 colours are enough, and make the file two thirds smaller
    with Image.open(target) as drawn:
        few = drawn.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    return target


def main() -> None:
    """Make all the PNG files."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for picture in pictures():
            path = draw(browser, picture)
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.1f} kB")
        browser.close()


if __name__ == "__main__":
    main()
