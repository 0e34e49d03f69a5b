"""Reads today's date. No other module reads the date from the system, so tests and reproducible builds can set the date.

The environment variable `SOURCE_DATE_EPOCH` (seconds since 1970) sets the date, as in other build tools
(https://reproducible-builds.org/specs/source-date-epoch/). All other code uses `Edition.today`.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the date in the environment variable `SOURCE_DATE_EPOCH` or, if the variable is not set, today's date."""
    held = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(held), UTC).date() if held else date.today()
