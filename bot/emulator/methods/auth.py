"""auth.test, api.test, apps.connections.open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError

if TYPE_CHECKING:
    from bot.emulator.call import Call

Json = dict[str, Any]


def auth_test(call: Call) -> Json:
    workspace = call.workspace
    return {
        "ok": True,
        "url": f"https://{workspace.team['domain']}.slack.com/",
        "team": workspace.team["name"],
        "user": workspace.app.handle,
        "team_id": workspace.team["id"],
        "user_id": workspace.app.id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def api_test(call: Call) -> Json:
    error = call.text("error")
    arguments = {name: value for name, value in call.arguments.items() if name != "token"}
    if error:
        raise SlackError(error, args=arguments)
    return {"ok": True, "args": arguments}


def connections_open(call: Call) -> Json:
    return {"ok": True, "url": call.workspace.socket_url()}
