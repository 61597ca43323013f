"""The two shortcuts "Draft a reply": from anywhere, with a form; and on a message, with the card at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.slack.commands import open_reply_form
from bot.slack.feed import read_message
from bot.slack.ids import DRAFT_A_REPLY, DRAFT_A_REPLY_TO_MESSAGE
from bot.slack.place import ByUrl, InMessages
from bot.slack.send import error_of

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from bot.slack.counter import Counter


def register(app: App, counter: Counter) -> None:
    """Slack asks that a shortcut is followed by something to confirm: a form, or a card that only drafts."""

    @app.shortcut(DRAFT_A_REPLY)
    def from_anywhere(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        place = InMessages(body["user"]["id"])
        counter.later(lambda: open_reply_form(counter, counter.asker(body), body["trigger_id"], place), place, "shortcut form")

    @app.shortcut(DRAFT_A_REPLY_TO_MESSAGE)
    def on_a_message(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        place = ByUrl(body["response_url"], body["user"]["id"])
        counter.later(lambda: _draft(counter, body, place), place, "message shortcut")


def _draft(counter: Counter, body: dict[str, Any], place: ByUrl) -> None:
    asker, post = counter.asker(body), read_message(body["message"], _permalink(counter, body))
    counter.show(asker, counter.draft(asker, post), place)


def _permalink(counter: Counter, body: dict[str, Any]) -> str:
    """Where the message stands in Slack; empty where we may not know, which loses nothing but the link."""
    try:
        found = counter.sender.client.chat_getPermalink(channel=body["channel"]["id"], message_ts=body["message"]["ts"])
        return str(found.get("permalink") or "")
    except (SlackApiError, OSError) as error:
        counter.sender.log_quietly("chat.getPermalink", error_of(error))
        return ""
