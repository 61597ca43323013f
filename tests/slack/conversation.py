"""People in a local workspace, and Sayso in it: the real app over a real socket. Tests say what somebody does and sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]

GENERAL, FEED, LEADS, RANDOM = "C0GENERAL", "C0FEED", "C0LEADS", "C0RANDOM"
MO, ANA, LEE = "U0MO", "U0ANA", "U0LEE"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at their screen."""

    slack: LocalSlack
    user: str

    def types(self, text: str, channel: str = GENERAL, thread: str = "") -> Json:
        """Writes into the composer and presses Enter."""
        gesture = "command" if text.startswith("/") else "say"
        where = {"channel": channel} | ({"thread_ts": thread} if thread else {})
        return self.slack.do(gesture, user=self.user, text=text, **where)

    def sees(self) -> Json:
        return self.slack.see(self.user)

    def messages(self, channel: str = "") -> list[Json]:
        """What is on the screen, in every channel or one."""
        channels = [one for one in self.sees()["channels"] if channel in ("", one["id"])]
        return [{**message, "channel": one["id"]} for one in channels for message in one["messages"]]

    def dm(self) -> str:
        """The channel of the app's Messages tab."""
        return str(next(one["id"] for one in self.sees()["channels"] if one["app"]))

    def waits_for(self, words: str, channel: str = "", *, ephemeral: bool | None = None, seen: int = 0) -> Json:
        """The newest message whose text or blocks hold `words`, once there are more than `seen` of them."""

        def found() -> Json | None:
            those = [
                message
                for message in self.messages(channel)
                if words in said(message) and ephemeral in (None, message["ephemeral"])
            ]
            return those[-1] if len(those) > seen else None

        return self.slack.wait(
            found, timeout=10, what=f"“{words}”; on the screen: {[said(m)[:200] for m in self.messages(channel)]}"
        )

    def card(self, channel: str = "") -> Json:
        """The newest card on the screen."""
        return self.waits_for("Reply: ", channel)

    def presses(self, label: str, on: Json, **more: Any) -> Json:
        """Presses a button by its words, on a message or in a modal."""
        element, block = button(label, on)
        action = {"block_id": block["block_id"], "action_id": element["action_id"], "type": element["type"]}
        action |= {"value": element["value"]} if "value" in element else {}
        return self.slack.do("press", user=self.user, where=where(on), action={**action, **more})

    def chooses(self, text: str, on: Json) -> Json:
        """Chooses from a list on a message by the words of the choice."""
        element, block = next(one for one in elements(on) if "options" in one[0] and one[0]["type"] == "static_select")
        option = next(one for one in element["options"] if one["text"]["text"] == text)
        action = {"block_id": block["block_id"], "action_id": element["action_id"], "type": element["type"]}
        return self.slack.do("press", user=self.user, where=where(on), action={**action, "selected_option": option})

    def modal(self, title: str) -> Json:
        """The modal on top, once it has that title."""

        def found() -> Json | None:
            modals = self.sees()["modals"]
            return modals[-1] if modals and modals[-1]["title"]["text"] == title else None

        return self.slack.wait(found, timeout=10, what=f"the modal “{title}”")

    def submits(self, view: Json, **given: Any) -> Json:
        """Fills in the fields named and presses the modal's button; what stands in the others goes along."""
        values = {
            block["block_id"]: {block["element"]["action_id"]: state(block["element"], given.get(block["block_id"]))}
            for block in view["blocks"]
            if block["type"] == "input"
        }
        return self.slack.do("submit", user=self.user, view_id=view["id"], values=values)


def state(element: Json, given: Any) -> Json:
    """What Slack says stands in a field: what was given, else what it began with."""
    kind = element["type"]
    if kind in ("static_select", "radio_buttons"):
        begun = element.get("initial_option")
        chosen = next((option for option in element["options"] if option["value"] == given), begun)
        return {"type": kind, "selected_option": chosen}
    if kind == "checkboxes":
        wanted = given or ()
        return {"type": kind, "selected_options": [option for option in element["options"] if option["value"] in wanted]}
    if kind in ("users_select", "timepicker"):
        name = {"users_select": "selected_user", "timepicker": "selected_time"}[kind]
        return {"type": kind, name: element.get("initial_time") if given is None else given}
    return {"type": kind, "value": element.get("initial_value") if given is None else given}


def where(thing: Json) -> Json:
    """How the local workspace names a message, a modal or Home."""
    if thing.get("type") == "modal":
        return {"view": thing["id"]}
    if thing.get("type") == "home":
        return {"home": True}
    return {"message": {"channel": thing["channel"], "ts": thing["ts"]}}


def elements(thing: Json) -> Iterator[tuple[Json, Json]]:
    """Everything that can be pressed, with the block it stands in."""
    for block in thing["blocks"] or ():
        for element in block.get("elements", ()) if block["type"] in ("actions", "context_actions") else ():
            yield element, block
        if "accessory" in block:
            yield block["accessory"], block


def button(label: str, on: Json) -> tuple[Json, Json]:
    """A button by its words. Raises AssertionError that lists those there are."""
    there = {element["text"]["text"]: (element, block) for element, block in elements(on) if "text" in element}
    assert label in there, f"no button “{label}”; there are {sorted(there)}"
    return there[label]


def labels(thing: Json) -> list[str]:
    """The words of all buttons, in order."""
    return [element["text"]["text"] for element, _ in elements(thing) if "text" in element]


def said(message: Json) -> str:
    """All words of a message: what is heard, and what the blocks show."""
    return "\n".join((message["text"] or "", *texts(message["blocks"] or [])))


def texts(node: Any) -> Iterator[str]:
    """Every text inside blocks."""
    if isinstance(node, list):
        for inner in node:
            yield from texts(inner)
    elif isinstance(node, dict):
        for name, inner in node.items():
            if name in ("text", "url", "initial_value") and isinstance(inner, str):
                yield inner
            else:
                yield from texts(inner)
