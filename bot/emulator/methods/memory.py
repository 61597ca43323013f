"""What a family of methods remembers about one workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from bot.emulator.views import Views
    from bot.emulator.workspace import Workspace

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """A dictionary for each workspace, gone with it, and empty again when it begins anew."""

    def __init__(self) -> None:
        # Held by the windows of a workspace and not by itself, because those are made anew with every beginning.
        self._by_views: WeakKeyDictionary[Views, dict[Key, Value]] = WeakKeyDictionary()

    def of(self, workspace: Workspace) -> dict[Key, Value]:
        return self._by_views.setdefault(workspace.views, {})
