"""Contains the programs that the Makefile and the workflows run. Start the Python programs from the root of the repository, for
example with `python -m scripts.watch`.
"""
