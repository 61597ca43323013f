"""One call of a Web API method, and how a method says no."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.emulator.workspace import Workspace

TokenKind = Literal["bot", "app"]


class SlackError(Exception):
    """Answered as HTTP 200 {"ok": false, "error": error, **extra}, as Slack does."""

    def __init__(self, error: str, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.extra = extra

    def body(self) -> dict[str, Any]:
        return {"ok": False, "error": self.error, **self.extra}


def invalid_arguments(*messages: str) -> SlackError:
    """Slack's form for arguments that are missing or malformed; each message without its leading "[ERROR] "."""
    return SlackError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {message}" for message in messages]})


def with_warnings(answer: dict[str, Any], warnings: list[str]) -> dict[str, Any]:
    """The answer as Slack gives it where it took the call, but not gladly."""
    return {**answer, "warning": ",".join(warnings), "response_metadata": {"warnings": warnings}} if warnings else answer


@dataclass(frozen=True, slots=True)
class Call:
    """`arguments` are decoded: JSON body, form or query, with nested JSON strings (blocks, view, metadata...) parsed.

    Token and scope have been checked when a method sees its call; `token` is None for methods that need none.
    """

    workspace: Workspace
    method: str
    token: TokenKind | None
    arguments: dict[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """The argument, or `default` where it is absent or null."""
        value = self.arguments.get(name)
        return default if value is None else value

    def need(self, name: str) -> Any:
        """The argument. Raises SlackError invalid_arguments where it is absent or empty."""
        value = self.arguments.get(name)
        if value is None or value == "":
            raise invalid_arguments(f"missing required field: {name}")
        return value

    def text(self, name: str, default: str = "") -> str:
        value = self.arguments.get(name)
        return default if value is None else str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """True for true, "true", 1 and "1": forms carry strings."""
        value = self.arguments.get(name)
        return default if value is None else str(value).lower() in {"true", "1"}

    def number(self, name: str, default: int) -> int:
        value = self.arguments.get(name)
        try:
            return default if value is None else int(value)
        except (TypeError, ValueError, OverflowError):
            raise invalid_arguments(f"must be an integer [json-pointer:/{name}]") from None
