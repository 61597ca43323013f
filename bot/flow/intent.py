"""What the writer wants of us, and who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from bot.flow import aim_cues as aim
from bot.flow import tone_cues as tone
from bot.flow.emotion import is_praise, is_sarcastic
from bot.library.playbooks import Intent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.flow.cues import CueList, Hit

INTENTS: tuple[str, ...] = get_args(Intent)
POSTERS = ("customer", "relative", "bystander", "employee", "press", "regulator", "official", "community", "partner")

_HELP_FLAGS = frozenset({"self_harm", "minor"})
_PUNISHING_FLAGS = frozenset({"threat", "extortion", "legal", "regulator"})
_BY_ROLE = (
    ("official", aim.OFFICIAL),
    ("employee", aim.EMPLOYEE),
    ("partner", aim.PARTNER),
    ("community", aim.COMMUNITY),
    ("relative", aim.RELATIVE),
    ("bystander", aim.BYSTANDER),
)


def intent_of(text: str, hits: Mapping[str, Hit], flags: frozenset[str]) -> str:
    """One of `INTENTS`. A flagged post is never a joke, praise or spam."""
    if flags & _HELP_FLAGS:
        return "help"
    if flags & _PUNISHING_FLAGS or _has(hits, aim.PUNISH):
        return "punish"
    if not flags and (light := _light(hits)):
        return light
    if _has(hits, aim.WARN):
        return "warn"
    if _has(hits, aim.HELP):
        return "help"
    return _plain(text, hits, flags)


def poster_of(hits: Mapping[str, Hit], flags: frozenset[str]) -> str:
    """One of `POSTERS`; a customer unless the words say otherwise. Never read from a name, a handle or a way of writing."""
    if "press" in flags:
        return "press"
    for poster, cues in _BY_ROLE:
        if cues.name in hits:
            return "regulator" if poster == "official" and "regulator" in flags else poster
    return "customer"


def has_issue(hits: Mapping[str, Hit]) -> bool:
    """Something went wrong, or is asked to be put right."""
    return _has(hits, tone.ISSUE) or is_sarcastic(hits)


def _light(hits: Mapping[str, Hit]) -> str:
    if _has(hits, aim.SPAM):
        return "spam"
    if is_praise(hits) and not _has(hits, tone.ANNOYANCE):
        return "praise"
    if _has(hits, tone.JOKE) and not has_issue(hits):
        return "joke"
    return ""


def _plain(text: str, hits: Mapping[str, Hit], flags: frozenset[str]) -> str:
    if _has(hits, aim.UPDATE):
        return "information"
    if has_issue(hits) or flags:
        return "fix"
    if text.rstrip().endswith("?") or (_has(hits, aim.QUESTION) and "?" in text):
        return "question"
    return "be_heard"


def _has(hits: Mapping[str, Hit], *lists: CueList) -> bool:
    return any(one.name in hits for one in lists)
