"""Contains the modules of the weekly watch: web requests, Crossref, the report and the GitHub issue.

These modules need only the standard library. They do not load the site's data themselves; `scripts.watch` passes it to them. The
address of every web service can be set, so that tests can use a local server instead.
"""
