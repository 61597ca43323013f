"""What a person reads when something went wrong: one fixed sentence, or the mend of what they asked."""

from __future__ import annotations

from bot.slack.blocks.elements import small_words
from bot.slack.message import Message
from bot.slack.text import plain, spoken

BROKEN = "Something went wrong on our side, and your drafts are safe. Try again; if it stays, say this to who runs Sayso:"


def broken_message(reference: str) -> Message:
    """The fixed sentence for whatever we did not foresee, with the reference under which the log has the story."""
    said = f"{BROKEN} {reference}"
    return Message(spoken(said), ({"type": "section", "block_id": "broken", "text": plain(said)},))


def misuse_message(text: str) -> Message:
    """What cannot be done, and the mend; `text` is the message of our own error, which may quote the person's words."""
    said = text[:1].upper() + text[1:]
    blocks = ({"type": "section", "block_id": "misuse", "text": plain(said, 1000)}, small_words("misuse_help", HELP))
    return Message(spoken(said, 1000) or HELP, blocks)


HELP = "Type /sayso help to see what else there is."
