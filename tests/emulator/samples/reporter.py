"""What Slack's message reporter and approval samples show, written anew for asyncio: a report, and what the leads decide."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from slack_bolt.async_app import AsyncApp

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck
    from slack_sdk.web.async_client import AsyncWebClient

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Reporter"},
    "features": {
        "app_home": {"messages_tab_enabled": True},
        "bot_user": {"display_name": "Reporter", "always_online": False},
        "slash_commands": [{"command": "/reports", "description": "How to report a message"}],
        "shortcuts": [
            {"name": "Report", "type": "message", "callback_id": "report", "description": "Shows a message to the leads"}
        ],
    },
    "oauth_config": {"scopes": {"bot": ["channels:read", "chat:write", "commands", "im:write", "users:read"]}},
    "settings": {"interactivity": {"is_enabled": True}, "socket_mode_enabled": True},
}

LEADS = "C0LEADS"
REASONS = {"rude": "It is rude", "lost": "It is in the wrong place"}


def build(client: AsyncWebClient) -> AsyncApp:
    app = AsyncApp(client=client)
    app.command("/reports")(explain)
    app.shortcut("report")(open_form)
    app.view("report_form")(tell_leads)
    app.view_closed("report_form")(forget_it)
    app.action(re.compile("^decide_"))(decide)
    return app


async def explain(ack: AsyncAck) -> None:
    await ack("Open a message's menu and choose Report.")


async def open_form(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=form(body["message"]["text"], _metadata(body)))


async def tell_leads(ack: AsyncAck, body: Json, view: Json, client: AsyncWebClient) -> None:
    await ack({"response_action": "clear"})
    place, reporter = json.loads(view["private_metadata"]), body["user"]["id"]
    reason = view["state"]["values"]["reason"]["reason_choice"]["selected_option"]["text"]["text"]
    channel = await client.conversations_info(channel=place["channel"])
    author = await client.users_info(user=place["author"])
    link = await client.chat_getPermalink(channel=place["channel"], message_ts=place["ts"])
    words = f"<@{reporter}> reports a message of {author['user']['name']} in #{channel['channel']['name']}: {reason}"
    buttons = [_button("keep", "Keep it", reporter), _button("remove", "Have it removed", reporter)]
    section: Json = {"type": "section", "text": {"type": "mrkdwn", "text": f"{words}\n<{link['permalink']}|See it>"}}
    blocks = [section, {"type": "actions", "block_id": "decision", "elements": buttons}]
    await client.chat_postMessage(channel=LEADS, text=words, blocks=blocks)


async def forget_it(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    conversation = await client.conversations_open(users=[body["user"]["id"]])
    await client.chat_postMessage(channel=conversation["channel"]["id"], text="Nothing was reported.")


async def decide(ack: AsyncAck, body: Json, action: Json, client: AsyncWebClient) -> None:
    await ack()
    decision, reporter = action["value"].split(":")
    words = f"{body['message']['text']} – decided by <@{body['user']['id']}>: {decision}"
    section = {"type": "section", "text": {"type": "mrkdwn", "text": words}}
    await client.chat_update(channel=body["channel"]["id"], ts=body["message"]["ts"], text=words, blocks=[section])
    await client.chat_postMessage(channel=reporter, text=f"The leads decided: {decision}")


def form(text: str, metadata: str) -> Json:
    quote = {"type": "rich_text_quote", "elements": [{"type": "text", "text": text}]}
    options = [{"text": {"type": "plain_text", "text": label}, "value": value} for value, label in REASONS.items()]
    choice = {"type": "radio_buttons", "action_id": "reason_choice", "options": options}
    label = {"type": "plain_text", "text": "What is wrong with it?"}
    return {
        "type": "modal",
        "callback_id": "report_form",
        "notify_on_close": True,
        "private_metadata": metadata,
        "title": {"type": "plain_text", "text": "Report"},
        "submit": {"type": "plain_text", "text": "Tell the leads"},
        "blocks": [
            {"type": "rich_text", "elements": [quote]},
            {"type": "input", "block_id": "reason", "label": label, "element": choice},
        ],
    }


def _metadata(body: Json) -> str:
    message = body["message"]
    return json.dumps({"channel": body["channel"]["id"], "ts": message["ts"], "author": message["user"]})


def _button(decision: str, label: str, reporter: str) -> Json:
    value = f"{decision}:{reporter}"
    return {"type": "button", "action_id": f"decide_{decision}", "text": {"type": "plain_text", "text": label}, "value": value}
