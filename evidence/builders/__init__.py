"""Connects the engine to MkDocs and Zensical, the two programs that can build the site. No other package contains code
for one of them.
"""
