"""Reports that can be requested in addition to the checks."""
