"""Money in figures and words."""

from __future__ import annotations

import pytest

from bot.text.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$1,200.50", 1200.5, "$"),
        ("500 USD", 500.0, "USD"),
        ("EUR 40", 40.0, "EUR"),
        ("£20", 20.0, "GBP"),
        ("US$ 5", 5.0, "USD"),
        ("C$650.88", 650.88, "CAD"),
        ("2k dollars", 2000.0, "$"),
        ("$3 million", 3e6, "$"),
        ("fifty dollars", 50.0, "$"),
        ("a hundred and fifty pounds", 150.0, "GBP"),
        ("twenty-five euros", 25.0, "EUR"),
        ("20%", 20.0, "%"),
        ("15 per cent", 15.0, "%"),
        ("30€", 30.0, "EUR"),
    ],
)
def test_an_amount_is_read_with_its_currency(text: str, value: float, currency: str) -> None:
    (amount,) = find_amounts(f"We paid {text} to you.")
    assert (amount.value, amount.currency) == (value, currency)


@pytest.mark.parametrize("text", ["20 minutes", "flight 117", "two hours", "4.2.1", "B17"])
def test_other_figures_are_no_money(text: str) -> None:
    assert find_amounts(text) == []
