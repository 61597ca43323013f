"""users.*: who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.methods.pages import page_of
from bot.emulator.methods.shown import email, user_json

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.things import Person

Json = dict[str, Any]


def info(call: Call) -> Json:
    return {"ok": True, "user": _seen(call, call.workspace.person(call.text("user")))}


def list_(call: Call) -> Json:
    page, more = page_of(list(call.workspace.people.values()), call)
    now = int(call.workspace.clock.now())
    return {"ok": True, "members": [_seen(call, person) for person in page], "cache_ts": now, "response_metadata": more}


def lookup_by_email(call: Call) -> Json:
    wanted = call.text("email").lower()
    for person in call.workspace.humans():
        if email(call.workspace, person) == wanted:
            return {"ok": True, "user": _seen(call, person)}
    raise SlackError("users_not_found")


def _seen(call: Call, person: Person) -> Json:
    """An address is shown only to an app with the scope for it."""
    user = user_json(call.workspace, person)
    if "users:read.email" not in call.workspace.manifest.scopes:
        user["profile"].pop("email", None)
    return user
