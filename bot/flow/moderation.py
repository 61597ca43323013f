"""May I hide or delete this? Comments stay; the list of what may go is closed, and shorter for a public body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.library.knowledge import Knowledge
    from bot.library.values import Values

PUBLIC_BODY = "public_body"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a comment may go (or, among `NEVER`, may not). `test` is the question that must be answered with yes."""

    title: str
    test: str
    cues: str


REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        "private_data": Reason(
            "Private data of anybody",
            "Does it show an address, a number, an account or health facts of a person?",
            r"private data|personal (?:data|details?|information)|(?:phone|card|account|passport|booking) numbers?|home address|"
            r"(?:his|her|their|someone's|somebody's|my|a customer's|a colleague's) (?:home )?(?:address|number)|"
            r"doxx?(?:ed|es|ing)?",
        ),
        "threat": Reason(
            "A threat or incitement",
            "Does it threaten a person, or call on others to harm somebody?",
            r"threat(?:s|en|ens|ened|ening)?|incit\w+|violen\w+|kill (?:him|her|them|us|you|me|staff|somebody)|bomb threats?",
        ),
        "hate": Reason(
            "Hate or harassment of a person",
            "Does it attack a person for who they are, or hound one by name?",
            r"hate(?! (?:us|our|the|this|that|it|its|my|how|when))|hateful|"
            r"racis\w+|slurs?|sexis\w+|homophob\w+|harass\w*|bull(?:y|ying|ied)",
        ),
        "explicit": Reason(
            "Sexual or graphic content",
            "Is it sexual, or does it show gore?",
            r"porn\w*|sexual\w*|nud(?:e|es|ity)|explicit|graphic|gore|obscen\w+",
        ),
        "spam": Reason(
            "Spam, a scam or malware",
            "Is it an advert, a fraud or a harmful link, and no customer's matter?",
            r"spam\w*|scams?|phish\w*|malware|bots?|adverts?|advertis\w+|crypto\w*|fake (?:account|support)",
        ),
        "off_topic_flood": Reason(
            "An off-topic flood, under published rules",
            "Is it one text again and again, and do our public rules forbid that?",
            r"off[- ]topic|flood\w*|same (?:text|comment|post) (?:again|over|many)|copy[- ]?past\w+|raid(?:ed|ing)?",
        ),
        "legal_order": Reason(
            "A court order or the law",
            "Is there an order, or a law that Legal has named?",
            r"court order|injunction|legal order|law requires|ordered by",
        ),
    }
)
"""The closed list. values.yaml may allow fewer of them, never others."""

NEVER: Mapping[str, Reason] = MappingProxyType(
    {
        "low_rating": Reason(
            "A low rating",
            "",
            r"(?:low|bad|poor|one|1)[- ]?(?:star|rating|review|score)s?|"
            r"(?:bad|negative|terrible|awful) (?:review|rating|comment|feedback)s?",
        ),
        "swearing_at_us": Reason(
            "Swearing at us", "", r"swear\w*|swore|curs(?:e|es|ed|ing)|rude|profan\w+|foul|f-word|insult\w*"
        ),
        "opinion": Reason(
            "A hurtful opinion",
            "",
            r"opinions?|critic\w+|complain\w*|hurtful|unfair|mean|nasty|negative|embarrass\w+|makes us look",
        ),
        "wrong_facts": Reason(
            "Being wrong", "", r"untrue|not true|isn't true|wrong|false|lies?|lying|liar|inaccurate|mistaken|made up|rumou?rs?"
        ),
        "competitor_praise": Reason("Praise for a competitor", "", r"competitors?|rivals?|praises? another"),
    }
)
"""What never is a reason, whatever values.yaml says."""
_PUBLIC_BODY_LIST = frozenset({"private_data", "threat", "explicit", "spam", "legal_order"})


@dataclass(frozen=True, slots=True)
class HideAnswer:
    """What to do with a comment. It stays (`reason` is empty), or it may be of the closed list: `reason` names which.

    `never` is what the person named that is no reason; `reasons` are those that a second person may agree to here. `rule` is
    the place in values.yaml.
    """

    reason: str
    never: str
    reasons: tuple[str, ...]
    rule: str
    public_body: bool


def hide_answer(words: str, knowledge: Knowledge) -> HideAnswer:
    """The answer to "may I hide this?" with the reason that `words` name, if any.

    What is never a reason wins over nothing, and loses to what is on the list: a racist comment that swears may be looked at.
    """
    values, reasons = knowledge.values, reasons_here(knowledge.values)
    reason = _named(words, {name: REASONS[name] for name in reasons})
    never = "" if reason else _named(words, NEVER)
    field = "public_body_may_hide" if is_public_body(values) else "may_hide"
    rule = knowledge.where("moderation", field if reason else "never_for" if never else "default")
    return HideAnswer(reason, never, reasons, rule, is_public_body(values))


def reasons_here(values: Values) -> tuple[str, ...]:
    """The reasons of the closed list that hold in this organisation, in the order of values.yaml."""
    rules = values.moderation
    found = [name for name in rules.may_hide if name in REASONS and name not in rules.never_for]
    if is_public_body(values):
        allowed = _PUBLIC_BODY_LIST & frozenset(rules.public_body_may_hide or _PUBLIC_BODY_LIST)
        found = [name for name in found if name in allowed]
    return tuple(found)


def is_public_body(values: Values) -> bool:
    """Whether viewpoint must not count at all: a public body may not choose among opinions."""
    return PUBLIC_BODY in values.organisation.profiles


def _named(words: str, reasons: Mapping[str, Reason]) -> str:
    lowered = words.lower().replace("_", " ").replace("’", "'")
    found = [
        (match.start(), name) for name, reason in reasons.items() if (match := re.search(rf"\b(?:{reason.cues})\b", lowered))
    ]
    return min(found)[1] if found else ""
