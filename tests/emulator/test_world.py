"""The seed: enough people, places and posts to try everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.emulator.clock import Clock
from bot.emulator.manifest import Manifest
from bot.emulator.rules import messages as rules
from bot.emulator.service import Service
from bot.emulator.workspace import Credentials, Workspace
from bot.emulator.world import World

if TYPE_CHECKING:
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


def test_two_workspaces_of_one_world_share_nothing() -> None:
    world = World.read()
    one, other = workspace(world), workspace(world)
    one.join(one.channels["C0LEADS"], "U0MO")
    assert "U0MO" not in other.channels["C0LEADS"].members
