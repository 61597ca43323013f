"""What a person gives is counted for their own day, wherever they are, and what is told twice counts once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.giving import Till
from bot.kept import Asker
from bot.store.store import new_id, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.desk import Desk

MO = Asker("T1", "U0MO", "Mo", timezone="America/New_York")


@dataclass
class Clock:
    now: datetime = datetime(2026, 3, 3, 18, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def till(desk: Desk, tmp_path: Path, clock: Clock) -> Iterator[Till]:
    store = open_store(f"sqlite:///{tmp_path}/sayso.db")
    yield Till(desk, store, clock, new_id)
    store.close()


def test_a_day_ends_at_midnight_where_the_person_is(till: Till, clock: Clock) -> None:
    clock.now = datetime(2026, 3, 4, 4, 59, tzinfo=UTC)
    till.gave(MO, "80 refund")
    assert till.day(MO).given == 80
    clock.now += timedelta(minutes=1)
    assert till.day(MO).given == 0
    assert till.may(MO, "refund 100").left == 300


def test_the_day_on_which_the_clocks_change_is_counted_whole(till: Till, clock: Clock) -> None:
    clock.now = datetime(2026, 3, 8, 5, 30, tzinfo=UTC)
    till.gave(MO, "80 refund")
    clock.now = datetime(2026, 3, 9, 3, 59, tzinfo=UTC)
    assert till.day(MO).given == 80
    clock.now = datetime(2026, 3, 9, 4, tzinfo=UTC)
    assert till.day(MO).given == 0


def test_every_remedy_counts_and_every_person_alone(till: Till) -> None:
    till.gave(MO, "80 refund")
    till.gave(MO, "goodwill 20.50")
    assert till.day(MO).given == 100.5
    assert till.day(Asker("T1", "U0ANA")).given == 0
    assert till.day(Asker("T2", "U0MO")).given == 0


def test_told_twice_with_one_id_it_counts_once(till: Till) -> None:
    for _ in range(2):
        assert till.gave(MO, "80 refund", "g_1").day.given == 80


def test_what_has_no_amount_is_noted_without_one(till: Till) -> None:
    noted = till.gave(MO, "rebooked them")
    assert (noted.given.remedy, noted.given.amount) == ("rebook", 0)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("I've refunded you $60. Your $60 refund is with you by Friday.", {"refund": 60}),
        ("I've refunded the 40 USD. I've sent you a $10 voucher.", {"refund": 40, "goodwill": 10}),
        ("I'm looking into a refund of $60.", {}),
        ("I've refunded you £60.", {}),
        ("We refunded 50% of it.", {}),
        ("Thank you, more from me within 2 hours.", {}),
    ],
)
def test_a_text_counts_by_what_it_promises_in_our_money(till: Till, text: str, counted: dict[str, float]) -> None:
    assert {wish.remedy: wish.amount for wish in till.promised(text)} == counted
