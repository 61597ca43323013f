"""The gate before every address: who asks from where, and what a browser may do with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocketClose

from bot.emulator.safety import PAGE_HEADERS, refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Guard:
    """ASGI: turns away what `refusal` names, and puts the page's policy on every answer."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        why = refusal(Headers(scope=scope), scope["path"], self._port)
        if why is not None:
            answer = WebSocketClose() if scope["type"] == "websocket" else PlainTextResponse(why, 403)
            await answer(scope, receive, send)
            return

        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(PAGE_HEADERS)
                headers.setdefault("cache-control", "no-store" if scope["path"] != "/" else "no-cache")
            await send(message)

        await self._app(scope, receive, with_policy if scope["type"] == "http" else send)
