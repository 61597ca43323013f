"""Socket Mode: the app's WebSocket connections, each payload to one of them, and its acknowledgement found again."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from bot.emulator.decode import parsed
from bot.emulator.delivery.way import Answer, Outgoing, in_time
from bot.emulator.ids import envelope

if TYPE_CHECKING:
    from bot.emulator.journal import Entry, Journal
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]
Goodbye = Literal["warning", "refresh_requested", "link_disabled", "too_many_websockets", "drop", "half_open"]

MOST_CONNECTIONS = 10
CONNECTION_LIFE = 3600
"""Seconds that `hello` announces."""
WARNED = 10.0
"""Seconds between a warning and the end of the connection."""
HOST = "applink-local"


class Line(Protocol):
    """One WebSocket, as the server hands it over."""

    async def send(self, text: str) -> None:
        """Raises ConnectionError when the other end is gone."""

    async def close(self) -> None:
        """With the closing handshake."""

    def abort(self) -> None:
        """Cuts the wire."""

    def go_deaf(self) -> None:
        """Stays open, but hears and answers nothing any more, not even a ping."""


@dataclass(eq=False, slots=True)
class Connection:
    """`leaving` once the app was told to go: no new payloads. `silent` when half open: what is sent is lost."""

    line: Line
    leaving: bool = False
    silent: bool = False


class Sockets:
    """All connections of the app. A `Way`."""

    def __init__(self, workspace: Workspace, journal: Journal) -> None:
        self._workspace = workspace
        self._journal = journal
        self._connections: list[Connection] = []
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self._turn = 0
        self._ending: set[asyncio.Task[None]] = set()
        self.refusals = 0
        """How many connections are still to be refused at the door."""

    def connected(self) -> int:
        return sum(not connection.leaving for connection in self._connections)

    def admit(self, ticket: str) -> bool:
        """Uses up the ticket; False when it is unknown, used, or the door is to stay shut."""
        if self.refusals > 0:
            self.refusals -= 1
            return False
        if ticket not in self._workspace.tickets:
            return False
        self._workspace.tickets.remove(ticket)
        return True

    async def join(self, line: Line) -> Connection | None:
        """Says hello to a new connection; None (and goodbye) when there are ten already."""
        connection = Connection(line)
        if len(self._connections) >= MOST_CONNECTIONS:
            await line.send(json.dumps(_disconnect("too_many_websockets")))
            await line.close()
            return None
        self._connections.append(connection)
        await line.send(json.dumps(self._hello()))
        self._changed()
        return connection

    def leave(self, connection: Connection) -> None:
        if connection in self._connections:
            self._connections.remove(connection)
            self._changed()

    def hear(self, connection: Connection, text: str) -> None:
        """What the app said on a connection: an acknowledgement. One that nobody waits for is only logged."""
        if connection.silent:
            return
        try:
            said = parsed(text)
            envelope_id = str(said["envelope_id"])
        except (ValueError, TypeError, KeyError):
            self._journal.finish(self._journal.begin("from_app", "ack", "not an acknowledgement", text[:500]), "error")
            return
        waiting = self._waiting.get(envelope_id)
        if waiting is None or waiting.done():
            self._journal.finish(self._journal.begin("from_app", "ack", "late or unknown acknowledgement", said), "error")
            return
        waiting.set_result(said.get("payload"))

    async def deliver(self, outgoing: Outgoing) -> Answer:
        """See `Way`. Connections take turns."""
        body = _envelope(outgoing)
        entry = self._journal.begin("to_app", outgoing.kind, outgoing.title, body)
        waiting: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[body["envelope_id"]] = waiting
        try:
            if not await self._send(json.dumps(body)):
                self._journal.finish(entry, "error", {"error": "the app is not connected"})
                return Answer("unconnected", reason="timeout")
            await in_time(self._workspace.clock, waiting)
            return self._answer(entry, waiting)
        finally:
            del self._waiting[body["envelope_id"]]

    async def say_goodbye(self, kind: Goodbye) -> None:
        """Disconnects in one of the ways in which Slack does, or in which networks do."""
        for connection in list(self._connections):
            if kind == "half_open":
                connection.silent = True
                connection.line.go_deaf()
            elif kind == "drop":
                connection.line.abort()
            else:
                await self._dismiss(connection, kind)

    async def stop(self) -> None:
        for connection in list(self._connections):
            connection.line.abort()
        for waiting in self._waiting.values():
            waiting.cancel()

    async def _dismiss(self, connection: Connection, reason: str) -> None:
        """A warning leaves the connection open for the seconds in which the app makes a new one; the others end it."""
        await connection.line.send(json.dumps(_disconnect(reason)))
        if reason == "warning":
            self._workspace.clock.call_later(WARNED, lambda: self._end_soon(connection))
        else:
            await self._end(connection)

    async def _end(self, connection: Connection) -> None:
        connection.leaving = True
        self._changed()
        await connection.line.close()

    def _end_soon(self, connection: Connection) -> None:
        if connection in self._connections:
            task = asyncio.get_running_loop().create_task(self._end(connection))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def _send(self, text: str) -> bool:
        """To the next connection that takes it; False when none does."""
        while candidates := [connection for connection in self._connections if not connection.leaving]:
            connection = candidates[self._turn % len(candidates)]
            self._turn += 1
            if connection.silent:
                return True
            try:
                await connection.line.send(text)
            except ConnectionError:
                self.leave(connection)
            else:
                return True
        return False

    def _answer(self, entry: Entry, waiting: asyncio.Future[Any]) -> Answer:
        if not waiting.done():
            self._journal.finish(entry, "timeout")
            return Answer("timeout", reason="timeout")
        payload = waiting.result()
        self._journal.finish(entry, "ok", payload)
        return Answer("ok", payload)

    def _hello(self) -> Json:
        info = {"host": HOST, "build_number": 1, "approximate_connection_time": CONNECTION_LIFE}
        return {
            "type": "hello",
            "num_connections": len(self._connections),
            "debug_info": info,
            "connection_info": {"app_id": self._workspace.app.app_id},
        }

    def _changed(self) -> None:
        self._workspace.changes.note(person.id for person in self._workspace.humans())


def _envelope(outgoing: Outgoing) -> Json:
    body: Json = {
        "envelope_id": envelope(),
        "type": outgoing.kind,
        "payload": outgoing.payload,
        "accepts_response_payload": outgoing.wants_answer,
    }
    if outgoing.kind == "events_api":
        retry = outgoing.retry
        body |= {"retry_attempt": retry.attempt if retry else 0, "retry_reason": retry.reason if retry else ""}
    return body


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": HOST}}
