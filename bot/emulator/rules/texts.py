"""Composition objects: texts, options, confirmations, files, filters."""

from __future__ import annotations

from bot.emulator.rules.shapes import Either, Flag, Kinds, OneOf, Record, Several, Shape, Text, only_one_of
from bot.emulator.rules.table import TEXT_MOST

STYLE = OneOf(("primary", "danger"))


def plain(most: int = TEXT_MOST) -> Kinds:
    """A `plain_text` object and nothing else."""
    return Kinds({"plain_text": _plain(most)})


def mrkdwn(most: int = TEXT_MOST) -> Kinds:
    """A `mrkdwn` object and nothing else."""
    return Kinds({"mrkdwn": _mrkdwn(most)})


def text(most: int = TEXT_MOST) -> Kinds:
    """A text object of either kind."""
    return Kinds(text_kinds(most))


def text_kinds(most: int = TEXT_MOST) -> dict[str, Record]:
    """Both kinds of text object, for places that take other things too."""
    return {"plain_text": _plain(most), "mrkdwn": _mrkdwn(most)}


def _plain(most: int) -> Record:
    return Record({"text": Text(most, least=1)}, {"emoji": Flag()})


def _mrkdwn(most: int) -> Record:
    return Record({"text": Text(most, least=1)}, {"verbatim": Flag()})


def option(label: Shape) -> Record:
    """A choice. @slack/types calls `value` optional; Slack's reference and its answers do not."""
    return Record({"text": label, "value": Text(150)}, {"url": Text(3000), "description": plain(75)})


PLAIN_OPTION = option(plain(75))
ANY_OPTION = option(text(75))
OPTION_GROUP = Record({"label": plain(75), "options": Several(PLAIN_OPTION, most=100, least=1)})

CONFIRM = Record(
    {"text": text(300)},
    {"title": plain(100), "confirm": plain(30), "deny": plain(30), "style": STYLE},
)

DISPATCH = Record(
    optional={"trigger_actions_on": Several(OneOf(("on_enter_pressed", "on_character_entered")), least=1)},
)

CONVERSATION_FILTER = Record(
    optional={
        "include": Several(OneOf(("im", "mpim", "private", "public")), least=1),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
)

SLACK_FILE = Either(Record({"url": Text(3000)}), Record({"id": Text()}), by="id")


def picture(**optional: Shape) -> Either:
    """An image by its address or by a file of the workspace, with these further fields."""
    shared = {"alt_text": Text(2000, least=1)}
    by_url = Record({**shared, "image_url": Text(3000, least=1)}, optional)
    by_file = Record({**shared, "slack_file": SLACK_FILE}, optional)
    return Either(by_url, by_file, by="slack_file")


CHOICES: dict[str, Shape] = {
    "options": Several(PLAIN_OPTION, most=100, least=1),
    "option_groups": Several(OPTION_GROUP, most=100, least=1),
}
CHOICES_RULE = only_one_of("options", "option_groups")
