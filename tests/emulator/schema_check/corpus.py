"""The payloads that have been judged, and what was said of them; read by the check and by the fast test."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
VERDICTS = FOLDER / "verdicts.json"


@dataclass(frozen=True, slots=True)
class Payload:
    """One array of blocks under a name that says where it comes from."""

    name: str
    blocks: Any

    @property
    def digest(self) -> str:
        """The same for the same JSON, however its keys are ordered."""
        text = json.dumps(self.blocks, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def payloads(*more: Path) -> list[Payload]:
    """The hand-made ones, those of every *.jsonl file beside this one, and those of the files named."""
    made = json.loads((FOLDER / "payloads.json").read_text(encoding="utf-8"))
    lines = [line for path in (*sorted(FOLDER.glob("*.jsonl")), *more) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [*made, *(json.loads(line) for line in lines if line.strip())]
    return [Payload(row["name"], row["blocks"]) for row in rows]


def verdicts() -> dict[str, bool]:
    """By digest, whether the schema accepts the payload."""
    rows = json.loads(VERDICTS.read_text(encoding="utf-8"))["payloads"]
    return {row["digest"]: row["verdict"] == "accepted" for row in rows}
