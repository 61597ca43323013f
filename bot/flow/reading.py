"""What we make of a post before any playbook is known: by rules alone, the same for everyone.

Severity is read from words only: never from followers, a name, a handle or a way of writing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow import aim_cues as aim
from bot.flow import tone_cues as tone
from bot.flow.cuebook import book_of, criterion
from bot.flow.emotion import emotion_of, is_praise, is_sarcastic
from bot.flow.flags import flags_of
from bot.flow.intent import has_issue, intent_of, poster_of
from bot.flow.reach import reach_of
from bot.flow.words import Words
from bot.model import Emotion, Flag, Reading
from bot.text.clean import clip
from bot.text.language import detect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.flow.cues import Hit
    from bot.library.values import Values
    from bot.model import Ask, Reach

ROUTINE = 4
LIGHT = 5
VIRAL_SEVERITY = 2


def read(ask: Ask, values: Values) -> Reading:
    """Read a post: severity, flags, emotion, intent, poster, reach and language.

    `why` names the criteria that set the severity, and is empty where none did: then 4 (something may have gone wrong)
    or 5 (praise, question, joke, opinion, spam) is a first guess, which a playbook that fits may replace.
    """
    text, cut = clip(ask.text)
    hits = book_of(values).find(Words.of(text))
    flags = _with_poster(flags_of(hits, values), ask.poster, values)
    names = frozenset(flag.id for flag in flags)
    reach = reach_of(ask, hits, values.influence, press="press" in names)
    emotion = emotion_of(text, hits, names)
    intent = intent_of(text, hits, names)
    reasons = sorted(_reasons(flags, hits, reach, values), key=lambda reason: reason[0])
    language = detect(text)
    return Reading(
        severity=reasons[0][0] if reasons else _first_guess(hits, intent, emotion),
        why=tuple(dict.fromkeys(why for _, why in reasons)),
        flags=flags,
        emotion=emotion,
        intent=intent,
        poster=ask.poster or poster_of(hits, names),
        reach=reach,
        language=language.code,
        language_known=language.code in values.organisation.languages,
        cut=cut,
    )


def _with_poster(flags: tuple[Flag, ...], poster: str, values: Values) -> tuple[Flag, ...]:
    """Who writes may be a flag by itself (a reporter, a regulator): what the asker knows counts as much as the words."""
    if any(flag.id == poster for flag in flags):
        return flags
    told = [
        Flag(rule.id, rule.severity, f"you said who writes: {poster}", "asker") for rule in values.red_flags if rule.id == poster
    ]
    return tuple(sorted((*flags, *told), key=lambda flag: flag.severity))


def _reasons(flags: tuple[Flag, ...], hits: Mapping[str, Hit], reach: Reach, values: Values) -> Iterator[tuple[int, str]]:
    """Every criterion that the post meets: its severity, and the reason in plain words."""
    for flag in flags:
        yield flag.severity, f"Red flag: {flag.id.replace('_', ' ')}"
    for name, cue in values.severity_cues.items():
        if criterion(name) in hits and not (is_praise(hits) and aim.HELP.name not in hits and tone.ISSUE.name not in hits):
            yield cue.severity, cue.why
    if reach.speed == "viral":
        yield VIRAL_SEVERITY, "The thread is spreading at viral speed"


def _first_guess(hits: Mapping[str, Hit], intent: str, emotion: Emotion) -> int:
    if intent in ("praise", "joke", "spam", "question"):
        return LIGHT
    troubled = has_issue(hits) or is_sarcastic(hits)
    return LIGHT if aim.OPINION.name in hits and not troubled and emotion == Emotion.E0 else ROUTINE
