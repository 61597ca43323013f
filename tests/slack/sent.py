"""What has left the app, as the workspace received it: read off its request log, so that nothing can leave unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.slack import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]

OWN_TOKEN = re.compile(r"<@[UW][A-Z0-9]{2,20}>")
"""The one kind of markup that we write into a text: a colleague's name."""
_RUNS = {"text", "link", "user", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"}
_EMPTIES = {"conversations.open", "auth.test", "users.info", "apps.connections.open", "chat.getPermalink"}


@dataclass(frozen=True, slots=True)
class Sent:
    """One payload: a message, a view, or the words of a smaller call. `status` is what the workspace made of it."""

    title: str
    content: Json
    status: str
    answer: Any

    @property
    def is_shown(self) -> bool:
        """Whether somebody will read it as a message or a view, so that Slack's limits and the rules of `text` hold for it."""
        return self.is_view or self.title == "response_url" or self.title.startswith("chat.post") or self.title == "chat.update"

    @property
    def is_view(self) -> bool:
        return self.content.get("type") in ("modal", "home")


def sent(slack: LocalSlack) -> list[Sent]:
    """Everything that left since the workspace began anew, oldest first; empty acknowledgements left out."""
    return [one for entry in slack.log() if entry["status"] != "waiting" for one in _of(entry)]


def _of(entry: Json) -> Iterator[Sent]:
    if entry["direction"] == "to_app":
        if isinstance(entry["response"], dict) and entry["response"]:
            content = entry["response"].get("view") or entry["response"]
            yield Sent(f"ack of {entry['title']}", content, entry["status"], None)
    elif entry["title"] not in _EMPTIES:
        request = entry["request"] if isinstance(entry["request"], dict) else {"said": entry["request"]}
        yield Sent(entry["title"], request.get("view") or request, entry["status"], entry["response"])


def assert_cannot_ping_link_or_spoof(one: Sent, mark: str = "") -> None:
    """Row 10 of the promises for one payload. `mark` is a word that stands in everything that somebody else wrote."""
    assert one.status == "ok", (one.title, one.answer)
    if not one.is_shown:
        return
    assert limits.problems(one.content) == (), one
    if not one.is_view:
        heard = one.content["text"]
        assert heard.strip(), one
        assert not set("<>") & set(OWN_TOKEN.sub("", heard)), one
        assert not one.content.get("unfurl_links"), one
        assert not {"link_names", "parse", "attachments", "markdown_text"} & set(one.content), one
    for node in nodes(one.content.get("blocks") or []):
        _assert_element(node, mark, one)


def _assert_element(node: Json, mark: str, one: Sent) -> None:
    kind = node.get("type")
    if kind == "mrkdwn":
        assert not set("<>") & set(node["text"]), one
        assert not mark or mark not in node["text"], one
    if kind == "plain_text":
        assert node.get("emoji") is not True, one
    if kind == "rich_text":
        assert {inner["type"] for inner in nodes(node["elements"])} <= _RUNS, one
    if kind == "link":
        assert node["url"].startswith(("https://", "http://")), one


def nodes(node: Any) -> Iterator[Json]:
    """Every object with a type inside blocks, from the top."""
    if isinstance(node, list):
        for inner in node:
            yield from nodes(inner)
    elif isinstance(node, dict):
        if "type" in node and not isinstance(node["type"], dict):
            yield node
        for name, inner in node.items():
            if name != "style":
                yield from nodes(inner)


def visible(content: Json) -> str:
    """What the eye reads in a message or a view, from the top."""
    return "\n".join(
        str(node.get("text") if kind != "plain_text_input" else node.get("initial_value", ""))
        for node in nodes(content.get("blocks") or [])
        if (kind := node["type"]) in ("text", "plain_text", "mrkdwn", "link", "plain_text_input")
    )
