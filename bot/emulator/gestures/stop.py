"""The Stop button beside what the app is writing, or says that it is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.call import SlackError
from bot.emulator.gestures.doing import Fields, Json, done, where, who
from bot.emulator.manifest import STOPPED

if TYPE_CHECKING:
    from bot.emulator.service import Service


async def stop(service: Service, fields: Fields) -> Json:
    """{user, channel, thread_ts}: what is being written in this thread ends, and the app hears agent_session_stopped.

    What the app says that it is doing stays until the app says otherwise, as in Slack.
    """
    person = who(service, fields)
    channel = where(service, person, fields)
    workspace = service.workspace
    if not workspace.manifest.hears(STOPPED):
        raise SlackError("not_enabled")
    thread_ts = str(fields.get("thread_ts"))
    streams = [message for message in channel.messages if message.streaming and message.thread_ts == thread_ts]
    if not streams and thread_ts not in channel.statuses:
        raise SlackError("not_found")
    for message in streams:
        workspace.grow(message, streaming=False)
    event: Json = {
        "type": STOPPED,
        "user": person.id,
        "channel": channel.id,
        "thread_ts": thread_ts,
        "streaming_message_ts": [message.ts for message in streams],
        "event_ts": workspace.ids.action_ts(),
    }
    return done(event_id=service.events.emit(event, STOPPED))
