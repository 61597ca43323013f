"""What must not stand in public, and what may."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.text.clean import MAX_CHARS
from bot.text.privacy import find_private, redact

CARD = "4111 1111 1111 1111"


def found(text: str, **ours: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in find_private(text, **ours)]


@pytest.mark.parametrize(
    ("text", "kind", "datum"),
    [
        ("my card 4111 1111 1111 1111 is lost", "card", "4111 1111 1111 1111"),
        ("paid with 378282246310005 yesterday", "card", "378282246310005"),
        ("4111111111111111 12/27 123", "card", "4111111111111111 12/27 123"),
        ("to GB82 WEST 1234 5698 7654 32 please", "iban", "GB82 WEST 1234 5698 7654 32"),
        ("my iban is de89370400440532013000", "iban", "de89370400440532013000"),
        ("call me on (202) 555-0172", "phone", "(202) 555-0172"),
        ("ring +44 7700 900123 now", "phone", "+44 7700 900123"),
        ("call 1-800-FLOWERS", "phone", "1-800-FLOWERS"),
        ("write to jane.doe+x@example.co.uk.", "email", "jane.doe+x@example.co.uk"),
        ("SSN 460-89-9847", "ssn", "460-89-9847"),
        ("from 192.168.0.1", "ip", "192.168.0.1"),
        ("from 2001:db8::1 again", "ip", "2001:db8::1"),
        ("Dana, your order 88213 was delivered", "order_reference", "88213"),
        ("order 4471-22", "order_reference", "4471-22"),
        ("your booking reference is KXQZTR", "order_reference", "KXQZTR"),
        ("booking X7K2PQ", "order_reference", "X7K2PQ"),
        ("parcel 1Z999AA10123456784", "order_reference", "1Z999AA10123456784"),
        ("#44871 is open", "order_reference", "#44871"),
        ("delivered to 14 Elm St yesterday", "address", "14 Elm St"),
        ("at 221B Baker Street", "address", "221B Baker Street"),
        ("in der Hauptstraße 12", "address", "Hauptstraße 12"),
        ("au 12 rue de Rivoli", "address", "12 rue de Rivoli"),
        ("SW1A 1AA", "address", "SW1A 1AA"),
        ("she was born on 12 May 1985", "birth_date", "12 May 1985"),
        ("DOB: 1985-05-12", "birth_date", "1985-05-12"),
        ("her passport number 533401234", "document", "533401234"),
        ("number plate AB12 CDE", "document", "AB12 CDE"),
        ("your password is hunter2", "secret", "hunter2"),
        ("PIN 4471", "secret", "4471"),
        ("token xoxb-1234-abcdef", "secret", "xoxb-1234-abcdef"),
        ("token xapp-1-A02-abc", "secret", "xapp-1-A02-abc"),
    ],
)
def test_personal_data_is_found_where_it_stands(text: str, kind: str, datum: str) -> None:
    assert (kind, datum) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "4111\u200b1111\u200b1111\u200b1111",
        "４１１１ １１１１ １１１１ １１１１",
        "4111\u00a01111\u20111111\u20131111",
        "4111.1111.1111.1111",
        "4111_1111_1111_1111",
        "4111,1111,1111,1111",
        "4111 - 1111 - 1111 - 1111",
        "٤١١١ ١١١١ ١١١١ ١١١١",
        "4111\U000e00201111\ufe0f11111111",
        "#4111111111111111",
        "@4111111111111111",
    ],
)
def test_a_disguised_card_number_is_still_a_card_number(text: str) -> None:
    assert [span.kind for span in find_private(f"it is {text} ok")] == ["card"]


@pytest.mark.parametrize(
    "text",
    [
        "jane [at] gmail dot com",
        "jane.doe (at) example (dot) co.uk",
        "jane at gmail.com",
        "jane at example dot com",
        "jane\u200b@\u200bexample.com",
        "jane＠example．com",
        "jane @ gmail.com",
    ],
)
def test_a_spelt_out_address_is_still_an_address(text: str) -> None:
    assert [span.kind for span in find_private(f"write to {text} please")] == ["email"]


@pytest.mark.parametrize(
    "text",
    [
        "by 4:30pm today",
        "on 12 May 2024 at 9:00-17:30",
        "that's $1,200.50 or 1200 dollars, up 20%",
        "flight BA 117 from gate B17 is a B737-700",
        "466,000 people since 2015-2019",
        "open 24/7, 365 days",
        "call 988, 116 123 or 911",
        "use code SUMMER20 for 20% off",
        "version 4.2.1 fixes it",
        "your password is safe with us",
        "forgot your password? Reset it at example.com",
        "look at example.com",
        "a 10 minutes drive down the road, a 5 star place",
        "300 tickets in 24 hours, ticket 2024",
        "a claim of 5000 points",
        "12/05/2024 3 people",
        "EU261 gives 250 euros within 14 days",
        "case closed 2023, account is locked",
        "ticket to the 2026 World Cup",
        "@user1234567 thanks",
        "PIN is required",
        "Order by 6 May",
        "Boeing 737-900",
        "12:45, 18:30 and 23:59:59",
    ],
)
def test_ordinary_figures_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_our_own_numbers_and_addresses_may_stand_in_any_notation() -> None:
    text = "Call 1-800-555-0100 or write to help@mail.example.com, see https://example.com/t/99887766"
    ours = {"allowed": ("+1 (800) 555 0100",), "allowed_domains": ("example.com",)}
    assert found(text, **ours) == []
    assert [kind for kind, _ in found(text)] == ["phone", "email", "order_reference"]


def test_a_domain_that_only_ends_like_ours_is_not_ours() -> None:
    assert found("jane@notexample.com", allowed_domains=("example.com",)) == [("email", "jane@notexample.com")]


def test_a_redacted_text_names_the_kind_and_keeps_the_rest() -> None:
    assert redact(f"Card {CARD}, mail a@b.com.") == "Card [card], mail [email]."


def test_what_is_too_long_to_examine_is_not_logged() -> None:
    assert redact("a " * MAX_CHARS + CARD).endswith("[cut]")
    assert "4111" not in redact("a " * MAX_CHARS + CARD)


pieces = st.sampled_from(
    [
        "4111 1111 1111 1111",
        "a@b.com",
        "order 12345",
        "call ",
        "\u200b",
        "5",
        " ",
        "-",
        "12 Elm St",
        "GB82WEST12345698765432",
        "@",
        "[",
        "at",
        "dot",
        ".",
    ]
)
odd = st.one_of(st.text(max_size=120), st.lists(pieces, max_size=15).map("".join))


@given(odd)
@example("\ufdfa\ufdfa" + CARD)
def test_finds_lie_in_the_text_in_order_and_apart(text: str) -> None:
    position = 0
    for span in find_private(text):
        assert position <= span.start < span.end <= len(text)
        position = span.end


@given(odd)
def test_nothing_is_left_to_find_in_a_redacted_text(text: str) -> None:
    assert find_private(redact(text)) == []


@given(st.text(alphabet="\u200b\u2060\ufe0f \u00a0-", max_size=3))
def test_no_invisible_character_hides_a_card(between: str) -> None:
    text = between.join(["4111", "1111", "1111", "1111"])
    assert [span.kind for span in find_private(text)] == ["card"]
