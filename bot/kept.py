"""What is kept of an answer after the card is gone: whose it is, what it says now, and who has been asked to take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from datetime import datetime

    from bot.decided import Approval, SecondReading
    from bot.model import Advice, Ask, Draft, Finding, Standing, Verdict

State = Literal["open", "posted", "handed_over"]


@dataclass(frozen=True, slots=True)
class Asker:
    """The colleague who asks. `team` and `user` are Slack's ids; `timezone` is an IANA name, empty where Slack did not say."""

    team: str
    user: str
    name: str = ""
    role: str = ""
    timezone: str = ""

    def zone(self, otherwise: str) -> ZoneInfo:
        """Where they are; the zone `otherwise` where Slack did not say, and UTC for one that nobody knows."""
        try:
            return ZoneInfo(self.timezone or otherwise)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Brief:
    """What the asker told beside the post. None of it ever flows into a draft; a hand-over carries it.

    `link` leads to the public post, `handle` is the customer's, `know` and `done` are the asker's own words. `thread` is
    Slack's `channel/ts` where it was asked in front of others, who may be shown the answer; empty where it was asked alone.
    """

    link: str = ""
    handle: str = ""
    know: str = ""
    done: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft that survives the card. `text` is what would be posted now; `own_words` says that a person wrote it.

    `ask` makes the same advice again. `playbook` is `id@version`. `ticked` are the places of the actions already done.
    `made`, `changed` and `posted_at` (when the first line stood in public) are in UTC.
    """

    id: str
    team: str
    asker: str
    ask: Ask
    brief: Brief
    text: str
    own_words: bool
    playbook: str
    verdict: Verdict
    severity: int
    made: datetime
    changed: datetime
    state: State = "open"
    posted_link: str = ""
    ticked: tuple[int, ...] = ()
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that the card shows. `draft` is the text as it stands now with its count, `findings` are those of that text.

    `now` carries the asker's time zone; the clock of the first line runs from `kept.made`.
    """

    kept: Kept
    advice: Advice
    draft: Draft
    findings: tuple[Finding, ...]
    now: datetime
    note: str = ""
    """One sentence about what was just asked for and could not be done."""
    approval: Approval | None = None
    """Somebody was asked to approve a text for this draft; it counts only where it `covers` the text as it stands."""
    reader: SecondReading | None = None
    """The colleague who was asked last to read the text as it stands; None when nobody was, or the text was changed since."""
    reader_advised: bool = False
    """Whether this matter is one that a second person should read before it is posted, whoever has answered by now."""


@dataclass(frozen=True, slots=True)
class Audience:
    """What a colleague saw of somebody's public profile: a number, a network and a day, no score of a person.

    `standing` is what they found; `network` is empty where none was named.
    """

    team: str
    handle: str
    network: str
    followers: int | None
    standing: Standing
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandOver:
    """A draft whose substance was given to a contact of values.yaml. `place` is Slack's `channel/ts` of the message, once sent.

    `taken_by` is the Slack user who said "I have it"; empty until then.
    """

    id: str
    draft: str
    team: str
    asker: str
    contact: str
    question: str
    made: datetime
    place: str = ""
    taken_by: str = ""
    taken_at: datetime | None = None
    answer_by: datetime | None = None
    """When the taker has said that they answer; None until they have."""
    pass_at: datetime | None = None
    """When it goes to the backup by itself, should nobody have it: half of the time to the first line is over then."""
    passed_at: datetime | None = None
    """When it went to somebody else, because nobody had it or `declined_by` could not."""
    declined_by: str = ""


@dataclass(frozen=True, slots=True)
class HandOverNote:
    """What the message to the contact says, in one screen. `due` is when an answer is needed."""

    hand_over: HandOver
    card: Card
    asker: Asker
    contact_name: str
    due: datetime
    instead_of: str = ""
    """The name of the contact who could not be reached, or is off duty."""
    because: str = "could not be reached"
    """Why it went on from them."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave a customer. `draft` is the reply that promised it, empty where it was only noted; `at` is in UTC."""

    id: str
    team: str
    person: str
    role: str
    remedy: str
    amount: float
    currency: str
    at: datetime
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """What a person has given since their midnight, beside what their role may give in a day (None: no such limit)."""

    given: float
    limit: float | None
    currency: str

    @property
    def left(self) -> float | None:
        return None if self.limit is None else max(0.0, self.limit - self.given)


RemovalState = Literal["asked", "agreed", "kept_up"]


@dataclass(frozen=True, slots=True)
class Removal:
    """Somebody asks that a comment may go, for a reason of the closed list. We remove nothing: a second person says whether.

    `text` and `link` are the copy that stays, whatever becomes of the comment. Who `decided_by` is never who asked.
    """

    id: str
    team: str
    asker: str
    reason: str
    text: str
    link: str
    made: datetime
    state: RemovalState = "asked"
    decided_by: str = ""
    decided_at: datetime | None = None
