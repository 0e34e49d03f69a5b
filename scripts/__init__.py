"""What the Makefile and the workflows call. Run a Python one from the root: `python -m scripts.watch`."""
