"""The state of one local workspace, and small verbs over it. Everything here runs on the one loop's thread."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.changes import Changes
from bot.emulator.ids import Ids, envelope
from bot.emulator.things import Channel, Message, Person, Status, Toast
from bot.emulator.triggers import Triggers
from bot.emulator.views import Views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.emulator.clock import Clock
    from bot.emulator.manifest import Manifest
    from bot.emulator.world import World

Json = dict[str, Any]
Happening = str
"""What befell a message: "posted", "changed" or "deleted"."""

STATUS_LIFE = 120.0
"""Seconds after which "is thinking..." goes by itself."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the app is given to get in. None of these could be real."""

    bot_token: str = field(default="xoxb-local-sayso", repr=False)
    app_token: str = field(default="xapp-local-sayso", repr=False)
    signing_secret: str = field(default="local-signing-secret", repr=False)


class Workspace:
    """People, channels, messages, windows. Lookups raise SlackError in Slack's words; changes tell those who can see them."""

    def __init__(self, world: World, manifest: Manifest, clock: Clock, credentials: Credentials | None = None) -> None:
        self.world = world
        self.team = world.team
        self.manifest = manifest
        self.clock = clock
        self.credentials = credentials or Credentials()
        self.address = ""
        """Where the server stands, "http://127.0.0.1:3000"; known once it listens."""
        self.ids = Ids(clock)
        self.changes = Changes()
        self.tickets: set[str] = set()
        """Socket Mode tickets that were given out and not used."""
        self._listeners: list[Callable[[Happening, Message, Message | None], None]] = []
        self.begin_anew()

    def begin_anew(self) -> None:
        """The world as it was before anybody spoke. Numbers of changes go on, so that no viewer misses it."""
        self.triggers = Triggers(self.clock, self.ids)
        self.views = Views(self.ids, lambda user: self.changes.note([user]))
        self.people: dict[str, Person] = {person.id: person for person in self.world.people_and_bots(self.manifest.name)}
        created = int(self.clock.now())
        self.channels: dict[str, Channel] = {channel.id: channel for channel in self.world.fresh_channels(created)}
        self.app: Person = next(person for person in self.people.values() if person.app_id)
        self.toasts: dict[str, list[Toast]] = {}
        for person in self.humans():
            self.dm(person.id)
        self.changes.note(self.people)

    # people

    def humans(self) -> list[Person]:
        return [person for person in self.people.values() if not person.is_bot]

    @property
    def default_person(self) -> Person:
        """Through whose eyes the page opens: the first of the world."""
        return self.humans()[0]

    def person(self, user: str) -> Person:
        """Raises user_not_found."""
        try:
            return self.people[user]
        except KeyError:
            raise SlackError("user_not_found") from None

    # channels

    def channel(self, reference: str) -> Channel:
        """A channel by id, "#name", or a person's id (their conversation with the app). Raises channel_not_found."""
        if reference in self.channels:
            return self.channels[reference]
        if reference in self.people and not self.people[reference].is_bot:
            return self.dm(reference)
        for channel in self.channels.values():
            if channel.kind == "channel" and reference == f"#{channel.name}":
                return channel
        raise SlackError("channel_not_found")

    def channel_to_write(self, reference: str) -> Channel:
        """A channel in which the app may post. Raises channel_not_found, is_archived or not_in_channel."""
        channel = self.channel(reference)
        if channel.is_archived:
            raise SlackError("is_archived")
        if self.app.id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def dm(self, user: str) -> Channel:
        """The conversation between the app and this person; made when first needed. Raises user_not_found."""
        person = self.person(user)
        channel_id = f"D{person.id[1:]}"
        if channel_id not in self.channels:
            members = [person.id, self.app.id]
            self.channels[channel_id] = Channel(channel_id, self.app.name, "im", members=members, created=int(self.clock.now()))
        return self.channels[channel_id]

    def join(self, channel: Channel, user: str) -> bool:
        """Makes somebody a member; False when they were one already."""
        if user in channel.members:
            return False
        channel.members.append(user)
        self.changes.note(channel.members)
        return True

    # messages

    def post(self, message: Message, *, told: bool = True) -> Message:
        """Puts a message into its channel, with a new ts; the app's own post ends its status in that thread.

        `told` is False for what stood there before the app was installed: no event tells of it.
        """
        channel = self._stamp(message)
        channel.messages.append(message)
        self._end_status_after(channel, message)
        if message.user in channel.members:
            channel.read[message.user] = message.ts
        self._tell("posted" if told else "grown", message)
        return message

    def whisper(self, message: Message) -> Message:
        """Shows an ephemeral message to `message.only_to`; it has a ts, but no history and no event."""
        assert message.only_to is not None
        channel = self._stamp(message)
        channel.whispers.append(message)
        self._end_status_after(channel, message)
        self.changes.note([message.only_to])
        return message

    def show_again(self, message: Message) -> Message:
        """Brings an ephemeral message back that a reload or its reader took away."""
        assert message.only_to is not None
        self.channels[message.channel].whispers.append(message)
        self.changes.note([message.only_to])
        return message

    def message(self, channel: Channel, ts: str) -> Message:
        """Raises message_not_found; ephemeral messages are never found."""
        message = channel.find(ts)
        if message is None:
            raise SlackError("message_not_found")
        return message

    def seen_message(self, channel: Channel, ts: str, viewer: str) -> Message | None:
        """The message as this person's window has it, ephemeral ones included."""
        whisper = next((whisper for whisper in channel.whispers if whisper.ts == ts and whisper.only_to == viewer), None)
        return whisper or channel.find(ts)

    def edit(self, message: Message, *, mark: bool = True, **changes: Any) -> Message:
        """Sets fields (text, blocks, metadata...) of a message that is there; `mark` shows it as edited."""
        return self._alter(message, {**changes, "edited": self.ids.ts()} if mark else changes)

    def grow(self, message: Message, **changes: Any) -> Message:
        """Like `edit`, but no event tells of it: a stream that goes on, a warning, a reaction."""
        return self._alter(message, changes, told=False)

    def delete(self, message: Message) -> None:
        channel = self.channels[message.channel]
        (channel.whispers if message.only_to else channel.messages).remove(message)
        self._tell("deleted", message)

    def forget_whispers(self, user: str) -> None:
        """A reload: what was for this person's eyes only is gone."""
        for channel in self.channels.values():
            channel.whispers = [whisper for whisper in channel.whispers if whisper.only_to != user]
        self.changes.note([user])

    def listen(self, listener: Callable[[Happening, Message, Message | None], None]) -> None:
        """`listener(happening, message, before)` for every message that is not ephemeral; `before` for changed ones."""
        self._listeners.append(listener)

    # what Slack's window shows around messages

    def set_status(
        self, channel: Channel, thread_ts: str, text: str, loading_messages: Iterable[str] = (), *, lasting: bool = False
    ) -> None:
        """An empty text clears it; unless `lasting`, it goes with the app's next post in that thread, or after two minutes."""
        channel.statuses.pop(thread_ts, None)  # because the latest stands last
        if text:
            status = channel.statuses[thread_ts] = Status(text, list(loading_messages), lasting)
            if not lasting:
                self.clock.call_later(STATUS_LIFE, lambda: self._end_status(channel, thread_ts, status))
        self.changes.note(channel.members)

    def set_prompts(self, channel: Channel, prompts: list[Json], title: str = "") -> None:
        channel.prompts, channel.prompts_title = prompts, title
        self.changes.note(channel.members)

    def toast(self, user: str, text: str, *, kind: str = "error") -> Toast:
        toast = Toast(self.ids.file(), "info" if kind == "info" else "error", text)
        self.toasts.setdefault(user, []).append(toast)
        self.changes.note([user])
        return toast

    def dismiss_toast(self, user: str, toast_id: str) -> None:
        self.toasts[user] = [toast for toast in self.toasts.get(user, []) if toast.id != toast_id]
        self.changes.note([user])

    # sockets

    def socket_url(self) -> str:
        """Where one Socket Mode connection may be opened, once: what apps.connections.open answers."""
        ticket = envelope()
        self.tickets.add(ticket)
        return f"{re.sub('^http', 'ws', self.address)}/link/?ticket={ticket}&app_id={self.app.app_id}"

    def _stamp(self, message: Message) -> Channel:
        message.ts = self.ids.ts()
        return self.channels[message.channel]

    def _alter(self, message: Message, changes: Json, *, told: bool = True) -> Message:
        before = replace(message)
        for name, value in changes.items():
            setattr(message, name, value)
        self._tell("changed" if told else "grown", message, before)
        return message

    def _tell(self, happening: Happening, message: Message, before: Message | None = None) -> None:
        if message.only_to is not None:
            self.changes.note([message.only_to])
            return
        self.changes.note(self.channels[message.channel].members)
        for listener in self._listeners:
            if happening != "grown":
                listener(happening, message, before)

    def _end_status_after(self, channel: Channel, message: Message) -> None:
        """The app has spoken in a thread: what it said it was doing there is done."""
        status = channel.statuses.get(message.thread_ts or "")
        if message.user == self.app.id and message.thread_ts and status is not None:
            self._end_status(channel, message.thread_ts, status)

    def _end_status(self, channel: Channel, thread_ts: str, status: Status) -> None:
        if channel.statuses.get(thread_ts) is status and not status.lasting:
            del channel.statuses[thread_ts]
            self.changes.note(channel.members)
