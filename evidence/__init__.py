"""The evidence engine: claims, sources and effects as data; pages, charts and checks drawn from them.

One value is handed from room to room, `evidence.model.edition.Edition`: which language, which folders, which address, which
day. Whoever starts the engine makes it (`evidence.loading.editions`); no other module knows a folder by itself.

Each room may use the rooms above it in this list, and no other; a test checks that (tests/unit/test_rooms.py).

model      what things are: claims, effects, references, signs, pages
loading    files in, the model out, with the line of every mistake
words      the engine's own words for readers, as data
markdown   what authors may write, and how it is drawn
checks     one rule a function, one subject a file, found by themselves
exports    what is written for other programs and for the finished site
builders   the only room that knows MkDocs and Zensical
"""
