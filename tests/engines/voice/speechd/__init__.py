"""Replaces the package python3-speechd, so that Orca writes to a file instead of speaking. Each phrase that Orca says becomes a
line of JSON in the file $SPOKEN.

Without a sound card, the real speech-dispatcher would wait forever, and so would Orca. For the functions that Orca calls, see
https://gitlab.gnome.org/GNOME/orca/-/blob/main/src/orca/speechdispatcherfactory.py. This module runs in the system's Python, not
in the virtual environment.
"""

from __future__ import annotations

import html
import json
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any


class CallbackType:
    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class Priority:
    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = "important", "text", "message", "notification", "progress"


class PunctuationMode:
    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    TEXT, SSML = "text", "ssml"


class SSIPError(Exception):
    """One of four exceptions that Orca imports. This module never raises any of them."""


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(SSIPError):
    pass


class SpawnError(Exception):
    pass


class SSIPClient:
    """A speech client that writes to a file instead of speaking, and ignores all settings."""

    def __init__(self, *_: Any, **__: Any):
        self.spoken = Path(os.environ["SPOKEN"])

    def speak(self, text: str, callback: Callable[..., None] | None = None, event_types: Any = None) -> None:
        """Add the text to the file. Report at once that the text has been spoken, so that Orca continues."""
        self.write(html.unescape(re.sub(r"<[^>]+>", "", text)))
        if callback:
            threading.Timer(0.01, lambda: (callback(CallbackType.BEGIN), callback(CallbackType.END))).start()

    def char(self, letter: str) -> None:
        self.write(letter)

    def write(self, text: str) -> None:
        with self.spoken.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(text, ensure_ascii=False) + "\n")

    def list_output_modules(self) -> tuple[str, ...]:
        return ("none",)

    def list_synthesis_voices(self, *_: Any) -> tuple[tuple[str, str, None], ...]:
        return (("none", "en", None),)

    def get_output_module(self) -> str:
        return "none"

    def get_language(self) -> str:
        return "en"

    def __getattr__(self, name: str) -> Callable[..., int]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_, **__: 0


Speaker = Client = SSIPClient
