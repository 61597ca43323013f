"""What may be done with a draft, as buttons: fewer once it is posted or handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.slack import ids
from bot.slack.blocks.elements import actions, button
from bot.slack.blocks.pairs import wants_reader
from bot.slack.blocks.parts import ALWAYS, Part
from bot.slack.blocks.reply import ready
from bot.slack.carry import packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import Card
    from bot.slack.message import Json

Style = Literal["", "primary", "danger"]
FEEDBACK = 1


def buttons(card: Card, *, share: bool = False, scrolls: bool = False) -> Iterator[Part]:
    """The next step first, in the main colour; below it the ways to change the reply."""
    if steps := list(_steps(card)):
        yield Part(ALWAYS, (actions("steps", *steps),))
    changes = list(_changes(card, scrolls=scrolls))
    if share:
        changes.append(button("Share here", ids.SHARE, card.kept.id, spoken="Share here, with everyone in the channel"))
    if changes:
        yield Part(ALWAYS, (actions("changes", *changes),))


def feedback(card: Card) -> Part:
    """Was it of use? Slack's own pair of thumbs, which only messages may have."""
    return Part(FEEDBACK, ({"type": "context_actions", "block_id": "feedback", "elements": [_thumbs(card.kept.id)]},))


def _steps(card: Card) -> Iterator[Json]:
    draft, state = card.kept.id, card.kept.state
    hold = card.kept.verdict == "hold" and state == "open"
    may_post = ready(card) and not hold
    posted = button("I posted it", ids.POSTED, draft, style=_main(may_post and state == "open"))
    edit = button("Edit", ids.EDIT, draft, style=_main(not may_post and not hold), spoken="Edit the reply")
    hand_over = button("Hand over", ids.HAND_OVER, draft, style=_main(hold), spoken="Hand over to somebody")
    if state == "posted":
        yield hand_over
    elif state == "handed_over":
        yield from (posted, edit)
    elif hold:
        yield from (hand_over, posted, edit)
    else:
        yield from (posted, edit, hand_over)


def _changes(card: Card, *, scrolls: bool) -> Iterator[Json]:
    """In the order that fills a phone's rows best. A second reader takes the room of "Shorter" there; what `scrolls` has both."""
    draft = card.kept.id
    if card.kept.state == "open":
        yield button("Another version", ids.ANOTHER, draft)
        yield button("Other playbook", ids.PLAYBOOK, draft)
        if scrolls or not wants_reader(card):
            yield button("Shorter", ids.SHORTER, draft, spoken="Shorter reply")
    if card.kept.state == "open" and wants_reader(card):
        yield button("Second reader", ids.SECOND_READER, draft, spoken="Second reader: let a colleague read it first")
    if card.kept.state != "posted" and card.draft.text != card.advice.holding.text:
        yield button("Holding line", ids.HOLDING, draft, spoken="Holding line instead of the reply")


def _main(is_main: bool) -> Style:
    return "primary" if is_main else ""


def _thumbs(draft: str) -> Json:
    return {
        "type": "feedback_buttons",
        "action_id": ids.FEEDBACK,
        "positive_button": _thumb("Good reply", draft, good=True),
        "negative_button": _thumb("Not right", draft, good=False),
    }


def _thumb(text: str, draft: str, *, good: bool) -> Json:
    return {
        "text": {"type": "plain_text", "text": text},
        "accessibility_label": f"{text}: tell us about this draft",
        "value": packed(draft=draft, good=good),
    }
