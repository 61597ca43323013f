"""What the code under `bot/slack` asks of Slack, read from its syntax trees: Web API methods and listeners."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from slack_sdk.web import client

from bot.slack import ids

if TYPE_CHECKING:
    from collections.abc import Iterator

APP = Path(__file__).parents[3] / "bot" / "slack"

SENDING = {"send", "api_call"}
"""Functions whose first argument is the name of a method, as in `outbox.send("chat.update", ...)`."""

HELPERS = {
    "SetStatus": "assistant.threads.setStatus",
    "SetSuggestedPrompts": "assistant.threads.setSuggestedPrompts",
    "SetTitle": "assistant.threads.setTitle",
    "Say": "chat.postMessage",
    "SayStream": "chat.startStream",
}
"""Bolt's helpers by their type, and the method that each calls (slack_bolt/context/*)."""

KINDS = {
    "command": "command",
    "event": "event",
    "message": "message",
    "shortcut": "shortcut",
    "global_shortcut": "shortcut",
    "message_shortcut": "shortcut",
}
"""Decorators of Bolt's App for what a manifest declares."""


@cache
def method_names() -> dict[str, str]:
    """The methods of slack_sdk's client, by their Python name: {"chat_postMessage": "chat.postMessage", ...}."""
    names = {"chat_stream": "chat.startStream", "files_upload_v2": "files.completeUploadExternal"}
    for function in ast.walk(ast.parse(Path(client.__file__).read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            texts = [text for call in _calls(function) if _called(call) == "api_call" for text in _texts(call)]
            if texts:
                names[function.name] = texts[0]
    return names


def methods_called(folder: Path = APP) -> set[str]:
    """Web API methods that the code calls: on a client, through the outbox, or by a helper of Bolt's."""
    return {method for _, tree in _modules(folder) for method in _methods(tree)}


def listeners(folder: Path = APP) -> set[tuple[str, str]]:
    """What the code listens to, as ("command", "/reply"). Raises ValueError for a name that is not written at the listener."""
    return {found for path, tree in _modules(folder) for found in _listeners(path, tree)}


def _modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _methods(tree: ast.Module) -> Iterator[str]:
    known = method_names()
    for call in _calls(tree):
        name = _called(call)
        if isinstance(call.func, ast.Attribute) and name in known:
            yield known[name]
        if name in SENDING:
            yield from (text for text in _texts(call) if text in known.values())
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation:
            yield from (
                HELPERS[part.id] for part in ast.walk(node.annotation) if isinstance(part, ast.Name) and part.id in HELPERS
            )


def _listeners(path: Path, tree: ast.Module) -> Iterator[tuple[str, str]]:
    for call in _calls(tree):
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "app":
            match KINDS.get(call.func.attr):
                case "message":
                    yield "event", "message"
                case str(kind):
                    yield kind, _name(path, call)


def _name(path: Path, call: ast.Call) -> str:
    match call.args:
        case [ast.Constant(value=str(name)), *_]:
            return name
        case [ast.Name(id=name) | ast.Attribute(value=ast.Name(id="ids"), attr=name), *_] if hasattr(ids, name):
            return str(getattr(ids, name))
    raise ValueError(f"{path.name}:{call.lineno}: write the name of what is listened to here, as text or from ids.py")


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def _texts(call: ast.Call) -> list[str]:
    """The texts in a call's first argument; both, where it is a choice of two."""
    parts = ast.walk(call.args[0]) if call.args else ()
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
