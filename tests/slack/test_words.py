"""Plain words and verbs lead to the same answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.words import Wanted, asks_us, read_words, unquoted


@pytest.mark.parametrize(
    ("text", "verb", "rest"),
    [
        ("", "help", ""),
        ("help", "help", ""),
        ("Hello!", "help", ""),
        ("may I refund 80", "may", "refund 80"),
        ("can I give them a new one, it was 120?", "may", "give them a new one, it was 120?"),
        ("am I allowed to waive the change fee", "may", "waive the change fee"),
        ("check: So sorry, I'll refund you today. ^Mo", "check", "So sorry, I'll refund you today. ^Mo"),
        ("check my words: we never said that", "check", "we never said that"),
        ("values", "values", ""),
        ("show me our values", "values", ""),
        ("playbooks", "playbooks", ""),
        ("playbooks late delivery", "playbooks", "late delivery"),
        ("holding", "holding", ""),
        ("holding line for: someone fell on the stairs", "holding", "someone fell on the stairs"),
        ("ask: who answers reporters", "ask", "who answers reporters"),
        ("reply: my parcel never came", "reply", "my parcel never came"),
        ("Draft a reply to this post: my parcel never came", "reply", "my parcel never came"),
        ("draft a reply to this tweet my parcel never came", "reply", "my parcel never came"),
        ("gave 80 refund", "gave", "80 refund"),
        ("gave: $80 in vouchers", "gave", "$80 in vouchers"),
        ("on call", "oncall", ""),
        ("Who's on call now?", "oncall", ""),
        ("hide?", "hide", ""),
        ("may I delete this comment", "hide", "delete this comment"),
        ("can I block him", "hide", "block him"),
        ("am I allowed to hide a review that lies", "hide", "hide a review that lies"),
        ("May we take down the post with her address?", "hide", "take down the post with her address?"),
        ("my parcel never came", "plain", "my parcel never came"),
        ("“my parcel never came”", "plain", "my parcel never came"),
    ],
)
def test_a_verb_is_read_however_it_is_said(text: str, verb: str, rest: str) -> None:
    assert (read_words(text).verb, read_words(text).rest) == (verb, rest)


@pytest.mark.parametrize("verb", ["check", "ask", "reply", "holding", "may", "gave"])
def test_after_sayso_a_bare_verb_is_enough(verb: str) -> None:
    assert read_words(f"{verb} these words", after_sayso=True) == Wanted(verb, "these words")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "post",
    [
        "Can I get a refund? The coach never came and nobody answers.",
        "Holding my crying toddler at gate 4 for three hours, thanks a lot",
        "Check in was a mess",
        "Ask your manager why my order is late",
        "Checked in online and they still gave my room away",
        "Values? You have none. Shame on you.",
        "Help me understand why my order is in Ohio",
        "Reply to my emails for once",
        "Can I delete my account? Nobody answers",
        "Can I block this card? I lost it",
        "Can I delete the photos you posted of my kid?",
        "Should I report this to the police?",
        "gave 80 dollars for junk and it broke",
        "On call with your support for two hours",
        "Hide and seek with your customer service",
    ],
)
def test_a_customers_post_is_never_taken_for_a_verb(post: str) -> None:
    assert read_words(post).verb == "plain"


@pytest.mark.parametrize(
    "question", ["What may we promise a stranded guest?", "Who do I tell about a reporter?", "May I hide a comment on our page?"]
)
def test_a_colleagues_question_reads_like_one(question: str) -> None:
    assert asks_us(question)


@pytest.mark.parametrize("post", ["Your coach left without us.", "Worst hotel ever, never again!", "Where is my parcel?? Day 9."])
def test_a_customers_post_does_not_read_like_a_colleagues_question(post: str) -> None:
    assert not asks_us(post)


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    wanted = read_words(text)
    assert wanted.rest in text or wanted.rest in unquoted(text)
