"""Numbers of followers are kept for a while, and are gone afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.kept import Audience
from bot.store.engine import open_engine
from tests.store import sample
from tests.store.sample import NOW

if TYPE_CHECKING:
    from bot.store.store import Store

DANA = Audience("T1", "@dana", "x", 620_000, "checked", "U1", NOW)
DAY = timedelta(days=1)


def test_what_was_seen_of_a_handle_is_found_again_and_the_later_look_wins(store: Store) -> None:
    store.keep_audience(DANA)
    store.keep_audience(replace(DANA, followers=3, standing="disputed", at=NOW + DAY))
    assert store.audience("T1", "@dana", "x", NOW) == replace(DANA, followers=3, standing="disputed", at=NOW + DAY)


def test_where_no_network_is_named_any_will_do_and_where_one_is_no_other(store: Store) -> None:
    store.keep_audience(DANA)
    assert store.audience("T1", "@dana", "", NOW) == DANA
    assert store.audience("T1", "@dana", "tiktok", NOW) is None
    store.keep_audience(replace(DANA, network=""))
    assert store.audience("T1", "@dana", "tiktok", NOW) == replace(DANA, network="")


def test_another_team_and_another_handle_see_nothing_of_it(store: Store) -> None:
    store.keep_audience(DANA)
    assert store.audience("T2", "@dana", "x", NOW) is None
    assert store.audience("T1", "@dan", "x", NOW) is None


def test_an_old_number_is_not_shown_even_before_it_is_swept(store: Store) -> None:
    store.keep_audience(DANA)
    assert store.audience("T1", "@dana", "x", NOW + DAY) is None


def test_the_sweep_leaves_no_old_number_in_any_table(store: Store, url: str) -> None:
    store.keep_audience(DANA)
    store.keep_audience(replace(DANA, handle="@new", followers=77_777, at=NOW + 40 * DAY))
    old = sample.kept("d_old")
    store.keep(replace(old, ask=replace(old.ask, followers=987_654, checked=True)))
    store.keep(replace(old, id="d_new", ask=replace(old.ask, followers=77_777), made=NOW + 40 * DAY))
    store.keep(replace(old, id="d_none", ask=replace(old.ask, followers=None)))
    assert store.erase_audiences(NOW + 30 * DAY) == 2
    engine = open_engine(url)
    with engine.connect() as connection:
        everything = str([connection.execute(text(f"SELECT * FROM {table}")).all() for table in ("drafts", "audiences")])
    engine.dispose()
    assert "987654" not in everything
    assert "620000" not in everything
    assert everything.count("77777") == 2
    swept = store.draft("T1", "d_old")
    assert swept is not None
    assert (swept.ask, swept.text) == (replace(old.ask, followers=None, checked=False), old.text)
    assert store.erase_audiences(NOW + 30 * DAY) == 0


def test_a_sweep_takes_all_of_many(store: Store) -> None:
    for number in range(450):
        store.keep_audience(replace(DANA, handle=f"@{number}"))
    assert store.erase_audiences(NOW + DAY) == 450


@pytest.mark.parametrize("post", ['my "followers": 12 said so', '\\"followers": 12', '"followers": null'])
def test_a_customers_words_about_followers_stay_as_they_are(store: Store, post: str) -> None:
    kept = sample.kept("d_words", post=post)
    store.keep(replace(kept, ask=replace(kept.ask, followers=5)))
    store.erase_audiences(NOW + DAY)
    found = store.draft("T1", "d_words")
    assert found is not None
    assert (found.ask.text, found.ask.followers) == (post, None)


def test_the_drafts_since_a_day_are_those_of_every_team(store: Store) -> None:
    early, late = sample.kept("d_1"), replace(sample.kept("d_2", "T2"), made=NOW + DAY)
    for kept in (late, early):
        store.keep(kept)
    assert store.drafts_since(NOW) == (early, late)
    assert store.drafts_since(NOW + DAY) == (late,)
