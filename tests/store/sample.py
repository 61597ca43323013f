"""A draft to keep, a hand-over of it, and the worst that people can write into them."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.kept import Brief, HandOver, Kept
from bot.model import Ask

NOW = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)
HOSTILE = [
    "",
    "\0",
    "half \ud83d an emoji",
    "\ud83d\ude00 two halves",
    "\\u0000 \\ \\\\ud83d",
    "'; DROP TABLE drafts; --",
    "%s %(text)s :text ? {text}",
    "\u202egnp.exe \u200b\ufeff",
    "e\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "line\r\nline\u2028line\x1b[31m",
    "null",
    "[1, 2]",
]


def kept(
    name: str = "d_1", team: str = "T1", asker: str = "U1", text: str = "I've got this. ^Mo", post: str = "my bag is gone"
) -> Kept:
    return Kept(
        id=name,
        team=team,
        asker=asker,
        ask=Ask(post, channel="facebook", followers=12, replies=("one", "two"), seed=3, short=True),
        brief=Brief(link="https://x.com/a/1", know="bag tag 12", done="looked"),
        text=text,
        own_words=False,
        playbook="damaged-lost-belongings@1a2b3c4d",
        verdict="go",
        severity=4,
        made=NOW,
        changed=NOW,
        ticked=(0, 2),
    )


def given(name: str = "h_1", draft: str = "d_1", team: str = "T1") -> HandOver:
    return HandOver(name, draft, team, "U1", "safety", "May we refund?", NOW)


def texts() -> st.SearchStrategy[str]:
    """Anything that a Python string can be, broken surrogates too."""
    return st.sampled_from(HOSTILE) | st.text(st.characters(), max_size=80) | st.text("\\u0d8\0\ud83d\ude00", max_size=12)


def moments() -> st.SearchStrategy[datetime]:
    return st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=st.timezones())  # noqa: DTZ001, as the zones come beside


def drafts() -> st.SearchStrategy[Kept]:
    """Every draft that could be kept."""
    asks = st.builds(
        Ask,
        text=texts(),
        channel=texts(),
        role=texts(),
        followers=st.none() | st.integers(),
        checked=st.booleans(),
        name=texts(),
        seed=st.integers(),
        replies=st.lists(texts(), max_size=3).map(tuple),
        playbook=texts(),
        poster=texts(),
        short=st.booleans(),
    )
    return st.builds(
        Kept,
        id=texts(),
        team=texts(),
        asker=texts(),
        ask=asks,
        brief=st.builds(Brief, texts(), texts(), texts(), texts()),
        text=texts(),
        own_words=st.booleans(),
        playbook=texts(),
        verdict=st.sampled_from(["go", "go_and_tell", "hold"]),
        severity=st.integers(1, 5),
        made=moments(),
        changed=moments(),
        state=st.sampled_from(["open", "posted", "handed_over"]),
        posted_link=texts(),
        ticked=st.lists(st.integers(0, 20), max_size=4).map(tuple),
    )
