#!/bin/sh
# Builds the site beside the old one and swaps them, so that a failed or interrupted build never
# leaves half a site where a good one was. With HANDOUT_PDFS=true it also prints the leaflets, which
# their pages then link. Called by the Makefile.
#
#   sh scripts/build.sh site
set -eu
target="$1"
new="$target.new"
old="$target.old"
# The old site steps aside for a moment while the two are swapped: if we are stopped just then, it comes back.
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
