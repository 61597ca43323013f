"""Delivery over HTTP: signed requests to the app's request URL, as Slack makes them."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import h11

from bot.emulator.decode import parsed
from bot.emulator.delivery.way import Answer, Outgoing, in_time
from bot.emulator.errors import EmulatorError
from bot.emulator.ids import secret
from bot.emulator.wire import VERIFICATION_TOKEN

if TYPE_CHECKING:
    from bot.emulator.journal import Entry, Journal
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]
Reply = tuple[int, dict[str, str], bytes]

OK = range(200, 300)


class Http:
    """One request URL for everything: commands, interactions and events. A `Way`."""

    def __init__(self, url: str, workspace: Workspace, journal: Journal) -> None:
        """Raises EmulatorError for an address that is not plain http: a local app needs no more."""
        self._url = urlsplit(url)
        if self._url.scheme != "http" or not self._url.hostname:
            raise EmulatorError(f"delivery goes to a local http:// address, not to {url!r}")
        self._workspace = workspace
        self._journal = journal
        self._verified = False
        self._running: set[asyncio.Future[Any]] = set()

    def connected(self) -> int:
        """1 while the app answers at all; there is no lasting connection to count."""
        return int(self._verified)

    async def verify(self) -> bool:
        """Slack's `url_verification`: the app must send the challenge back."""
        challenge = secret()
        body = {"token": VERIFICATION_TOKEN, "challenge": challenge, "type": "url_verification"}
        entry = self._journal.begin("to_app", "events_api", "url_verification", body)
        reply = await self._exchange(json.dumps(body).encode(), "application/json", {})
        self._is_there(reply is not None and reply[0] in OK and _said(reply, "challenge") == challenge)
        self._journal.finish(entry, "ok" if self._verified else "error", _shown(reply))
        return self._verified

    async def deliver(self, outgoing: Outgoing) -> Answer:
        """See `Way`. Any status but 2xx counts as refused."""
        body, content_type = _encoded(outgoing)
        entry = self._journal.begin("to_app", outgoing.kind, outgoing.title, outgoing.payload)
        request = asyncio.ensure_future(self._exchange(body, content_type, _retry_headers(outgoing)))
        self._running.add(request)
        try:
            if not await in_time(self._workspace.clock, request):
                self._journal.finish(entry, "timeout")
                return Answer("timeout", reason="http_timeout")
            return self._answer(entry, request.result())
        finally:
            request.cancel()
            self._running.discard(request)

    async def stop(self) -> None:
        for request in self._running:
            request.cancel()

    def _answer(self, entry: Entry, reply: Reply | None) -> Answer:
        self._is_there(reply is not None)
        if reply is None:
            self._journal.finish(entry, "error", {"error": "no connection"})
            return Answer("unconnected", reason="connection_failed")
        status, headers, _ = reply
        final = headers.get("x-slack-no-retry") == "1"
        if status not in OK:
            self._journal.finish(entry, "error", _shown(reply))
            return Answer("refused", reason="http_error", final=final)
        self._journal.finish(entry, "ok", _shown(reply))
        return Answer("ok", _payload(reply), final=final)

    def _is_there(self, there: bool) -> None:
        if there is not self._verified:
            self._verified = there
            self._workspace.changes.note(person.id for person in self._workspace.humans())

    async def _exchange(self, body: bytes, content_type: str, extra: dict[str, str]) -> Reply | None:
        headers = {"content-type": content_type, **self._signed(body), **extra}
        try:
            return await _post(self._url.hostname or "", self._url.port or 80, self._target(), headers, body)
        except (OSError, h11.ProtocolError, EOFError):
            return None

    def _target(self) -> str:
        return (self._url.path or "/") + (f"?{self._url.query}" if self._url.query else "")

    def _signed(self, body: bytes) -> dict[str, str]:
        moment = str(int(self._workspace.clock.now()))
        basis = b"v0:" + moment.encode() + b":" + body
        digest = hmac.new(self._workspace.credentials.signing_secret.encode(), basis, hashlib.sha256).hexdigest()
        return {"x-slack-request-timestamp": moment, "x-slack-signature": f"v0={digest}"}


async def _post(host: str, port: int, target: str, headers: dict[str, str], body: bytes) -> Reply:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        wire = h11.Connection(h11.CLIENT)
        named = [("host", f"{host}:{port}"), ("user-agent", "Slackbot 1.0"), ("connection", "close")]
        lengths = [("content-length", str(len(body)))]
        request = h11.Request(method="POST", target=target, headers=[*named, *headers.items(), *lengths])
        for event in (request, h11.Data(data=body), h11.EndOfMessage()):
            writer.write(wire.send(event) or b"")
        await writer.drain()
        return await _read(wire, reader)
    finally:
        writer.close()


async def _read(wire: h11.Connection, reader: asyncio.StreamReader) -> Reply:
    status, headers, body = 0, {}, bytearray()
    while True:
        event = wire.next_event()
        if event is h11.NEED_DATA:
            wire.receive_data(await reader.read(65536))
        elif isinstance(event, h11.Response):
            status = event.status_code
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in event.headers}
        elif isinstance(event, h11.Data):
            body += event.data
        elif isinstance(event, h11.EndOfMessage):
            return status, headers, bytes(body)
        elif isinstance(event, h11.ConnectionClosed):
            raise EOFError("the app closed the connection")


def _encoded(outgoing: Outgoing) -> tuple[bytes, str]:
    """Events are JSON; commands are a form; interactions are a form with one field, `payload`."""
    if outgoing.kind == "events_api":
        return json.dumps(outgoing.payload).encode(), "application/json"
    fields = outgoing.payload if outgoing.kind == "slash_commands" else {"payload": json.dumps(outgoing.payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _retry_headers(outgoing: Outgoing) -> dict[str, str]:
    if outgoing.retry is None:
        return {}
    return {"x-slack-retry-num": str(outgoing.retry.attempt), "x-slack-retry-reason": outgoing.retry.reason}


def _payload(reply: Reply) -> Any:
    """JSON as it is; any other words as a message's text; nothing as nothing."""
    _, headers, body = reply
    text = body.decode("utf-8", "replace")
    if "json" in headers.get("content-type", ""):
        try:
            return parsed(text) if text.strip() else None
        except ValueError:
            return None
    return {"text": text} if text.strip() else None


def _said(reply: Reply, field: str) -> Any:
    payload = _payload(reply)
    return payload.get(field, payload.get("text")) if isinstance(payload, dict) else None


def _shown(reply: Reply | None) -> Json:
    return {"error": "no connection"} if reply is None else {"status": reply[0], "body": _payload(reply)}
