"""`knowledge/guides/*.md`: what employees ask about, in passages under `## ` headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.library.schema import Day, Id, Ids, Part, Text, Texts


class Guide(Part):
    id: Id
    title: Text
    summary: Text
    owner: Text
    reviewed: Day
    status: Literal["draft", "active", "retired"]
    questions: Texts = ()
    """Employees' questions that it answers."""
    values: Ids = ()


@dataclass(frozen=True, slots=True)
class GuidePassage:
    """What stands under one heading; `heading` is the guide's title for the text before the first."""

    heading: str
    text: str


def passages(title: str, body: str) -> tuple[GuidePassage, ...]:
    """The body split at its `## ` headings (not inside ``` fences); headings without text are left out."""
    found: list[tuple[str, list[str]]] = [(title, [])]
    fenced = False
    for line in body.split("\n"):
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            found.append((line[3:].strip(), []))
        else:
            found[-1][1].append(line)
    texts = ((heading, "\n".join(lines).strip()) for heading, lines in found)
    return tuple(GuidePassage(heading, text) for heading, text in texts if text)
