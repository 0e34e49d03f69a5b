"""moved.yml -> Moved: addresses that were published once and now lead to another page.

An address is a promise. When a page gets a new one, the old one is listed here and goes on working:
machines/redirects.py leaves a plain page there that redirects, without a script and without a server's help.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field

from evidence.model.page_refs import PageRef


class Redirect(PageRef):
    """One old address."""

    old: str = Field(pattern=r"^([a-z0-9-]+/)+$", description='the old address below the site\'s own, as in "massage/old-name/"')
    page: str = Field(pattern=r"^[a-z0-9/-]+\.md(#[\w-]+)?$",
                      description="the page that has its words now, as in massage/safety.md or massage/safety.md#section")
    since: date = Field(description="the day of the move, as 2026-11-23")
