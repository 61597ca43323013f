"""What keeps a local workspace local: no real tokens, no production settings, no other site's pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.emulator.errors import EmulatorError

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
PAGE_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

_REAL_TOKEN = re.compile(r"^(xox[a-z](\.xox[a-z])?-\d+-|xoxe-\d|xapp-\d+-)")


def looks_real(token: str) -> bool:
    """Whether Slack could have given this token out."""
    return _REAL_TOKEN.match(token) is not None


def refuse_real_tokens(*tokens: str) -> None:
    """Raises EmulatorError; the token itself is not repeated."""
    if any(looks_real(token) for token in tokens):
        raise EmulatorError("A local workspace takes no real Slack token: use names such as xoxb-local-… and xapp-local-….")


def refuse_production(environment: Mapping[str, str]) -> None:
    """Raises EmulatorError when this process is set up for the real thing."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"):
        if looks_real(environment.get(name, "")):
            raise EmulatorError(f"A local workspace does not start beside a real Slack token: unset {name}.")
    if environment.get("SAYSO_DATABASE_URL", "").startswith(("postgres://", "postgresql")):
        raise EmulatorError("A local workspace does not start beside a PostgreSQL database: unset SAYSO_DATABASE_URL.")
    if environment.get("SAYSO_ENV", "").lower() in {"production", "prod"}:
        raise EmulatorError("A local workspace does not start in production: unset SAYSO_ENV.")


def refusal(headers: Mapping[str, str], path: str, port: int) -> str | None:
    """Why a request is not served, or None. Names that point here (DNS rebinding) and other sites' pages are kept out."""
    host = urlsplit(f"//{headers.get('host', '')}")
    if host.hostname not in LOCAL_HOSTS or _port(host.netloc, port) != port:
        return "This workspace answers to 127.0.0.1 and localhost only."
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers['host']}":
        return "This workspace does not answer to pages of other sites."
    site = headers.get("sec-fetch-site", "none")
    visit = path == "/" and headers.get("sec-fetch-mode") == "navigate"
    if site not in {"none", "same-origin"} and not visit:
        return "This workspace does not answer to pages of other sites."
    return None


def _port(netloc: str, default: int) -> int:
    """Browsers always name the port; Slack's own socket client leaves it out."""
    try:
        return urlsplit(f"//{netloc}").port or default
    except ValueError:
        return -1
