from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.flags import find_flags
from tests.flow.shipped import shipped_values

POSTS = [json.loads(line) for line in (Path(__file__).parent / "red_flag_posts.jsonl").read_text(encoding="utf-8").splitlines()]
FLAGGED = [post for post in POSTS if post["flags"]]
HARMLESS = [post["text"] for post in POSTS if not post["flags"]]
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def flags_in(text: str) -> dict[str, int]:
    return {flag.id: flag.severity for flag in find_flags(text, shipped_values())}


@pytest.mark.parametrize("post", FLAGGED, ids=lambda post: post["text"][:40])
def test_a_post_of_that_kind_raises_its_flag(post: dict[str, list[str]]) -> None:
    assert set(post["flags"]) <= flags_in(str(post["text"])).keys()


@pytest.mark.parametrize("text", HARMLESS, ids=lambda text: text[:40])
def test_an_idiom_or_an_ordinary_complaint_raises_none(text: str) -> None:
    assert flags_in(text) == {}


@pytest.mark.parametrize(
    ("text", "flag", "severity"),
    [
        ("I'm bleeding, where is your first aid?", "injury", 1),
        ("Heater melted its plug at 3am", "injury", 1),
        ("I slipped on the stairs outside your shop last month", "injury", 2),
        ("You sent my test results to the wrong person", "data", 2),
        ("You emailed 300 patients with all of us in the To line", "data", 1),
        ("glass in my salad", "food_health", 2),
        ("Told them no nuts, my throat is closing", "food_health", 1),
        ("I want to kill myself", "self_harm", 1),
    ],
)
def test_severity_follows_how_grave_it_is_now(text: str, flag: str, severity: int) -> None:
    assert flags_in(text)[flag] == severity


def test_every_flag_has_cues_lines_to_hold_with_and_someone_to_call() -> None:
    values = shipped_values()
    assert len(values.red_flags) == 13
    for flag in values.red_flags:
        assert len(flag.cues) >= 40, flag.id
        assert len(flag.hold) >= 2, flag.id
        assert flag.contact in values.contacts, flag.id


@given(st.sampled_from(FLAGGED), st.sampled_from(INVISIBLE), st.integers(1, 6))
def test_invisible_characters_inside_words_hide_no_flag(post: dict[str, list[str]], invisible: str, every: int) -> None:
    text = str(post["text"])
    hidden = "".join(letter + (invisible if number % every == 0 else "") for number, letter in enumerate(text))
    assert flags_in(hidden) == flags_in(text)


@given(st.sampled_from(FLAGGED))
def test_capitals_hide_no_flag(post: dict[str, list[str]]) -> None:
    text = str(post["text"])
    assert flags_in(text.upper()).keys() >= set(post["flags"])


@given(st.sampled_from(FLAGGED), st.sampled_from(HARMLESS))
def test_a_harmless_sentence_before_it_hides_no_flag(post: dict[str, list[str]], before: str) -> None:
    assert set(post["flags"]) <= flags_in(f"{before}. {post['text']}").keys()
