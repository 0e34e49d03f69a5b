"""The data types of the site: claims, effects, references, signs, pages. No module here opens a file or draws anything."""
