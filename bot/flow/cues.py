"""Finding many cue lists in a post, in one pass and in linear time.

The post's words are looked up once. A cue is tried only when every one of its words is somewhere in the post, and then
with a few operations on whole numbers whose bits are places: no backtracking, whatever the post.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.flow.cue_language import Cue, CueError, Step, parse, problem_in
from bot.flow.vocabulary import Places, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.flow.words import Words

__all__ = ["CueBook", "CueError", "CueList", "Hit", "problem_in"]


@dataclass(frozen=True, slots=True)
class CueList:
    """What to look for under one name. An `unless` phrase cancels the words that it covers, not the list."""

    name: str
    cues: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found: the manager's phrase, and its first word in the post, counted from 0."""

    cue: str
    start: int


class _Post:
    """The places of a post's words, by the set of words that a step accepts; each set is looked up once."""

    def __init__(self, by_word: dict[str, Places]) -> None:
        self.by_word = by_word
        self._by_step: dict[frozenset[str], Places] = {}
        self._cancelled = 0

    def places(self, accepted: frozenset[str]) -> Places:
        """Where one of the words stands, save those that are cancelled."""
        found = self._by_step.get(accepted)
        if found is None:
            found = 0
            for word in accepted & self.by_word.keys():
                found |= self.by_word[word]
            self._by_step[accepted] = found
        return found & ~self._cancelled

    def cancelling(self, words: Places) -> _Post:
        """The same post without these words."""
        if not words:
            return self
        rest = _Post(self.by_word)
        rest._by_step, rest._cancelled = self._by_step, words
        return rest


class CueBook:
    """Cue lists made ready to be found together. Raises `CueError` for a cue that cannot be read."""

    def __init__(self, lists: Iterable[CueList], groups: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._cues = [
            (given.name, is_unless, cue)
            for given in lists
            for is_unless, texts in ((False, given.cues), (True, given.unless))
            for text in texts
            for cue in parse(text, groups or {})
        ]
        self._vocabulary = Vocabulary(accepted for _, _, cue in self._cues for accepted in cue.accepted)
        self._by_word = self._indexed()

    def find(self, words: Words) -> dict[str, Hit]:
        """The first hit, in the order of its cues, of every list that has one."""
        post = _Post(self._vocabulary.places(words.tokens))
        wanted: dict[str, list[Cue]] = {}
        cancels: dict[str, list[Cue]] = {}
        for number in sorted({number for word in post.by_word for number in self._by_word.get(word, ())}):
            name, is_unless, cue = self._cues[number]
            if all(map(post.places, cue.accepted)):
                (cancels if is_unless else wanted).setdefault(name, []).append(cue)
        found: dict[str, Hit] = {}
        for name, cues in wanted.items():
            hit = _first(cues, post.cancelling(_covered_by(cancels.get(name, []), post)))
            if hit is not None:
                found[name] = hit
        return found

    def _indexed(self) -> dict[str, list[int]]:
        """Every cue under the words of its rarest step, so that few are tried for nothing."""
        uses = Counter(accepted for _, _, cue in self._cues for accepted in cue.accepted)
        by_word: dict[str, list[int]] = {}
        for number, (_, _, cue) in enumerate(self._cues):
            for word in min(cue.accepted, key=lambda accepted: (_commonness(accepted), uses[accepted], sorted(accepted))):
                by_word.setdefault(word, []).append(number)
        return by_word


def _commonness(accepted: frozenset[str]) -> float:
    """How often posts have one of these words, roughly: short words and long lists are common."""
    return sum(4.0 ** (3 - min(len(word), 9)) for word in accepted)


def _first(cues: list[Cue], post: _Post) -> Hit | None:
    for cue in cues:
        starts = _starts(cue, post)
        if starts:
            return Hit(cue.text, (starts & -starts).bit_length() - 1)
    return None


def _covered_by(unless: list[Cue], post: _Post) -> Places:
    covered = 0
    for cue in unless:
        if _starts(cue, post):
            for part in cue.parts:
                covered |= _covered(part, post)
    return covered


def _starts(cue: Cue, post: _Post) -> Places:
    """Where the cue begins; nowhere when a part is missing, or too far from the first part."""
    first = _chain(cue.parts[0], post)
    starts, ends = first[0], first[-1]
    for part in cue.parts[1:]:
        other = _chain(part, post)
        if cue.window is None:
            starts = starts if other[0] else 0
            continue
        before = starts & _spread(other[-1], cue.window + 1)
        after = _spread(ends, cue.window + 1) & other[0]
        starts = before or (starts if after else 0)
    return starts


def _covered(part: tuple[Step, ...], post: _Post) -> Places:
    """Every word of a phrase, those that `...` skips included."""
    chain = _chain(part, post)
    covered = chain[0]
    for step, here, following in zip(part[1:], chain[:-1], chain[1:], strict=True):
        covered |= following
        for skipped in range(1, step.gap + 1):
            covered |= here << skipped & _spread_back(following, step.gap + 1 - skipped)
    return covered


def _chain(part: tuple[Step, ...], post: _Post) -> list[Places]:
    """For each step, the words that fill it as part of a whole phrase."""
    chain = [post.places(part[0].accepted)]
    for step in part[1:]:
        chain.append(_spread(chain[-1], step.gap + 1) & post.places(step.accepted))
    for number in range(len(part) - 2, -1, -1):
        chain[number] &= _spread_back(chain[number + 1], part[number + 1].gap + 1)
    return chain


def _spread(places: Places, words: int) -> Places:
    """The places from 1 to `words` after each."""
    spread = 0
    for step in range(1, words + 1):
        spread |= places << step
    return spread


def _spread_back(places: Places, words: int) -> Places:
    """The places from 1 to `words` before each."""
    spread = 0
    for step in range(1, words + 1):
        spread |= places >> step
    return spread
