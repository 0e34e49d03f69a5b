"""Connects the engine to MkDocs and Zensical, the two programs that can build the site. All code that depends on either program
is in this package.
"""
