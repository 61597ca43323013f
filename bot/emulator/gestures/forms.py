"""Modals: sending a form and what the app answers to it, and closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.envelopes import view_closed, view_submission
from bot.emulator.fields import elements, problems, state_of
from bot.emulator.gestures import notices
from bot.emulator.gestures.doing import Fields, Json, ask, done, part, refuse, who
from bot.emulator.methods.content import checked_view

if TYPE_CHECKING:
    from bot.emulator.delivery.way import Answer
    from bot.emulator.service import Service
    from bot.emulator.things import Person
    from bot.emulator.views import View


async def submit(service: Service, fields: Fields) -> Json:
    """{user, view_id, values}: answers {"ok": false, "errors": {block_id: message}} for what must be mended first."""
    person = who(service, fields)
    view = _own_modal(service, person, fields)
    if view.busy:
        raise SlackError("busy")
    view.state = state_of(view.blocks, part(fields, "values"))
    view.notice = ""
    wrong = problems(view.blocks, view.state)
    if wrong:
        return _with_errors(service, view, wrong)
    view.errors, view.busy = {}, True
    service.workspace.views.touch(view)
    urls = _response_urls(service, person, view)
    payload = view_submission(service.workspace, person, view, urls)
    answer = await ask(service, "interactive", f"view_submission {view.callback_id}", payload)
    view.busy = False
    return _settled(service, view, answer)


async def close(service: Service, fields: Fields) -> Json:
    """{user, view_id, all?}: `all` is the cross in the corner, which clears the whole stack."""
    person = who(service, fields)
    view = _own_modal(service, person, fields)
    cleared = bool(fields.get("all")) or bool(view.definition.get("clear_on_close"))
    for closed in service.workspace.views.close(view, everything=cleared):
        if closed.definition.get("notify_on_close"):
            payload = view_closed(service.workspace, person, closed, cleared=cleared)
            service.background(ask(service, "interactive", f"view_closed {closed.callback_id}", payload))
    return done()


def _own_modal(service: Service, person: Person, fields: Fields) -> View:
    view = service.workspace.views.find(str(fields.get("view_id")))
    if view is None or view.user != person.id or view.kind != "modal":
        raise SlackError("not_found")
    return view


def _settled(service: Service, view: View, answer: Answer) -> Json:
    """Does what the app answered: nothing closes this modal, the rest is named by `response_action`."""
    if not answer.ok:
        return _with_notice(service, view)
    body: Json = answer.payload if isinstance(answer.payload, dict) else {}
    action = body.get("response_action")
    views = service.workspace.views
    try:
        if action is None:
            views.close(view)
        elif action == "clear":
            views.close(view, everything=True)
        elif action == "errors":
            return _refused(service, view, body.get("errors"))
        elif action == "update":
            views.update(view, checked_view(body.get("view"), "modal"))
        elif action == "push":
            views.push_on(view, checked_view(body.get("view"), "modal"))
        else:
            return _misunderstood(service, view, body, "response_action is errors, update, push or clear")
    except SlackError as error:
        return _misunderstood(service, view, body, error.body())
    views.touch(view)
    return done()


def _refused(service: Service, view: View, errors: Any) -> Json:
    """Errors must name input blocks of this view; else Slack shows only that something is wrong."""
    inputs = {block["block_id"] for block, _ in elements(view.blocks) if block.get("type") == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        why = f"errors must name input blocks of the view: {', '.join(sorted(inputs))}"
        return _misunderstood(service, view, {"response_action": "errors", "errors": errors}, why)
    return _with_errors(service, view, {block_id: str(message) for block_id, message in errors.items()})


def _with_errors(service: Service, view: View, errors: dict[str, str]) -> Json:
    view.errors = errors
    service.workspace.views.touch(view)
    return {"ok": False, "errors": errors}


def _misunderstood(service: Service, view: View, said: Json, why: Any) -> Json:
    _with_notice(service, view)
    return refuse(service, f"response_action {said.get('response_action')}", said, why, notices.TROUBLE)


def _with_notice(service: Service, view: View) -> Json:
    view.notice = notices.TROUBLE
    service.workspace.views.touch(view)
    return {"ok": False, "notice": notices.TROUBLE}


def _response_urls(service: Service, person: Person, view: View) -> list[Json]:
    """One for each select of channels that asks for it and has a choice."""
    urls = []
    for block, element in elements(view.blocks):
        if not element.get("response_url_enabled"):
            continue
        value = view.state[block["block_id"]][element["action_id"]]
        chosen = value.get("selected_conversation") or value.get("selected_channel")
        if chosen in service.workspace.channels:
            url = service.hooks.issue("actions", chosen, person.id)
            names = {"block_id": block["block_id"], "action_id": element["action_id"]}
            urls.append({**names, "channel_id": chosen, "response_url": url})
    return urls
