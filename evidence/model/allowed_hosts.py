"""allowed-domains.yml -> Host: the sites that this project may name, link to or cite.

The harm of spam is in a single address, not in the text around it. So addresses are compared with a list of exact hosts, each
with a reason, and a new host is proposed in a separate change that somebody reviews.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from evidence.model.record import Record


class Host(Record):
    """One allowed site."""

    host: str = Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$",
                      description="the exact name in lower case, for example www.nhs.uk; a sub-domain needs its own row")
    below: str = Field("", pattern=r"^/\S*$", description="the one folder that is allowed, if others publish on the same host")
    query: bool = Field(False, description="true if its addresses may contain a question mark, although those can redirect")
    why: str = Field(min_length=10, description="who runs it and what it is cited for")
    added: date = Field(description="the date on which it was added, in the form 2026-11-23")
