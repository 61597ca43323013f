"""Who asks: first name and time zone from Slack, the role from values.yaml."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, Any

import structlog
from slack_sdk.errors import SlackApiError

from bot.kept import Asker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slack_sdk import WebClient

log = structlog.get_logger(__name__)

A_DAY = 24 * 3600.0
REMEMBERED = 50_000


class People:
    """Looks people up once a day. Safe to share between threads."""

    def __init__(self, client: WebClient, role_of: Callable[[str], str], monotonic: Callable[[], float] = time.monotonic) -> None:
        self._client, self._role_of, self._monotonic = client, role_of, monotonic
        self._known: dict[str, tuple[float, str, str]] = {}
        self._lock = Lock()

    def asker(self, team: str, user: str) -> Asker:
        """The person with the role that they have now; without a name where Slack does not say."""
        name, timezone = self._profile(user)
        return Asker(team, user, name, self._role_of(user), timezone)

    def _profile(self, user: str) -> tuple[str, str]:
        with self._lock:
            until, name, timezone = self._known.get(user, (0.0, "", ""))
        if self._monotonic() < until:
            return name, timezone
        try:
            found: Mapping[str, Any] = self._client.users_info(user=user).get("user") or {}
        except (SlackApiError, OSError) as error:
            # a reply without a signature beats no reply
            log.warning("users.info failed", error=type(error).__name__)
            return name, timezone
        name, timezone = first_name(found), str(found.get("tz") or "")
        with self._lock:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[user] = (self._monotonic() + A_DAY, name, timezone)
        return name, timezone


def first_name(user: Mapping[str, Any]) -> str:
    """What somebody signs with: their first name, else the first word of the name they show."""
    profile = user.get("profile") or {}
    shown = profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name") or ""
    return str(profile.get("first_name") or (str(shown).split() or [""])[0])[:40]
