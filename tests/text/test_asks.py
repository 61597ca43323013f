"""A reply must not make its reader tell private things in public."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.asks import asks_for_private


@pytest.mark.parametrize(
    "text",
    [
        "post your card number",
        "send us your password",
        "Please DM us your card number",
        "Tell us your PIN so we can verify you",
        "Message us your password",
        "Please provide the one-time code we texted you",
        "give us your CVV to process this",
        "Please s\u200bend us your c\u200bard number",
    ],
)
def test_a_secret_is_not_asked_for_by_any_way(text: str) -> None:
    assert any(ask.secret for ask in asks_for_private(text))


@pytest.mark.parametrize(
    "text",
    [
        "What's your booking reference?",
        "reply with your order number and date of birth",
        "Can you share your email address?",
        "Could I get your phone number please?",
        "We need your order number.",
        "Your order number please?",
        "Order number?",
        "Drop your email below and we'll help",
        "Please comment with your confirmation code",
        "May I have your full name and address?",
        "Please confirm your home address.",
        "DM us. What's your booking reference?",
        "Share your account details with us",
        "Please send us a photo of your passport",
        "Please send us the email address you booked with.",
    ],
)
def test_private_data_is_not_asked_for_in_public(text: str) -> None:
    assert asks_for_private(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please message us your booking reference (never card numbers)",
        "never share passwords here",
        "Please DM your booking reference (never card numbers here). I'll post an update by 6pm ET. ^Mo",
        "Send us a DM with your order number.",
        "We will never ask for your PIN.",
        "Please don't post your order number here.",
        "I've sent you an email.",
        "You can change your password at example.com/reset",
        "Please send us a message. Include your booking reference and we'll look.",
        "We'll email you by 5pm",
        "I've found your booking.",
        "I've sent the details to your email.",
        "Please remove your phone number from your post to stay safe.",
        "Email us at help@example.com with your order number",
        "We can't discuss account details in public.",
        "Please call the number on the back of your card.",
        "Thanks, could you tell us which flight?",
        "Send me a direct message with the booking code, no card details please.",
        "Please keep your card details to yourself",
        "Could you send us a private message with your address?",
        "We never need your password to help.",
        "Have you got the email we sent?",
        "Could you check your email please?",
    ],
)
def test_a_private_way_and_a_warning_are_no_asks(text: str) -> None:
    assert asks_for_private(text) == []


def test_an_ask_says_where_and_what() -> None:
    text = "Sorry! What's your booking reference?"
    (ask,) = asks_for_private(text)
    assert (text[ask.start : ask.end], ask.what, ask.secret) == ("booking reference", "booking reference", False)


@given(st.text(max_size=200))
def test_asks_lie_in_the_text(text: str) -> None:
    assert all(0 <= ask.start < ask.end <= len(text) for ask in asks_for_private(text))
