"""The seed: enough people, places and posts to try everything."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from bot.emulator.clock import Clock
from bot.emulator.feed import Feed
from bot.emulator.manifest import Manifest
from bot.emulator.rules import messages as rules
from bot.emulator.service import Service
from bot.emulator.workspace import Credentials, Workspace
from bot.emulator.world import World

if TYPE_CHECKING:
    from pathlib import Path

    from bot.emulator.things import Json


def workspace(world: World, manifest: Json | None = None) -> Workspace:
    return Workspace(world, Manifest(manifest or {}), Clock(running=False))


def test_the_feed_has_many_posts_of_many_kinds() -> None:
    feed = World.read().feed
    assert len(feed) >= 18
    assert len({post.network for post in feed}) >= 6
    assert len({post.text for post in feed}) == len(feed)
    assert any(post.followers > 100_000 for post in feed)
    assert any(post.followers < 10 for post in feed)


def test_no_address_of_the_feed_leads_anywhere_real() -> None:
    assert all(re.match(r"https://[\w.-]+\.example\.(com|net)/", post.url) for post in World.read().feed)


def test_every_post_of_the_feed_is_a_message_that_slack_takes() -> None:
    world = World.read()
    service = Service.build(world, {}, Clock(running=False), "socket", Credentials())
    for _ in world.feed:
        message = service.feed.play(told=False)
        assert message is not None
        assert rules.refusal(message.blocks) is None


def test_the_app_goes_by_the_name_of_its_manifest() -> None:
    assert workspace(World.read(), {"features": {"bot_user": {"display_name": "Sayso"}}}).app.name == "Sayso"


def test_everybody_has_a_conversation_with_the_app() -> None:
    state = workspace(World.read())
    assert all(state.app.id in state.dm(person.id).members for person in state.humans())


def test_one_more_channel_leaves_the_world_as_it_was() -> None:
    world = World.read()
    larger = world.with_channel("safety", topic="Safety", members=("U0LEE",))
    assert [channel.name for channel in larger.channels][:-1] == [channel.name for channel in world.channels]
    assert larger.channels[-1].members == ["U0LEE", "U0BOT"]
    assert larger.with_channel("safety") == larger


SMALL: Json = {"people": [{"id": "U0KIM", "name": "Kim"}], "channels": [{"id": "C0TEST", "name": "test"}]}


def read(tmp_path: Path, raw: Any) -> World:
    path = tmp_path / "world.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return World.read(path)


def test_a_person_and_a_channel_are_world_enough(tmp_path: Path) -> None:
    state = workspace(read(tmp_path, SMALL))
    assert state.channels["C0TEST"].members == ["U0KIM", "U0BOT"]
    assert state.default_person.name == "Kim"
    assert Feed(state).play() is None


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ([], "it is no world"),
        ({"people": []}, "it is no world: 'channels'"),
        ({**SMALL, "people": []}, "nobody lives in it"),
        ({**SMALL, "people": [{"id": "U0KIM", "nome": "Kim"}]}, "nome"),
        ({**SMALL, "channels": [{"id": "C0TEST", "name": "test", "members": ["U0LOU"]}]}, "#test has members that are nobody"),
        ({**SMALL, "feed": [asdict(World.read().feed[0])]}, "feed_channel is no channel: ''"),
    ],
)
def test_a_file_that_is_no_world_says_why(tmp_path: Path, raw: Any, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        read(tmp_path, raw)


def test_two_workspaces_of_one_world_share_nothing() -> None:
    world = World.read()
    one, other = workspace(world), workspace(world)
    one.join(one.channels["C0LEADS"], "U0MO")
    assert "U0MO" not in other.channels["C0LEADS"].members
