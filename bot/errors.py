"""What can go wrong, and for whom.

    SaysoError
    ├── Misuse            the caller asked for something that cannot be: mend the command
    ├── KnowledgeError    a manager's file is wrong: mend the file, at the line named
    ├── EncoderError      the embedding model is missing or not the one we verified
    ├── NotYours          a draft that belongs to somebody else, or is gone
    ├── Blocked           a text that must not be posted as it stands: mend what its findings name
    │   └── NeedsApproval one that somebody else may approve: mend it, or ask them
    ├── LookUpFailed      a source of audiences cannot be used: mend what it names; meanwhile people type the number
    ├── StoreError        the database cannot be used: mend its address, its folder or the version
    └── StartError        Slack cannot be reached or will not let us in: mend the settings

Every message names the thing, shows the value and says the mend. The command line prints the message alone and
exits with `exit_code`; nobody sees a traceback.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Demand, Finding


class SaysoError(Exception):
    """Base of all errors that we raise on purpose; `str(error)` is fit for a person."""

    exit_code = 1


class Misuse(SaysoError):
    """The request itself cannot be answered: unknown channel, empty post, unreadable file."""

    exit_code = 2


class EncoderError(SaysoError):
    """The embedding model cannot be loaded or is not the published one."""


class NotYours(SaysoError):
    """Somebody asked for a draft that is not theirs, or is not here any more."""


class Blocked(SaysoError):
    """A text has findings that must be mended before it may be posted; `findings` holds them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(f"{finding.message} {finding.mend}" for finding in self.findings))


class LookUpFailed(SaysoError):
    """A source of audiences gave nothing that can be used. The card says so and goes on with what the person typed."""


class NeedsApproval(Blocked):
    """A text that its author may not post alone, and somebody else may approve; `demand` says why and who."""

    def __init__(self, findings: Sequence[Finding], demand: Demand) -> None:
        super().__init__(findings)
        self.demand = demand


class StoreError(SaysoError):
    """The database cannot be opened, is newer than this program, or cannot be written to."""

    exit_code = 74


class StartError(SaysoError):
    """The Slack app cannot start: a token is missing or refused, or the network is not there."""

    exit_code = 78


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a manager's file.

    `line` counts from 1; 0 means the file as a whole. `field` is the dotted path (`moves.hear.short[1]`), empty for the
    file. `level` is "error" (the set is refused) or "warning".
    """

    file: str
    line: int
    field: str
    reason: str
    mend: str = ""
    level: str = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f" `{self.field}`" if self.field else ""
        mend = f"; {self.mend}" if self.mend else ""
        return f"{place}{field}: {self.reason}{mend}"


class KnowledgeError(SaysoError):
    """One or more of the managers' files cannot be used. `problems` holds all of them, in file and line order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
