"""The programs that the Makefile and the workflows call. Run the Python ones from the root: `python -m scripts.watch`."""
