"""The card in Block Kit: verdict and clock, the reply, what you may do, why, what to mend, and the buttons. One screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks import brief
from bot.slack.blocks.authority import authority
from bot.slack.blocks.buttons import buttons, feedback
from bot.slack.blocks.elements import label, small_words
from bot.slack.blocks.findings import findings_parts
from bot.slack.blocks.pairs import ADVISED, wants_reader
from bot.slack.blocks.parts import fitted
from bot.slack.blocks.reply import below, count_line, reply
from bot.slack.blocks.verdict import brief_verdict, verdict, verdict_line
from bot.slack.blocks.why import which, why
from bot.slack.message import Message
from bot.slack.table import INPUT_MOST
from bot.slack.text import mention, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import Card, HandOverNote
    from bot.slack.blocks.parts import Part
    from bot.slack.message import Json

_TITLES = {"open": "Your draft", "posted": "Posted", "handed_over": "Handed over"}
_VERDICT_MOST, _REPLY_MOST, _NOTE_MOST = 400, 3000, 300


def card_message(card: Card, *, share: bool = False, given: HandOverNote | None = None) -> Message:
    """The card as a message. `share` adds a button that shows it to the channel; `given` tells who was asked to take it."""
    parts = [*_brief(card, given), *buttons(card, share=share), feedback(card)]
    return Message(_heard(card, given), fitted(parts, one_screen=True))


def card_view(card: Card, metadata: str, *, given: HandOverNote | None = None) -> Json:
    """The same card as a modal, which scrolls: nothing is left out to fit one screen."""
    return {
        "type": "modal",
        "callback_id": ids.CARD_VIEW,
        "private_metadata": metadata,
        "title": label(_TITLES[card.kept.state], 24),
        "close": label("Close", 24),
        "blocks": list(fitted([*_whole(card, given), *buttons(card, scrolls=True)], one_screen=False)),
    }


def shared_message(card: Card) -> Message:
    """The reply alone for everyone in a thread, by whom it was shared. The customer's words and the reasons stay private."""
    title = f"{card.advice.matches.first.title}: a reply from our playbooks"
    shown = rich.rich(
        rich.section(rich.person(card.kept.asker), rich.words(" shares a reply:")),
        rich.preformatted(card.draft.text, INPUT_MOST),
        block_id="shared",
    )
    said = f"{mention(card.kept.asker)} shares a reply: {spoken(card.draft.text, _REPLY_MOST)}"
    return Message(said, (shown, small_words("count", f"{count_line(card)} · {title}")))


def _brief(card: Card, given: HandOverNote | None) -> Iterator[Part]:
    """What a phone shows at once: the most important first, what must be mended beside the reply it is about."""
    yield from brief_verdict(card, given)
    yield from reply(card)
    yield from brief.below_reply(card)
    if card.kept.state != "posted":
        yield from brief.mends(card)
        yield from brief.minded(card)
        yield from brief.may_and_do(card)
        yield from brief.why(card)


def _whole(card: Card, given: HandOverNote | None) -> Iterator[Part]:
    """The same and all the rest."""
    yield from verdict(card, given)
    yield from which(card)
    yield from reply(card)
    yield from below(card)
    if card.kept.state != "posted":
        yield from authority(card)
        yield from why(card)
        yield from findings_parts(card.findings)


def _heard(card: Card, given: HandOverNote | None) -> str:
    """What a screen reader and a notification say: the verdict, then the reply."""
    note = f"{spoken(card.note, _NOTE_MOST)} " if card.note else ""
    said = spoken(verdict_line(card, given), _VERDICT_MOST)
    if card.kept.state == "open" and wants_reader(card):
        asked = f"{mention(card.reader.reader)} was asked. " if card.reader else ""
        note = f"{ADVISED}{asked}{note}"
    return f"{said} {note}Reply: {spoken(card.draft.text, _REPLY_MOST)} ({spoken(count_line(card), 100)})"
