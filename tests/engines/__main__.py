"""Installs Firefox and WebKit if that is allowed on this machine. Otherwise, prints what is missing and how to install it.

    python -m tests.engines
"""

from __future__ import annotations

import sys

from tests.engines import MissingEngineError, ensure

if __name__ == "__main__":
    try:
        sys.exit("\n".join(ensure()) or None)
    except MissingEngineError as unknown:
        sys.exit(str(unknown))
