"""Finds a Chrome or Chromium for the tests, and installs one where there is none.

First what the machine has (CHROME=/path names one), then Playwright's own, then Debian's package.
`python -m tests.browser` makes sure of it, or says in one line what to type. Nothing is skipped:
a browser test without a browser fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

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


def launch(playwright: Playwright) -> Browser:
    """A headless browser. Root needs --no-sandbox: Chromium refuses its sandbox to root."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(executable_path=on_this_machine(), args=[*QUIET, *(["--no-sandbox"] if root else [])])


def starts() -> bool:
    """Whether a browser can be started now."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except Exception:  # noqa: BLE001 (whatever went wrong, the answer is no)
        return False
    return True


def run(*command: str) -> bool:
    """Runs a command, quietly; False where it failed or does not exist."""
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def debian() -> bool:
    """Debian's own package, where we may install it."""
    if not shutil.which("apt-get"):
        return False
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return run(*may, "apt-get", "update", "-qq") and run(*may, "apt-get", "install", "-y", "-qq", "chromium")


def ensure() -> bool:
    """A browser that starts: the machine's, else Playwright's own, else Debian's package."""
    if "CHROME" in os.environ:
        return starts()
    if starts():
        return True
    print("No browser here yet: installing one (once).", flush=True)
    return (run(sys.executable, "-m", "playwright", "install", "chromium") and starts()) or (debian() and starts())


if __name__ == "__main__":
    sys.exit(None if ensure() else TO_TYPE)
