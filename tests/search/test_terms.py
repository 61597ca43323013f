"""Terms say what a post is about, and survive how it is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.search.terms import letter_terms, plain, stem_terms, word_terms


def test_who_is_spoken_to_and_where_links_lead_are_no_terms() -> None:
    assert word_terms("@NorthAir lost my bag https://x.example/a?b=1") == word_terms("lost my bag")


def test_a_post_of_nothing_but_a_handle_is_still_read() -> None:
    assert plain("@northair") == "@northair"


def test_a_misspelt_word_shares_most_of_its_letter_runs() -> None:
    right, wrong = set(letter_terms("luggage")), set(letter_terms("lugage"))
    assert len(right & wrong) / len(right | wrong) > 0.3
    assert not set(word_terms("luggage")) & set(word_terms("lugage"))


def test_emoji_are_words() -> None:
    assert "😡" in word_terms("again 😡")


def test_case_and_width_do_not_matter() -> None:
    assert word_terms("LOST Ｂａｇ") == word_terms("lost bag")


def test_stems_join_the_forms_of_a_word() -> None:
    assert stem_terms("delays delayed the delaying") == ["delay"] * 3


@given(st.text(st.characters(), max_size=400))
def test_any_text_can_be_taken_apart(text: str) -> None:
    for terms in (word_terms(text), letter_terms(text), stem_terms(text)):
        assert all(isinstance(term, str) and term for term in terms)


def test_a_giant_text_gives_no_more_terms_than_its_first_part() -> None:
    assert len(letter_terms("wordy " * 100_000)) < 20_000
