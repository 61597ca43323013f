"""How much personal data is found in others' labelled texts, and how often an innocent text is stopped."""

from __future__ import annotations

import csv
import json
from collections import Counter
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from bot.text.privacy import find_private

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KINDS = {
    "CREDIT_CARD": "card",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "IBAN_CODE": "iban",
    "US_SSN": "ssn",
}
ALSO = {"IP_ADDRESS": "ip", "US_DRIVER_LICENSE": "document", "STREET_ADDRESS": "address"}
RECALL = 0.995
FALSE_FINDS = 0.005

EVASIONS: dict[str, Callable[[str], str]] = {
    "as it is": lambda datum: datum,
    "zero-width spaces": "\u200b".join,
    "full-width digits": lambda datum: datum.translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)}),
    "arabic digits": lambda datum: datum.translate({ord(str(digit)): 0x0660 + digit for digit in range(10)}),
    "other dashes": lambda datum: datum.replace("-", "\u2011"),
    "no-break spaces": lambda datum: datum.replace(" ", "\u00a0"),
    "tag characters": "\U000e0020".join,
    "[at] and dot": lambda datum: datum.replace("@", " [at] ").replace(".", " dot ") if "@" in datum else datum,
}


@pytest.mark.benchmark
@pytest.mark.parametrize("evasion", EVASIONS)
def test_structured_data_is_found_however_it_is_written(shared_data: Callable[[str], Path], evasion: str) -> None:
    rows = json.loads(shared_data("presidio-research/synth_dataset_v2.json").read_text(encoding="utf-8"))
    labelled: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    named: Counter[str] = Counter()
    times: list[float] = []
    for row in rows:
        text, spans = _disguised(row["full_text"], row["spans"], EVASIONS[evasion])
        began = perf_counter()
        found = find_private(text)
        times.append((perf_counter() - began) * 1_000)
        for entity, start, end in spans:
            kinds = {span.kind for span in found if span.start < end and span.end > start}
            labelled[entity] += 1
            touched[entity] += bool(kinds)
            named[entity] += (KINDS | ALSO)[entity] in kinds
    print(f"\n{evasion}: {quantiles(times, n=100)[49]:.2f} ms median, {quantiles(times, n=100)[98]:.2f} ms p99 a text")
    for entity in sorted(labelled):
        share, right = touched[entity] / labelled[entity], named[entity] / labelled[entity]
        print(f"  {entity:18} {labelled[entity]:4}  found {share:.3f}  under its own name {right:.3f}")
    overall = sum(touched[entity] for entity in KINDS) / sum(labelled[entity] for entity in KINDS)
    print(f"  the five together  {overall:.4f} (at least {RECALL})")
    assert overall >= RECALL


def _disguised(
    text: str, spans: list[dict[str, object]], disguise: Callable[[str], str]
) -> tuple[str, list[tuple[str, int, int]]]:
    """The text with each datum rewritten, and where the data now stand."""
    moved: list[tuple[str, int, int]] = []
    result, position = "", 0
    for span in sorted(spans, key=lambda span: int(str(span["start_position"]))):
        start, end, entity = int(str(span["start_position"])), int(str(span["end_position"])), str(span["entity_type"])
        if entity not in KINDS | ALSO or start < position:
            continue
        result += text[position:start]
        datum = disguise(text[start:end]) if entity in KINDS else text[start:end]
        moved.append((entity, len(result), len(result) + len(datum)))
        result, position = result + datum, end
    return result + text[position:], moved


@pytest.mark.benchmark
def test_innocent_questions_are_let_through(shared_data: Callable[[str], Path]) -> None:
    with shared_data("banking77/train.csv").open(encoding="utf-8", newline="") as lines:
        texts = [row["text"] for row in csv.DictReader(lines)]
    stopped = [text for text in texts if find_private(text)]
    print(f"\nbanking77: {len(stopped)} of {len(texts)} stopped = {len(stopped) / len(texts):.4%} (at most {FALSE_FINDS:.1%})")
    assert len(stopped) / len(texts) <= FALSE_FINDS
