"""`knowledge/questions.yaml`: how colleagues ask, and what answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.problems import did_you_mean
from bot.library.schema import Part, Texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.errors import Problem
    from bot.library.sheets import Sheet
    from bot.library.values import Values

UNANSWERED = "none"
"""Key of the questions that nothing answers."""


class Questions(Part):
    """`questions` maps what answers, as `kind/id`, to ways of asking for it."""

    questions: dict[str, Texts]


def answerable(values: Values, playbooks: Collection[str], guides: Collection[str]) -> frozenset[str]:
    """Every `kind/id` that there is to answer with."""
    ids = {
        "value": [value.id for value in values.values],
        "authority": values.empowerment.roles,
        "contacts": values.contacts,
        "holding": [flag.id for flag in values.red_flags],
        "playbook": playbooks,
        "guide": guides,
        "moderation": ["house-rules"],
        "influence": ["tiers"],
    }
    return frozenset(f"{kind}/{name}" for kind, names in ids.items() for name in names)


def check_questions(sheet: Sheet[Questions], known: Collection[str]) -> Iterator[Problem]:
    """Keys that name nothing that could answer."""
    for key in sheet.value.questions:
        if key != UNANSWERED and key not in known:
            yield sheet.located.problem(("questions", key), f"nothing is called `{key}`", did_you_mean(key, known))
