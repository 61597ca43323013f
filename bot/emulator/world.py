"""The world before anybody speaks: people, channels, and posts for the customer feed. Read from a JSON file."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.emulator.things import Channel, Person

Json = dict[str, Any]

SEED = Path(__file__).with_name("world.json")
TEAM: Json = {"id": "T0LOCAL", "name": "Local workspace", "domain": "local"}
APP_USER: Json = {"id": "U0BOT", "name": "App", "bot_id": "B0BOT", "app_id": "A0LOCAL"}
FEED_USER: Json = {"id": "U0FEED", "name": "Customer feed", "bot_id": "B0FEED"}


@dataclass(frozen=True, slots=True)
class FeedPost:
    """One public post, as a listening tool brings it into a channel."""

    author: str
    handle: str
    network: str
    followers: int
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class World:
    """`people` are human; `app_user` is the app's bot user (its name comes from the manifest), `feed_user` the listening tool's.

    `opening` is how many feed posts stand in the feed channel at the start.
    """

    team: Json
    people: tuple[Person, ...]
    app_user: Person
    feed_user: Person
    channels: tuple[Channel, ...]
    feed_channel: str
    feed: tuple[FeedPost, ...] = field(repr=False, default=())
    opening: int = 3

    @staticmethod
    def read(path: Path = SEED) -> World:
        """Raises OSError, and ValueError for a file that is not a world."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        try:
            return _checked(_world(raw))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"it is no world: {error}") from None

    def with_channel(self, name: str, *, topic: str = "", members: tuple[str, ...] = ()) -> World:
        """The same world with one more channel for the app and `members` (or everybody); a known name changes nothing."""
        if any(channel.name == name for channel in self.channels):
            return self
        everybody = [person.id for person in self.people]
        channel_id = "C0" + "".join(letter for letter in name.upper() if letter.isalnum())
        channel = Channel(channel_id, name, topic=topic, members=[*(members or everybody), self.app_user.id])
        return replace(self, channels=(*self.channels, channel))

    def people_and_bots(self, app_name: str) -> list[Person]:
        """Fresh copies of everybody; the app's user carries the manifest's name."""
        bots = [replace(self.app_user, name=app_name), replace(self.feed_user)]
        return [*(replace(person) for person in self.people), *bots]

    def fresh_channels(self, created: int) -> list[Channel]:
        return [replace(deepcopy(channel), created=created) for channel in self.channels]


def _world(raw: Json) -> World:
    """Only people and channels must be named. A channel without members has everybody and the app in it."""
    people = tuple(Person(**person) for person in raw["people"])
    app_user = Person(**(raw.get("app_user") or APP_USER))
    everybody = [person.id for person in (*people, app_user)]
    return World(
        team=raw.get("team") or TEAM,
        people=people,
        app_user=app_user,
        feed_user=Person(**(raw.get("feed_user") or FEED_USER)),
        channels=tuple(Channel(**{"members": everybody, **channel}) for channel in raw["channels"]),
        feed_channel=raw.get("feed_channel") or "",
        feed=tuple(FeedPost(**post) for post in raw.get("feed") or []),
        opening=raw.get("opening", 3),
    )


def _checked(world: World) -> World:
    """Raises ValueError where one part names another that is not there."""
    if not world.people:
        raise ValueError("nobody lives in it: `people` is empty")
    known = {person.id for person in world.people_and_bots("")}
    for channel in world.channels:
        if unknown := sorted(set(channel.members) - known):
            raise ValueError(f"#{channel.name} has members that are nobody: {', '.join(unknown)}")
    if world.feed and world.feed_channel not in {channel.id for channel in world.channels}:
        raise ValueError(f"feed_channel is no channel: {world.feed_channel!r}")
    return world
