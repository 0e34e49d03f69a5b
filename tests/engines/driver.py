"""What a test can do with a browser engine: WebDriver's commands, and people's names for things."""

from __future__ import annotations

import re
import time
import zlib
from abc import ABC, abstractmethod
from typing import Any, Self

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key that marks an element in WebDriver's answers: https://www.w3.org/TR/webdriver2/#elements."""

ROLES = {
    "button": "button, summary, [role=button], input[type=submit], label[for=__search], label[for=__drawer]",
    "link": "a[href]",
    "checkbox": "input[type=checkbox]",
    "radio": "input[type=radio]",
    "heading": "h1, h2, h3, h4, h5, h6, [role=heading]",
    "list": "select",
    "field": "input[type=search], input[type=text], input:not([type]), textarea",
}
"""Where to look for a role. The name comes from the engine itself."""

VISIBLE = """return [...(arguments[1] ?? document).querySelectorAll(arguments[0])].filter(element => {
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
})"""


class MissingEngineError(Exception):
    """An engine is not on this machine. The message is one line that says what to do."""


class EngineError(Exception):
    """An engine refused a command, or something never came."""


class Engine(ABC):
    """A running browser engine with one window. A context manager: it closes the engine."""

    name: str
    packages: tuple[str, ...]
    """Debian's and Ubuntu's packages, for apt-get."""

    @classmethod
    @abstractmethod
    def lacks(cls) -> list[str]:
        """What of it is missing on this machine."""

    @classmethod
    @abstractmethod
    def to_install(cls, lacks: list[str]) -> str:
        """One line: what is missing, and what to do about it."""

    @abstractmethod
    def command(self, name: str, **values: Any) -> Any:
        """Sends a WebDriver command by its name in the standard, as in "Element Click". Raises EngineError with the reason."""

    @abstractmethod
    def size(self, width: int, height: int) -> None:
        """Makes the viewport so large, in CSS pixels; a phone's width too."""

    @abstractmethod
    def scripts(self, on: bool) -> None:
        """Switches the scripts of pages on or off, for pages that are opened from now on."""

    @abstractmethod
    def errors(self) -> list[str]:
        """Script errors, policy violations and console errors of the pages since the last call."""

    @abstractmethod
    def pdf(self, address: str) -> bytes:
        """A page as it comes out of the engine's printer, on A4."""

    @abstractmethod
    def close(self) -> None:
        """Ends the engine and removes its files."""

    def open(self, address: str) -> None:
        """Opens a page and waits until it is loaded, with its scripts; WebKit's driver alone does not wait for them."""
        self.command("Navigate To", url=address)
        self.wait("document.readyState === 'complete'")

    def back(self) -> None:
        """One step back in the history."""
        self.command("Back")

    def run(self, script: str, *arguments: Any) -> Any:
        """The body of a function in the page: `arguments` are its arguments, `return` answers. Works with script off too."""
        return self.command("Execute Script", script=script, args=list(arguments))

    def wait(self, condition: str, *arguments: Any, seconds: float = 20) -> Any:
        """Waits until an expression is true in the page, and returns it. Raises EngineError where that never happens."""
        end = time.monotonic() + seconds
        while not (value := self.run(f"return {condition}", *arguments)):
            if time.monotonic() > end:
                raise EngineError(f"never came: {condition}")
            time.sleep(0.05)
        return value

    def named(self, element: dict[str, str]) -> str:
        """An element's name as the engine tells it to a screen reader."""
        return self.command("Get Computed Label", id=element[ELEMENT]) or ""

    def all(self, role: str, within: str = "body") -> list[dict[str, str]]:
        """Elements of a role (see ROLES) that can be seen, in the page's order, inside a selector."""
        return self.run(VISIBLE, ", ".join(f"{within} {part.strip()}" for part in ROLES[role].split(",")), None)

    def get(self, role: str, *names: str, within: str = "body") -> dict[str, str]:
        """The first element of a role in sight whose name holds one of these. Raises EngineError with the names there are."""
        known = []
        for element in self.all(role, within):
            known.append(self.named(element))
            if any(name in known[-1] for name in names):
                return element
        raise EngineError(f"no {role} called {' or '.join(names)} in sight; there is: {', '.join(known) or 'none'}")

    def press(self, role: str, *names: str, within: str = "body") -> None:
        """A click on that element, in the middle of the window, where nothing sticks over it."""
        self.click(self.get(role, *names, within=within))

    def click(self, element: dict[str, str]) -> None:
        """A real click on an element."""
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        self.command("Element Click", id=element[ELEMENT])

    def type(self, element: dict[str, str], text: str) -> None:
        """Real keys into a field."""
        self.command("Element Send Keys", id=element[ELEMENT], text=text)

    def choose(self, name: str, option: str) -> None:
        """Chooses from a list by its name and the option's words."""
        chosen = self.run("return [...arguments[0].options].find(option => option.text.trim() === arguments[1])",
                          self.get("list", name), option)
        self.command("Element Click", id=chosen[ELEMENT])

    def keys(self, *keys: str) -> None:
        """Real keys where the focus is. Codes: https://www.w3.org/TR/webdriver2/#keyboard-actions, as in "\\ue00c" for Escape."""
        pressed = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.command("Perform Actions", actions=[{"type": "key", "id": "keys", "actions": pressed}])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def sheets(pdf: bytes) -> int:
    """How many pages a PDF has; newer printers pack the objects that say so."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = [pdf]
    for stream in packed:
        try:
            texts.append(zlib.decompressobj().decompress(stream))
        except zlib.error:  # a font or a picture in another packing
            continue
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in texts)
