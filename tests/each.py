"""Defines `each`, a decorator that runs one test for many pages and reports all failures together."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any


def each(name: str, values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test once for every value of one argument. All failures are reported together, after the last value.

    Use `each` for quick tests of many pages, since fixtures are set up only once. For few values or slow tests, use
    `pytest.mark.parametrize`, which reports each value as a separate test.

    Raises:
        ValueError: the list of values is empty, so the test would always pass.
    """
    asked_of = list(values)
    if not asked_of:
        raise ValueError(f"There are no values for {name}, so the test would always pass.")

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def asked(**given: Any) -> None:
            wrong = {}
            for value in asked_of:
                try:
                    test(**given, **{name: value})
                except Exception as error:  # catch every exception, so that the other pages are tested too
                    at = next(frame for frame in traceback.extract_tb(error.__traceback__) if frame.name == test.__name__)
                    wrong[value] = f"{value or 'home'} (line {at.lineno}): {type(error).__name__}: {error}"
            assert not wrong, f"{len(wrong)} failed:\n" + "\n".join(wrong.values())

        own = inspect.signature(test)
        asked.__signature__ = own.replace(parameters=[each for each in own.parameters.values() if each.name != name])
        return asked
    return decorated
