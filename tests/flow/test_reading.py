from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.intent import INTENTS, POSTERS
from bot.flow.reach import counts
from bot.flow.reading import read
from bot.model import Ask, Emotion, Reading
from tests.flow.shipped import shipped_values

POSTS = st.one_of(
    st.text(),
    st.sampled_from(
        [
            "Heater melted its plug at 3am",
            "killing me, this queue",
            "love waiting 3 hours",
            "12k retweets and still nothing from you",
            "Only Black family asked to prepay",
            "no u dont get it fam the tings bare late innit",
        ]
    ),
)


def reading(text: str, followers: int | None = None, *, checked: bool = False) -> Reading:
    return read(Ask(text, followers=followers, checked=checked), shipped_values())


@pytest.mark.parametrize(
    ("text", "followers", "checked", "severity", "level"),
    [
        ("Heater melted its plug at 3am", 40, True, 1, "low"),
        ("killing me, this queue", 2_000_000, True, 4, "high"),
        ("doubl charged pls help rent is due", None, False, 3, "low"),
        ("doubl charged pls help rent is due, same with 12 others today", None, False, 2, "low"),
        ("1.1M followers, fix my fridge", 1_100_000, False, 4, "low"),
        ("1.1M followers, fix my fridge", 1_100_000, True, 4, "high"),
        ("Only Black family asked to prepay", None, False, 2, "low"),
        ("Our song about the guitar you broke has 466,000 views in 3 days", None, False, 2, "high"),
        ("meet me with a ribeye 😉", 100_000, True, 5, "medium"),
        ("My son is deployed and you want a NEW ticket. 2,000 shares since yesterday", None, False, 3, "medium"),
        ("Sue at the desk was lovely", None, False, 5, "low"),
        ("I'd rather end it than call you again", None, False, 1, "low"),
        ("the rain in your ad is fake", None, False, 5, "low"),
    ],
)
def test_worked_examples_have_their_severity_and_reach(
    text: str, followers: int | None, *, checked: bool, severity: int, level: str
) -> None:
    found = reading(text, followers, checked=checked)
    assert (found.severity, found.reach.level) == (severity, level)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("acount frozn cant by food", "Access that the person needs now"),
        ("My card was declined in Lisbon and I have no cash", "Access that the person needs now"),
        ("Stuck at the airport overnight with two kids, no hotel", "Stranded"),
        ("My insulin is in the bag you lost", "Stranded"),
        ("You won't move the booking for my dad's funeral", "An exceptional life event"),
        ("need refund ASAP ignord 4 emails", "Earlier contact failed or a promise was broken"),
        ("Third time I write to you", "Earlier contact failed or a promise was broken"),
        ("You promised a call within 48 hours and nothing", "Earlier contact failed or a promise was broken"),
        ("Your manager mocked him in front of the whole queue", "Humiliating treatment"),
    ],
)
def test_what_a_fair_person_would_be_angry_at_is_significant(text: str, why: str) -> None:
    found = reading(text)
    assert found.severity == 3
    assert why in found.why


def test_two_significant_criteria_stay_significant_and_both_are_named() -> None:
    found = reading("Third time I write: you won't move the booking for my dad's funeral")
    assert found.severity == 3
    assert len(found.why) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Open on Sunday?",
        "Shoutout to Rosa who ran after me with my wallet!",
        "marry me, fries",
        "I made $4k/wk from home, link in bio",
    ],
)
def test_praise_questions_jokes_and_spam_are_light_and_give_no_reason(text: str) -> None:
    found = reading(text)
    assert (found.severity, found.why) == (5, ())


@pytest.mark.parametrize(
    "text", ["zip broke after two washes", "you charged me twice", "App crashes at checkout", "my order is late"]
)
def test_an_ordinary_fault_is_routine(text: str) -> None:
    assert reading(text).severity == 4


@pytest.mark.parametrize(
    ("text", "emotion"),
    [
        ("What time do you open?", Emotion.E0),
        ("My parcel is late", Emotion.E1),
        ("love waiting 3 hours", Emotion.E2),
        ("So grateful for the bonus 5 hours in the terminal", Emotion.E2),
        ("Never again. Worst service I have had.", Emotion.E2),
        ("I am absolutely livid", Emotion.E3),
        ("since my wife died I can't face these letters", Emotion.E3),
    ],
)
def test_emotion_follows_the_words(text: str, emotion: Emotion) -> None:
    assert reading(text).emotion == emotion


def test_praise_for_a_fault_put_right_is_not_sarcasm() -> None:
    assert reading("My bag was lost but you found it in an hour, thank you, brilliant team").emotion < Emotion.E2


@pytest.mark.parametrize(
    ("text", "poster"),
    [
        ("My bag is lost", "customer"),
        ("My mother booked assistance and was left on the plane", "relative"),
        ("I saw your driver run a red light", "bystander"),
        ("I work at the depot, here is what happens to your parcels", "employee"),
        ("Reporter at the Gazette, can you comment by four?", "press"),
        ("Our residents group wants an answer on the bins", "community"),
        ("We supply your bakery and our invoice is unpaid", "partner"),
    ],
)
def test_the_poster_is_read_from_what_they_say_of_themselves(text: str, poster: str) -> None:
    assert reading(text).poster == poster


@pytest.mark.parametrize(
    ("text", "per_hour"),
    [
        ("466,000 views in 3 days", 6_472),
        ("12k retweets", 12_000 / 168),
        ("300 shares an hour", 300),
        ("1.2M views overnight", 120_000),
    ],
)
def test_a_count_becomes_a_speed(text: str, per_hour: float) -> None:
    assert [round(count.per_hour) for count in counts(text)] == [round(per_hour)]


def test_a_count_without_a_time_is_viral_only_when_very_large() -> None:
    assert reading("12k retweets and still nothing").reach.speed == "rising"
    assert reading("90k retweets and still nothing").reach.speed == "viral"


def test_claimed_followers_move_nothing() -> None:
    reach = reading("fix my fridge", 1_500_000).reach
    assert (reach.tier, reach.level, reach.state) == ("T0", "low", "claimed")


def test_the_press_is_high_reach_whatever_its_audience() -> None:
    assert reading("Reporter here, please comment before noon").reach.level == "high"


@given(POSTS)
def test_any_text_gives_a_reading(text: str) -> None:
    found = reading(text)
    assert 1 <= found.severity <= 5
    assert found.intent in INTENTS
    assert found.poster in POSTERS


@given(POSTS, st.one_of(st.none(), st.integers(0, 10**8)), st.booleans())
def test_only_the_reach_differs_when_only_the_followers_do(text: str, followers: int | None, checked: bool) -> None:
    without = reading(text)
    assert replace(reading(text, followers, checked=checked), reach=without.reach) == without


@given(POSTS, st.text(), st.sampled_from(["x", "facebook", "google_review"]))
def test_a_name_and_a_channel_change_nothing(text: str, name: str, channel: str) -> None:
    assert read(Ask(text, channel=channel, name=name), shipped_values()) == reading(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("My parcel is late and nobody answers", "me parcel late an nobody no answer"),
        ("You charged me twice, please fix it", "u charged me twice pls fix it"),
        ("The kettle broke after a week", "De kettle broke after one week o"),
    ],
)
def test_a_way_of_writing_changes_no_severity(one: str, other: str) -> None:
    assert reading(one).severity == reading(other).severity


def test_a_text_past_the_limit_is_marked_as_cut() -> None:
    assert reading("late " * 2_000).cut
    assert not reading("late").cut
