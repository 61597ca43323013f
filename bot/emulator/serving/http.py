"""uvicorn without its noise: no log, no signals of its own, and gone at once when told to."""

from __future__ import annotations

import asyncio
import errno
import socket
from typing import TYPE_CHECKING

import uvicorn

from bot.emulator.errors import EmulatorError
from bot.emulator.serving.lines import SilenceableProtocol

if TYPE_CHECKING:
    from starlette.types import ASGIApp

HOST = "127.0.0.1"
PATIENCE = 0.5
"""Seconds for requests under way when it ends."""


def bound(port: int) -> socket.socket:
    """A listening socket on this machine alone; 0 takes any free port. Raises EmulatorError for a port that is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        why = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
        raise EmulatorError(f"Port {port} {why}. Choose another one, or 0 for any that is free.") from None
    except OverflowError:
        listener.close()
        raise EmulatorError(f"{port} is no port: they go from 1 to 65535.") from None
    return listener


class QuietServer(uvicorn.Server):
    """Serves until `end()`, then closes what is open and leaves within half a second."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http="h11",
                ws=SilenceableProtocol,
                lifespan="off",
                log_config=None,
                log_level="error",
                access_log=False,
                server_header=False,
                date_header=False,
                ws_ping_interval=20,
                ws_ping_timeout=None,
                ws_per_message_deflate=False,
            )
        )
        self._ended = asyncio.Event()

    def end(self) -> None:
        """On the loop's thread."""
        self._ended.set()

    async def main_loop(self) -> None:
        await self._ended.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(list(self.server_state.tasks), timeout=PATIENCE)
        for task in list(self.server_state.tasks):
            task.cancel()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
