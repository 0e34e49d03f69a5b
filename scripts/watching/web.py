"""Sends GET requests without overloading any server, and decides whether each link still works.

Some answers do not show whether a page still exists, for example if the site is busy or closed to robots. A link with such an
answer does not count as broken.
"""

from __future__ import annotations

import email.utils
import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import cast
from urllib.parse import quote, urljoin, urlsplit

MAX_HOPS = 8
MAX_BYTES = 2_000_000
AGAIN = {429, 500, 502, 503, 504}
WHY = {401: "it asks for a password", 403: "it refuses automated requests", 405: "it does not answer automated requests",
       406: "it does not answer automated requests", 429: "it was too busy to answer", 451: "it is closed for legal reasons"}
NO_NAME = "the site's domain name no longer exists"


class State(StrEnum):
    """The state of a link, as shown by the answer to a request."""

    FINE = "fine"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """The answer to a request. `address` is the final address after all redirects. `why` explains `state` in words, and is empty
    if the link works.
    """

    state: State
    why: str = ""
    address: str = ""
    status: int = 0
    body: bytes = b""


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect handler that does not follow redirects, so that `Web` can check each redirect."""

    def redirect_request(self, *_args: object) -> None:
        """Return None, so that urllib returns the redirect instead of following it."""


class Web:
    """A client that requests one address at a time, with a pause between two requests to the same host."""

    def __init__(self, agent: str, timeout: float = 20, pause: float = 1, tries: int = 3, longest_wait: float = 60,
                 sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic):
        self.agent, self.timeout, self.pause = agent, timeout, pause
        self.tries, self.longest_wait, self.sleep, self.clock = tries, longest_wait, sleep, clock
        self._last: dict[str, float] = {}
        self._open = urllib.request.build_opener(_Stay()).open

    def get(self, address: str, most: int = 0, accept: str = "text/html,*/*;q=0.8") -> Answer:
        """Request an address, and return the answer. Read no more than `most` bytes of the body."""
        try:
            return self._follow(address, most, accept)
        except ValueError:  # `address` or the target of a redirect cannot be parsed
            return Answer(State.UNKNOWN, "it is not a valid address", address)

    def _follow(self, address: str, most: int, accept: str) -> Answer:
        seen: list[str] = []
        permanent = True
        here = address
        while True:
            # `port` raises ValueError if it is above 65535; without this line, the system would use another port
            _ = urlsplit(here).port
            status, headers, body, why = self._patiently(here, most, accept)
            if why:
                gone = why == NO_NAME
                return Answer(State.GONE if gone else State.UNKNOWN, why, here)
            if status not in (301, 302, 303, 307, 308):
                break
            permanent = permanent and status in (301, 308)
            seen.append(here)
            there = urljoin(here, headers.get("Location", "")) if headers.get("Location") else ""
            if not there.lower().startswith(("http://", "https://")):
                return Answer(State.UNKNOWN, "it redirects to something that is not a web page", here, status)
            if there in seen or len(seen) > MAX_HOPS:
                return Answer(State.UNKNOWN, "it redirects in a loop", here, status)
            here = there
        if status in (404, 410):
            return Answer(State.GONE, f"the page is gone ({status})", here, status, body)
        if not 200 <= status < 300:
            return Answer(State.UNKNOWN, f"{WHY.get(status, 'it answered with an error')} ({status})", here, status, body)
        if lost(address, here):
            return Answer(State.MOVED, "it now redirects to the front page", here, status, body)
        if permanent and not alike(address, here):
            return Answer(State.MOVED, "it moved permanently", here, status, body)
        return Answer(State.FINE, "", here, status, body)

    def _patiently(self, address: str, most: int, accept: str) -> tuple[int, http.client.HTTPMessage, bytes, str]:
        """Request one address. If the server is busy or does not answer, wait and try again."""
        empty = http.client.HTTPMessage()
        for attempt in range(1, self.tries + 1):
            self._wait_for(address)
            status, headers, body, why = self._once(address, most, accept)
            if (not why and status not in AGAIN) or attempt == self.tries:
                break
            wait = retry_after((headers or empty).get("Retry-After", ""), self.longest_wait)
            self.sleep(wait if wait is not None else min(2.0**attempt, self.longest_wait))
        return status, headers or empty, body, why

    def _wait_for(self, address: str) -> None:
        host = urlsplit(address).netloc
        if host in self._last:
            left = self.pause - (self.clock() - self._last[host])
            if left > 0:
                self.sleep(left)
        self._last[host] = self.clock()

    def _once(self, address: str, most: int, accept: str) -> tuple[int, http.client.HTTPMessage | None, bytes, str]:
        """Send one request. Return the status, the headers, the body and an error message. If there was no answer, the status is
        0; otherwise, the error message is empty.
        """
        try:
            safe = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
            request = urllib.request.Request(safe, headers={"User-Agent": self.agent, "Accept": accept})  # noqa: S310 (http and https only: checked in the data and at each hop)
            with self._open(request, timeout=self.timeout) as reply:
                return reply.status, reply.headers, reply.read(min(most, MAX_BYTES)) if most else b"", ""
        except urllib.error.HTTPError as error:
            with error:
                return error.code, cast(http.client.HTTPMessage, error.headers), b"", ""
        except urllib.error.URLError as error:
            return 0, None, b"", _why(error.reason)
        except (OSError, ValueError, http.client.HTTPException) as error:
            return 0, None, b"", _why(error)


def _why(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return "it did not answer in time"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "its certificate is not valid"
    if isinstance(reason, socket.gaierror):
        known = reason.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
        return NO_NAME if known else "its name could not be looked up"
    return "it could not be reached"


def retry_after(value: str, most: float) -> float | None:
    """Return how many seconds a Retry-After header asks us to wait, but no more than `most`. Return None if the header contains
    neither a number nor a date.
    """
    if value.strip().isdigit():
        return min(float(value), most)
    try:
        wait = email.utils.parsedate_to_datetime(value).timestamp() - time.time()
    except (TypeError, ValueError):
        return None
    return max(0.0, min(wait, most))


def alike(one: str, other: str) -> bool:
    """Return whether two addresses differ only in a trailing slash or a fragment."""
    return one.partition("#")[0].rstrip("/") == other.partition("#")[0].rstrip("/")


def lost(asked: str, found: str) -> bool:
    """Return whether a link to a subpage now redirects to the home page. Many sites redirect in this way when a page no longer
    exists.
    """
    deep, end = urlsplit(asked), urlsplit(found)
    return bool(deep.path.strip("/") or deep.query) and not end.path.strip("/") and not end.query
