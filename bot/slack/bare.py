"""A Web API client that never retries and never sleeps, for callers that keep time themselves."""

from __future__ import annotations

from slack_sdk import WebClient


def bare_copy(client: WebClient, timeout: int | None = None) -> WebClient:
    """`client` without its retry handlers; `timeout` in seconds, by default that of `client`."""
    return WebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=client.timeout if timeout is None else timeout,
        ssl=client.ssl,
        proxy=client.proxy,
        headers=client.headers,
        retry_handlers=[],
    )
