"""What people decided about a draft: who approved it, who read it a second time, and the record of every decision."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

ApprovalState = Literal["open", "approved", "refused", "void", "expired"]
Opinion = Literal["", "well", "change"]


def digest_of(text: str) -> str:
    """SHA-256 of a text as 64 hexadecimal digits: what is approved is this text and no other."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Approval:
    """A text that its asker may not post alone. `digest` is that of `text` as it stands, after the approver's edit too.

    `places` are Slack's `channel/ts` of the messages to those who may approve. It counts only in state "approved", and only
    for a draft whose text has that digest.
    """

    id: str
    team: str
    draft: str
    asker: str
    text: str
    digest: str
    why: tuple[str, ...]
    roles: tuple[str, ...]
    rule: str
    limit: float | None
    value: float | None
    reason: str
    made: datetime
    due: datetime
    state: ApprovalState = "open"
    places: tuple[str, ...] = ()
    decided_by: str = ""
    decided_role: str = ""
    decided_at: datetime | None = None
    answer: str = ""

    def covers(self, text: str) -> bool:
        """Whether this text, byte for byte, is the one that was approved."""
        return self.state == "approved" and self.digest == digest_of(text)


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A colleague asked to read a draft before it is posted. `digest` is that of the text they were shown."""

    id: str
    team: str
    draft: str
    asker: str
    reader: str
    digest: str
    made: datetime
    opinion: Opinion = ""
    words: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision for the record: `who` in which `role` did which `action` to `subject` (the id of a draft, hand-over...).

    `digest` stands for the text, which is never in the record. `values_version` and `playbook` say which files were in force.
    """

    team: str
    at: datetime
    who: str
    role: str
    action: str
    subject: str
    digest: str = ""
    rule: str = ""
    limit: float | None = None
    value: float | None = None
    playbook: str = ""
    values_version: str = ""
