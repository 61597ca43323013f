"""A comment that somebody asks to hide: the copy that stays, the second person who says whether. We never remove anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse, NotYours
from bot.flow.deeds import refusal
from bot.flow.moderation import hide_answer, reasons_here
from bot.kept import Removal
from bot.text.clean import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.desk import Desk
    from bot.flow.moderation import HideAnswer
    from bot.kept import Asker, RemovalState
    from bot.store.store import Store

GONE = "this request is not here any more"


@dataclass(frozen=True, slots=True)
class Moderator:
    """Walks the closed list. Every verb reads the role of who asks again, whatever a button says."""

    desk: Desk
    store: Store
    clock: Callable[[], datetime]
    new_id: Callable[[str], str]

    def may_hide(self, words: str) -> HideAnswer:
        """Whether a comment may be hidden: it stays, unless `words` name a reason of the closed list."""
        return hide_answer(words, self.desk.knowledge)

    def ask(self, asker: Asker, reason: str, text: str, link: str) -> Removal:
        """Keeps the copy and asks for a second person. Raises Misuse for a reason that is not on the list here, or no copy."""
        self._require("hide_form", asker)
        if reason not in reasons_here(self.desk.knowledge.values):
            raise Misuse("this is no reason to hide a comment here; leave it up and answer it")
        if not visible(text):
            raise Misuse("paste the comment: a copy must stay, whatever becomes of it")
        removal = Removal(self.new_id("r"), asker.team, asker.user, reason, text, link, self.clock())
        self.store.keep_removal(removal)
        return removal

    def find(self, team: str, removal_id: str) -> Removal:
        """What was asked. Raises NotYours when the team has no such request."""
        found = self.store.removal(team, removal_id)
        if found is None:
            raise NotYours(GONE)
        return found

    def decide(self, person: Asker, removal_id: str, state: RemovalState) -> Removal:
        """The second person's word; as it stands then, for who comes first decides.

        Raises Misuse when they asked themselves or their role may not, NotYours when there is no such request.
        """
        asked = self.find(person.team, removal_id)
        self._require("hide_agree" if state == "agreed" else "hide_keep", person, own=asked.asker == person.user)
        decided = self.store.decide_removal(person.team, removal_id, state, person.user, self.clock())
        if decided is None:
            raise NotYours(GONE)
        return decided

    def _require(self, deed: str, person: Asker, *, own: bool | None = None) -> None:
        if why := refusal(deed, self.desk.role_of(person.user), self.desk.knowledge.values, own=own):
            raise Misuse(why)
