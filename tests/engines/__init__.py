"""Controls Firefox and WebKit for the tests, using only the standard library. (For Chromium, see tests/browser.py.)

Playwright's own builds of Firefox and WebKit take up 100 MB each, and no reader uses them. So the tests use the Firefox and the
WebKit that are installed on the machine. Firefox has the Marionette protocol built in, and WebKitGTK comes with a driver. Both
browsers accept the commands defined in https://www.w3.org/TR/webdriver2/.

    with launch("firefox") as engine:
        engine.open("https://example.org/")
        engine.press("button", "Menu")

`python -m tests.engines` installs missing browsers, or prints one line that says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess

from tests.browser import debian, root
from tests.engines.driver import Engine, EngineError, MissingEngineError, sheets
from tests.engines.firefox import Firefox
from tests.engines.webkit import WebKit

__all__ = ["ENGINES", "Engine", "EngineError", "MissingEngineError", "asked", "ensure", "launch", "sheets"]

ENGINES: dict[str, type[Engine]] = {"firefox": Firefox, "webkit": WebKit}
FONT = "fonts-liberation"
AS_WIDE_AS_ARIAL = ("Arial", "Liberation Sans", "Arimo")
"""Leaflets print in Arial, or on Linux in a font with the same widths. In a wider one they take a second sheet."""


def asked() -> list[str]:
    """Return the names of the browser engines to test: those in the variable ENGINES (as in `make test ENGINES=firefox`), or all
    engines if the variable is not set.

    Raise MissingEngineError if ENGINES contains an unknown name.
    """
    names = os.environ.get("ENGINES", " ".join(ENGINES)).split()
    if unknown := [name for name in names if name not in ENGINES]:
        raise MissingEngineError(f"Unknown engine {unknown[0]}: ENGINES accepts only {' and '.join(ENGINES)}.")
    return names


def launch(name: str) -> Engine:
    """Start a browser engine. Raise MissingEngineError if the engine is not installed, and EngineError if it does not start."""
    return ENGINES[name]()


def may_install() -> bool:
    """Return whether packages may be installed without asking anybody, as in a container or on a CI machine."""
    alone = root() or "CI" in os.environ or any(map(os.path.exists, ("/.dockerenv", "/run/.containerenv")))
    return bool(shutil.which("apt-get")) and alone


def lacks_font() -> bool:
    """Return whether this machine lacks a font as narrow as Arial. In a wider font, printed leaflets would be too long."""
    if not shutil.which("fc-match"):
        return False
    family = subprocess.run(["fc-match", "--format=%{family}", "Arial"], capture_output=True, text=True, check=False).stdout
    return not family.startswith(AS_WIDE_AS_ARIAL)


def ensure() -> list[str]:
    """Install missing engines and fonts if that is allowed on this machine. Return one line of advice for each engine or font
    that is still missing.
    """
    names = asked()
    for name in [name for name in ENGINES if name not in names]:
        print(f"Skipping {name}: ENGINES does not list it.", flush=True)
    lines = []
    for name in names:
        kind = ENGINES[name]
        if kind.lacks() and may_install():
            print(f"Installing {name} from the system's packages (once).", flush=True)
            debian(*kind.packages)
        if lacks := kind.lacks():
            lines.append(kind.to_install(lacks))
    if names and lacks_font() and may_install():
        debian(FONT)
    if names and lacks_font():
        lines.append("No font here has the widths of Arial, in which the leaflets are printed. Install one (Debian, Ubuntu: "
                     f"sudo apt install {FONT})")
    return lines

