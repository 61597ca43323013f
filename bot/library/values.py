"""`values.yaml`: who we are, what each role may do, who is told, and how each channel counts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.library.people import People
from bot.library.schema import Id, Ids, Lines, Minutes, Part, Severity, Text, Texts
from bot.model import Apology

Unit = Literal["weighted_280", "characters", "utf8_bytes", "graphemes"]
Family = Literal["short", "comment", "review", "spoken"]
Move = Literal["hear", "own", "act", "handoff", "return", "thank", "fix", "contact", "sign"]
HideReason = Literal["private_data", "threat", "hate", "explicit", "spam", "off_topic_flood", "legal_order"]
Profile = Literal["public_body", "health_privacy", "bank"]


class Organisation(Part):
    name: Text
    sector: Literal["travel", "retail", "food", "public", "telecom", "bank", "health", "mixed"] = "mixed"
    profiles: Annotated[tuple[Profile, ...], Field(strict=False)] = ()
    words: dict[Literal["customer", "staff", "place"], Text] = Field(default_factory=dict)
    timezone: Text = "UTC"
    languages: Ids = ("en",)


class Value(Part):
    id: Id
    name: Text
    meaning: Text
    looks_like: Texts = ()
    not_like: Texts = ()
    why: str = ""
    example_reply: str = ""
    conflicts: dict[str, Text] = Field(default_factory=dict)


class Voice(Part):
    traits: Texts = ()
    person: Literal["I", "we"] = "I"
    signoff: str = "^{initials}"
    reading_grade_max: int = 8
    emoji_max: int = 1
    exclamations_max: int = 1
    avoid: Texts = ()
    never: Texts = ()
    prefer: dict[str, Text] = Field(default_factory=dict)


class Role(Part):
    """What one role may do.

    `may` names remedies and abilities, or `all_<role>`; `limits` is money per case by remedy, and `per_day`. From an amount
    of `tell_from` on, the person gives it and tells the shift lead.
    """

    may: Ids
    limits: dict[str, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)
    tell_from: dict[str, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)
    apology_max: Apology
    severities_alone: Annotated[tuple[Severity, ...], Field(strict=False)]


class Empowerment(Part):
    backing: Text
    good_faith: Text = "A fair decision made in good faith is supported."
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "USD"
    roles: dict[str, Role]
    default_role: Text
    assign: dict[str, Text] = Field(default_factory=dict)


class SeverityLevel(Part):
    name: Text
    stake: Text
    hold_only: bool = False


class RedFlag(Part):
    """A rule on words. `cues` raise it, `unless` cancels only the cue that it overlaps.

    Long lists stand in `knowledge/cues/<id>.yaml` and are added to these when the files are loaded. The cue language is
    described in knowledge/README.md.
    """

    id: Id
    severity: Severity
    contact: Id
    also: Ids = ()
    playbook: str = ""
    cues: Texts = ()
    unless: Texts = ()
    severe: Severity | None = None
    """The severity when one of `severe_cues` is in the post too: an injury that needs care now, data of many people."""
    severe_cues: Texts = ()
    hold: Lines = ()


class SeverityCue(Part):
    """A criterion on words that sets a severity before any playbook is known: money needed now, stranded, a promise broken.

    `why` is said on the card. Same cue language as red flags.
    """

    severity: Severity
    why: Text
    cues: Texts
    unless: Texts = ()


class Tier(Part):
    id: Text
    start: Annotated[int, Field(alias="from", ge=0)]
    name: Text


class ReachLevels(Part):
    medium_from: Text
    high_from: Text


class Speed(Part):
    engagement_per_hour: int
    views_per_hour: int


class Gesture(Part):
    tier: Text
    gift: Text
    approver: Text
    max: Annotated[float, Field(ge=0)]
    reason_required: bool


class Gestures(Part):
    enabled: bool = False
    items: Annotated[tuple[Gesture, ...], Field(strict=False)] = ()


class LookUp(Part):
    """Where numbers of followers come from: typed by colleagues ("manual"), a file of ours, or a service of ours.

    `source` is the file beside values.yaml or the address. `counts_as_checked`: its numbers move a tier like those that a
    colleague saw. `seconds` is how long a service may take before the colleague types the number.
    """

    provider: Literal["manual", "csv", "http"] = "manual"
    source: str = ""
    counts_as_checked: bool = False
    seconds: Annotated[float, Field(gt=0, le=3)] = 1.0


class Influence(Part):
    enabled: bool = True
    tiers: Annotated[tuple[Tier, ...], Field(strict=False, min_length=1)]
    reach_levels: ReachLevels
    speed: dict[Literal["rising", "viral"], Speed] = Field(default_factory=dict)
    changes: Annotated[tuple[Literal["order", "speed", "who_is_told"], ...], Field(strict=False)]
    never_changes: Texts = ()
    claim_needs_check: Literal[True] = True
    keep_days: Annotated[int, Field(ge=1, le=365)] = 30
    look_up: LookUp = LookUp()
    gestures: Gestures = Gestures()


class Target(Part):
    """Minutes to the first public line, by reach level."""

    low: Minutes
    medium: Minutes
    high: Minutes


class FollowUp(Part):
    default_hours: int = 24
    remind_before_minutes: int = 15
    max_public_replies: int = 2
    return_minutes: dict[Severity, Minutes] = Field(default_factory=lambda: {1: 30, 2: 60, 3: 120, 4: 240, 5: 1440})


class Contact(Part):
    """Somebody to call. `hours` are on the clock of `timezone` (empty: the organisation's); `bot.library.hours` reads them."""

    name: Text
    slack: Text
    hours: Text
    timezone: str = ""
    backup: str = ""
    phone_ref: str = ""
    scope: str = ""


class Channel(Part):
    """How a channel counts, and which moves a reply there has, in order.

    `hard` is the network's limit and `house` our own shorter length, both in `count` units.
    """

    name: Text
    count: Unit
    hard: Annotated[int, Field(ge=1)] | None = None
    house: Annotated[int, Field(ge=1)]
    family: Family = "comment"
    moves: Annotated[tuple[Move, ...], Field(strict=False, min_length=1)]
    signoff: str = ""
    private: bool = False
    one_reply: bool = False
    verified: bool = True
    aliases: Ids = ()


class Moderation(Part):
    """Comments stay. `may_hide` may leave out reasons of the closed list, never add one; two people stand behind each removal."""

    default: Literal["keep"]
    may_hide: Annotated[tuple[HideReason, ...], Field(strict=False)]
    public_body_may_hide: Annotated[tuple[HideReason, ...], Field(strict=False)] = ()
    two_people: Literal[True] = True
    never_for: Texts = ()


class Commitments(Part):
    apology_ladder: dict[Apology, Text]
    promise_needs: Texts


class Retrieval(Part):
    """When search is sure enough.

    `min_confidence`: below it no playbook is named. `ambiguous_margin`: two within it are both shown. `top_k`: how many
    are kept. `flag_likeness`: the chance from which a post that reads like flagged ones raises the flag, whatever its words.
    """

    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.35
    top_k: Annotated[int, Field(ge=1, le=10)] = 3
    ambiguous_margin: Annotated[float, Field(ge=0, le=1)] = 0.04
    flag_likeness: Annotated[float, Field(ge=0, le=1)] = 0.5


class Review(Part):
    playbook_days: int = 180
    owners_required: bool = True


class Values(Part):
    """The whole of `values.yaml`, checked for shape; `bot.library.lint` checks what spans several parts."""

    schema_version: Annotated[Literal[1], Field(alias="schema")]
    organisation: Organisation
    values: Annotated[tuple[Value, ...], Field(strict=False, min_length=1)]
    value_order: Ids
    voice: Voice
    empowerment: Empowerment
    severity_levels: dict[Severity, SeverityLevel]
    cue_words: dict[Id, Texts] = Field(default_factory=dict)
    """Groups of single words that cues name as `<group>`."""
    red_flags: Annotated[tuple[RedFlag, ...], Field(strict=False)]
    severity_cues: dict[Id, SeverityCue] = Field(default_factory=dict)
    influence: Influence
    response_targets: dict[Severity, Target]
    follow_up: FollowUp = FollowUp()
    contacts: dict[str, Contact]
    safety_lines: dict[str, Text]
    links: dict[str, Text] = Field(default_factory=dict)
    allowed_domains: Texts = ()
    own_handles: dict[str, Text] = Field(default_factory=dict)
    channels: dict[str, Channel]
    moderation: Moderation
    commitments: Commitments
    people: People
    retrieval: Retrieval = Retrieval()
    review: Review = Review()

    def flag(self, flag_id: str) -> RedFlag:
        """The red flag of that id; KeyError when there is none."""
        for flag in self.red_flags:
            if flag.id == flag_id:
                return flag
        raise KeyError(flag_id)

    def value(self, value_id: str) -> Value:
        """The company value of that id; KeyError when there is none."""
        for value in self.values:
            if value.id == value_id:
                return value
        raise KeyError(value_id)
