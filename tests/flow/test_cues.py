from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.cues import CueBook, CueError, CueList, problem_in
from bot.flow.words import Words

GROUPS = {"child": ("baby", "toddler*")}


def found(cue: str, post: str, *unless: str) -> bool:
    book = CueBook([CueList("it", (cue,), unless)], GROUPS)
    return "it" in book.find(Words.of(post))


@pytest.mark.parametrize(
    ("cue", "post"),
    [
        ("kill myself", "I'll KILL MYSELF"),
        ("burn*", "it burned"),
        ("burn*", "burnin smell"),
        ("lift|elevator broken", "elevator broken"),
        ("(sick|throwing up) after", "been throwing up after lunch"),
        ("(sick|throwing up) after", "sick after lunch"),
        ("# stitches", "eleven stitches"),
        ("# stitches", "11 stitches"),
        ("broke ... arm", "broke her right upper arm"),
        ("plug + melted", "it melted, the wall and the plug"),
        ("<child> & hospital", "the baby is fine now. " + "word " * 60 + "we left the hospital"),
        ("<child>", "our toddler's"),
        ("dont see the point", "I do not see the point"),
        ("dont see the point", "dont see the point"),
        ("dont see the point", "don’t see the point"),
        ("you are next", "u r next"),
        ("help", "heeeelp"),
        ("ambulance", "called an ambulence"),
        ("hospital", "in hosptial"),
        ("discriminated", "I was discrimnated against"),
        ("3 yr old", "my 3yr old"),
    ],
)
def test_a_cue_finds_what_it_means(cue: str, post: str) -> None:
    assert found(cue, post)


@pytest.mark.parametrize(
    ("cue", "post"),
    [
        ("sue", "pursue the issue"),
        ("kill myself", "myself I kill weeds"),
        ("broke ... arm", "broke a b c d e arm"),
        ("plug + melted", "plug " + "word " * 13 + "melted"),
        ("exploded", "we explored the shop"),
        ("threat", "a lovely treat"),
        ("injured", "I am insured"),
        ("spitting", "spotting planes"),
        ("roaches", "the queue reaches the road"),
    ],
)
def test_a_cue_does_not_find_what_only_looks_alike(cue: str, post: str) -> None:
    assert not found(cue, post)


def test_unless_cancels_only_the_cue_that_it_covers() -> None:
    assert not found("kill*", "this queue is killing me", "killing me")
    assert found("kill*", "this queue is killing me and he will kill her", "killing me")


def test_unless_covers_the_words_that_its_dots_skip() -> None:
    assert not found("fire", "this new deal of yours is on fire", "deal ... on fire")


@pytest.mark.parametrize("cue", ["", "a + ", "... x", "x ...", "a + b & c", "<nobody>", "ab*", "(a|b", "im|gone", "@", "is @"])
def test_a_cue_that_cannot_be_read_is_refused_with_the_cue_in_the_message(cue: str) -> None:
    assert problem_in(cue, GROUPS)
    with pytest.raises(CueError):
        CueBook([CueList("it", (cue,))], GROUPS)


def test_phrases_stand_in_brackets_and_bare_alternatives_are_single_words() -> None:
    assert "brackets" in problem_in("i'm|gone")
    assert problem_in("(i'm|gone) home") == ""


def test_the_hit_names_the_managers_phrase_and_where_it_begins() -> None:
    hit = CueBook([CueList("it", ("gas leak*",))]).find(Words.of("There is a gas leak here"))["it"]
    assert (hit.cue, hit.start) == ("gas leak*", 3)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    CueBook([CueList("it", ("burn*", "a ... b + #"), ("burn* out",))]).find(Words.of(text))


@given(st.sampled_from(["a ", "a b ", "b a ", "a a b "]), st.integers(500, 1300))
def test_a_text_made_to_be_slow_is_read_in_a_tenth_of_a_second(piece: str, times: int) -> None:
    book = CueBook(
        [CueList("it", ("a ... a ... a ... a ... a ... a ... c", "a + b + c", "a ... b ... zebra"), ("a ... b ... a ... b",))]
    )
    started = time.process_time()
    book.find(Words.of(piece * times))
    assert time.process_time() - started < 0.1
