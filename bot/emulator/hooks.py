"""response_url: where an app answers an interaction, five times within half an hour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from bot.emulator.call import SlackError
from bot.emulator.ids import secret
from bot.emulator.methods.content import checked_attachments, checked_blocks
from bot.emulator.rules import table
from bot.emulator.things import Message

if TYPE_CHECKING:
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]
Kind = Literal["commands", "actions"]

USES = 5
LIFE = 1800.0
"""Seconds."""


class HookError(SlackError):
    """A SlackError with the HTTP status of a hook's answer."""

    def __init__(self, status: int, error: str, **extra: Any) -> None:
        super().__init__(error, **extra)
        self.status = status


@dataclass(slots=True)
class Hook:
    """One response_url. `source` is the message in which the person pressed; a slash command has none."""

    kind: Kind
    channel: str
    user: str
    issued: float
    source: Message | None = None
    uses: int = 0


class Hooks:
    """All response_urls that were given out."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._hooks: dict[str, Hook] = {}

    def issue(self, kind: Kind, channel: str, user: str, source: Message | None = None) -> str:
        """A fresh address for one interaction."""
        key = secret()
        self._hooks[key] = Hook(kind, channel, user, self._workspace.clock.now(), source)
        number = len(self._hooks)
        return f"{self._workspace.address}/{kind}/{self._workspace.team['id']}/{number}/{key}"

    def forget(self) -> None:
        self._hooks.clear()

    def respond(self, key: str, body: Json) -> Message | None:
        """Does what the app posted to a response_url. Raises HookError with Slack's word for what is wrong."""
        hook = self._hooks.get(key)
        if hook is None:
            raise HookError(404, "invalid_url")
        if self._workspace.clock.now() - hook.issued > LIFE:
            raise HookError(404, "expired_url")
        if hook.uses >= USES:
            raise HookError(404, "used_url")
        hook.uses += 1
        return self.show(hook, body)

    def show(self, hook: Hook, body: Json) -> Message | None:
        """The same for an answer that came with an acknowledgement: it costs no use."""
        if _flag(body, "delete_original"):
            self._delete(hook)
            return None
        fields = _content(body)
        if _flag(body, "replace_original") and hook.source is not None:
            return self._replace(hook, fields)
        return self._add(hook, fields, body)

    def _delete(self, hook: Hook) -> None:
        """A slash command has no message that could be deleted."""
        source = hook.source
        if source is None or not self._present(source):
            raise HookError(404, "message_not_found")
        self._workspace.delete(source)

    def _replace(self, hook: Hook, fields: Json) -> Message:
        """The message stays what it was: private if it was private. One that a reload took away comes back."""
        source = hook.source
        assert source is not None
        if self._present(source):
            return self._workspace.edit(source, **fields)
        if source.only_to is None:
            raise HookError(404, "message_not_found")
        for name, value in fields.items():
            setattr(source, name, value)
        return self._workspace.show_again(source)

    def _add(self, hook: Hook, fields: Json, body: Json) -> Message:
        workspace = self._workspace
        app = workspace.app
        message = Message(hook.channel, app.id, bot_id=app.bot_id, app_id=app.app_id, **fields)
        message.thread_ts = self._thread(hook, body)
        if body.get("response_type", "ephemeral") == "in_channel":
            return workspace.post(message)
        message.only_to = hook.user
        return workspace.whisper(message)

    def _thread(self, hook: Hook, body: Json) -> str | None:
        """The root of the thread that the answer names."""
        if not body.get("thread_ts"):
            return None
        named = self._workspace.channels[hook.channel].find(str(body["thread_ts"]))
        if named is None:
            raise HookError(400, "invalid_thread_ts")
        return named.thread_ts or named.ts

    def _present(self, message: Message) -> bool:
        channel = self._workspace.channels[message.channel]
        return any(one is message for one in (channel.whispers if message.only_to else channel.messages))


def _content(body: Json) -> Json:
    """Text, blocks and attachments, checked by the rules of messages."""
    text, blocks, attachments = str(body.get("text") or ""), body.get("blocks"), body.get("attachments")
    if not text and not blocks and not attachments:
        raise HookError(400, "no_text")
    try:
        checked = checked_blocks(blocks) if blocks else None
        return {"text": text[: table.POST_TEXT_MOST], "blocks": checked, "attachments": checked_attachments(attachments)}
    except SlackError as error:
        raise HookError(400, error.error, **error.extra) from None


def _flag(body: Json, name: str) -> bool:
    return str(body.get(name, "")).lower() == "true"
