"""A hand-over that nobody has: who can't says so, and half of the time with nobody speaks for itself. It goes to the backup."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.errors import Misuse, NotYours

if TYPE_CHECKING:
    from datetime import datetime

    from bot.decided import Decision
    from bot.kept import Asker, HandOver, HandOverNote
    from bot.office import Office

MINUTES = (10, 30, 60)
"""How soon a taker may say that they answer, with one press."""
CANT = "can't take it now"
NOBODY = "did not answer in half of the time"


@dataclass(frozen=True, slots=True)
class Passing:
    """The verbs of passing on, on an office."""

    office: Office

    def cannot(self, person: Asker, hand_over_id: str) -> HandOver:
        """Somebody of the contact's can't. Raises NotYours when it is taken, or went on already."""
        given = self.office.store.hand_over(person.team, hand_over_id)
        if given is None:
            raise NotYours("this hand-over is not here any more")
        now = self.office.clock()
        passed = self.office.store.pass_on(
            given, now, declined_by=person.user, record=self._record(person, "can't take it", given)
        )
        if not passed:
            raise NotYours("somebody has this already, or it went to somebody else meanwhile")
        return replace(given, passed_at=now, declined_by=person.user)

    def late(self, asker: Asker, given: HandOver) -> bool:
        """Half of the time is over and nobody has it. Whether this call is the one that passes it on."""
        record = replace(self._record(asker, "nobody took it in time", given), who="", role="")
        return self.office.store.pass_on(given, self.office.clock(), record=record)

    def unreached(self, asker: Asker, given: HandOver) -> None:
        """Slack did not take the message: nobody there will ever press a button, so nothing is left to wait for."""
        record = replace(self._record(asker, "could not be reached", given), who="", role="")
        self.office.store.pass_on(given, self.office.clock(), record=record)

    def answers(self, person: Asker, hand_over_id: str, when: datetime) -> HandOverNote:
        """The taker says when they answer. Raises NotYours for anybody else, Misuse for a time that is over."""
        if when <= self.office.clock():
            raise Misuse("that time is over; choose one that is still to come")
        given = self.office.store.hand_over(person.team, hand_over_id)
        if given is None or given.taken_by != person.user:
            raise NotYours("somebody else has this; only they can say when they answer")
        record = self._record(person, "says when they answer", given)
        given = self.office.store.answers_by(person.team, hand_over_id, person.user, when, record=record)
        return self.office.note_of(person, given)

    def in_minutes(self, person: Asker, hand_over_id: str, minutes: int) -> HandOverNote:
        """The same, counted from now."""
        return self.answers(person, hand_over_id, self.office.clock() + timedelta(minutes=minutes))

    def next_contact(self, given: HandOver) -> str:
        """Who is on duty behind its contact, unless asked about this draft before; empty when there is no such one."""
        asked = {
            one.contact for one in self.office.store.hand_overs_of(given.team, given.draft) if one.question == given.question
        }
        if given.contact not in self.office.desk.knowledge.values.contacts:
            return ""
        watch = self.office.on_duty(given.contact)
        return next((one for one in (watch.first, watch.backup) if one and one not in {*asked, given.contact}), "")

    def _record(self, person: Asker, action: str, given: HandOver) -> Decision:
        kept = self.office.store.draft(given.team, given.draft)
        if kept is None:
            raise NotYours("this draft is not here any more")
        return replace(self.office.decision(person, action, kept), subject=given.id)
