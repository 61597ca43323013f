"""Q12: the reply fits its channel by the channel's own count, and is short enough to be checked at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.check.reply import READ_CHARS
from bot.text.channels import count, leading_mentions_free

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q12 for a draft."""
    channel = context.channel
    counted = leading_mentions_free(reply.whole) if channel.count == "weighted_280" else reply.whole
    length = count(counted, channel.count)
    if len(reply.whole) > READ_CHARS:
        mend = f"Shorten it: nobody reads more, and our own length on {channel.name} is {channel.house}."
        yield reply.finding("Q12", "block", f"Only the first {READ_CHARS:,} characters can be checked; this has more.", mend)
    if channel.hard is not None and length > channel.hard:
        mend = f"Take out {length - channel.hard} or more: thanks and explanations first, never what you do and when you return."
        yield reply.finding("Q12", "block", f"Too long for {channel.name}: {length} of {channel.hard}.", mend)
    elif length > channel.house:
        mend = "Shorten it if you can: one thought is read, three are not."
        yield reply.finding(
            "Q12", "warn", f"Longer than we like on {channel.name}: {length}, our own length is {channel.house}.", mend
        )
