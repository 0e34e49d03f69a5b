"""Thin adapters for the site builders. No other package knows about a builder."""
