"""Bolt apps at work against a local Slack, in each of the ways in which Slack reaches an app."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.emulator.clock import Clock
from bot.emulator.local import LocalSlack
from tests.emulator.stand_in import hang_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt import App
    from slack_bolt.async_app import AsyncApp

Json = dict[str, Any]


class ThreadedServer(ThreadingMixIn, WSGIServer):
    """One thread a request, as the app's own answers may need another request of Slack's in between."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Requests are in the workspace's own log."""


@contextmanager
def workspace(manifest: Json, delivery: str = "socket") -> Iterator[LocalSlack]:
    """The clock stands still at this very moment: signatures are fresh, and nothing runs out while a machine is slow."""
    with LocalSlack.start(None, manifest, clock=Clock(running=False), delivery=delivery, environment={}) as slack:
        yield slack


def client_of(slack: LocalSlack) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url)


@contextmanager
def over_socket(manifest: Json, build: Callable[[WebClient], App]) -> Iterator[LocalSlack]:
    """The app that `build` makes, connected by Bolt's own Socket Mode handler."""
    with workspace(manifest) as slack:
        handler = SocketModeHandler(build(client_of(slack)), slack.app_token)
        handler.client.connect()
        try:
            slack.wait(slack.connected, what="the app's connection")
            yield slack
        finally:
            hang_up(slack, handler.client)


@contextmanager
def over_http(manifest: Json, build: Callable[[WebClient, str], App]) -> Iterator[LocalSlack]:
    """The app that `build` makes of a client and a signing secret, behind Bolt's own WSGI adapter."""
    server = make_server("127.0.0.1", 0, _not_yet, server_class=ThreadedServer, handler_class=Silent)
    with server, workspace(manifest, f"http://127.0.0.1:{server.server_port}/slack/events") as slack:
        server.set_app(SlackRequestHandler(build(client_of(slack), slack.signing_secret)))
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), name="app over http")
        thread.start()
        try:
            assert slack.verify()
            yield slack
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def asynchronously(manifest: Json, build: Callable[[AsyncWebClient], AsyncApp]) -> Iterator[LocalSlack]:
    """The app that `build` makes, on a loop of its own, connected by Bolt's handler for aiohttp."""
    with workspace(manifest) as slack:
        leave: list[Callable[[], object]] = []
        thread = threading.Thread(target=lambda: asyncio.run(_serve(slack, build, leave)), name="async app")
        thread.start()
        try:
            slack.wait(slack.connected, what="the app's connection")
            yield slack
        finally:
            for end in leave:
                end()
            thread.join()


async def _serve(slack: LocalSlack, build: Callable[[AsyncWebClient], AsyncApp], leave: list[Callable[[], object]]) -> None:
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    leave.append(lambda: loop.call_soon_threadsafe(over.set))
    handler = AsyncSocketModeHandler(build(AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)), slack.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # because Bolt leaves it untyped
    await over.wait()
    await handler.close_async()  # type: ignore[no-untyped-call]


def _not_yet(_: Any, start_response: Any) -> list[bytes]:
    start_response("503 Service Unavailable", [])
    return []
