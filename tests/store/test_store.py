"""What is kept is there again: after a restart, after a crash, and for nobody else."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from bot.errors import StoreError
from bot.store.store import Store, new_id, open_store
from tests.store import sample
from tests.store.sample import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/folder/sayso.db")
    yield opened
    opened.close()


def test_a_draft_survives_a_restart(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sayso.db"
    first = open_store(url)
    first.keep(sample.kept())
    first.close()
    again = open_store(url)
    assert again.draft("T1", "d_1") == sample.kept()
    again.close()


def test_a_changed_draft_takes_the_place_of_the_old_one(store: Store) -> None:
    store.keep(sample.kept())
    store.keep(replace(sample.kept(), text="My own words.", own_words=True, state="posted"))
    assert [one.text for one in store.mine("T1", "U1", 10)] == ["My own words."]


def test_my_drafts_come_newest_first_and_are_mine_alone(store: Store) -> None:
    for number in range(5):
        store.keep(replace(sample.kept(f"d_{number}"), made=NOW + timedelta(minutes=number)))
    store.keep(sample.kept("d_other", asker="U2"))
    assert [one.id for one in store.mine("T1", "U1", 3)] == ["d_4", "d_3", "d_2"]


def test_two_teams_never_see_each_other(store: Store) -> None:
    store.keep(sample.kept(team="T1", text="one"))
    store.keep(sample.kept(team="T2", text="two"))
    store.keep_hand_over(sample.given(team="T1"))
    store.remember("T1", "U1", "channel", "x")
    assert store.draft("T2", "d_1") == sample.kept(team="T2", text="two")
    assert store.mine("T2", "U1", 9) == (sample.kept(team="T2", text="two"),)
    assert store.hand_over("T2", "h_1") is None
    assert store.hand_overs_of("T2", "d_1") == ()
    assert store.recall("T2", "U1", "channel") == ""
    assert store.take("T2", "h_1", "U9", NOW) is None


def test_of_many_who_take_a_hand_over_the_first_has_it(store: Store) -> None:
    store.keep_hand_over(sample.given())
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda number: store.take("T1", "h_1", f"U{number}", NOW), range(8)))
    assert len({one.taken_by for one in taken if one}) == 1
    assert taken[0] is not None
    assert taken[0].taken_at == NOW


def test_a_later_thumb_replaces_the_earlier(store: Store) -> None:
    store.feedback("T1", "d_1", "U1", good=True, why="", now=NOW)
    store.feedback("T1", "d_1", "U1", good=False, why="too long", now=NOW)
    store.feedback("T1", "d_2", "U1", good=True, why="", now=NOW)
    assert store.opinions("T1") == (1, 1)


def test_a_key_is_new_once_for_all_who_ask_at_once_and_again_after_a_day(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: store.first_time("signature", NOW), range(8))) == 1
    later = NOW + timedelta(days=2)
    for number in range(1_001):
        store.first_time(f"other {number}", later)
    assert store.first_time("signature", later)


def test_many_writers_share_commits_and_lose_nothing(store: Store) -> None:
    before = store.commits
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: store.keep(sample.kept(f"d_{number}")), range(400)))
    assert len(store.mine("T1", "U1", 1_000)) == 400
    assert store.commits - before < 400


def test_a_write_that_fails_takes_no_other_with_it(store: Store) -> None:
    def wrong(number: int) -> bool:
        try:
            store.keep(replace(sample.kept(f"d_{number}"), text=None if number % 3 == 0 else "fine"))  # type: ignore[arg-type]
        except DBAPIError:
            return True
        return False

    with ThreadPoolExecutor(8) as pool:
        failed = list(pool.map(wrong, range(60)))
    assert failed == [number % 3 == 0 for number in range(60)]
    assert len(store.mine("T1", "U1", 100)) == 40


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.keep(sample.kept())


def test_a_database_of_a_newer_sayso_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sayso.db"
    open_store(url).close()
    with sqlite3.connect(tmp_path / "sayso.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match="newer than this Sayso"):
        open_store(url)


@pytest.mark.parametrize(
    ("url", "why"), [("nonsense", "cannot be read"), ("sqlite:////proc/none/sayso.db", "cannot use the database")]
)
def test_what_cannot_be_opened_is_said_in_one_sentence(url: str, why: str) -> None:
    with pytest.raises(StoreError, match=why) as error:
        open_store(url)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    path.write_text("my holiday pictures " * 100, encoding="utf-8")
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8").startswith("my holiday")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(), post=st.text(min_size=1))
def test_hostile_text_comes_back_as_it_was(store: Store, text: str, post: str) -> None:
    store.keep(sample.kept(text=text, post=post))
    found = store.draft("T1", "d_1")
    assert found is not None
    assert found.text == text.replace("\0", "")
    assert found.ask.text == post


def test_half_an_emoji_does_no_harm(store: Store) -> None:
    store.keep(sample.kept(text="so sad \ud83d"))
    found = store.draft("T1", "d_1")
    assert found is not None
    assert found.text == "so sad ?"


CHILD = """
import sys
from bot.store.store import open_store
from tests.store import sample
store = open_store(sys.argv[1])
for number in range(10_000):
    store.keep(sample.kept(f"d_{sys.argv[2]}_{number}"))
    print(number, flush=True)
"""


def test_what_was_answered_is_there_after_kill_nine(tmp_path: Path) -> None:
    url, answered = f"sqlite:///{tmp_path}/sayso.db", 0
    environ = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    for life in range(5):
        child = subprocess.Popen([sys.executable, "-c", CHILD, url, str(life)], stdout=subprocess.PIPE, text=True, env=environ)
        assert child.stdout is not None
        for line in child.stdout:
            answered += 1
            if int(line) >= 20 + 7 * life:
                break
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    store = open_store(url)
    assert len(store.mine("T1", "U1", 100_000)) >= answered
    store.close()


def test_ids_are_never_alike() -> None:
    assert len({new_id("d") for _ in range(2_000)}) == 2_000
