"""Shortcuts: from the menu by the composer, and from a message's own menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.call import SlackError
from bot.emulator.envelopes import global_shortcut, message_shortcut
from bot.emulator.gestures import notices
from bot.emulator.gestures.doing import Fields, Json, ask, done, not_done, where, who

if TYPE_CHECKING:
    from bot.emulator.service import Service
    from bot.emulator.things import Person


async def shortcut(service: Service, fields: Fields) -> Json:
    """{user, callback_id}: a global one."""
    person = who(service, fields)
    callback_id, name = _known(service, "global", fields)
    payload = global_shortcut(service.workspace, person, callback_id)
    return await _sent(service, person, name, f"shortcut {callback_id}", payload)


async def of_message(service: Service, fields: Fields) -> Json:
    """{user, callback_id, channel, ts}: never offered on ephemeral messages."""
    person = who(service, fields)
    callback_id, name = _known(service, "message", fields)
    channel = where(service, person, fields)
    message = service.workspace.message(channel, str(fields.get("ts")))
    url = service.hooks.issue("actions", channel.id, person.id)
    payload = message_shortcut(service.workspace, person, message, callback_id, url)
    return await _sent(service, person, name, f"message_action {callback_id}", payload)


def _known(service: Service, kind: str, fields: Fields) -> tuple[str, str]:
    callback_id = str(fields.get("callback_id"))
    for offered in service.workspace.manifest.shortcuts(kind):
        if offered["callback_id"] == callback_id:
            return callback_id, offered["name"]
    raise SlackError("shortcut_not_found")


async def _sent(service: Service, person: Person, name: str, title: str, payload: Json) -> Json:
    answer = await ask(service, "interactive", title, payload)
    if answer.ok:
        return done()
    notice = notices.did_not_respond(name) if answer.outcome == "unconnected" else notices.TROUBLE
    return not_done(service, person.id, notice)
