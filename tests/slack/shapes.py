"""The shapes of the blocks that Sayso posts: what is left when the words are gone. Each has been judged by Slack's own types.

The judged shapes stand in `tests/emulator/schema_check/sayso.jsonl`. Every conversation checks that it met no other; to add
the new ones: `SAYSO_NEW_SHAPES=1 python -m pytest tests/slack`, then `python -m tests.emulator.schema_check.check`.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from tests.emulator.schema_check.corpus import FOLDER, Payload
from tests.slack.sent import sent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

FILE = FOLDER / "sayso.jsonl"
KEPT = ("type", "style", "dispatch_action_config")
"""Where the word itself decides whether Slack takes it."""


def shape(node: Any, name: str = "") -> Any:
    """A block without its words. Of what is alike in a list one is enough, in any order: each is judged alone."""
    if isinstance(node, dict):
        return {key: shape(inner, key) for key, inner in sorted(node.items())}
    if isinstance(node, list | tuple):
        alike = {json.dumps(one, sort_keys=True): one for one in (shape(inner, name) for inner in node)}
        return [alike[key] for key in sorted(alike)]
    return node if name in KEPT or not isinstance(node, str) else "x"


def shapes_of(slack: LocalSlack) -> Iterator[Payload]:
    """Every block that has left since the workspace began anew."""
    for one in sent(slack):
        for block in one.content.get("blocks") or ():
            yield Payload(f"sayso: {block['type']} {block.get('block_id', '').partition(':')[0]}".strip(), [shape(block)])


def judged() -> dict[str, str]:
    """By digest, the line of every shape that stands in the file."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    rows = [json.loads(line) for line in lines]
    return {Payload(row["name"], row["blocks"]).digest: line for row, line in zip(rows, lines, strict=True)}


def check_shapes(slack: LocalSlack) -> None:
    """Fails for a shape that nobody has judged; writes it down instead when `SAYSO_NEW_SHAPES` is set."""
    known = judged()
    new = {one.digest: one for one in shapes_of(slack) if one.digest not in known}
    if new and os.environ.get("SAYSO_NEW_SHAPES"):
        lines = [json.dumps({"name": one.name, "blocks": one.blocks}) for one in new.values()]
        FILE.write_text("\n".join(sorted({*known.values(), *lines})) + "\n", encoding="utf-8")
        return
    assert not new, (
        f"shapes that Slack's types have not judged yet, see tests/slack/shapes.py: {[one.name for one in new.values()]}"
    )
