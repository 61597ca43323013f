"""Through whose eyes: what one person reads in a channel, and waiting until they do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack

Json = dict[str, Any]

EVERYBODY = ("U0MO", "U0ANA", "U0LEE")


def said(slack: LocalSlack, user: str, channel: str, words: str) -> list[Json]:
    """The messages with these words, in text or blocks, that this person sees."""
    here: list[Json] = next((one["messages"] for one in slack.see(user)["channels"] if one["id"] == channel), [])
    return [one for one in here if words in json.dumps([one["text"], one["blocks"]], ensure_ascii=False)]


def hears(slack: LocalSlack, user: str, channel: str, words: str) -> Json:
    """The first of them, as soon as there is one."""
    return slack.wait(lambda: said(slack, user, channel, words), what=f"{words!r} before {user}")[0]


def readers(slack: LocalSlack, channel: str, words: str) -> set[str]:
    """Who of the three sees it now."""
    return {user for user in EVERYBODY if said(slack, user, channel, words)}


def modal(slack: LocalSlack, user: str, title: str) -> Json:
    """The window on top of this person's screen, once it has this title."""

    def top() -> Json | None:
        modals: list[Json] = slack.see(user)["modals"]
        return modals[-1] if modals and modals[-1]["title"]["text"] == title else None

    return slack.wait(top, what=f"the window {title!r} before {user}")


def refusals(slack: LocalSlack) -> list[Json]:
    """Calls of the app that the workspace did not accept, and payloads that the app did not take."""
    return [one for one in slack.log() if one["status"] in ("error", "timeout")]
