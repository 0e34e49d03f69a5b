"""The parts of the weekly watch: the web, Crossref, and one issue. Standard library only.

Nothing here knows this site's data; `scripts.watch` brings it. Every address of a service can be
given, so that the tests run all of it against a server of their own.
"""
