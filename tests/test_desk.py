"""The main job end to end on the shipped company: what every person may rely on, whatever the post says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.model import UNKNOWN, Ask
from bot.shapes import advice_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.desk import Desk
    from bot.model import Advice

POSTS = (
    "my bag came off the belt in two pieces and the desk says fill in a form",
    "You lot charged me for two nights, I stayed one. Rent is due Friday.",
    "Third email, still nothing. Hello?",
    "The lady at the bakery counter made my nan's day. Thank you!",
    "the man on till 4 told my daughter to hurry up or get out",
    "there was a plaster in my soup",
    "what time do you open on Sunday",
    "I'll see you in court over this",
    "a drone landed on the roof of your depot and a pigeon now lives in it",
)
AUDIENCES = (None, 0, 12, 99_999, 250_000, 1_200_000)


@pytest.mark.parametrize("post", POSTS)
def test_a_follower_count_changes_neither_draft_nor_remedy_nor_severity(desk: Desk, post: str) -> None:
    def owed(advice: Advice) -> tuple[object, ...]:
        authority = advice.authority
        return advice.drafts, advice.holding, authority.may, authority.apology_max, advice.reading.severity, advice.matches

    answers = [desk.reply(Ask(post, followers=count, checked=checked)) for count in AUDIENCES for checked in (False, True)]
    assert len({owed(advice) for advice in answers}) == 1


@pytest.mark.parametrize("post", POSTS)
def test_a_claimed_audience_changes_nothing_at_all(desk: Desk, post: str) -> None:
    plain, claimed = desk.reply(Ask(post)), desk.reply(Ask(post, followers=5_000_000))
    assert claimed.authority == plain.authority


def test_a_checked_million_is_answered_sooner_and_a_lead_is_told(desk: Desk) -> None:
    post = POSTS[0]
    quiet, loud = desk.reply(Ask(post)), desk.reply(Ask(post, followers=1_200_000, checked=True))
    assert loud.authority.due_minutes < quiet.authority.due_minutes
    assert {tell.contact for tell in loud.authority.tell} > {tell.contact for tell in quiet.authority.tell}


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize("channel", ["x", "facebook", "google_review", "tiktok", "google_play"])
def test_nothing_shown_mentions_an_audience_or_exceeds_the_channel(desk: Desk, post: str, channel: str) -> None:
    advice = desk.reply(Ask(post, channel=channel, followers=800_000, checked=True, name="Mo"))
    for draft in (*advice.drafts, advice.holding):
        assert not re.search(r"follower|influenc|audience|verified", draft.text, re.IGNORECASE)
        assert draft.limit is None or draft.count <= draft.limit


@pytest.mark.parametrize("post", POSTS)
def test_two_different_versions_and_a_holding_line_are_always_there(desk: Desk, post: str) -> None:
    advice = desk.reply(Ask(post))
    assert len({draft.text for draft in advice.drafts}) >= 2
    assert advice.holding.text


@pytest.mark.parametrize("post", POSTS)
def test_the_same_post_gives_the_same_advice_and_another_seed_another_version(desk: Desk, post: str) -> None:
    assert desk.reply(Ask(post)) == desk.reply(Ask(post))
    assert desk.reply(Ask(post, seed=1)).drafts[0].text != desk.reply(Ask(post)).drafts[0].text


@pytest.mark.parametrize("post", POSTS)
def test_every_sentence_names_its_source_and_the_values_behind_it(desk: Desk, post: str) -> None:
    advice = desk.reply(Ask(post, name="Mo"))
    assert advice.values
    for sentence in advice.drafts[0].sentences:
        assert re.fullmatch(r"[\w-]+#[\w.]+@[0-9a-f]{8}|values#signoff", sentence.source)
    assert " ".join(sentence.text for sentence in advice.drafts[0].sentences) == advice.drafts[0].text


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}|\d+", text.casefold()))


@pytest.fixture(scope="module")
def approved(desk: Desk) -> set[str]:
    """Every word that a manager wrote: in playbooks, values, slots."""
    parts = [desk.knowledge.values.model_dump_json(), "within minutes hour hours days by the end"]
    parts += [loaded.playbook.model_dump_json() for loaded in desk.knowledge.playbooks.values()]
    digits = {str(number) for number in range(61)}
    return _words(" ".join(parts)) | digits


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.from_regex(r"zq[a-y]{4,8}|[1-9][0-9]{5,8}", fullmatch=True), min_size=1, max_size=6),
    post=st.sampled_from(POSTS),
)
def test_nothing_that_a_customer_writes_flows_into_a_reply(desk: Desk, approved: set[str], words: list[str], post: str) -> None:
    advice = desk.reply(Ask(f"{' '.join(words)} {post} {' '.join(words)}"))
    for draft in (*advice.drafts, advice.holding):
        assert _words(draft.text) <= approved
        assert not _words(" ".join(words)) & _words(draft.text)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=300))
def test_any_text_gives_a_card_or_one_clear_sentence(desk: Desk, text: str) -> None:
    try:
        advice = desk.reply(Ask(text))
    except Misuse:
        return
    json.dumps(advice_json(advice))
    assert advice.drafts


def test_naughty_strings_and_injections_give_a_card_and_are_never_echoed(desk: Desk, shared_data: Callable[[str], Path]) -> None:
    strings = json.loads(shared_data("blns.json").read_text(encoding="utf-8"))
    for text in strings:
        try:
            advice = desk.reply(Ask(text))
        except Misuse:
            continue
        assert all(len(text) < 8 or text not in draft.text for draft in advice.drafts)


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n", "\0\1\2", "abc\0def", "\u200b\u200d"])
def test_an_empty_or_binary_post_is_refused_in_one_sentence(desk: Desk, text: str) -> None:
    with pytest.raises(Misuse) as refused:
        desk.reply(Ask(text))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["😡😡😡", "💀", "👍🏽"])
def test_a_post_of_emoji_alone_is_a_post(desk: Desk, text: str) -> None:
    assert desk.reply(Ask(text)).drafts


def test_another_language_is_held_and_said(desk: Desk) -> None:
    advice = desk.reply(Ask("Llevo tres semanas esperando mi paquete y nadie contesta al teléfono, es una vergüenza"))
    assert advice.reading.language == "es"
    assert advice.authority.verdict == "hold"
    assert any("language" in caution for caution in advice.authority.cautions)


def test_where_no_playbook_fits_none_is_named(desk: Desk) -> None:
    advice = desk.reply(Ask(POSTS[-1]))
    assert advice.matches.decision == "none"
    assert advice.matches.first.playbook == UNKNOWN


@pytest.mark.parametrize(
    ("post", "playbook"),
    [("u guys r the best ever!!", "praise-advocate"), ("dont see a reason to wake up tmrw", "distress-self-harm")],
)
def test_what_search_doubts_and_rules_confirm_is_named(desk: Desk, post: str, playbook: str) -> None:
    assert desk.reply(Ask(post)).matches.first.playbook == playbook


def test_nobody_who_is_sarcastic_is_thanked_for_praise(desk: Desk) -> None:
    advice = desk.reply(Ask("love how your driver shut the doors on us in the rain, brilliant service"))
    assert advice.matches.first.playbook != "praise-advocate"


def test_a_person_can_choose_the_playbook_themselves(desk: Desk) -> None:
    advice = desk.reply(Ask("hm", playbook="staff-rude"))
    assert all(sentence.source.startswith("staff-rude#") for sentence in advice.drafts[0].sentences)


@pytest.mark.parametrize(
    "ask", [Ask("hello there", channel="fax"), Ask("hello there", role="king"), Ask("hello there", playbook="no-such")]
)
def test_what_does_not_exist_is_refused_by_name(desk: Desk, ask: Ask) -> None:
    with pytest.raises(Misuse, match=r"fax|king|no-such"):
        desk.reply(ask)


@pytest.mark.parametrize("post", POSTS)
def test_severity_comes_before_reach(desk: Desk, post: str) -> None:
    """A serious matter of an unknown person is due sooner than, and held apart from, a routine one of a million."""
    serious = desk.reply(Ask("your heater caught fire and burned my hand"))
    other = desk.reply(Ask(post, followers=2_000_000, checked=True))
    if other.reading.severity >= 4:
        assert serious.authority.due_minutes < other.authority.due_minutes


def test_a_name_or_a_handle_changes_nothing_but_the_signature(desk: Desk) -> None:
    plain = desk.reply(Ask(POSTS[4]))
    named = desk.reply(Ask(POSTS[4], name="Ana"))
    assert replace(named.authority) == plain.authority
    assert named.drafts[0].text.startswith(plain.drafts[0].text)


@pytest.mark.parametrize("post", POSTS)
def test_the_short_reply_is_never_longer_and_is_as_clean(desk: Desk, post: str) -> None:
    usual, short = desk.reply(Ask(post, name="Mo")), desk.reply(Ask(post, name="Mo", short=True))
    assert short.drafts[0].count <= usual.drafts[0].count
    assert not [finding for finding in short.findings[0] if finding.level == "block"]
    assert short.authority == usual.authority


def test_a_reporter_whom_the_asker_names_is_a_red_flag_whatever_the_words(desk: Desk) -> None:
    quiet, told = (
        desk.reply(Ask("what time do you open on Sunday")),
        desk.reply(Ask("what time do you open on Sunday", poster="press")),
    )
    assert not quiet.reading.flags
    assert [(flag.id, flag.source) for flag in told.reading.flags] == [("press", "asker")]
    assert (told.reading.poster, told.authority.verdict) == ("press", "hold")


def test_own_words_are_checked_with_what_this_person_may_give_here(desk: Desk) -> None:
    ask = Ask(POSTS[0], name="Mo")
    advice = desk.reply(ask)
    draft, findings = desk.own_words(ask, advice, "So sorry. I have refunded 900 dollars today. ^Mo")
    assert draft.count == len("So sorry. I have refunded 900 dollars today. ^Mo")
    assert any(finding.level == "block" for finding in findings)


def test_an_approved_draft_in_own_words_has_the_findings_of_the_draft(desk: Desk) -> None:
    for post in POSTS:
        ask = Ask(post, name="Mo")
        advice = desk.reply(ask)
        assert desk.own_words(ask, advice, advice.drafts[0].text)[1] == advice.findings[0]


def test_there_are_holding_lines_when_nothing_is_known_yet(desk: Desk) -> None:
    lines = desk.holding(Ask("", name="Mo"))
    assert len({line.text for line in lines}) == len(lines) > 1
    assert all(line.count <= line.house for line in lines)


def test_a_playbook_is_found_by_any_of_its_words(desk: Desk) -> None:
    assert "damaged-lost-belongings" in {playbook.id for playbook in desk.playbooks("LUGGAGE broke")}
    assert desk.playbooks("no such words anywhere") == ()
