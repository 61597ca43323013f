"""Slack's own client gets an answer from every method that the workspace says it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.emulator.methods.table import METHODS, SCOPES, TOKENS
from tests.emulator.blocks import home, modal, section
from tests.emulator.methods.stage import DM, GENERAL, MO, RANDOM, Stage, error

if TYPE_CHECKING:
    from collections.abc import Callable

PROMPTS = [{"title": "Help", "message": "Help me"}]


def _stream(stage: Stage) -> dict[str, Any]:
    asked = stage.say(DM)
    started = stage.client.chat_startStream(channel=DM, thread_ts=asked, markdown_text="Well")
    return {"channel": DM, "ts": started["ts"]}


def _scheduled(stage: Stage) -> str:
    later = int(stage.inside(lambda workspace: workspace.clock.now())) + 60
    return str(stage.client.chat_scheduleMessage(channel=GENERAL, post_at=later, text="Later")["scheduled_message_id"])


def _open_modal(stage: Stage) -> str:
    return str(stage.client.views_open(trigger_id=stage.trigger(), view=modal())["view"]["id"])


def _reacted(stage: Stage) -> dict[str, Any]:
    at: dict[str, Any] = {"channel": GENERAL, "timestamp": stage.post()}
    stage.client.reactions_add(name="wave", **at)
    return at


def _session(stage: Stage) -> dict[str, str]:
    at = {"channel_id": DM, "thread_ts": stage.say(DM)}
    stage.client.agents_sessions_setStatus(status="processing", **at)
    return at


DRIVES: dict[str, Callable[[Stage], Any]] = {
    "agents.sessions.rename": lambda stage: stage.client.agents_sessions_rename(title="A title", **_session(stage)),
    "agents.sessions.setStatus": lambda stage: stage.client.agents_sessions_setStatus(status="active", **_session(stage)),
    "api.test": lambda stage: stage.client.api_test(),
    "apps.connections.open": lambda stage: stage.app_client.apps_connections_open(app_token=stage.slack.app_token),
    "assistant.threads.setStatus": lambda stage: stage.client.assistant_threads_setStatus(
        channel_id=DM, thread_ts=stage.say(DM), status="is thinking..."
    ),
    "assistant.threads.setSuggestedPrompts": lambda stage: stage.client.assistant_threads_setSuggestedPrompts(
        channel_id=DM, prompts=PROMPTS
    ),
    "assistant.threads.setTitle": lambda stage: stage.client.assistant_threads_setTitle(
        channel_id=DM, thread_ts=stage.say(DM), title="A title"
    ),
    "auth.test": lambda stage: stage.client.auth_test(),
    "blocks.validate": lambda stage: stage.client.blocks_validate(blocks=[section()]),
    "bots.info": lambda stage: stage.client.bots_info(bot="B0BOT"),
    "chat.appendStream": lambda stage: stage.client.chat_appendStream(markdown_text="...", **_stream(stage)),
    "chat.delete": lambda stage: stage.client.chat_delete(channel=GENERAL, ts=stage.post()),
    "chat.deleteScheduledMessage": lambda stage: stage.client.chat_deleteScheduledMessage(
        channel=GENERAL, scheduled_message_id=_scheduled(stage)
    ),
    "chat.getPermalink": lambda stage: stage.client.chat_getPermalink(channel=GENERAL, message_ts=stage.post()),
    "chat.postEphemeral": lambda stage: stage.client.chat_postEphemeral(channel=GENERAL, user=MO, text="Psst"),
    "chat.postMessage": lambda stage: stage.client.chat_postMessage(channel=GENERAL, text="Hello"),
    "chat.scheduleMessage": _scheduled,
    "chat.scheduledMessages.list": lambda stage: stage.client.chat_scheduledMessages_list(),
    "chat.startStream": _stream,
    "chat.stopStream": lambda stage: stage.client.chat_stopStream(**_stream(stage)),
    "chat.update": lambda stage: stage.client.chat_update(channel=GENERAL, ts=stage.post(), text="Better"),
    "conversations.history": lambda stage: stage.client.conversations_history(channel=GENERAL),
    "conversations.info": lambda stage: stage.client.conversations_info(channel=GENERAL),
    "conversations.join": lambda stage: stage.client.conversations_join(channel=RANDOM),
    "conversations.list": lambda stage: stage.client.conversations_list(),
    "conversations.members": lambda stage: stage.client.conversations_members(channel=GENERAL),
    "conversations.open": lambda stage: stage.client.conversations_open(users=MO),
    "conversations.replies": lambda stage: stage.client.conversations_replies(channel=GENERAL, ts=stage.post()),
    "reactions.add": _reacted,
    "reactions.get": lambda stage: stage.client.reactions_get(**_reacted(stage)),
    "reactions.remove": lambda stage: stage.client.reactions_remove(name="wave", **_reacted(stage)),
    "team.info": lambda stage: stage.client.team_info(),
    "usergroups.list": lambda stage: stage.client.usergroups_list(),
    "usergroups.users.list": lambda stage: error(lambda: stage.client.usergroups_users_list(usergroup="S1")),
    "users.conversations": lambda stage: stage.client.users_conversations(),
    "users.info": lambda stage: stage.client.users_info(user=MO),
    "users.list": lambda stage: stage.client.users_list(),
    "users.lookupByEmail": lambda stage: stage.client.users_lookupByEmail(email="mo@local.example"),
    "views.open": _open_modal,
    "views.publish": lambda stage: stage.client.views_publish(user_id=MO, view=home()),
    "views.push": lambda stage: stage.client.views_push(trigger_id=stage.trigger(view=_open_modal(stage)), view=modal()),
    "views.update": lambda stage: stage.client.views_update(view_id=_open_modal(stage), view=modal()),
}


def test_every_method_that_is_served_is_driven() -> None:
    assert set(DRIVES) == set(METHODS)


def test_scopes_and_tokens_are_of_methods_that_are_served() -> None:
    assert set(SCOPES) | set(TOKENS) <= set(METHODS)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_method_answers_the_official_client(stage: Stage, method: str) -> None:
    answer = DRIVES[method](stage)
    driven = [entry["title"] for entry in stage.slack.log() if entry["kind"] == "web_api"]
    assert method in driven
    if not isinstance(answer, str | dict):
        assert answer["ok"] is True


def test_an_unknown_method_is_told_as_such(stage: Stage) -> None:
    assert error(lambda: stage.client.api_call("chat.shout")) == "unknown_method"


def test_a_method_takes_the_team_that_bolt_adds_to_every_call(stage: Stage) -> None:
    assert stage.client.api_call("users.info", params={"user": MO, "team_id": "T0LOCAL"})["ok"] is True
    assert stage.client.api_call("chat.postMessage", json={"channel": GENERAL, "text": "a", "team_id": "T0LOCAL"})["ok"] is True
