"""Modals: what a person must mend first, what the app may answer, and the stack of three."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.emulator.stand_in import SILENCE

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.emulator.local import LocalSlack
    from tests.emulator.stand_in import StandIn

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def field(name: str, kind: str = "plain_text_input", *, optional: bool = False, **more: Any) -> Json:
    element = {"type": kind, "action_id": "it", **more}
    return {"type": "input", "block_id": name, "label": plain(name), "optional": optional, "element": element}


def modal(*blocks: Json, **more: Any) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("Form"),
        "submit": plain("Send"),
        "blocks": list(blocks),
        **more,
    }


def button(name: str = "more") -> Json:
    element = {"type": "button", "action_id": "go", "text": plain("More")}
    return {"type": "actions", "block_id": name, "elements": [element]}


def opened(slack: LocalSlack, app: StandIn, bot: WebClient, view: Json) -> Json:
    """The modal as the person sees it, opened by a shortcut."""
    count = len([one for one in app.heard if one["type"] == "interactive"]) + 1
    slack.do("shortcut", user="U0MO", callback_id="draft")
    trigger = app.wait("interactive", count)["trigger_id"]
    return dict(bot.views_open(trigger_id=trigger, view=view)["view"])


def stack(slack: LocalSlack) -> list[Json]:
    return list(slack.see("U0MO")["modals"])


def typed(**values: str) -> Json:
    return {name: {"it": {"type": "plain_text_input", "value": value}} for name, value in values.items()}


def submit(slack: LocalSlack, view: Json, **values: str) -> Json:
    return slack.do("submit", user="U0MO", view_id=view["id"], values=typed(**values))


def test_a_submission_has_all_of_slacks_fields(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    form = modal(field("post"), field("link", "url_text_input", optional=True), private_metadata="m", external_id="e")
    view = opened(slack, app, bot, form)
    assert submit(slack, view, post="hello") == {"ok": True}
    payload = app.wait("interactive", 2)
    sent = payload["view"]
    assert payload["type"] == "view_submission"
    assert sent["state"]["values"] == {
        "post": {"it": {"type": "plain_text_input", "value": "hello"}},
        "link": {"it": {"type": "url_text_input", "value": None}},
    }
    assert (sent["private_metadata"], sent["external_id"], sent["callback_id"]) == ("m", "e", "form")
    assert {"id", "hash", "root_view_id", "previous_view_id", "app_id", "bot_id", "title", "submit", "close", "blocks"} <= set(
        sent
    )
    assert payload["response_urls"] == []
    assert stack(slack) == []


@pytest.mark.parametrize(
    ("block", "value", "message"),
    [
        (field("f"), "", "This field is required."),
        (field("f", min_length=5), "abc", "Write at least 5 characters (now 3)."),
        (field("f", max_length=2), "abc", "Write at most 2 characters (now 3)."),
        (field("f", "email_text_input"), "nobody", "Enter an email address, such as name@example.com"),
        (field("f", "url_text_input"), "example", "Enter a full link, starting with https://"),
        (field("f", "number_input", is_decimal_allowed=False), "1.5", "Enter a whole number."),
        (field("f", "number_input", is_decimal_allowed=True, max_value="3"), "3.5", "Enter 3 or less."),
    ],
)
def test_what_slack_checks_itself_never_reaches_the_app(
    slack: LocalSlack, app: StandIn, bot: WebClient, block: Json, value: str, message: str
) -> None:
    view = opened(slack, app, bot, modal(block))
    assert submit(slack, view, f=value) == {"ok": False, "errors": {"f": message}}
    assert len(app.heard) == 1
    assert stack(slack)[0]["errors"] == {"f": message}


def test_errors_keep_the_modal_open_beside_the_field(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post")))
    app.answer = lambda _: {"response_action": "errors", "errors": {"post": "Too loud"}}
    assert submit(slack, view, post="HELLO") == {"ok": False, "errors": {"post": "Too loud"}}
    assert stack(slack)[0]["errors"] == {"post": "Too loud"}


@pytest.mark.parametrize("errors", [{"nowhere": "x"}, {"row": "x"}, {}, None])
def test_errors_must_name_inputs_of_the_view(slack: LocalSlack, app: StandIn, bot: WebClient, errors: Json | None) -> None:
    view = opened(slack, app, bot, modal(field("post"), button("row")))
    app.answer = lambda _: {"response_action": "errors", "errors": errors}
    assert submit(slack, view, post="x")["notice"] == "We had some trouble connecting. Try again?"


def test_an_update_shows_other_content_under_a_new_hash(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post")))
    app.answer = lambda _: {"response_action": "update", "view": modal(field("other"))}
    assert submit(slack, view, post="x")["ok"]
    now = stack(slack)[0]
    assert (now["id"], now["blocks"][0]["block_id"]) == (view["id"], "other")
    assert now["hash"] != view["hash"]


def test_a_push_lies_on_top_and_clear_takes_all(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post")))
    app.answer = lambda _: {"response_action": "push", "view": modal(field("second"))}
    submit(slack, view, post="x")
    first, second = stack(slack)
    assert (second["root_view_id"], second["previous_view_id"]) == (first["id"], first["id"])
    app.answer = lambda _: {"response_action": "clear"}
    assert submit(slack, second, second="y")["ok"]
    assert stack(slack) == []


def test_an_update_that_slack_would_refuse_is_trouble(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post")))
    app.answer = lambda _: {"response_action": "update", "view": {**modal(field("post")), "title": plain("x" * 25)}}
    assert submit(slack, view, post="x")["notice"] == "We had some trouble connecting. Try again?"
    assert "must be less than 25 characters" in str(slack.log()[-1]["response"])


def test_an_unanswered_submission_is_busy_then_trouble(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post")))
    app.answer = lambda _: SILENCE
    doing = slack.begin("submit", user="U0MO", view_id=view["id"], values=typed(post="x"))
    app.wait("interactive", 2)
    assert stack(slack)[0]["busy"] is True
    slack.control("clock", advance=3)
    assert doing.result(5) == {"ok": False, "notice": "We had some trouble connecting. Try again?"}
    assert (stack(slack)[0]["busy"], stack(slack)[0]["notice"]) == (False, "We had some trouble connecting. Try again?")


def test_a_press_in_a_modal_may_push_up_to_three(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    opened(slack, app, bot, modal(button()))
    for number in (2, 3, 4):
        top = stack(slack)[-1]
        action = {"block_id": "more", "action_id": "go", "type": "button"}
        assert slack.do("press", user="U0MO", where={"view": top["id"]}, action=action)["ok"]
        trigger = app.wait("interactive", number)["trigger_id"]
        if number < 4:
            bot.views_push(trigger_id=trigger, view=modal(button()))
        else:
            with pytest.raises(SlackApiError, match="push_limit_reached"):
                bot.views_push(trigger_id=trigger, view=modal(button()))
    assert len(stack(slack)) == 3


def test_a_push_needs_a_press_in_a_modal(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    slack.do("shortcut", user="U0MO", callback_id="draft")
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        bot.views_push(trigger_id=app.wait("interactive")["trigger_id"], view=modal(button()))


def test_a_trigger_lives_three_seconds_and_opens_once(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    slack.do("shortcut", user="U0MO", callback_id="draft")
    trigger = app.wait("interactive")["trigger_id"]
    bot.views_open(trigger_id=trigger, view=modal(button()))
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        bot.views_open(trigger_id=trigger, view=modal(button()))
    slack.do("shortcut", user="U0MO", callback_id="draft")
    late = app.wait("interactive", 2)["trigger_id"]
    slack.control("clock", advance=3.1)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        bot.views_open(trigger_id=late, view=modal(button()))
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        bot.views_open(trigger_id="1.2.abc", view=modal(button()))


def test_closing_is_told_to_those_who_asked(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    quiet = opened(slack, app, bot, modal(button()))
    slack.do("close", user="U0MO", view_id=quiet["id"])
    told = opened(slack, app, bot, modal(button(), notify_on_close=True))
    slack.do("close", user="U0MO", view_id=told["id"], all=True)
    payload = app.wait("interactive", 3)
    assert (payload["type"], payload["view"]["id"], payload["is_cleared"]) == ("view_closed", told["id"], True)
    assert stack(slack) == []


def test_what_was_typed_stays_when_the_view_is_updated(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post"), button()))
    action = {"block_id": "more", "action_id": "go", "type": "button"}
    slack.do("press", user="U0MO", where={"view": view["id"]}, action=action, values=typed(post="half a thought"))
    after = bot.views_update(view_id=view["id"], view=modal(field("post"), field("new")))["view"]
    assert after["state"]["values"]["post"]["it"]["value"] == "half a thought"
    with pytest.raises(SlackApiError, match="hash_conflict"):
        bot.views_update(view_id=view["id"], view=modal(field("post")), hash=view["hash"])


def test_nobody_submits_the_modal_of_another(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    view = opened(slack, app, bot, modal(field("post")))
    answer = slack.do("submit", user="U0ANA", view_id=view["id"], values=typed(post="x"))
    assert answer["error"] == "not_found"


def test_a_channel_select_can_ask_for_a_response_url(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    block = field("where", "conversations_select", response_url_enabled=True)
    view = opened(slack, app, bot, modal(block))
    values = {"where": {"it": {"type": "conversations_select", "selected_conversation": "C0GENERAL"}}}
    slack.do("submit", user="U0MO", view_id=view["id"], values=values)
    (given,) = app.wait("interactive", 2)["response_urls"]
    assert (given["block_id"], given["action_id"], given["channel_id"]) == ("where", "it", "C0GENERAL")
