"""The pictures of this site, drawn by number. `python -m figures` writes them to docs/assets/figures/.

How they are made, and how to add one: README.md in this folder.
"""
