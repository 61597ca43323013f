"""Stands in front of Bolt where Slack calls us over HTTP: only what Slack has signed comes in, and each request once.

Bolt's own check comes after it. It answers odd headers with an error of ours and writes the body of a stranger into the
log, so that nothing may reach it that has not passed here. What is refused is logged by its reason, never by its content.
"""

from __future__ import annotations

import io
import json
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import structlog

from bot.slack.signature import is_fresh, is_signature, is_signed, length_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from bot.slack.seen import Seen

log = structlog.get_logger(__name__)

LARGEST_BODY = 1024 * 1024
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class Refused(Exception):
    """A request that does not come in, with the status it is answered with."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


class FrontDoor:
    """A WSGI application around another. `seen` remembers signatures; `now` is the time of day in seconds since 1970."""

    def __init__(
        self,
        app: WSGIApplication,
        signing_secret: str,
        seen: Seen,
        *,
        path: str = "/slack/events",
        now: Callable[[], float] = time.time,
    ) -> None:
        if not signing_secret:
            raise ValueError("a signing secret is needed: without one anybody could sign")
        self._app, self._secret, self._seen, self._path, self._now = app, signing_secret, seen, path, now

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            body, signature = self._check(environ)
        except Refused as refused:
            log.info("request refused", status=refused.status.value, reason=refused.reason)
            return _answer(start_response, refused.status)
        try:
            return self._serve(environ, start_response, body, signature)
        except Exception:
            log.exception("request failed")
            return _answer(start_response, HTTPStatus.SERVICE_UNAVAILABLE)

    def _check(self, environ: WSGIEnvironment) -> tuple[bytes, str]:
        """The body and the signature of a request that is Slack's. Cheap reasons to refuse come first."""
        if environ.get("PATH_INFO") != self._path:
            raise Refused(HTTPStatus.NOT_FOUND, "path")
        if environ.get("REQUEST_METHOD") != "POST":
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        timestamp = str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", ""))
        signature = str(environ.get("HTTP_X_SLACK_SIGNATURE", ""))
        length = _declared_length(environ)
        if not is_fresh(timestamp, self._now()):
            raise Refused(HTTPStatus.UNAUTHORIZED, "timestamp")
        if not is_signature(signature):
            raise Refused(HTTPStatus.UNAUTHORIZED, "signature-form")
        body = _read(environ, length)
        if not is_signed(self._secret, timestamp, body, signature):
            raise Refused(HTTPStatus.UNAUTHORIZED, "signature")
        _require_readable(body, str(environ.get("CONTENT_TYPE", "")))
        return body, signature

    def _serve(self, environ: WSGIEnvironment, start_response: StartResponse, body: bytes, signature: str) -> Iterable[bytes]:
        """Hands the request on, once. Where the work fails, Slack is asked to come again, and may."""
        if not self._seen.first_time(signature):
            log.info("request seen before")
            return _answer(start_response, HTTPStatus.OK)

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Callable[[bytes], object]:
            if status.startswith("5"):
                self._seen.forget(signature)
            return start_response(status, headers, *rest)

        inner = {name: value for name, value in environ.items() if name != "HTTP_TRANSFER_ENCODING"}
        inner |= {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        try:
            return self._app(inner, start)
        except Exception:
            self._seen.forget(signature)
            raise


def _declared_length(environ: WSGIEnvironment) -> int | None:
    """What Content-Length says; None for a body in chunks, which the server must have taken apart for us."""
    declared, chunked = str(environ.get("CONTENT_LENGTH") or ""), "HTTP_TRANSFER_ENCODING" in environ
    if chunked and (declared or not environ.get("wsgi.input_terminated")):
        raise Refused(HTTPStatus.BAD_REQUEST, "transfer-encoding")
    if chunked:
        return None
    length = length_of(declared or "0")
    if length is None:
        raise Refused(HTTPStatus.BAD_REQUEST, "content-length")
    if length > LARGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "content-length")
    return length


def _read(environ: WSGIEnvironment, length: int | None) -> bytes:
    """The body, and of one that is too large no more than one byte too many."""
    wanted = LARGEST_BODY + 1 if length is None else length
    pieces: list[bytes] = []
    try:
        while wanted and (piece := environ["wsgi.input"].read(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
    except (OSError, ValueError, EOFError, KeyError):
        raise Refused(HTTPStatus.BAD_REQUEST, "body-cut-off") from None
    body = b"".join(pieces)
    if len(body) > LARGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body")
    if length is not None and len(body) < length:
        raise Refused(HTTPStatus.BAD_REQUEST, "body-cut-off")
    return body


def _require_readable(body: bytes, content_type: str) -> None:
    """Slack sends JSON objects, and forms of which one field may hold a JSON object. Bolt falls over anything else."""
    kind = content_type.partition(";")[0].strip()
    try:
        text = body.decode()
        if kind == JSON and isinstance(json.loads(text), dict):
            return
        if kind == FORM and not text.startswith("{"):
            payload = dict(parse_qsl(text, keep_blank_values=True)).get("payload", "{}")
            if isinstance(json.loads(payload), dict):
                return
    except (ValueError, RecursionError):
        pass
    raise Refused(HTTPStatus.BAD_REQUEST, "content")


def _answer(start_response: StartResponse, status: HTTPStatus) -> Iterable[bytes]:
    words = b"" if status is HTTPStatus.OK else status.phrase.encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(words)))]
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append(("Allow", "POST"))
    start_response(f"{status.value} {status.phrase}", headers)
    return [words]
