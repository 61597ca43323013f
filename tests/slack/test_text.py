"""Strings as Slack takes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import rich
from bot.slack.text import (
    NOTHING,
    clip,
    escape,
    escaped_units,
    harmless,
    is_user,
    line,
    mention,
    mrkdwn,
    plain,
    spoken,
    units,
)
from tests.slack.hostile import EMOJI, hostile_texts, long_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@given(hostile_texts)
def test_escaped_text_holds_no_markup_and_loses_nothing(text: str) -> None:
    escaped = escape(text)
    assert not set("<>") & set(escaped)
    assert escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


@given(long_texts, st.integers(1, 300))
def test_clipped_text_is_never_longer_than_it_may_be(text: str, most: int) -> None:
    assert units(clip(text, most)) <= most
    assert escaped_units(clip(text, most, escaped_units)) <= most


@given(st.lists(st.sampled_from(EMOJI), min_size=1, max_size=20), st.integers(1, 60))
def test_a_cut_never_goes_through_an_emoji(emoji: list[str], most: int) -> None:
    kept = clip("".join(emoji), most).removesuffix("…")
    assert "".join(emoji[: len(regex.findall(r"\X", kept))]) == kept


def test_what_fits_is_not_touched() -> None:
    assert clip("four", 4) == "four"
    assert clip("fours", 4) == "fou…"


@given(hostile_texts)
def test_harmless_text_turns_nothing_round_and_can_be_sent(text: str) -> None:
    safe = harmless(text)
    safe.encode()
    assert not regex.search(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x08\x0b-\x1f\x7f]", safe)
    assert harmless(safe) == safe


def test_harmless_keeps_what_people_write() -> None:
    for text in ("naïve café", "مرحبا", "שלום", "ไม่", "क्षि", "two\nlines\tand tabs", *EMOJI):
        assert harmless(text) == text


def test_a_pile_of_marks_is_cut_down() -> None:
    assert len(harmless("Z" + "\u0301" * 500)) < 10


@given(long_texts)
def test_a_plain_text_is_never_empty_never_too_long_and_never_an_emoji_by_name(text: str) -> None:
    made = plain(text, 75)
    assert made["type"] == "plain_text"
    assert made["emoji"] is False
    assert 1 <= escaped_units(made["text"]) <= 75


@given(long_texts)
def test_our_own_words_in_mrkdwn_cannot_mention_or_link(text: str) -> None:
    made = mrkdwn(text)
    assert made["verbatim"] is True
    assert not set("<>") & set(made["text"])
    assert 1 <= units(made["text"]) <= 3000


def test_an_empty_text_is_shown_as_a_dash() -> None:
    assert plain("")["text"] == mrkdwn(" \n")["text"] == rich.words("")["text"] == NOTHING


@given(hostile_texts)
def test_a_line_is_one_line(text: str) -> None:
    assert len(line(text, 40).splitlines()) <= 1


def test_only_the_id_of_a_user_becomes_a_mention() -> None:
    assert mention("U0MO") == "<@U0MO>"
    assert mention("!channel") == "!channel"
    assert mention("U0MO> <!here") == "U0MO&gt; &lt;!here"
    assert not is_user("u0mo")


def test_every_known_hazard_is_harmless_in_what_is_spoken_and_in_our_own_words(shared_data: Callable[[str], Path]) -> None:
    hazards = [row["text"] for row in json.loads((shared_data("slack-mrkdwn-hazards") / "hazards.json").read_text())]
    naughty = json.loads(shared_data("blns.json").read_text())
    for text in (*hazards, *naughty):
        for made in (spoken(text), mrkdwn(text)["text"]):
            assert "<" not in made
            assert ">" not in made


def test_a_link_shows_where_it_leads() -> None:
    assert rich.link("https://x.com/dana/status/1?s=20") == {
        "type": "link",
        "url": "https://x.com/dana/status/1?s=20",
        "text": "x.com/dana/status/1",
    }
    assert rich.link("https://bank.example@evil.example/a")["text"] == "evil.example/a"
    assert rich.link("https://exаmple.com")["text"].startswith("xn--")


def test_what_is_no_web_address_stays_text() -> None:
    for address in ("javascript:alert(1)", "data:text/html,x", "slack://open", "http://", "https://a b.c d", "not a link", ""):
        assert rich.link(address)["type"] == "text"


@given(hostile_texts)
def test_no_address_breaks_a_link(text: str) -> None:
    for address in (text, f"https://{text}", f"https://example.com/{text}", f"https://example.com/?{text}"):
        made = rich.link(address)
        assert made["type"] == "text" or made["url"].isascii()
        json.dumps(made).encode()
