"""Draws the picture that stands for the site where it is shared, and the marks for browsers that cannot show the SVG.

The drawings are scripts/share-image.svg and docs/assets/favicon.svg; Chromium makes PNG files of them, which are
committed, since fonts differ from machine to machine. Run it after changing a drawing, and look at the result.

    python -m scripts.share_image
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import launch

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
MARK = ASSETS / "favicon.svg"
STYLE = "body { margin: 0; background: GROUND } svg { display: block; width: 100vw; height: 100vh }"


@dataclass(frozen=True)
class Picture:
    """A drawing, and the file that is made of it. `ground` fills corners that must not show through."""

    drawing: Path
    name: str
    width: int
    height: int
    ground: str = "transparent"


PICTURES = (
    Picture(ROOT / "scripts" / "share-image.svg", "share.png", 1200, 630, "#FBF8F2"),
    Picture(MARK, "favicon.png", 48, 48),
    Picture(MARK, "apple-touch-icon.png", 180, 180, "#0A5A61"),
)


def draw(browser: Browser, picture: Picture) -> Path:
    """Makes one file."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.set_content(picture.drawing.read_text(encoding="utf-8"))
    page.add_style_tag(content=STYLE.replace("GROUND", picture.ground))
    target = ASSETS / picture.name
    page.screenshot(path=target, omit_background=picture.ground == "transparent")
    page.close()
    return target


def main() -> None:
    """Makes every file."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for picture in PICTURES:
            path = draw(browser, picture)
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.1f} kB")
        browser.close()


if __name__ == "__main__":
    main()
