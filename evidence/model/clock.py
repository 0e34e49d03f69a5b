"""Reads today's date. No other module reads the date, so that tests and reproducible builds can set it.

`SOURCE_DATE_EPOCH` (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/) is the variable that other
build tools read for the same purpose. We read it when an edition is created; all other code uses `Edition.today`.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date, or the date given by `SOURCE_DATE_EPOCH`."""
    held = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(held), UTC).date() if held else date.today()
