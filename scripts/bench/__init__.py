"""Contains scripts that measure the speed of our site."""
