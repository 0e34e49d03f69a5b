"""Defines the class with which tests control a browser engine. The class sends WebDriver commands, and can find elements by role
and accessible name.
"""

from __future__ import annotations

import re
import time
import zlib
from abc import ABC, abstractmethod
from typing import Any, Self

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key that marks an element in WebDriver's responses: https://www.w3.org/TR/webdriver2/#elements."""

ROLES = {
    "button": "button, summary, [role=button], input[type=submit], label[for=__search], label[for=__drawer]",
    "link": "a[href]",
    "checkbox": "input[type=checkbox]",
    "radio": "input[type=radio]",
    "heading": "h1, h2, h3, h4, h5, h6, [role=heading]",
    "list": "select",
    "field": "input[type=search], input[type=text], input:not([type]), textarea",
}
"""Selectors for each role. The engine itself computes the names."""

VISIBLE = """return [...(arguments[1] ?? document).querySelectorAll(arguments[0])].filter(element => {
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
})"""


class MissingEngineError(Exception):
    """Raised if a browser engine is not installed. The message is one line that says what to do."""


class EngineError(Exception):
    """Raised if a browser engine rejected a command or did not respond in time."""


class Engine(ABC):
    """A running browser engine with one window. The engine is closed at the end of a `with` block."""

    name: str
    packages: tuple[str, ...]
    """The Debian and Ubuntu packages, for apt-get."""

    @classmethod
    @abstractmethod
    def lacks(cls) -> list[str]:
        """Return the names of the parts of the engine that are missing on this machine."""

    @classmethod
    @abstractmethod
    def to_install(cls, lacks: list[str]) -> str:
        """Return one line that says which parts are missing and how to install them."""

    @abstractmethod
    def command(self, name: str, **values: Any) -> Any:
        """Send a WebDriver command, named as in the standard (for example "Element Click"), and return the result. If the command
        fails, raise EngineError with the reason.
        """

    @abstractmethod
    def size(self, width: int, height: int) -> None:
        """Set the size of the viewport in CSS pixels. Unlike a window, the viewport can be as narrow as a phone screen."""

    @abstractmethod
    def allow(self, *, scripts: bool = True, storage: bool = True) -> None:
        """Switch JavaScript and web storage on or off for pages that are opened afterwards."""

    @abstractmethod
    def errors(self) -> list[str]:
        """Return the script errors, policy violations and console errors that have occurred since the last call."""

    @abstractmethod
    def pdf(self, address: str) -> bytes:
        """Print a page on A4 with the engine's own print function, and return the PDF."""

    @abstractmethod
    def close(self) -> None:
        """Close the engine and delete its temporary files."""

    def open(self, address: str) -> None:
        """Open a page, and wait until its scripts have loaded, because WebKit's driver does not wait for scripts."""
        self.command("Navigate To", url=address)
        self.wait("document.readyState === 'complete'")

    def back(self) -> None:
        self.command("Back")

    def run(self, script: str, *arguments: Any) -> Any:
        """Run JavaScript in the page, as the body of a function with these arguments, and return the result. This works even if
        JavaScript is switched off for the page.
        """
        return self.command("Execute Script", script=script, args=list(arguments))

    def wait(self, condition: str, *arguments: Any, seconds: float = 20) -> Any:
        """Wait until a JavaScript expression is true in the page, and return its value. Raise EngineError after `seconds`
        seconds.
        """
        end = time.monotonic() + seconds
        while not (value := self.run(f"return {condition}", *arguments)):
            if time.monotonic() > end:
                raise EngineError(f"not true after {seconds} seconds: {condition}")
            time.sleep(0.05)
        return value

    def named(self, element: dict[str, str]) -> str:
        """Return an element's accessible name, which screen readers announce."""
        return self.command("Get Computed Label", id=element[ELEMENT]) or ""

    def all(self, role: str, within: str = "body") -> list[dict[str, str]]:
        """Return the visible elements with this role (see ROLES), in page order. Search only inside the element that the selector
        `within` matches.
        """
        return self.run(VISIBLE, ", ".join(f"{within} {part.strip()}" for part in ROLES[role].split(",")), None)

    def get(self, role: str, *names: str, within: str = "body") -> dict[str, str]:
        """Return the first visible element with this role whose name contains one of `names`. If no element matches, raise
        EngineError with the names of all elements with this role.
        """
        known = []
        for element in self.all(role, within):
            known.append(self.named(element))
            if any(name in known[-1] for name in names):
                return element
        raise EngineError(f"no visible {role} is called {' or '.join(names)}; found: {', '.join(known) or 'none'}")

    def press(self, role: str, *names: str, within: str = "body") -> None:
        """Click the element with this role and name. If necessary, wait for the element, since an engine may need a moment to
        update the name of an element.
        """
        end = time.monotonic() + 10
        while True:
            try:
                element = self.get(role, *names, within=within)
                break
            except EngineError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
        self.click(element)

    def click(self, element: dict[str, str]) -> None:
        """Scroll an element to the middle of the window, where nothing covers it, and click it."""
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        self.command("Element Click", id=element[ELEMENT])

    def type(self, element: dict[str, str], text: str) -> None:
        """Type text into a field, key by key, so that the same events fire as on a real keyboard."""
        self.command("Element Send Keys", id=element[ELEMENT], text=text)

    def choose(self, name: str, option: str) -> None:
        chosen = self.run("return [...arguments[0].options].find(option => option.text.trim() === arguments[1])",
                          self.get("list", name), option)
        self.command("Element Click", id=chosen[ELEMENT])

    def keys(self, *keys: str) -> None:
        """Press keys in the element that has the focus. Special keys have codes, for example "\\ue00c" for Escape; see
        https://www.w3.org/TR/webdriver2/#keyboard-actions.
        """
        pressed = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.command("Perform Actions", actions=[{"type": "key", "id": "keys", "actions": pressed}])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def sheets(pdf: bytes) -> int:
    """Return the number of pages in a PDF, even if objects in the PDF are compressed."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = [pdf]
    for stream in packed:
        try:
            texts.append(zlib.decompressobj().decompress(stream))
        except zlib.error:  # this stream is not compressed with deflate, so it is a font or an image
            continue
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in texts)
