"""The app over HTTP: gunicorn's processes, each with a desk of its own, behind our own front door and your TLS."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.errors import StartError
from bot.slack.app import check_token, open_client
from bot.slack.front_door import FrontDoor
from bot.slack.log import gather
from bot.slack.serve import DRAIN_SECONDS, Bot, open_bot, ready

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from wsgiref.types import WSGIApplication

    from bot.office import Office
    from bot.settings import SlackSettings

EVENTS_PATH = "/slack/events"
THREADS = 16
"""Requests that one process reads at once; they only acknowledge and hand work on."""


def http_app(bot: Bot, signing_secret: str) -> WSGIApplication:
    """The app as a WSGI application behind its own front door."""
    return FrontDoor(SlackRequestHandler(bot.app, EVENTS_PATH), signing_secret, bot.office, path=EVENTS_PATH)


def serve_http(open_office: Callable[[], Office], settings: SlackSettings, host: str, port: int, workers: int) -> None:
    """Runs until SIGTERM; gunicorn starts a process again that dies. Raises StartError when Slack will not let us in."""
    _require_free(host, port)
    team = check_token(open_client(settings))
    bots: list[Bot] = []

    def load() -> WSGIApplication:
        bots.append(open_bot(open_office(), open_client(settings), settings.signing_secret))
        return http_app(bots[0], settings.signing_secret)

    def begin(_worker: object) -> None:
        gather()  # gunicorn has made loggers with handlers of their own
        ready(f"listening on {host}:{port} for {team}")

    def stop(_server: object, _worker: object) -> None:
        for bot in bots:
            bot.close()

    options = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "graceful_timeout": int(DRAIN_SECONDS),
        "timeout": 300,  # a first start exports the encoder and builds the indexes
        "accesslog": None,
        "loglevel": "warning",
        "worker_exit": stop,
        "post_worker_init": begin,
    }
    _Server(load, options).run()


def _require_free(host: str, port: int) -> None:
    """gunicorn would try for five seconds and then say so in a way that nobody sees."""
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError as error:
            raise StartError(f"cannot listen on {host}:{port} ({error.strerror}); choose another --port or --host") from None


class _Server(BaseApplication):  # type: ignore[misc]
    """gunicorn with settings from here and from nowhere else."""

    def __init__(self, loader: Callable[[], WSGIApplication], options: Mapping[str, Any]) -> None:
        self._loader, self._options = loader, options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIApplication:
        return self._loader()
