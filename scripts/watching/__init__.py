"""Contains the modules of the weekly watch: web requests, Crossref, the report and the GitHub issue.

These modules need only the standard library. `scripts.watch` passes the site's data to them. The address of every web service can
be set, so that tests can use a local server instead.
"""
