"""Reach changes order, speed and who is told. It moves for what was checked, and a claim alone moves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.flow.audience import read_question
from bot.flow.influence import Found, ReachCard, Seen, weigh
from bot.library.values import Gesture, Gestures, LookUp, Values
from tests.flow.shipped import shipped_values

VALUES = shipped_values()
DAY = date(2026, 3, 1)


def card(words: str, seen: Seen | None = None, found: Found | None = None, values: Values = VALUES) -> ReachCard:
    return weigh(read_question(words, values), values, seen, found)


def with_influence(**changes: object) -> Values:
    return VALUES.model_copy(update={"influence": VALUES.influence.model_copy(update=changes)})


TRUSTED = with_influence(look_up=LookUp(provider="csv", source="a.csv", counts_as_checked=True))


@pytest.mark.parametrize(
    ("followers", "tier", "level"),
    [
        (0, "T0", "low"),
        (9_999, "T0", "low"),
        (10_000, "T1", "low"),
        (99_999, "T1", "low"),
        (100_000, "T2", "medium"),
        (249_999, "T2", "medium"),
        (250_000, "T3", "high"),
        (499_999, "T3", "high"),
        (500_000, "T4", "high"),
        (999_999, "T4", "high"),
        (1_000_000, "T5", "high"),
    ],
)
def test_tiers_begin_at_their_boundaries_and_groups_count_like_persons(followers: int, tier: str, level: str) -> None:
    person, group = card(f"@dana {followers} checked"), card(f"a group of {followers} checked")
    assert (person.tier, person.level) == (group.tier, group.level) == (tier, level)


@pytest.mark.parametrize("words", ["he says he has a million followers", "@d 1m", "@d 1m disputed", "@d 1m not checkable", "@d"])
def test_what_is_not_checked_changes_nothing_whatever_its_state(words: str) -> None:
    found = card(words)
    assert (found.tier, found.level, found.changes, found.told) == ("T0", "low", False, ())
    assert all(line.now == line.usual for line in found.first_lines)
    assert found.checks


def test_what_a_checked_number_changes_is_what_the_decision_table_gives() -> None:
    found = card("@dana 620000 checked")
    assert found.changes
    assert [(line.severity, line.usual, line.now) for line in found.first_lines][2:4] == [(3, 60, 15), (4, 240, 60)]
    assert found.told == ((3, ("Shift lead", "Communications lead")), (4, ("Shift lead",)))
    assert found.never_changes == ("remedy", "apology", "honesty", "whether_answered")
    assert found.checks == ()


def test_a_lead_is_not_told_to_tell_the_lead() -> None:
    found = weigh(read_question("@dana 620000 checked", VALUES), VALUES, role="lead")
    assert found.told == ((3, ("Communications lead",)),)


def test_466000_views_in_three_days_are_6472_an_hour_and_viral_with_where_it_leads_and_how_unsure_that_is() -> None:
    found = card("466,000 views in 3 days")
    assert (found.per_hour, found.speed, found.level, found.at_least) == (6_472, "viral", "high", 2)
    assert found.forecast is not None
    assert found.forecast.low < found.forecast.likely < found.forecast.high
    assert (found.forecast.likely, found.forecast.hours) == (466_000 + round(24 * 466_000 / 72), 24)
    assert found.forecast.low > 466_000


def test_without_a_time_nothing_is_foretold() -> None:
    assert card("12k retweets").forecast is None


def test_what_a_colleague_saw_earlier_counts_with_its_day() -> None:
    found = card("@dana", Seen(620_000, "checked", DAY, "U0ANA"))
    assert (found.tier, found.source, found.seen) == ("T4", "U0ANA", DAY)
    disputed = card("@dana", Seen(620_000, "disputed", DAY, "U0ANA"))
    assert (disputed.tier, disputed.standing) == ("T0", "disputed")


def test_an_own_look_now_wins_over_what_was_seen_earlier() -> None:
    assert card("@dana 12000 checked", Seen(620_000, "checked", DAY, "U0ANA")).tier == "T1"


def test_a_claim_far_from_what_was_seen_is_no_reason_to_believe_either() -> None:
    found = card("@dana 5m", Seen(620_000, "checked", DAY, "U0ANA"))
    assert (found.standing, found.tier) == ("claimed", "T0")


def test_a_source_moves_a_tier_only_if_the_manager_says_that_it_counts() -> None:
    source = Found(620_000, DAY, "audiences.csv")
    assert (card("@dana", found=source).tier, card("@dana", found=source).standing) == ("T0", "claimed")
    assert (card("@dana", found=source, values=TRUSTED).tier, card("@dana", found=source, values=TRUSTED).standing) == (
        "T4",
        "checked",
    )


def test_a_claim_that_a_source_contradicts_is_disputed_or_where_the_source_counts_put_right() -> None:
    source = Found(3_000, DAY, "audiences.csv")
    assert card("@dana 1.2m", found=source).standing == "disputed"
    right = card("@dana 1.2m", found=source, values=TRUSTED)
    assert (right.standing, right.followers, right.said, right.tier) == ("checked", 3_000, 1_200_000, "T0")


def test_switched_off_influence_moves_no_tier() -> None:
    assert card("@dana 620000 checked", values=with_influence(enabled=False)).tier == "T0"


def test_gestures_are_off_as_shipped_and_an_extra_where_a_manager_switches_them_on() -> None:
    item = Gesture(tier="T4", gift="cake", approver="manager", max=20.0, reason_required=True)
    off, on = (with_influence(gestures=Gestures(enabled=enabled, items=(item,))) for enabled in (False, True))
    assert not VALUES.influence.gestures.enabled
    assert card("@dana 620000 checked").gestures == ()
    assert card("@dana 620000 checked", values=off).gestures == ()
    assert card("@dana 620000 checked", values=on).gestures == (
        "cake up to 20 USD, approved by manager, with a reason in writing",
    )
    assert card("@dana 620000", values=on).gestures == ()
    assert replace(card("@dana 620000 checked", values=on), gestures=()) == card("@dana 620000 checked")
