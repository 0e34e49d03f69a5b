"""The only room that knows a site builder; thin."""
