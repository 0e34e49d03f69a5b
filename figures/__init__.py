"""The pictures of this site, drawn by code. `python -m figures` writes them to docs/assets/figures/.

README.md in this folder explains how they are made and how to add one.
"""
