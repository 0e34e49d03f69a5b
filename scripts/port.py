"""Exits with a one-line message if a port is in use. Without this script, `mkdocs serve` would fail with a long traceback."""

import socket
import sys

port = int(sys.argv[1])
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", port))
    except OSError:
        sys.exit(f"Port {port} is in use by another program. Run: make serve PORT={port + 1}")
