"""A loop and a server in a thread of their own, from the first answer to the last."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.emulator.server import application
from bot.emulator.serving.http import QuietServer

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from bot.emulator.service import Service

Running = tuple["Service", asyncio.AbstractEventLoop]


@contextmanager
def serving(listener: socket.socket, build: Callable[[], Service]) -> Iterator[Running]:
    """Serves what `build()` makes on the loop's thread, while the `with` block lasts. Raises what `build` raises."""
    started: Future[tuple[Running, asyncio.Event]] = Future()

    async def run() -> None:
        leave = asyncio.Event()
        try:
            service = build()
        except Exception as error:  # noqa: BLE001  because the thread that starts this one must hear of it
            listener.close()
            started.set_exception(error)
            return
        server = QuietServer(application(service, listener.getsockname()[1]))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        started.set_result(((service, asyncio.get_running_loop()), leave))
        await leave.wait()
        await service.stop()
        server.end()
        await task

    thread = threading.Thread(target=lambda: asyncio.run(run()), name="local-slack", daemon=True)
    thread.start()
    running, leave = started.result()
    try:
        yield running
    finally:
        running[1].call_soon_threadsafe(leave.set)
        thread.join()
