"""What Slack's starter template for Bolt shows, written anew: one listener of each kind, here around a suggestion box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from slack_bolt import Ack, BoltContext, Respond, Say
    from slack_sdk import WebClient

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Suggestion box"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Suggestion box", "always_online": False},
        "slash_commands": [{"command": "/sample-command", "description": "Says it back", "should_escape": False}],
        "shortcuts": [
            {"name": "Make a suggestion", "type": "global", "callback_id": "suggest", "description": "Puts one into the box"}
        ],
    },
    "oauth_config": {"scopes": {"bot": ["app_mentions:read", "channels:history", "chat:write", "commands", "im:history"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened", "app_mention", "message.channels", "message.im"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}

SHELVES = 240
PER_GROUP = 30


def build(client: WebClient, signing_secret: str | None = None) -> App:
    """`signing_secret` is needed where payloads come over HTTP."""
    app = App(client=client, signing_secret=signing_secret)
    app.message(re.compile(r"^(hi|hello|good morning)\b", re.IGNORECASE))(greet)
    app.command("/sample-command")(say_back)
    app.shortcut("suggest")(open_form)
    app.action("from_home")(open_form)
    app.action("add_hint")(add_hint)
    app.action("house_rules")(show_rules)
    app.options("shelf_choice")(offer_shelves)
    app.view("suggestion")(take)
    app.event("app_home_opened")(show_home)
    app.event("app_mention")(answer_mention)
    return app


def greet(message: Json, context: BoltContext, say: Say) -> None:
    say(f"{context['matches'][0].capitalize()}, <@{message['user']}>!")


def say_back(ack: Ack, command: Json, respond: Respond) -> None:
    ack()
    respond(f"You wrote: {command['text']}")


def open_form(ack: Ack, body: Json, client: WebClient) -> None:
    ack()
    client.views_open(trigger_id=body["trigger_id"], view=form(with_hint=False))


def add_hint(ack: Ack, body: Json, client: WebClient) -> None:
    ack()
    client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=form(with_hint=True))


def show_rules(ack: Ack, body: Json, client: WebClient) -> None:
    ack()
    rules = {"type": "section", "text": {"type": "mrkdwn", "text": "One idea a slip. *No names.*"}}
    client.views_push(trigger_id=body["trigger_id"], view={"type": "modal", "title": plain("House rules"), "blocks": [rules]})


def offer_shelves(ack: Ack, payload: Json) -> None:
    """All of them in groups; with something typed, those that have it in their name."""
    names = [f"Shelf {number}" for number in range(1, SHELVES + 1)]
    options = [{"text": plain(name), "value": name} for name in names if payload["value"] in name]
    if payload["value"]:
        ack(options=options[:100])
        return
    starts = range(0, SHELVES, PER_GROUP)
    ack(option_groups=[{"label": plain(names[start]), "options": options[start : start + PER_GROUP]} for start in starts])


def take(ack: Ack, body: Json, view: Json, client: WebClient, respond: Respond) -> None:
    """Posts it where the person wants it; where the app cannot, it says so through the form's own response_url."""
    values = view["state"]["values"]
    idea = values["idea"]["idea_text"]["value"]
    if len(idea.split()) < 3:
        ack(response_action="errors", errors={"idea": "A few words more, please."})
        return
    ack()
    shelf = values["shelf"]["shelf_choice"]["selected_option"]["value"]
    channel = values["place"]["place_choice"]["selected_conversation"]
    try:
        client.chat_postMessage(channel=channel, text=f"<@{body['user']['id']}> suggests for {shelf}: {idea}")
    except SlackApiError as error:
        respond(f"I could not post there: {error.response['error']}")


def show_home(event: Json, client: WebClient) -> None:
    if event["tab"] != "home":
        return
    welcome = {"type": "section", "text": {"type": "mrkdwn", "text": f"*Welcome, <@{event['user']}>*"}}
    button = {"type": "button", "action_id": "from_home", "text": plain("Make a suggestion")}
    blocks = [welcome, {"type": "actions", "block_id": "start", "elements": [button]}]
    client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})


def answer_mention(event: Json, say: Say) -> None:
    say("The box is open. Use the shortcut.", thread_ts=event.get("thread_ts") or event["ts"])


def form(*, with_hint: bool) -> Json:
    """The window for one suggestion; the same ids with the hint as without, so that what was typed stays."""
    hint = {"type": "section", "block_id": "hint", "text": plain("What would you change on a Monday?")}
    buttons = {"add_hint": "Give me a hint", "house_rules": "House rules"}
    elements = [{"type": "button", "action_id": name, "text": plain(label)} for name, label in buttons.items()]
    place = {"type": "conversations_select", "action_id": "place_choice", "response_url_enabled": True}
    return {
        "type": "modal",
        "callback_id": "suggestion",
        "title": plain("A suggestion"),
        "submit": plain("Put it in"),
        "blocks": [
            *([hint] if with_hint else []),
            {"type": "actions", "block_id": "help", "elements": elements},
            field("idea", "Your idea", {"type": "plain_text_input", "action_id": "idea_text", "multiline": True}),
            field("shelf", "Shelf", {"type": "external_select", "action_id": "shelf_choice", "min_query_length": 0}),
            field("place", "Tell them in", place),
        ],
    }


def field(block_id: str, label: str, element: Json) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
