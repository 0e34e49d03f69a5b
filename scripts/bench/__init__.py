"""Measures the speed of this site, compared with the same pages in stock Material and with minimal pages with the same text."""
