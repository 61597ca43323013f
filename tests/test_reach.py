"""Somebody's reach at the office: what a colleague saw is kept for a while, and a source that fails stops nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from threading import Semaphore
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.errors import LookUpFailed
from bot.flow.influence import Found
from bot.kept import Asker, Brief
from bot.model import Ask
from bot.office import Office
from bot.reach import LOOK_YOURSELF, erase_old, reach
from bot.slack.sweep import Sweep
from bot.store.store import new_id, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.desk import Desk

MO, EVA = Asker("T1", "U1", "Mo"), Asker("T1", "U2", "Eva", timezone="Asia/Tokyo")
STRANGER = Asker("T2", "U1", "Mo")


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 20, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Source:
    """Knows one handle, or fails."""

    fails: bool = False
    asked: int = 0

    def find(self, handle: str, network: str) -> Found | None:
        self.asked += 1
        if self.fails:
            raise LookUpFailed("audiences.csv:3: `lots` is no number of followers")
        return Found(620_000, None, "audiences.csv") if handle == "@dana" else None


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Iterator[Office]:
    store = open_store(f"sqlite:///{tmp_path}/sayso.db")
    yield Office(desk, store, Clock(), new_id)
    store.close()


def test_what_one_colleague_checked_counts_for_the_next_with_its_day_where_they_are(office: Office) -> None:
    reach(office, MO, "@Dana 620000 on X, checked")
    card = reach(office, EVA, "@dana")
    assert (card.tier, card.standing, card.source, card.seen) == ("T4", "checked", "U1", date(2026, 3, 2))


def test_another_company_knows_nothing_of_it(office: Office) -> None:
    reach(office, MO, "@dana 620000 checked")
    assert reach(office, STRANGER, "@dana").standing == "unknown"


def test_a_mere_claim_is_not_kept(office: Office) -> None:
    reach(office, MO, "@dana 5m")
    assert office.store.audience("T1", "@dana", "", office.clock() - timedelta(days=1)) is None


def test_a_later_doubt_replaces_an_earlier_check(office: Office) -> None:
    reach(office, MO, "@dana 620000 checked")
    reach(office, EVA, "@dana 620000 looks bought")
    assert (reach(office, MO, "@dana").standing, reach(office, MO, "@dana").tier) == ("disputed", "T0")


def test_after_keep_days_the_number_counts_no_more_and_a_sweep_erases_it(office: Office) -> None:
    assert isinstance(office.clock, Clock)
    days = office.desk.knowledge.values.influence.keep_days
    office.draft(MO, Ask("my bag is gone", followers=4_321, checked=True), Brief())
    reach(office, MO, "@dana 620000 checked")
    office.clock.now += timedelta(days=days, seconds=-1)
    assert reach(office, MO, "@dana").tier == "T4"
    assert erase_old(office) == 0
    office.clock.now += timedelta(seconds=2)
    assert reach(office, MO, "@dana").standing == "unknown"
    assert erase_old(office) == 2
    assert office.mine(MO)[0].ask.followers is None


def test_the_running_app_sweeps_at_its_start_and_again_and_ends_when_told(office: Office) -> None:
    assert isinstance(office.clock, Clock)
    reach(office, MO, "@dana 620000 checked")
    office.clock.now += timedelta(days=400)
    sweep = Sweep(office)
    sweep.close()
    assert not sweep._thread.is_alive()
    assert erase_old(office) == 0


def test_a_sweep_that_fails_is_logged_and_tried_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = Semaphore(0)

    def fail(*_: object) -> int:
        tried.release()
        raise RuntimeError

    monkeypatch.setattr(type(office.store), "erase_audiences", fail)
    with structlog.testing.capture_logs() as logged:
        sweep = Sweep(office, every=0.001)
        assert all(tried.acquire(timeout=5) for _ in range(3))
        sweep.close()
    assert {entry["event"] for entry in logged} == {"sweep failed"}


def test_a_source_is_asked_only_where_nobody_has_looked(office: Office) -> None:
    source = Source()
    asking = replace(office, audiences=source)
    assert reach(asking, MO, "@dana").followers == 620_000
    for words in ("@dana 9 checked", "@dana", "300 shares in 2 hours", "he has a million followers"):
        reach(asking, MO, words)
    assert source.asked == 1


def test_a_source_that_fails_is_a_note_to_the_person_and_a_line_in_the_log(office: Office) -> None:
    with structlog.testing.capture_logs() as logged:
        card = reach(replace(office, audiences=Source(fails=True)), MO, "@dana 620000")
    assert (card.note, card.standing, card.followers) == (LOOK_YOURSELF, "claimed", 620_000)
    assert logged == [
        {"event": "audience look-up failed", "log_level": "warning", "why": "audiences.csv:3: `lots` is no number of followers"}
    ]
