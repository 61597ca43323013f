"""What is kept is there again, on every database: for its team, after a restart, whatever people write into it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.decided import Decision
from bot.errors import NotYours, StoreError
from bot.store.store import Store, new_id, open_store
from tests.store import sample
from tests.store.sample import NOW

if TYPE_CHECKING:
    from bot.kept import Kept

MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)


def test_what_is_kept_survives_a_restart(url: str) -> None:
    first = open_store(url)
    first.keep(sample.kept())
    first.keep_hand_over(sample.given())
    first.remember("T1", "U1", "sign_as", "Mo")
    first.close()
    again = open_store(url)
    assert again.draft("T1", "d_1") == sample.kept()
    assert again.hand_over("T1", "h_1") == sample.given()
    assert again.recall("T1", "U1", "sign_as") == "Mo"
    again.close()


@MANY
@given(kept=sample.drafts())
@example(kept=sample.kept(name="\0", team="\ud800", text="\ud83d\ude00", post="\\u0000"))
def test_every_draft_comes_back_as_it_was(store: Store, kept: Kept) -> None:
    store.keep(kept)
    found = store.draft(kept.team, kept.id)
    # Compared in UTC: an hour that a zone has twice equals nothing in Python.
    assert found == replace(kept, made=kept.made.astimezone(UTC), changed=kept.changed.astimezone(UTC))
    assert found.made.utcoffset() == timedelta(0)
    assert kept.id in [one.id for one in store.mine(kept.team, kept.asker, 1_000)]


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="has no time zone"):
        store.keep(replace(sample.kept(), made=datetime(2026, 1, 1)))  # noqa: DTZ001, as this is what is refused


def test_a_kept_draft_takes_the_place_of_the_one_with_its_id(store: Store) -> None:
    store.keep(sample.kept())
    store.keep(replace(sample.kept(), text="My own words.", own_words=True, state="posted"))
    assert [one.text for one in store.mine("T1", "U1", 10)] == ["My own words."]


def test_two_who_change_different_things_at_once_both_have_their_way(store: Store) -> None:
    store.keep(sample.kept())
    with ThreadPoolExecutor(2) as pool:
        ticked = pool.submit(store.change, "T1", "d_1", ticked=(1,))
        posted = pool.submit(store.change, "T1", "d_1", state="posted", posted_link="https://x.com/b/2")
        assert ticked.result().ticked == (1,)
        assert posted.result().state == "posted"
    assert store.draft("T1", "d_1") == replace(sample.kept(), ticked=(1,), state="posted", posted_link="https://x.com/b/2")


def test_a_change_of_what_was_seen_is_refused_once_somebody_changed_it(store: Store) -> None:
    store.keep(sample.kept())
    later = NOW + timedelta(seconds=1)
    assert store.change("T1", "d_1", seen=NOW, text="first", changed=later).text == "first"
    with pytest.raises(NotYours, match="changed meanwhile"):
        store.change("T1", "d_1", seen=NOW, text="second", changed=later)
    assert store.change("T1", "d_1").text == "first"


def test_what_belongs_to_no_draft_is_refused(store: Store) -> None:
    with pytest.raises(NotYours):
        store.change("T1", "d_1", text="")
    with pytest.raises(NotYours):
        store.keep_hand_over(sample.given())
    with pytest.raises(NotYours):
        store.feedback("T1", "d_1", "U1", good=True, why="", now=NOW)


def test_my_drafts_come_newest_first_and_are_mine_alone(store: Store) -> None:
    for number in range(5):
        store.keep(replace(sample.kept(f"d_{number}"), made=NOW + timedelta(minutes=number)))
    store.keep(sample.kept("d_other", asker="U2"))
    assert [one.id for one in store.mine("T1", "U1", 3)] == ["d_4", "d_3", "d_2"]


def test_pages_of_my_drafts_skip_none_even_of_one_moment(store: Store) -> None:
    for number in range(7):
        store.keep(sample.kept(f"d_{number}"))
    shown: list[str] = []
    while page := store.mine("T1", "U1", 3, before=shown[-1] if shown else None):
        shown += [one.id for one in page]
    assert shown == [f"d_{number}" for number in reversed(range(7))]
    assert store.mine("T1", "U1", 3, before="d_unknown") == ()


def test_of_many_who_take_a_hand_over_the_first_has_it(store: Store, url: str) -> None:
    store.keep(sample.kept())
    store.keep_hand_over(sample.given())
    other = open_store(url)
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda number: (store, other)[number % 2].take("T1", "h_1", f"U{number}", NOW), range(8)))
    other.close()
    assert len({one.taken_by for one in taken if one}) == 1
    assert taken[0] is not None
    assert taken[0].taken_at == NOW


def test_who_took_a_hand_over_before_its_place_was_noted_keeps_it(store: Store) -> None:
    store.keep(sample.kept())
    store.keep_hand_over(sample.given())
    store.take("T1", "h_1", "U9", NOW)
    store.keep_hand_over(replace(sample.given(), place="C1/1.2"))
    found = store.hand_over("T1", "h_1")
    assert found == replace(sample.given(), place="C1/1.2", taken_by="U9", taken_at=NOW)
    assert store.hand_overs_of("T1", "d_1") == (found,)


def test_a_later_thumb_replaces_the_earlier(store: Store) -> None:
    store.keep(sample.kept("d_1"))
    store.keep(sample.kept("d_2"))
    store.feedback("T1", "d_1", "U1", good=True, why="", now=NOW)
    store.feedback("T1", "d_1", "U1", good=False, why="too long", now=NOW)
    store.feedback("T1", "d_2", "U1", good=True, why="", now=NOW)
    assert store.opinions("T1") == (1, 1)


def test_a_habit_is_empty_until_it_is_remembered_and_then_the_last_one(store: Store) -> None:
    assert store.recall("T1", "U1", "channel") == ""
    store.remember("T1", "U1", "channel", "x")
    store.remember("T1", "U1", "channel", "facebook")
    assert store.recall("T1", "U1", "channel") == "facebook"


def test_a_key_is_new_once_for_all_who_ask_at_once(store: Store, url: str) -> None:
    other = open_store(url)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda number: (store, other)[number % 2].first_time("signature", NOW), range(16))) == 1
    other.close()
    store.forget("signature")
    assert store.first_time("signature", NOW)


@pytest.mark.parametrize(("hours", "new"), [(24, False), (26, True)])
def test_a_key_is_remembered_for_a_day(store: Store, hours: int, new: bool) -> None:
    assert store.first_time("key", NOW)
    assert store.first_time("another", NOW + timedelta(hours=hours))
    assert store.first_time("key", NOW + timedelta(hours=hours)) is new


FRESH = count()
TEAMS = st.sampled_from(["T1", "T2"])


@MANY
@given(steps=st.lists(st.tuples(TEAMS, st.sampled_from(["d_1", "d_2"]), st.integers(0, 4)), max_size=12))
def test_no_verb_shows_or_changes_what_another_team_has(store: Store, steps: list[tuple[str, str, int]]) -> None:
    drafts: dict[tuple[str, str], str] = {}
    habits: dict[str, str] = {}
    teams = {"T1": f"T1 {next(FRESH)}", "T2": f"T2 {next(FRESH)}"}
    for number, (short, draft, verb) in enumerate(steps):
        team, text = teams[short], f"{short} {number}"
        if verb <= 1:
            store.keep(sample.kept(draft, team, text=text))
            drafts[team, draft] = text
        elif verb == 2 and (team, draft) in drafts:
            drafts[team, draft] = store.change(team, draft, text=text).text
        elif verb == 3 and (team, draft) in drafts:
            store.keep_hand_over(sample.given(draft=draft, team=team))
            store.take(team, "h_1", f"somebody of {short}", NOW)
        elif verb == 4:
            store.remember(team, "U1", "channel", text)
            habits[team] = text
    for short, team in teams.items():
        mine = {(team, one.id): one.text for one in store.mine(team, "U1", 100)}
        assert mine == {key: text for key, text in drafts.items() if key[0] == team}
        assert store.recall(team, "U1", "channel") == habits.get(team, "")
        found = store.hand_over(team, "h_1")
        assert found is None or found.taken_by == f"somebody of {short}"


def test_a_closed_store_says_so_and_may_be_closed_again(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.keep(sample.kept())


def test_ids_are_never_alike_and_never_misread() -> None:
    ids = {new_id("d") for _ in range(2_000)}
    assert len(ids) == 2_000
    assert not {*"01lio"} & {*"".join(one.removeprefix("d_") for one in ids)}


def test_of_several_programs_one_passes_a_hand_over_on(store: Store, url: str) -> None:
    store.keep(sample.kept())
    store.keep_hand_over(replace(sample.given(), pass_at=NOW))
    programs = [store, *(open_store(url) for _ in range(3))]
    record = Decision("T1", NOW, "", "", "nobody took it in time", "h_1")
    (late,) = store.overdue_hand_overs(NOW)
    with ThreadPoolExecutor(8) as pool:
        passed = list(pool.map(lambda number: programs[number % 4].pass_on(late, NOW, record=record), range(8)))
    for program in programs[1:]:
        program.close()
    assert passed.count(True) == 1
    assert store.verify_audit().rows == 1
    assert store.overdue_hand_overs(NOW) == ()
    taken = store.take("T1", "h_1", "U2", NOW)
    assert taken is not None
    assert (taken.taken_by, taken.passed_at) == ("", NOW)


def test_only_the_taker_says_when_they_answer(store: Store) -> None:
    store.keep(sample.kept())
    store.keep_hand_over(sample.given())
    store.take("T1", "h_1", "U2", NOW)
    record = Decision("T1", NOW, "U2", "", "says when they answer", "h_1")
    later = NOW + timedelta(minutes=10)
    assert store.answers_by("T1", "h_1", "U3", later, record=record).answer_by is None  # type: ignore[union-attr]
    assert store.answers_by("T1", "h_1", "U2", later, record=record).answer_by == later  # type: ignore[union-attr]
    store.keep_hand_over(replace(sample.given(), place="C1/1.1"))
    assert store.hand_over("T1", "h_1").answer_by == later  # type: ignore[union-attr]
    assert store.verify_audit().rows == 1
