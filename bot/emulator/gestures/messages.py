"""Writing, reading and tidying messages; and the feed's next post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.call import SlackError
from bot.emulator.gestures.doing import Fields, Json, done, not_done, where, who
from bot.emulator.ids import client_message
from bot.emulator.things import Message
from bot.emulator.typed import Typed

if TYPE_CHECKING:
    from bot.emulator.service import Service


async def say(service: Service, fields: Fields) -> Json:
    """{user, channel, text, thread_ts?}: a message as a person types it."""
    workspace = service.workspace
    person = who(service, fields)
    channel = where(service, person, fields)
    typed = Typed(workspace, str(fields.get("text") or ""))
    if not typed.text.strip():
        raise SlackError("no_text")
    if channel.kind == "im" and not workspace.manifest.messages_tab:
        return not_done(service, person.id, "Sending messages to this app has been turned off.")
    root = channel.find(str(fields["thread_ts"])) if fields.get("thread_ts") else None
    if fields.get("thread_ts") and root is None:
        raise SlackError("thread_not_found")
    message = Message(channel.id, person.id, typed.text, typed.blocks, client_msg_id=client_message())
    message.thread_ts = (root.thread_ts or root.ts) if root else None
    workspace.post(message)
    app = workspace.app
    if f"<@{app.id}>" in message.text and app.id not in channel.members:
        workspace.toast(person.id, f"You mentioned @{app.name}, but they're not in this channel.", kind="info")
    return done(ts=message.ts)


async def dismiss(service: Service, fields: Fields) -> Json:
    """{user, channel, ts}: "Dismiss message" below an ephemeral one."""
    person = who(service, fields)
    channel = where(service, person, fields)
    message = service.workspace.seen_message(channel, str(fields.get("ts")), person.id)
    if message is None or message.only_to is None:
        raise SlackError("message_not_found")
    service.workspace.delete(message)
    return done()


async def dismiss_toast(service: Service, fields: Fields) -> Json:
    """{user, id}"""
    service.workspace.dismiss_toast(who(service, fields).id, str(fields.get("id")))
    return done()


async def read(service: Service, fields: Fields) -> Json:
    """{user, channel}: all of it has been seen."""
    person = who(service, fields)
    channel = where(service, person, fields)
    latest = channel.messages[-1].ts if channel.messages else ""
    if channel.read.get(person.id, "") < latest:
        channel.read[person.id] = latest
        service.workspace.changes.note([person.id])
    return done()


async def reload(service: Service, fields: Fields) -> Json:
    """{user}: the window is loaded anew; what was for these eyes only, and every open modal, is gone."""
    person = who(service, fields)
    service.workspace.forget_whispers(person.id)
    service.workspace.views.forget(person.id)
    service.workspace.toasts.pop(person.id, None)
    return done()


async def feed(service: Service, fields: Fields) -> Json:  # noqa: ARG001  because all gestures have one form
    """{}: the next post of the customer feed."""
    message = service.feed.play()
    if message is None:
        return {"ok": False, "notice": "This world has no feed."}
    return done(channel=message.channel, ts=message.ts)
