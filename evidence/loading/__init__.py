"""Reads files into the types of the model, and gives the line of every mistake."""
