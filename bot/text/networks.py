"""Which network a link leads to, by its host alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LINK = re.compile(r"https?://[^\s<>|\"']+", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'\""

HOSTS = {
    "x.com": "x",
    "twitter.com": "x",
    "t.co": "x",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "tiktok.com": "tiktok",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "instagram.com": "instagram",
    "linkedin.com": "linkedin",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "reddit.com": "forum",
    "google.com": "google_review",
    "g.page": "google_review",
    "goo.gl": "google_review",
    "yelp.com": "yelp",
    "tripadvisor.com": "tripadvisor",
    "apps.apple.com": "app_store",
    "play.google.com": "google_play",
}
"""The ids of channels as values.yaml ships them; a company without one of them falls back to its first."""


def find_links(text: str) -> list[str]:
    """The web addresses in a text, in order, without the punctuation that ends a sentence."""
    return [link.rstrip(_TRAILING) for link in LINK.findall(text)]


def network_of(link: str) -> str:
    """The channel id of the network that a link leads to, empty for any other: the longest host that it ends with."""
    try:
        host = (urlsplit(link).hostname or "").lower()
    except ValueError:
        return ""
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if network := HOSTS.get(".".join(parts[start:])):
            return network
    return ""
