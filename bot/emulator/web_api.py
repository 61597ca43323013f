"""The door of the Web API: who calls, may they, how often; then the method, and all of it in the log."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.emulator.call import Call, SlackError, TokenKind
from bot.emulator.methods.table import METHODS, SCOPES, TOKENS
from bot.emulator.safety import looks_real

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.emulator.service import Service

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back over HTTP."""

    body: Json
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def call(service: Service, method: str, arguments: Json, headers: Mapping[str, str]) -> Reply:
    """One call of a Web API method, from its token to its answer."""
    entry = service.journal.begin("from_app", "web_api", method, arguments)
    reply = _reply(service, method, arguments, headers)
    service.journal.finish(entry, "ok" if reply.body.get("ok") else "error", reply.body)
    return reply


def _reply(service: Service, method: str, arguments: Json, headers: Mapping[str, str]) -> Reply:
    fault = service.faults.take(method)
    if fault is not None and fault.status == 429:
        return _limited(fault.retry_after)
    if fault is not None:
        return Reply({"ok": False, "error": "internal_error"}, fault.status)
    try:
        return _answer(service, method, arguments, headers)
    except SlackError as error:
        return Reply(error.body(), headers=_scope_headers(service, method))


def _answer(service: Service, method: str, arguments: Json, headers: Mapping[str, str]) -> Reply:
    token = _token(headers, arguments)
    if method not in METHODS:
        raise SlackError("unknown_method", req_method=method)
    kind = _admitted(service, method, token)
    _need_scope(service, method, kind)
    wait = service.rates.seconds_to_wait(method, _channel_id(service, arguments))
    if wait:
        return _limited(wait)
    asked = Call(service.workspace, method, kind, {name: value for name, value in arguments.items() if name != "token"}, headers)
    return Reply(METHODS[method](asked), headers=_scope_headers(service, method))


def _token(headers: Mapping[str, str], arguments: Json) -> str:
    bearer = re.fullmatch(r"Bearer\s+(\S+)", headers.get("authorization", ""), re.IGNORECASE)
    return bearer[1] if bearer else str(arguments.get("token") or "")


def _admitted(service: Service, method: str, token: str) -> TokenKind | None:
    """Which token it is. Raises not_authed, invalid_auth or not_allowed_token_type."""
    wanted = TOKENS.get(method, "bot")
    if wanted is None:
        return None
    if not token:
        raise SlackError("not_authed")
    if looks_real(token):
        raise SlackError("invalid_auth", warning="A local workspace takes no real token: use the one that it printed.")
    known: dict[str, TokenKind] = {service.workspace.credentials.bot_token: "bot", service.workspace.credentials.app_token: "app"}
    kind = known.get(token)
    if kind is None:
        raise SlackError("invalid_auth")
    if kind != wanted:
        raise SlackError("not_allowed_token_type")
    return kind


def _need_scope(service: Service, method: str, kind: TokenKind | None) -> None:
    needed, provided = SCOPES.get(method, ()), service.workspace.manifest.scopes
    if kind == "bot" and needed and not set(needed) & set(provided):
        raise SlackError("missing_scope", needed=",".join(needed), provided=",".join(provided))


def _channel_id(service: Service, arguments: Json) -> str:
    try:
        return service.workspace.channel(str(arguments.get("channel"))).id
    except SlackError:
        return ""


def _limited(seconds: int) -> Reply:
    return Reply({"ok": False, "error": "ratelimited"}, 429, {"retry-after": str(seconds)})


def _scope_headers(service: Service, method: str) -> dict[str, str]:
    needed = ",".join(SCOPES.get(method, ()))
    return {"x-oauth-scopes": ",".join(service.workspace.manifest.scopes), "x-accepted-oauth-scopes": needed}
