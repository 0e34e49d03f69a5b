"""Controls WebKit, which is Safari's engine, through WebKitGTK's driver on a virtual screen (Xvfb).

Commands are sent over HTTP, as in https://www.w3.org/TR/webdriver2/#endpoints. The option `webkitgtk:browserOptions` tells the
driver which program to start; see https://github.com/WebKit/WebKit/blob/main/Source/WebDriver/glib/SessionHostGlib.cpp. The
driver starts window.py, which explains why we do not use WebKitGTK's MiniBrowser.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

from tests.engines.driver import Engine, EngineError, MissingEngineError

WINDOW = Path(__file__).with_name("window.py")
PYTHON = "/usr/bin/python3"
"""The system's Python: PyGObject is installed there, and a virtual environment does not see it."""

ENDPOINTS = {
    "Navigate To": ("POST", "url"), "Back": ("POST", "back"), "Execute Script": ("POST", "execute/sync"),
    "Element Click": ("POST", "element/{id}/click"), "Element Send Keys": ("POST", "element/{id}/value"),
    "Get Computed Label": ("GET", "element/{id}/computedlabel"), "Perform Actions": ("POST", "actions"),
    "Set Window Rect": ("POST", "window/rect"),
}
PLAIN = {"GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
         "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "NO_AT_BRIDGE": "1", "GSETTINGS_BACKEND": "memory", "LANG": "C.UTF-8"}
"""Environment variables for a machine without a graphics card or a desktop, and without the user's settings."""

ERROR = re.compile(r"^.*\bCONSOLE (?:\w+ )?ERROR .*", re.MULTILINE)
"""Matches "address:line:column: CONSOLE JS ERROR text". The line that console.error writes has no "JS"."""


class WebKit(Engine):
    """WebKitGTK in a window without toolbars, with a new and empty data folder."""

    name = "webkit"
    packages = ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")

    @classmethod
    def lacks(cls) -> list[str]:
        lacking = [program for program in ("WebKitWebDriver", "Xvfb", PYTHON) if not shutil.which(program)]
        asks = [PYTHON, "-c", "import gi; gi.require_version('WebKit2', '4.1')"]
        if PYTHON not in lacking and subprocess.run(asks, capture_output=True, check=False).returncode:
            lacking.append("PyGObject with WebKit2 4.1")
        return lacking

    @classmethod
    def to_install(cls, lacks: list[str]) -> str:
        return (f"WebKit was not found, and could not be installed (missing: {', '.join(lacks)}). "
                f"Install it (Debian, Ubuntu: sudo apt install {' '.join(cls.packages)}), or, if your system has no WebKitGTK, "
                "test with Firefox alone: make test ENGINES=firefox. The checks of your pull request test with WebKit too")

    def __init__(self):
        if lacks := self.lacks():
            raise MissingEngineError(self.to_install(lacks))
        self.home = Path(tempfile.mkdtemp(prefix="webkit-"))
        (self.home / "run").mkdir(mode=0o700)
        self.console = self.home / "console.txt"
        self.console.touch()
        self.read = 0
        self.processes: list[subprocess.Popen[bytes]] = []
        self.session = ""
        try:
            self.environment = os.environ | PLAIN | {
                "DISPLAY": self.screen(), "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home / "run"),
                "WEBKIT_CONSOLE": str(self.console), "WEBKIT_DATA": str(self.home / "data")}
            self.driver = f"http://127.0.0.1:{self.listen()}"
            self.begin()
        except BaseException:
            self.close()
            raise

    def start(self, *command: str, **settings: Any) -> subprocess.Popen[bytes]:
        """Start a program in its own session, so that close() can end its child processes too."""
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                                   **settings)
        self.processes.append(process)
        return process

    def screen(self) -> str:
        """Start a virtual screen and return its name. The pipe from Xvfb stays open, because Xvfb would crash without it."""
        self.pipe, writes = os.pipe()
        self.start("Xvfb", "-displayfd", str(writes), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset",
                   pass_fds=[writes])
        os.close(writes)
        if not (number := os.read(self.pipe, 16).decode().strip()):
            raise EngineError("Xvfb did not start")
        return f":{number}"

    def listen(self, seconds: float = 60) -> int:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = self.start("WebKitWebDriver", f"--port={port}", env=self.environment)
        end = time.monotonic() + seconds
        while time.monotonic() < end and process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                return port
            except OSError:
                time.sleep(0.05)
        raise EngineError("WebKitWebDriver did not start")

    def begin(self, *options: str) -> None:
        self.end()
        window = {"webkitgtk:browserOptions": {"binary": PYTHON, "args": [str(WINDOW), *options]}}
        self.session = f"/session/{self.ask('POST', '/session', {'capabilities': {'alwaysMatch': window}})['sessionId']}"

    def end(self) -> None:
        """End the session. Ignore the error that the driver reports if the window closes before the driver has answered."""
        if self.session:
            with suppress(EngineError):
                self.ask("DELETE", self.session)

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Send one request to the driver and return the answer. If the request fails, raise EngineError with the driver's reason.
        """
        data = json.dumps(body or {}).encode() if method == "POST" else None
        kind = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.driver + path, method=method, data=data, headers=kind)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise EngineError(f"{path}: {json.load(error)['value']['message'][:400]}") from None
        except (URLError, TimeoutError) as error:
            raise EngineError(f"{path}: WebKit's driver does not answer ({error})") from None

    def command(self, name: str, **values: Any) -> Any:
        method, path = ENDPOINTS[name]
        return self.ask(method, f"{self.session}/{path.format(id=values.pop('id', ''))}", values)

    def size(self, width: int, height: int) -> None:
        self.command("Set Window Rect", width=width, height=height)
        self.wait("innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def allow(self, *, scripts: bool = True, storage: bool = True) -> None:
        size = self.run("return [innerWidth, innerHeight]")
        self.begin(*([] if scripts else ["--no-script"]), *([] if storage else ["--no-storage"]))
        self.size(*size)

    def errors(self) -> list[str]:
        written = self.console.read_bytes()[self.read:]
        self.read += len(written)
        return ERROR.findall(written.decode(errors="replace"))

    def pdf(self, address: str) -> bytes:
        target = self.home / "sheet.pdf"
        target.unlink(missing_ok=True)
        printed = subprocess.run([PYTHON, str(WINDOW), "--print", address, str(target)], env=self.environment,
                                 capture_output=True, text=True, check=False, timeout=120)
        if not target.exists():
            raise EngineError(f"WebKit did not produce a PDF: {printed.stderr[-300:]}")
        return target.read_bytes()

    def close(self) -> None:
        self.end()
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(10)
            except ProcessLookupError:
                pass
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if hasattr(self, "pipe"):
            os.close(self.pipe)
        shutil.rmtree(self.home, ignore_errors=True)
