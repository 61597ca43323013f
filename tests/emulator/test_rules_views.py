"""Views are refused where Slack refuses them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.emulator.rules.views import problems, too_large
from tests.emulator.blocks import home, input_block, modal, mrkdwn, plain, section


def test_a_modal_and_a_home_tab_are_taken() -> None:
    assert problems(modal(input_block(), submit=plain("Go"), close=plain("No"), notify_on_close=True)) == []
    assert problems(home(input_block(), callback_id="home", private_metadata="x")) == []


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (modal(title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(title=mrkdwn()), "unsupported type: mrkdwn [json-pointer:/view/title/type]"),
        (modal(submit=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (modal(close=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/close/text]"),
        (
            modal(private_metadata="x" * 3001),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        (modal(callback_id="x" * 256), "must be less than 256 characters [json-pointer:/view/callback_id]"),
        (modal(external_id="x" * 256), "must be less than 256 characters [json-pointer:/view/external_id]"),
        (modal(colour="red"), "invalid additional property: colour [json-pointer:/view]"),
        (home(title=plain()), "invalid additional property: title [json-pointer:/view]"),
        ({"type": "home"}, "missing required field: blocks [json-pointer:/view]"),
        ({"type": "modal", "blocks": []}, "missing required field: title [json-pointer:/view]"),
        (
            modal(section(), input_block()),
            "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]",
        ),
        (
            modal(section("x" * 3001)),
            "must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]",
        ),
    ],
)
def test_a_view_is_refused_with_its_place(view: dict[str, Any], told: str) -> None:
    assert [str(problem) for problem in problems(view)] == [told]


def test_a_view_of_an_unknown_kind_is_refused() -> None:
    assert "unsupported type: drawer" in str(problems({"type": "drawer", "blocks": []})[0])


def test_a_view_above_250_kilobytes_is_too_large() -> None:
    assert too_large(modal(*[section("x" * 2600)] * 100))
    assert not too_large(modal(*[section("x" * 2400)] * 100))
