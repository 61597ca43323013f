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

Capitals, accents of quotes, apostrophes, invisible characters and thumb spelling do not matter (`don't`, `dont`, `do not`),
nor does one slip in a word of seven letters or more. An `unless` phrase cancels only a hit that it overlaps.

All lists are found in one pass: a post's words are looked up once, and a cue is tried only when each of its words is there.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.flow.spelling import Speller
from bot.flow.words import Words, is_number, split
from bot.text.clean import matching_copy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

GAP = 4
"""Words that `...` may skip."""
WINDOW = 12
"""Words between the two sides of `+`."""
FARTHEST = 1_000_000
MOST_SPELLINGS = 200
"""Of one cue with brackets."""
ENOUGH = 200
"""Places of one cue that are looked at: a text that repeats a cue more often than this is not written to be read."""

_NUMBER = "#"
_GROUP = re.compile(r"<([a-z0-9_-]+)>")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_STRETCHED = re.compile(r"(.)\1{2,}")


class CueError(ValueError):
    """A cue cannot be read; the message says which, why, and the mend."""


@dataclass(frozen=True, slots=True)
class CueList:
    """What to look for under one name, and the phrases that cancel a hit that they overlap."""

    name: str
    cues: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found: the manager's phrase, and the first and last word of it (counted from 0) in the post."""

    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A word to find (a slot), at most `gap` words after the one before it."""

    slot: int
    gap: int


@dataclass(frozen=True, slots=True)
class _Cue:
    text: str
    parts: tuple[tuple[_Step, ...], ...]
    window: int
    slots: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int

    def overlaps(self, other: _Span) -> bool:
        return self.start <= other.end and other.start <= self.end


Groups = "Mapping[str, tuple[str, ...]]"


class CueBook:
    """Many cue lists made ready to be found in one pass. Raises `CueError` for a cue that cannot be read."""

    def __init__(self, lists: Iterable[CueList], groups: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._vocabulary = _Vocabulary(groups or {})
        self._names: list[str] = []
        self._cues: list[tuple[int, bool, _Cue]] = []
        for number, given in enumerate(lists):
            self._names.append(given.name)
            self._cues.extend((number, False, cue) for text in given.cues for cue in _parse(text, self._vocabulary))
            self._cues.extend((number, True, cue) for text in given.unless for cue in _parse(text, self._vocabulary))
        self._vocabulary.close()
        self._anchored: dict[int, list[int]] = {}
        for place, (_, _, cue) in enumerate(self._cues):
            self._anchored.setdefault(max(cue.slots, key=self._vocabulary.rarity), []).append(place)

    def find(self, words: Words) -> dict[str, Hit]:
        """The first hit, in the order of the managers' file, of every list that has one."""
        positions = self._vocabulary.positions(words.tokens)
        wanted: dict[int, list[_Cue]] = {}
        cancels: dict[int, list[_Cue]] = {}
        for place in sorted(place for slot in positions for place in self._anchored.get(slot, ())):
            number, is_unless, cue = self._cues[place]
            if cue.slots <= positions.keys():
                (cancels if is_unless else wanted).setdefault(number, []).append(cue)
        found: dict[str, Hit] = {}
        for number, cues in wanted.items():
            cancelled = [span for cue in cancels.get(number, ()) for spans in _matches(cue, positions) for span in spans]
            hit = _first(cues, positions, cancelled)
            if hit is not None:
                found[self._names[number]] = hit
        return found


class _Vocabulary:
    """Which slots a word of a post fills. A slot is what one place in a cue accepts."""

    def __init__(self, groups: Mapping[str, tuple[str, ...]]) -> None:
        self._groups = groups
        self._slots: dict[frozenset[str], int] = {}
        self._exact: dict[str, tuple[int, ...]] = {}
        self._stems: dict[int, dict[str, tuple[int, ...]]] = {}
        self._rarity: dict[int, tuple[int, int]] = {}

    def slot(self, word: str, cue: str) -> int:
        """The slot of one place in a cue, such as `lift|elevator` or `<child>`."""
        accepted = frozenset(self._accepted(word, cue))
        return self._slots.setdefault(accepted, len(self._slots))

    def _accepted(self, word: str, cue: str) -> Iterator[str]:
        for choice in word.split("|"):
            group = _GROUP.fullmatch(choice)
            if group is None:
                yield _plain(choice, cue)
            elif group[1] in self._groups:
                for member in self._groups[group[1]]:
                    yield from self._accepted(member, cue)
            else:
                raise CueError(f'the cue "{cue}" names the group {choice}, which is not in cue_words: add it, or write the words')

    def close(self) -> None:
        """Make the look-up tables; no slot is added afterwards."""
        exact: dict[str, list[int]] = {}
        stems: dict[str, list[int]] = {}
        for accepted, slot in self._slots.items():
            for word in accepted:
                table, key = (stems, word[:-1]) if word.endswith("*") else (exact, word)
                table.setdefault(key, []).append(slot)
            # The rarest word of a cue is tried first: few choices, and long ones.
            self._rarity[slot] = (min(len(word) for word in accepted), -len(accepted))
        self._exact = {word: tuple(slots) for word, slots in exact.items()}
        for stem, slots in stems.items():
            self._stems.setdefault(len(stem), {})[stem] = tuple(slots)
        self._speller = Speller(self._exact)

    def rarity(self, slot: int) -> tuple[int, int]:
        return self._rarity[slot]

    def positions(self, tokens: tuple[str, ...]) -> dict[int, list[int]]:
        """For every slot that the post fills: the places of the words that fill it, ascending."""
        known: dict[str, tuple[int, ...]] = {}
        positions: dict[int, list[int]] = {}
        for place, token in enumerate(tokens):
            slots = known.get(token)
            if slots is None:
                slots = known[token] = self._filled(token)
            for slot in slots:
                positions.setdefault(slot, []).append(place)
        return positions

    def _filled(self, token: str) -> tuple[int, ...]:
        slots: set[int] = set()
        for form in _forms(token):
            slots.update(self._exact.get(form, ()))
            for length, stems in self._stems.items():
                slots.update(stems.get(form[:length], ()))
        if is_number(token):
            slots.update(self._exact.get(_NUMBER, ()))
        if not slots:
            for meant in self._speller.meant(token):
                slots.update(self._exact[meant])
        return tuple(slots)


def problem_in(cue: str, groups: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """Why a cue cannot be read, in a sentence for the manager; empty when it can."""
    try:
        _parse(cue, _Vocabulary(groups or {}))
    except CueError as problem:
        return str(problem)
    return ""


def _parse(text: str, vocabulary: _Vocabulary) -> list[_Cue]:
    """A cue, once for each of its phrases in brackets: `(sick|throwing up)` is read as `sick` and as `throwing up`."""
    return [_parse_plain(text, spelt, vocabulary) for spelt in _without_brackets(text)]


def _parse_plain(text: str, spelt: str, vocabulary: _Vocabulary) -> _Cue:
    anywhere = " & " in spelt
    if anywhere and " + " in spelt:
        raise CueError(f'the cue "{text}" mixes + and &: use one of them')
    parts = tuple(_steps(part, text, vocabulary) for part in spelt.split(" & " if anywhere else " + "))
    slots = frozenset(step.slot for part in parts for step in part)
    return _Cue(text, parts, FARTHEST if anywhere else WINDOW, slots)


def _without_brackets(text: str) -> list[str]:
    *pieces, last = _BRACKETS.split(text)
    if any(mark in "".join((*pieces[::2], last)) for mark in "()"):
        raise CueError(f'the cue "{text}" has a bracket without its partner, or one inside another: write (one|or another)')
    choices = [_choices(piece) if number % 2 else [piece] for number, piece in enumerate(pieces)]
    if math.prod(map(len, choices)) > MOST_SPELLINGS:
        raise CueError(f'the cue "{text}" has more than {MOST_SPELLINGS} spellings: write several cues')
    return ["".join((*chosen, last)) for chosen in itertools.product(*choices)]


def _choices(bracketed: str) -> list[str]:
    """Single words stay together as one place; every phrase is a spelling of its own."""
    choices = [choice.strip() for choice in bracketed.split("|")]
    single = [choice for choice in choices if _is_one_word(choice)]
    phrases = [choice for choice in choices if not _is_one_word(choice)]
    return ["|".join(single), *phrases] if single else phrases


def _is_one_word(choice: str) -> bool:
    return " " not in choice and ("*" in choice or "<" in choice or choice == _NUMBER or len(split(matching_copy(choice))) == 1)


def _steps(part: str, cue: str, vocabulary: _Vocabulary) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    gap = 0
    for word in _cue_words(part, cue):
        if word == "...":
            gap = GAP
            continue
        steps.append(_Step(vocabulary.slot(word, cue), gap))
        gap = 0
    if not steps or gap:
        raise CueError(f'the cue "{cue}" has no word on one side of +, & or "...": write words on both sides')
    return tuple(steps)


def _cue_words(part: str, cue: str) -> list[str]:
    """The places of one part; plain words are read as a post is, so that `can not` in a cue means what it means there."""
    words: list[str] = []
    plain: list[str] = []
    for word in part.split():
        if word == "..." or any(mark in word for mark in "*|#<>"):
            words += [*split(matching_copy(" ".join(plain))), word]
            plain = []
        elif split(matching_copy(word)):
            plain.append(word)
        else:
            raise CueError(f'"{word}" in the cue "{cue}" is not a word and finds nothing: leave it out')
    return words + split(matching_copy(" ".join(plain)))


def _plain(choice: str, cue: str) -> str:
    if choice == _NUMBER:
        return choice
    stem, star = (choice[:-1], "*") if choice.endswith("*") else (choice, "")
    if star:
        if len(stem) < 3 or not stem.isalnum():
            raise CueError(f'"{choice}" in the cue "{cue}" is too short: give at least three letters before *')
        return matching_copy(stem) + star
    words = split(matching_copy(choice))
    if len(words) != 1:
        raise CueError(f'"{choice}" in the cue "{cue}" is not one word: | joins single words; write two cues')
    return words[0]


def _forms(token: str) -> tuple[str, ...]:
    """The token, and what it stands for if letters are stretched (`heeelp`) or a final g is dropped (`burnin`)."""
    forms = [token]
    if _STRETCHED.search(token):
        forms += [_STRETCHED.sub(r"\1", token), _STRETCHED.sub(r"\1\1", token)]
    if len(token) > 4 and token.endswith("in"):
        forms.append(token + "g")
    return tuple(forms)


def _first(cues: list[_Cue], positions: dict[int, list[int]], cancelled: list[_Span]) -> Hit | None:
    for cue in cues:
        for spans in _matches(cue, positions):
            if not any(span.overlaps(cancel) for span in spans for cancel in cancelled):
                return Hit(cue.text, min(span.start for span in spans), max(span.end for span in spans))
    return None


def _matches(cue: _Cue, positions: dict[int, list[int]]) -> Iterator[tuple[_Span, ...]]:
    """The places of a cue: one span for each of its parts."""
    first, *others = [_spans(part, positions) for part in cue.parts]
    if not first or not all(others):
        return
    for span in first:
        near = [_nearest(span, other, cue.window) for other in others]
        if all(near):
            yield (span, *(other for other in near if other is not None))


def _nearest(span: _Span, others: list[_Span], window: int) -> _Span | None:
    """A span that does not overlap this one and has at most `window` words between."""
    for other in others:
        between = max(other.start - span.end, span.start - other.end) - 1
        if 0 <= between <= window:
            return other
    return None


def _spans(steps: tuple[_Step, ...], positions: dict[int, list[int]]) -> list[_Span]:
    """Where the steps stand in order: for every start, the nearest end."""
    starts = positions[steps[0].slot][:ENOUGH]
    if len(steps) == 1:
        return [_Span(place, place) for place in starts]
    filled = [set(positions[step.slot]) for step in steps[1:]]
    spans: list[_Span] = []
    for start in starts:
        ends = {start}
        for step, places in zip(steps[1:], filled, strict=True):
            ends = {after for end in ends for after in range(end + 1, end + step.gap + 2) if after in places}
            if not ends:
                break
        if ends:
            spans.append(_Span(start, min(ends)))
    return spans
