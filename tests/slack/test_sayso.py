"""`/sayso`, mentions and the Messages tab: the same words get the same answer, and nobody ever sees our insides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from bot.slack.blocks.answers import COMMANDS
from bot.slack.manifest import PROMPTS
from tests.slack.conversation import GENERAL, Person, labels, said
from tests.slack.sent import sent, visible
from tests.slack.test_redact import written  # noqa: F401, because it is the fixture that reads the log

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.desk import Desk
    from bot.emulator.local import LocalSlack

    Json = dict[str, Any]
    Way = Callable[[Person, str], str]

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
INSIDES = re.compile(r"Traceback|\b\w+(?:Error|Exception)\b|File \"|\.py\b|sqlite|\bNone\b|\[SQL|<class")


def by_command(person: Person, words: str) -> str:
    """Asks with `/sayso`; the channel in which the answer stands."""
    assert person.types(f"/sayso {words}")["ok"]
    return GENERAL


def by_mention(person: Person, words: str) -> str:
    """Asks by name in a channel."""
    person.types(f"@Sayso {words}")
    return GENERAL


def in_messages(person: Person, words: str) -> str:
    """Asks in the Messages tab."""
    person.types(words, person.dm())
    return person.dm()


WAYS = pytest.mark.parametrize("way", [by_command, by_mention, in_messages])


@WAYS
@pytest.mark.parametrize("words", ["help", "hello", "Hi!"])
def test_help_names_every_command(mo: Person, way: Way, words: str) -> None:
    answer = mo.waits_for("What I can do", way(mo, words))
    assert all(command in said(answer) and gives in said(answer) for command, gives in COMMANDS)
    assert labels(answer) == ["Draft a reply"]


def test_sayso_alone_is_help(mo: Person) -> None:
    mo.types("/sayso")
    assert mo.waits_for("What I can do", GENERAL, ephemeral=True)


@WAYS
def test_a_question_is_answered_from_our_own_files(mo: Person, way: Way) -> None:
    answer = mo.waits_for("The short answer", way(mo, "ask: may I delete a comment that swears at us?"))
    assert "Leave it up and answer it" in said(answer)
    assert "Not what you meant? Ask Shift lead." in said(answer)


@WAYS
def test_where_nothing_written_answers_a_person_is_named(mo: Person, way: Way) -> None:
    answer = mo.waits_for("Nothing that we have written answers this", way(mo, "ask: what colour is the moon of jupiter"))
    assert "Ask Shift lead." in said(answer)


@WAYS
def test_own_words_are_checked_and_shown_as_they_were_written(mo: Person, way: Way) -> None:
    words = "Call me on 555 010 9999 & I'll refund <b>5000</b> dollars"
    answer = mo.waits_for("before you post this", way(mo, f"check: {words}"))
    assert words in visible(answer)


@WAYS
def test_good_words_pass_the_check(mo: Person, way: Way) -> None:
    good = "Your bag is ours to put right. I've opened a claim in my name and I'll write here within 4 hours. ^Mo"
    assert mo.waits_for("You may post this", way(mo, f"check: {good}"))


@WAYS
def test_our_values_come_in_the_order_in_which_they_win(mo: Person, desk: Desk, way: Way) -> None:
    answer = said(mo.waits_for("Our values", way(mo, "values")))
    values = desk.knowledge.values
    places = [answer.index(values.value(identifier).name) for identifier in values.value_order]
    assert places == sorted(places)


@WAYS
def test_playbooks_are_found_by_words(mo: Person, desk: Desk, way: Way) -> None:
    found = desk.playbooks("bag")
    answer = mo.waits_for(f"{len(found)} playbook", way(mo, "playbooks bag"))
    assert all(playbook.id in said(answer) for playbook in found)


@WAYS
def test_a_playbook_that_is_not_there_is_said_to_be_missing(mo: Person, way: Way) -> None:
    assert mo.waits_for("No playbook about “zzgrmpf”", way(mo, "playbooks zzgrmpf"))


@WAYS
def test_holding_lines_are_ready_to_copy(mo: Person, way: Way) -> None:
    answer = mo.waits_for("When you do not know yet", way(mo, "holding"))
    copied = [block for block in answer["blocks"] if block["type"] == "rich_text"]
    assert len(copied) >= 2
    assert all("Mo" in visible({"blocks": [block]}) for block in copied)


@WAYS
def test_a_holding_line_for_a_post_is_one_for_that_post(mo: Person, way: Way) -> None:
    answer = mo.waits_for("When you do not know yet", way(mo, f"holding for: {BAG}"))
    assert len([block for block in answer["blocks"] if block["type"] == "rich_text"]) == 1


@WAYS
@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("may I refund 80", "Yes, you may: refund 80 USD, up to 100 USD."),
        ("may I refund 101", "Ask first: refund 101 USD. It is for "),
        ("can i replace it?", "Yes, you may: replace"),
    ],
)
def test_may_i_is_answered_with_yes_or_with_who_may(mo: Person, way: Way, words: str, answered: str) -> None:
    answer = mo.waits_for(answered, way(mo, words))
    assert "values.yaml" in said(answer)


@pytest.mark.parametrize("way", [by_command, by_mention])
def test_in_a_channel_only_the_asker_sees_the_answer(mo: Person, ana: Person, lee: Person, way: Way) -> None:
    assert mo.waits_for("Our values", way(mo, "values"), ephemeral=True)
    assert not [message for other in (ana, lee) for message in other.messages() if "Our values" in said(message)]


@WAYS
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ask:", "The question is empty"),
        ("ask: \u200b", "The question is empty"),
        ("check:", "The draft is empty"),
        ("check: \u200b", "The draft is empty"),
        ("reply:", "The post is empty"),
        ("reply to this: \u200b\u2060", "The post is empty"),
        ("may I give 80", "Say what you would like to give: "),
    ],
)
def test_wrong_input_is_answered_with_the_mend_in_plain_words(mo: Person, way: Way, words: str, told: str) -> None:
    answer = mo.waits_for(told, way(mo, words))
    assert "/sayso help" in said(answer)
    assert not INSIDES.search(said(answer))


@pytest.mark.parametrize(
    ("verb", "told"), [("ask", "The question is empty"), ("check", "The draft is empty"), ("reply", "The post")]
)
def test_after_sayso_a_bare_verb_is_no_post(mo: Person, verb: str, told: str) -> None:
    assert mo.waits_for(told, by_command(mo, verb))


def test_after_sayso_no_colon_is_needed(mo: Person) -> None:
    assert mo.waits_for("Leave it up and answer it", by_command(mo, "ask may I delete a comment that swears at us?"))
    assert mo.waits_for("before you post this", by_command(mo, "check I'll refund 5000 dollars"))


def test_a_mention_is_answered_in_its_thread(mo: Person) -> None:
    asked = mo.types("@Sayso values")["ts"]
    assert mo.waits_for("Our values")["thread_ts"] == asked
    reply = mo.types("what do you think?", thread=asked)["ts"]
    mo.types("@Sayso playbooks bag", thread=asked)
    assert reply != asked
    assert mo.waits_for("about “bag”")["thread_ts"] == asked


def test_share_here_shows_the_reply_to_everybody_in_the_thread_and_the_post_to_nobody(mo: Person, ana: Person) -> None:
    asked = mo.types(f"@Sayso {BAG}")["ts"]
    card = mo.card(GENERAL)
    assert card["ephemeral"]
    assert not [message for message in ana.messages() if "Reply: " in message["text"]]
    mo.presses("Share here", card)
    shared = ana.waits_for("shares a reply", GENERAL, ephemeral=False)
    assert shared["thread_ts"] == asked
    assert shared["text"].startswith("<@U0MO> shares a reply: ")
    assert BAG not in said(shared)
    assert mo.card(GENERAL)["ephemeral"]


def test_only_a_mention_offers_to_share(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    assert "Share here" not in labels(mo.card(GENERAL))
    mo.types(BAG, mo.dm())
    assert "Share here" not in labels(mo.card(mo.dm()))


def test_the_messages_tab_opens_with_what_one_may_ask(mo: Person) -> None:
    mo.slack.do("open_home", user=mo.user, tab="messages")
    prompts = mo.slack.wait(lambda: next(one["prompts"] for one in mo.sees()["channels"] if one["app"]), what="prompts")
    assert [(one["title"], one["message"]) for one in prompts] == list(PROMPTS)


@pytest.mark.parametrize(
    ("prompt", "answered"),
    [
        (PROMPTS[0][1], "The post is empty; paste the customer's words"),
        (PROMPTS[1][1], "Yes, you may: refund 80 USD"),
        (PROMPTS[2][1], "Ask Shift lead"),
        (PROMPTS[3][1], "Leave it up and answer it"),
    ],
)
def test_every_suggested_prompt_is_answered_as_it_stands(mo: Person, prompt: str, answered: str) -> None:
    assert mo.waits_for(answered, in_messages(mo, prompt))


def test_while_it_is_read_the_messages_tab_says_so_and_the_answer_ends_it(mo: Person, slack: LocalSlack) -> None:
    mo.waits_for("Our values", in_messages(mo, "values"))
    titles = [one.title for one in sent(slack)]
    assert titles.index("assistant.threads.setStatus") < titles.index("chat.postMessage")
    assert next(one["status"] for one in mo.sees()["channels"] if one["app"]) is None


def test_a_post_pasted_into_the_messages_tab_gets_its_card_in_a_thread(mo: Person, ana: Person) -> None:
    asked = mo.types(BAG, mo.dm())["ts"]
    card = mo.card(mo.dm())
    assert card["thread_ts"] == asked
    assert "I posted it" in labels(card)
    assert not [message for message in ana.messages() if "Reply: " in message["text"]]


def test_the_card_of_the_messages_tab_has_working_buttons(mo: Person) -> None:
    before = mo.waits_for("Reply: ", in_messages(mo, BAG))
    mo.presses("Holding line", before)
    after = mo.slack.wait(lambda: next((m for m in mo.messages(mo.dm()) if m["ts"] == before["ts"] and m != before), None))
    assert "Reply: " in after["text"]


def test_a_colleagues_question_in_plain_words_is_no_post(mo: Person) -> None:
    assert mo.waits_for("Leave it up and answer it", in_messages(mo, "May we delete a comment that swears at us?"))


def test_nobody_else_is_answered_in_the_messages_tab_of_another(mo: Person, ana: Person) -> None:
    mo.waits_for("Our values", in_messages(mo, "values"))
    assert not ana.messages(ana.dm())
