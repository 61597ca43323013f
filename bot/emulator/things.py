"""What a workspace is made of: people, channels, messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """Somebody who can be a member of a channel. `bot_id` is set for bots; `app_id` for the app's own bot user."""

    id: str
    name: str
    title: str = ""
    timezone: str = "America/New_York"
    bot_id: str | None = None
    app_id: str | None = None

    @property
    def is_bot(self) -> bool:
        return self.bot_id is not None

    @property
    def handle(self) -> str:
        """Slack's `user.name`: lower case, no spaces."""
        return self.name.lower().replace(" ", ".")


@dataclass(slots=True)
class Message:
    """One message. `ts` is set when it is posted; `only_to` makes it ephemeral: one person sees it, no history has it.

    `edited` is the ts of the last edit; `streaming` stands while a stream is open, `warning` when a press was not answered.
    """

    channel: str
    user: str
    text: str = ""
    blocks: list[Json] | None = None
    ts: str = ""
    thread_ts: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    icons: Json | None = None
    attachments: list[Json] | None = None
    metadata: Json | None = None
    subtype: str | None = None
    client_msg_id: str | None = None
    edited: str | None = None
    only_to: str | None = None
    streaming: bool = False
    warning: bool = False
    broadcast: bool = False
    reactions: dict[str, list[str]] = field(default_factory=dict)
    state: Json = field(default_factory=dict)
    """What stands in the message's inputs: {block_id: {action_id: {...}}}, as last sent by a person."""


@dataclass(slots=True)
class Status:
    """ "is thinking..." below a thread. A `lasting` one stays until the app itself ends it, whatever it posts meanwhile."""

    text: str
    loading_messages: list[str] = field(default_factory=list)
    lasting: bool = False


@dataclass(slots=True)
class Channel:
    """A channel, or a direct conversation ("im") between the app and one person."""

    id: str
    name: str
    kind: Literal["channel", "im"] = "channel"
    topic: str = ""
    purpose: str = ""
    members: list[str] = field(default_factory=list)
    created: int = 0
    is_archived: bool = False
    messages: list[Message] = field(default_factory=list)
    """In the order of their ts, replies among them."""
    whispers: list[Message] = field(default_factory=list)
    """Ephemeral messages that are still on somebody's screen."""
    statuses: dict[str, Status] = field(default_factory=dict)
    """What the app says it is doing, by the root of the thread; the latest stands last."""
    prompts: list[Json] = field(default_factory=list)
    """Suggested prompts, [{title, message}]."""
    prompts_title: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    """Thread titles that the app gave, by thread_ts."""
    sessions: dict[str, str] = field(default_factory=dict)
    """agents.sessions status by thread_ts: active, processing, suspended, closed."""
    read: dict[str, str] = field(default_factory=dict)
    """By person: the ts up to which they have read."""

    def find(self, ts: str) -> Message | None:
        """The message of this ts, never an ephemeral one."""
        return next((message for message in self.messages if message.ts == ts), None)

    def replies(self, thread_ts: str) -> list[Message]:
        """The thread below its root, without the root."""
        return [message for message in self.messages if message.thread_ts == thread_ts and message.ts != thread_ts]

    def partner(self, app_user: str) -> str:
        """The person at the other end of a direct conversation."""
        return next(member for member in self.members if member != app_user)


@dataclass(slots=True)
class Toast:
    """A notice that Slack's own window shows to one person."""

    id: str
    kind: Literal["error", "info"]
    text: str
