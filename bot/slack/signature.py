"""Whether a request carries Slack's signature: https://api.slack.com/authentication/verifying-requests-from-slack. Pure."""

from __future__ import annotations

import hashlib
import hmac
import re

_SIGNATURE = re.compile(r"v0=([0-9a-f]{64})", re.ASCII)
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_LENGTH = re.compile(r"[0-9]{1,12}", re.ASCII)

FRESH = 300
"""Seconds that a request may be older or newer than our clock."""


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """The signature that Slack puts on a request."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return f"v0={hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()}"


def is_fresh(timestamp: str, now: float) -> bool:
    """Whether a header can be a timestamp of the last or the next five minutes. `now` in seconds since 1970."""
    return _TIMESTAMP.fullmatch(timestamp) is not None and abs(now - int(timestamp)) <= FRESH


def is_signature(signature: str) -> bool:
    """Whether a header has the form of a signature at all; a text that is not ASCII cannot be compared in constant time."""
    return _SIGNATURE.fullmatch(signature) is not None


def is_signed(secret: str, timestamp: str, body: bytes, signature: str) -> bool:
    """Whether `signature` (of the form above) is ours to believe."""
    return hmac.compare_digest(sign(secret, timestamp, body).encode(), signature.encode())


def length_of(header: str) -> int | None:
    """A Content-Length as a number; None for anything but plain digits."""
    return int(header) if _LENGTH.fullmatch(header) else None
