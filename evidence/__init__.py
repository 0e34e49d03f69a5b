"""The evidence engine: claims, sources and effects as data, and the pages, charts and checks that are made from them.

One object, `evidence.model.edition.Edition`, is passed through all packages. This object contains the language, the folders, the
address and the date. The entry points create it with `evidence.loading.editions`; no other module contains the path of a folder.

Each package may import only from those above it in this list; a test checks that (tests/unit/test_packages.py).

model      types for claims, effects, references, signs, pages
loading    reads files into the model, and reports each mistake with its line
words      the wording that the engine itself shows to readers, stored as data
markdown   the syntax that authors may use, and how it is rendered
checks     one function per rule, one file per subject, found automatically
exports    files for other programs, and the last steps on the built site
builders   the only package with code for MkDocs and Zensical
"""
