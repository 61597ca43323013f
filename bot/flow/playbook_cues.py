"""The cues that stand in a playbook: which words fill its slots, and what raises its severity."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.flow.cues import CueBook, CueList
from bot.flow.identity import Same
from bot.flow.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.library.playbooks import Playbook, RaiseIf


def slot_words(playbook: Playbook, post: str, groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """For each slot of the playbook, the words that the post's first cue chooses from its closed vocabulary, else the default.

    Raises CueError for a cue that cannot be read, as do all functions here.
    """
    hits = _book(Same(playbook), Same(groups)).find(Words.of(post))
    chosen: dict[str, str] = {}
    for slot, vocabulary in playbook.slots.items():
        named = [(hits[name].start, say) for say in vocabulary.words if (name := f"{slot}:{say}") in hits]
        chosen[slot] = min(named)[1] if named else vocabulary.default
    return chosen


def raised(playbook: Playbook, post: str, groups: Mapping[str, tuple[str, ...]]) -> tuple[RaiseIf, ...]:
    """The playbook's `raise_if` rules whose cues are in the post, gravest first."""
    hits = _book(Same(playbook), Same(groups)).find(Words.of(post))
    found = (rule for number, rule in enumerate(playbook.raise_if) if f"raise_if:{number}" in hits)
    return tuple(sorted(found, key=lambda rule: rule.to))


@functools.lru_cache(maxsize=2048)
def _book(playbook: Same[Playbook], groups: Same[Mapping[str, tuple[str, ...]]]) -> CueBook:
    return CueBook(_lists(playbook.it), groups.it)


def _lists(playbook: Playbook) -> Iterator[CueList]:
    for slot, vocabulary in playbook.slots.items():
        for say, cues in vocabulary.words.items():
            yield CueList(f"{slot}:{say}", cues)
    for number, rule in enumerate(playbook.raise_if):
        yield CueList(f"raise_if:{number}", rule.cues)
