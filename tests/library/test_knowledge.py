"""Loading is all or nothing, versions follow the bytes, and the last good set stays live."""

from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

from bot.errors import KnowledgeError
from bot.library.knowledge import Shelf, load
from tests.library.sample import write_company

if TYPE_CHECKING:
    from pathlib import Path

BOAT = "knowledge/playbooks/late-boat.md"


def test_a_playbook_carries_its_body_version_and_posts(tmp_path: Path) -> None:
    write_company(tmp_path)
    boat = load(tmp_path).playbooks["late-boat"]
    assert boat.version == hashlib.sha256((tmp_path / BOAT).read_bytes()).hexdigest()[:8]
    assert boat.file == BOAT
    assert boat.body.startswith("## Why this matters\n")
    assert boat.body.endswith("---\nA line is not an end.\n")
    assert boat.examples[1:] == ("your 8:15 is now a 10:40. cheers", "#stranded again", "We sailed at noon.\nNot at nine.")
    assert load(tmp_path).playbooks["wrong-fare"].test_posts == ("paid 30 for a 20 ticket",)


def test_a_move_without_families_serves_them_all(tmp_path: Path) -> None:
    write_company(tmp_path)
    boat = load(tmp_path).playbooks["late-boat"].playbook
    assert boat.variants("hear", "short") == boat.variants("hear", "review") != ()
    assert boat.variants("act", "review")[0].endswith("to your card.")
    assert boat.variants("own", "short") == ()


def test_guides_are_parted_at_their_headings(tmp_path: Path) -> None:
    company = write_company(tmp_path)
    company.edit("knowledge/guides/hiding.md", "Threats.", "```\n## not a heading\n```")
    guide = load(tmp_path).guides["hiding"]
    assert [passage.heading for passage in guide.passages] == ["May I hide a comment?", "What may go", "What stays"]
    assert guide.passages[1].text == "```\n## not a heading\n```"


@pytest.mark.parametrize("file", ["values.yaml", BOAT, "knowledge/guides/hiding.md", "knowledge/examples/late-boat.txt"])
def test_the_version_of_the_set_changes_with_any_file(file: str, tmp_path: Path) -> None:
    company = write_company(tmp_path)
    before = load(tmp_path).version
    assert load(tmp_path).version == before
    company.write(file, (tmp_path / file).read_text(encoding="utf-8") + "\n")
    assert load(tmp_path).version != before


def test_nothing_of_a_loaded_set_can_be_changed(tmp_path: Path) -> None:
    write_company(tmp_path)
    knowledge = load(tmp_path)
    with pytest.raises(TypeError):
        knowledge.playbooks["new"] = knowledge.playbooks["late-boat"]  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        knowledge.version = "x"  # type: ignore[misc]


def test_the_last_good_set_stays_live_until_every_file_is_right(tmp_path: Path) -> None:
    company = write_company(tmp_path)
    shelf = Shelf(tmp_path)
    good = shelf.knowledge
    company.edit("values.yaml", "name: Tern Ferries", "name: Gull Ferries")
    line = company.edit(BOAT, "severity: 3", "severity: x")
    assert [(problem.file, problem.line) for problem in shelf.reload()] == [(BOAT, line)]
    assert shelf.knowledge is good
    company.edit(BOAT, "severity: x", "severity: 4")
    assert shelf.reload() == []
    assert shelf.knowledge.values.organisation.name == "Gull Ferries"
    assert shelf.knowledge.playbooks["late-boat"].playbook.severity == 4
    assert shelf.knowledge.playbooks["wrong-fare"].playbook is good.playbooks["wrong-fare"].playbook


def test_a_file_that_disappears_leaves_the_set_on_the_next_reload(tmp_path: Path) -> None:
    write_company(tmp_path)
    shelf = Shelf(tmp_path)
    (tmp_path / "knowledge/playbooks/wrong-fare.md").unlink()
    assert shelf.reload() == []
    assert list(shelf.knowledge.playbooks) == ["late-boat"]
    (tmp_path / "values.yaml").unlink()
    assert [problem.file for problem in shelf.reload()] == ["values.yaml"]
    assert list(shelf.knowledge.playbooks) == ["late-boat"]


def test_a_warning_does_not_keep_a_set_from_being_used(tmp_path: Path) -> None:
    company = write_company(tmp_path)
    company.write(BOAT, b"\xef\xbb\xbf" + (tmp_path / BOAT).read_bytes())
    company.write("knowledge/playbooks/notes.txt", "remember the pier\n")
    company.write("knowledge/playbooks/README.md", "not a playbook\n")
    warnings = load(tmp_path).warnings
    assert [(problem.file, problem.level) for problem in warnings] == [
        (BOAT, "warning"),
        ("knowledge/playbooks/notes.txt", "warning"),
    ]


def test_an_empty_folder_is_explained_not_crashed_on(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"values\.yaml: cannot be read: no such file"):
        load(tmp_path)
