"""WebKit by WebKitWebDriver (w3.org/TR/webdriver2), under Xvfb, since its window needs a display."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

WINDOW = Path(__file__).with_name("window.py")
PATIENCE = 90
"""Seconds for an answer on a busy machine."""

QUIET = {"GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "NO_AT_BRIDGE": "1",
         "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "GSETTINGS_BACKEND": "memory", "LANG": "C.UTF-8"}
"""Works without a graphics card, a desktop or a bus."""


class WebKit:
    """WebKitGTK in a window without a frame."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="webkit-"))
        self.console = self.home / "console.txt"
        self.console.touch()
        self.seen = 0
        (self.home / "run").mkdir(mode=0o700)
        self.starter = self.home / "window"
        self.starter.write_text(f'#!/bin/sh\nexec /usr/bin/python3 "{WINDOW}" "$@"\n', encoding="utf-8")
        self.starter.chmod(0o755)
        self.reader, writer = os.pipe()  # kept open: Xvfb writes to it again when it resets
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x1000x24", "-nolisten", "tcp",
                                        "-noreset"], pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        display = f":{os.read(self.reader, 16).decode().strip()}"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        own = {"DISPLAY": display, "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home / "run"),
               "WEBKIT_CONSOLE": str(self.console), "WEBKIT_DATA": str(self.home / "data")}
        self.driver = subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=os.environ | QUIET | own,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{port}"
        self.session = self._begun()

    def _begun(self) -> str:
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": str(self.starter), "args": []}}}
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.driver.poll() is None:
            try:
                return f"/session/{self._ask('POST', '/session', {'capabilities': wanted})['sessionId']}"
            except OSError:  # the driver does not listen yet
                time.sleep(.1)
        raise RuntimeError("WebKit does not start.")

    def _ask(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        body = json.dumps(given or {}).encode() if method == "POST" else None
        request = Request(self.address + path, method=method, data=body, headers={"Content-Type": "application/json"})
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise RuntimeError(f"{path}: {json.load(error)['value']['message']}") from None

    def go(self, address: str) -> None:
        """Opens a page and waits for it."""
        self._ask("POST", f"{self.session}/url", {"url": address})

    def run(self, script: str) -> Any:
        """What a function body returns in the page."""
        return self._ask("POST", f"{self.session}/execute/sync", {"script": script, "args": []})

    def width(self, pixels: int) -> None:
        """Makes the page this wide."""
        self._ask("POST", f"{self.session}/window/rect", {"width": pixels, "height": 800})
        end = time.monotonic() + PATIENCE
        while self.run("return innerWidth") != pixels and time.monotonic() < end:
            time.sleep(.05)

    def complaints(self) -> list[str]:
        """What the console has said since it was asked last."""
        said = self.console.read_bytes()[self.seen:]
        self.seen += len(said)
        return [line for line in said.decode("utf-8", "replace").splitlines() if "CONSOLE" in line]

    def close(self) -> None:
        """Ends the browser, its driver and its display."""
        with suppress(RuntimeError, OSError):  # the driver says that the window has gone, which is what was asked for
            self._ask("DELETE", self.session)
        for process in (self.driver, self.screen):
            process.terminate()
            process.wait(30)
        os.close(self.reader)
        shutil.rmtree(self.home, ignore_errors=True)
