#!/bin/sh
# Writes requirements.txt and tests/requirements.txt from the .in files beside them: every package that is asked for and
# every one that it brings along, pinned, with the hash of each file that may be installed. Called by `make lock`.
#
#   sh scripts/lock.sh            keeps each pin that still fits
#   sh scripts/lock.sh --upgrade  takes the newest of what is brought along
set -eu
for folder in . tests; do
    (cd "$folder" && uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url \
        "$@" requirements.in --output-file requirements.txt)
done
