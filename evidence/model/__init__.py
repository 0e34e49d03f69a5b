"""The data types of the site: claims, effects, references, signs, pages. No module in this package opens a file or renders
anything.
"""
