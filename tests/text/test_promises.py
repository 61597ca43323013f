"""What a reply commits the company to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.asks import asks_for_private
from bot.text.privacy import find_private
from bot.text.promises import Promise, find_promises

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = [
    json.loads(line) for line in (Path(__file__).parent / "promise_sentences.jsonl").read_text(encoding="utf-8").splitlines()
]
RECALL, PRECISION = 0.95, 0.98


def kinds(text: str) -> set[str]:
    return {promise.kind for promise in find_promises(text)}


def only(text: str, kind: str) -> Promise:
    (promise,) = [promise for promise in find_promises(text) if promise.kind == kind]
    return promise


def test_promises_are_found_and_ordinary_sentences_are_not() -> None:
    """On 340 labelled sentences of our own, 95 % of promises are found by kind, and 98 % of finds are promises."""
    promising = [row for row in SENTENCES if row["kinds"]]
    plain = [row["text"] for row in SENTENCES if not row["kinds"]]
    missed = [row["text"] for row in promising if not set(row["kinds"]) & kinds(row["text"])]
    wrong = [text for text in plain if kinds(text)]
    found = len(promising) - len(missed)
    assert len(SENTENCES) >= 340
    assert found / len(promising) >= RECALL, missed
    assert found / (found + len(wrong)) >= PRECISION, wrong


def test_what_must_be_blocked_is_caught_by_one_finder_or_another(shared_data: Callable[[str], Path]) -> None:
    rows = json.loads(shared_data("commitment-phrases/commitments.json").read_text(encoding="utf-8"))
    for row in rows:
        text = row["text"]
        caught = bool(find_promises(text) or find_private(text) or asks_for_private(text))
        assert caught == row["must_block_without_playbook_support"], text


@pytest.mark.parametrize(
    ("text", "kind", "amount", "currency"),
    [
        ("You'll get $50 back.", "refund", 50.0, "$"),
        ("I've issued a credit of 500 USD to your account.", "goodwill", 500.0, "USD"),
        ("I'm refunding the £20 fee.", "refund", 20.0, "GBP"),
        ("We'll send you a voucher of fifty dollars.", "goodwill", 50.0, "$"),
        ("We've refunded EUR 40.", "refund", 40.0, "EUR"),
        ("Take 20% off: I've added the discount.", "goodwill", 20.0, "%"),
        ("We'll refund you two hundred and fifty pounds.", "refund", 250.0, "GBP"),
        ("I've refunded you.", "refund", None, None),
    ],
)
def test_a_promise_knows_its_amount(text: str, kind: str, amount: float | None, currency: str | None) -> None:
    promise = only(text, kind)
    assert (promise.amount, promise.currency) == (amount, currency)


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("I'll post an update here by 4:30pm ET.", "contact", "by 4:30pm ET"),
        ("Someone will call you within the hour.", "contact", "within the hour"),
        ("We'll get back to you soon.", "contact", None),
    ],
)
def test_a_promise_knows_when_it_is_due(text: str, kind: str, when: str | None) -> None:
    assert only(text, kind).when == when


@pytest.mark.parametrize(
    ("text", "sweeping"),
    [
        ("We'll refund everyone double!", True),
        ("All affected passengers will be refunded.", True),
        ("We'll refund you in full.", True),
        ("I've refunded the second ticket.", False),
        ("I've added a $10 voucher.", False),
    ],
)
def test_a_promise_to_everyone_is_sweeping(text: str, sweeping: bool) -> None:
    assert {promise.sweeping for promise in find_promises(text)} == {sweeping}


@pytest.mark.parametrize(
    "text",
    ["I\u2019ve refunded you", "I've re\u200bfunded you", "Ｉ've refunded you", "I've  refunded  you", "I'VE REFUNDED YOU"],
)
def test_a_disguised_promise_is_a_promise(text: str) -> None:
    assert kinds(text) == {"refund"}


def test_a_promise_says_where_it_stands() -> None:
    text = "Hi Dana. \u200bI've refunded you today. Bye."
    (promise,) = find_promises(text)
    assert text[promise.start : promise.end].startswith("I've refunded")
    assert promise.text == "I've refunded you today."


fragments = st.lists(st.sampled_from(["we'll ", "refund ", "you ", "$5 ", "if ", "? ", ". ", "a "]), max_size=30).map("".join)


@given(st.one_of(st.text(max_size=150), fragments))
def test_promises_lie_in_the_text_in_order(text: str) -> None:
    found = find_promises(text)
    assert all(0 <= promise.start < promise.end <= len(text) for promise in found)
    assert [promise.start for promise in found] == sorted(promise.start for promise in found)
