"""What Slack refuses in the options that an app offers for an external menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.rules.shapes import Record, Several, only_one_of
from bot.emulator.rules.texts import OPTION_GROUP, PLAIN_OPTION

if TYPE_CHECKING:
    from bot.emulator.rules.problem import Problem

_OFFERED = Record(
    optional={"options": Several(PLAIN_OPTION, most=100), "option_groups": Several(OPTION_GROUP, most=100)},
    rules=(only_one_of("options", "option_groups"),),
)


def problems(answer: object) -> list[Problem]:
    """What is wrong with an answer to block_suggestion; none at all may be on offer. Takes any JSON and never raises."""
    return list(_OFFERED.problems(answer, ""))
