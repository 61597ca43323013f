"""The labelled drafts: what must be stopped is stopped, and what is good may be posted."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.flow.check.run import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.flow.check.context import Context
    from bot.model import Finding

BLOCKING = {"Q07", "Q08", "Q09", "Q14"}
RECALL = 0.95
FALSE_BLOCKS = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """One line of drafts.jsonl. `must` is the check that has to fire, empty for a good draft."""

    text: str
    post: str
    channel: str
    severity: int
    must: tuple[str, ...]
    profiles: tuple[str, ...]
    replies: tuple[str, ...]


@pytest.fixture(scope="session")
def rows() -> tuple[Row, ...]:
    lines = Path(__file__).with_name("drafts.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_row(json.loads(line)) for line in lines)


def _row(given: dict[str, object]) -> Row:
    def texts(key: str) -> tuple[str, ...]:
        value = given.get(key, ())
        assert isinstance(value, list | tuple)
        return tuple(map(str, value))

    return Row(
        text=str(given["text"]),
        post=str(given["post"]),
        channel=str(given["channel"]),
        severity=int(str(given["severity"])),
        must=texts("must"),
        profiles=texts("profiles"),
        replies=texts("replies"),
    )


def findings(row: Row, context: Callable[..., Context]) -> tuple[Finding, ...]:
    surroundings = context(row.post, row.profiles, channel=row.channel, severity=row.severity, replies=row.replies)
    return check(row.text, surroundings)


def test_each_check_finds_at_least_95_in_100_of_the_drafts_that_it_must_stop(
    rows: tuple[Row, ...], context: Callable[..., Context]
) -> None:
    seen: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        for name in row.must:
            levels = {finding.level for finding in findings(row, context) if finding.check == name}
            seen[name].append("block" in levels if name in BLOCKING else bool(levels))
    recall = {name: sum(hits) / len(hits) for name, hits in seen.items()}
    assert sum(map(len, seen.values())) >= 250
    assert {name: share for name, share in recall.items() if share < RECALL} == {}


def test_at_most_2_in_100_good_drafts_are_blocked(rows: tuple[Row, ...], context: Callable[..., Context]) -> None:
    good = [row for row in rows if not row.must]
    blocked = [row.text for row in good if any(finding.level == "block" for finding in findings(row, context))]
    assert len(good) >= 150
    assert len(blocked) <= FALSE_BLOCKS * len(good), blocked


def test_every_finding_has_a_message_a_mend_of_one_sentence_and_a_place_in_the_draft(
    rows: tuple[Row, ...], context: Callable[..., Context]
) -> None:
    for row in rows[::5]:
        for finding in findings(row, context):
            assert finding.message
            assert finding.mend.endswith((".", "?", "!"))
            assert 0 <= finding.start <= finding.end <= len(row.text)
