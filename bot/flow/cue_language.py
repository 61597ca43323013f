"""The cue language: plain words in which managers say what to look for in a post.

    kill myself             these words, in this order
    burn*                   any ending: burn, burned, burning
    lift|elevator           one word or another
    (sick|throwing up)      the same where one of them is several words
    #                       a number: 3, 40.50, three, dozen
    broke ... arm           up to four words between
    plug + melted           both within twelve words, in either order
    baby & hospital         both anywhere in the post
    <child>                 any word of the group `child` in `cue_words:`

Capitals, apostrophes, kinds of quotes, invisible characters and thumb spelling do not matter (`don't`, `dont`, `do not`),
nor does one slip in a word of seven letters or more.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import SaysoError
from bot.flow.words import split
from bot.text.clean import matching_copy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GAP = 4
"""Words that `...` may skip."""
WINDOW = 12
"""Words between the two sides of `+`."""
MOST_SPELLINGS = 200
"""Of one cue with brackets."""
NUMBER = "#"

_GROUP = re.compile(r"<([a-z0-9_-]+)>")
_BRACKETS = re.compile(r"\(([^()]*)\)")


class CueError(SaysoError):
    """A cue cannot be read; the message says which, why, and the mend."""


@dataclass(frozen=True, slots=True)
class Step:
    """A word that must come next: one of `accepted`, after at most `gap` others. `burn*` accepts any ending."""

    accepted: frozenset[str]
    gap: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as read: `parts` must all be found, each within `window` words of the first (None: anywhere)."""

    text: str
    parts: tuple[tuple[Step, ...], ...]
    window: int | None
    accepted: tuple[frozenset[str], ...]
    """What its steps accept, each once: a post without a word of one of them cannot have the cue."""


def parse(text: str, groups: Mapping[str, tuple[str, ...]]) -> list[Cue]:
    """A cue, once for each of its bracketed phrases: `(sick|throwing up)` is read as `sick` and as `throwing up`.

    Raises CueError when it cannot be read.
    """
    return [_parse_plain(text, spelling, groups) for spelling in _spellings(text)]


def problem_in(cue: str, groups: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """Why a cue cannot be read, in a sentence for the manager; empty when it can."""
    try:
        parse(cue, groups or {})
    except CueError as problem:
        return str(problem)
    return ""


def _spellings(text: str) -> list[str]:
    *pieces, last = _BRACKETS.split(text)
    if any(mark in outside for outside in (*pieces[::2], last) for mark in "()"):
        raise CueError(f'the cue "{text}" has a bracket without its partner, or one inside another: write (one|or another)')
    choices = [_choices(piece) if number % 2 else [piece] for number, piece in enumerate(pieces)]
    if math.prod(map(len, choices)) > MOST_SPELLINGS:
        raise CueError(f'the cue "{text}" has more than {MOST_SPELLINGS} spellings: write several cues')
    return ["".join((*chosen, last)) for chosen in itertools.product(*choices)]


def _choices(bracketed: str) -> list[str]:
    """Single words stay together as one step; every phrase is a spelling of its own."""
    choices = [choice.strip() for choice in bracketed.split("|")]
    single = [choice for choice in choices if _is_one_word(choice)]
    phrases = [choice for choice in choices if not _is_one_word(choice)]
    return ["|".join(single), *phrases] if single else phrases


def _is_one_word(choice: str) -> bool:
    return " " not in choice and (any(mark in choice for mark in "*<#") or len(_plain_words(choice)) == 1)


def _parse_plain(text: str, spelling: str, groups: Mapping[str, tuple[str, ...]]) -> Cue:
    anywhere = " & " in spelling
    if anywhere and " + " in spelling:
        raise CueError(f'the cue "{text}" mixes + and &: use one of them')
    parts = spelling.split(" & " if anywhere else " + ")
    steps = tuple(_steps(part, text, groups) for part in parts)
    accepted = frozenset(step.accepted for part in steps for step in part)
    return Cue(text, steps, None if anywhere else WINDOW, tuple(sorted(accepted, key=len)))


def _steps(part: str, cue: str, groups: Mapping[str, tuple[str, ...]]) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = 0
    for word in _words(part, cue):
        if word == "...":
            gap = GAP
            continue
        steps.append(Step(frozenset(_accepted(word, cue, groups)), gap))
        gap = 0
    if not steps or gap or part.split()[0] == "...":
        raise CueError(f'the cue "{cue}" has no word on one side of +, & or "...": write words on both sides')
    return tuple(steps)


def _words(part: str, cue: str) -> list[str]:
    """The words of one part; plain ones are read as a post is, so that `can not` in a cue means what it means there."""
    words: list[str] = []
    plain: list[str] = []
    for word in part.split():
        if word == "..." or any(mark in word for mark in "*|#<>"):
            words += [*_plain_words(" ".join(plain)), word]
            plain = []
        elif _plain_words(word):
            plain.append(word)
        else:
            raise CueError(f'"{word}" in the cue "{cue}" is not a word and finds nothing: leave it out')
    return [*words, *_plain_words(" ".join(plain))]


def _accepted(word: str, cue: str, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for choice in word.split("|"):
        group = _GROUP.fullmatch(choice)
        if group is None:
            yield _single(choice, cue)
        elif group[1] in groups:
            for member in groups[group[1]]:
                yield _single(member, cue)
        else:
            raise CueError(f'the cue "{cue}" names the group {choice}, which is not in cue_words: add it, or write the words')


def _single(choice: str, cue: str) -> str:
    if choice == NUMBER:
        return choice
    if choice.endswith("*"):
        stem = _copy(choice[:-1])
        if len(stem) < 3 or not stem.isalnum():
            raise CueError(f'"{choice}" in the cue "{cue}" is too short: give at least three letters before *')
        return stem + "*"
    words = _plain_words(choice)
    if len(words) != 1:
        raise CueError(f'"{choice}" in the cue "{cue}" is not one word: put the choices in brackets, (one|another phrase)')
    return words[0]


_copy = functools.lru_cache(maxsize=32_768)(matching_copy)


@functools.lru_cache(maxsize=32_768)
def _plain_words(text: str) -> tuple[str, ...]:
    """The words of a piece of a cue; the same few thousand pieces stand in all cues."""
    return tuple(split(matching_copy(text)))
