"""The evidence engine. It reads claims, sources and effects from data files, shows them on pages and in charts, and checks the
site.

Every package receives an `evidence.model.edition.Edition`, which describes the site in one language. The edition contains the
language, the paths of folders, the site's address and today's date.

Each package may import only from the packages above it in this list. tests/unit/test_packages.py checks this.

model      defines types for claims, effects, references, warning signs and pages
loading    reads files into these types, and reports each mistake with its line number
words      loads the wording that the engine itself shows to readers
markdown   defines the syntax that authors may use, and renders it
checks     checks the site, with one function per rule and one file per subject
exports    writes files for other programs, and finishes the built site
builders   connects the engine to MkDocs and Zensical
"""
