"""Reports and repairs that people can run in addition to the checks."""
