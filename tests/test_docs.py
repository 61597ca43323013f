"""What the documents say exists, exists."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer.main

from bot.cli import app
from bot.shapes import ASK_FIELDS, CHECK_FIELDS, QUESTION_FIELDS
from tests.picture import FILE, draw
from tests.pictures.story import shown

if TYPE_CHECKING:
    from bot.desk import Desk

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHAPES = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def _options() -> set[str]:
    return {
        option
        for command in COMMANDS.values()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`sayso (\w+)", README))))
def test_every_command_in_the_readme_exists(command: str) -> None:
    assert command in COMMANDS


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`sayso {command}" in README


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`?(--[a-z]+)", README))))
def test_every_option_in_the_readme_exists(option: str) -> None:
    assert option in _options()


@pytest.mark.parametrize("setting", sorted(set(re.findall(r"SAYSO_[A-Z]+", README))))
def test_every_setting_in_the_readme_is_read(setting: str) -> None:
    assert setting in CODE


@pytest.mark.parametrize("setting", sorted(set(re.findall(r"SAYSO_[A-Z]+", CODE))))
def test_every_setting_that_is_read_is_in_the_readme(setting: str) -> None:
    assert setting in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake (\w+)", README))))
def test_every_make_target_in_the_readme_exists(target: str) -> None:
    if target not in {"sure"}:
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_picture_in_the_readme_shows_todays_card(desk: Desk) -> None:
    assert FILE.read_text(encoding="utf-8") == draw(desk), "run `make picture`"


def test_the_pictures_of_slack_show_todays_product(desk: Desk, tmp_path: Path) -> None:
    assert json.loads((ROOT / "docs" / "pictures.json").read_text(encoding="utf-8")) == shown(desk, tmp_path), (
        "run `make picture`"
    )


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_file_the_readme_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("field", sorted({*ASK_FIELDS, *CHECK_FIELDS, *QUESTION_FIELDS}))
def test_every_field_of_a_request_is_described(field: str) -> None:
    assert f"`{field}`" in SHAPES or f'"{field}"' in SHAPES
