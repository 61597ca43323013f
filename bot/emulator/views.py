"""Windows: the published Home of each person, and their stack of modals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from bot.emulator.call import SlackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.emulator.ids import Ids
    from bot.emulator.triggers import Trigger

Json = dict[str, Any]

LARGEST_STACK = 3


@dataclass(slots=True)
class View:
    """One window of one person. `definition` is what the app sent; `state` what the person has filled in.

    `busy` while a submit is unanswered, `errors` by block_id and `notice` are what Slack's window shows on top.
    """

    id: str
    kind: Literal["modal", "home"]
    user: str
    definition: Json
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    state: Json = field(default_factory=dict)
    busy: bool = False
    errors: dict[str, str] = field(default_factory=dict)
    notice: str = ""

    @property
    def callback_id(self) -> str:
        return str(self.definition.get("callback_id") or "")

    @property
    def external_id(self) -> str:
        return str(self.definition.get("external_id") or "")

    @property
    def blocks(self) -> list[Json]:
        return list(self.definition.get("blocks", []))


class Views:
    """All open windows. Every verb raises SlackError in Slack's words; definitions come checked, with their ids filled in."""

    def __init__(self, ids: Ids, changed: Callable[[str], None]) -> None:
        self._ids = ids
        self._changed = changed
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}

    def stack(self, user: str) -> list[View]:
        """This person's open modals, the last on top."""
        return list(self._stacks.get(user, []))

    def home(self, user: str) -> View | None:
        return self._homes.get(user)

    def find(self, view_id: str) -> View | None:
        return next((view for view in self._all() if view.id == view_id), None)

    def by_external_id(self, external_id: str) -> View | None:
        return next((view for view in self._all() if external_id and view.external_id == external_id), None)

    def open(self, trigger: Trigger, definition: Json) -> View:
        """A first modal. With modals open already it stands on top of them, as Slack does."""
        return self._add(trigger.user, definition)

    def push(self, trigger: Trigger, definition: Json) -> View:
        """A modal on top of the one in which the person clicked."""
        if trigger.view is None or all(view.id != trigger.view for view in self.stack(trigger.user)):
            raise SlackError("invalid_trigger_id")
        return self._add(trigger.user, definition)

    def push_on(self, view: View, definition: Json) -> View:
        """A modal on top of this one: the answer "push" to its submission."""
        return self._add(view.user, definition)

    def update(self, view: View, definition: Json, given_hash: str | None = None) -> View:
        """New content for a window. Raises hash_conflict when `given_hash` is not the present one."""
        if given_hash and given_hash != view.hash:
            raise SlackError("hash_conflict")
        self._need_own_name(definition, besides=view)
        view.definition = definition
        view.hash = self._ids.view_hash()
        view.state = _kept(view.state, definition)
        view.busy, view.errors, view.notice = False, {}, ""
        self._changed(view.user)
        return view

    def publish(self, user: str, definition: Json, given_hash: str | None = None) -> View:
        """The Home tab of one person."""
        home = self._homes.get(user)
        if home is not None:
            return self.update(home, definition, given_hash)
        self._need_own_name(definition)
        view_id = self._ids.view()
        home = View(view_id, "home", user, definition, self._ids.view_hash(), root_view_id=view_id)
        self._homes[user] = home
        self._changed(user)
        return home

    def close(self, view: View, *, everything: bool = False) -> list[View]:
        """Takes the modal off its stack, with all above it (or the whole stack); returns those taken, topmost first."""
        stack = self._stacks.get(view.user, [])
        if view not in stack:
            return []
        depth = 0 if everything else stack.index(view)
        closed = stack[depth:]
        del stack[depth:]
        self._changed(view.user)
        return closed[::-1]

    def forget(self, user: str) -> list[View]:
        """The person's window was reloaded: modals are gone, Home stays."""
        closed = self._stacks.pop(user, [])
        self._changed(user)
        return closed

    def touch(self, view: View) -> None:
        """Tells the viewer that `busy`, `errors`, `notice` or `state` changed."""
        self._changed(view.user)

    def _add(self, user: str, definition: Json) -> View:
        stack = self._stacks.setdefault(user, [])
        if len(stack) >= LARGEST_STACK:
            raise SlackError("push_limit_reached")
        self._need_own_name(definition)
        view_id = self._ids.view()
        root = stack[0].id if stack else view_id
        view = View(view_id, "modal", user, definition, self._ids.view_hash(), root, stack[-1].id if stack else None)
        stack.append(view)
        self._changed(user)
        return view

    def _need_own_name(self, definition: Json, besides: View | None = None) -> None:
        """An external_id names one window. Raises duplicate_external_id."""
        other = self.by_external_id(str(definition.get("external_id") or ""))
        if other is not None and other is not besides:
            raise SlackError("duplicate_external_id")

    def _all(self) -> list[View]:
        return [*self._homes.values(), *(view for stack in self._stacks.values() for view in stack)]


def _kept(state: Json, definition: Json) -> Json:
    """What was filled in stays where block_id and action_id stay."""
    there = {block.get("block_id") for block in definition.get("blocks", [])}
    return {block_id: values for block_id, values in state.items() if block_id in there}
