"""What may be done with a draft: made, changed, posted, handed over. Everything is kept, and only its asker may touch it.

Each verb loads the draft, does one thing, keeps it, and gives back the card as it stands now. What a button carries is
never trusted: the draft is read again by the asker's team and user.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.decided import Decision, digest_of
from bot.errors import Blocked, Misuse, NeedsApproval, NotYours
from bot.flow.answer import VERSIONS
from bot.flow.approval import reader_advised
from bot.flow.influence import Manual
from bot.giving import Till
from bot.hiding import Moderator
from bot.kept import Card, HandOver, HandOverNote, Kept
from bot.library.rota import watch
from bot.shown import playbook_of, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from bot.desk import Desk
    from bot.flow.influence import Audiences
    from bot.kept import Asker, Brief
    from bot.library.rota import Watch
    from bot.model import Advice, Ask, Draft
    from bot.store.drafts import Changes
    from bot.store.store import Store

MINE = 20
"""How many drafts "My drafts" shows."""
ONLY_ONE = "There is no other approved version of this reply."
SHORTEST = "This is the shortest approved reply already."


@dataclass(frozen=True, slots=True)
class Office:
    """The desk with its drawers. `clock` gives the time in UTC; safe to share between threads.

    `audiences` is asked for a handle of which nobody has seen the number yet.
    """

    desk: Desk
    store: Store
    clock: Callable[[], datetime]
    new_id: Callable[[str], str]
    audiences: Audiences = field(default_factory=Manual)

    @property
    def till(self) -> Till:
        """Where what people give is counted."""
        return Till(self.desk, self.store, self.clock, self.new_id)

    @property
    def moderator(self) -> Moderator:
        """Where comments that may have to go are asked for and decided."""
        return Moderator(self.desk, self.store, self.clock, self.new_id)

    def on_duty(self, contact: str) -> Watch:
        """Who is on now for a contact, and who backs them up; the contact itself where nobody is."""
        return watch(contact, self.clock(), self.desk.knowledge.values)

    def draft(self, asker: Asker, ask: Ask, brief: Brief) -> Card:
        """A new draft for a post. Raises Misuse as `Desk.reply` does."""
        ask = replace(ask, role=asker.role or self.desk.role_of(asker.user), name=ask.name or asker.name)
        advice, now = self.desk.reply(ask), self.clock()
        draft = advice.drafts[0]
        kept = Kept(
            id=self.new_id("d"),
            team=asker.team,
            asker=asker.user,
            ask=ask,
            brief=brief,
            text=draft.text,
            own_words=False,
            playbook=playbook_of(ask, advice),
            verdict=advice.authority.verdict,
            severity=advice.reading.severity,
            made=now,
            changed=now,
        )
        self.store.keep(kept, record=self.decision(asker, "drafted", kept))
        return self._card(asker, kept, advice)

    def open(self, asker: Asker, draft_id: str) -> Card:
        """A kept draft as it stands. Raises NotYours when it is not the asker's."""
        return self._card(asker, self._mine(asker, draft_id))

    def now(self, asker: Asker) -> datetime:
        """The time where the asker is."""
        return self.clock().astimezone(asker.zone(self.desk.knowledge.values.organisation.timezone))

    def mine(self, asker: Asker) -> tuple[Kept, ...]:
        """The asker's drafts, newest first."""
        return self.store.mine(asker.team, asker.user, MINE)

    def another(self, asker: Asker, draft_id: str) -> Card:
        """Another approved version of the reply, as far from the last one as the variants allow."""
        kept = self._mine(asker, draft_id)
        for step in range(1, VERSIONS * 6):
            ask = replace(kept.ask, seed=kept.ask.seed + step)
            advice = self.desk.reply(ask)
            if advice.drafts[0].text != kept.text:
                return self._changed(asker, kept, ask, advice, advice.drafts[0])
        return replace(self._card(asker, kept), note=ONLY_ONE)

    def shorter(self, asker: Asker, draft_id: str) -> Card:
        """The shortest whole reply from the same playbook."""
        kept = self._mine(asker, draft_id)
        ask = replace(kept.ask, short=True)
        advice = self.desk.reply(ask)
        if advice.drafts[0].count >= self._card(asker, kept).draft.count:
            return replace(self._card(asker, kept), note=SHORTEST)
        return self._changed(asker, kept, ask, advice, advice.drafts[0])

    def choose(self, asker: Asker, draft_id: str, playbook: str) -> Card:
        """The reply from a playbook that the person chose. Raises Misuse when there is no such playbook."""
        kept = self._mine(asker, draft_id)
        ask = replace(kept.ask, playbook=playbook, seed=0)
        advice = self.desk.reply(ask)
        return self._changed(asker, kept, ask, advice, advice.drafts[0])

    def hold(self, asker: Asker, draft_id: str) -> Card:
        """The holding line instead of the reply: seen, being worked on, next word at a time."""
        kept = self._mine(asker, draft_id)
        advice = self.desk.reply(kept.ask)
        return self._changed(asker, kept, kept.ask, advice, advice.holding)

    def edit(self, asker: Asker, draft_id: str, text: str) -> Card:
        """The person's own words instead. Raises Blocked, with the findings, when they must not be posted like this.

        Where somebody else may approve them, the error is NeedsApproval.
        """
        kept = self._mine(asker, draft_id)
        approval = self.store.approval_of(asker.team, draft_id)
        if approval is not None and text == kept.text and approval.covers(text):
            return self._card(asker, kept)
        advice = self.desk.reply(kept.ask)
        draft, findings = self.desk.own_words(kept.ask, advice, text)
        blocking = tuple(finding for finding in findings if finding.level == "block")
        if demand := self.desk.demand(kept.ask, advice, text, blocking):
            raise NeedsApproval(blocking, demand)
        if blocking:
            raise Blocked(blocking)
        own_words = all(text != approved.text for approved in (*advice.drafts, advice.holding))
        card = self._changed(asker, kept, kept.ask, advice, draft, own_words=own_words)
        return replace(card, note=self.till.too_much(asker, text))

    def tick(self, asker: Asker, draft_id: str, ticked: Sequence[int], shown: int | None = None) -> Card:
        """Which of the actions to do now are done. Where only the first `shown` could be ticked, the others stay as they are."""
        kept = self._mine(asker, draft_id)
        unseen = [place for place in kept.ticked if shown is not None and place >= shown]
        return self._card(asker, self._change(kept, None, ticked=tuple(sorted({*ticked, *unseen}))))

    def posted(self, asker: Asker, draft_id: str, link: str = "") -> Card:
        """The person has posted it, where `link` leads; the amounts that it promises count for their day.

        Raises Blocked when the text as it stands must not be posted.
        """
        kept = self._mine(asker, draft_id)
        card = self._card(asker, kept)
        if blocking := tuple(finding for finding in card.findings if finding.level == "block"):
            raise Blocked(blocking)
        first, record = kept.posted_at or self.clock(), self.decision(asker, "posted", kept)
        changed = self._change(kept, record, state="posted", posted_link=link, posted_at=first)
        return replace(self._card(asker, changed, card.advice), note=self.till.posted(asker, kept))

    def feedback(self, asker: Asker, draft_id: str, *, good: bool, why: str = "") -> None:
        """What the asker thinks of the draft; a later word replaces the earlier."""
        kept = self._mine(asker, draft_id)
        self.store.feedback(asker.team, kept.id, asker.user, good, why, self.clock())

    def contacts(self, advice: Advice) -> tuple[str, ...]:
        """Who may be handed this: those whom the authority names, the owner first; then everybody else in the file's order."""
        told = sorted(advice.authority.tell, key=lambda tell: not tell.owner)
        return tuple(dict.fromkeys((*(tell.contact for tell in told), *self.desk.knowledge.values.contacts)))

    def hand_over(
        self, asker: Asker, draft_id: str, contact: str, question: str = "", instead_of: str = "", because: str = ""
    ) -> HandOverNote:
        """The note for a contact, in place of one who could not be reached. It is kept before it is sent.

        It counts as handed over once `handed_over` says where it stands. Raises Misuse for an unknown contact.
        """
        kept = self._mine(asker, draft_id)
        if contact not in self.desk.knowledge.values.contacts:
            raise Misuse(f"values.yaml has no contact `{contact}`")
        now, card = self.clock(), self._card(asker, kept)
        half = timedelta(minutes=card.advice.authority.due_minutes) / 2
        given = HandOver(self.new_id("h"), kept.id, asker.team, asker.user, contact, question, now, pass_at=now + half)
        record = replace(
            self.decision(asker, "asked to take over", kept), subject=given.id, rule=f"values.yaml, contacts.{contact}"
        )
        self.store.keep_hand_over(given, record=record)
        note = replace(self._note(asker, given, card), instead_of=instead_of)
        return replace(note, because=because) if because else note

    def handed_over(self, asker: Asker, note: HandOverNote, place: str) -> Card:
        """The note reached its contact: `place` is where the message stands."""
        self.store.keep_hand_over(replace(note.hand_over, place=place))
        record = self.decision(asker, "handed over", note.card.kept)
        return self._card(asker, self._change(note.card.kept, record, state="handed_over"), note.card.advice)

    def given(self, asker: Asker, card: Card) -> HandOverNote | None:
        """Who was asked last to take this draft; None when nobody was."""
        sent = [given for given in self.store.hand_overs_of(asker.team, card.kept.id) if given.place]
        return self._note(asker, max(sent, key=lambda given: given.made), card) if sent else None

    def take(self, taker: Asker, hand_over_id: str) -> HandOverNote:
        """Somebody has it now; who came first keeps it. Raises NotYours when the team has no such hand-over."""
        now = self.clock()
        record = Decision(taker.team, now, taker.user, taker.role, "has it", hand_over_id, values_version=self._values_version)
        given = self.store.take(taker.team, hand_over_id, taker.user, now, record=record)
        note = self.note_of(taker, given)
        if note.hand_over.passed_at is not None:
            raise NotYours("this went to somebody else meanwhile, because nobody had it in time")
        return note

    def note_of(self, person: Asker, given: HandOver | None) -> HandOverNote:
        """What a hand-over says, as this person sees the time. Raises NotYours when it is not here."""
        kept = self.store.draft(given.team, given.draft) if given else None
        if given is None or kept is None:
            raise NotYours("this hand-over is not here any more")
        return self._note(person, given, self._card(person, kept))

    def seen_by_another(self, person: Asker, draft_id: str) -> Card:
        """A draft for somebody who was asked about it: whoever calls has made sure of that. Raises NotYours when it is gone."""
        kept = self.store.draft(person.team, draft_id)
        if kept is None:
            raise NotYours("this draft is not here any more")
        return self._card(person, kept)

    def decision(self, person: Asker, action: str, kept: Kept, text: str | None = None) -> Decision:
        """A line for the record: who did what to this draft, under which files; of the text only its hash."""
        role, digest = person.role or self.desk.role_of(person.user), digest_of(kept.text if text is None else text)
        made = Decision(kept.team, self.clock(), person.user, role, action, kept.id, digest, playbook=kept.playbook)
        return replace(made, values_version=self._values_version)

    @property
    def _values_version(self) -> str:
        return self.desk.knowledge.values_version

    def first_time(self, key: str) -> bool:
        """Whether a request is seen for the first time, by this process or any other on the same database."""
        return self.store.first_time(key, self.clock())

    def forget(self, key: str) -> None:
        """The request was not served after all: the next one like it is the first."""
        self.store.forget(key)

    def _note(self, asker: Asker, given: HandOver, card: Card) -> HandOverNote:
        contact = self.desk.knowledge.values.contacts[given.contact]
        due = card.kept.made + timedelta(minutes=card.advice.authority.due_minutes)
        return HandOverNote(given, card, asker, contact.name, max(due, given.made).astimezone(card.now.tzinfo))

    def _mine(self, asker: Asker, draft_id: str) -> Kept:
        kept = self.store.draft(asker.team, draft_id)
        if kept is None or kept.asker != asker.user:
            raise NotYours("this draft is not yours, or it is not here any more; your own are under My drafts")
        return kept

    def _changed(self, asker: Asker, kept: Kept, ask: Ask, advice: Advice, draft: Draft, *, own_words: bool = False) -> Card:
        changed = self._change(
            kept,
            self.decision(asker, "wrote own words" if own_words else "chose", kept, draft.text),
            ask=ask,
            text=draft.text,
            own_words=own_words,
            playbook=playbook_of(ask, advice),
            verdict=advice.authority.verdict,
            severity=advice.reading.severity,
        )
        return self._card(asker, changed, advice)

    def _change(self, kept: Kept, record: Decision | None, **fields: Unpack[Changes]) -> Kept:
        """Only these fields: two quick presses must not undo each other."""
        fields["changed"] = self.clock()
        return self.store.change(kept.team, kept.id, record=record, **fields)

    def _card(self, asker: Asker, kept: Kept, advice: Advice | None = None) -> Card:
        advice = advice or self.desk.reply(kept.ask)
        approval = self.store.approval_of(kept.team, kept.id)
        draft, findings = shown(self.desk, kept, advice, approval)
        readings = self.store.second_readings_of(kept.team, kept.id)
        reader = next((one for one in reversed(readings) if one.digest == digest_of(kept.text)), None)
        advised = reader_advised(advice)
        return Card(kept, advice, draft, findings, self.now(asker), approval=approval, reader=reader, reader_advised=advised)


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)
