"""Measures speed in one run: this site, the same pages in stock Material, and minimal pages with the same text."""
