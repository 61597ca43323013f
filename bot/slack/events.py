"""Mentions, the Messages tab and Home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.slack.answering import answer_words
from bot.slack.blocks.home import home_view
from bot.slack.feed import plain_text
from bot.slack.manifest import PROMPTS
from bot.slack.place import InMessages, InThread, OnHome, SeenBy
from bot.slack.send import error_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App, SetStatus, SetSuggestedPrompts

    from bot.slack.counter import Counter

_MENTION = re.compile(r"<@[A-Z0-9]+(?:\|[^<>]*)?>")
STATUS = "is reading your words"


def register(app: App, counter: Counter) -> None:
    """Events are acknowledged by Bolt before we see them; the work comes after."""

    @app.event("app_mention")
    def mentioned(event: dict[str, Any], body: dict[str, Any]) -> None:
        thread = event.get("thread_ts") or event["ts"]
        place = InThread(event["channel"], event["user"], thread)
        text = plain_text(_MENTION.sub("", event.get("text") or "", count=1))
        counter.later(lambda: answer_words(counter, counter.asker(body), text, place), place, "mention")

    @app.event("message")
    def written(event: dict[str, Any], body: dict[str, Any], set_status: SetStatus) -> None:
        if event.get("channel_type") != "im" or event.get("subtype") or event.get("bot_id") or not event.get("user"):
            return
        place = InMessages(event["user"], event["channel"], event.get("thread_ts") or event["ts"])

        def answer() -> None:
            quietly(counter, "status", lambda: set_status(STATUS))
            answer_words(counter, counter.asker(body), plain_text(event.get("text") or ""), place)

        counter.later(answer, place, "message")

    @app.event("app_home_opened")
    def opened(event: dict[str, Any], body: dict[str, Any], set_suggested_prompts: SetSuggestedPrompts | None) -> None:
        if event.get("tab") == "messages":
            if set_suggested_prompts is not None:
                prompts = [{"title": title, "message": message} for title, message in PROMPTS]
                quietly(counter, "prompts", lambda: set_suggested_prompts(prompts=prompts))
            return
        place = OnHome(event["user"])
        counter.later(lambda: show_home(counter, body, place), place, "home")


def show_home(counter: Counter, body: dict[str, Any], place: OnHome) -> None:
    """The asker's Home: their drafts, newest first."""
    asker = counter.asker(body)
    view = home_view(counter.office.mine(asker), counter.office.now(asker), asker.name)
    counter.sender.send(view, place, seen_by=SeenBy.ASKER)


def quietly(counter: Counter, what: str, call: Callable[[], object]) -> None:
    """Makes a call whose failure costs nothing but comfort."""
    try:
        call()
    except (SlackApiError, OSError) as error:
        counter.sender.log_quietly(what, error_of(error))
