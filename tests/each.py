"""Runs one test for many pages. The test fails once, and lists every page that fails."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any


def each(name: str, values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test for every value of one of its arguments, and fail at the end with all failures.

    This decorator suits quick tests of every page, since fixtures are set up only once. If there are few values, or each takes
    seconds, use `pytest.mark.parametrize`, which reports each value as a separate test.

    Raises:
        ValueError: there are no values, so the test would always pass.
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
                except Exception as error:  # whatever the exception is, test the other pages too
                    at = next(frame for frame in traceback.extract_tb(error.__traceback__) if frame.name == test.__name__)
                    wrong[value] = f"{value or 'home'} (line {at.lineno}): {type(error).__name__}: {error}"
            assert not wrong, f"{len(wrong)} failed:\n" + "\n".join(wrong.values())

        own = inspect.signature(test)
        asked.__signature__ = own.replace(parameters=[each for each in own.parameters.values() if each.name != name])
        return asked
    return decorated
