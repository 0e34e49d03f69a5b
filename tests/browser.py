"""Finds a Chrome or Chromium for the tests, and installs one where there is none.

First the one that CHROME=/path names, then Debian's headless shell, which opens a page in a third of the
time since it has no windows, then what else the machine has, then Playwright's own, then Debian's package.
`python -m tests.browser` makes sure of it, or says in one line what to type. Nothing is skipped:
a browser test without a browser fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
TO_TYPE = ("No browser could be found or installed. Install Chrome or Chromium (Debian, Ubuntu: sudo apt install chromium), "
           "or name one: make test CHROME=/path/to/chrome")


def on_this_machine() -> str | None:
    """Path of an installed browser that is not Playwright's."""
    if named := os.environ.get("CHROME"):
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))),
                next((place for place in PLACES if Path(place).is_file()), None))


def lightest() -> str | None:
    """Path of the browser that tests run in, None for Playwright's own."""
    return (None if "CHROME" in os.environ else shutil.which(SHELL)) or on_this_machine()


def root() -> bool:
    """Whether we run as root, as in a container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch(playwright: Playwright) -> Browser:
    """A headless browser. Root needs --no-sandbox: Chromium refuses its sandbox to root."""
    return playwright.chromium.launch(executable_path=lightest(), args=[*QUIET, *(["--no-sandbox"] if root() else [])])


def starts() -> bool:
    """Whether a browser can be started now."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except Exception:
        return False
    return True


def run(*command: str) -> bool:
    """Runs a command, quietly; False where it failed or does not exist."""
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def debian(*packages: str) -> bool:
    """Packages of Debian's own, where we may install them."""
    if not shutil.which("apt-get"):
        return False
    may = [] if root() else ["sudo", "-n"]
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    return run(*may, "apt-get", "update", "-qq") and run(*may, *install, *packages)


def ensure() -> bool:
    """A browser that starts: the machine's, else Debian's headless shell, else Playwright's own, else Debian's Chromium.

    In a container the shell is installed even beside another browser. On a person's machine nothing is
    installed that is not needed.
    """
    if "CHROME" in os.environ:
        return starts()
    if root() and not shutil.which(SHELL) and shutil.which("apt-get"):
        print("Installing Debian's headless browser, in which tests take a third of the time (once).", flush=True)
        debian(SHELL)
    if starts():
        return True
    print("No browser here yet: installing one (once).", flush=True)
    playwrights = partial(run, sys.executable, "-m", "playwright", "install", "chromium")
    return any(get() and starts() for get in (partial(debian, SHELL), playwrights, partial(debian, "chromium")))


if __name__ == "__main__":
    sys.exit(None if ensure() else TO_TYPE)
