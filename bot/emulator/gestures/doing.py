"""What every gesture works with, and how it answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.delivery.way import Answer, Outgoing

if TYPE_CHECKING:
    from bot.emulator.delivery.way import Kind
    from bot.emulator.service import Service
    from bot.emulator.things import Channel, Person

Json = dict[str, Any]
Fields = Mapping[str, Any]
Gesture = Callable[["Service", Fields], Awaitable[Json]]


def done(**more: Any) -> Json:
    return {"ok": True, **more}


def not_done(service: Service, user: str, notice: str, *, toast: bool = True) -> Json:
    """Slack's notice to this one person, also as a toast on their page."""
    if toast:
        service.workspace.toast(user, notice)
    return {"ok": False, "notice": notice}


def refuse(service: Service, title: str, said: Any, why: Any, notice: str) -> Json:
    """The app acknowledged with something that Slack does not take: the log says why, the person gets the notice."""
    entry = service.journal.begin("from_app", "ack", title, said)
    service.journal.finish(entry, "error", {"errors": why})
    return {"ok": False, "notice": notice}


def who(service: Service, fields: Fields) -> Person:
    """The human whose gesture it is. Raises SlackError user_not_found."""
    person = service.workspace.person(str(fields.get("user")))
    if person.is_bot:
        raise SlackError("user_not_found")
    return person


def where(service: Service, person: Person, fields: Fields) -> Channel:
    """The channel, as far as this person is in it. Raises SlackError channel_not_found."""
    channel = service.workspace.channel(str(fields.get("channel")))
    if person.id not in channel.members:
        raise SlackError("channel_not_found")
    return channel


def part(fields: Fields, name: str) -> Json:
    """An object among the fields, empty where it is absent. Raises SlackError invalid_arguments for anything else."""
    value = fields.get(name) or {}
    if not isinstance(value, dict):
        raise SlackError("invalid_arguments", detail=f"`{name}` must be an object")
    return value


async def ask(service: Service, kind: Kind, title: str, payload: Json) -> Answer:
    """Sends one payload to the app and waits as long as Slack would."""
    return await service.way.deliver(Outgoing(kind, title, payload))
