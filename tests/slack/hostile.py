"""Texts that somebody may paste, most of them to do harm."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = (
    "<!channel>",
    "<https://evil.example|Approve>",
    "&lt;",
    "```",
    "*",
    "_",
    ">",
    "&",
    ":tada:",
    "\u202e",
    "\u200b",
    "\ud800",
    "\x00",
)
EMOJI = ("👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇬🇧", "👍🏽", "e\u0301", "❤️")

hostile_texts = st.lists(
    st.one_of(st.sampled_from(MARKUP), st.sampled_from(EMOJI), st.text(max_size=20), st.characters()), max_size=30
).map("".join)
"""Short texts of markup, emoji, marks that turn round or hide, and anything else."""

long_texts = st.builds(
    lambda piece, times: piece * times, hostile_texts.filter(bool), st.integers(1, 4000).map(lambda n: n // 8 + 1)
)
"""The same, up to several times as long as anything that Slack takes."""
