"""Draws the pictures on this site. `python -m figures` writes them to docs/assets/figures/ as SVG files.

The README.md in this folder explains how the pictures are made and how to add a picture.
"""
