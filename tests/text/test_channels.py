"""How long a text is, in each channel's own unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.text.channels import DEFAULT_WEIGHT, LIGHT_RANGES, LINK_WEIGHT, WEIGHTED_LIMIT, count, leading_mentions_free, weigh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNITS = ("weighted_280", "characters", "utf8_bytes", "graphemes")
COMPOSED_EMOJI = "WeightedTweetsWithDiscountedEmojiCounterTest"
GROUPS = ("WeightedTweetsCounterTest", COMPOSED_EMOJI, "UnicodeDirectionalMarkerCounterTest")


def rows(shared_data: Callable[[str], Path]) -> list[tuple[str, dict[str, Any]]]:
    tests = yaml.safe_load(shared_data("twitter-text/validate.yml").read_text(encoding="utf-8"))["tests"]
    return [(group, row) for group in GROUPS for row in tests[group]]


def test_x_itself_would_count_the_same(shared_data: Callable[[str], Path]) -> None:
    """All 44 rows of X's own conformance tests hold in every field that they state."""
    checked = 0
    for group, row in rows(shared_data):
        expected, weighed = row["expected"], weigh(row["text"], emoji=group != "WeightedTweetsCounterTest")
        assert weighed.length == expected["weightedLength"], row["description"]
        assert weighed.valid == expected["valid"], row["description"]
        assert weighed.permillage == expected["permillage"], row["description"]
        assert weighed.fits_until - 1 == expected["validRangeEnd"], row["description"]
        utf16 = len(row["text"].encode("utf-16-le", "surrogatepass")) // 2
        assert (0, utf16 - 1) == (expected["displayRangeStart"], expected["displayRangeEnd"]), row["description"]
        assert expected["validRangeStart"] == 0
        checked += 1
    assert checked == 44


def test_the_constants_are_those_that_x_publishes(shared_data: Callable[[str], Path]) -> None:
    config = yaml.safe_load(shared_data("twitter-text/config_v3.json").read_text(encoding="utf-8"))
    assert config["maxWeightedTweetLength"] == WEIGHTED_LIMIT
    assert config["transformedURLLength"] == LINK_WEIGHT
    assert config["defaultWeight"] == DEFAULT_WEIGHT * config["scale"]
    assert {(part["start"], part["end"], part["weight"] // config["scale"]) for part in config["ranges"]} == {
        (start, end, 1) for start, end in LIGHT_RANGES
    }


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("hello", (5, 5, 5, 5)),
        ("é", (1, 1, 2, 1)),
        ("e\u0301", (1, 2, 3, 1)),
        ("字", (2, 1, 3, 1)),
        ("👨\u200d👩\u200d👧", (2, 5, 18, 1)),
        ("👍🏽🇬🇧1️⃣", (6, 7, 23, 3)),
        ("see example.com/a", (27, 17, 17, 17)),
        ("a\r\nb", (4, 4, 4, 3)),
        ("", (0, 0, 0, 0)),
    ],
)
def test_each_unit_counts_its_own_way(text: str, lengths: tuple[int, ...]) -> None:
    assert tuple(count(text, unit) for unit in UNITS) == lengths


def test_an_unknown_unit_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Misuse, match="weighted_280"):
        count("a", "words")


@given(st.text(max_size=120), st.sampled_from(UNITS))
def test_no_text_is_too_odd_to_count(text: str, unit: str) -> None:
    assert 0 <= count(text, unit) <= max(4 * len(text), 23 * (text.count(".") + 1) + 2 * len(text))


@given(st.text(alphabet="abc d.", max_size=60))
def test_words_weigh_what_they_measure(text: str) -> None:
    if "." not in text:
        assert count(text, "weighted_280") == len(text)


@pytest.mark.parametrize(
    ("reply", "counted"),
    [
        ("@ana hello", "hello"),
        ("@ana @ben_2  hello @cy", "hello @cy"),
        ("hello @ana", "hello @ana"),
        ("@ana", ""),
        ("@ana's bag", "'s bag"),
        ("ana@example.com", "ana@example.com"),
        ("@", "@"),
    ],
)
def test_names_that_x_puts_before_a_reply_do_not_count(reply: str, counted: str) -> None:
    assert leading_mentions_free(reply) == counted
