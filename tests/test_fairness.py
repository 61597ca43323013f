"""The fairness rules F1 to F11 (domain 3.7): reach changes order, speed and who is told, and nothing that is owed."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fairness import FEWEST, report
from bot.flow.audience import read_question
from bot.flow.authority import remedies_for
from bot.flow.influence import weigh
from bot.flow.order import Waiting, in_order
from bot.kept import Brief, Kept
from bot.library.knowledge import load
from bot.library.lint import lint
from bot.library.lint_moves import variants
from bot.model import Ask
from bot.slack.blocks.card import card_message
from tests.conftest import ROOT
from tests.library.sample import Company, write_company
from tests.slack.sample import card_for, shown

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk import Desk
    from bot.model import Advice

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
KNOWLEDGE = load(ROOT)
VALUES = KNOWLEDGE.values
POSTS = st.sampled_from(
    [
        "Heater melted its plug at 3am and my carpet is burnt",
        "the coach left ten minutes early and we stood in the rain",
        "Third email, third week. Does anybody read these?",
        "charged twice for one breakfast, sort it please",
        "your driver was lovely, thank you",
        "I will sue you for what happened on those stairs",
        "are you open on sunday?",
        "lol your logo looks like a sad fish",
        "12k retweets and still nothing from you",
        "ton chauffeur était en retard de deux heures",
    ]
) | st.text(min_size=1, max_size=120).filter(lambda text: text.strip().isprintable() and any(map(str.isalnum, text)))
FOLLOWERS = st.none() | st.integers(0, 10**9)
CHANNELS = st.sampled_from(sorted(VALUES.channels))
ROLES = st.sampled_from(sorted(VALUES.empowerment.roles))


def owed(advice: Advice) -> tuple[object, ...]:
    """All of an advice that reach must leave alone."""
    authority = advice.authority
    kept = (authority.may, authority.apology_max, authority.actions, authority.backing, authority.stake, authority.cautions)
    reading = replace(advice.reading, reach=replace(advice.reading.reach, tier="", level="low", state="unknown", followers=None))
    return (*kept, reading, advice.matches, advice.drafts, advice.findings, advice.holding, advice.values, advice.onlooker)


@settings(max_examples=60, deadline=None)
@given(POSTS, FOLLOWERS, FOLLOWERS, st.booleans(), st.booleans(), CHANNELS, ROLES, st.integers(0, 3))
def test_f1_f11_for_any_post_and_any_two_audiences_draft_and_remedy_are_the_same(
    desk: Desk, post: str, one: int | None, other: int | None, saw_one: bool, saw_other: bool, channel: str, role: str, seed: int
) -> None:
    asks = [Ask(post, channel, role, many, saw, seed=seed) for many, saw in ((one, saw_one), (other, saw_other))]
    first, second = (desk.reply(ask) for ask in asks)
    assert owed(first) == owed(second)
    assert [draft.text.encode("utf-8", "surrogatepass") for draft in first.drafts] == [
        draft.text.encode("utf-8", "surrogatepass") for draft in second.drafts
    ]


def test_f1_reach_does_change_speed_and_who_is_told(desk: Desk) -> None:
    """Or the test above would prove nothing."""
    nobody, star = (desk.reply(Ask("charged twice for one breakfast", followers=many, checked=True)) for many in (10, 2_000_000))
    assert star.authority.due_minutes < nobody.authority.due_minutes
    assert len(star.authority.tell) > len(nobody.authority.tell)


def test_f1_what_may_be_given_cannot_know_of_reach() -> None:
    assert set(inspect.signature(remedies_for).parameters) == {"playbook", "verdict", "role", "values"}


def test_f2_the_target_of_everybody_is_good_in_itself() -> None:
    assert VALUES.response_targets[3].low <= 60
    assert VALUES.response_targets[4].low <= 240


@given(st.integers(1, 5), st.integers(1, 10_000), st.integers(0, 10_000))
def test_f2_an_overdue_post_of_nobody_goes_before_a_fresh_one_of_a_star(severity: int, late: int, left: int) -> None:
    nobody = Waiting("nobody", severity, NOW - timedelta(minutes=late), "low")
    star = Waiting("star", severity, NOW + timedelta(minutes=left), "high")
    assert in_order([star, nobody], NOW) == (nobody, star)


@given(st.integers(1, 4), st.integers(-9_999, 9_999), st.integers(-9_999, 9_999))
def test_f3_severity_comes_before_reach_however_late_either_is(severity: int, one: int, other: int) -> None:
    nobody = Waiting("nobody", severity, NOW + timedelta(minutes=one), "low")
    star = Waiting("star", severity + 1, NOW + timedelta(minutes=other), "high")
    assert in_order([star, nobody], NOW) == (nobody, star)


def test_f4_nothing_that_says_who_somebody_is_can_come_in() -> None:
    """A photo, a name, a place or a loyalty tier of the customer has no field; what is asked is listed here to be looked at."""
    fields_in = {field.name for field in fields(Ask)}
    assert fields_in == {
        *("text", "channel", "role", "followers", "checked", "seed", "replies", "playbook", "poster", "short"),
        "name",  # the colleague's own, to sign with
    }


def test_f4_the_card_shows_no_picture_of_anybody(desk: Desk) -> None:
    assert "image" not in str(card_message(card_for(desk)).blocks)


HANDLES = ("@LakishaW", "@emily_w", "@mohammed.k", "@GregB", "@xX_ninja_Xx", "@duchess.of.kent")


@pytest.mark.parametrize("post", ["{who} here: my bag was left out in the rain and it is ruined", "charged twice, says {who}"])
def test_f4_a_handle_in_the_post_changes_neither_severity_nor_draft_nor_remedy(desk: Desk, post: str) -> None:
    advices = [desk.reply(Ask(post.format(who=handle))) for handle in HANDLES]
    assert len({(a.reading.severity, a.reading.emotion, a.drafts[0].text, a.authority.may) for a in advices}) == 1


DIALECTS = [
    ("My parcel is two weeks late and nobody is answering me", "Ma parcel's twa weeks late an naebody's answerin me"),
    ("You have charged me twice for the same room", "Y'all done charged me twice for the same room"),
    ("The bus did not come and I was late for work", "Di bus neva come and mi reach late fi work"),
    ("I am waiting on my refund for three weeks now", "I'm after waiting on me refund three weeks now so I am"),
    ("Your driver left without us", "Yer driver only went and left without us, like"),
    ("My order is wrong again", "My order be wrong again"),
    ("I have been waiting one hour for my food", "I am waiting since one hour for my food"),
    ("The lift is broken and I cannot get upstairs", "Lift's knackered and I can't get up the dancers"),
]
"""Equal posts: in standard English, and as somebody writes who speaks otherwise."""


@pytest.mark.parametrize(("standard", "other"), DIALECTS)
def test_f4_a_variety_of_language_changes_no_severity_flag_or_limit_and_is_never_held_for_itself(
    desk: Desk, standard: str, other: str
) -> None:
    one, two = desk.reply(Ask(standard)), desk.reply(Ask(other))
    assert one.reading.severity == two.reading.severity
    assert {flag.id for flag in one.reading.flags} == {flag.id for flag in two.reading.flags}
    assert one.authority.due_minutes == two.authority.due_minutes
    assert (one.authority.verdict == "hold") == (two.authority.verdict == "hold")
    assert two.reading.language_known


NEEDS = [
    "I am stranded at the station with two small children and no money",
    "I am deaf and there was no announcement I could read",
]


@pytest.mark.parametrize("post", NEEDS)
def test_f5_need_raises_care_for_anyone(desk: Desk, post: str) -> None:
    plain = desk.reply(Ask("the coach was late"))
    assert desk.reply(Ask(post, followers=0, checked=True)).reading.severity < plain.reading.severity


def test_f6_gestures_by_tier_are_off_as_shipped() -> None:
    assert not VALUES.influence.gestures.enabled
    assert VALUES.influence.gestures.items == ()


BARGAINS = [
    "refund if the post is removed",
    "hamper when they take it down",
    "voucher so that they stay quiet",
    "voucher for a good word",
    "gift in return for deleting the video",
    "cake once the thread is pulled",
    "upgrade against an edited review",
    "free night for five stars",
    "hamper for praise",
    "dinner with a hashtag",
    "voucher, they recommend us",
    "free month for his silence",
]


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return write_company(tmp_path)


@pytest.mark.parametrize("gift", BARGAINS)
def test_f6_a_gesture_for_silence_removal_or_praise_is_refused_with_its_line(company: Company, gift: str) -> None:
    company.edit("values.yaml", "gift: free_crossing", f'gift: "{gift}"')
    said = [str(problem) for problem in lint(company.root) if "a gift may ask for nothing in return" in problem.reason]
    assert len(said) == 1
    assert re.match(r"values\.yaml:\d+ `influence\.gestures\.items\[0\]\.gift`", said[0])


@pytest.mark.parametrize(
    "gift", ["free crossing", "a hand-written card", "donation_to_a_charity", "coffee and cake", "seat upgrade"]
)
def test_f6_a_plain_gift_is_no_bargain(company: Company, gift: str) -> None:
    company.edit("values.yaml", "gift: free_crossing", f'gift: "{gift}"')
    assert not [problem for problem in lint(company.root) if "in return" in problem.reason]


def test_f6_a_gesture_without_a_reason_in_writing_is_refused(company: Company) -> None:
    company.edit("values.yaml", "reason_required: true", "reason_required: false")
    assert any("needs a reason in writing" in problem.reason for problem in lint(company.root))


@pytest.mark.parametrize("change", ["remedy", "apology", "honesty", "whether_answered"])
def test_f1_values_that_let_reach_change_what_is_owed_are_refused(company: Company, change: str) -> None:
    company.edit("values.yaml", "changes: [order, speed, who_is_told]", f"changes: [order, {change}]")
    assert any(problem.level == "error" and "influence.changes" in problem.field for problem in lint(company.root))


def test_f7_no_playbook_gives_anything_because_a_thread_is_loud() -> None:
    loud = re.compile(r"follower|influenc|viral|reach|audience|famous|celebrit", re.IGNORECASE)
    given = [offer.text for loaded in KNOWLEDGE.playbooks.values() for offer in loaded.playbook.may]
    assert [text for text in given if loud.search(text)] == []


def test_f8_no_approved_sentence_speaks_of_anybodys_reach() -> None:
    fame = re.compile(r"follower|influencer|subscriber|your (?:reach|audience|platform|fans)|viral|famous", re.IGNORECASE)
    lines = [variant.text for loaded in KNOWLEDGE.playbooks.values() for variant in variants(loaded.playbook)]
    lines += [line for flag in VALUES.red_flags for line in flag.hold]
    assert [line for line in lines if fame.search(line)] == []


def test_f9_what_influenced_the_handling_can_be_told_on_request(desk: Desk) -> None:
    """The advice names the tier, its state and the reason of everybody who was told; the card of reach says what changed."""
    advice = desk.reply(Ask("charged twice for one breakfast", followers=620_000, checked=True))
    assert (advice.reading.reach.tier, advice.reading.reach.state) == ("T4", "checked")
    assert {tell.why for tell in advice.authority.tell} == {"many people will read this"}
    card = weigh(read_question("@dana 620000 checked", VALUES), VALUES)
    assert card.first_lines
    assert card.never_changes == VALUES.influence.never_changes


def kept(
    number: int, *, channel: str = "x", followers: int = 0, posted: float | None = 30, text: str = "my parcel is late"
) -> Kept:
    made = NOW + timedelta(minutes=number)
    return Kept(
        id=f"d_{number}",
        team="T1",
        asker="U1",
        ask=Ask(text, channel=channel, followers=followers, checked=True),
        brief=Brief(),
        text="I've got this. ^Mo",
        own_words=False,
        playbook="late-missing-delivery@1",
        verdict="go",
        severity=4,
        made=made,
        changed=made,
        state="posted" if posted is not None else "open",
        posted_at=made + timedelta(minutes=posted) if posted is not None else None,
    )


def test_f10_the_report_compares_answer_rate_time_and_remedy_by_tier_channel_and_language() -> None:
    drafts = [kept(number, channel="x" if number % 2 else "yelp", followers=number % 3 * 400_000) for number in range(30)]
    found = report(drafts, KNOWLEDGE, 30)
    assert set(found.groups) == {"tier", "channel", "language"}
    assert [group.name for group in found.groups["tier"]] == ["T0", "T3", "T4"]
    assert {(group.answer_rate, group.minutes) for some in found.groups.values() for group in some} == {(1.0, 30.0)}
    assert len({group.remedy for some in found.groups.values() for group in some}) == 1
    assert found.gaps == ()


def test_f10_who_is_answered_less_or_later_at_the_same_severity_is_named() -> None:
    served = [kept(number) for number in range(20)]
    ignored = [kept(100 + number, channel="yelp", posted=None if number % 2 else 90) for number in range(20)]
    gaps = {(gap.by, gap.measure, gap.better, gap.worse) for gap in report([*served, *ignored], KNOWLEDGE, 30).gaps}
    assert gaps == {("channel", "answer rate", "x", "yelp"), ("channel", "time", "x", "yelp")}


def test_f10_a_star_may_be_answered_sooner_and_not_more_often() -> None:
    stars = [kept(number, followers=2_000_000, posted=5) for number in range(20)]
    sooner = report([*stars, *(kept(100 + number, posted=50) for number in range(20))], KNOWLEDGE, 30)
    assert sooner.gaps == ()
    ignored = report([*stars, *(kept(100 + number, posted=None) for number in range(20))], KNOWLEDGE, 30)
    assert [(gap.by, gap.measure, gap.worse) for gap in ignored.gaps] == [("tier", "answer rate", "T0")]


def test_f10_a_handful_is_shown_and_not_judged() -> None:
    few = [kept(100 + number, channel="yelp", posted=None) for number in range(FEWEST - 1)]
    found = report([*(kept(number) for number in range(20)), *few], KNOWLEDGE, 30)
    assert [group.name for group in found.groups["channel"]] == ["x", "yelp"]
    assert found.gaps == ()


def test_f10_more_serious_posts_are_not_set_against_lighter_ones() -> None:
    grave = [replace(kept(100 + number, channel="yelp", posted=None), severity=2) for number in range(20)]
    assert report([*(kept(number) for number in range(20)), *grave], KNOWLEDGE, 30).gaps == ()


def test_f10_nobody_is_named_in_the_report() -> None:
    text = str(report([kept(number) for number in range(12)], KNOWLEDGE, 30))
    assert not re.search(r"U1|T1'|d_\d|parcel", text)


def test_what_the_card_says_never_changes_is_what_these_tests_hold(desk: Desk) -> None:
    assert set(VALUES.influence.never_changes) >= {"remedy", "apology", "honesty", "whether_answered"}
    assert "follower" not in shown(card_message(card_for(desk)).blocks).lower()
