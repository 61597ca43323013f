"""`knowledge/playbooks/<id>.md`: one situation, when it applies, what may be offered, and the moves of a reply."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bot.library.schema import Day, Id, Ids, Part, Severity, Text, Texts
from bot.library.values import Family, Move
from bot.model import Apology

FAMILIES: tuple[Family, ...] = ("short", "comment", "review", "spoken")
FALLBACK: dict[Family, tuple[Family, ...]] = {
    "short": ("short", "comment", "review"),
    "comment": ("comment", "short", "review"),
    "review": ("review", "comment", "short"),
    "spoken": ("spoken", "comment", "short"),
}
"""Where a family's sentences come from when the playbook gives none of its own."""


BUILT_IN_SLOTS = frozenset(
    {
        "within",
        "name",
        "initials",
        "contact",
        "owner",
        "place",
        "customer",
        "staff",
        "org",
        "emergency",
        "helpline",
        "issue",
        "handle",
    }
)
"""Slots that every move may use, besides `{link:<key>}` and the playbook's own; flow/slots.py says them."""


Intent = Literal["fix", "information", "warn", "be_heard", "punish", "joke", "help", "praise", "question", "spam"]
"""What people who write such posts want."""


class NotWhen(Part):
    text: Text
    use: str = ""


class RaiseIf(Part):
    """Raises the severity `to` a level when one of `cues` is in the post; without cues a person judges."""

    condition: Annotated[Text, Field(alias="if")]
    to: Severity
    cues: Texts = ()


class MayOffer(Part):
    remedy: Id
    text: Text


class EscalateIf(Part):
    condition: Annotated[Text, Field(alias="if")]
    to: Id
    flag: str = ""


class SlotWords(Part):
    """A closed vocabulary: the customer's words choose among `words` (say -> cues), else `default` is said."""

    default: Text
    words: dict[str, Texts] = Field(default_factory=dict)


class FollowUpOf(Part):
    after_hours: Annotated[int, Field(ge=1)]
    check: Text
    public: bool = True


Variants = dict[Family, Texts]


def _same_for_all(value: object) -> object:
    """A plain list of variants serves every channel family."""
    return {"comment": value} if isinstance(value, list) else value


class Playbook(Part):
    id: Id
    title: Text
    summary: Text
    issue: Text
    """How we name the matter to the customer: "the extra charge". Said in holding lines."""
    owner: Text
    reviewed: Day
    status: Literal["draft", "active", "retired"]
    sectors: Texts = ()
    channels: Ids = ()
    when: Texts
    not_when: Annotated[tuple[NotWhen, ...], Field(strict=False)]
    severity: Severity
    raise_if: Annotated[tuple[RaiseIf, ...], Field(strict=False)] = ()
    flags: Ids = ()
    """Red flags that hold whenever this playbook is the match, whatever the words."""
    intent: Annotated[tuple[Intent, ...], Field(strict=False)] = ()
    strategy: Literal["inform", "adjust", "diminish", "rebuild", "bolster", "care", "protect", "none"]
    cluster: Literal["victim", "accidental", "preventable", "none"] = "none"
    apology: Apology
    values: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    may: Annotated[tuple[MayOffer, ...], Field(strict=False)]
    actions: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    escalate_if: Annotated[tuple[EscalateIf, ...], Field(strict=False)]
    facts_needed: Texts = ()
    posts: Annotated[tuple[Text, ...], Field(strict=False, min_length=2)]
    test_posts: Texts = ()
    keywords: Texts = ()
    do: Texts
    dont: Texts
    slots: dict[str, SlotWords] = Field(default_factory=dict)
    moves: dict[Move, Annotated[Variants, BeforeValidator(_same_for_all)]]
    follow_up: FollowUpOf | None = None
    prevention: str = ""
    onlooker: str = ""
    case: str = ""

    @property
    def searchable(self) -> str:
        """What somebody who looks for this playbook by its words may name, in lower case."""
        return " ".join((self.id, self.title, self.summary, *self.when, *self.keywords)).casefold()

    def variants(self, move: Move, family: Family) -> tuple[str, ...]:
        """The approved sentences of a move for a channel family; empty where the playbook has none."""
        given = self.moves.get(move, {})
        for source in FALLBACK[family]:
            if given.get(source):
                return given[source]
        return ()
