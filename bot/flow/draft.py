"""A reply put together from approved sentences: moves in the channel's order, variants by a seed, trimmed to the house length."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.flow.slots import OPEN, Filling, initials
from bot.model import Draft, Emotion, Sentence
from bot.text.channels import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.library.knowledge import LoadedPlaybook
    from bot.library.values import Channel, Family, Move, Values

DROPPED_FIRST: tuple[Move, ...] = ("thank", "handoff", "own")
"""What goes when a reply is too long, in this order; hear, act and return never do (domain, anatomy of a reply)."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a draft will stand: the channel, how heated the post is, how it is signed (empty: by nobody yet), and whether the
    shortest whole reply is wanted.
    """

    channel_id: str
    channel: Channel
    emotion: Emotion
    signature: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One filled move and where it came from."""

    move: str
    text: str
    source: str


def frame(channel_id: str, emotion: Emotion, name: str, values: Values, *, short: bool = False) -> Frame:
    """The frame of a channel that values.yaml knows; KeyError otherwise."""
    channel = values.channels[channel_id]
    signer = Filling({"name": name, "initials": initials(name), "org": values.organisation.name})
    signature = signer.fill(channel.signoff or values.voice.signoff) if name and "sign" in channel.moves else ""
    return Frame(channel_id, channel, emotion, signature, short)


def compose(
    loaded: LoadedPlaybook, words: Filling, where: Frame, *, salt: str, seed: int, allowed: Sequence[str] | None = None
) -> Draft:
    """The reply number `seed` to a post, from the moves of one playbook.

    `salt` (a digest of the post) spreads the variants over posts, so that two customers in a thread do not read the same
    text; the same salt, seed and playbook version always give the same draft. `allowed` are the texts that may be used
    (those that promise nothing over the person's limits); None allows all.
    """
    choices = [(move, usable) for move in _moves(where) if (usable := _usable(loaded, move, where, allowed))]
    picked = {move: _pick(usable, salt, loaded.version, move, seed) for move, usable in choices}
    picked = _shorten(picked, dict(choices), words, where)
    parts = [Part(move, words.fill(text), f"{loaded.playbook.id}#{move}@{loaded.version}") for move, text in picked.items()]
    return finish(parts, loaded.playbook.values, where)


def in_own_words(text: str, where: Frame) -> Draft:
    """What a person wrote themselves, counted as it would be posted; it is signed as they signed it."""
    return finish([Part("own", text, "own words")], (), replace(where, signature=""))


def finish(parts: Sequence[Part], values: Sequence[str], where: Frame) -> Draft:
    """Parts joined, signed and counted: the draft as it would be posted."""
    sentences = [Sentence(text, part.source, tuple(values)) for part in parts for text in SENTENCE_END.split(part.text)]
    if where.signature:
        sentences.append(Sentence(where.signature, "values#signoff"))
    text = " ".join(sentence.text for sentence in sentences)
    channel = where.channel
    return Draft(
        text=text,
        channel=where.channel_id,
        count=count(text, channel.count),
        limit=channel.hard,
        house=channel.house,
        sentences=tuple(sentences),
        ready=not OPEN.search(text),
    )


def _moves(where: Frame) -> list[Move]:
    """The channel's moves in order; rage, despair and grief get the shortest form (domain, emotion E3)."""
    moves: list[Move] = [move for move in where.channel.moves if move != "sign"]
    if where.emotion == Emotion.E3:
        moves = [move for move in moves if move not in ("thank", "handoff")] or moves
    return moves


def _usable(loaded: LoadedPlaybook, move: Move, where: Frame, allowed: Sequence[str] | None) -> tuple[str, ...]:
    family: Family = "short" if where.emotion == Emotion.E3 and where.channel.family == "comment" else where.channel.family
    variants = loaded.playbook.variants(move, family)
    return variants if allowed is None else tuple(text for text in variants if text in allowed)


def _pick(variants: Sequence[str], salt: str, version: str, move: str, seed: int) -> str:
    digest = hashlib.sha256(f"{salt}|{version}|{move}".encode()).digest()
    return variants[(int.from_bytes(digest[:4]) + seed) % len(variants)]


def _shorten(picked: dict[Move, str], choices: dict[Move, tuple[str, ...]], words: Filling, where: Frame) -> dict[Move, str]:
    """Shorter variants first, then fewer moves, until the reply fits the house length (or nothing more may go)."""
    if where.short:
        shortest = {move: min(choices[move], key=lambda text: _length(text, words)) for move in picked}
        return {move: text for move, text in shortest.items() if move not in DROPPED_FIRST} or shortest
    fits = _fitter(words, where)
    for move in sorted(picked, key=lambda move: len(picked[move]) - min(map(len, choices[move])), reverse=True):
        if fits(picked):
            return picked
        picked = picked | {move: min(choices[move], key=len)}
    for move in DROPPED_FIRST:
        if fits(picked):
            return picked
        picked = {kept: text for kept, text in picked.items() if kept != move}
    return picked


def _length(text: str, words: Filling) -> tuple[bool, int]:
    """What a person must still fill in makes a sentence longer than any other."""
    filled = words.fill(text)
    return bool(OPEN.search(filled)), len(filled)


def _fitter(words: Filling, where: Frame) -> Callable[[dict[Move, str]], bool]:
    def fits(picked: dict[Move, str]) -> bool:
        draft = finish([Part(move, words.fill(text), "") for move, text in picked.items()], (), where)
        return draft.count <= where.channel.house

    return fits
