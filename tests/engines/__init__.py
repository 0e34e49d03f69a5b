"""Firefox, and WebKit, which is Safari's engine, driven by what Debian has of them: no driver from elsewhere, no package more.

`python -m tests.browser` installs them where it may; `missing()` says what to type where it may not.
"""

from __future__ import annotations

import shutil
from typing import Any, Protocol

PACKAGES = {
    "firefox": ["firefox-esr"],
    "webkit": ["webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"],
}
"""Debian's packages of each engine."""

PROGRAMS = {"firefox": ["firefox-esr"], "webkit": ["WebKitWebDriver", "Xvfb"]}


class Engine(Protocol):
    """A browser with one tab."""

    def go(self, address: str) -> None:
        """Opens a page and waits for it."""

    def run(self, script: str) -> Any:
        """What a function body returns in the page."""

    def width(self, pixels: int) -> None:
        """Makes the page this wide."""

    def complaints(self) -> list[str]:
        """What the console has said since it was asked last: errors of scripts, and what the policy refused."""

    def close(self) -> None:
        """Ends the browser."""


def missing(name: str) -> str:
    """What to type so that an engine can be started; empty where it can."""
    if all(map(shutil.which, PROGRAMS[name])):
        return ""
    return f"{name} is not on this machine. Type: sudo apt-get install {' '.join(PACKAGES[name])}"


def start(name: str) -> Engine:
    """Starts an engine.

    Raises:
        RuntimeError: it is not installed, or does not start.
    """
    from tests.engines.firefox import Firefox  # noqa: PLC0415 (each engine only where it is asked for)
    from tests.engines.webkit import WebKit  # noqa: PLC0415

    if to_type := missing(name):
        raise RuntimeError(to_type)
    return Firefox() if name == "firefox" else WebKit()
