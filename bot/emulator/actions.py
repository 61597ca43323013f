"""One press: is there such an element, could a person have chosen this, and what does Slack send of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.fields import VALUE_OF, elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.emulator.things import Message
    from bot.emulator.views import View
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]

SHOWN_AGAIN = ("text", "style", "placeholder")
"""Fields of an element that Slack repeats in its action."""


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a person presses: a message as they see it, or a window of theirs."""

    message: Message | None = None
    view: View | None = None

    @property
    def place(self) -> Message | View:
        place = self.message or self.view
        assert place is not None
        return place

    @property
    def blocks(self) -> list[Json]:
        return list(self.place.blocks or [])

    @property
    def state(self) -> Json:
        return self.place.state

    def keep(self, state: Json) -> None:
        self.place.state = state


def surface(workspace: Workspace, user: str, where: Json) -> Surface:
    """`where` is {"message": {"channel", "ts"}}, {"view": id} or {"home": true}. Raises SlackError where nothing is."""
    if where.get("home"):
        home = workspace.views.home(user)
        if home is None:
            raise SlackError("not_found")
        return Surface(view=home)
    if "view" in where:
        view = workspace.views.find(str(where["view"]))
        if view is None or view.user != user:
            raise SlackError("not_found")
        return Surface(view=view)
    given = where.get("message")
    if not isinstance(given, dict):
        raise SlackError("message_not_found")
    channel = workspace.channel(str(given.get("channel")))
    message = workspace.seen_message(channel, str(given.get("ts")), user) if user in channel.members else None
    if message is None:
        raise SlackError("message_not_found")
    return Surface(message=message)


def found(blocks: list[Json], block_id: str, action_id: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The block and the element in it. Raises SlackError action_not_found."""
    for block, element in elements(blocks):
        if block.get("block_id") == block_id and element.get("action_id") == action_id:
            return block, element
    raise SlackError("action_not_found")


def dispatches(block: Mapping[str, Any]) -> bool:
    """Inputs stay silent until submit, unless their block says otherwise."""
    return block.get("type") != "input" or block.get("dispatch_action") is True


def sent(block: Mapping[str, Any], element: Mapping[str, Any], given: Json, action_ts: str) -> Json:
    """Slack's action object. Raises SlackError invalid_action for what the element does not offer."""
    kind = str(element["type"])
    base: Json = {"type": kind, "action_id": element["action_id"], "block_id": block["block_id"], "action_ts": action_ts}
    base |= {name: element[name] for name in SHOWN_AGAIN if name in element}
    if kind in ("button", "icon_button", "workflow_button"):
        return base | ({"value": element["value"]} if "value" in element else {})
    if kind == "feedback_buttons":
        offered = [(element.get(side) or {}) for side in ("positive_button", "negative_button")]
        chosen = next((button for button in offered if button.get("value") == given.get("value")), None)
        return base | _or_refuse(chosen, lambda button: {"value": button["value"], "text": button["text"]})
    if kind == "overflow":
        chosen = next((option for option in _options(element) if _same(option, given.get("selected_option"))), None)
        return base | _or_refuse(chosen, lambda option: {"selected_option": option})
    if kind not in VALUE_OF:
        raise SlackError("invalid_action")
    return base | {VALUE_OF[kind]: _chosen(element, given.get(VALUE_OF[kind]))}


def _or_refuse(chosen: Any, shape: Any) -> Json:
    if chosen is None:
        raise SlackError("invalid_action")
    return dict(shape(chosen))


def _chosen(element: Mapping[str, Any], value: Any) -> Any:
    """Options must be among those that are offered; those of external menus were offered by the app itself."""
    if element["type"] in ("static_select", "multi_static_select", "checkboxes", "radio_buttons"):
        offered = list(_options(element))
        for option in value if isinstance(value, list) else [value]:
            if option is not None and not any(_same(option, other) for other in offered):
                raise SlackError("invalid_action")
    return value


def _options(element: Mapping[str, Any]) -> Iterator[Json]:
    yield from element.get("options") or []
    for group in element.get("option_groups") or []:
        yield from group.get("options") or []


def _same(one: Json, other: Any) -> bool:
    return isinstance(other, dict) and one.get("value") == other.get("value")
