"""What a reply commits the company to: remedies, calls, repairs, and the words that lawyers read.

A commitment is found by rule in English, whether done ("I've refunded"), to come ("you'll get $50 back") or declared
("consider it waived"). Questions to the reader, hedges ("I'll look into a refund"), refusals and general policy ("refunds
take 5 days") are none.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.text.amounts import find_amounts
from bot.text.clean import fold
from bot.text.phrases import phrase
from bot.text.promise_conduct import CONDUCT
from bot.text.promise_frames import SWEEPING, TAKEN_BACK
from bot.text.promise_remedies import REMEDIES
from bot.text.sentences import sentences
from bot.text.times import TimeSpan, find_times, vague_times

if TYPE_CHECKING:
    from bot.text.amounts import Amount

__all__ = ["Promise", "TimeSpan", "find_promises", "find_times", "vague_times"]

_OFFER = phrase(r"\b(?:how about|what if|why don't|shall|may|can|could|would you like)\b.{0,20}\b(?:i|we|us|a|an)\b")
_STATEMENTS = frozenset({"admission", "guarantee", "assurance", "advice", "rival"})
"""Kinds that are said even in a question: "Isn't it clear that we are liable?"."""
_LEADING = " \t\r.,;:!?-'\"()[]"
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment at `text[start:end]` of the reply; `text` is the whole sentence around it.

    `kind` is a remedy id (refund, replace, waive_fee, goodwill, delight, exception, donation) or contact, fix, discipline,
    policy, admission, guarantee, assurance (of facts: "no data was accessed"), advice (medical, legal), rival. `amount` is
    in `currency`: an ISO code, "$" where only a dollar sign says which, "%" of the price. `when` is a concrete time in the
    reply's own words. `sweeping` promises more than one case: to everyone, in full, double, for ever.
    """

    kind: str
    start: int
    end: int
    text: str
    amount: float | None
    currency: str | None
    when: str | None
    sweeping: bool


def find_promises(text: str) -> list[Promise]:
    """The commitments in `text`, in order; several of one kind in one sentence count once."""
    folded = fold(text)
    promises: list[Promise] = []
    for sentence in sentences(folded.text):
        for promise in _in_sentence(sentence.group()):
            start, end = folded.span(sentence.start() + promise.start, sentence.start() + promise.end)
            promises.append(replace(promise, start=start, end=end))
    return sorted(promises, key=lambda promise: (promise.start, promise.kind))


@functools.lru_cache(maxsize=4096)
def _in_sentence(words: str) -> tuple[Promise, ...]:
    """The commitments of one folded sentence, placed within it. Approved sentences are read again and again."""
    amounts = find_amounts(words)
    promises = []
    for kind, start, end in _commitments(words, money=bool(amounts)):
        amount = _nearest(amounts, start)
        promises.append(
            Promise(
                kind,
                start,
                end,
                text=words.strip(),
                amount=amount.value if amount else None,
                currency=amount.currency if amount else None,
                when=_when(words),
                sweeping=bool(SWEEPING.search(words)),
            )
        )
    return tuple(promises)


def _commitments(sentence: str, *, money: bool) -> list[tuple[str, int, int]]:
    stems = {word[:4] for word in _WORD.findall(sentence.lower())} | ({"$"} if money else set())
    asks = "?" in sentence[-3:]
    found: list[tuple[str, int, int]] = []
    for rule in (*REMEDIES, *CONDUCT):
        if rule.words and rule.words.isdisjoint(stems):
            continue
        first = next((match for match in rule.pattern.finditer(sentence) if _stands(sentence, rule.kind, match, asks=asks)), None)
        if first:
            found.append((rule.kind, first.end() - len(first.group().lstrip(_LEADING)), first.end()))
    return found


def _stands(sentence: str, kind: str, match: re.Match[str], *, asks: bool) -> bool:
    if asks and kind not in _STATEMENTS and not _OFFER.search(sentence):
        return False
    return not TAKEN_BACK.search(sentence[max(0, match.start() - 60) : match.start()])


def _nearest(amounts: list[Amount], start: int) -> Amount | None:
    """The amount that belongs to a commitment: the first from its beginning on, or else the last before it."""
    following = [amount for amount in amounts if amount.end > start]
    if following:
        return following[0]
    return amounts[-1] if amounts else None


def _when(sentence: str) -> str | None:
    times = find_times(sentence)
    return sentence[times[0].start : times[0].end] if times else None
