"""Where our code sends: found by reading it, so that no place is forgotten."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLACK = Path(__file__).parents[2] / "bot" / "slack"


@dataclass(frozen=True, slots=True)
class Site:
    """A call of the sender in our code: file, first and last line, and the name of the function around it."""

    file: str
    first: int
    last: int
    name: str


def sites(call: str) -> list[Site]:
    """Every call of `….<call>(…)` on the sender in bot/slack, numbered where one function has several."""
    return [site for path in sorted(SLACK.rglob("*.py")) for site in _sites_of(path, call)]


def _sites_of(path: Path, call: str) -> Iterator[Site]:
    counts: dict[str, int] = {}
    for name, node in calls(ast.parse(path.read_text(encoding="utf-8")), path.stem):
        if _is_of_sender(node, call):
            counts[name] = counts.get(name, 0) + 1
            yield Site(str(path), node.lineno, node.end_lineno or node.lineno, f"{name} {counts[name]}")


def calls(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call below a node, with the dotted name of the function around it."""
    for inner in ast.iter_child_nodes(node):
        yield from calls(inner, f"{name}.{inner.name}" if isinstance(inner, ast.FunctionDef | ast.ClassDef) else name)
        if isinstance(inner, ast.Call):
            yield name, inner


def _is_of_sender(node: ast.Call, call: str) -> bool:
    """By the keyword that only the sender has, or by its name: however the sender is called there."""
    if any(keyword.arg == "seen_by" for keyword in node.keywords):
        return call == "send"
    return isinstance(node.func, ast.Attribute) and node.func.attr == call and "sender" in ast.unparse(node.func.value)


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every file of the Slack side by its name, read."""
    for path in sorted(SLACK.rglob("*.py")):
        yield path.stem, ast.parse(path.read_text(encoding="utf-8"))


def recording(real: Callable[..., Any], known: list[Site], names: set[str]) -> Callable[..., Any]:
    """`real`, which adds the name of the site that called it to `names`."""
    by_line = {(site.file, line): site.name for site in known for line in range(site.first, site.last + 1)}

    def call(*args: Any, **named: Any) -> Any:
        caller = sys._getframe(1)
        names.add(by_line[caller.f_code.co_filename, caller.f_lineno])
        return real(*args, **named)

    return call
