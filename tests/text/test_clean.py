"""What a string says to a machine."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.clean import MAX_CHARS, clip, fold, matching_copy, safe_for_terminal, suspicious_characters, visible

anything = st.text(alphabet=st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("Ｈｅｌｌｏ", "hello"),
        ("rе\u200bfund the раymеnt", "refund the payment"),  # Cyrillic е, р, а, and a zero-width space
        ("“don’t” — stop", '"don\'t" - stop'),
        ("card ４１１１ ٤٢", "card 4111 42"),
        ("a\u00a0b\u2003c\n\td", "a b c d"),
        ("ΡΑΥΡΑL", "paypal"),
        ("he\u202ello\U000e0041\ufe0f", "hello"),
        ("STRASSE straße", "strasse strasse"),
        ("x\x00y\x07z", "xyz"),
    ],
)
def test_disguises_come_off(disguised: str, plain: str) -> None:
    assert matching_copy(disguised) == plain


@pytest.mark.parametrize("word", ["привет", "мир и труд", "καλημέρα", "москва2024"])
def test_honest_cyrillic_and_greek_stay(word: str) -> None:
    assert matching_copy(word) == word


@given(anything)
def test_a_matching_copy_is_its_own_matching_copy(text: str) -> None:
    copy = matching_copy(text)
    assert matching_copy(copy) == copy


@given(anything)
def test_a_matching_copy_holds_nothing_invisible(text: str) -> None:
    assert not suspicious_kinds(matching_copy(text)) & {"bidi", "tag", "surrogate"}


def suspicious_kinds(text: str) -> set[str]:
    return {found.kind for found in suspicious_characters(text)}


@given(anything)
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= start < max(1, len(text)) for start in folded.starts)


def test_a_folded_span_covers_what_was_dropped_inside_it() -> None:
    text = "x4\u200b2y"
    folded = fold(text)
    start, end = folded.span(folded.text.index("4"), folded.text.index("y"))
    assert text[start:end] == "4\u200b2"


def test_no_more_than_the_limit_is_looked_at() -> None:
    assert clip("a" * MAX_CHARS) == ("a" * MAX_CHARS, False)
    assert clip("a" * (MAX_CHARS + 1)) == ("a" * MAX_CHARS, True)
    assert len(matching_copy("\ufdfa" * 50_000)) <= MAX_CHARS


@pytest.mark.parametrize(
    ("text", "seen"), [("", False), (" \u200b\ufe0f😀!?", False), ("\u3164", False), ("a", True), ("7", True), ("字", True)]
)
def test_only_letters_and_digits_are_something_to_read(text: str, seen: bool) -> None:
    assert visible(text) is seen


def test_printing_a_post_cannot_move_the_cursor_or_turn_text_round() -> None:
    assert safe_for_terminal("ok\x1b[2J\u202e\r!\nnext\t.") == "ok<U+001B>[2J<U+202E><U+000D>!\nnext\t."


@given(anything)
def test_what_is_printed_holds_no_control_character(text: str) -> None:
    shown = safe_for_terminal(text)
    assert not {"Cc", "Cf", "Cs"} & {unicodedata.category(character) for character in shown if character not in "\n\t"}


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("ab\u202ecd", "bidi", 2, 3),
        ("a\U000e0041", "tag", 1, 2),
        ("a\ud800b", "surrogate", 1, 2),
        ("e\u0301\u0301\u0301\u0301x", "combining", 1, 5),
    ],
)
def test_what_has_no_honest_use_is_named_with_its_place(text: str, kind: str, start: int, end: int) -> None:
    assert [(found.kind, found.start, found.end) for found in suspicious_characters(text)] == [(kind, start, end)]


@pytest.mark.parametrize("text", ["Zoë said hi", "e\u0301\u0301\u0301", "👨\u200d👩\u200d👧", "नमस्ते", "Tiếng Việt"])
def test_ordinary_writing_is_not_suspicious(text: str) -> None:
    assert suspicious_characters(text) == []
