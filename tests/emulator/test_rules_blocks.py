"""Blocks are refused where Slack refuses them, in Slack's words and with the place named."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.rules.blocks import BLOCKS, problems
from bot.emulator.rules.elements import ELEMENTS
from bot.emulator.rules.messages import refusal
from bot.emulator.rules.table import BLOCK_SURFACES, SURFACES
from bot.emulator.rules.views import problems as view_problems
from tests.emulator.blocks import actions, button, input_block, mrkdwn, option, plain, section, text_input
from tests.emulator.schema_check.corpus import Payload, payloads

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITS: list[tuple[str, dict[str, Any], str]] = [
    ("section text", section("x" * 3001), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    ("empty text", section(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    (
        "section without words",
        {"type": "section"},
        "must define either `text` or `fields` [json-pointer:/blocks/0/type]",
    ),
    (
        "section fields",
        {"type": "section", "fields": [plain()] * 11},
        "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
    ),
    (
        "field text",
        {"type": "section", "fields": [plain("x" * 2001)]},
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    (
        "header",
        {"type": "header", "text": plain("x" * 151)},
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    (
        "button text",
        actions(button(text=plain("x" * 76))),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        "button value",
        actions(button(value="x" * 2001)),
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    (
        "button url",
        actions(button(url="x" * 3001)),
        "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]",
    ),
    (
        "button label",
        actions(button(accessibility_label="x" * 76)),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]",
    ),
    (
        "action_id",
        actions(button("x" * 256)),
        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
    ),
    (
        "block_id",
        section(block_id="x" * 256),
        "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
    ),
    (
        "actions",
        actions(*(button(str(number)) for number in range(26))),
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    ("no actions", actions(), "must provide at least 1 items [json-pointer:/blocks/0/elements]"),
    (
        "context",
        {"type": "context", "elements": [mrkdwn()] * 11},
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    (
        "confirm",
        actions(button(confirm={"text": plain("x" * 301)})),
        "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]",
    ),
    (
        "select options",
        actions({"type": "static_select", "options": [option()] * 101}),
        "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        "no select options",
        actions({"type": "static_select", "options": []}),
        "must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        "neither options nor groups",
        actions({"type": "static_select"}),
        "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        "option text",
        actions({"type": "overflow", "options": [option("x" * 76)]}),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
    ),
    (
        "overflow",
        actions({"type": "overflow", "options": [option()] * 6}),
        "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        "checkboxes",
        actions({"type": "checkboxes", "options": [option()] * 11}),
        "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    (
        "date",
        actions({"type": "datepicker", "initial_date": "25.11.2026"}),
        r"must match regex pattern: \d{4}-\d{2}-\d{2} [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    (
        "input label",
        input_block(label=plain("x" * 2001)),
        "must be less than 2001 characters [json-pointer:/blocks/0/label/text]",
    ),
    (
        "input length",
        input_block(text_input(max_length=3001)),
        "must be less than 3000 [json-pointer:/blocks/0/element/max_length]",
    ),
    (
        "input lengths crossed",
        input_block(text_input(min_length=9, max_length=3)),
        "must be less than or equal to max_length [json-pointer:/blocks/0/element/min_length]",
    ),
    (
        "placeholder",
        input_block(text_input(placeholder=plain("x" * 151))),
        "must be less than 151 characters [json-pointer:/blocks/0/element/placeholder/text]",
    ),
    (
        "markdown",
        {"type": "markdown", "text": "x" * 12_001},
        "must be less than 12001 characters [json-pointer:/blocks/0/text]",
    ),
    (
        "table rows",
        {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]] * 101},
        "no more than 100 items allowed [json-pointer:/blocks/0/rows]",
    ),
    (
        "table cells",
        {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}] * 21]},
        "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]",
    ),
    (
        "empty rich text",
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]}]},
        "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
    ),
    (
        "empty card",
        {"type": "card"},
        "must define either `hero_image` or `title` or `actions` or `body` [json-pointer:/blocks/0/type]",
    ),
]


@pytest.mark.parametrize(("blocks", "told"), [row[1:] for row in LIMITS], ids=[row[0] for row in LIMITS])
def test_a_limit_is_told_with_its_number_and_its_place(blocks: dict[str, Any], told: str) -> None:
    assert [str(problem) for problem in problems([blocks])] == [told]


def test_what_is_exactly_at_its_limit_is_taken() -> None:
    at_limit = [
        section("x" * 3000),
        {"type": "header", "text": plain("x" * 150)},
        actions(*(button(f"{number}") for number in range(25))),
        actions({"type": "static_select", "options": [option("x" * 75, "v" * 150)] * 100}),
        {"type": "section", "fields": [plain("x" * 2000)] * 10},
    ]
    assert problems(at_limit) == []


def test_a_wrong_type_is_told_at_the_type() -> None:
    (problem,) = problems([{"type": "section", "text": {"type": "markdown", "text": "a"}}])
    assert str(problem) == "unsupported type: markdown [json-pointer:/blocks/0/text/type]"
    assert problem.item() == {
        "code": "failed_constraint",
        "message": "unsupported type: markdown",
        "pointer": "/blocks/0/text/type",
        "constraint": {"type": "enum", "expected": ["mrkdwn", "plain_text"], "got": "markdown"},
    }


def test_a_missing_and_an_unknown_field_are_told_at_their_object() -> None:
    told = [str(problem) for problem in problems([{"type": "header", "words": plain()}])]
    assert told == [
        "missing required field: text [json-pointer:/blocks/0]",
        "invalid additional property: words [json-pointer:/blocks/0]",
    ]


def test_block_ids_are_unique_in_a_message_even_inside_a_container() -> None:
    container = {"type": "container", "title": plain(), "child_blocks": [section(block_id="a")]}
    told = [str(problem) for problem in problems([section(block_id="a"), container])]
    assert told == ['`block_id` "a" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]']


def test_action_ids_are_unique_within_their_block_only() -> None:
    told = [str(problem) for problem in problems([actions(button("a"), button("a")), actions(button("a"))])]
    assert told == ['`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]']


def test_only_one_element_is_focused() -> None:
    focused = [input_block(text_input(name, focus_on_load=True)) for name in ("a", "b")]
    assert [problem.pointer for problem in problems(focused, "modal")] == ["/blocks/1/element/focus_on_load"]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_holds_so_many_blocks(surface: Any, most: int) -> None:
    assert problems([{"type": "divider"}] * most, surface) == []
    told = [str(problem) for problem in problems([{"type": "divider"}] * (most + 1), surface)]
    assert told == [f"no more than {most} items allowed [json-pointer:/blocks]"]


def test_markdown_stands_in_messages_only() -> None:
    block = {"type": "markdown", "text": "**a**"}
    assert problems([block], "message") == []
    assert [str(problem) for problem in problems([block], "modal", at="/view/blocks")] == [
        "unsupported type: markdown [json-pointer:/view/blocks/0/type]"
    ]


def test_a_file_input_stands_in_modals_only() -> None:
    block = input_block({"type": "file_input"})
    assert problems([block], "modal") == []
    assert [problem.pointer for problem in problems([block], "home")] == ["/blocks/0/element/type"]


def test_one_table_stands_in_a_message() -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}
    assert [problem.message for problem in problems([table, table])] == ["only_one_table_allowed"]


def test_every_block_has_its_surfaces() -> None:
    assert set(BLOCKS) == set(BLOCK_SURFACES)


def test_a_chart_plots_over_its_own_categories() -> None:
    series = {"name": "A", "data": [{"label": "Tue", "value": 1}]}
    chart = {"type": "bar", "series": [series], "axis_config": {"categories": ["Mon"]}}
    told = [str(problem) for problem in problems([{"type": "data_visualization", "title": "T", "chart": chart}])]
    assert told == [
        "must be one of the axis categories [json-pointer:/blocks/0/chart/series/0/data/0/label]",
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from([*BLOCKS, *ELEMENTS]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "text",
                    "elements",
                    "element",
                    "accessory",
                    "options",
                    "fields",
                    "blocks",
                    "block_id",
                    "action_id",
                    "child_blocks",
                    "rows",
                    "chart",
                    "axis_config",
                    "series",
                    "data",
                    "categories",
                    "label",
                    "style",
                    "slack_file",
                    "title",
                    "min_length",
                    "max_length",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(json_values)
def test_the_rules_take_any_json_without_raising(payload: Any) -> None:
    for surface in SURFACES:
        problems(payload, surface)
        problems([payload], surface)
    refusal(payload)
    refusal([payload])
    view_problems(payload)
    view_problems({"type": "modal", "title": plain(), "blocks": payload})


@given(st.sampled_from(payloads()), st.data())
def test_the_rules_take_any_payload_with_anything_put_into_it(payload: Payload, data: st.DataObject) -> None:
    bent = deepcopy(payload.blocks)
    places = list(_places(bent))
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = data.draw(json_values)
    problems(bent)
    refusal(bent)
    view_problems({"type": "modal", "title": plain(), "blocks": bent})


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Everywhere in a payload where something else could stand."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from _places(value[key])


@given(st.text(min_size=1, max_size=3000))
def test_any_text_within_the_limit_is_taken(text: str) -> None:
    assert problems([section(text)]) == []
