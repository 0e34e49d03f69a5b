"""`python -m tests.engines`: installs Firefox and WebKit if that is allowed, or prints one line for each that is missing."""

from __future__ import annotations

import sys

from tests.engines import MissingEngineError, ensure

if __name__ == "__main__":
    try:
        sys.exit("\n".join(ensure()) or None)
    except MissingEngineError as unknown:
        sys.exit(str(unknown))
