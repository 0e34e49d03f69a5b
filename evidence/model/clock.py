"""Today, in one place, so that tests and repeatable builds can hold the clock still.

`SOURCE_DATE_EPOCH` (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/) is
what other builders read for the same purpose.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta


def today() -> date:
    """The day on which this runs, or the day that `SOURCE_DATE_EPOCH` names."""
    held = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(held), UTC).date() if held else date.today()


def future(day: date) -> bool:
    """Whether a day has not come yet. A day's grace, since it is tomorrow already somewhere."""
    return day > today() + timedelta(days=1)
