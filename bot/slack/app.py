"""The Bolt app: every way in, on one counter. Socket Mode and HTTP share it."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import structlog
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

from bot.errors import StartError
from bot.slack import (
    actions,
    approving,
    commands,
    door,
    events,
    giving,
    hiding,
    modals,
    passing_on,
    reading_twice,
    shortcuts,
)
from bot.slack.counter import Counter
from bot.slack.log import reference
from bot.slack.people import People
from bot.slack.send import Sender, error_of

if TYPE_CHECKING:
    from bot.office import Office
    from bot.settings import SlackSettings
    from bot.slack.outbox import Outbox
    from bot.slack.work import Work

log = structlog.get_logger(__name__)

LISTENERS = 32
"""Threads in which Bolt acknowledges; they only hand work on, so many of them cost nothing in a burst."""


def open_client(settings: SlackSettings) -> WebClient:
    """A client for the workspace at `settings.api_url` that waits out rate limits, broken connections and server errors."""
    handlers = [ConnectionErrorRetryHandler(), RateLimitErrorRetryHandler(max_retry_count=2), ServerErrorRetryHandler()]
    return WebClient(token=settings.bot_token, base_url=settings.api_url, timeout=10, retry_handlers=handlers)


def check_token(client: WebClient) -> str:
    """The workspace that the token belongs to. Raises StartError, in one line, when Slack refuses it or cannot be reached."""
    try:
        return str(client.auth_test().get("team") or "")
    except SlackApiError as error:
        raise StartError(
            f"Slack refuses SLACK_BOT_TOKEN ({error_of(error)}); reinstall the app and copy the token again"
        ) from None
    except OSError as error:
        raise StartError(f"cannot reach Slack at {client.base_url} ({error}); check the network, or SLACK_API_URL") from None


def open_counter(office: Office, client: WebClient, outbox: Outbox, work: Work) -> Counter:
    """Where Slack meets this office."""
    return Counter(office, People(client, office.desk.role_of), Sender(client, outbox), work)


def build_app(office: Office, client: WebClient, outbox: Outbox, work: Work, signing_secret: str = "") -> App:
    """The app with all its listeners. `signing_secret` only matters over HTTP."""
    app = App(
        client=client,
        logger=logging.getLogger("slack_bolt"),  # all of Bolt's loggers take their level from this one
        signing_secret=signing_secret or None,
        listener_executor=ThreadPoolExecutor(LISTENERS, thread_name_prefix="listen"),
        request_verification_enabled=bool(signing_secret),
    )
    counter = open_counter(office, client, outbox, work)
    for part in (door, commands, shortcuts, actions, modals, giving, hiding, events, approving, reading_twice, passing_on):
        part.register(app, counter)

    @app.error
    def broken(error: Exception, body: dict[str, Any]) -> None:
        log.error("listener failed", reference=reference(), kind=body.get("type") or body.get("command"), exc_info=error)

    return app
