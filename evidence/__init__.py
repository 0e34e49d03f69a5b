"""The evidence engine: claims, sources and effects as data; pages, charts and checks made from them.

One value, `evidence.model.edition.Edition`, is passed through all packages: it contains the language, the folders, the address
and the date. The program's entry points create it (`evidence.loading.editions`); no other module knows where a folder is.

Each package may import only from those above it in this list; a test checks that (tests/unit/test_packages.py).

model      what things are: claims, effects, references, signs, pages
loading    files in, the model out, with the line of every mistake
words      the engine's own words for readers, as data
markdown   what authors may write, and how it is drawn
checks     one function per rule, one file per subject, found automatically
exports    files for other programs, and the last steps on the built site
builders   the only package that knows MkDocs and Zensical
"""
