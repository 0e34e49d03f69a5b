"""Reads files into the types in `evidence.model`, and reports every mistake with its line number."""
