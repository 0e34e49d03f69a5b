"""Measures the speed of three sites: ours; our pages in Material for MkDocs without changes; and minimal pages with only our
text.
"""
