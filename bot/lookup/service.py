"""Audiences from a service of ours over HTTP, which may be slow, wrong, down, huge or hostile; docs/reach.md has its shape.

Everything about one question ends within its time, from finding the host to the last byte: a worker does the asking, and
its connection is cut when the time is over. Redirects are not followed, proxies are not used, and no more is read than a
number needs.
"""

from __future__ import annotations

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from bot.errors import LookUpFailed
from bot.flow.influence import Found
from bot.lookup.rows import audience, day

if TYPE_CHECKING:
    from http.client import HTTPResponse

MOST_BYTES = 16 * 1024
"""A number and a day need a hundred; more is not our service."""
AT_ONCE = 4


class _Line:
    """The socket of one question, to be cut from outside. Kept apart: `http.client` lets go of it while it still reads."""

    def __init__(self) -> None:
        self._lock, self._over = Lock(), False
        self._socket: socket.socket | None = None

    def hold(self, one: socket.socket) -> None:
        with self._lock:
            self._socket = one
            if self._over:
                self._shut()

    def cut(self) -> None:
        """Whoever waits for its next byte waits no longer."""
        with self._lock:
            self._over = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True)
class ServiceAudiences:
    """Asks `address?handle=@dana&network=x`. `token` goes along as a bearer token. Safe to share between threads."""

    address: str
    token: str = field(default="", repr=False)
    seconds: float = 1.0
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "look-up"), repr=False)

    def find(self, handle: str, network: str) -> Found | None:
        """None where the service answers 404 or a null. Raises LookUpFailed for every other answer, or none in time."""
        line = _Line()
        asking = self._pool.submit(self._ask, line, handle, network)
        try:
            return asking.result(self.seconds)
        except TooSlow:
            asking.cancel()
            line.cut()
            raise LookUpFailed(f"{self._host} did not answer within {self.seconds:g} s") from None
        except (OSError, HTTPException) as error:
            raise LookUpFailed(f"{self._host} cannot be reached or breaks off ({type(error).__name__})") from None

    @property
    def _host(self) -> str:
        return urlsplit(self.address).hostname or "the service"

    def _connection(self) -> HTTPConnection:
        parts = urlsplit(self.address)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        return kind(parts.hostname or "", parts.port, timeout=self.seconds)

    def _ask(self, line: _Line, handle: str, network: str) -> Found | None:
        parts, connection = urlsplit(self.address), self._connection()
        asked = urlencode({"handle": handle, "network": network})
        path = f"{parts.path or '/'}?{parts.query}&{asked}" if parts.query else f"{parts.path or '/'}?{asked}"
        headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        with closing(connection):
            connection.connect()
            line.hold(connection.sock)
            connection.request("GET", path, headers=headers)
            with connection.getresponse() as response:
                return self._read(response)

    def _read(self, response: HTTPResponse) -> Found | None:
        if response.status == 404:
            return None
        if 300 <= response.status < 400:
            raise LookUpFailed(f"{self._host} sends us elsewhere; put the final address into values.yaml")
        if response.status != 200:
            raise LookUpFailed(f"{self._host} answers with HTTP {response.status}")
        body = response.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise LookUpFailed(f"{self._host} answers with more than {MOST_BYTES // 1024} KiB")
        return _found(body, self._host)


def _found(body: bytes, host: str) -> Found | None:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise LookUpFailed(f"{host} answers with something that is no JSON") from None
    if not isinstance(answer, dict) or "followers" not in answer:
        raise LookUpFailed(f'{host} answers without "followers"')
    if answer["followers"] is None:
        return None
    if isinstance(answer["followers"], str):
        raise LookUpFailed(f'{host}: "followers" is a text, it must be a number')
    return Found(audience(answer["followers"], host), day(answer.get("seen"), host), host)
