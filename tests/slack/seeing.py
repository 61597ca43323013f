"""Who has what on the screen, and the first steps that many conversations share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.slack.conversation import ANA, GENERAL, LEE, MO, Person, said

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack

EVERYBODY = {MO, ANA, LEE}
BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
FIRE = "the fryer I bought caught fire and my son burnt his hand"
SAFETY, DUTY = "C0SAFE", "C0DUTY"


def seers(slack: LocalSlack, words: str) -> set[str]:
    """Who has `words` on the screen: in a message, in a modal or on Home."""
    return {user for user in EVERYBODY if words in _screen(slack, user)}


def _screen(slack: LocalSlack, user: str) -> str:
    seen = slack.see(user)
    messages = [said(message) for channel in seen["channels"] for message in channel["messages"]]
    return "\n".join([*messages, str(seen["modals"]), str(seen["home"])])


def reached(slack: LocalSlack, words: str) -> set[str]:
    """Who sees `words`, once anybody does."""
    slack.wait(lambda: seers(slack, words), timeout=8, what=f"“{words}” on any screen")
    return seers(slack, words)


def card(person: Person, channel: str = GENERAL, post: str = BAG) -> dict[str, Any]:
    person.types(f"/reply {post}", channel)
    return person.card(channel)


def handed_over(mo: Person, *, contact: str = "safety") -> None:
    mo.presses("Hand over", card(mo, post=FIRE))
    mo.submits(mo.modal("Hand over"), contact=contact, question="May we collect it?")


def leave(slack: LocalSlack, *channels: str) -> None:
    """The app is thrown out of channels."""
    workspace = slack.service.workspace
    for channel in channels:
        slack._on_loop(lambda channel=channel: workspace.channels[channel].members.remove(workspace.app.id))  # type: ignore[misc]
