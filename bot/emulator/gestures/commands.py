"""Slash commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.emulator.call import SlackError
from bot.emulator.envelopes import slash_command
from bot.emulator.gestures import notices
from bot.emulator.gestures.doing import Fields, Json, ask, done, not_done, where, who
from bot.emulator.hooks import Hook
from bot.emulator.typed import Typed, escaped

if TYPE_CHECKING:
    from bot.emulator.delivery.way import Answer
    from bot.emulator.service import Service
    from bot.emulator.things import Channel, Person

COMMAND = re.compile(r"(/\S+)\s*(.*)", re.DOTALL)


async def command(service: Service, fields: Fields) -> Json:
    """{user, channel, text, thread_ts?}: `text` begins with the slash. Not to be had in threads, as in Slack."""
    person = who(service, fields)
    channel = where(service, person, fields)
    parts = COMMAND.fullmatch(str(fields.get("text") or "").strip())
    if parts is None:
        raise SlackError("no_text")
    name, words = parts[1].lower(), parts[2]
    known = service.workspace.manifest.command(name)
    if known is None:
        return not_done(service, person.id, notices.unknown_command(name))
    if fields.get("thread_ts"):
        return not_done(service, person.id, notices.not_in_threads(name))
    text = Typed(service.workspace, words).text if known.get("should_escape") else escaped(words)
    url = service.hooks.issue("commands", channel.id, person.id)
    payload = slash_command(service.workspace, person, channel, name, text, url)
    answer = await ask(service, "slash_commands", name, payload)
    return _shown(service, person, channel, name, answer)


def _shown(service: Service, person: Person, channel: Channel, name: str, answer: Answer) -> Json:
    """The acknowledgement's own message, or Slack's notice of what went wrong."""
    if not answer.ok:
        return not_done(service, person.id, _notice(name, answer))
    if not answer.payload:
        return done()
    body = answer.payload if isinstance(answer.payload, dict) else {"text": str(answer.payload)}
    try:
        service.hooks.show(Hook("commands", channel.id, person.id, 0.0), body)
    except SlackError as error:
        return not_done(service, person.id, notices.failed(name, error.error))
    return done()


def _notice(name: str, answer: Answer) -> str:
    if answer.outcome == "unconnected":
        return notices.did_not_respond(name)
    return notices.failed(name, "operation_timeout" if answer.outcome == "timeout" else "http_service_error")
