"""Where the links of a post are, by X's rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.urls import find_links


def links(text: str) -> list[str]:
    return [text[link.start : link.end] for link in find_links(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see http://example.com/a?b=c#d.", ["http://example.com/a?b=c#d"]),
        ("(example.com/a)", ["example.com/a"]),
        ("en.wikipedia.org/wiki/Tram_(vehicle)!", ["en.wikipedia.org/wiki/Tram_(vehicle)"]),
        ("help.example.co.uk:8080/x, then", ["help.example.co.uk:8080/x"]),
        ("HTTPS://EXAMPLE.COM", ["HTTPS://EXAMPLE.COM"]),
        ("日本語example.comの", ["example.com"]),
        ("http://例え.みんな/", ["http://例え.みんな/"]),
        ("http://xn--fsq.xn--p1ai", ["http://xn--fsq.xn--p1ai"]),
        ("https://t.co/AbC123.", ["https://t.co/AbC123"]),
        ("a.com b.org", ["a.com", "b.org"]),
        ("example.com?q=1", ["example.com?q=1"]),
    ],
)
def test_a_link_ends_where_a_reader_would_end_it(text: str, found: list[str]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "jane@example.com",
        "@example.com",
        "#example.com",
        "version 4.2.1",
        "etc.etc",
        "-example.com",
        "end.Next",
        "http://nodots",
        "a..com",
        "...",
    ],
)
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    assert links(text) == []


@given(st.text(alphabet=st.sampled_from("ab.-_/:@()ht ps?字.com"), max_size=80))
def test_links_are_in_order_inside_the_text_and_apart(text: str) -> None:
    position = 0
    for link in find_links(text):
        assert position <= link.start < link.end <= len(text)
        assert "." in link.host
        position = link.end
