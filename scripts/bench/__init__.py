"""Measures speed side by side in one run: this site, the same pages in stock Material, and bare pages of the same words."""
