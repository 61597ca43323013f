"""The addresses of a local workspace: Slack's own for the app, and ours for the page and for tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from bot.emulator import decode, web_api
from bot.emulator.call import SlackError
from bot.emulator.control import control
from bot.emulator.gestures.table import do
from bot.emulator.hooks import HookError
from bot.emulator.see import see
from bot.emulator.serving.guard import Guard
from bot.emulator.serving.lines import SocketLine
from bot.emulator.serving.stream import changes_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp
    from starlette.websockets import WebSocket

    from bot.emulator.service import Service

Json = dict[str, Any]

PAGE = Path(__file__).with_name("page")
READY = "/_emulator/ready"


def application(service: Service, port: int) -> ASGIApp:
    """The whole of it as one ASGI application that answers on this port of this machine."""
    routes = Routes(service)
    app = Starlette(
        routes=[
            Route("/", routes.index),
            Mount("/page", StaticFiles(directory=PAGE)),
            Route("/api/{method}", routes.web_api, methods=["GET", "POST"]),
            Route("/commands/{team}/{number}/{key}", routes.hook, methods=["POST"]),
            Route("/actions/{team}/{number}/{key}", routes.hook, methods=["POST"]),
            WebSocketRoute("/link/", routes.link),
            Route("/_emulator/state", routes.state),
            Route("/_emulator/stream", routes.stream),
            Route("/_emulator/log", routes.log),
            Route("/_emulator/do/{gesture}", routes.gesture, methods=["POST"]),
            Route("/_emulator/control/{what}", routes.control, methods=["POST"]),
            Route(READY, routes.ready),
        ]
    )
    return Guard(app, port)


class Routes:
    """One method per address: it reads the request, makes one call, and writes the answer."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def index(self, _: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    async def ready(self, _: Request) -> Response:
        """200 as soon as the workspace answers, with how many connections the app has."""
        return JSONResponse({"ok": True, "connections": self._service.way.connected()})

    async def web_api(self, request: Request) -> Response:
        try:
            arguments = await _arguments(request)
        except ValueError:
            return JSONResponse({"ok": False, "error": "invalid_json"})
        reply = web_api.call(self._service, request.path_params["method"], arguments, request.headers)
        return JSONResponse(reply.body, reply.status, reply.headers)

    async def hook(self, request: Request) -> Response:
        """A response_url answers 200, or 400 and 404 with what is wrong."""
        service = self._service
        try:
            body = decode.hook_body(request.headers.get("content-type", ""), await request.body())
        except ValueError:
            return PlainTextResponse("invalid_payload", 400)
        entry = service.journal.begin("from_app", "response_url", "response_url", body)
        try:
            service.hooks.respond(request.path_params["key"], body)
        except HookError as error:
            service.journal.finish(entry, "error", {"status": error.status, **error.body()})
            return JSONResponse(error.body(), error.status)
        service.journal.finish(entry, "ok", {"status": 200})
        return JSONResponse({"ok": True})

    async def link(self, websocket: WebSocket) -> None:
        """One Socket Mode connection, from its ticket to its end."""
        sockets = self._service.sockets
        if sockets is None or not sockets.admit(websocket.query_params.get("ticket", "")):
            await websocket.close()
            return
        await websocket.accept()
        connection = await sockets.join(SocketLine(websocket))
        if connection is None:
            return
        try:
            while (said := await websocket.receive())["type"] == "websocket.receive":
                sockets.hear(connection, said.get("text") or "")
        finally:
            sockets.leave(connection)

    async def state(self, request: Request) -> Response:
        try:
            return JSONResponse(see(self._service, self._viewer(request)))
        except SlackError as error:
            return JSONResponse(error.body(), 404)

    async def stream(self, request: Request) -> Response:
        return changes_of(self._service.workspace, self._viewer(request))

    async def log(self, request: Request) -> Response:
        after = request.query_params.get("after", "0")
        entries = self._service.journal.after(int(after) if after.isdecimal() else 0)
        return JSONResponse({"entries": entries, "next": self._service.journal.last})

    async def gesture(self, request: Request) -> Response:
        try:
            return JSONResponse(await do(self._service, request.path_params["gesture"], await _json(request)))
        except ValueError:
            return JSONResponse({"ok": False, "error": "invalid_json"}, 400)

    async def control(self, request: Request) -> Response:
        try:
            return JSONResponse(await control(self._service, request.path_params["what"], await _json(request)))
        except ValueError:
            return JSONResponse({"ok": False, "error": "invalid_json"}, 400)

    def _viewer(self, request: Request) -> str:
        """Through whose eyes; who names nobody looks through the default person's."""
        return request.query_params.get("user") or self._service.workspace.default_person.id


async def _arguments(request: Request) -> Json:
    content_type = request.headers.get("content-type", "")
    if "multipart" in content_type:
        return {
            **request.query_params,
            **{name: value for name, value in (await request.form()).items() if isinstance(value, str)},
        }
    return decode.arguments(content_type, await request.body(), request.url.query)


async def _json(request: Request) -> Json:
    body = await request.body()
    return decode.json_object(body) if body.strip() else {}
