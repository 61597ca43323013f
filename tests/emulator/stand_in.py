"""A stand-in for an app at the other end of a socket: it says to each envelope what the test wants it to say, or nothing."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from bot.emulator.clock import Clock
from bot.emulator.local import LocalSlack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_sdk.socket_mode import SocketModeClient
    from websockets.sync.client import ClientConnection

Json = dict[str, Any]

SILENCE: Final = object()
"""What an app says that does not acknowledge."""
NOON: Final = 1_790_000_000.0

MANIFEST: Json = {
    "display_information": {"name": "Helper"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Helper"},
        "slash_commands": [
            {"command": "/reply", "description": "Draft a reply", "usage_hint": "<words>"},
            {"command": "/escaped", "description": "With mentions as ids", "should_escape": True},
        ],
        "shortcuts": [
            {"name": "Draft", "type": "global", "callback_id": "draft", "description": "From anywhere"},
            {"name": "Draft", "type": "message", "callback_id": "draft_message", "description": "From a message"},
        ],
    },
    "oauth_config": {"scopes": {"bot": ["app_mentions:read", "chat:write", "commands", "im:history", "channels:history"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened", "app_mention", "message.im", "message.channels"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def agent_manifest(event: str) -> Json:
    """The same app with the Agents feature, which hears of this event too."""
    manifest = deepcopy(MANIFEST)
    manifest["features"]["agent_view"] = {"agent_description": "Helps."}
    manifest["oauth_config"]["scopes"]["bot"].append("assistant:write")
    manifest["settings"]["event_subscriptions"]["bot_events"].append(event)
    return manifest


class StandIn:
    """`heard` are all envelopes but hello; `answer(envelope)` gives the payload of an acknowledgement, None or SILENCE."""

    def __init__(self, slack: LocalSlack, socket: ClientConnection) -> None:
        self.slack = slack
        self.socket = socket
        self.answer: Callable[[Json], Any] = lambda _: None
        self.heard: list[Json] = []
        self.closed = False
        self.hello = json.loads(socket.recv())
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def ack(self, envelope: Json, payload: Any = None) -> None:
        answer = {"envelope_id": envelope["envelope_id"]}
        self.socket.send(json.dumps(answer if payload is None else {**answer, "payload": payload}))

    def wait(self, kind: str, count: int = 1) -> Json:
        """The payload of the `count`-th envelope of this type."""
        found = self.slack.wait(lambda: self._of(kind, count), what=f"{kind} number {count}")
        return dict(found[count - 1]["payload"])

    def events(self, kind: str) -> list[Json]:
        """Envelopes of events of this type."""
        return [one for one in tuple(self.heard) if one.get("payload", {}).get("event", {}).get("type") == kind]

    def end(self) -> None:
        self.socket.close()
        self._thread.join()

    def _of(self, kind: str, count: int) -> list[Json]:
        found = [one for one in tuple(self.heard) if one["type"] == kind]
        return found if len(found) >= count else []

    def _listen(self) -> None:
        try:
            for text in self.socket:
                envelope = json.loads(text)
                self.heard.append(envelope)
                said = self.answer(envelope) if "envelope_id" in envelope else SILENCE
                if said is not SILENCE:
                    self.ack(envelope, said)
                self._tell()
        except ConnectionClosed:
            pass
        self.closed = True
        self._tell()

    def _tell(self) -> None:
        """What was heard here is a change that a waiting test wants to look at."""
        self.slack.look_again()


def socket_url(slack: LocalSlack) -> str:
    client = WebClient(base_url=slack.api_url)
    return str(client.apps_connections_open(app_token=slack.app_token)["url"])


@contextmanager
def standing_in(slack: LocalSlack) -> Iterator[StandIn]:
    """One connection of the app."""
    with connect(socket_url(slack), close_timeout=0.2) as socket:
        app = StandIn(slack, socket)
        slack.wait(slack.connected, what="the app's connection")
        yield app
        app.end()


@contextmanager
def local_slack(manifest: Json | None = None, **more: Any) -> Iterator[LocalSlack]:
    """A workspace whose clock stands still until a test moves it."""
    clock = Clock(start=NOON, running=False)
    with LocalSlack.start(None, manifest or MANIFEST, clock=clock, environment={}, **more) as slack:
        yield slack


def hang_up(slack: LocalSlack, *clients: SocketModeClient) -> None:
    """Closes Slack's own clients at once. Left to itself, `close` waits up to three seconds for the socket's next word."""
    for client in clients:
        client.closed = True
        client.default_auto_reconnect_enabled = client.auto_reconnect_enabled = False
        client.enqueue_message("")
    slack.control("disconnect", reason="drop")
    for client in clients:
        with client.connect_operation_lock:  # whoever is on the way to a new connection has it by then
            client.connect = _stay_away  # type: ignore[method-assign]
            client.current_session_state.terminated = True
    slack.control("disconnect", reason="drop")
    for client in clients:
        client.close()


def _stay_away() -> None:
    """Instead of connecting once more."""


def channel_of(slack: LocalSlack, user: str, channel: str) -> Json:
    """The channel as this person has it before them."""
    return next(dict(one) for one in slack.see(user)["channels"] if one["id"] == channel)


def messages(slack: LocalSlack, user: str, channel: str) -> list[Json]:
    """What this person has before them in this channel."""
    return list(channel_of(slack, user, channel)["messages"])


def private(slack: LocalSlack, user: str, channel: str = "C0GENERAL") -> list[Json]:
    """The ephemeral ones among them."""
    return [message for message in messages(slack, user, channel) if message["ephemeral"]]


def toasts(slack: LocalSlack, user: str) -> list[str]:
    return [toast["text"] for toast in slack.see(user)["toasts"]]
