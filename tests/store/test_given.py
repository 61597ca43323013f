"""What people gave and what they asked to hide is kept, counted once, and decided once: on every database that we promise."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.kept import Given, Removal
from tests.store.sample import HOSTILE, NOW

if TYPE_CHECKING:
    from bot.store.store import Store

GIFT = Given("g_1", "T1", "U1", "frontline", "refund", 80.0, "USD", NOW)
REMOVAL = Removal("r_1", "T1", "U1", "threat", "see you at nine", "https://x.com/a/1", NOW)


def test_amounts_add_up_from_a_moment_on(store: Store) -> None:
    assert store.given_since("T1", "U1", NOW) == 0
    assert store.give(GIFT)
    assert store.give(replace(GIFT, id="g_2", amount=20.25, at=NOW + timedelta(hours=1)))
    assert store.give(replace(GIFT, id="g_1", team="T2", amount=7))
    assert store.given_since("T1", "U1", NOW) == 100.25
    assert store.given_since("T1", "U1", NOW + timedelta(seconds=1)) == 20.25
    assert [gift.id for gift in store.gifts_since("T1", "U1", NOW)] == ["g_1", "g_2"]


def test_the_same_gift_told_again_counts_once_and_stays_as_it_was(store: Store) -> None:
    assert store.give(GIFT)
    assert not store.give(replace(GIFT, amount=1000))
    assert store.gifts_since("T1", "U1", NOW) == (GIFT,)


def test_a_copy_is_kept_as_it_was_and_cannot_be_written_over(store: Store) -> None:
    for number, text in enumerate(HOSTILE):
        removal = replace(REMOVAL, id=f"r{number}", text=text)
        store.keep_removal(removal)
        store.keep_removal(replace(removal, text="nothing happened"))
        assert store.removal("T1", removal.id) == removal
    assert store.removal("T2", "r0") is None


def test_who_asked_cannot_decide_whatever_calls_the_store(store: Store) -> None:
    store.keep_removal(REMOVAL)
    assert store.decide_removal("T1", "r_1", "agreed", "U1", NOW) == REMOVAL


def test_of_many_who_decide_at_once_one_does(store: Store) -> None:
    store.keep_removal(REMOVAL)
    people = [f"U{number}" for number in range(2, 14)]

    def decide(person: str) -> Removal | None:
        return store.decide_removal("T1", "r_1", "agreed" if person[-1] in "02468" else "kept_up", person, NOW)

    with ThreadPoolExecutor(12) as pool:
        outcomes = set(pool.map(decide, people))
    assert len(outcomes) == 1
    (decided,) = outcomes
    assert decided is not None
    assert decided.decided_by in people
