"""Finds Chrome or Chromium for the tests, and installs Chromium if there is neither.

The tests use the first of these that exists: the browser in CHROME=/path, Debian's headless shell, any other Chrome or Chromium
on the machine, Playwright's own Chromium, or Debian's Chromium package. The headless shell has no windows, so it opens a page in
a third of the time. `python -m tests.browser` makes sure that a browser starts, or prints one line that says what to install.
Browser tests are never skipped: without a browser, they fail.
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
    """Return the path to an installed browser that does not belong to Playwright, or None."""
    if named := os.environ.get("CHROME"):
        return named if Path(named).is_file() else None
    return next((path for name in NAMES if (path := shutil.which(name))),
                next((place for place in PLACES if Path(place).is_file()), None))


def lightest() -> str | None:
    """Return the path to the browser that the tests use, or None if they use Playwright's own browser."""
    return (None if "CHROME" in os.environ else shutil.which(SHELL)) or on_this_machine()


def root() -> bool:
    """Return whether the current user is root, which is common in containers."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch(playwright: Playwright) -> Browser:
    """Start a headless browser and return it. Chromium's sandbox does not work for root, so root starts Chromium with
    --no-sandbox.
    """
    return playwright.chromium.launch(executable_path=lightest(), args=[*QUIET, *(["--no-sandbox"] if root() else [])])


def starts() -> bool:
    """Return whether a browser can be started."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except Exception:
        return False
    return True


def run(*command: str) -> bool:
    """Run a command without showing its output. Return False if the command fails or does not exist."""
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def debian(*packages: str) -> bool:
    """Install Debian packages if the current user is allowed to. Return whether the packages were installed."""
    if not shutil.which("apt-get"):
        return False
    may = [] if root() else ["sudo", "-n"]
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    return run(*may, "apt-get", "update", "-qq") and run(*may, *install, *packages)


def ensure() -> bool:
    """Install a browser if none can be started. Return whether a browser can be started afterwards.

    The order is: a browser on this machine, Debian's headless shell, Playwright's own Chromium, Debian's Chromium. In a
    container, the headless shell is installed even if there is another browser. On a personal computer, nothing is installed
    unless it is needed.
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
