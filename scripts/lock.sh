#!/bin/sh
# Writes requirements.txt and tests/requirements.txt, each from the .in file in the same folder. They list every package in
# the .in file and all dependencies, with pinned versions and the hash of each file that may be installed. Called by `make lock`.
#
#   sh scripts/lock.sh            keeps every pinned version that still fits
#   sh scripts/lock.sh --upgrade  upgrades the dependencies to the newest versions that fit
set -eu
for folder in . tests; do
    (cd "$folder" && uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url \
        "$@" requirements.in --output-file requirements.txt)
done
