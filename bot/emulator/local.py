"""A local Slack in a thread of this process: what tests drive, and what the command line runs."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from bot.emulator.clock import Clock
from bot.emulator.control import control
from bot.emulator.decode import readable
from bot.emulator.delivery.http import Http
from bot.emulator.gestures.table import do
from bot.emulator.safety import refuse_production, refuse_real_tokens
from bot.emulator.see import see
from bot.emulator.service import Service
from bot.emulator.serving.http import HOST, bound
from bot.emulator.serving.thread import serving
from bot.emulator.workspace import Credentials
from bot.emulator.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Future

    from bot.emulator.workspace import Workspace

Json = dict[str, Any]
T = TypeVar("T")

PATIENCE = 15.0
"""Seconds of real time that anything may take before a test is told that it hangs."""


class LocalSlack:
    """One running workspace. Every method may be called from any thread; state is touched on the loop's thread only."""

    def __init__(self, service: Service, loop: asyncio.AbstractEventLoop) -> None:
        self.service = service
        self.url = service.workspace.address
        self._loop = loop
        self._news = threading.Condition()
        self._version = 0
        service.workspace.changes.watch(self.look_again)

    @staticmethod
    @contextmanager
    def start(
        world: World | None = None,
        manifest: Json | None = None,
        *,
        port: int = 0,
        clock: Clock | None = None,
        delivery: str = "socket",
        credentials: Credentials | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Iterator[LocalSlack]:
        """Runs a workspace as long as the `with` block lasts; `port` 0 takes any free one.

        `delivery` is "socket", or the http:// address at which the app listens. Raises EmulatorError, in one sentence, for a
        port that is taken, a manifest that does not grant the scopes of what it declares, a token that looks real, or settings
        of production in `environment` (this process's by default).
        """
        credentials = credentials or Credentials()
        refuse_production(os.environ if environment is None else environment)
        refuse_real_tokens(credentials.bot_token, credentials.app_token)
        listener = bound(port)

        def build() -> Service:
            service = Service.build(
                world or World.read(), {} if manifest is None else manifest, clock or Clock(), delivery, credentials
            )
            service.workspace.address = f"http://{HOST}:{listener.getsockname()[1]}"
            return service

        with serving(listener, build) as (service, loop):
            yield LocalSlack(service, loop)

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.service.workspace.credentials.bot_token

    @property
    def app_token(self) -> str:
        return self.service.workspace.credentials.app_token

    @property
    def signing_secret(self) -> str:
        return self.service.workspace.credentials.signing_secret

    def do(self, gesture: str, **fields: Any) -> Json:
        """Does it as a person would, and returns when Slack itself would have reacted."""
        return self.begin(gesture, **fields).result(PATIENCE)

    def begin(self, gesture: str, **fields: Any) -> Future[Json]:
        """The same without waiting: for tests that move the clock while the app is silent."""
        return asyncio.run_coroutine_threadsafe(do(self.service, gesture, readable(fields)), self._loop)

    def see(self, user: str) -> Json:
        """What this person sees. Raises SlackError user_not_found."""
        return self._on_loop(lambda: see(self.service, user))

    def control(self, what: str, **fields: Any) -> Json:
        """Turns one switch. Raises AssertionError for a switch or a value that is unknown."""
        answer = asyncio.run_coroutine_threadsafe(control(self.service, what, fields), self._loop).result(PATIENCE)
        assert answer["ok"], answer
        return answer

    def inside(self, work: Callable[[Workspace], T]) -> T:
        """Does something to the workspace where its state may be touched: on its own loop."""
        return self._on_loop(lambda: work(self.service.workspace))

    def log(self) -> list[Json]:
        """The request log, oldest first; secrets are masked."""
        return self._on_loop(lambda: self.service.journal.after(0))

    def connected(self) -> int:
        """How many connections could take a payload now."""
        return self._on_loop(self.service.way.connected)

    def verify(self) -> bool:
        """HTTP delivery only: asks the app for the challenge of `url_verification`."""
        way = self.service.way
        assert isinstance(way, Http), "only with delivery over HTTP"
        return asyncio.run_coroutine_threadsafe(way.verify(), self._loop).result(PATIENCE)

    def wait(self, until: Callable[[], T | None], timeout: float = 5.0, what: str = "it") -> T:
        """The first true value of `until()`, asked again after every change.

        Raises AssertionError naming `what` after `timeout` seconds of real time.
        """
        deadline = time.monotonic() + timeout
        while True:
            version = self._version
            value = until()
            if value:
                return value
            self._await_news(version, deadline, f"waited {timeout} s for {what}")

    def look_again(self) -> None:
        """Makes every `wait` ask again: for what a test hears outside of the workspace."""
        with self._news:
            self._version += 1
            self._news.notify_all()

    def _await_news(self, version: int, deadline: float, complaint: str) -> None:
        with self._news:
            if not self._news.wait_for(lambda: self._version != version, deadline - time.monotonic()):
                raise AssertionError(complaint)

    def _on_loop(self, work: Callable[[], T]) -> T:
        async def there() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(there(), self._loop).result(PATIENCE)
