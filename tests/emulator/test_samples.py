"""Apps in the manner of Slack's own samples work here as they do in Slack; none of them knows that it is not Slack."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.models.messages.chunk import TaskUpdateChunk

from tests.emulator.samples import agent, starter
from tests.emulator.samples import reporter as reporting
from tests.emulator.samples.running import asynchronously, over_http, over_socket
from tests.emulator.samples.seeing import EVERYBODY, hears, modal, readers, refusals, said
from tests.emulator.stand_in import channel_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]

GENERAL, LEADS, RANDOM = "C0GENERAL", "C0LEADS", "C0RANDOM"
PATIENCE = 10.0


@pytest.fixture(params=["socket", "http"])
def box(request: pytest.FixtureRequest) -> Iterator[LocalSlack]:
    """The starter sample, reached in both ways."""
    running = over_socket if request.param == "socket" else over_http
    with running(starter.MANIFEST, starter.build) as slack:
        yield slack


def test_the_starter_answers_everybody_a_person_or_nobody_else(box: LocalSlack) -> None:
    box.do("say", user="U0MO", channel=GENERAL, text="Good morning all")
    hears(box, "U0MO", GENERAL, "Good morning, <@U0MO>!")
    assert readers(box, GENERAL, "Good morning, <@U0MO>!") == set(EVERYBODY)

    assert box.do("command", user="U0ANA", channel=GENERAL, text="/sample-command one & two") == {"ok": True}
    answer = hears(box, "U0ANA", GENERAL, "You wrote: one &amp; two")
    assert answer["ephemeral"]
    assert readers(box, GENERAL, "You wrote") == {"U0ANA"}

    asked = box.do("say", user="U0LEE", channel=GENERAL, text="<@U0BOT> are you open?")["ts"]
    assert hears(box, "U0LEE", GENERAL, "The box is open")["thread_ts"] == asked
    assert readers(box, GENERAL, "The box is open") == set(EVERYBODY)


def test_a_suggestion_goes_through_its_window_into_the_channel(box: LocalSlack) -> None:
    assert box.do("shortcut", user="U0ANA", callback_id="suggest") == {"ok": True}
    view = modal(box, "U0ANA", "A suggestion")
    assert box.see("U0MO")["modals"] == []
    where = {"view": view["id"]}

    typed = _values("idea", "idea_text", {"type": "plain_text_input", "value": "Tea"})
    box.do("press", user="U0ANA", where=where, action=_button("add_hint"), values=typed)
    hinted = box.wait(lambda: _view_with(box, "U0ANA", "hint"), what="the hint")
    assert hinted["hash"] != view["hash"]
    assert hinted["state"]["values"]["idea"]["idea_text"]["value"] == "Tea"

    box.do("press", user="U0ANA", where=where, action=_button("house_rules"))
    rules = modal(box, "U0ANA", "House rules")
    assert (rules["previous_view_id"], rules["root_view_id"]) == (view["id"], view["id"])
    box.do("close", user="U0ANA", view_id=rules["id"])

    shelf = _offered(box, where, "17")[1]
    assert shelf["value"] == "Shelf 117"
    values = {**typed, **_values("shelf", "shelf_choice", _chosen("external_select", shelf)), **_place(LEADS)}
    told = box.do("submit", user="U0ANA", view_id=view["id"], values=values)
    assert told == {"ok": False, "errors": {"idea": "A few words more, please."}}
    assert modal(box, "U0ANA", "A suggestion")["errors"] == told["errors"]

    values |= _values("idea", "idea_text", {"type": "plain_text_input", "value": "Tea for the night shift"})
    assert box.do("submit", user="U0ANA", view_id=view["id"], values=values) == {"ok": True}
    assert box.see("U0ANA")["modals"] == []
    hears(box, "U0LEE", LEADS, "<@U0ANA> suggests for Shelf 117: Tea for the night shift")
    assert readers(box, LEADS, "suggests") == {"U0ANA", "U0LEE"}


def test_an_external_menu_asks_the_app_with_every_letter(box: LocalSlack) -> None:
    box.do("shortcut", user="U0MO", callback_id="suggest")
    where = {"view": modal(box, "U0MO", "A suggestion")["id"]}
    groups = box.do("suggest", user="U0MO", where=where, block_id="shelf", action_id="shelf_choice", value="")["option_groups"]
    assert [len(group["options"]) for group in groups] == [starter.PER_GROUP] * (starter.SHELVES // starter.PER_GROUP)
    found = [option["value"] for option in _offered(box, where, "24", "U0MO")]
    assert found == ["Shelf 24", "Shelf 124", "Shelf 224", "Shelf 240"]


def test_home_is_published_for_the_one_who_opens_it_and_opens_windows(box: LocalSlack) -> None:
    box.do("open_home", user="U0LEE", tab="home")
    home = box.wait(lambda: box.see("U0LEE")["home"], what="the Home tab")
    assert home["blocks"][0]["text"]["text"] == "*Welcome, <@U0LEE>*"
    assert box.see("U0MO")["home"] is None
    box.do("press", user="U0LEE", where={"home": True}, action=_button("from_home", "start"))
    modal(box, "U0LEE", "A suggestion")


def test_where_the_app_is_no_member_only_the_forms_own_address_reaches(box: LocalSlack) -> None:
    box.do("shortcut", user="U0MO", callback_id="suggest")
    view = modal(box, "U0MO", "A suggestion")
    shelf = _offered(box, {"view": view["id"]}, "9", "U0MO")[0]
    values = {
        **_values("idea", "idea_text", {"type": "plain_text_input", "value": "Lamps in the yard"}),
        **_values("shelf", "shelf_choice", _chosen("external_select", shelf)),
        **_place(RANDOM),
    }
    assert box.do("submit", user="U0MO", view_id=view["id"], values=values) == {"ok": True}
    hears(box, "U0MO", RANDOM, "I could not post there: not_in_channel")
    assert readers(box, RANDOM, "could not post") == {"U0MO"}
    assert readers(box, RANDOM, "suggests") == set()


class Thoughts:
    """A model that goes on when the test lets it."""

    def __init__(self) -> None:
        self.gates = [threading.Event(), threading.Event()]
        self.questions: list[str] = []

    def __call__(self, question: str) -> Iterator[str | TaskUpdateChunk]:
        self.questions.append(question)
        assert self.gates[0].wait(PATIENCE)
        yield TaskUpdateChunk(id="keys", title="Looking in the drawer", status="in_progress")
        yield "The **porter** "
        assert self.gates[1].wait(PATIENCE)
        yield TaskUpdateChunk(id="keys", title="Looking in the drawer", status="complete")
        yield "has a key."

    def go(self) -> None:
        for gate in self.gates:
            gate.set()


@pytest.fixture
def thoughts() -> Iterator[Thoughts]:
    thoughts = Thoughts()
    yield thoughts
    thoughts.go()


@pytest.fixture
def helper(thoughts: Thoughts) -> Iterator[LocalSlack]:
    """The agent sample over Socket Mode."""
    with over_socket(agent.MANIFEST, lambda client: agent.build(client, thoughts)) as slack:
        yield slack


def test_the_agents_messages_tab_has_its_prompts_pinned(helper: LocalSlack) -> None:
    helper.do("open_home", user="U0MO", tab="messages", viewing=GENERAL)
    prompts = helper.wait(lambda: channel_of(helper, "U0MO", "D0MO")["prompts"], what="prompts")
    assert [prompt["title"] for prompt in prompts] == ["I am locked out", "A lamp is broken"]
    assert channel_of(helper, "U0ANA", "D0ANA")["prompts"] == []
    helper.do("open_home", user="U0MO", tab="home")
    home = helper.wait(lambda: helper.see("U0MO")["home"], what="the Home tab")
    assert home["blocks"][0]["text"]["text"] == "Keys, doors and lamps"


def test_an_agent_thinks_writes_bit_by_bit_and_asks_how_it_was(helper: LocalSlack, thoughts: Thoughts) -> None:
    helper.do("open_home", user="U0MO", tab="messages", viewing=GENERAL)
    helper.do("look", user="U0MO", channel="C0FEED")
    helper.wait(lambda: _answered(helper, "app_context_changed"), what="the new context")
    root = helper.do("say", user="U0MO", channel="D0MO", text="I am locked out")["ts"]
    status = helper.wait(lambda: channel_of(helper, "U0MO", "D0MO")["status"], what="the status")
    assert status == {"thread_ts": root, "text": "is thinking…"}
    assert said(helper, "U0MO", "D0MO", "I am locked out")[0]["reactions"] == {"eyes": ["U0BOT"]}

    thoughts.gates[0].set()
    growing = hears(helper, "U0MO", "D0MO", "The **porter** ")
    assert (growing["streaming"], growing["thread_ts"]) == (True, root)
    assert growing["blocks"][0]["tasks"][0]["status"] == "in_progress"
    assert channel_of(helper, "U0MO", "D0MO")["status"] is None

    thoughts.gates[1].set()
    whole = _finished(helper, "U0MO", "D0MO", 1)
    assert whole["text"] == "The **porter** has a key. (You look at <#C0FEED>.)"
    assert [block["type"] for block in whole["blocks"]] == ["plan", "markdown", "context_actions"]
    assert whole["blocks"][0]["tasks"][0]["status"] == "complete"
    assert not whole["edited"]
    assert refusals(helper) == []


def test_an_agent_answers_in_a_channels_thread_and_stays_in_it(helper: LocalSlack, thoughts: Thoughts) -> None:
    thoughts.go()
    root = helper.do("say", user="U0ANA", channel=GENERAL, text="<@U0BOT> who has a key?")["ts"]
    answer = _finished(helper, "U0ANA", GENERAL, 1)
    assert answer["thread_ts"] == root
    assert readers(helper, GENERAL, "has a key.") == set(EVERYBODY)
    started = next(one["request"] for one in helper.log() if one["title"] == "chat.startStream")
    assert (started["recipient_team_id"], started["recipient_user_id"]) == ("T0LOCAL", "U0ANA")

    helper.do("say", user="U0LEE", channel=GENERAL, text="what about me?", thread_ts=root)
    _finished(helper, "U0LEE", GENERAL, 2)
    helper.do("say", user="U0LEE", channel=GENERAL, text="<@U0BOT>")
    hears(helper, "U0LEE", GENERAL, "What can I do for you?")
    assert thoughts.questions == ["who has a key?", "what about me?"]


@pytest.mark.parametrize("liked", [True, False])
def test_feedback_is_answered_to_the_one_who_gave_it(helper: LocalSlack, thoughts: Thoughts, liked: bool) -> None:
    thoughts.go()
    helper.do("say", user="U0ANA", channel=GENERAL, text="<@U0BOT> who has a key?")
    answer = _finished(helper, "U0ANA", GENERAL, 1)
    action = {"type": "feedback_buttons", "block_id": "judge", "action_id": "feedback", "value": "good" if liked else "bad"}
    assert helper.do("press", user="U0LEE", where={"message": {"channel": GENERAL, "ts": answer["ts"]}}, action=action)["ok"]
    if not liked:
        view = modal(helper, "U0LEE", "Sorry")
        values = _values("reason", "reason_text", {"type": "plain_text_input", "value": "which porter?"})
        assert helper.do("submit", user="U0LEE", view_id=view["id"], values=values) == {"ok": True}
    words = "Good to hear." if liked else "Noted: which porter?"
    told = hears(helper, "U0LEE", GENERAL, words)
    assert (told["ephemeral"], told["thread_ts"]) == (True, answer["thread_ts"])
    assert readers(helper, GENERAL, words) == {"U0LEE"}


@pytest.fixture
def reporter() -> Iterator[LocalSlack]:
    """The asynchronous sample; it reads over GET with query strings, which the others never do."""
    with asynchronously(reporting.MANIFEST, reporting.build) as slack:
        yield slack


def test_an_asynchronous_app_carries_a_report_to_the_leads_and_back(reporter: LocalSlack) -> None:
    assert reporter.do("command", user="U0MO", channel=GENERAL, text="/reports") == {"ok": True}
    assert readers(reporter, GENERAL, "choose Report") == {"U0MO"}

    ts = reporter.do("say", user="U0LEE", channel=GENERAL, text="Your lamps are ugly")["ts"]
    reporter.do("message_shortcut", user="U0MO", callback_id="report", channel=GENERAL, ts=ts)
    view = modal(reporter, "U0MO", "Report")
    rude = view["blocks"][1]["element"]["options"][0]
    values = _values("reason", "reason_choice", _chosen("radio_buttons", rude))
    assert reporter.do("submit", user="U0MO", view_id=view["id"], values=values) == {"ok": True}
    report = hears(reporter, "U0ANA", LEADS, "<@U0MO> reports a message of lee in #general: It is rude")
    assert readers(reporter, LEADS, "reports a message") == {"U0ANA", "U0LEE"}

    where = {"message": {"channel": LEADS, "ts": report["ts"]}}
    assert reporter.do("press", user="U0ANA", where=where, action=_button("decide_keep", "decision"))["ok"]
    decided = hears(reporter, "U0LEE", LEADS, "decided by <@U0ANA>: keep")
    assert (decided["ts"], len(decided["blocks"])) == (report["ts"], 1)
    hears(reporter, "U0MO", "D0MO", "The leads decided: keep")
    assert refusals(reporter) == []


def test_an_asynchronous_app_hears_of_a_window_that_was_closed(reporter: LocalSlack) -> None:
    ts = reporter.do("say", user="U0LEE", channel=GENERAL, text="Your lamps are ugly")["ts"]
    reporter.do("message_shortcut", user="U0MO", callback_id="report", channel=GENERAL, ts=ts)
    reporter.do("close", user="U0MO", view_id=modal(reporter, "U0MO", "Report")["id"])
    hears(reporter, "U0MO", "D0MO", "Nothing was reported.")
    assert readers(reporter, LEADS, "reports") == set()


def _button(action_id: str, block_id: str = "help") -> Json:
    return {"type": "button", "block_id": block_id, "action_id": action_id}


def _values(block_id: str, action_id: str, value: Json) -> Json:
    return {block_id: {action_id: value}}


def _chosen(kind: str, option: Json) -> Json:
    return {"type": kind, "selected_option": option}


def _place(channel: str) -> Json:
    return _values("place", "place_choice", {"type": "conversations_select", "selected_conversation": channel})


def _offered(slack: LocalSlack, where: Json, typed: str, user: str = "U0ANA") -> list[Json]:
    answer = slack.do("suggest", user=user, where=where, block_id="shelf", action_id="shelf_choice", value=typed)
    return list(answer["options"])


def _view_with(slack: LocalSlack, user: str, block_id: str) -> Json | None:
    return next((view for view in slack.see(user)["modals"] if any(one["block_id"] == block_id for one in view["blocks"])), None)


def _answered(slack: LocalSlack, title: str) -> list[Json]:
    return [one for one in slack.log() if one["title"] == title and one["status"] == "ok"]


def _finished(slack: LocalSlack, user: str, channel: str, count: int) -> Json:
    """The `count`-th answer whose stream has ended."""

    def ended() -> list[Json]:
        found = [one for one in said(slack, user, channel, "has a key.") if not one["streaming"]]
        return found if len(found) >= count else []

    return dict(slack.wait(ended, what=f"answer {count}")[-1])
