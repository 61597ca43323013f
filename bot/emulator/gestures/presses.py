"""Buttons, menus and pickers, in messages, modals and on the Home tab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator import actions
from bot.emulator.call import SlackError
from bot.emulator.envelopes import block_actions_in_message, block_actions_in_view, block_suggestion
from bot.emulator.fields import VALUE_OF, state_of
from bot.emulator.gestures import notices
from bot.emulator.gestures.doing import Fields, Json, ask, done, part, refuse, who
from bot.emulator.rules import choices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.emulator.actions import Surface
    from bot.emulator.service import Service
    from bot.emulator.things import Person


async def press(service: Service, fields: Fields) -> Json:
    """{user, where, action, values?}: Slack's action object without action_ts; inputs that do not dispatch are only kept."""
    person = who(service, fields)
    given = part(fields, "action")
    surface = actions.surface(service.workspace, person.id, part(fields, "where"))
    block, element = actions.found(surface.blocks, str(given.get("block_id")), str(given.get("action_id")))
    action = actions.sent(block, element, given, service.workspace.ids.action_ts())
    surface.keep(state_of(surface.blocks, _with(part(fields, "values") or surface.state, block, element, action)))
    if not actions.dispatches(block):
        return done()
    if not service.workspace.manifest.interactive:
        return _warned(service, surface, notices.NOT_INTERACTIVE)
    answer = await ask(service, "interactive", f"block_actions {action['action_id']}", _payload(service, person, surface, action))
    return _calm(service, surface) if answer.ok else _warned(service, surface, notices.TROUBLE)


async def suggest(service: Service, fields: Fields) -> Json:
    """{user, where, block_id, action_id, value}: what the app offers for the letters typed into an external menu."""
    person = who(service, fields)
    surface = actions.surface(service.workspace, person.id, part(fields, "where"))
    block_id, action_id = str(fields.get("block_id")), str(fields.get("action_id"))
    _, element = actions.found(surface.blocks, block_id, action_id)
    if "external_select" not in str(element.get("type")):
        raise SlackError("invalid_action")
    value = str(fields.get("value") or "")
    payload = block_suggestion(service.workspace, person, (block_id, action_id), value, surface.place)
    answer = await ask(service, "interactive", f"block_suggestion {action_id}", payload)
    if not answer.ok:
        return {"ok": False, "notice": notices.NO_OPTIONS}
    wrong = choices.problems(answer.payload)
    if wrong:
        return refuse(service, "options", answer.payload, [str(problem) for problem in wrong], notices.NO_OPTIONS)
    return done(**answer.payload)


def _payload(service: Service, person: Person, surface: Surface, action: Json) -> Json:
    if surface.view is not None:
        return block_actions_in_view(service.workspace, person, surface.view, action)
    message = surface.message
    assert message is not None
    url = service.hooks.issue("actions", message.channel, person.id, message)
    return block_actions_in_message(service.workspace, person, message, action, message.state, url)


def _with(values: Json, block: Mapping[str, Any], element: Mapping[str, Any], action: Json) -> Json:
    """The surface's values, with what has just been chosen among them."""
    field = VALUE_OF.get(str(element.get("type")))
    if field is None:
        return values
    block_id = str(block["block_id"])
    chosen = {"type": element["type"], field: action.get(field)}
    return {**values, block_id: {**part(values, block_id), str(element["action_id"]): chosen}}


def _warned(service: Service, surface: Surface, notice: str) -> Json:
    """A message gets its warning sign, a window its notice."""
    if surface.view is not None:
        surface.view.notice = notice
        service.workspace.views.touch(surface.view)
    elif surface.message is not None:
        service.workspace.grow(surface.message, warning=True)
    return {"ok": False, "notice": notice}


def _calm(service: Service, surface: Surface) -> Json:
    if surface.view is not None and surface.view.notice:
        surface.view.notice = ""
        service.workspace.views.touch(surface.view)
    elif surface.message is not None and surface.message.warning:
        service.workspace.grow(surface.message, warning=False)
    return done()
