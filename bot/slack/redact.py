"""What may stand in a log: our own fixed sentences, names and numbers. Never a secret, never a person's data or words.

Nothing is trusted to be harmless because of where it comes from. A value that is one plain word is kept once it has been
searched for personal data; anything longer is somebody's words until the contrary is known, and is counted, not shown.
slack_sdk and slack_bolt write whole payloads into their sentences: of those only the beginning is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.slack.tracebacks import brief

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN = "[hidden]"
MOST_ITEMS = 20
DEEPEST = 3
LONGEST_SENTENCE = 200

_TOKEN = re.compile(r"\b(?:xox[a-z0-9.]*|xapp|xwfp)-[\w.-]{3,}", re.IGNORECASE)
_LONG_HEX = re.compile(r"(?:v0=)?(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])", re.IGNORECASE)
_TRIGGER = re.compile(r"\b\d{6,}\.\d{6,}\.[0-9a-z]{8,}\b", re.IGNORECASE)
_URL = re.compile(r"\b([a-z][a-z0-9+.-]{1,15}://)(?:[^\s/?#@]*@)?([^\s/?#\"'<>]*)[^\s\"'<>]*", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"[A-Za-z0-9_.:/+=\[\]-]{1,80}", re.ASCII)
_SLACK_ID = re.compile(r"[A-Z][A-Z0-9]{2,14}", re.ASCII)
_SLACK_TIME = re.compile(r"\d{10}\.\d{6}", re.ASCII)
_STATUS = re.compile(r"\bstatus(?: code)?: ?([1-5]\d\d)\b")
_ERROR = re.compile(r"\berror: ?([A-Z][A-Za-z]{2,40}(?:Error|Exception|Timeout))\b")
_PAYLOAD = re.compile(r"[({\[<:\"'`\n]| - ")

_IDS = frozenset({"team", "channel", "user", "view", "event_id", "draft", "message", "app", "bot", "reference"})
_TIMES = frozenset({"ts", "thread", "thread_ts", "at"})
_WORDS_OF_PEOPLE = re.compile(
    r"text|posts?|body|payloads?|blocks|attachments|values?|state|words|names?|handle|title|question|answer|email|phone|address"
    r"|tokens?|secrets?|signature|authorization|cookie|headers|password|response_url|trigger(?:_id)?|(?:private_)?metadata"
    r"|arg(?:ument)?s|profile|ask|query|input|customer|files?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Redactor:
    """`secrets` are our own tokens and passwords, masked wherever they stand, whole or inside another word."""

    secrets: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """`text` without secrets, addresses of web pages beyond their host, and personal data; what is very long is cut."""
        from bot.text.privacy import redact

        for secret in self.secrets:
            if secret:
                text = text.replace(secret, HIDDEN)
        text = _URL.sub(rf"\1\2/{HIDDEN}", text)
        for pattern in (_TOKEN, _TRIGGER, _LONG_HEX):
            text = pattern.sub(HIDDEN, text)
        return redact(text)

    def values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a structured line, each kept or counted by `value`."""
        return {self._key(key): self.value(str(key), value) for key, value in values.items()}

    def sentence(self, text: str) -> str:
        """A sentence that stands in some code, should a secret have slipped into it."""
        return self.text(text)[:LONGEST_SENTENCE]

    def foreign(self, text: str) -> str:
        """The beginning of another library's sentence, up to where a payload can stand, and the status or error it names."""
        head = _PAYLOAD.split(text, maxsplit=1)[0]
        if len(head) == len(text):
            return self.sentence(text)
        facts = [match[1] for pattern in (_STATUS, _ERROR) if (match := pattern.search(text))]
        return " ".join([self.sentence(head).strip(), *facts, "[cut]"]).strip()

    def value(self, key: str, value: object, depth: int = 0) -> object:
        """A value as it may stand under `key`: numbers and plain words are kept, all else is named by kind and size."""
        if value is None or isinstance(value, bool):
            return value
        if _WORDS_OF_PEOPLE.fullmatch(key):
            return HIDDEN
        if isinstance(value, (int, float)):
            return self._number(value)
        if isinstance(value, str):
            return self._word(key, value)
        if isinstance(value, BaseException):
            return self.text(brief(value))
        if isinstance(value, Mapping) and depth < DEEPEST:
            return {self._key(name): self.value(str(name), inner, depth + 1) for name, inner in _some(value.items())}
        if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)) and depth < DEEPEST:
            return [self.value(key, inner, depth + 1) for inner in _some(value)]
        return f"[{type(value).__name__}]"

    def _number(self, value: float) -> object:
        shown = str(value)
        return value if isinstance(value, float) or len(shown) < 7 or self.text(shown) == shown else HIDDEN

    def _word(self, key: str, value: str) -> str:
        if (key in _IDS and _SLACK_ID.fullmatch(value)) or (key in _TIMES and _SLACK_TIME.fullmatch(value)):
            return value
        if not _PLAIN_WORD.fullmatch(value) and not _URL.fullmatch(value):
            return f"[text, {len(value)} characters]" if value else ""
        return self.text(value)

    def _key(self, name: object) -> str:
        return str(name) if isinstance(name, str) and _PLAIN_WORD.fullmatch(name) and self.text(name) == name else HIDDEN


def _some(items: Iterable[Any]) -> list[Any]:
    return [item for _, item in zip(range(MOST_ITEMS), items, strict=False)]
