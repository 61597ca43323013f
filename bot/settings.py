"""What the environment says, read once at the start."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from bot.errors import Misuse, StartError

if TYPE_CHECKING:
    from collections.abc import Mapping

SLACK_API = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class Settings:
    """`root` holds `values.yaml` and `knowledge/`; `cache` holds what can be made again (the exported encoder, the index)."""

    root: Path
    cache: Path


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How to reach Slack. Secrets do not show themselves when printed.

    `app_token` opens the socket, `signing_secret` proves requests over HTTP; only the one for the chosen way in is needed.
    """

    api_url: str
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False, default="")
    signing_secret: str = field(repr=False, default="")


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """From `SAYSO_ROOT` (default: the current folder) and `SAYSO_CACHE` (default: the user's cache folder).

    Raises Misuse when there is no `values.yaml` under the root.
    """
    root = Path(environ.get("SAYSO_ROOT") or ".").resolve()
    if not (root / "values.yaml").is_file():
        raise Misuse(f"no values.yaml in {root}; run sayso in the folder that holds it, or set SAYSO_ROOT")
    cache = environ.get("SAYSO_CACHE") or platformdirs.user_cache_dir("sayso")
    return Settings(root, Path(cache))


def read_database_url(environ: Mapping[str, str] = os.environ) -> str:
    """Where drafts are kept: `SAYSO_DATABASE_URL`, by default an SQLite file in the user's data folder."""
    return environ.get("SAYSO_DATABASE_URL") or f"sqlite:///{platformdirs.user_data_dir('sayso')}/sayso.db"


def read_look_up_token(environ: Mapping[str, str] = os.environ) -> str:
    """What the service of audiences that values.yaml may name asks for: `SAYSO_LOOKUP_TOKEN`. A secret; empty: none."""
    token = environ.get("SAYSO_LOOKUP_TOKEN", "")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise StartError("SAYSO_LOOKUP_TOKEN has characters that no token has; copy it again")
    return token


def read_slack_settings(environ: Mapping[str, str] = os.environ, *, over_http: bool = False) -> SlackSettings:
    """From `SLACK_BOT_TOKEN`, `SLACK_APP_TOKEN` (socket) or `SLACK_SIGNING_SECRET` (HTTP), and `SLACK_API_URL`.

    Raises StartError that names what is missing, or is the wrong kind, and where to get it.
    """
    bot, app = environ.get("SLACK_BOT_TOKEN", ""), environ.get("SLACK_APP_TOKEN", "")
    secret, url = environ.get("SLACK_SIGNING_SECRET", ""), environ.get("SLACK_API_URL") or SLACK_API
    _require("SLACK_BOT_TOKEN", bot, "xoxb-", "api.slack.com/apps, your app, OAuth & Permissions, Install to Workspace")
    if over_http:
        _require("SLACK_SIGNING_SECRET", secret, "", "api.slack.com/apps, your app, Basic Information, Signing Secret")
    else:
        _require("SLACK_APP_TOKEN", app, "xapp-", "api.slack.com/apps, your app, Basic Information, App-Level Tokens")
    if not url.startswith(("http://", "https://")):
        raise StartError(f"SLACK_API_URL is `{url[:60]}`; it must begin with https:// (or http:// for a local workspace)")
    return SlackSettings(url if url.endswith("/") else f"{url}/", bot, app, secret)


def _require(name: str, value: str, prefix: str, where: str) -> None:
    if not value:
        raise StartError(f"{name} is not set; get it at {where} (`sayso manifest` prints the app to create), or try `sayso demo`")
    if not value.isascii() or not value.isprintable() or " " in value:
        raise StartError(f"{name} has characters that no token has; copy it again from {where}")
    if not value.startswith(prefix):
        raise StartError(f"{name} does not begin with {prefix}; copy it again from {where}")
