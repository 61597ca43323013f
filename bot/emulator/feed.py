"""The customer feed: public posts that come into a channel, as a listening tool brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.things import Message
from bot.emulator.typed import escaped
from bot.emulator.wire import with_ids

if TYPE_CHECKING:
    from bot.emulator.workspace import Workspace
    from bot.emulator.world import FeedPost

Json = dict[str, Any]


class Feed:
    """Plays the world's posts in order, and from the start again after the last."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._next = 0

    def open(self) -> None:
        """The posts that stand there before anybody looks."""
        self._next = 0
        for _ in range(min(self._workspace.world.opening, len(self._workspace.world.feed))):
            self.play(told=False)

    def play(self, *, told: bool = True) -> Message | None:
        """Posts the next one; None in a world without a feed. Without `told` no event goes to the app."""
        world = self._workspace.world
        if not world.feed:
            return None
        post = world.feed[self._next % len(world.feed)]
        self._next += 1
        bot = world.feed_user
        text, blocks = f"{escaped(_headline(post))}\n{escaped(post.text)}\n{post.url}", with_ids(_blocks(post))
        message = Message(world.feed_channel, bot.id, text, blocks, bot_id=bot.bot_id)
        return self._workspace.post(message, told=told)


def _headline(post: FeedPost) -> str:
    handle = "" if post.handle == post.author else f"{post.handle}, "
    return f"New post on {post.network} by {post.author} ({handle}{post.followers:,} followers)"


def _blocks(post: FeedPost) -> list[Json]:
    """The post itself as rich text: a customer's words are never markup."""
    headline = {"type": "plain_text", "text": _headline(post)}
    words = {"type": "rich_text_quote", "elements": [{"type": "text", "text": post.text}]}
    link = {"type": "rich_text_section", "elements": [{"type": "link", "url": post.url}]}
    return [
        {"type": "context", "elements": [headline]},
        {"type": "rich_text", "elements": [words, link]},
    ]
