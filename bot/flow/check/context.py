"""What the checks need to know besides the draft: where it will stand, what it answers, and what its author may promise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.channel import channel_id
from bot.flow.roles import abilities, limit_of
from bot.model import Apology, Emotion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.library.values import Channel, Profile, Values, Voice

_COMPLAINTS = frozenset({"complaint", "fix", "warn", "be_heard", "be heard", "punish"})
_HEAT = re.compile(
    r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b|[!?]{2,}|\b(?:never again|worst|disgust\w*|furious|angry|fuming|livid|ffs|wtf|shame on|"
    r"useless|ridiculous|unacceptable|appalling|sick of|fed up)\b|\b(?:third|fourth|fifth|\d+(?:rd|th)) time\b",
    re.DOTALL,
)
_ROUTINE = 4
_QUESTION = re.compile(r"\?\s*$")
_PRAISE = re.compile(
    r"\b(?:thank|thanks|love|loved|great|best|shout-?out|amazing|lovely|kudos|brilliant|nice|angel)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Context:
    """One draft's surroundings. Texts that are empty are unknown, and a check that needs one is skipped.

    `remedies` are those allowed here, each with its limit in `currency` (None: it has no amount). `hold` says that this matter
    is not the author's to close: a promise is then at least a warning. `facts` holds every number, link and name that we know
    to be right; `replies` are the earlier replies in the thread and our last ones elsewhere.
    """

    channel_id: str
    channel: Channel
    severity: int
    emotion: Emotion
    intent: str
    complaint: bool
    role: str
    remedies: Mapping[str, float | None]
    apology_max: Apology
    post: str
    replies: tuple[str, ...]
    voice: Voice
    currency: str
    allowed_domains: tuple[str, ...]
    own_handles: tuple[str, ...]
    safety_lines: tuple[str, ...]
    contacts: tuple[str, ...]
    organisation: str
    profiles: tuple[Profile, ...]
    facts: str
    is_holding: bool
    hold: bool
    value_ids: tuple[str, ...]
    author: str
    higher_roles: Mapping[str, str]
    """For each remedy, who may give more: "ask a lead (up to 500 USD)"; empty where nobody may."""

    @classmethod
    def build(
        cls,
        values: Values,
        *,
        channel: str,
        role: str = "",
        severity: int = 4,
        post: str = "",
        remedies: Mapping[str, float | None] | None = None,
        apology_max: Apology | None = None,
        emotion: Emotion | None = None,
        intent: str = "",
        replies: tuple[str, ...] = (),
        facts: str = "",
        is_holding: bool = False,
        value_ids: tuple[str, ...] = (),
        author: str = "",
    ) -> Context:
        """A context from `values.yaml` and what the caller knows; the rest comes from the role and is estimated from the post.

        Without `remedies` all that the role may give is allowed. Raises Misuse for an unknown channel or role.
        """
        role = role or values.empowerment.default_role
        known = channel_id(channel, values)
        if role not in values.empowerment.roles:
            raise Misuse(f"unknown role `{role}`; values.yaml has: {', '.join(values.empowerment.roles)}")
        rules = values.empowerment.roles[role]
        level = values.severity_levels.get(severity)
        intent = intent or _intent(post, severity)
        return cls(
            channel_id=known,
            channel=values.channels[known],
            severity=severity,
            emotion=emotion if emotion is not None else _emotion(post, severity),
            intent=intent,
            complaint=intent in _COMPLAINTS and severity <= _ROUTINE,
            role=role,
            remedies=_remedies(role, values) if remedies is None else remedies,
            apology_max=min("A1" if severity <= 2 else "A3", apology_max or rules.apology_max),
            post=post,
            replies=replies,
            voice=values.voice,
            currency=values.empowerment.currency,
            allowed_domains=values.allowed_domains,
            own_handles=tuple(values.own_handles.values()),
            safety_lines=tuple(values.safety_lines.values()),
            contacts=tuple(contact.name for contact in values.contacts.values()),
            organisation=values.organisation.name,
            profiles=values.organisation.profiles,
            facts="\n".join(filter(None, (facts, _known(values)))),
            is_holding=is_holding,
            hold=level is not None and level.hold_only and severity not in rules.severities_alone,
            value_ids=value_ids,
            author=author,
            higher_roles=_higher_roles(role, values),
        )


def _remedies(role: str, values: Values) -> dict[str, float | None]:
    return {remedy: limit_of(remedy, role, values) for remedy in sorted(abilities(role, values))}


def _higher_roles(role: str, values: Values) -> dict[str, str]:
    """Who may give more of each remedy than `role`: the first in the file with a higher limit, or with the remedy."""
    own = _remedies(role, values)
    found: dict[str, str] = {}
    for name in values.empowerment.roles:
        for remedy, limit in _remedies(name, values).items():
            if remedy in own and (own[remedy] is None or limit is None or limit <= (own[remedy] or 0)):
                continue
            upto = f" (up to {limit:,.0f} {values.empowerment.currency})" if limit is not None else ""
            found.setdefault(remedy, f"a {name.replace('_', ' ')}{upto}")
    return found


def _known(values: Values) -> str:
    """What values.yaml itself says that a reply may repeat: our name, links, handles, safety lines, contacts."""
    return "\n".join(
        (
            values.organisation.name,
            *values.links.values(),
            *values.own_handles.values(),
            *values.safety_lines.values(),
            *(contact.name for contact in values.contacts.values()),
        )
    )


def _intent(post: str, severity: int) -> str:
    """Praise and plain questions only at level 5; whatever is graver is answered as a complaint until someone says otherwise."""
    if severity <= _ROUTINE or not post:
        return "complaint" if severity <= _ROUTINE else "other"
    if _PRAISE.search(post):
        return "praise"
    return "question" if _QUESTION.search(post) else "other"


def _emotion(post: str, severity: int) -> Emotion:
    if severity == 5 or not post:
        return Emotion.E0
    return Emotion.E2 if _HEAT.search(post) or _HEAT.search(post.lower()) else Emotion.E1
