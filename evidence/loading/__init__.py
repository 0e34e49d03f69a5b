"""Reads files into the model, with the line of every mistake."""
