"""The only package that knows a site builder; it contains thin adapters."""
