"""One streamed message as it grows: what came in, and the blocks that this makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Mode = Literal["markdown_text", "chunks"]


@dataclass(slots=True)
class Stream:
    """`mode` is how the stream was started, and how it must go on."""

    mode: Mode | None
    display: str = "timeline"
    parts: list[Json] = field(default_factory=list)
    """markdown and task_card blocks and such, in the order in which they are read."""
    plan_title: str = ""

    def take(self, chunks: list[Json]) -> None:
        """Adds chunks of every type; a task that is known already changes in its place."""
        for chunk in chunks:
            match chunk["type"]:
                case "markdown_text":
                    self._write(chunk["text"])
                case "task_update":
                    self._set_task(chunk)
                case "plan_update":
                    self.plan_title = chunk["title"]
                case "blocks":
                    self.parts += chunk["blocks"]

    def text(self) -> str:
        """Everything written so far, for those who do not see blocks."""
        return "".join(part["text"] for part in self.parts if part["type"] == "markdown")

    def blocks(self) -> list[Json]:
        """The message as it stands. In the display mode "plan" all tasks stand together where the first one came."""
        if self.display != "plan":
            return list(self.parts)
        tasks = [part for part in self.parts if part["type"] == "task_card"]
        shown = [part for part in self.parts if part["type"] != "task_card"]
        if not tasks:
            return shown
        plan = {"type": "plan", "title": self.plan_title or "Plan", "tasks": tasks, "block_id": "plan"}
        shown.insert(self.parts.index(tasks[0]), plan)
        return shown

    def _write(self, text: str) -> None:
        if self.parts and self.parts[-1]["type"] == "markdown":
            self.parts[-1] = {**self.parts[-1], "text": self.parts[-1]["text"] + text}
        elif text:
            self.parts.append({"type": "markdown", "text": text, "block_id": f"text{len(self.parts)}"})

    def _set_task(self, chunk: Json) -> None:
        card = {"type": "task_card", "task_id": chunk["id"], "title": chunk["title"], "status": chunk["status"]}
        card |= {name: _rich_text(chunk[name]) for name in ("details", "output") if chunk.get(name)}
        card |= {"sources": chunk["sources"]} if chunk.get("sources") else {}
        for index, part in enumerate(self.parts):
            if part["type"] == "task_card" and part["task_id"] == chunk["id"]:
                self.parts[index] = {**part, **card}
                return
        self.parts.append({**card, "block_id": f"task{len(self.parts)}"})


def _rich_text(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}
