"""Finds Chrome or Chromium for the tests, and installs Chromium if the machine has neither.

The tests use the first of these that starts: the browser in CHROME=/path, Playwright's own headless Chromium, Debian's headless
shell, or any other browser on the machine. Playwright's Chromium and Debian's shell open a page in a third of the time that an
ordinary browser needs.

`python -m tests.browser` makes sure that a browser starts, or prints one line that says what to install. Without a browser, the
browser tests fail; they are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from tests import ROOT

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
TRIED = ROOT / ".cache" / "no-pinned-browser"
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
TO_TYPE = ("No browser was found, and none could be installed. Install Chrome or Chromium "
           "(Debian, Ubuntu: sudo apt install chromium), or give the path to one: make test CHROME=/path/to/chrome")


def on_this_machine() -> str | None:
    """Return the path to an installed browser other than Playwright's, or None."""
    if named := os.environ.get("CHROME"):
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))),
                next((place for place in PLACES if Path(place).is_file()), None))


def lightest() -> str | None:
    """Return the path to the fastest browser that did not come with Playwright, or None."""
    return (None if "CHROME" in os.environ else shutil.which(SHELL)) or on_this_machine()


def root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch(playwright: Playwright, *, pinned: bool = False) -> Browser:
    """Start Playwright's own headless browser. If that fails and `pinned` is not set, start another browser on the machine.

    If CHROME is set, start only that browser. If no browser starts, raise Playwright's Error.
    """
    args = [*QUIET, *(["--no-sandbox"] if root() else [])]
    if "CHROME" not in os.environ:
        try:
            return playwright.chromium.launch(args=args)
        except Error:
            if pinned:
                raise
    return playwright.chromium.launch(executable_path=lightest(), args=args)


def starts(*, pinned: bool = False) -> bool:
    """Return whether a browser can be started. With `pinned`, try only Playwright's own browser."""
    try:
        with sync_playwright() as playwright:
            launch(playwright, pinned=pinned).close()
    except Exception:
        return False
    return True


def run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def debian(*packages: str) -> bool:
    if not shutil.which("apt-get"):
        return False
    may = [] if root() else ["sudo", "-n"]
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    return run(*may, "apt-get", "update", "-qq") and run(*may, *install, *packages)


def ensure() -> bool:
    """If no browser starts, install one. Return whether a browser starts now.

    After a failed download of Playwright's browser, the file TRIED keeps later runs from trying again, and the tests use another
    browser. If CHROME is set, nothing is installed.
    """
    if "CHROME" in os.environ:
        return starts()
    tried = TRIED.with_name(f"{TRIED.name}-{version('playwright')}")
    if not tried.exists() and not starts(pinned=True):
        print("Downloading the headless browser in which the tests run (once, about 100 MB).", flush=True)
        if not run(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"):
            print("It could not be downloaded, so the tests use another browser.", flush=True)
            tried.parent.mkdir(exist_ok=True)
            tried.touch()
            if root() and not shutil.which(SHELL):
                debian(SHELL)
    return starts() or any(debian(name) and starts() for name in (SHELL, "chromium"))


if __name__ == "__main__":
    sys.exit(None if ensure() else TO_TYPE)
