"""One connection to Slack over the socket: slack_sdk's client, with what the watchdog needs to see of it."""

from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol

from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_sdk.socket_mode.builtin import SocketModeClient

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient
    from slack_sdk.socket_mode.client import BaseSocketModeClient
    from slack_sdk.socket_mode.request import SocketModeRequest

PING_EVERY = 5.0
ESTABLISHED = 1
"""The state in the first byte of TCP_INFO, of linux/tcp_states.h."""


class Link(Protocol):
    """A connection as the watchdog sees it. Nothing here raises."""

    def is_open(self) -> bool:
        """Whether both ends still hold it, as far as the kernel knows."""
        ...

    def heard(self) -> object:
        """Something that is different whenever anything was heard since."""
        ...

    def greeting(self) -> int:
        """Connections of the app as Slack counted them in its hello; 0 before it."""
        ...

    def sent_away(self) -> str:
        """The reason of Slack's farewell, or nothing."""
        ...

    def ping(self) -> None:
        """Asks Slack for a sign of life."""
        ...

    def close(self) -> None:
        """Ends it, without waiting for what is under way."""
        ...


class SlackLink(SocketModeClient):
    """slack_sdk's client, which never reconnects by itself.

    Left to itself it comes again at once and without end when Slack sends it away; it does not see for up to half a minute
    that the other side has closed, and reads from the closed socket in a tight loop until then; it takes a refused
    connection for an established one; and when Slack asks it to move, what is on its way over the old connection is lost.
    """

    def __init__(
        self, app: App, app_token: str, web_client: WebClient, on_change: Callable[[], None], concurrency: int = 10
    ) -> None:
        self._greeting, self._reason, self._messages = 0, "", 0
        self._on_change = on_change
        super().__init__(
            app_token=app_token,
            logger=app.logger,
            web_client=web_client,
            auto_reconnect_enabled=False,
            ping_interval=PING_EVERY,
            concurrency=concurrency,
            on_close_listeners=[lambda *_: on_change()],
        )

    def enqueue_message(self, message: str) -> None:
        """Notes greeting and farewell. The farewell is kept back from slack_sdk, which would answer it by coming again."""
        self._messages += 1
        kind = _kind_of(message)
        if kind.get("type") == "hello":
            self._greeting = max(1, int(kind.get("num_connections") or 1))
        if kind.get("type") == "disconnect":
            self._reason = str(kind.get("reason") or "disconnect")
            self._on_change()
        else:
            super().enqueue_message(message)

    def is_open(self) -> bool:
        """Whether both ends still hold it, as far as the kernel knows."""
        session = self.current_session
        sock = session.sock if session is not None else None
        try:
            return sock is not None and _is_established(sock)
        except OSError:
            return False

    def heard(self) -> object:
        """Something that is different whenever anything was heard since."""
        session = self.current_session
        return self._messages, session and (session.session_id, session.last_ping_pong_time)

    def greeting(self) -> int:
        """Connections of the app as Slack counted them in its hello; 0 before it."""
        return self._greeting

    def sent_away(self) -> str:
        """The reason of Slack's farewell, or nothing."""
        return self._reason

    def ping(self) -> None:
        """Asks Slack for a sign of life. slack_sdk's own pings go on beside it."""
        session = self.current_session
        try:
            if session is not None:
                session.ping(f"{session.session_id}:{time.time()}")
        except OSError:
            self._on_change()

    def close(self) -> None:
        """Ends it, without waiting for what is under way: joining slack_sdk's threads can take seconds."""
        session = self.current_session
        sock = session.sock if session is not None else None
        if sock is not None:
            # slack_sdk would wait for its own reading to time out; the plain socket's shutdown ends that, also under TLS
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        Thread(target=super().close, name="link-close", daemon=True).start()


def to_slack(app: App, app_token: str) -> Callable[[Callable[[], None]], Link]:
    """For the watchdog: opens connections that hand what comes to `app`. They raise SlackApiError or OSError."""

    def connect(on_change: Callable[[], None]) -> Link:
        link = SlackLink(app, app_token, app.client, on_change)
        link.socket_mode_request_listeners.append(answer)
        try:
            link.connect()
            if not link.is_open():
                raise ConnectionError("the socket was refused")
        except Exception:
            link.close()
            raise
        return link

    def answer(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        started = time.time()
        send_response(client, request, run_bolt_app(app, request), started)

    return connect


def _is_established(sock: socket.socket) -> bool:
    if not hasattr(socket, "TCP_INFO"):
        return sock.fileno() >= 0
    return sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] == ESTABLISHED


def _kind_of(message: str) -> dict[str, Any]:
    if '"hello"' not in message[:200] and '"disconnect"' not in message[:200]:
        return {}
    try:
        found = json.loads(message)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
