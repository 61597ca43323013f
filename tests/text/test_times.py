"""A promise without a time is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.times import find_times, vague_times


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("by 4:30pm ET", "clock"),
        ("today by six", "clock"),
        ("tomorrow at 9:00", "clock"),
        ("by Friday noon", "clock"),
        ("before 5", "clock"),
        ("at 14:30 CET", "clock"),
        ("within 2 hours", "within"),
        ("in the next 30 minutes", "within"),
        ("within the hour", "within"),
        ("by this time tomorrow", "within"),
        ("in 20 minutes", "within"),
        ("on 12 May", "date"),
        ("May 12th", "date"),
        ("12/05/2024", "date"),
        ("today", "day"),
        ("first thing tomorrow", "day"),
        ("by the end of the day", "day"),
        ("on Monday", "day"),
    ],
)
def test_a_concrete_time_is_found_whole(text: str, kind: str) -> None:
    reply = f"I'll write {text}."
    assert [(reply[time.start : time.end], time.kind) for time in find_times(reply)] == [(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "We waited 2 hours ago",
        "two of us, 5 stores",
        "seen by six people",
        "version 4.30",
        "$9.30",
        "as soon as possible",
        "I may stay",
    ],
)
def test_what_is_no_time_to_come_is_not_found(text: str) -> None:
    assert find_times(text) == []


VAGUE = ["soon", "ASAP", "shortly", "as soon as possible", "in due course", "in the coming days", "when we can"]


@pytest.mark.parametrize("text", VAGUE)
def test_vague_words_are_no_time(text: str) -> None:
    reply = f"We'll be in touch {text}."
    assert [reply[time.start : time.end] for time in vague_times(reply)] == [text]
    assert find_times(reply) == []


@given(st.text(max_size=150))
def test_times_lie_in_the_text(text: str) -> None:
    assert all(0 <= time.start < time.end <= len(text) for time in [*find_times(text), *vague_times(text)])
