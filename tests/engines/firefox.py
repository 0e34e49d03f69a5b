"""Controls Firefox through its built-in Marionette protocol, without geckodriver or a Python package.

Each message is JSON, preceded by its length. See https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html. The
commands are the same as in WebDriver. Marionette can also run scripts in the browser itself, outside any page (in the "chrome
context"). We use such scripts to read the console, and to make the viewport narrower than a window can be.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.browser import root
from tests.engines.driver import Engine, EngineError, MissingEngineError

NAMES = ("firefox-esr", "firefox")
PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox",)
SNAP = Path.home() / "snap" / "firefox" / "common"
"""Where to put the profile for Ubuntu's snap of Firefox, which cannot read the system's /tmp."""

SETTINGS = {
    "marionette.port": 0,  # use any free port; Firefox writes the port number to a file in its profile
    "dom.ipc.processCount": 1,
    "fission.autostart": False,  # with a single process for all pages, Firefox needs only a third of its usual memory
    "devtools.console.stdout.content": True,
    "ui.useOverlayScrollbars": 1,  # let scroll bars take up no space, as on a phone
}
COMMANDS = {"Navigate To": "Navigate", "Get Computed Label": "GetComputedLabel", "Print Page": "Print"}
"""The commands that Marionette names differently from the standard (remote/marionette/driver.sys.mjs in Firefox). All others
have the standard's name without spaces."""

CONSOLE = """
const found = [], own = /^(chrome|resource|moz-extension):/
for (const message of Services.console.getMessageArray() ?? []) {
  if (!(message instanceof Ci.nsIScriptError) || message.flags & (message.warningFlag | message.infoFlag)) continue
  if (/chrome|component|XBL|Remote Settings/.test(message.category) || own.test(message.sourceName)) continue
  found.push(`${message.errorMessage} (${message.sourceName}:${message.lineNumber})`)
}
Services.console.reset()
return found"""
SAID = re.compile(r"^console\.(?:error|assert): (?!\w+: ).*", re.MULTILINE)
"""Matches what a page logs with console.error, but not the messages of Firefox's own components, which begin with a name and
a colon."""

PANE = """
const [width, height] = arguments, pane = gBrowser.selectedBrowser
for (const [name, value] of [["width", width], ["height", height]]) {
  for (const kind of ["", "min-", "max-"]) pane.style.setProperty(kind + name, `${value}px`, "important")
}
pane.style.setProperty("flex", "none", "important")
pane.style.setProperty("align-self", "flex-start", "important")"""


class Firefox(Engine):
    """Firefox or Firefox ESR with a new profile, usually headless. To choose the program, set FIREFOX=/path."""

    name = "firefox"
    packages = ("firefox-esr",)

    @staticmethod
    def program() -> str | None:
        if named := os.environ.get("FIREFOX"):
            return named if Path(named).is_file() else None
        return next((path for name in (*NAMES, *PLACES) if (path := shutil.which(name))), None)

    @classmethod
    def lacks(cls) -> list[str]:
        return [] if cls.program() else ["Firefox"]

    @classmethod
    def to_install(cls, lacks: list[str]) -> str:
        return ("Firefox was not found, and could not be installed. Install it (Debian: sudo apt install "
                "firefox-esr; elsewhere from firefox.com), or give the path to it: make test FIREFOX=/path/to/firefox")

    def __init__(self, *, headless: bool = True, environment: Mapping[str, str] = os.environ,
                 settings: Mapping[str, Any] | None = None):
        if not (program := self.program()):
            raise MissingEngineError(self.to_install(self.lacks()))
        self.profile = Path(tempfile.mkdtemp(prefix="firefox-", dir=SNAP if SNAP.is_dir() else None))
        chosen = SETTINGS | dict(settings or {})
        (self.profile / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen.items()))
        self.log = (self.profile / "log.txt").open("wb")
        self.process = subprocess.Popen(
            [program, *(["--headless"] if headless else []), "--marionette", "--remote-allow-system-access", "--no-remote",
             "--profile", self.profile],
            # as root, Firefox refuses to run if the home folder belongs to another user
            env=dict(environment) | ({"HOME": str(self.profile)} if root() else {}),
            stdout=self.log, stderr=self.log)
        self.received = b""
        self.count = self.read = 0
        try:
            self.socket = self.connect()
            self.answer()  # Firefox's greeting
            self.command("New Session")
        except BaseException:
            self.close()
            raise

    def connect(self, seconds: float = 90) -> socket.socket:
        """Wait until Firefox accepts connections, and connect to it. If Firefox exits or takes too long, raise EngineError with
        Firefox's output.
        """
        port = self.profile / "MarionetteActivePort"
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            if port.exists() and (number := port.read_text().strip()):
                try:
                    return socket.create_connection(("127.0.0.1", int(number)), timeout=120)
                except ConnectionRefusedError:
                    pass
            time.sleep(0.05)
        written = (self.profile / "log.txt").read_text(errors="replace")
        raise EngineError(f"Firefox did not start: {written[-600:] or 'it wrote nothing'}")

    def answer(self) -> Any:
        """Read the next message (a length, a colon and JSON) from Firefox. Return the parsed JSON."""
        while b":" not in self.received or len(self.received.partition(b":")[2]) < int(self.received.partition(b":")[0]):
            if not (more := self.socket.recv(1 << 16)):
                raise EngineError("Firefox ended unexpectedly")
            self.received += more
        length, _, rest = self.received.partition(b":")
        self.received = rest[int(length):]
        return json.loads(rest[:int(length)])

    def command(self, name: str, **values: Any) -> Any:
        return self.send(f"WebDriver:{COMMANDS.get(name) or name.replace(' ', '')}", **values)

    def send(self, name: str, **values: Any) -> Any:
        """Send a command to Firefox as [0, number, name, values], and read the response, which is [1, number, error, value].
        Return the value.
        """
        self.count += 1
        message = json.dumps([0, self.count, name, values]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = self.answer()
        if error:
            raise EngineError(f"{name}: {error['message']}")
        return value["value"] if isinstance(value, dict) and value.keys() == {"value"} else value

    def chrome(self, script: str, *arguments: Any) -> Any:
        """Run JavaScript in the browser itself, not in the page, and return the result."""
        self.send("Marionette:SetContext", value="chrome")
        try:
            return self.command("Execute Script", script=script, args=list(arguments))
        finally:
            self.send("Marionette:SetContext", value="content")

    def run(self, script: str, *arguments: Any) -> Any:
        # without a sandbox, the script can use the page's own variables
        return self.command("Execute Script", script=script, args=list(arguments), sandbox=None)

    def size(self, width: int, height: int) -> None:
        self.command("Set Window Rect", width=max(width, 500) + 40, height=height + 160)
        self.chrome(PANE, width, height)
        self.wait("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def allow(self, *, scripts: bool = True, storage: bool = True) -> None:
        self.chrome("Services.prefs.setBoolPref('javascript.enabled', arguments[0])", scripts)
        self.chrome("Services.prefs.setBoolPref('dom.storage.enabled', arguments[0])", storage)

    def errors(self) -> list[str]:
        said = (self.profile / "log.txt").read_text(errors="replace")[self.read:]
        self.read += len(said)
        return self.chrome(CONSOLE) + SAID.findall(said)

    def pdf(self, address: str) -> bytes:
        self.open(address)
        return base64.b64decode(self.command("Print Page", page={"width": 21, "height": 29.7}))

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.profile, ignore_errors=True)
