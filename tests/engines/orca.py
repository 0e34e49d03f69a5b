"""Runs the screen reader Orca with Firefox on a virtual screen, and records as text what Orca says.

    with Orca() as reader:
        reader.open("https://example.org/")
        print(reader.press("h"))

Orca reads pages through the accessibility interface AT-SPI. So this module starts everything that AT-SPI needs: a session bus, an
accessibility bus, a window manager and Xvfb. The user's own settings are ignored. For Orca's keys, see
https://help.gnome.org/users/orca/stable/.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Self

from tests.browser import debian
from tests.engines import may_install
from tests.engines.driver import EngineError, MissingEngineError
from tests.engines.firefox import Firefox

PACKAGES = ("firefox-esr", "orca", "at-spi2-core", "dbus", "dbus-x11", "openbox", "xdotool", "xvfb", "gir1.2-wnck-3.0",
            "gir1.2-atspi-2.0", "python3-pyatspi", "python3-gi")
"""The Debian and Ubuntu packages."""

PROGRAMS = ("orca", "dbus-daemon", "openbox", "xdotool", "Xvfb")
BUS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
VOICE = Path(__file__).with_name("voice")

KEYLESS = ('<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>')
"""Configures openbox without keyboard shortcuts: by default it intercepts Alt+Shift+arrows, which Orca uses to move through
tables."""

FIREFOX = {"accessibility.force_disabled": -1, "accessibility.typeaheadfind": False, "ui.key.menuAccessKeyFocuses": False,
           "accessibility.warn_on_browsewithcaret": False}
PROFILE: dict[str, Any] = {"profile": ["Default", "default"], "verbalizePunctuationStyle": 1, "sayAllOnLoad": False}
SETTINGS: dict[str, Any] = {
    "general": PROFILE | {"enableSpeech": True, "enableBraille": False, "speechVerbosityLevel": 1, "enableKeyEcho": False,
                          "startingProfile": ["Default", "default"], "activeProfile": ["Default", "default"]},
    "profiles": {"default": PROFILE}, "pronunciations": {}, "keybindings": {},
}
"""Orca's settings: speech only, with some punctuation (1), which is its default."""

SAY_ALL = "KP_Add"
"""Orca's "say all" key in its desktop layout."""

LONGEST = 300
"""Maximum number of seconds to read a whole page."""

LOADED = "Finished loading"
"""What Orca says once it has loaded a page."""

SILENCE = 0.8
"""Seconds of silence after which we take Orca to have finished."""


def lacks() -> list[str]:
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    return missing + ([] if any(map(os.path.exists, BUS)) else ["at-spi2-core"]) + Firefox.lacks()


def to_install(missing: list[str]) -> str:
    return (f"The screen reader was not found, and could not be installed (missing: {', '.join(missing)}). "
            f"It runs on Debian and Ubuntu: sudo apt install {' '.join(PACKAGES)}")


class Orca:
    """Orca and Firefox, which start together. Both are closed at the end of a `with` block.

    Raises:
        MissingEngineError: a program is not installed on this machine.
        EngineError: Orca or Firefox did not start.
    """

    def __init__(self):
        if missing := lacks():
            raise MissingEngineError(to_install(missing))
        self.home = Path(tempfile.mkdtemp(prefix="orca-"))
        (self.home / "run").mkdir(mode=0o700)
        self.spoken = self.home / "spoken.jsonl"
        self.spoken.touch()
        self.heard = 0
        self.processes: list[subprocess.Popen[str]] = []
        self.firefox: Firefox | None = None
        try:
            self.start()
        except BaseException:
            self.close()
            raise

    def start(self) -> None:
        read, write = os.pipe()
        self.run("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-noreset", "-nolisten", "tcp", keep=(write,))
        os.close(write)
        with os.fdopen(read) as screen:
            display = f":{screen.readline().strip()}"
        self.environment = os.environ | {
            "DISPLAY": display, "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home / "run"), "XDG_SESSION_TYPE": "x11",
            "XDG_DATA_HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home), "GSETTINGS_BACKEND": "memory", "LANG": "C.UTF-8",
            "GNOME_ACCESSIBILITY": "1", "GTK_MODULES": "gail:atk-bridge", "MOZ_ENABLE_WAYLAND": "0", "SPOKEN": str(self.spoken)}
        bus = self.run("dbus-daemon", "--session", "--print-address=1", "--nofork", output=subprocess.PIPE)
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.run(next(filter(os.path.exists, BUS)), "--launch-immediately", "--a11y=1", "--screen-reader=1")
        keyless = self.home / "openbox.xml"
        keyless.write_text(KEYLESS)
        self.run("openbox", "--config-file", str(keyless))
        self.firefox = Firefox(headless=False, environment=self.environment, settings=FIREFOX)
        (self.home / "orca").mkdir()
        (self.home / "orca" / "user-settings.conf").write_text(json.dumps(SETTINGS))
        self.environment["PYTHONPATH"] = str(VOICE)
        orca = self.run("orca", "--replace", "-u", str(self.home / "orca"))
        end = time.monotonic() + 60
        while not self.spoken.stat().st_size:
            if orca.poll() is not None or time.monotonic() > end:
                raise EngineError(f"Orca did not start: {(self.home / 'log.txt').read_text(errors='replace')[-600:]}")
            time.sleep(0.1)

    def run(self, *command: str, output: int | None = None, keep: tuple[int, ...] = ()) -> subprocess.Popen[str]:
        """Start a process whose output goes to a log file. close() ends the process."""
        with (self.home / "log.txt").open("a") as log:
            process = subprocess.Popen(command, stdout=log if output is None else output, stderr=log, text=True,
                                       pass_fds=keep, env=getattr(self, "environment", None))
        self.processes.append(process)
        return process

    @property
    def page(self) -> Firefox:
        assert self.firefox is not None
        return self.firefox

    def open(self, address: str) -> list[str]:
        """Open a page, go to its top, and return what Orca says there."""
        self.page.open(address)
        windows = self.keys("search", "--onlyvisible", "--class", "firefox").split()
        self.keys("windowfocus", "--sync", windows[-1])
        end = time.monotonic() + 30
        while not any(LOADED in line for line in self.listen(4, silence=1.5)) and time.monotonic() < end:
            pass  # on a busy machine, Orca needs a while to load the page before it speaks
        self.press("F8")  # this key does nothing on the page, but makes Orca follow the keyboard focus again
        return self.press("ctrl+Home")

    def keys(self, *arguments: str) -> str:
        """Run xdotool, which presses keys and controls windows as a user would. Return its output."""
        return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False).stdout

    def press(self, *keys: str, most: float = 8, silence: float = SILENCE) -> list[str]:
        """Press keys one after the other, and return the lines that Orca says afterwards. Keys have the names that xdotool uses
        ("h", "ctrl+Home").
        """
        for key in keys:
            self.keys("key", "--clearmodifiers", key)
        return self.listen(most, silence)

    def whole(self) -> list[str]:
        """Make Orca read the rest of the page aloud, with its command "say all". Return the lines that Orca says."""
        return self.press(SAY_ALL, most=LONGEST, silence=6)

    def listen(self, most: float, silence: float = SILENCE) -> list[str]:
        """Wait until Orca falls silent, but no longer than `most` seconds. Return the lines that Orca has said."""
        end, size, quiet_since = time.monotonic() + most, -1, time.monotonic()
        while time.monotonic() < end and (self.spoken.stat().st_size != size or time.monotonic() - quiet_since < silence):
            if self.spoken.stat().st_size != size:
                size, quiet_since = self.spoken.stat().st_size, time.monotonic()
            time.sleep(0.05)
        with self.spoken.open(encoding="utf-8") as lines:
            lines.seek(self.heard)
            found = [json.loads(line) for line in lines if line.endswith("\n")]
            self.heard = size
        return [line.strip() for line in found if line.strip()]

    def close(self) -> None:
        if self.firefox:
            self.firefox.close()
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def ensure() -> str:
    """Install missing programs if that is allowed on this machine. Return one line that says what to install by hand, or an empty
    string if nothing is missing.
    """
    if lacks() and may_install():
        print("Installing the screen reader from the system's packages (once).", flush=True)
        debian(*PACKAGES)
    return to_install(missing) if (missing := lacks()) else ""


if __name__ == "__main__":
    sys.exit(ensure() or None)
