"""How heated a post is. It chooses the opening and the length of a reply, never what is owed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow import tone_cues as tone
from bot.model import Emotion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.flow.cues import CueList, Hit

DESPERATE = frozenset({"self_harm", "threat"})
"""Flags whose posts are despair or rage whatever their words."""

_SHOUTED = re.compile(r"\b[A-Z]{4,}\b")
_WORD = re.compile(r"\b[A-Za-z]{4,}\b")
_MARKS = re.compile(r"[!?]{2,}")
SHOUTING_SHARE = 0.6
SHOUTING_WORDS = 4


def emotion_of(text: str, hits: Mapping[str, Hit], flags: frozenset[str]) -> Emotion:
    """`E0` neutral, `E1` annoyed, `E2` angry or sarcastic, `E3` rage, despair or grief."""
    if flags & DESPERATE or _has(hits, tone.RAGE, tone.GRIEF):
        return Emotion.E3
    shouted = _shouts(text)
    troubled = _has(hits, tone.ISSUE, tone.ANGER, tone.ANNOYANCE)
    if is_sarcastic(hits) or _has(hits, tone.ANGER):
        return Emotion.E3 if shouted and _has(hits, tone.SWEARING) else Emotion.E2
    if _has(hits, tone.SWEARING) or (troubled and (shouted or _MARKS.search(text))):
        return Emotion.E2
    # Trouble told politely is trouble, not annoyance; with thanks beside it nobody is angry.
    if _has(hits, tone.ANNOYANCE) or (_has(hits, tone.ISSUE) and not is_praise(hits)):
        return Emotion.E1
    return Emotion.E0


def is_sarcastic(hits: Mapping[str, Hit]) -> bool:
    """A praise word beside a failure ("love waiting 3 hours") is anger, not praise."""
    return _has(hits, tone.SARCASM)


def is_praise(hits: Mapping[str, Hit]) -> bool:
    """Praise that is meant."""
    return _has(hits, tone.PRAISE) and not _has(hits, tone.SARCASM) and not _has(hits, tone.ANGER)


def _shouts(text: str) -> bool:
    words = _WORD.findall(text)
    loud = _SHOUTED.findall(text)
    return len(loud) >= SHOUTING_WORDS or (len(words) > 1 and len(loud) / len(words) >= SHOUTING_SHARE)


def _has(hits: Mapping[str, Hit], *lists: CueList) -> bool:
    return any(one.name in hits for one in lists)
