"""Files in, the model out, with the line of every mistake."""
