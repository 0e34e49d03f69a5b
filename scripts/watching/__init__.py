"""The parts of the weekly watch: the web, Crossref, and one issue. Standard library only.

Nothing here depends on this site's data, which `scripts.watch` passes in. The address of every service can be set, so that
tests can use a local server instead.
"""
