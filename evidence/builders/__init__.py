"""Connects the engine to MkDocs and to Zensical, which build the site. No other package contains code for a particular
builder.
"""
