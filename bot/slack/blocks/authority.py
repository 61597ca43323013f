"""What the person may give, who stands behind them, and what to do now, all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks.elements import CHOICES_MOST, chosen, option, own, small_words
from bot.slack.blocks.parts import Part
from bot.slack.blocks.say import up_to, words_of
from bot.slack.carry import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import Card
    from bot.model import Remedy
    from bot.slack.message import Json

SHOWN = "/"
"""Between the draft in a block id and how many of its actions stand in that block, where that is not all of them."""
YOU_MAY = 2
DO_NOW = 3
BACKING = 4
CAUTIONS = 7
_REMEDIES_MOST = 8
_REMEDY_MOST = 150
_CAUTIONS_MOST = 5


def authority(card: Card) -> Iterator[Part]:
    """ "You may" before "you must not": remedies with amounts, the backing, the actions to tick, and what to mind."""
    rules = card.advice.authority
    if rules.may:
        remedies = rich.bullets(map(_remedy, rules.may[:_REMEDIES_MOST]))
        yield Part(YOU_MAY, (rich.rich(rich.section(rich.words("You may", "bold")), remedies, block_id="you_may"),))
    if rules.backing:
        yield Part(BACKING, (small_words("backing", rules.backing),))
    if rules.actions:
        yield Part(DO_NOW, (own("*Do now*", tagged(ids.DO_NOW, card.kept.id), ticks(card)),))
    if rules.cautions:
        yield Part(CAUTIONS, (small_words("cautions", *(f"Mind: {caution}" for caution in rules.cautions[:_CAUTIONS_MOST])),))


def _remedy(remedy: Remedy) -> list[Json]:
    said = rich.words(remedy.text, most=_REMEDY_MOST)
    return [said, rich.words(": "), rich.words(up_to(remedy), "bold")] if up_to(remedy) else [said]


def ticks(card: Card, shown: int = CHOICES_MOST, most: int = 0) -> Json:
    """The first actions as boxes, those done already ticked; each whole, or cut between words at `most` characters."""
    actions = card.advice.authority.actions[: min(shown, CHOICES_MOST)]
    options = [option(words_of(action, most) if most else action, str(place)) for place, action in enumerate(actions)]
    element: Json = {"type": "checkboxes", "action_id": ids.DO_NOW, "options": options}
    if ticked := chosen(options, map(str, card.kept.ticked)):
        element["initial_options"] = ticked
    return element
