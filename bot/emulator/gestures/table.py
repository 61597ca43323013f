"""Every gesture by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.gestures import commands, forms, home, messages, notices, presses, shortcuts, stop

if TYPE_CHECKING:
    from bot.emulator.gestures.doing import Fields, Gesture, Json
    from bot.emulator.service import Service

GESTURES: dict[str, Gesture] = {
    "say": messages.say,
    "command": commands.command,
    "press": presses.press,
    "suggest": presses.suggest,
    "submit": forms.submit,
    "close": forms.close,
    "shortcut": shortcuts.shortcut,
    "message_shortcut": shortcuts.of_message,
    "open_home": home.open_home,
    "look": home.look,
    "stop": stop.stop,
    "dismiss": messages.dismiss,
    "dismiss_toast": messages.dismiss_toast,
    "reload": messages.reload,
    "read": messages.read,
    "feed": messages.feed,
}


async def do(service: Service, gesture: str, fields: Fields) -> Json:
    """What a person does. Answers {"ok": true, ...}, or {"ok": false} with the notice that Slack would show."""
    if gesture not in GESTURES:
        return _refused(SlackError("unknown_gesture", known=sorted(GESTURES)))
    try:
        return await GESTURES[gesture](service, fields)
    except SlackError as error:
        return _refused(error)


def _refused(error: SlackError) -> dict[str, Any]:
    gone = error.error in {"not_found", "message_not_found", "action_not_found"}
    return {**error.body(), "notice": notices.NOTHING_THERE if gone else error.error}
