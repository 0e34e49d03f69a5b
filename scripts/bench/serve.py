"""Serves the files of a folder as GitHub Pages does: compressed with gzip level 6, and cached for ten minutes."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SQUEEZED = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/xml")


@cache
def response(path: Path) -> tuple[str, bool, bytes]:
    """Return three values: a file's media type, whether its body is sent compressed, and the body."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    squeeze = kind.startswith(SQUEEZED)
    body = path.read_bytes()
    return kind, squeeze, gzip.compress(body, 6, mtime=0) if squeeze else body


def handler(folder: Path) -> type[BaseHTTPRequestHandler]:
    """Return a request handler that serves the files in a folder. For a missing file, the handler sends 404.html."""
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = folder / unquote(urlsplit(self.path).path).lstrip("/")
            path = asked / "index.html" if asked.is_dir() else asked
            found = path.is_file()
            kind, squeezed, body = response(path if found else folder / "404.html") if found or (folder / "404.html").is_file() \
                else ("text/plain", False, b"")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if squeezed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Ignore all errors. They occur only when a browser closes the connection early."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder until the context ends. Yield the server's address, without a trailing slash."""
    response.cache_clear()
    server = _Server(("127.0.0.1", 0), handler(folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
