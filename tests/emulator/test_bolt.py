"""Slack's own framework cannot tell the difference: a small Bolt app, unchanged, over a real socket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from tests.emulator.stand_in import hang_up, local_slack, messages, private

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def card(number: int) -> list[Json]:
    element = {"type": "button", "action_id": "another", "text": plain("Another"), "value": str(number)}
    return [{"type": "section", "text": plain(f"Draft {number}")}, {"type": "actions", "elements": [element]}]


def form() -> Json:
    block = {
        "type": "input",
        "block_id": "post",
        "label": plain("Post"),
        "element": {"type": "plain_text_input", "action_id": "it"},
    }
    return {"type": "modal", "callback_id": "form", "title": plain("Form"), "submit": plain("Send"), "blocks": [block]}


def typed(words: str) -> Json:
    return {"post": {"it": {"type": "plain_text_input", "value": words}}}


def helper(client: WebClient) -> App:
    """An app as the documentation writes them."""
    app = App(client=client)

    @app.command("/reply")
    def reply(ack: Any, respond: Any, command: Json) -> None:
        ack()
        if command["text"] == "form":
            client.views_open(trigger_id=command["trigger_id"], view=form())
        else:
            respond(text="Draft 1", blocks=card(1))

    @app.action("another")
    def another(ack: Any, respond: Any, action: Json) -> None:
        ack()
        number = int(action["value"]) + 1
        respond(text=f"Draft {number}", blocks=card(number), replace_original=True)

    @app.view("form")
    def submitted(ack: Any, view: Json, body: Json, client: WebClient) -> None:
        words = view["state"]["values"]["post"]["it"]["value"]
        if words.isupper():
            ack(response_action="errors", errors={"post": "Please do not shout"})
            return
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=f"You wrote: {words}")

    @app.event("app_mention")
    def mentioned(event: Json, say: Any) -> None:
        say(text=f"Hello <@{event['user']}>", thread_ts=event["ts"])

    @app.event("app_home_opened")
    def opened(event: Json, client: WebClient) -> None:
        view = {"type": "home", "blocks": [{"type": "header", "text": plain("My drafts")}]}
        client.views_publish(user_id=event["user"], view=view)

    @app.event("message")
    def ignored() -> None:
        pass

    return app


@pytest.fixture(scope="module")
def running() -> Iterator[LocalSlack]:
    with local_slack() as slack:
        handler = SocketModeHandler(helper(WebClient(token=slack.bot_token, base_url=slack.api_url)), slack.app_token)
        handler.client.connect()
        slack.wait(slack.connected, what="Bolt's connection")
        yield slack
        hang_up(slack, handler.client)


@pytest.fixture
def slack(running: LocalSlack) -> LocalSlack:
    running.control("reset")
    return running


def test_a_command_is_answered_privately_and_its_button_replaces_the_card(slack: LocalSlack) -> None:
    assert slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply they lost my parcel")["ok"]
    shown = slack.wait(lambda: private(slack, "U0MO"), what="the card")[0]
    assert private(slack, "U0ANA") == []
    block = shown["blocks"][1]
    where = {"message": {"channel": "C0GENERAL", "ts": shown["ts"]}}
    assert slack.do("press", user="U0MO", where=where, action={"block_id": block["block_id"], "action_id": "another"})["ok"]
    slack.wait(lambda: [one["text"] for one in private(slack, "U0MO")] == ["Draft 2"], what="the second draft")


def test_a_form_is_opened_refused_and_taken(slack: LocalSlack) -> None:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply form")
    view = slack.wait(lambda: slack.see("U0MO")["modals"], what="the form")[0]
    answer = slack.do("submit", user="U0MO", view_id=view["id"], values=typed("LOUD"))
    assert answer["errors"] == {"post": "Please do not shout"}
    assert slack.do("submit", user="U0MO", view_id=view["id"], values=typed("calm"))["ok"]
    said = slack.wait(lambda: messages(slack, "U0MO", "D0MO"), what="the direct message")
    assert said[0]["text"] == "You wrote: calm"
    assert slack.see("U0MO")["modals"] == []


def test_a_mention_is_answered_in_its_thread(slack: LocalSlack) -> None:
    ts = slack.do("say", user="U0MO", channel="C0GENERAL", text="@Helper hello")["ts"]
    reply = slack.wait(lambda: messages(slack, "U0ANA", "C0GENERAL")[1:], what="the reply")[0]
    assert (reply["text"], reply["thread_ts"], reply["is_bot"]) == ("Hello <@U0MO>", ts, True)


def test_opening_home_shows_what_the_app_publishes(slack: LocalSlack) -> None:
    slack.do("open_home", user="U0MO", tab="home")
    home = slack.wait(lambda: slack.see("U0MO")["home"], what="the home tab")
    assert home["blocks"][0]["text"]["text"] == "My drafts"


def test_a_shortcut_that_no_listener_takes_is_never_acknowledged(slack: LocalSlack) -> None:
    doing = slack.begin("shortcut", user="U0MO", callback_id="draft")
    slack.wait(lambda: [one for one in slack.log() if one["title"] == "shortcut draft"], what="the shortcut on its way")
    slack.control("clock", advance=3)
    assert doing.result(5)["notice"] == "We had some trouble connecting. Try again?"
