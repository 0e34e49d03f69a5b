"""Describes the rows of moved.yml: old addresses of pages that have moved.

Published addresses must keep working. So whoever moves a page must add its old address to moved.yml, and
evidence/exports/redirect_pages.py writes a redirect at this address.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from evidence.model.page_refs import PageRef


class Redirect(PageRef):
    """A row of moved.yml: an old address, and the page to which it redirects."""

    old: str = Field(pattern=r"^([a-z0-9-]+/)+$", description='the old address, for example "massage/old-name/"')
    page: str = Field(pattern=r"^[a-z0-9/-]+\.md(#[\w-]+)?$",
                      description="the page that has the content now, for example massage/safety.md or massage/safety.md#section")
    since: date = Field(description="the date of the move, in the form 2026-11-23")
