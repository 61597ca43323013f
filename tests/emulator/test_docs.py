"""What docs/local-slack.md tells a stranger is true: its examples run, and its tables name all that there is."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.emulator.control import GOODBYES, SWITCHES
from bot.emulator.gestures.table import GESTURES
from bot.emulator.methods.table import METHODS
from bot.emulator.rules.manifests import problems
from bot.emulator.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

GUIDE = (Path(__file__).parents[2] / "docs" / "local-slack.md").read_text(encoding="utf-8")
FILES: dict[str, str] = dict(re.findall(r"`([\w.]+)`:\n\n```\w+\n(.*?)```", GUIDE, re.DOTALL))


def table(heading: str) -> set[str]:
    """The names in the first column below this heading."""
    section = GUIDE.split(f"### {heading}\n")[1].split("\n#")[0]
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The files of the guide, as a reader would write them down."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("app", None)


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_guides_test_passes_with_the_guides_app(folder: Path) -> None:
    load(folder / "test_app.py").test_hello_greets_you_by_name()


def test_the_test_in_the_guide_is_eight_lines_long() -> None:
    assert len(FILES["test_app.py"].split("by_name():\n")[1].splitlines()) == 8


def test_the_guides_manifest_and_world_are_taken(folder: Path) -> None:
    assert problems(json.loads(FILES["manifest.json"])) == []
    world = World.read(folder / "world.json")
    assert [person.name for person in world.people] == ["Kim", "Lou"]
    assert ["U0BOT" in channel.members for channel in world.channels] == [True, False]


def test_the_guide_names_every_gesture_and_no_other() -> None:
    assert table("Gestures") == set(GESTURES)


def test_the_guide_names_every_switch_and_no_other() -> None:
    assert table("Switches") == set(SWITCHES)


def test_the_guide_names_every_way_to_say_goodbye() -> None:
    (row,) = [line for line in GUIDE.splitlines() if line.startswith("| `disconnect`")]
    assert set(re.findall(r'"(\w+)"', row)) == set(GOODBYES)


def test_the_guide_names_every_method_and_no_other() -> None:
    paragraph = GUIDE.split("- Web API: ")[1].split("; anything else")[0]
    assert set(re.findall(r"`([\w.]+)`", paragraph)) == set(METHODS)
