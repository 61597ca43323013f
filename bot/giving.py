"""What people give to customers, counted: whether they may, what is left of their day, and what they say they gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.errors import Misuse
from bot.flow.permission import permission
from bot.flow.roles import day_limit, limit_of, money, remedies
from bot.flow.wish import Wish, read_wish
from bot.kept import Day, Given
from bot.library.hours import zone_named
from bot.text.promises import find_promises

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.desk import Desk
    from bot.kept import Asker, Kept
    from bot.model import Permission
    from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class Noted:
    """A gift that was just told: what is kept, whether it was within what the person may, and the day after it."""

    given: Given
    permission: Permission
    day: Day


@dataclass(frozen=True, slots=True)
class Till:
    """Counts what each person gives in their own day, which begins at midnight where they are."""

    desk: Desk
    store: Store
    clock: Callable[[], datetime]
    new_id: Callable[[str], str]

    def may(self, asker: Asker, words: str) -> Permission:
        """Whether the asker may give what plain words name, with what is left of their day. Raises Misuse as `Desk.may` does."""
        return self.desk.may(words, self._role(asker), self.day(asker).given, self.clock())

    def day(self, asker: Asker) -> Day:
        """What the asker gave since their midnight."""
        values = self.desk.knowledge.values
        given = self.store.given_since(asker.team, asker.user, self._midnight(asker))
        return Day(given, day_limit(self._role(asker), values), values.empowerment.currency)

    def gave(self, asker: Asker, words: str, gift_id: str = "") -> Noted:
        """Keeps what the asker says they gave ("80 refund"); the same `gift_id` told again counts once.

        It is a fact, so it is kept even when it is over a limit; `Noted.permission` then says whom to tell. Raises Misuse when
        the words name no remedy, or no amount for one that has a limit.
        """
        values = self.desk.knowledge.values
        wish = read_wish(words, values)
        if wish.amount is None and limit_of(wish.remedy, self._role(asker), values) is not None:
            raise Misuse(f"say how much you gave, like: gave 80 {wish.remedy.replace('_', ' ')}")
        asked = permission(wish, self._role(asker), self.desk.knowledge, self.day(asker).given, self.clock())
        gift = self._gift(asker, wish, gift_id or self.new_id("g"))
        self.store.give(gift)
        return Noted(gift, asked, self.day(asker))

    def posted(self, asker: Asker, kept: Kept) -> str:
        """Counts what a posted reply promises, once for each draft and remedy; what is left of the day, empty for no amount."""
        promised = self.promised(kept.text)
        for wish in promised:
            self.store.give(self._gift(asker, wish, f"{kept.id}:{wish.remedy}", kept.id))
        return rest_of(self.day(asker)) if promised else ""

    def too_much(self, asker: Asker, text: str) -> str:
        """Why a reply promises more than is left of the asker's day, in a sentence; empty when it does not."""
        day, amount = self.day(asker), sum(wish.amount or 0.0 for wish in self.promised(text))
        if day.left is None or amount <= day.left:
            return ""
        return (
            f"This promises {money(amount, day.currency)}, and {money(day.left, day.currency)} of your day is left: "
            f"ask {self.desk.person_to_ask()} before you post it."
        )

    def promised(self, text: str) -> tuple[Wish, ...]:
        """The remedies and amounts that a text promises in our currency: of each the largest, as it may be said twice."""
        values = self.desk.knowledge.values
        known, currencies = remedies(values), ("$", values.empowerment.currency)
        most: dict[str, float] = {}
        for promise in find_promises(text):
            if promise.amount is not None and promise.kind in known and promise.currency in currencies:
                most[promise.kind] = max(promise.amount, most.get(promise.kind, 0.0))
        return tuple(Wish(remedy, amount) for remedy, amount in most.items())

    def _gift(self, asker: Asker, wish: Wish, gift_id: str, draft: str = "") -> Given:
        return Given(
            id=gift_id,
            team=asker.team,
            person=asker.user,
            role=self._role(asker),
            remedy=wish.remedy,
            amount=wish.amount or 0.0,
            currency=self.desk.knowledge.values.empowerment.currency,
            at=self.clock(),
            draft=draft,
        )

    def _role(self, asker: Asker) -> str:
        return asker.role or self.desk.role_of(asker.user)

    def _midnight(self, asker: Asker) -> datetime:
        zone = zone_named(asker.timezone or self.desk.knowledge.values.organisation.timezone) or ZoneInfo("UTC")
        return self.clock().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)


def rest_of(day: Day) -> str:
    """What is left of a day, as a sentence: "Today you gave 80 USD of 300 USD; 220 USD is left."."""
    given = f"Today you gave {money(day.given, day.currency)}"
    if day.limit is None or day.left is None:
        return f"{given}."
    if day.given > day.limit:
        over = money(day.given - day.limit, day.currency)
        return f"{given}, {over} over your day's {money(day.limit, day.currency)}: tell whoever is on call."
    return f"{given} of {money(day.limit, day.currency)}; {money(day.left, day.currency)} is left."
