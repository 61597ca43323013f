"""Search beside the bare encoding of the same post, at the size of one company and at a very large one; start and memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest

from bot.search.encoder import load_encoder
from bot.search.index import PlaybookIndex
from bot.search.passages import Passage
from bot.search.saved import save_index
from bot.settings import read_settings

pytestmark = pytest.mark.benchmark
ROOT = Path(__file__).parents[2]
WORDS = (ROOT / "tests" / "benchmarks" / "words.txt").read_text(encoding="utf-8").split()
ROUNDS = 5
ASKED = 100
START = """
import re, sys, time
from pathlib import Path
began = time.perf_counter()
from bot.search.encoder import load_encoder
from bot.search.saved import load_index
encoder = load_encoder(Path(sys.argv[1]))
index = load_index(Path(sys.argv[2]), encoder)
index.search("my bag never arrived")
took = time.perf_counter() - began
print(took, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def playbooks(owners: int, examples: int) -> tuple[list[Passage], list[str]]:
    """Invented playbooks, each with words of its own among common ones, and posts that ask for them."""
    draw = random.Random(owners)
    passages: list[Passage] = []
    posts: list[str] = []
    for owner in range(owners):
        own = draw.sample(WORDS, 12)
        for number in range(examples + 1):
            text = " ".join(draw.choice(own if draw.random() < 0.5 else WORDS) for _ in range(22))
            if number:
                passages.append(Passage(f"playbook-{owner}", "example", text))
            elif len(posts) < ASKED:
                posts.append(text)
    return passages, posts


@pytest.mark.parametrize(("owners", "examples", "most"), [(24, 62, 1.5), (1_000, 10, 2.0)])
def test_search_costs_little_beside_encoding_the_post(tmp_path: Path, owners: int, examples: int, most: float) -> None:
    cache = read_settings({**os.environ, "SAYSO_ROOT": str(ROOT)}).cache
    encoder = load_encoder(cache)
    passages, posts = playbooks(owners, examples)
    start = perf_counter()
    index = PlaybookIndex.build(passages, [f"nothing {word} of the kind" for word in WORDS[:40]], encoder)
    built = perf_counter() - start
    ratios, times = [], []
    for _ in range(ROUNDS):
        bare, whole = [], []
        for post in posts:
            start = perf_counter()
            encoder.encode([post])
            middle = perf_counter()
            index.search(post)
            bare.append(middle - start)
            whole.append(perf_counter() - middle)
        ratios.append(np.median(whole) / np.median(bare))
        times.append((np.median(bare), np.median(whole), np.quantile(whole, 0.95)))
    bare_ms, whole_ms, late_ms = np.median(times, axis=0) * 1000
    save_index(index, tmp_path / "index.npz")
    started = subprocess.run(
        [sys.executable, "-c", START, str(cache), str(tmp_path / "index.npz")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    cold, memory = map(float, started.stdout.split())
    print(f"\n{len(passages):,} passages, {owners:,} playbooks: built in {built:.1f} s")
    print(f"bare encoding {bare_ms:.2f} ms, search {whole_ms:.2f} ms (p95 {late_ms:.2f}), ratio {np.median(ratios):.2f}")
    print(f"fresh process to its first answer: {cold:.2f} s, {memory:.0f} MiB")
    assert np.median(ratios) <= most
    assert cold <= 1
    assert memory <= 300
