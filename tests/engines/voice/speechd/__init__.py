"""Replaces the package python3-speechd, so that Orca writes to a file instead of speaking. Each utterance becomes a line of JSON
in the file $SPOKEN.

This is needed because speech-dispatcher waits forever on a machine without a sound card, and so does Orca. To see which functions
Orca calls, read https://gitlab.gnome.org/GNOME/orca/-/blob/main/src/orca/speechdispatcherfactory.py. This module runs in the
system's Python.
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
    """The kinds of event during an utterance that a callback can report."""

    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class Priority:
    """The possible priorities of an utterance."""

    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = "important", "text", "message", "notification", "progress"


class PunctuationMode:
    """The possible amounts of punctuation to read out."""

    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    """The possible formats of an utterance."""

    TEXT, SSML = "text", "ssml"


class SSIPError(Exception):
    """An exception that Orca imports. This module never raises it."""


class SSIPCommunicationError(SSIPError):
    """An exception that Orca imports. This module never raises it."""


class SSIPCommandError(SSIPError):
    """An exception that Orca imports. This module never raises it."""


class SpawnError(Exception):
    """An exception that Orca imports. This module never raises it."""


class SSIPClient:
    """A speech client that finishes every utterance immediately and ignores all settings."""

    def __init__(self, *_: Any, **__: Any):
        self.spoken = Path(os.environ["SPOKEN"])

    def speak(self, text: str, callback: Callable[..., None] | None = None, event_types: Any = None) -> None:
        """Write an utterance to the file. Tell Orca that the utterance has been spoken, so that Orca continues with the next one.
        """
        self.write(html.unescape(re.sub(r"<[^>]+>", "", text)))
        if callback:
            threading.Timer(0.01, lambda: (callback(CallbackType.BEGIN), callback(CallbackType.END))).start()

    def char(self, letter: str) -> None:
        """Write a single character to the file, as an utterance."""
        self.write(letter)

    def write(self, text: str) -> None:
        """Append a line of JSON to the file $SPOKEN."""
        with self.spoken.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(text, ensure_ascii=False) + "\n")

    def list_output_modules(self) -> tuple[str, ...]:
        """Return the names of the available speech synthesisers."""
        return ("none",)

    def list_synthesis_voices(self, *_: Any) -> tuple[tuple[str, str, None], ...]:
        """Return the available voices."""
        return (("none", "en", None),)

    def get_output_module(self) -> str:
        """Return the name of the speech synthesiser in use."""
        return "none"

    def get_language(self) -> str:
        """Return the language of the voice in use."""
        return "en"

    def __getattr__(self, name: str) -> Callable[..., int]:
        """Accept calls to all other methods, which do nothing."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_, **__: 0


Speaker = Client = SSIPClient
