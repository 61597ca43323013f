"""Edit and approve in one message, only where the roles table of values.yaml demands it.

Whoever presses is read again from their user id: their role, that the draft is not their own, and that the text is the one
they were shown. Of two who decide at once the store hears one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from bot.decided import Approval, digest_of
from bot.errors import Blocked, Misuse, NeedsApproval, NotYours

if TYPE_CHECKING:
    from bot.decided import Decision
    from bot.kept import Asker, Card
    from bot.office import Office

ASKED_MOST = 5
"""So many people are asked at once; more would each wait for the other."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an approver sees: the draft's card with their own clock, and the request."""

    approval: Approval
    card: Card


@dataclass(frozen=True, slots=True)
class Approvals:
    """The verbs of approving, on an office."""

    office: Office

    def ask(self, asker: Asker, draft_id: str, text: str, reason: str = "") -> Approval | Card:
        """Asks for this text. Where it needs nobody's word it is simply kept, and the card comes back.

        Raises Blocked for a text that nobody may approve, NotYours for somebody else's draft.
        """
        try:
            return self.office.edit(asker, draft_id, text)
        except NeedsApproval as needed:
            demand, card = needed.demand, self.office.open(asker, draft_id)
        now = self.office.clock()
        approval = Approval(
            id=self.office.new_id("a"),
            team=asker.team,
            draft=draft_id,
            asker=asker.user,
            text=text,
            digest=digest_of(text),
            why=demand.why,
            roles=demand.roles,
            rule=demand.rule,
            limit=demand.limit,
            value=demand.value,
            reason=reason,
            made=now,
            due=now + timedelta(minutes=card.advice.authority.due_minutes),
        )
        self.office.store.ask_approval(approval, record=self._record(asker, "asked for approval", approval, card))
        return approval

    def approvers(self, approval: Approval) -> tuple[str, ...]:
        """Slack users whose role may approve this, in the file's order; never the asker. None: ask the contact's channel."""
        assigned = self.office.desk.knowledge.values.empowerment.assign
        may = [user for user, role in assigned.items() if role in approval.roles and user != approval.asker]
        return tuple(user for user in may if user[:1] in ("U", "W"))[:ASKED_MOST]

    def contact(self, card: Card) -> str:
        """Whose channel is asked where no person has a role that may: the owner of a grave matter, else the shift lead."""
        return self.office.contacts(card.advice)[0]

    def open(self, person: Asker, approval_id: str, seen: str) -> Request:
        """The request, for somebody who may decide on it now. Raises NotYours, in a sentence that says why not."""
        approval = self._mine_to_decide(person, approval_id)
        if approval.digest != seen:
            raise NotYours("the text was changed since you opened it; look at it again first")
        return Request(approval, self.office.seen_by_another(person, approval.draft))

    def request(self, person: Asker, approval: Approval) -> Request:
        """A request as it stands, for its message."""
        return Request(approval, self.office.seen_by_another(person, approval.draft))

    def approve(self, person: Asker, approval_id: str, seen: str, text: str = "") -> Request:
        """This text may be posted, word for word; the approver's own `text` in its place, where one is given.

        Raises NotYours where this person may not decide or it is too late, Blocked when their own role may not say `text`.
        """
        approval = self._mine_to_decide(person, approval_id)
        text = text or approval.text
        self._must_pass(person, approval, text)
        return self._decide(person, replace(approval, text=text, digest=digest_of(text)), seen, "approved")

    def refuse(self, person: Asker, approval_id: str, seen: str, why: str) -> Request:
        """It may not be posted, for a reason that the asker reads. Raises Misuse without one, NotYours as `approve` does."""
        if not why.strip():
            raise Misuse("say why not: the asker needs to know what to do instead")
        return self._decide(person, self._mine_to_decide(person, approval_id), seen, "refused", why)

    def expire(self, asker: Asker, approval: Approval) -> bool:
        """Nobody decided in time. Whether it was still open."""
        card = self.office.seen_by_another(asker, approval.draft)
        return self.office.store.expire(approval, record=self._record(asker, "approval expired", approval, card))

    def _decide(
        self, person: Asker, decided: Approval, seen: str, state: Literal["approved", "refused"], why: str = ""
    ) -> Request:
        now, role = self.office.clock(), self._role(person)
        decided = replace(decided, state=state, decided_by=person.user, decided_role=role, decided_at=now, answer=why)
        record = self._record(person, state, decided, self.office.seen_by_another(person, decided.draft))
        return self.request(person, self.office.store.decide(decided, seen=seen, record=record))

    def _mine_to_decide(self, person: Asker, approval_id: str) -> Approval:
        approval = self.office.store.approval(person.team, approval_id)
        if approval is None:
            raise NotYours("this approval is not here any more")
        if person.user == approval.asker:
            raise NotYours("you cannot approve your own reply; somebody else must read it")
        role = self._role(person)
        if role not in approval.roles:
            raise NotYours(f"your role ({role}) may not approve this; it takes: {', '.join(approval.roles)}")
        return approval

    def _must_pass(self, person: Asker, approval: Approval, text: str) -> None:
        """What the approver may not post themselves they may not approve either."""
        desk, ask = (
            self.office.desk,
            replace(self.office.seen_by_another(person, approval.draft).kept.ask, role=self._role(person)),
        )
        _, findings = desk.own_words(ask, desk.reply(ask), text)
        if blocking := tuple(finding for finding in findings if finding.level == "block"):
            raise Blocked(blocking)

    def _role(self, person: Asker) -> str:
        """From values.yaml, never from what a payload says."""
        return self.office.desk.role_of(person.user)

    def _record(self, person: Asker, action: str, approval: Approval, card: Card) -> Decision:
        made = self.office.decision(person, action, card.kept, approval.text)
        return replace(made, subject=approval.id, rule=approval.rule, limit=approval.limit, value=approval.value)
