"""Measures the speed of three sites: ours, the same pages in an unchanged Material for MkDocs, and minimal pages with the same
text.
"""
