"""The switches for tests: time, troubles, and the state of the first moment."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.faults import Fault

if TYPE_CHECKING:
    from bot.emulator.service import Service

Json = dict[str, Any]
Switch = Callable[["Service", Json], Awaitable[None]]

GOODBYES = ("warning", "refresh_requested", "link_disabled", "too_many_websockets", "drop", "half_open")


async def control(service: Service, what: str, fields: Json) -> Json:
    """Turns one switch. Answers {"ok": false, "error"} for a switch or a value that is unknown."""
    if what not in SWITCHES:
        return SlackError("unknown_switch", known=sorted(SWITCHES)).body()
    try:
        await SWITCHES[what](service, fields)
    except SlackError as error:
        return error.body()
    except (KeyError, TypeError, ValueError) as error:
        return SlackError("invalid_arguments", detail=str(error)).body()
    return {"ok": True}


async def _clock(service: Service, fields: Json) -> None:
    seconds = float(fields["advance"])
    if not math.isfinite(seconds):
        raise ValueError("time goes on, but not for ever")
    await service.workspace.clock.pass_by(seconds)
    service.workspace.changes.note([])


async def _rate_limit(service: Service, fields: Json) -> None:
    fault = Fault(429, int(fields.get("retry_after", 1)))
    service.faults.order(str(fields["method"]), fault, int(fields.get("times", 1)))


async def _fail(service: Service, fields: Json) -> None:
    service.faults.order(str(fields["method"]), Fault(int(fields.get("status", 500))), int(fields.get("times", 1)))


async def _disconnect(service: Service, fields: Json) -> None:
    reason = fields.get("reason", "refresh_requested")
    if service.sockets is None or reason not in GOODBYES:
        raise ValueError(f"reason is one of {', '.join(GOODBYES)}, and only with Socket Mode")
    await service.sockets.say_goodbye(reason)


async def _refuse_connections(service: Service, fields: Json) -> None:
    if service.sockets is None:
        raise ValueError("only with Socket Mode")
    service.sockets.refusals = int(fields.get("times", 1))


async def _hold_events(service: Service, _: Json) -> None:
    service.events.hold()


async def _release_events(service: Service, _: Json) -> None:
    service.events.release()


async def _redeliver(service: Service, fields: Json) -> None:
    reason = str(fields.get("retry_reason", "timeout"))
    service.events.redeliver(str(fields["event_id"]), int(fields.get("retry_attempt", 1)), reason)


async def _reset(service: Service, _: Json) -> None:
    service.begin_anew()


SWITCHES: dict[str, Switch] = {
    "clock": _clock,
    "rate_limit": _rate_limit,
    "fail": _fail,
    "disconnect": _disconnect,
    "refuse_connections": _refuse_connections,
    "hold_events": _hold_events,
    "release_events": _release_events,
    "redeliver": _redeliver,
    "reset": _reset,
}
