"""Thin adapters for the site builders. No other package contains code for a particular builder."""
