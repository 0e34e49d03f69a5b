"""A stand-in for python3-speechd: Orca believes that it speaks, and each utterance becomes a line of JSON in the file SPOKEN.

speech-dispatcher waits for ever where there is no sound card, and Orca waits with it. What Orca asks of it is in
https://gitlab.gnome.org/GNOME/orca/-/blob/main/src/orca/speechdispatcherfactory.py. Runs in the system's Python.
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
    """Where a voice is in an utterance."""

    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class Priority:
    """How soon something is spoken."""

    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = "important", "text", "message", "notification", "progress"


class PunctuationMode:
    """How much punctuation is spoken."""

    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    """What an utterance is written in."""

    TEXT, SSML = "text", "ssml"


class SSIPError(Exception):
    """The errors that Orca expects; none is ever raised here."""


class SSIPCommunicationError(SSIPError):
    """As above."""


class SSIPCommandError(SSIPError):
    """As above."""


class SpawnError(Exception):
    """As above."""


class SSIPClient:
    """One voice. Whatever is set, it says everything at once."""

    def __init__(self, *_: Any, **__: Any):
        self.spoken = Path(os.environ["SPOKEN"])

    def speak(self, text: str, callback: Callable[..., None] | None = None, event_types: Any = None) -> None:
        """Writes an utterance down, and tells Orca that it has been said, so that it goes on to the next."""
        self.write(html.unescape(re.sub(r"<[^>]+>", "", text)))
        if callback:
            threading.Timer(0.01, lambda: (callback(CallbackType.BEGIN), callback(CallbackType.END))).start()

    def char(self, letter: str) -> None:
        """A single letter."""
        self.write(letter)

    def write(self, text: str) -> None:
        """Adds a line."""
        with self.spoken.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(text, ensure_ascii=False) + "\n")

    def list_output_modules(self) -> tuple[str, ...]:
        """The voices there are."""
        return ("none",)

    def list_synthesis_voices(self, *_: Any) -> tuple[tuple[str, str, None], ...]:
        """Their names."""
        return (("none", "en", None),)

    def get_output_module(self) -> str:
        """The voice in use."""
        return "none"

    def get_language(self) -> str:
        """Its language."""
        return "en"

    def __getattr__(self, name: str) -> Callable[..., int]:
        """Everything else that can be set, asked or stopped."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_, **__: 0


Speaker = Client = SSIPClient
