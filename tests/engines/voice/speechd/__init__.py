"""Replaces python3-speechd. Orca works as if it spoke, and each utterance becomes a line of JSON in the file $SPOKEN.

Without a sound card, speech-dispatcher waits forever, and so does Orca. Orca's calls are in
https://gitlab.gnome.org/GNOME/orca/-/blob/main/src/orca/speechdispatcherfactory.py. This module runs in the system's Python.
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
    """The event during an utterance that a callback reports."""

    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class Priority:
    """The priority of an utterance."""

    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = "important", "text", "message", "notification", "progress"


class PunctuationMode:
    """The amount of punctuation that is spoken."""

    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    """The format of an utterance."""

    TEXT, SSML = "text", "ssml"


class SSIPError(Exception):
    """An error type that Orca imports, but that is never raised here."""


class SSIPCommunicationError(SSIPError):
    """See SSIPError."""


class SSIPCommandError(SSIPError):
    """See SSIPError."""


class SpawnError(Exception):
    """See SSIPError."""


class SSIPClient:
    """A voice that finishes every utterance immediately, and ignores all settings."""

    def __init__(self, *_: Any, **__: Any):
        self.spoken = Path(os.environ["SPOKEN"])

    def speak(self, text: str, callback: Callable[..., None] | None = None, event_types: Any = None) -> None:
        """Write an utterance to the file, and tell Orca that it has been spoken, so that Orca goes on to the next."""
        self.write(html.unescape(re.sub(r"<[^>]+>", "", text)))
        if callback:
            threading.Timer(0.01, lambda: (callback(CallbackType.BEGIN), callback(CallbackType.END))).start()

    def char(self, letter: str) -> None:
        """Write a single letter."""
        self.write(letter)

    def write(self, text: str) -> None:
        """Add a line to the file."""
        with self.spoken.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(text, ensure_ascii=False) + "\n")

    def list_output_modules(self) -> tuple[str, ...]:
        """Return the available voices."""
        return ("none",)

    def list_synthesis_voices(self, *_: Any) -> tuple[tuple[str, str, None], ...]:
        """Return the names of the voices."""
        return (("none", "en", None),)

    def get_output_module(self) -> str:
        """Return the voice in use."""
        return "none"

    def get_language(self) -> str:
        """Return the language of the voice."""
        return "en"

    def __getattr__(self, name: str) -> Callable[..., int]:
        """Accept every other setting, query or command."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_, **__: 0


Speaker = Client = SSIPClient
