"""The programs that the Makefile and the workflows call. Run the Python ones from the repository's root, for example
`python -m scripts.watch`."""
