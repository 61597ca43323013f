"""A post is found in a message whatever tool put it there, and its link goes with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.feed import FeedPost, plain_text, read_message, read_post

POST = "Third parcel in a row marked delivered while I stood at my own front door."
TWEET = "https://x.com/dana/status/1883"
HEADER = "New post on X by Dana (@dana_w, 12.4k followers)"


def test_words_alone_are_the_post() -> None:
    assert read_post(POST) == FeedPost(POST)


def test_a_link_to_a_network_says_the_channel() -> None:
    assert read_post(f"{POST}\n{TWEET}") == FeedPost(POST, TWEET, "x")


def test_a_link_inside_the_customers_sentence_stays_there() -> None:
    said = "I bought it at https://shop.example.com/p/1 and it broke."
    assert read_post(said, "https://slack/archives/C1/p1") == FeedPost(said, "https://slack/archives/C1/p1")


def test_the_line_of_a_listening_tool_is_not_the_customers_words() -> None:
    found = read_post(f"{HEADER}\n{POST}\nhttps://x.example.com/dana/1")
    assert found == FeedPost(POST, "https://x.example.com/dana/1", "X", "@dana_w", 12_400)


def test_a_message_of_one_line_is_a_post_even_when_it_sounds_like_an_announcement() -> None:
    said = "My review on your site by the way was deleted, why?"
    assert read_post(said).text == said


def test_the_post_is_found_in_blocks_before_the_fallback_text() -> None:
    message = {
        "text": "fallback for screen readers",
        "blocks": [
            {"type": "section", "text": {"type": "mrkdwn", "text": f"*{HEADER}*"}},
            {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": [{"type": "text", "text": POST}]}]},
            {"type": "context", "elements": [{"type": "mrkdwn", "text": f"<{TWEET}|View post>"}]},
            {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Assign"}}]},
        ],
    }
    assert read_message(message) == FeedPost(POST, TWEET, "x", "@dana_w", 12_400)


def test_the_post_is_found_in_an_attachment() -> None:
    message = {"text": "", "attachments": [{"pretext": HEADER, "text": POST, "title_link": TWEET}]}
    assert read_message(message) == FeedPost(POST, TWEET, "x", "@dana_w", 12_400)


def test_without_a_link_the_messages_own_permalink_is_kept() -> None:
    assert read_message({"text": POST}, "https://local/archives/C1/p1").link == "https://local/archives/C1/p1"


def test_slacks_entities_and_links_are_undone() -> None:
    assert plain_text("I &lt;3 it &amp; <https://example.com|this> <@U1|mo> <!here>") == "I <3 it & https://example.com mo !here"


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_nothing_is_invented(text: str) -> None:
    found = read_post(text)
    assert all(line in text for line in found.text.splitlines())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["type", "text", "elements", "fields", "url", "unicode"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_blocks_of_any_shape_do_no_harm(block: object) -> None:
    read_message({"text": "x", "blocks": [block] if isinstance(block, dict) else []})
