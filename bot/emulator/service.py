"""The running parts of one local workspace, in one place."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.emulator.delivery.events import Events
from bot.emulator.delivery.http import Http
from bot.emulator.delivery.sockets import Sockets
from bot.emulator.faults import Faults
from bot.emulator.feed import Feed
from bot.emulator.hooks import Hooks
from bot.emulator.journal import Journal
from bot.emulator.manifest import Manifest
from bot.emulator.rates import Rates
from bot.emulator.workspace import Credentials, Workspace

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.emulator.clock import Clock
    from bot.emulator.delivery.way import Way
    from bot.emulator.world import World

Json = dict[str, Any]


@dataclass(slots=True)
class Service:
    """What gestures, methods and routes work with. All of it is touched on the one loop only."""

    workspace: Workspace
    journal: Journal
    way: Way
    events: Events
    hooks: Hooks
    faults: Faults
    rates: Rates
    feed: Feed
    sockets: Sockets | None
    """None when the app is reached over HTTP."""
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    @staticmethod
    def build(world: World, manifest: Json, clock: Clock, delivery: str, credentials: Credentials) -> Service:
        """`delivery` is "socket" or the app's http:// request URL. Raises EmulatorError for another address or a bad manifest."""
        workspace = Workspace(world, Manifest.checked(manifest), clock, credentials)
        journal = Journal(clock, lambda: workspace.changes.note([]))
        sockets = Sockets(workspace, journal) if delivery == "socket" else None
        way: Way = sockets or Http(delivery, workspace, journal)
        service = Service(
            workspace=workspace,
            journal=journal,
            way=way,
            events=Events(workspace, way),
            hooks=Hooks(workspace),
            faults=Faults(),
            rates=Rates(clock),
            feed=Feed(workspace),
            sockets=sockets,
        )
        service.feed.open()
        return service

    def background(self, work: Coroutine[Any, Any, Any]) -> None:
        """Runs something that nobody waits for."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def begin_anew(self) -> None:
        """The state of the first moment, with no ordered trouble; connections and the log's numbers go on."""
        self.events.forget()
        self.hooks.forget()
        self.faults.forget()
        self.rates.forget()
        if self.sockets is not None:
            self.sockets.refusals = 0
        self.journal.clear()
        self.workspace.begin_anew()
        self.feed.open()

    async def stop(self) -> None:
        """Ends connections, timers and what runs in the background."""
        self.workspace.changes.end()
        await self.events.stop()
        await self.way.stop()
        for task in self._tasks:
            task.cancel()
        self.workspace.clock.stop()
