"""Defines the front matter of the pages that unit tests create. Each test adds the rest of the page."""

FRONT = """---
title: A page
description: A page that is written for a test, with as many words as a description needs to have.
kind: {kind}
checked: 2026-11-28
check_again: 12 months
reviewed_by: []
changes:
  - date: 2026-11-28
    what: First version.
---

"""
