"""Fields and body are parted at `---` and `---`, or the file is refused with a mend."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.library.front_matter import split

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.errors import Problem

GOOD = {
    "bom": {"title": "x"},
    "hr_in_body": {"title": "x"},
    "crlf": {"title": "x"},
    "trailing_space": {"title": "x"},
    "dashes_in_value": {"title": "a\n---\nb"},
    "norway": {"country": "no", "enabled": "on"},
    "sexagesimal": {"open": "12:30"},
    "leading_zero": {"zip": "08540", "code": "0123"},
    "two_docs": {"a": 1},
    "date": {"d": "2024-01-02"},
    "exp": {"v": "1e3"},
}
"""The traps that are honest files, and what they mean; all others must be refused."""


def refusal(data: bytes) -> str:
    with pytest.raises(KnowledgeError) as caught:
        split(data, "f.md")
    assert all(problem.line >= 1 and problem.mend for problem in caught.value.problems)
    return str(caught.value)


def test_each_trap_is_read_as_written_or_refused_with_line_and_mend(shared_data: Callable[[str], Path]) -> None:
    traps = json.loads((shared_data("frontmatter-traps") / "traps.json").read_text(encoding="utf-8"))
    assert len(traps) == 36
    for trap in traps:
        data = trap["text"].encode()
        if trap["id"] in GOOD:
            assert split(data, "f.md").fields.value == GOOD[trap["id"]], trap["id"]
        else:
            refusal(data)


@pytest.mark.parametrize(("name", "line"), [("cp1252", 2), ("latin1", 2), ("utf16", 1)])
def test_files_of_other_encodings_are_refused_at_their_line(shared_data: Callable[[str], Path], name: str, line: int) -> None:
    assert refusal((shared_data("frontmatter-traps") / f"{name}.md").read_bytes()).startswith(f"f.md:{line}: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f.md:1: the file is empty"),
        ("\n---\na: 1\n---\n", "must begin on line 1"),
        ("----\na: 1\n----\n", "f.md:1: the fields begin with 4 dashes"),
        ("\n\n+++\na = 1\n+++\n", "f.md:3: the fields are TOML"),
        ('{"a": 1}\n', "JSON"),
        ("# Title\n", "missing"),
        ("---\na: 1\n", "never closed"),
        ("---\n---\nbody\n", "no fields between"),
        ("---\n- a\n---\n", "f.md:2: a list"),
        ("---\na: 1\nb: 2\n  c: 3\n---\n", "f.md:4: "),
    ],
)
def test_what_is_no_front_matter_is_named_for_what_it_is(text: str, said: str) -> None:
    assert said in refusal(text.encode())


def test_lines_of_fields_and_body_are_those_of_the_file() -> None:
    page = split(b"---\r\na: 1\r\nb:\r\n  - x\r\n---\r\nFirst\r\n\r\n---\r\n", "f.md")
    assert page.fields.line(("b", 0)) == 4
    assert (page.body_line, page.body) == (6, "First\n\n---\n")


@given(st.one_of(st.binary(max_size=200), st.text("-ab:\n +{}#\ufeff\r", max_size=80).map(str.encode)))
def test_no_bytes_raise_anything_but_a_knowledge_error(data: bytes) -> None:
    for whole in (data, b"---\n" + data, b"---\na: 1\n---\n" + data):
        lines = whole.count(b"\n") + 1
        problems: tuple[Problem, ...] = ()
        try:
            split(whole, "f.md")
        except KnowledgeError as error:
            problems = error.problems
        assert all(1 <= problem.line <= lines for problem in problems)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80))
def test_the_body_comes_back_to_the_letter(body: str) -> None:
    assert split(f"---\na: 1\n---\n{body}".encode(), "f.md").body == body
