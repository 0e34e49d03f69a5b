#!/bin/sh
# Creates .venv, and installs the pinned packages in the requirements files that are given on the command line.
# If something is missing, it prints one line that says what to do. Called by the Makefile.
#
#   sh scripts/venv.sh requirements.txt tests/requirements.txt
set -u
again="Then run the make command again."
venv="${VENV:-.venv}"

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# Find the first Python that is new enough. With PYTHON=..., look only at that one.
new_enough='import sys; sys.exit(sys.version_info < (3, 11, 5))'
python=""
found=""
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    if "$candidate" -c "$new_enough" 2>/dev/null; then
        python="$candidate"
        break
    fi
    version=$("$candidate" --version 2>&1 | head -n 1)
    case "$found" in *"$version"*) ;; *) found="$found $version" ;; esac
done
found=${found:+found only${found}}
[ -n "$python" ] || fail "Python 3.11.5 or newer is needed; ${found:-none was found}. Install one (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python@3.13) or give the path to one: make PYTHON=/path/to/python3"

# If pip is missing, the folder does not exist yet, or its creation was interrupted.
if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        fail "Python's venv module is missing. Run: sudo apt install python3-venv. $again"
    "$python" -m venv "$venv" ||
        fail "The folder $venv could not be created. Check that you have write permission here, and that the disk is not full. $again"
fi
"$venv/bin/python" -c "$new_enough" 2>/dev/null ||
    fail "$venv was made with a Python that is too old. Run: rm -rf $venv. $again"

echo "Installing the packages into $venv. This happens once and takes a minute or two; nothing is shown until it ends."
for requirements in "$@"; do
    log="$venv/pip.log"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" >"$log" 2>&1 || {
        why=$(grep -E '^ERROR' "$log" | head -n 1)
        fail "The packages of $requirements could not be installed (pip: ${why:-see $log}). Check that the network is up. $again"
    }
done
