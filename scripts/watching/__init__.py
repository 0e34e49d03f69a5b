"""Contains the parts of the weekly watch: web requests, Crossref, the report and the GitHub issue. They need only the standard
library.

No module in this package loads this site's data; `scripts.watch` loads the data and passes it on. The address of every web
service can be set, so that tests can use a local server instead.
"""
