from __future__ import annotations

import pytest

from tests.each import each


@each("address", ["", "good/", "bad/"])
def passes(address: str, given: str) -> None:
    assert address in ("", "good/"), f"{given} is wrong"


def test_every_page_is_asked_and_each_that_fails_is_named_with_the_line() -> None:
    line = passes.__wrapped__.__code__.co_firstlineno + 2
    with pytest.raises(AssertionError) as failed:
        passes(given="all")
    assert str(failed.value).splitlines()[1].startswith(f"bad/ (line {line}): AssertionError: all is wrong")
    assert "good/ (" not in str(failed.value)


def test_a_test_without_values_is_rejected() -> None:
    with pytest.raises(ValueError, match="no values"):
        each("address", [])(passes)
