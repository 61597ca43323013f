"""The values that the stages hand to each other: all frozen, none knows where it came from.

Ask ─ reading ─> Reading ─ retrieve ─> Matches ─ authority ─> Authority ─ draft ─> Draft ─ check ─> Finding
                                                                   all of it together: Advice
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

SCHEMA_VERSION = 1
"""Version of the JSON shapes that `sayso reply`, `check` and `ask` write; described in docs/json.md."""

Verdict = Literal["go", "go_and_tell", "hold"]
Decision = Literal["one", "which", "none"]
Level = Literal["block", "warn"]
Apology = Literal["A0", "A1", "A2", "A3"]
Standing = Literal["unknown", "claimed", "checked", "disputed", "not_checkable"]
"""What is known of an audience: nobody said a number, somebody did, a colleague saw it, it looks wrong, nobody can see it."""

UNKNOWN = "unknown-fallback"
"""The playbook that answers when none fits."""


class Emotion(IntEnum):
    """How heated a post is (`E0` neutral to `E3` rage, despair or grief): chooses opening and length, not entitlement."""

    E0 = 0
    E1 = 1
    E2 = 2
    E3 = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """One post, and who asks about it.

    `text` is what the customer wrote, as it came: untrusted. `followers` is the audience of the person or group;
    it counts only where `checked`. `seed` chooses among approved variants: the same post, version and seed always give
    the same text. `replies` are our earlier public replies in the same thread. `poster` is who writes, where the asker knows
    ("press", "family"...); empty: read from the words. `short` asks for the shortest whole reply.
    """

    text: str
    channel: str = "x"
    role: str = ""
    followers: int | None = None
    checked: bool = False
    name: str = ""
    seed: int = 0
    replies: tuple[str, ...] = ()
    playbook: str = ""
    """The playbook that the person chose themselves, when the match was not theirs."""
    poster: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag. `source` is what raised it: "rule", "likeness", "asker", or a playbook that matched.

    `cue` is the phrase, post or title behind it.
    """

    id: str
    severity: int
    cue: str
    source: str = "rule"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many will read it: `tier` of the audience, `speed` of the thread, and the `level` that both give."""

    tier: str
    level: Literal["low", "medium", "high"]
    state: Literal["unknown", "claimed", "checked"]
    speed: Literal["quiet", "rising", "viral"] = "quiet"
    followers: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What we make of a post. `why` gives the reason of the severity, most severe first, in plain words."""

    severity: int
    why: tuple[str, ...]
    flags: tuple[Flag, ...]
    emotion: Emotion
    intent: str
    poster: str
    reach: Reach
    language: str
    language_known: bool
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A playbook that may fit: `score` is the chance that it is right, `margin` its lead, `drawn_by` the nearest example."""

    playbook: str
    title: str
    score: float
    margin: float = 0.0
    drawn_by: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found: one playbook, two to choose from, or none. `ranked` is never empty; its first is `UNKNOWN` for none."""

    decision: Decision
    ranked: tuple[Match, ...]
    confidence: float

    @property
    def first(self) -> Match:
        return self.ranked[0]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What this person may give without asking: `limit` in `currency` per case, None where it costs nothing."""

    remedy: str
    text: str
    limit: float | None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """Who must know, and why. `owner` has the substance (hold and hand over); the others are only informed."""

    contact: str
    name: str
    why: str
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Authority:
    """What this role may do here. `due_minutes` is the time to the first public line, day and night."""

    verdict: Verdict
    role: str
    may: tuple[Remedy, ...]
    tell: tuple[Tell, ...]
    due_minutes: int
    apology_max: Apology
    backing: str
    stake: str
    actions: tuple[str, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft, its source (`playbook#move@version`, `values#hold.<flag>@version`) and the values behind it."""

    text: str
    source: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply that may be posted. `count` and `limit` are in the channel's unit; `ready` is False while a slot is open."""

    text: str
    channel: str
    count: int
    limit: int | None
    house: int
    sentences: tuple[Sentence, ...]
    ready: bool


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One check's verdict. `start` and `end` are the place in the draft's text (0, 0: the whole)."""

    check: str
    level: Level
    message: str
    mend: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ValueCited:
    """A value of the company that this situation rests on."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Advice:
    """All that the card shows. `findings[i]` are those of `drafts[i]`; `version` names the set of files it was made from."""

    channel: str
    reading: Reading
    matches: Matches
    authority: Authority
    values: tuple[ValueCited, ...]
    drafts: tuple[Draft, ...]
    findings: tuple[tuple[Finding, ...], ...]
    holding: Draft
    onlooker: str
    playbook_version: str
    version: str
    seed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers an employee's question; docs/json.md lists the kinds."""

    kind: str
    id: str
    title: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Permission:
    """The answer to "may I?": never blank. `limit` is the asker's own in `currency`, None where the remedy has no amount.

    `who` names the role or contact that may, where this one may not, or the contact to tell; `on_call` the contact who is on
    now and can be asked. `rule` is the place in values.yaml (`values.yaml:96`) and `rule_text` what it says. `per_day` is what
    the role may give in one day altogether, `given` what this person gave today: None where there is no such limit, or
    nobody counts.
    """

    answer: Literal["yes", "yes_and_tell", "ask"]
    remedy: str
    amount: float | None
    limit: float | None
    currency: str
    role: str
    who: str
    who_limit: float | None
    rule: str
    why: str
    rule_text: str = ""
    on_call: str = ""
    per_day: float | None = None
    given: float | None = None

    @property
    def left(self) -> float | None:
        """What is left of the day; None where that is not known."""
        return None if self.per_day is None or self.given is None else max(0.0, self.per_day - self.given)


@dataclass(frozen=True, slots=True)
class Demand:
    """Why somebody else must approve a text, and which `roles` may.

    `rule` is the place in values.yaml; `limit` and `value` are the asker's limit and the amount over it, if any.
    """

    why: tuple[str, ...]
    roles: tuple[str, ...]
    rule: str
    limit: float | None = None
    value: float | None = None
