"""One table of Slack's limits guards every payload."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.limits import fit_message, fit_view, problems, text_length
from bot.slack.message import Message
from bot.slack.text import plain
from tests.slack.hostile import long_texts
from tests.slack.sample import payload

Json = dict[str, Any]


def _button(number: int = 0, **more: Any) -> Json:
    return {"type": "button", "action_id": f"a{number}", "text": plain("Press", 75), "value": "d1", **more}


def _section(number: int = 0, text: str = "Hello") -> Json:
    return {"type": "section", "block_id": f"s{number}", "text": {"type": "plain_text", "text": text}}


def _options(count: int) -> list[Json]:
    return [{"text": plain(f"Option {number}"), "value": str(number)} for number in range(count)]


def _input(**element: Any) -> Json:
    return {
        "type": "input",
        "block_id": "i",
        "label": plain("Words"),
        "element": {"type": "plain_text_input", "action_id": "i", **element},
    }


def _message(*blocks: Json, text: str = "Hello") -> Json:
    return {"text": text, "blocks": list(blocks)}


def _modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("Title"), "blocks": list(blocks), **more}


def _rich(*parts: Json) -> Json:
    return {"type": "rich_text", "block_id": "r", "elements": list(parts)}


_RUN = {"type": "text", "text": "words"}
TAKEN = {
    "a message of text alone": _message(),
    "50 blocks": _message(*(_section(number) for number in range(50))),
    "25 buttons in a row": _message({"type": "actions", "elements": [_button(number) for number in range(25)]}),
    "a heading of 150": _message({"type": "header", "text": plain("x" * 150)}),
    "ten boxes, one ticked": _message(
        {
            "type": "section",
            "text": plain("Do now"),
            "accessory": {"type": "checkboxes", "action_id": "c", "options": _options(10), "initial_options": _options(1)},
        }
    ),
    "every part of rich text": _message(
        _rich(
            {"type": "rich_text_section", "elements": [_RUN, {"type": "link", "url": "https://example.com", "text": "a"}]},
            {"type": "rich_text_quote", "elements": [_RUN, {"type": "user", "user_id": "U0MO"}]},
            {"type": "rich_text_preformatted", "elements": [_RUN]},
            {"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_section", "elements": [_RUN]}]},
        )
    ),
    "a modal with a field and a submit": _modal(_input(), submit=plain("Save")),
    "a home of 100 blocks": {"type": "home", "blocks": [_section(number) for number in range(100)]},
}
REFUSED = {
    "no text": _message(text=""),
    "text over 4,000": _message(text="x" * 4001),
    "51 blocks": _message(*(_section(number) for number in range(51))),
    "12,001 characters in all": _message(*(_section(number, "x" * 2001) for number in range(6))),
    "a block that we never send": _message({"type": "marquee"}),
    "a block without its text": _message({"type": "header"}),
    "a field that Slack does not know": _message({**_section(), "txt": "x"}),
    "a block_id used twice": _message(_section(1), _section(1)),
    "an action_id used twice in a block": _message({"type": "actions", "elements": [_button(1), _button(1)]}),
    "a block_id of 256": _message({**_section(), "block_id": "x" * 256}),
    "26 buttons in a row": _message({"type": "actions", "elements": [_button(number) for number in range(26)]}),
    "an empty row": _message({"type": "actions", "elements": []}),
    "11 pieces of small print": _message({"type": "context", "elements": [plain("x")] * 11}),
    "a heading of 151": _message({"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}),
    "a heading in mrkdwn": _message({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}),
    "an empty text": _message(_section(text="")),
    "a text over 3,000": _message(_section(text="x" * 3001)),
    "a section with nothing": _message({"type": "section", "block_id": "s"}),
    "a section with fields of 2,001": _message(
        {"type": "section", "fields": [{"type": "plain_text", "text": "x" * 2001}], "block_id": "s"}
    ),
    "a button text over 75": _message({"type": "actions", "elements": [_button(text={"type": "plain_text", "text": "x" * 76})]}),
    "a button value over 2,000": _message({"type": "actions", "elements": [_button(value="x" * 2001)]}),
    "a button in a colour of its own": _message({"type": "actions", "elements": [_button(style="green")]}),
    "an ampersand that is longer once escaped": _message(
        {"type": "actions", "elements": [_button(text={"type": "plain_text", "text": "&" * 16})]}
    ),
    "11 boxes": _message({"type": "actions", "elements": [{"type": "checkboxes", "action_id": "c", "options": _options(11)}]}),
    "a choice that is not offered": _message(
        {
            "type": "actions",
            "elements": [
                {"type": "radio_buttons", "action_id": "c", "options": _options(2), "initial_option": _options(3)[2]},
            ],
        }
    ),
    "101 choices": _message(
        {"type": "actions", "elements": [{"type": "static_select", "action_id": "c", "options": _options(101)}]}
    ),
    "an empty run of rich text": _message(_rich({"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]})),
    "a name in a preformatted text": _message(
        _rich({"type": "rich_text_preformatted", "elements": [{"type": "user", "user_id": "U0MO"}]})
    ),
    "half a surrogate pair": _message(_section(text="\ud83d")),
    "a modal without a title": {"type": "modal", "blocks": []},
    "a title over 24": _modal(title=plain("x" * 25)),
    "a field and no submit": _modal(_input()),
    "a field that takes more than 3,000": _modal(_input(max_length=3001), submit=plain("Save")),
    "a field with 3,001 in it": _modal(_input(initial_value="x" * 3001), submit=plain("Save")),
    "metadata over 3,000": _modal(private_metadata="x" * 3001),
    "101 blocks in a view": _modal(*(_section(number) for number in range(101))),
    "a view over 250 kB": _modal(*(_section(number, "x" * 2990) for number in range(90))),
    "feedback buttons in a modal": _modal({"type": "context_actions", "block_id": "f", "elements": []}),
    "two fields that want the cursor": _modal(
        _input(focus_on_load=True), {**_input(focus_on_load=True), "block_id": "j"}, submit=plain("Save")
    ),
    "a home with a title": {"type": "home", "title": plain("Home"), "blocks": []},
}


@pytest.mark.parametrize("name", TAKEN)
def test_slack_takes(name: str) -> None:
    assert problems(TAKEN[name]) == ()


@pytest.mark.parametrize("name", REFUSED)
def test_slack_refuses(name: str) -> None:
    assert problems(REFUSED[name])


def test_a_problem_names_the_place() -> None:
    found = problems(_message(_section(), {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}))
    assert found == ("blocks[1].text.text must have 1 to 150 characters, it has 151",)


@pytest.mark.parametrize("name", [name for name, refused in REFUSED.items() if "type" not in refused])
def test_every_message_can_be_made_to_fit(name: str) -> None:
    refused = REFUSED[name]
    fitted = fit_message(Message(refused["text"], tuple(refused["blocks"])))
    left = problems(payload(fitted))
    assert [problem for problem in left if "twice" not in problem and "one of the options" not in problem] == []


@given(st.lists(long_texts, max_size=60), long_texts)
@settings(max_examples=25, deadline=None)
def test_no_text_makes_a_message_that_slack_refuses(words: list[str], text: str) -> None:
    blocks = tuple(_section(number, text) for number, text in enumerate(words))
    assert problems(payload(fit_message(Message(text, blocks)))) == ()


def test_what_slack_takes_is_not_touched() -> None:
    for name, taken in TAKEN.items():
        if "type" not in taken:
            assert payload(fit_message(Message(taken["text"], tuple(taken["blocks"])))) == taken, name
        else:
            assert fit_view(taken) == taken, name


def test_buttons_outlive_words_when_there_is_too_much() -> None:
    buttons = {"type": "actions", "block_id": "steps", "elements": [_button()]}
    fitted = fit_message(Message("Hello", (*(_section(number, "x" * 2900) for number in range(60)), buttons)))
    assert fitted.blocks[-1] == buttons
    assert text_length(fitted.blocks) <= 12_000


def test_a_view_that_is_too_long_keeps_its_fields() -> None:
    view = _modal(*(_section(number, "x" * 2990) for number in range(120)), _input(), submit=plain("Save"))
    fitted = fit_view(view)
    assert problems(fitted) == ()
    assert fitted["blocks"][-1]["type"] == "input"
