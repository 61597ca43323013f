"""What the schema refuses is said in plain words, at the exact line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import KnowledgeError
from bot.library.knowledge import load
from bot.library.problems import did_you_mean
from tests.library.sample import write_company

if TYPE_CHECKING:
    from pathlib import Path

BOAT = "knowledge/playbooks/late-boat.md"
JARGON = ("input", "pydantic", "str_", "NoneType", "dict", "tuple", "validation", "Literal", "instance")

MISTAKES = [
    (BOAT, "apology: A2", "apologie: A2", "`apologie`: unknown field `apologie`; did you mean `apology`?"),
    (BOAT, "apology: A2", "apology: A9", "`apology`: `A9` is not allowed; allowed: A0, A1, A2, A3"),
    (BOAT, "apology: A2", "apology: sorry", "`apology`: `sorry` is not allowed; allowed: A0, A1, A2, A3"),
    (BOAT, "severity: 3", "severity: three", "`severity`: must be a whole number, not `three`"),
    (BOAT, "severity: 3", "severity: 9", "`severity`: must be at most 5"),
    (BOAT, "severity: 3", "severity: 2.5", "`severity`: must be a whole number, not `2.5`"),
    (BOAT, "reviewed: 2026-11-01", "reviewed: 1.11.2026", "`reviewed`: must be a date written as 2026-11-01"),
    (BOAT, "reviewed: 2026-11-01", "reviewed: 2026-13-01", "`reviewed`: must be a date written as 2026-11-01"),
    (BOAT, "title: A boat is late", "title:", "`title`: must be text, not nothing"),
    (BOAT, "title: A boat is late", "title: 12", "`title`: must be text, not `12`; put it in quotes"),
    (BOAT, "title: A boat is late", 'title: " "', "`title`: is empty; write the text, or delete the field"),
    (BOAT, "when: [a crossing was late]", "when: late", '`when`: must be a list, not `late`; write ["late"] or lines'),
    (BOAT, "actions: [Find the crossing, Refund it]", "actions: []", "`actions`: must have at least 1 entry"),
    (BOAT, "values: [own-it]", "values: [Own it]", "`values[0]`: `Own it` is not an id; use a-z, 0-9, - and _"),
    (
        BOAT,
        "{if: someone fell, to: bridge",
        "{when: x, if: someone fell, to: bridge",
        "`escalate_if[0].when`: unknown field `when`",
    ),
    (
        BOAT,
        "{default: crossing,",
        "{defalt: x, default: crossing,",
        "`slots.boat.defalt`: unknown field `defalt`; did you mean `default`?",
    ),
    (BOAT, "check: the refund arrived", "check: 7", "`follow_up.check`: must be text, not `7`; put it in quotes"),
    (BOAT, "    short: [\"I've", "    shrt: [\"I've", "`moves.act.shrt`: `shrt` is not allowed; did you mean `short`?"),
    (
        BOAT,
        '"You waited and nobody told you about the {boat}."',
        "12",
        "`moves.hear[1]`: must be text, not `12`; put it in quotes",
    ),
    ("values.yaml", "schema: 1", "schema: 2", "`schema`: `2` is not allowed; must be 1"),
    (
        "values.yaml",
        "changes: [order, speed, who_is_told]",
        "changes: [order, remedy]",
        "`influence.changes[1]`: `remedy` is not allowed",
    ),
    ("values.yaml", "max: 50, reason_required: true", "max: 50, reason_required: yes", "must be true or false, not `yes`"),
    ("values.yaml", "max: 50,", "max: 50, in_return_for: praise,", "unknown field `in_return_for`"),
    (
        "values.yaml",
        "limits: {refund: 40,",
        "limits: {refund: lots,",
        "`empowerment.roles.deck.limits.refund`: must be a number, not `lots`",
    ),
    ("values.yaml", "limits: {refund: 40,", "limits: {refund: '40',", "`empowerment.roles.deck.limits.refund`: must be a number"),
    ("values.yaml", "limits: {refund: 40,", "limits: {refund: -1,", "`empowerment.roles.deck.limits.refund`: must be at least 0"),
    ("values.yaml", "  3: {name: significant,", "  7: {name: significant,", "`severity_levels[7]`: must be at most 5"),
    (
        "values.yaml",
        "house: 240, family: short",
        "house: 240, famly: short",
        "`channels.x.famly`: unknown field `famly`; did you mean `family`?",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), MISTAKES)
def test_a_mistake_is_named_at_its_line_without_jargon(file: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    company = write_company(tmp_path)
    line = company.edit(file, old, new)
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path)
    message = str(caught.value)
    assert any(text.startswith(f"{file}:{line} ") and said in text for text in message.split("\n")), message
    assert not [word for word in JARGON if word in message]


def test_a_missing_field_is_reported_where_it_should_be(tmp_path: Path) -> None:
    company = write_company(tmp_path)
    company.edit(BOAT, "owner: bridge\n", "")
    line = company.edit(BOAT, "{remedy: refund, text: Refund the crossing}", "{remedy: refund}")
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path)
    assert str(caught.value).split("\n") == [
        f"{BOAT}:1 `owner`: is missing; add `owner:`",
        f"{BOAT}:{line} `may[0].text`: is missing; add `text:`",
    ]


def test_every_problem_of_every_file_is_reported_at_once(tmp_path: Path) -> None:
    company = write_company(tmp_path)
    company.edit(BOAT, "severity: 3", "severity: high")
    company.edit(BOAT, "do: [Say", "doo: [Say")
    company.write("knowledge/playbooks/wrong-fare.md", "---\nid: [\n---\n")
    company.edit("values.yaml", "hours: always", "hours: 24")
    company.write("knowledge/examples/late-boat.txt", b"caf\xe9\n")
    company.edit("knowledge/guides/hiding.md", "id: hiding", "id: hidden")
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path)
    files = [problem.file.rpartition("/")[2] for problem in caught.value.problems]
    assert files == ["late-boat.txt", "hiding.md", "late-boat.md", "late-boat.md", "late-boat.md", "wrong-fare.md", "values.yaml"]


@pytest.mark.parametrize(
    ("word", "known", "mend"),
    [
        ("refnud", ["refund", "replace"], "did you mean `refund`?"),
        ("zzz", ["refund", "replace"], "known: refund, replace"),
        ("zzz", [], "there are none yet"),
        (
            "zzz",
            [f"a{number:02}" for number in range(20)],
            "known: a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, ...",
        ),
    ],
)
def test_an_unknown_word_gets_the_nearest_known_one(word: str, known: list[str], mend: str) -> None:
    assert did_you_mean(word, known) == mend
