"""Every button and every form passes here first: who pressed is judged by their role on our side, whatever the payload says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import structlog

from bot.errors import NotYours
from bot.flow.deeds import refusal
from bot.slack.blocks.why import PICK
from bot.slack.place import InMessages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slack_bolt import Ack, App, BoltResponse

    from bot.slack.counter import Counter

log = structlog.get_logger(__name__)

_NUMBERED = re.compile(rf"({PICK})_\d+")


def register(app: App, counter: Counter) -> None:
    """Before all listeners: a deed that the table does not give to this role goes no further, and the person reads why."""

    @app.middleware
    def judged(ack: Ack, body: dict[str, Any], next: Callable[[], BoltResponse]) -> BoltResponse | None:
        deed = deed_of(body)
        why = refusal_of(counter, body, deed) if deed else ""
        if not why:
            return next()
        log.warning("refused", deed=deed)
        if body.get("type") == "view_submission" and (field := _first_field(body)):
            return ack(response_action="errors", errors={field: why})
        counter.later(lambda: _say(why), InMessages(body["user"]["id"]), f"refused {deed}")
        return ack()


def refusal_of(counter: Counter, body: Mapping[str, Any], deed: str) -> str:
    """Why the person who sent this payload may not do the deed; empty when they may."""
    desk = counter.office.desk
    return refusal(deed, desk.role_of(str(body["user"]["id"])), desk.knowledge.values)


def deed_of(body: Mapping[str, Any]) -> str:
    """The name under which a payload says what was pressed or submitted; empty for all that is neither."""
    if body.get("type") == "block_actions":
        actions: list[dict[str, Any]] = body.get("actions") or [{}]
        action = str(actions[0].get("action_id", ""))
        found = _NUMBERED.fullmatch(action)
        return found[1] if found else action
    if body.get("type") == "view_submission":
        return str(body["view"].get("callback_id", ""))
    return ""


def _first_field(body: Mapping[str, Any]) -> str:
    return next((str(block["block_id"]) for block in body["view"].get("blocks", ()) if block.get("type") == "input"), "")


def _say(why: str) -> None:
    raise NotYours(why)
