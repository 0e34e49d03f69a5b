"""Defines the types of the site's data: claims, effects, references, signs, pages. No module in this package opens a data file or
renders anything.
"""
