"""What the checks promise for any text at all."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.flow.check.context import Context
from bot.flow.check.run import check
from bot.model import Emotion

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.library.values import Values

BAG = "lost my bag in Omaha"
GOOD = "Losing a bag is rotten. I've asked Omaha to find it today and will write here by 5pm. ^Jo"


def fired(text: str, context: Context, level: str = "") -> set[str]:
    return {finding.check for finding in check(text, context) if level in ("", finding.level)}


@given(text=st.text(max_size=300), post=st.text(max_size=100), severity=st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_the_checks_fail(values: Values, text: str, post: str, severity: int) -> None:
    for finding in check(text, Context.build(values, channel="x", severity=severity, post=post)):
        assert 0 <= finding.start <= finding.end <= len(text)


@given(text=st.text(alphabet="we will refund you $ 5 never again. ’", min_size=5, max_size=80))
@settings(max_examples=40, deadline=None)
def test_the_same_draft_always_gets_the_same_findings(values: Values, text: str) -> None:
    context = Context.build(values, channel="x", severity=4, post="late bus")
    assert check(text, context) == check(text, context)


def test_a_good_reply_has_no_finding(context: Callable[..., Context]) -> None:
    assert check(GOOD, context(BAG)) == ()


def test_a_finding_shows_its_place_in_the_draft_as_it_was_typed(context: Callable[..., Context]) -> None:
    text = "Ａnyway —  “you’re  overreacting”. ^Jo"
    found = next(finding for finding in check(text, context(BAG)) if finding.check == "Q14" and finding.end)
    assert text[found.start : found.end].startswith("you’re")


@pytest.mark.parametrize("apostrophe", ["'", "’", "`", "ʼ"])
def test_the_kind_of_apostrophe_makes_no_difference(context: Callable[..., Context], apostrophe: str) -> None:
    assert "Q07" in fired(f"This won{apostrophe}t happen again. ^Jo", context(BAG), "block")


def test_letters_that_only_look_latin_hide_nothing(context: Callable[..., Context]) -> None:
    assert "Q14" in fired("Please delete your rеviеw. ^Jo", context(BAG), "block")


def test_text_that_turns_the_reading_direction_is_blocked(context: Callable[..., Context]) -> None:
    assert "Q15" in fired("I've asked the depot \u202emp5 yb\u202c. ^Jo", context(BAG), "block")


def test_blocks_come_first(context: Callable[..., Context]) -> None:
    levels = [finding.level for finding in check("Calm down!! We'll be back soon", context(BAG))]
    assert levels == sorted(levels)


def test_an_unknown_channel_or_role_is_the_callers_mistake(values: Values) -> None:
    with pytest.raises(Misuse, match="fax"):
        Context.build(values, channel="fax")
    with pytest.raises(Misuse, match="boss"):
        Context.build(values, channel="x", role="boss")


def test_the_limit_is_the_roles_own_and_the_block_says_who_may_give_more(context: Callable[..., Context]) -> None:
    text = "I'll send you $300 back today; it shows by Friday. ^Jo"
    block = next(finding for finding in check(text, context("charged twice")) if finding.check == "Q07")
    assert "100 USD" in block.message
    assert "lead" in block.mend
    assert "Q07" not in fired(text, context("charged twice", role="lead"), "block")


def test_no_one_owns_a_fault_at_severity_1_and_2(context: Callable[..., Context]) -> None:
    text = "We got this wrong. I've given it to our duty manager, who calls by 5pm. ^Jo"
    assert "Q08" not in fired(text, context("late bus", severity=4))
    assert "Q08" in fired(text, context("late bus", severity=2, role="lead"), "block")


def test_a_complaint_at_severity_3_cannot_be_answered_with_sympathy_alone(context: Callable[..., Context]) -> None:
    text = "We're so sorry about the charge and we understand how you feel. ^Jo"
    assert "Q05" in fired(text, context("charged twice", severity=3), "block")
    assert "Q05" in fired(text, context("charged twice", severity=4), "warn")


def test_soon_is_a_warning_and_in_a_holding_line_a_block(context: Callable[..., Context]) -> None:
    text = "I've asked the depot about the bus and will be back soon. ^Jo"
    assert "Q06" in fired(text, context("late bus"), "warn")
    assert "Q06" in fired(text, context("late bus", is_holding=True), "block")


def test_a_purchase_may_be_named_only_when_they_named_it(context: Callable[..., Context]) -> None:
    text = "The Basic fare you picked lists bags as extra; I've added the link for you by 5pm. ^Jo"
    assert "Q09" not in fired(text, context("I picked Basic and you took my bags"))
    assert "Q09" in fired(text, context("you took my free bags"), "block")


def test_only_our_own_hosts_may_be_linked(context: Callable[..., Context]) -> None:
    for host in ("example.com.evil.net", "example.com@evil.net", "exаmple.com", "bit.ly"):
        assert "Q11" in fired(f"{GOOD} https://{host}/bags", context(BAG), "block"), host
    assert "Q11" not in fired(f"{GOOD} https://help.example.com/bags", context(BAG), "block")


def test_a_link_from_the_facts_is_known(context: Callable[..., Context]) -> None:
    link = "https://partner.example.org/claims"
    assert "Q11" not in fired(f"{GOOD} {link}", context(BAG, facts=f"Claims: {link}"), "block")


def test_mentions_at_the_start_of_a_post_on_x_are_free(context: Callable[..., Context]) -> None:
    text = "@" + "a" * 14 + " I've asked Omaha, answer by 5pm. " + "b" * 230 + " ^Jo"
    assert "Q12" not in fired(text, context(BAG), "block")


def test_an_angry_person_gets_no_emoji(context: Callable[..., Context]) -> None:
    calm = context(BAG, emotion=Emotion.E1)
    assert "Emoji do not fit here." not in {finding.message for finding in check(f"{GOOD} 🙂", calm)}
    assert "Emoji do not fit here." in {finding.message for finding in check(f"{GOOD} 🙂", replace(calm, emotion=Emotion.E2))}


def test_patients_are_never_confirmed_in_a_health_profile(context: Callable[..., Context]) -> None:
    neutral = (
        "Thank you for raising this. We can't discuss anyone's care here. Our patient lead listens: https://example.com/care ^Jo"
    )
    health = context("the nurse was rude", ("health_privacy",), severity=2)
    assert fired(neutral, health, "block") == set()
    assert "Q09" in fired("Sorry about your root canal. Our patient lead calls by 5pm. ^Jo", health, "block")


def test_an_open_slot_is_never_ready(context: Callable[..., Context]) -> None:
    assert "Q03" in fired("I've asked the depot, answer by [add: time]. ^Jo", context(BAG), "block")


def test_commitments_that_need_a_playbooks_support_are_seen(
    context: Callable[..., Context], shared_data: Callable[[str], Path]
) -> None:
    """The role here may refund and credit up to a limit, and contact people; every other commitment of the list is blocked."""
    rows = json.loads(shared_data("commitment-phrases/commitments.json").read_text(encoding="utf-8"))
    ours = context("", channel="facebook")
    missed = [row["text"] for row in rows if row["must_block_without_playbook_support"] and not fired(row["text"], ours, "block")]
    assert len(missed) <= 7, missed


def test_a_draft_too_long_to_be_read_is_blocked_whatever_its_channel_takes(context: Callable[..., Context]) -> None:
    long = "I have asked the station team to look for your bag. " * 40 + "My number is 4111 1111 1111 1111."
    assert "Q12" in fired(long, context(BAG, channel="facebook"), "block")
