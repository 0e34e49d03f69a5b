"""Contains the programs that the Makefile and the workflows call. Run the Python programs from the root of the repository, for
example `python -m scripts.watch`.
"""
