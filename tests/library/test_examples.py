"""Posts, one a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.library.examples import read_posts


def test_hashtags_are_posts_and_double_hashes_are_comments() -> None:
    posts = read_posts(b"## where these are from\n#stranded again\n\n  late again  \n##late\n# fail\n", "f.txt")
    assert posts.texts == ("#stranded again", "late again", "##late", "# fail")
    assert posts.lines == (2, 4, 5, 6)


def test_a_written_line_break_becomes_one() -> None:
    assert read_posts(rb"first\nsecond", "f.txt").texts == ("first\nsecond",)


def test_a_post_that_stands_twice_is_kept_once_and_reported() -> None:
    posts = read_posts(b"late\nother\nlate\n", "f.txt")
    assert posts.texts == ("late", "other")
    assert [str(problem) for problem in posts.problems] == ["f.txt:3: the same post as on line 1; delete one of them"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ok\n" + b"x" * 4_001, "f.txt:2: the post has 4,001 characters; at most 4,000"),
        (b"x\n" * 300_000, "f.txt:1: the file has 600,000 bytes; at most 524,288"),
        (b"ok\ncaf\xe9\n", "f.txt:2: byte 0xE9 is not UTF-8"),
        ("ok\nrefund \u202eeerf\n".encode(), "f.txt:2: contains U+202E RIGHT-TO-LEFT OVERRIDE"),
        (b"ok\n<<<<<<< HEAD\nmine\n", "f.txt:2: a git merge was left unfinished"),
    ],
)
def test_what_cannot_be_a_post_is_refused_at_its_line(data: bytes, said: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_posts(data, "f.txt")
    assert said in str(caught.value)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_knowledge_error(data: bytes) -> None:
    try:
        posts = read_posts(data, "f.txt")
    except KnowledgeError:
        return
    assert all(text.strip() == text != "" or "\n" in text for text in posts.texts)
