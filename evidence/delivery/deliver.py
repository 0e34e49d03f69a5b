"""Pages in, lighter and stricter pages out.

Every page gets: the styles of its first screen inside it, so that this screen with its styles fits into what a
new connection carries in one go (14 kB); one trimmed sheet for the whole site, asked for where that screen is
over; no theme script before somebody touches the page; and the policy.

Why there: at the end of the page the sheet came when all of it was laid out, and had it laid out once more (a
fifth more work for the processor of a slow phone). With all styles inside, no page asks for a sheet, and a third
less work is done, until the first touch: then the whole sheet comes after all, for a page that somebody reads,
and the first screen is 5 kB later. Each page after the first would carry them again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from evidence.delivery import stylesheet
from evidence.delivery.names import Names, first_screen, in_theme_script
from evidence.delivery.policy import inline, policy

SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">\s*')
SCRIPT = re.compile(r'<script src="[^"]*assets/javascripts/bundle\.[^"]+\.js"></script>')
INSIDE = re.compile(r'<script src="[^"]*/([\w-]+\.js)" data-inside></script>')
TOOL = re.compile(r'<script type="module" src="[^"]*/([\w-]+\.js)"')
IMPORTED = re.compile(r'import [^"]*"\./([\w-]+\.js)"')
CHARSET = '<meta charset="utf-8">'
EAGER = '$(location.protocol!=="file:"),'
"""Where Material's script decides to load the search index at once. Else it waits until the search is opened."""
START = Path(__file__).with_name("start.js")


class UnexpectedThemeError(ValueError):
    """Material is not as we know it. The message says where to look."""


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _one(path: Path, what: str, found: int) -> None:
    if found != 1:
        raise UnexpectedThemeError(f"{path.name}: {found} times {what}, not once. The theme is not the one that "
                                   "evidence/delivery/ knows: take the version in requirements.txt, or mend deliver.py.")


def lazy_search(bundle: Path) -> None:
    """Makes Material's script load the search index when the search is opened, as it does for files.

    Raises:
        UnexpectedThemeError: its code has changed.
    """
    text = _read(bundle)
    _one(bundle, f"`{EAGER}`", text.count(EAGER))
    _write(bundle, text.replace(EAGER, "$(!1),"))


def script_inside(path: Path) -> str:
    """One of our own scripts as it stands inside a page: without its comments and indents."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*\*.*?\*/\s*", "", _read(path), flags=re.DOTALL)).strip()


class Site:
    """A built site, read once.

    Args:
        folder: where it stands.
        groups: the group of each HTML file. Pages of a group share the styles inside them. A page with a tool
            is a group of its own, whose styles are also those that the tool's script asks for.
    """

    def __init__(self, folder: Path, groups: Mapping[Path, str]) -> None:
        self.folder = folder
        self.scripts = sorted(folder.joinpath("assets", "javascripts").glob("*.js"))
        self.pages = {path: _read(path) for path in sorted(folder.rglob("*.html"))}
        tools = {path: "".join(TOOL.findall(html)) for path, html in self.pages.items()}
        self.groups = {path: tool or groups.get(path, "about") for path, tool in tools.items()}
        self.cuts = {path: first_screen(html) for path, html in self.pages.items()}
        self.names, self.screens = Names(), {group: Names() for group in self.groups.values()}
        for path, html in self.pages.items():
            screen = self.screens[self.groups[path]]
            screen.read(html[:self.cuts[path]])
            self.names.read(html[self.cuts[path]:])
            if tools[path]:
                screen.add_script(self.tool(tools[path]))
        for screen in self.screens.values():
            self.names.merge(screen)
        for path in self.scripts:
            if path.name.startswith("bundle."):
                self.names.add(in_theme_script(_read(path)))
            else:
                self.names.add_script(_read(path))

    def tool(self, script: str) -> str:
        """A tool's script with those that it imports."""
        text = _read(self.folder / "assets" / "javascripts" / script)
        return text + "".join(map(self.tool, IMPORTED.findall(text)))

    def sheets(self) -> list[Path]:
        """The stylesheets that every page links, in their order.

        Raises:
            UnexpectedThemeError: a page links none, or others.
        """
        linked = {path: [self.folder / f"assets/{href.rpartition('assets/')[2]}" for href in SHEET.findall(html)]
                  for path, html in self.pages.items()}
        shared = next(iter(linked.values()))
        for path, sheets in linked.items():
            _one(path, "the stylesheets that all pages share", int(bool(shared) and sheets == shared))
        return shared

    def write_sheet(self, css: str, old: list[Path]) -> Path:
        """The one stylesheet, named after what is in it, instead of the old ones."""
        for path in old:
            path.unlink()
        sheet = self.folder / "assets" / "stylesheets" / f"site.{sha256(css.encode()).hexdigest()[:8]}.css"
        _write(sheet, css)
        return sheet

    def rewritten(self, path: Path, screens: Mapping[str, str], sheet: Path, start: str) -> str:
        """A page with its first styles inside, the sheet where the first screen is over, and the start script."""
        html, cut = self.pages[path], self.cuts[path]
        links = list(SHEET.finditer(html))
        address = links[0][1].rpartition("/")[0] + f"/{sheet.name}"
        html = "".join((SHEET.sub("", html[:cut]), f'<link rel="stylesheet" href="{address}">', html[cut:]))
        html = f"{html[:links[0].start()]}\n<style>{screens[self.groups[path]]}</style>{html[links[0].start():]}"
        _one(path, "the theme's script", len(SCRIPT.findall(html)))
        html = INSIDE.sub(lambda found: f"<script>{script_inside(self.scripts[0].with_name(found[1]))}</script>", html)
        return SCRIPT.sub(lambda _: f"<script>{start}</script>", html)


def deliver(folder: Path, groups: Mapping[Path, str]) -> None:
    """Rewrites a built site in place.

    Args:
        folder: the built site.
        groups: the group of each HTML file, such as the kind of its page.

    Raises:
        UnexpectedThemeError: a page or the theme's script is not as Material 9.8.1 makes it.
    """
    site = Site(folder, groups)
    old = site.sheets()
    css = "".join(map(_read, old))
    full = stylesheet.trimmed(css, site.names)
    screens = {group: stylesheet.write(stylesheet.first_screen(full, names)) for group, names in site.screens.items()}
    sheet = site.write_sheet(stylesheet.write(full), old)
    bundle = next(path for path in site.scripts if path.name.startswith("bundle."))
    lazy_search(bundle)
    start = script_inside(START).replace("BUNDLE", bundle.name)
    pages = {path: site.rewritten(path, screens, sheet, start) for path in site.pages}
    for path, html in pages.items():
        _one(path, f"`{CHARSET}`", html.count(CHARSET))
        rule = policy(inline(html))
        _write(path, html.replace(CHARSET, f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{rule}">'))
