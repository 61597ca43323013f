"""What a check costs, for an ordinary reply and for the worst text that we could build."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import yaml

from bot.flow.check.context import Context
from bot.flow.check.run import check
from bot.library.values import Values
from bot.text.clean import matching_copy
from bot.text.privacy import find_private
from bot.text.promises import find_promises

FOLDER = Path(__file__).parents[1] / "flow" / "check"
ORDINARY_MS = 10.0
WORST_MS = 20.0


def milliseconds(text: str, context: Context, rounds: int = 7) -> float:
    check(text, context)
    return min(_once(text, context) for _ in range(rounds))


def _once(text: str, context: Context) -> float:
    began = time.perf_counter()
    check(text, context)
    return (time.perf_counter() - began) * 1_000


def _helpers(text: str) -> float:
    began = time.perf_counter()
    matching_copy(text)
    find_private(text)
    find_promises(text)
    return (time.perf_counter() - began) * 1_000


@pytest.mark.benchmark
def test_a_check_takes_at_most_20_ms_whatever_the_text() -> None:
    values = Values.model_validate(yaml.safe_load((FOLDER / "values.yaml").read_text(encoding="utf-8")))
    context = Context.build(values, channel="facebook", severity=4, post="charged twice, lost my bag, app crashed and late bus")
    drafts = [json.loads(line)["text"] for line in (FOLDER / "drafts.jsonl").read_text(encoding="utf-8").splitlines()]
    ordinary = next(text for text in drafts if 230 <= len(text) <= 250)
    prose = " ".join(drafts)
    words = [
        "we ",
        "your ",
        "you didn't ",
        "our staff ",
        "send ",
        "no ",
        "$5 ",
        "i ",
        "@a ",
        "a.b ",
        "refund ",
        "it's ",
        "remove your ",
        "é",
        "5pm ",
    ]
    costs = {f"{word!r} repeated": milliseconds((word * 4_000)[:4_000], context) for word in words}
    costs["drafts one after another"] = milliseconds(prose[:4_000], context)
    worst = max(costs, key=lambda name: costs[name])
    short = milliseconds(ordinary, context)
    print(f"\nordinary reply of {len(ordinary)} characters: {short:.2f} ms")
    print(f"4,000 characters: prose {costs['drafts one after another']:.1f} ms, worst {costs[worst]:.1f} ms ({worst})")
    helpers = min(_helpers(prose[:4_000]) for _ in range(5))
    print(f"text helpers alone on the same prose: {helpers:.1f} ms; ratio {costs['drafts one after another'] / helpers:.2f}")
    assert short <= ORDINARY_MS
    assert costs[worst] <= WORST_MS
