"""The one function that sends. Who can see it is said at every call, and a place that would show it to more is refused."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.slack import limits
from bot.slack.message import Message
from bot.slack.place import PRIVATE, ByUrl, InMessages, InThread, InView, OnHome, Posted, SeenBy

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient
    from slack_sdk.web import SlackResponse

    from bot.slack.outbox import Outbox
    from bot.slack.place import Place

log = structlog.get_logger(__name__)

Json = dict[str, Any]

OK = 200


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends messages and views. Posts go through the outbox, which keeps Slack's pace; what answers a click goes at once."""

    client: WebClient
    outbox: Outbox
    webhook: Callable[[str], WebhookClient] = WebhookClient

    def send(self, payload: Message | Json, place: Place, *, seen_by: SeenBy) -> Future[Json]:
        """Shows a message (or, in a modal or on Home, a view) at a place. The future holds what Slack answered, or SlackApiError.

        Only posts wait in the outbox; all else is done when this returns. Raises ValueError for a place that more people see
        than `seen_by` says.
        """
        if seen_by is SeenBy.CHANNEL and isinstance(place, PRIVATE):
            raise ValueError(f"{type(place).__name__} is seen by the asker alone")
        if seen_by is SeenBy.ASKER and isinstance(place, Posted):
            raise ValueError("Posted is seen by everyone in its channel")
        if isinstance(payload, Message):
            return self._message(limits.fit_message(payload), place, seen_by)
        if isinstance(place, InView):
            return self._update(limits.fit_view(payload), place)
        if isinstance(place, OnHome):
            return _at_once(lambda: self.client.views_publish(user_id=place.user, view=limits.fit_view(payload)))
        raise ValueError(f"a view cannot stand in {type(place).__name__}")

    def open_view(self, view: Json, trigger_id: str, *, over: Place) -> None:
        """Opens a modal for the person who pressed; on top of the one they are in, if any."""
        view = limits.fit_view(view)
        if isinstance(over, InView):
            self.client.views_push(trigger_id=trigger_id, view=view)
        else:
            self.client.views_open(trigger_id=trigger_id, view=view)

    def log_quietly(self, what: str, error: str) -> None:
        """A failure that costs nothing but comfort."""
        log.info("not done", what=what, error=error)

    def _message(self, message: Message, place: Place, seen_by: SeenBy) -> Future[Json]:
        if isinstance(place, ByUrl):
            return self._by_url(message, place)
        if isinstance(place, InMessages):
            return self._post(message, place.channel or place.user, place.thread)
        if isinstance(place, InThread) and seen_by is SeenBy.CHANNEL:
            return self._post(message, place.channel, place.thread)
        if isinstance(place, Posted):
            content = {"text": message.text, "blocks": message.blocks}
            return self.outbox.send("chat.update", {"channel": place.channel, "ts": place.ts, **content})
        if isinstance(place, InThread):
            return self._whisper(message, place)
        raise ValueError(f"a message cannot stand in {type(place).__name__}")

    def _update(self, view: Json, place: InView) -> Future[Json]:
        """Changes a modal. Who closed it before its answer came wants none; their draft is kept."""
        try:
            return _at_once(lambda: self.client.views_update(view_id=place.view, view=view))
        except SlackApiError as error:
            if error_of(error) != "not_found":
                raise
            log.info("modal closed before its answer")
            return _done({})

    def _post(self, message: Message, channel: str, thread: str) -> Future[Json]:
        content = {"text": message.text, "blocks": message.blocks, "unfurl_links": False, "unfurl_media": False}
        return self.outbox.send("chat.postMessage", {"channel": channel, **_thread(thread), **content})

    def _whisper(self, message: Message, place: InThread) -> Future[Json]:
        """For one person in a thread; when Slack will not show it there, in their Messages tab."""
        try:
            return _at_once(
                lambda: self.client.chat_postEphemeral(
                    channel=place.channel,
                    user=place.user,
                    thread_ts=place.thread or None,
                    text=message.text,
                    blocks=message.blocks,
                )
            )
        except SlackApiError as error:
            log.warning("ephemeral message refused", error=error_of(error))
            return self._post(message, place.user, "")

    def _by_url(self, message: Message, place: ByUrl) -> Future[Json]:
        """By response_url; when it is used up, the same message in the asker's Messages tab, so that nothing is lost."""
        answer = self.webhook(place.url).send(
            text=message.text,
            blocks=message.blocks,
            response_type="ephemeral",
            replace_original=place.replace,
            unfurl_links=False,
            unfurl_media=False,
        )
        if answer.status_code == OK:
            return _done({"ok": True})
        log.warning("response_url refused", status=answer.status_code)
        return self._post(message, place.user, "")


def error_of(error: BaseException) -> str:
    """Slack's own word for what went wrong ("not_in_channel"), else the kind of the error."""
    if isinstance(error, SlackApiError) and error.response is not None:
        return str(error.response.get("error", "unknown"))
    return type(error).__name__


def _thread(thread: str) -> Json:
    return {"thread_ts": thread} if thread else {}


def _at_once(call: Callable[[], SlackResponse]) -> Future[Json]:
    answer = call().data
    return _done(answer if isinstance(answer, dict) else {})


def _done(answer: Json) -> Future[Json]:
    future: Future[Json] = Future()
    future.set_result(answer)
    return future
