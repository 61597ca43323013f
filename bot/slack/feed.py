"""What a message in Slack says of a customer's post: its words, its link, who wrote it and where.

Listening tools put a post into a channel with a line above it and a link below; a colleague may paste the words alone. Read
from the payload only, so that no right to read the channel is needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.text.networks import LINK, find_links, network_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SLACK_LINK = re.compile(r"<(?P<target>[^<>|]+)(?:\|(?P<label>[^<>]*))?>")
_HEADER = re.compile(r"\b(?:post|tweet|mention|comment|review|message|reply)\b.*\b(?:on|by|from|at)\b", re.IGNORECASE)
_NETWORK = re.compile(r"\b(?:on|at|from|via) (?P<network>[A-Z][\w ]{0,30}?)(?= by\b| from\b|[:,(]|$)")
_FOLLOWERS = re.compile(r"(\d[\d,.]*)\s*(k|m|thousand|million)?\s+(?:followers|fans|subscribers)", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.]{1,40}")
_TIMES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
LONGEST_HEADER = 200


@dataclass(frozen=True, slots=True)
class FeedPost:
    """A post as it was found.

    `channel` is the network as a link or the announcing line names it, empty where neither does; `followers` is what that
    line says, not checked.
    """

    text: str
    link: str = ""
    channel: str = ""
    handle: str = ""
    followers: int | None = None


def read_message(message: Mapping[str, Any], permalink: str = "") -> FeedPost:
    """The post that a Slack message carries. `permalink` is the message's own, used where the post has no link."""
    return read_post("\n".join(_paragraphs(message)), permalink)


def read_post(text: str, permalink: str = "") -> FeedPost:
    """The post in pasted text: a line that only announces it and lines of links alone are not the customer's words."""
    lines = [line.strip() for line in text.splitlines()]
    links = find_links(text)
    words = [line for line in lines if line and not _only_links(line)]
    header = words[0] if len(words) > 1 and _is_header(words[0]) else ""
    words = words[1:] if header else words
    link = next((link for link in links if network_of(link)), links[0] if links and len(words) < len(lines) else permalink)
    network, followers, handle = _NETWORK.search(header), _FOLLOWERS.search(header), _HANDLE.search(header)
    return FeedPost(
        text="\n".join(words).strip(),
        link=link,
        channel=network_of(link) or (network["network"] if network else ""),
        handle=handle[0] if handle else "",
        followers=_number(followers) if followers else None,
    )


def _paragraphs(message: Mapping[str, Any]) -> Iterator[str]:
    """The words of a message: its blocks, else its attachments, else its text."""
    blocks = [words for block in message.get("blocks") or () if (words := _words(block).strip())]
    attached = [
        str(words)
        for attachment in message.get("attachments") or ()
        for words in (
            attachment.get("pretext"),
            attachment.get("text") or attachment.get("fallback"),
            attachment.get("title_link"),
        )
        if words
    ]
    found = [*blocks, *map(plain_text, attached)]
    yield from found or [plain_text(str(message.get("text") or ""))]


def _words(node: Any) -> str:
    """The text inside one block, whatever its kind: labels of buttons and pictures' descriptions left out."""
    if isinstance(node, list):
        return "".join(map(_words, node))
    if not isinstance(node, dict):
        return ""
    kind = node.get("type")
    if kind in ("actions", "image", "divider", "button"):
        return ""
    if kind in ("mrkdwn", "plain_text", "text"):
        text = str(node.get("text") or "")
        return plain_text(text) if kind == "mrkdwn" else text
    if kind == "link":
        return str(node.get("text") or node.get("url") or "")
    if kind == "emoji":
        return _emoji(node)
    inner = "".join(_words(node[name]) for name in ("text", "fields", "elements") if name in node)
    return f"{inner}\n" if kind in ("rich_text_section", "rich_text_quote", "rich_text_preformatted") else inner


def _emoji(node: Mapping[str, Any]) -> str:
    try:
        return "".join(chr(int(code, 16)) for code in str(node.get("unicode") or "").split("-"))
    except (ValueError, OverflowError):
        return ""


def plain_text(mrkdwn: str) -> str:
    """Slack's markup as the reader sees it: links by their address, mentions and entities undone."""
    text = _SLACK_LINK.sub(
        lambda found: found["label"] or found["target"] if found["target"][0] in "@#!" else found["target"], mrkdwn
    )
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _shown(link: re.Match[str]) -> str:
    return (link["label"] or link["target"]) if link["target"][0] in "@#!" else link["target"]


def _only_links(line: str) -> bool:
    return bool(LINK.search(line)) and not re.search(r"\w", LINK.sub("", line).replace("Link", "").replace("View post", ""))


def _is_header(line: str) -> bool:
    return len(line) <= LONGEST_HEADER and bool(_HEADER.search(line))


def _number(found: re.Match[str]) -> int | None:
    try:
        value = float(found[1].replace(",", "").rstrip("."))
    except ValueError:
        return None
    return int(value * _TIMES.get((found[2] or "").lower(), 1))
