"""Reports and automatic fixes that people can run in addition to the checks."""
