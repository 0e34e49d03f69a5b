"""Runs all checks on the site's real content, once for all tests in this folder."""

import pytest

from evidence.checks import run
from evidence.model.problems import Problem
from tests import EDITION


@pytest.fixture(scope="session")
def today() -> list[Problem]:
    return run(EDITION)
