"""What things are: claims, effects, references, signs, pages. Nothing here opens a file or draws anything."""
