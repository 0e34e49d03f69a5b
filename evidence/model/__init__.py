"""Defines types for the site's data, such as claims, effects, references, warning signs and pages. No module in this package
opens a data file or renders anything.
"""
