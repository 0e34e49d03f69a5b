"""Measures the speed of our site, and compares it with two others: the same pages built with an unmodified Material for MkDocs,
and plain HTML pages with the same text.
"""
