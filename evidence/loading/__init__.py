"""Reads files into the types of the model, and reports the line of every mistake."""
