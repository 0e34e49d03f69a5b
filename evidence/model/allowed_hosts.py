"""Describes the rows of allowed-domains.yml: the sites that this project may name, link to or cite.

A single spam address can do harm, whatever the text around it says. So the checks compare the host in every address with an exact
list. A maintainer reviews each new host in a separate change.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from evidence.model.record import Record


class Host(Record):
    """A row of allowed-domains.yml: one site that this project may name, link to or cite."""

    host: str = Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$",
                      description="the exact name in lower case, for example www.nhs.uk; a sub-domain needs its own row")
    below: str = Field("", pattern=r"^/\S*$", description="the only folder that is allowed, if others publish on the same host")
    query: bool = Field(False, description="true if its addresses may contain a question mark; such addresses can redirect")
    why: str = Field(min_length=10, description="who runs the site, and what it is cited for")
    added: date = Field(description="the date on which the site was added, in the form 2026-11-23")
