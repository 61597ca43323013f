"""Our encoder beside sentence-transformers on the same tweets: time of one text, and closeness of the vectors."""

from __future__ import annotations

import csv
import os
import random
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.search.encoder import load_encoder
from bot.search.weights import find_weights
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.benchmark, pytest.mark.filterwarnings("ignore")]
ROUNDS = 5
TWEETS = 120


def test_one_text_takes_at_most_four_tenths_of_the_time_and_keeps_its_meaning(shared_data: Callable[[str], Path]) -> None:
    from sentence_transformers import SentenceTransformer

    ours = load_encoder(read_settings({**os.environ, "SAYSO_ROOT": str(Path(__file__).parents[2])}).cache)
    theirs: Any = SentenceTransformer(str(find_weights()), device="cpu")
    with (shared_data("airline") / "Tweets.csv").open(encoding="utf-8", newline="") as lines:
        tweets = random.Random(1).sample([row["text"] for row in csv.DictReader(lines)], TWEETS)

    def one(text: str) -> Any:
        return theirs.encode([text], normalize_embeddings=True, show_progress_bar=False)

    one(tweets[0]), ours.encode(tweets[:1])
    ratios, times = [], []
    for _ in range(ROUNDS):  # side by side, so that whatever else runs slows both
        slow, fast = _median(one, tweets), _median(lambda text: ours.encode([text]), tweets)
        ratios.append(fast / slow)
        times.append((fast, slow))
    fast, slow = np.median(times, axis=0) * 1000
    cosines = (np.vstack([ours.encode([tweet]) for tweet in tweets]) * np.vstack([one(tweet) for tweet in tweets])).sum(axis=1)
    print(f"\none tweet: ours {fast:.2f} ms, sentence-transformers {slow:.2f} ms, ratio {np.median(ratios):.2f}")
    print(f"cosine of the vectors: mean {cosines.mean():.4f}, least {cosines.min():.4f}")
    assert np.median(ratios) <= 0.4
    assert cosines.mean() >= 0.98


def _median(run: Callable[[str], Any], texts: list[str]) -> float:
    times = []
    for text in texts:
        start = perf_counter()
        run(text)
        times.append(perf_counter() - start)
    return float(np.median(times))
