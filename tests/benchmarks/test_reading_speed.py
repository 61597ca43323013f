"""What reading a post by rules costs, beside making its matching copy, which everything else needs anyway."""

from __future__ import annotations

import csv
import random
import time
from typing import TYPE_CHECKING

import pytest

from bot.flow.cuebook import book_of
from bot.flow.flags import find_flags
from bot.flow.reading import read
from bot.library.knowledge import load
from bot.model import Ask
from bot.text.clean import matching_copy
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.benchmark


def milliseconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Processor time for one text, the best of three rounds."""
    rounds = []
    for _ in range(3):
        started = time.process_time()
        for text in texts:
            work(text)
        rounds.append((time.process_time() - started) * 1000 / len(texts))
    return min(rounds)


def test_reading_a_tweet_takes_under_a_millisecond(shared_data: Callable[[str], Path]) -> None:
    values = load(ROOT).values
    with shared_data("airline/Tweets.csv").open(encoding="utf-8") as file:
        tweets = [row["text"] for _, row in zip(range(2_000), csv.DictReader(file), strict=False)]
    copy = milliseconds(matching_copy, tweets)
    flags = milliseconds(lambda text: find_flags(text, values), tweets)
    whole = milliseconds(lambda text: read(Ask(text), values), tweets)
    print(f"\ntweet: copy {copy:.3f} ms, flags {flags:.3f} ms ({flags / copy:.0f} x), whole reading {whole:.3f} ms")
    assert whole < 1.0


def test_the_longest_text_made_of_nothing_but_cue_words_stays_cheap() -> None:
    values = load(ROOT).values
    random.seed(7)
    words = sorted(
        {word for flag in values.red_flags for cue in flag.cues for word in cue.replace("|", " ").split() if word.isalpha()}
    )
    worst = " ".join(random.choices(words, k=900))[:4_000]
    book_of(values)
    taken = milliseconds(lambda text: find_flags(text, values), [worst])
    plain = milliseconds(lambda text: find_flags(text, values), ["My parcel is four days late and the tracking has not moved"])
    print(f"\n4,000 characters of cue words {taken:.2f} ms, one plain post {plain:.3f} ms ({taken / plain:.0f} x)")
    assert taken < 25
