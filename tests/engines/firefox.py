"""Firefox by Marionette, its own protocol (firefox-source-docs.mozilla.org/testing/marionette): a socket with JSON."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

PATIENCE = 90
"""Seconds for a start on a busy machine."""

PREFERENCES = {
    "marionette.port": 0,  # a free one, which it writes down
    "browser.shell.checkDefaultBrowser": False, "browser.startup.page": 0, "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False, "toolkit.telemetry.enabled": False, "app.update.enabled": False,
    "app.normandy.enabled": False, "browser.safebrowsing.malware.enabled": False, "browser.safebrowsing.phishing.enabled": False,
    "extensions.update.enabled": False, "network.captive-portal-service.enabled": False, "services.settings.server": "data:,",
    "network.connectivity-service.enabled": False, "browser.aboutwelcome.enabled": False, "browser.newtabpage.enabled": False,
    "browser.region.network.url": "", "dom.ipc.processCount": 1, "fission.autostart": False,
}
CONSOLE = """const found = []
for (const message of Services.console.getMessageArray() ?? []) {
  if (!(message instanceof Ci.nsIScriptError) || message.flags & 8) continue
  if (!message.sourceName.startsWith("http")) continue
  found.push(`${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`)
}
Services.console.reset()
return found"""
"""Errors and warnings of pages; Firefox has more to say of itself."""

WIDTH = """const [pixels] = arguments, style = gBrowser.selectedBrowser.style
for (const name of ["width", "min-width", "max-width"]) style.setProperty(name, `${pixels}px`, "important")
style.setProperty("flex", "none", "important")"""
"""Its windows are 450 pixels wide at least; a page can be narrower."""


class Firefox:
    """Headless Firefox with an empty profile."""

    def __init__(self) -> None:
        self.profile = Path(tempfile.mkdtemp(prefix="firefox-"))
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
        (self.profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = ["firefox-esr", "--marionette", "--remote-allow-system-access", "--no-remote", "--headless",
                   "--profile", str(self.profile)]
        self.process = subprocess.Popen(command, env=os.environ | {"HOME": str(self.profile)}, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.socket = self._connected(self.profile / "MarionetteActivePort")
        self.read, self.asked = b"", 0
        self._answer()
        self._ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def _connected(self, port: Path) -> socket.socket:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return socket.create_connection(("127.0.0.1", int(port.read_text(encoding="utf-8"))), timeout=PATIENCE)
            except (OSError, ValueError):  # no port yet, or nobody behind it yet
                time.sleep(.1)
        raise RuntimeError("Firefox does not start.")

    def _answer(self) -> Any:
        while b":" not in self.read:
            self.read += self.socket.recv(1 << 16)
        size, _, rest = self.read.partition(b":")
        while len(rest) < int(size):
            rest += self.socket.recv(1 << 16)
        self.read = rest[int(size):]
        return json.loads(rest[:int(size)])

    def _ask(self, name: str, given: dict[str, Any]) -> Any:
        self.asked += 1
        message = json.dumps([0, self.asked, name, given]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._answer()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def _inside(self, script: str, *given: Any) -> Any:
        """Runs in the browser itself, and not in the page."""
        self._ask("Marionette:SetContext", {"value": "chrome"})
        try:
            return self._ask("WebDriver:ExecuteScript", {"script": script, "args": list(given), "sandbox": "system"})
        finally:
            self._ask("Marionette:SetContext", {"value": "content"})

    def go(self, address: str) -> None:
        """Opens a page and waits for it."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """What a function body returns in the page."""
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": [], "sandbox": None})

    def width(self, pixels: int) -> None:
        """Makes the page this wide."""
        self._ask("WebDriver:SetWindowRect", {"width": max(pixels, 500) + 40, "height": 960})
        self._inside(WIDTH, pixels)

    def complaints(self) -> list[str]:
        """What the console has said since it was asked last."""
        return self._inside(CONSOLE)

    def close(self) -> None:
        """Ends the browser."""
        self.process.terminate()
        self.process.wait(30)
        shutil.rmtree(self.profile, ignore_errors=True)
