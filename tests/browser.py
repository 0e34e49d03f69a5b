"""Finds a Chrome or Chromium for the tests, and installs one if there is none.

The tests use the first of these that exists: the browser in CHROME=/path, Debian's headless shell, any other browser on the
machine, Playwright's own, or Debian's Chromium package. The headless shell opens a page in a third of the time, because it has no
windows. `python -m tests.browser` makes sure that a browser starts, or prints one line that says what to install. Browser tests
are never skipped: without a browser, they fail.
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
TO_TYPE = ("No browser was found, and none could be installed. Install Chrome or Chromium "
           "(Debian, Ubuntu: sudo apt install chromium), or give the path to one: make test CHROME=/path/to/chrome")


def on_this_machine() -> str | None:
    """Return the path to an installed browser other than Playwright's, or None."""
    if named := os.environ.get("CHROME"):
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))),
                next((place for place in PLACES if Path(place).is_file()), None))


def lightest() -> str | None:
    """Return the path to the browser in which the tests run, or None for Playwright's own."""
    return (None if "CHROME" in os.environ else shutil.which(SHELL)) or on_this_machine()


def root() -> bool:
    """Return whether we run as root, as in a container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch(playwright: Playwright) -> Browser:
    """Start a headless browser. Chromium's sandbox does not run as root, so root needs --no-sandbox."""
    return playwright.chromium.launch(executable_path=lightest(), args=[*QUIET, *(["--no-sandbox"] if root() else [])])


def starts() -> bool:
    """Return whether a browser can be started now."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except Exception:
        return False
    return True


def run(*command: str) -> bool:
    """Run a command without showing its output. Return False if it fails or does not exist."""
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def debian(*packages: str) -> bool:
    """Install Debian packages if the current user may do so. Return whether that succeeded."""
    if not shutil.which("apt-get"):
        return False
    may = [] if root() else ["sudo", "-n"]
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    return run(*may, "apt-get", "update", "-qq") and run(*may, *install, *packages)


def ensure() -> bool:
    """Install a browser if none starts, and return whether one starts now.

    Try the machine's browser, then Debian's headless shell, Playwright's own and Debian's Chromium. In a container the shell is
    installed even if there is another browser. On a personal computer, nothing is installed unless it is needed.
    """
    if "CHROME" in os.environ:
        return starts()
    if root() and not shutil.which(SHELL) and shutil.which("apt-get"):
        print("Installing Debian's headless browser, which makes the tests three times faster (once).", flush=True)
        debian(SHELL)
    if starts():
        return True
    print("There is no browser here yet. Installing one (once).", flush=True)
    playwrights = partial(run, sys.executable, "-m", "playwright", "install", "chromium")
    return any(get() and starts() for get in (partial(debian, SHELL), playwrights, partial(debian, "chromium")))


if __name__ == "__main__":
    sys.exit(None if ensure() else TO_TYPE)
