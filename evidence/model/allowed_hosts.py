"""allowed-domains.yml -> Host: the sites that this project may name, link or cite.

The harm of spam sits in one address, not in the prose round it. So addresses are judged by a list
of exact hosts, each with its reason, and a new one is a change of its own that somebody reviews.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from evidence.model.record import Record


class Host(Record):
    """One allowed site."""

    host: str = Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$",
                      description="the exact name in small letters, as in www.nhs.uk; a sub-domain is a row of its own")
    below: str = Field("", pattern=r"^/\S*$", description="where others publish on the same host: the one folder we mean")
    why: str = Field(min_length=10, description="who is behind it and what it is cited for")
    added: date = Field(description="the day it was added, as 2026-11-23")
