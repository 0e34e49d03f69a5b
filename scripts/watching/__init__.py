"""The parts of the weekly watch: web requests, Crossref, the report and the issue. These modules use only the standard library.

No module in this package loads the data of this site: `scripts.watch` passes it in. The address of every service can be set, so
that tests can use a local server instead.
"""
