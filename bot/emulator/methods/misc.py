"""team.info, bots.info, usergroups.*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.methods.shown import bot_json

if TYPE_CHECKING:
    from bot.emulator.call import Call

Json = dict[str, Any]


def team_info(call: Call) -> Json:
    team = call.workspace.team
    if call.text("team") not in {"", team["id"]}:
        raise SlackError("team_not_found")
    domain = team["domain"]
    shown = {
        "id": team["id"],
        "name": team["name"],
        "domain": domain,
        "url": f"https://{domain}.slack.com/",
        "email_domain": "",
        "icon": {"image_default": True},
    }
    return {"ok": True, "team": shown}


def bots_info(call: Call) -> Json:
    for person in call.workspace.people.values():
        if person.bot_id is not None and person.bot_id == call.text("bot", str(call.workspace.app.bot_id)):
            return {"ok": True, "bot": bot_json(call.workspace, person)}
    raise SlackError("bot_not_found")


def usergroups_list(call: Call) -> Json:  # noqa: ARG001  because a method takes its call
    """This workspace has no user groups."""
    return {"ok": True, "usergroups": []}


def usergroup_users(call: Call) -> Json:
    call.need("usergroup")
    raise SlackError("no_such_subteam")
