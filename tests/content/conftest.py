"""Provides the problems in the real content, which most tests of the content need."""

import pytest

from evidence.checks import run
from evidence.model.problems import Problem
from tests import EDITION


@pytest.fixture(scope="session")
def today() -> list[Problem]:
    """Return the problems in the real content today."""
    return run(EDITION)
