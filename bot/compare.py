"""How our search does beside simpler ones: the measuring behind `sayso eval --compare` and behind docs/retrieval.md.

All methods answer the same posts from the same examples and vectors. The public sets were written by others: what holds
there does not hold because we wrote the examples.
"""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search.index import PlaybookIndex
from bot.search.passages import Passage
from bot.search.progress import Progress, silent
from bot.search.signals import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.search.encoder import Encoder
    from bot.search.index import Look

PER_INTENT = 10
"""Examples that a public set gives for each intent; the rest is asked."""
STRANGERS = 100
"""Out-of-scope posts that the calibrator learns from on clinc150."""
FUSION_CONSTANT = 60
KEPT = 0.95

METHODS = {
    "keywords": "keywords (BM25, joined)",
    "nearest": "nearest example",
    "centroid": "centroid",
    "meaning": "head on meaning",
    "words": "head on words",
    "letters": "head on letters",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its right owner."""

    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class Table:
    """Figures to print: a heading, the names of the columns, and a row for each method."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """How often a method had the right owner first, and among three."""

    method: str
    first: float
    in_three: float


@dataclass(frozen=True, slots=True)
class Abstention:
    """How well a score tells posts in scope from others.

    `auroc` is the chance that one in scope scores higher than one outside; `accepted` the share of those outside that
    pass where 95 in 100 of those in scope do.
    """

    score: str
    auroc: float
    accepted: float


def compare_all(
    data: Path,
    encoder: Encoder,
    passages: Sequence[Passage],
    out_of_scope: Sequence[str],
    posts: Sequence[Labelled],
    strangers: Sequence[str] = (),
    seed: int = 0,
    progress: Progress = silent,
) -> Iterator[Table]:
    """Tables for our own `posts` (and `strangers`, which fit nothing), and for each public set that lies under `data`."""
    if posts:
        index = PlaybookIndex.build(passages, out_of_scope, encoder, progress=progress)
        yield hit_table(f"our own: {len(posts)} posts never indexed", hits(index, posts, progress))
        if strangers:
            inside = [post.text for post in posts]
            yield abstention_table(
                f"our own: {len(strangers)} posts that fit nothing", abstention(index, inside, strangers, progress)
            )
    banking = data / "banking77" / "train.csv"
    if banking.is_file():
        yield compare_banking(banking, encoder, seed, progress)
    clinc = data / "clinc150" / "data_oos_plus.json"
    if clinc.is_file():
        yield from compare_clinc(clinc, encoder, seed, progress)


def compare_banking(file: Path, encoder: Encoder, seed: int = 0, progress: Progress = silent) -> Table:
    """banking77: 77 intents, ten examples each, all other questions asked."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [Labelled(row["text"], row["category"]) for row in csv.DictReader(lines)]
    examples, asked = split(rows, seed)
    index = PlaybookIndex.build(examples, [], encoder, progress=progress)
    return hit_table(
        f"banking77: {len(asked):,} questions, {len(index.owners)} intents, seed {seed}", hits(index, asked, progress)
    )


def compare_clinc(file: Path, encoder: Encoder, seed: int = 0, progress: Progress = silent) -> Iterator[Table]:
    """clinc150: 150 intents, ten examples each, asked with the test part and with texts out of scope."""
    parts: Mapping[str, list[list[str]]] = json.loads(file.read_text(encoding="utf-8"))
    examples, _ = split([Labelled(text, intent) for text, intent in parts["train"]], seed)
    known = [text for part in ("oos_train", "oos_val") for text, _ in parts[part]]
    strangers = random.Random(seed).sample(known, STRANGERS)  # noqa: S311 - a sample, not a secret
    index = PlaybookIndex.build(examples, strangers, encoder, progress=progress)
    asked = [Labelled(text, intent) for text, intent in parts["test"]]
    outside = [text for text, _ in parts["oos_test"]]
    yield hit_table(f"clinc150: {len(asked):,} texts, {len(index.owners)} intents, seed {seed}", hits(index, asked, progress))
    title = f"clinc150: {len(asked):,} in scope, {len(outside):,} out of scope"
    yield abstention_table(title, abstention(index, [text.text for text in asked], outside, progress))


def split(rows: Sequence[Labelled], seed: int, per_owner: int = PER_INTENT) -> tuple[list[Passage], list[Labelled]]:
    """`per_owner` examples of each owner, drawn by `seed`, and all other rows."""
    by_owner: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_owner[row.owner].append(row.text)
    draw = random.Random(seed)  # noqa: S311 - a sample, not a secret
    examples, rest = [], []
    for owner in sorted(by_owner):
        texts = by_owner[owner]
        draw.shuffle(texts)
        examples += [Passage(owner, "example", text) for text in texts[:per_owner]]
        rest += [Labelled(text, owner) for text in texts[per_owner:]]
    return examples, rest


def hits(index: PlaybookIndex, posts: Sequence[Labelled], progress: Progress = silent) -> list[Hit]:
    """Every method on the same posts, our combination last."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, post in enumerate(posts):
        progress("compare", number / len(posts))
        right = index.owners.index(post.owner)
        for method, scores in _methods(index.look(post.text)):
            places[method].append(int((scores > scores[right]).sum()))
    progress("compare", 1.0)
    return [Hit(method, _share(found, 1), _share(found, 3)) for method, found in places.items()]


def abstention(
    index: PlaybookIndex, inside: Sequence[str], outside: Sequence[str], progress: Progress = silent
) -> list[Abstention]:
    """Simple scores and our confidence, each as a judge of what is in scope."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for number, text in enumerate([*inside, *outside]):
        progress("compare", number / (len(inside) + len(outside)))
        for score, value in _sureness(index.look(text)):
            found[score].append(value)
    progress("compare", 1.0)
    return [_judge(score, np.array(values[: len(inside)]), np.array(values[len(inside) :])) for score, values in found.items()]


def hit_table(title: str, found: Sequence[Hit]) -> Table:
    """Hits as percentages."""
    return Table(
        title, ("method", "top-1", "recall@3"), tuple((hit.method, f"{hit.first:.1%}", f"{hit.in_three:.1%}") for hit in found)
    )


def abstention_table(title: str, found: Sequence[Abstention]) -> Table:
    """Abstention with AUROC as a part of one."""
    rows = tuple((judge.score, f"{judge.auroc:.3f}", f"{judge.accepted:.1%}") for judge in found)
    return Table(title, ("score", "AUROC", "outside accepted at 95 % kept"), rows)


def _methods(look: Look) -> Iterator[tuple[str, NDArray[np.float32]]]:
    columns = {name: look.signals[:, number] for number, name in enumerate(SIGNALS) if number < look.signals.shape[1]}
    for name, title in METHODS.items():
        if name in columns:
            yield title, columns[name]
    yield "keywords + nearest, reciprocal ranks", _reciprocal(columns["keywords"]) + _reciprocal(columns["nearest"])
    yield "combination (ours)", look.fused


def _sureness(look: Look) -> Iterator[tuple[str, float]]:
    nearest = look.signals[:, SIGNALS.index("nearest")]
    best = np.sort(nearest)[::-1]
    yield "greatest similarity", float(best[0])
    yield "lead over the next", float(best[0] - best[1])
    yield "greatest score of the head", float(look.signals[:, SIGNALS.index("meaning")].max())
    yield "greatest combined score", float(look.fused.max())
    yield "confidence (ours)", look.in_scope


def _reciprocal(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    ranks = np.empty(len(scores), dtype=np.float32)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return np.reciprocal(FUSION_CONSTANT + ranks)


def _judge(score: str, inside: NDArray[np.float64], outside: NDArray[np.float64]) -> Abstention:
    from sklearn.metrics import roc_auc_score

    truth = np.repeat([1, 0], [len(inside), len(outside)])
    auroc = float(roc_auc_score(truth, np.concatenate([inside, outside])))
    return Abstention(score, auroc, float((outside >= np.quantile(inside, 1 - KEPT)).mean()))


def _share(places: Sequence[int], within: int) -> float:
    return sum(place < within for place in places) / max(1, len(places))
