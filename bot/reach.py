"""Somebody's reach, from plain words: what a colleague typed, what was seen earlier, what a source says; and its erasure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.errors import LookUpFailed
from bot.flow.audience import read_question
from bot.flow.influence import Seen, weigh
from bot.kept import Audience

if TYPE_CHECKING:
    from datetime import datetime

    from bot.flow.audience import Question
    from bot.flow.influence import Audiences, ReachCard
    from bot.kept import Asker
    from bot.library.values import Values
    from bot.office import Office

log = structlog.get_logger(__name__)

LOOK_YOURSELF = "The look-up does not work at the moment: look at the public profile and type the number."
_SETTLED = ("checked", "disputed", "not_checkable")


def reach(office: Office, asker: Asker, words: str) -> ReachCard:
    """The card for the asker. What they say they saw of a handle is kept for `keep_days`; a mere claim is not.

    Raises Misuse for words in which nothing is a handle, a number or a count.
    """
    values = office.desk.knowledge.values
    question = read_question(words, values)
    role = asker.role or office.desk.role_of(asker.user)
    if question.handle and question.standing in _SETTLED:
        seen_now = (question.handle, question.network, question.followers, question.standing)
        office.store.keep_audience(Audience(asker.team, *seen_now, asker.user, office.clock()))
    return look_up(question, values, office.audiences, _seen(office, asker, question), role)


def look_up(question: Question, values: Values, audiences: Audiences, seen: Seen | None = None, role: str = "") -> ReachCard:
    """The card; `audiences` is asked where nobody has seen the number. When it fails, a note says so and the rest stands."""
    if seen or not question.handle or question.standing in _SETTLED or not values.influence.enabled:
        return weigh(question, values, seen, role=role)
    try:
        return weigh(question, values, found=audiences.find(question.handle, question.network), role=role)
    except LookUpFailed as error:
        log.warning("audience look-up failed", why=str(error))
        return weigh(question, values, role=role, note=LOOK_YOURSELF)


def erase_old(office: Office) -> int:
    """Deletes every number of followers that is older than `keep_days`; how many there were."""
    return office.store.erase_audiences(_oldest(office))


def _seen(office: Office, asker: Asker, question: Question) -> Seen | None:
    if not question.handle or question.standing in _SETTLED:
        return None
    kept = office.store.audience(asker.team, question.handle, question.network, _oldest(office))
    if kept is None:
        return None
    day = kept.at.astimezone(office.now(asker).tzinfo).date()
    return Seen(kept.followers, kept.standing, day, kept.by)


def _oldest(office: Office) -> datetime:
    return office.clock() - timedelta(days=office.desk.knowledge.values.influence.keep_days)
