"""One test for many pages: it fails once, with all that it found, by page."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any


def each(name: str, values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Asks a test of every value of one of its arguments, one after the other, and lets it fail at the end.

    For quick questions about every page, whose fixtures are then made once. Where a question has few values, or each takes
    seconds, `pytest.mark.parametrize` shows more.

    Raises:
        ValueError: there is no value, so that the test would pass whatever it says.
    """
    asked_of = list(values)
    if not asked_of:
        raise ValueError(f"There is nothing to ask the test of: no {name}.")

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def asked(**given: Any) -> None:
            wrong = {}
            for value in asked_of:
                try:
                    test(**given, **{name: value})
                except Exception as error:  # whatever it is, the other pages are looked at too
                    at = next(frame for frame in traceback.extract_tb(error.__traceback__) if frame.name == test.__name__)
                    wrong[value] = f"{value or 'home'} (line {at.lineno}): {type(error).__name__}: {error}"
            assert not wrong, f"{len(wrong)} of them:\n" + "\n".join(wrong.values())

        own = inspect.signature(test)
        asked.__signature__ = own.replace(parameters=[each for each in own.parameters.values() if each.name != name])
        return asked
    return decorated
