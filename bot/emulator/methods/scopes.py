"""Scopes that depend on the kind of conversation, which only the method itself can know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.call import SlackError

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.things import Channel


def need_scope_for(call: Call, channel: Channel, what: str) -> None:
    """`what` is "read" or "history". Raises missing_scope with what is needed and what the app has."""
    needed = f"{'im' if channel.kind == 'im' else 'channels'}:{what}"
    provided = call.workspace.manifest.scopes
    if needed not in provided:
        raise SlackError("missing_scope", needed=needed, provided=",".join(provided))
