"""Describes the rows of moved.yml: old addresses of pages that now have a new address.

Published addresses must keep working. Whoever moves a page must add its old address to moved.yml. At that address,
evidence/exports/redirect_pages.py writes a page that redirects without a script or a server setting.
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
