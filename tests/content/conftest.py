"""Runs all checks on the site's real content. The checks run only once, because most tests in this folder need the result."""

import pytest

from evidence.checks import run
from evidence.model.problems import Problem
from tests import EDITION


@pytest.fixture(scope="session")
def today() -> list[Problem]:
    """Return the problems that the checks report for the site's real content."""
    return run(EDITION)
