"""Which role may do which deed: one table for every button and every form, read on the server before anything is done."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from bot.flow.roles import abilities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.library.values import Values

REQUEST_REMOVAL, CONFIRM_REMOVAL = "hide_closed_list_request", "hide_closed_list_confirm"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do a deed: whoever has `ability` (empty: every role), on what is their `own`, of `others`, or `anyones`."""

    whose: Literal["own", "others", "anyones"] = "own"
    ability: str = ""


_OWN, _OTHERS, _ANYONES = Rule(), Rule("others"), Rule("anyones")
DEEDS: Mapping[str, Rule] = MappingProxyType(
    {
        # buttons of the card, and its forms
        "another": _OWN,
        "shorter": _OWN,
        "edit": _OWN,
        "edit_form": _OWN,
        "holding": _OWN,
        "playbook": _OWN,
        "playbook_form": _OWN,
        "pick_playbook": _OWN,
        "posted": _OWN,
        "posted_form": _OWN,
        "hand_over": _OWN,
        "hand_over_form": _OWN,
        "feedback": _OWN,
        "feedback_form": _OWN,
        "share": _OWN,
        "do_now": _OWN,
        "open_draft": _OWN,
        # asking for a draft
        "open_form": _ANYONES,
        "reply_form": _ANYONES,
        # somebody else's matter
        "take": _ANYONES,
        "cannot_take": _ANYONES,
        "answer_in": _ANYONES,
        "answer_at": _ANYONES,
        "answer_at_form": _ANYONES,
        # a second reader: asked for a draft of one's own, answered by somebody else
        "second_reader": _OWN,
        "second_reader_form": _OWN,
        "reads_well": _OTHERS,
        "would_change": _OTHERS,
        "would_change_form": _OTHERS,
        # approval: which roles may is of the request, and is judged where it is decided
        "ask_approval_form": _OWN,
        "approve": _OTHERS,
        "approve_form": _OTHERS,
        "edit_and_approve": _OTHERS,
        "refuse": _OTHERS,
        "refuse_form": _OTHERS,
        # what was given
        "gave": _OWN,
        # a comment that may have to go
        "hide": Rule("own", REQUEST_REMOVAL),
        "hide_form": Rule("own", REQUEST_REMOVAL),
        "hide_agree": Rule("others", CONFIRM_REMOVAL),
        "hide_keep": Rule("others", CONFIRM_REMOVAL),
    }
)
"""By the name under which Slack sends it back. What is not here nobody may do."""


def refusal(deed: str, role: str, values: Values, *, own: bool | None = None) -> str:
    """Why a role may not do a deed, in words for the person; empty when it may.

    `own` says whose thing it is, None where that is not known yet: then only the role is judged, and whoever has looked the
    thing up asks again.
    """
    rule = DEEDS.get(deed)
    if rule is None:
        return "This button is not one of ours any more; ask again for a new one."
    if rule.ability and rule.ability not in abilities(role, values):
        return f"Your role ({role}) may not do this. It is for {who_may(deed, values)}."
    if own is False and rule.whose == "own":
        return "This is somebody else's; only they may do this."
    if own is True and rule.whose == "others":
        return "You asked for this yourself; somebody else must decide."
    return ""


def who_may(deed: str, values: Values) -> str:
    """The roles that may do a deed, as a sentence has them: "a lead or a manager"; "nobody" where no role has the ability."""
    rule = DEEDS[deed]
    roles = [name for name in values.empowerment.roles if not rule.ability or rule.ability in abilities(name, values)]
    return " or ".join(f"a {name.replace('_', ' ')}" for name in roles) or f"nobody until values.yaml gives a role {rule.ability}"
