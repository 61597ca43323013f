"""Row 10 of the promises at its full size: 10,000 generated texts through everything that we build."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tests.slack.builders import MARK, assert_built_safely, builders
from tests.slack.hostile import hostile_texts

if TYPE_CHECKING:
    from bot.desk import Desk


@pytest.mark.benchmark
def test_ten_thousand_generated_texts_go_through_every_builder(desk: Desk) -> None:
    """Row 10: 10,000 generated, each by one builder in turn."""
    made, number, began = list(builders(desk).items()), 0, time.perf_counter()

    @settings(max_examples=10_000, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(hostile_texts)
    def generated(text: str) -> None:
        nonlocal number
        number += 1
        assert_built_safely(*made[number % len(made)], f"{MARK} {text}")

    generated()
    seconds = time.perf_counter() - began
    print(f"\n{number} generated texts, 0 raw markup, 0 refused: {seconds:.0f} s, {1000 * seconds / number:.2f} ms each")
    assert number >= 10_000
