"""views.*: modals and the Home tab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, invalid_arguments
from bot.emulator.methods.content import checked_view
from bot.emulator.wire import view_json

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.views import View

Json = dict[str, Any]


def open_(call: Call) -> Json:
    definition = checked_view(call.need("view"), "modal")
    trigger = call.workspace.triggers.exchange(_trigger_id(call))
    return _answer(call, call.workspace.views.open(trigger, definition))


def push(call: Call) -> Json:
    definition = checked_view(call.need("view"), "modal")
    trigger = call.workspace.triggers.exchange(_trigger_id(call))
    return _answer(call, call.workspace.views.push(trigger, definition))


def update(call: Call) -> Json:
    given = call.need("view")
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if not view_id and not external_id:
        raise invalid_arguments("missing required field: view_id")
    view = call.workspace.views.find(view_id) if view_id else call.workspace.views.by_external_id(external_id)
    if view is None:
        raise SlackError("not_found")
    definition = checked_view(given, view.kind)
    return _answer(call, call.workspace.views.update(view, definition, call.text("hash")))


def publish(call: Call) -> Json:
    if not call.workspace.manifest.home_tab:
        raise SlackError("not_enabled")
    user = call.workspace.person(str(call.need("user_id")))
    definition = checked_view(call.need("view"), "home")
    return _answer(call, call.workspace.views.publish(user.id, definition, call.text("hash")))


def _trigger_id(call: Call) -> str:
    """Slack takes an interactivity_pointer in its place."""
    return call.text("trigger_id") or call.text("interactivity_pointer") or str(call.need("trigger_id"))


def _answer(call: Call, view: View) -> Json:
    return {"ok": True, "view": view_json(call.workspace, view)}
