"""Measures the speed of three sites: ours, the same pages in stock Material, and minimal pages that show only the same text."""
