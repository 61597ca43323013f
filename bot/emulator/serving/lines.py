"""One WebSocket of uvicorn, with what a test of bad networks needs: to cut it, or to let it go silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.websockets import WebSocket, WebSocketDisconnect
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

if TYPE_CHECKING:
    from websockets.http11 import Request

PROTOCOL = "emulator.protocol"
"""Where a scope's extensions hold its protocol."""


class SilenceableProtocol(WebSocketsSansIOProtocol):
    """Once `deaf`, it takes bytes and does nothing with them: no message, no pong, as with a peer that is gone."""

    deaf = False

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:
            self.scope["extensions"][PROTOCOL] = {"protocol": self}

    def data_received(self, data: bytes) -> None:
        if not self.deaf:
            super().data_received(data)


class SocketLine:
    """A `Line` over a starlette WebSocket."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self._protocol: SilenceableProtocol = websocket.scope["extensions"][PROTOCOL]["protocol"]

    async def send(self, text: str) -> None:
        try:
            await self._websocket.send_text(text)
        except (WebSocketDisconnect, RuntimeError, OSError) as error:
            raise ConnectionError("the app's connection is gone") from error

    async def close(self) -> None:
        try:
            await self._websocket.close(1000)
        except (WebSocketDisconnect, RuntimeError, OSError):
            self.abort()

    def abort(self) -> None:
        self._protocol.transport.abort()

    def go_deaf(self) -> None:
        self._protocol.deaf = True
