#!/bin/sh
# Builds the new site in a folder next to the old one, then swaps the two. So a failed or interrupted build
# never replaces a complete site with an incomplete one. If HANDOUT_PDFS=true, it also prints the leaflets
# as PDFs, and the leaflets' pages link to the PDFs. Called by the Makefile.
#
#   sh scripts/build.sh site
set -eu
target="$1"
new="$target.new"
old="$target.old"
# During the swap, the old site is moved away for a moment. If the script is stopped at that moment, this moves it back.
tidy() {
  if [ ! -d "$target" ] && [ -d "$old" ]; then mv "$old" "$target"; fi
  rm -rf "$new" "$old"
}
trap tidy EXIT
trap 'exit 130' HUP INT TERM
tidy
"${VENV:-.venv}/bin/mkdocs" build --quiet --strict --site-dir "$new"
if [ "${HANDOUT_PDFS:-}" = true ]; then "${VENV:-.venv}/bin/python" -m scripts.handouts "$new"; fi
if [ -d "$target" ]; then mv "$target" "$old"; fi
mv "$new" "$target"
