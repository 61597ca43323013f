"""A small real server that answers as it is told: kindly, slowly, wrongly, without end."""

from __future__ import annotations

import socket
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Behave = Callable[[socket.socket, Event], None]


@dataclass
class Unkind:
    """`requests` are those that came, whole."""

    behave: Behave
    port: int = 0
    requests: list[str] = field(default_factory=list)
    ended: Event = field(default_factory=Event)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/audience"


@contextmanager
def serving(behave: Behave) -> Iterator[Unkind]:
    """The server, until the block ends."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(0.05)
        server = Unkind(behave, listening.getsockname()[1])
        thread = Thread(target=_serve, args=(listening, server))
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            thread.join()


def _serve(listening: socket.socket, server: Unkind) -> None:
    talks: list[Thread] = []
    while not server.ended.is_set():
        try:
            connection, _ = listening.accept()
        except TimeoutError:
            continue
        except OSError:
            break  # because the block ended by an error
        talks.append(Thread(target=_talk, args=(connection, server)))
        talks[-1].start()
    for talk in talks:
        talk.join()


def _talk(connection: socket.socket, server: Unkind) -> None:
    with closing(connection):
        connection.settimeout(5)
        try:
            server.requests.append(connection.recv(65536).decode("latin-1"))
            server.behave(connection, server.ended)
        except OSError:
            return  # because cutting us off is what the other side is tested for


def saying(body: bytes, status: str = "200 OK", headers: str = "") -> Behave:
    """One whole answer."""

    def behave(connection: socket.socket, _ended: Event) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        connection.sendall(head.encode() + body)

    return behave


def dripping(first: bytes, drop: bytes) -> Behave:
    """A beginning, and then a little for ever, so that no single wait is long."""

    def behave(connection: socket.socket, ended: Event) -> None:
        connection.sendall(first)
        while not ended.wait(0.02):
            connection.sendall(drop)

    return behave


def silent(connection: socket.socket, ended: Event) -> None:
    """Nothing at all."""
    ended.wait(5)


def raw(data: bytes) -> Behave:
    """These bytes and the end of the connection."""
    return lambda connection, _ended: connection.sendall(data)
