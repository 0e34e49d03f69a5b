"""The evidence engine. It reads claims, sources and effects from data files, draws them on pages and in charts, and checks the
site.

One object, an `evidence.model.edition.Edition`, is passed through all packages. It holds the language, the paths of the site's
folders, the site's address and today's date. The entry points create it with `evidence.loading.editions`. No other module
contains the path of a folder.

Each package may import only from packages above it in this list. A test checks this rule (tests/unit/test_packages.py).

model      types for claims, effects, references, signs, pages
loading    reads files into the model, and reports each mistake with its line
words      the wording that the engine itself shows to readers, stored as data
markdown   the syntax that authors may use, and how it is rendered
checks     one function per rule, one file per subject, found automatically
exports    files for other programs, and the last steps on the built site
builders   the only package with code for MkDocs and Zensical
"""
