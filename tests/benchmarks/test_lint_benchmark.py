"""How long the managers' files take, beside what PyYAML alone takes to read the same fields."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
import yaml

from bot.library.folder import FolderReader
from bot.library.lint import lint

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SEED = "overcharge-single"
PLAYBOOKS = 48
SIZE = 12 * 1_024


def milliseconds(work: Callable[[], object], runs: int = 5) -> float:
    """The best of a few runs: what the machine can do when nobody disturbs it."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times) * 1_000


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A root with 48 playbooks of 12 KiB: one of ours, with more posts each."""
    folder = tmp_path / "knowledge" / "playbooks"
    folder.mkdir(parents=True)
    if (ROOT / "values.yaml").exists():
        shutil.copy(ROOT / "values.yaml", tmp_path)
    seed = (ROOT / "knowledge" / "playbooks" / f"{SEED}.md").read_text(encoding="utf-8")
    for number in range(PLAYBOOKS):
        name = f"{SEED}-{number}"
        line = f'  - "Post {{}} of {name}: two charges on one bill and not a word from anyone"\n'
        posts = "".join(line.format(post) for post in range((SIZE - len(seed)) // len(line)))
        text = seed.replace(f"id: {SEED}", f"id: {name}").replace("posts:\n", f"posts:\n{posts}", 1)
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.benchmark
def test_48_playbooks_of_12_kib_are_linted_in_a_third_of_a_second(many: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((many / "knowledge/playbooks").glob("*.md"))]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    plain = milliseconds(lambda: [yaml.load(text.split("\n---\n")[0], Loader=loader) for text in texts])
    linted = milliseconds(lambda: lint(many))
    reader = FolderReader(many)
    read, again = milliseconds(reader.read, runs=1), milliseconds(reader.read)
    print(f"\n{len(texts)} playbooks of {sum(map(len, texts)) / len(texts) / 1_024:.1f} KiB: lint {linted:.0f} ms")
    print(f"read {read:.0f} ms, read again unchanged {again:.1f} ms")
    print(f"PyYAML alone {plain:.0f} ms; lint / PyYAML = {linted / plain:.2f}")
    assert linted <= 350


@pytest.mark.benchmark
def test_a_fresh_process_lints_before_anyone_waits(many: Path) -> None:
    code = f"from pathlib import Path; from bot.library.lint import lint; lint(Path({str(many)!r}))"
    bare = milliseconds(lambda: subprocess.run([sys.executable, "-c", "import pydantic, yaml"], check=True))
    whole = milliseconds(lambda: subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT))
    print(f"\nfresh process: lint {whole:.0f} ms; importing pydantic and yaml alone {bare:.0f} ms; ratio {whole / bare:.1f}")
