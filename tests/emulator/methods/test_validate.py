"""blocks.validate says what is wrong with a payload, and where, without posting it."""

from __future__ import annotations

from slack_sdk import WebClient

from tests.emulator.blocks import home, modal, section
from tests.emulator.methods.stage import Stage, refused


def test_good_payloads_of_all_three_kinds_are_taken(stage: Stage) -> None:
    assert stage.client.blocks_validate(blocks=[section()])["ok"]
    assert stage.client.blocks_validate(view=home())["ok"]
    assert stage.client.blocks_validate(message={"text": "Hi", "blocks": [section()]})["ok"]


def test_it_needs_no_token(stage: Stage) -> None:
    anybody = WebClient(base_url=stage.slack.api_url)
    assert anybody.blocks_validate(blocks=[section()])["ok"]


def test_each_problem_is_told_with_its_pointer_and_its_code(stage: Stage) -> None:
    body = refused(lambda: stage.client.blocks_validate(blocks=[{"type": "section", "text": {"type": "invalid", "text": "a"}}]))
    assert body["error"] == "invalid_blocks"
    (problem,) = body["errors"]
    assert problem == {
        "code": "failed_constraint",
        "message": "unsupported type: invalid",
        "pointer": "/0/text/type",
        "constraint": {"type": "enum", "expected": ["mrkdwn", "plain_text"], "got": "invalid"},
    }


def test_views_and_messages_have_errors_of_their_own_names(stage: Stage) -> None:
    view = refused(lambda: stage.client.blocks_validate(view=modal(section(""))))
    assert (view["error"], view["errors"][0]["pointer"]) == ("invalid_view", "/blocks/0/text/text")
    message = refused(lambda: stage.client.blocks_validate(message={"blocks": [{"type": "header"}]}))
    assert message["error"] == "invalid_message"
    assert message["errors"][0] == {
        "code": "missing_field",
        "message": "missing required field: text",
        "pointer": "/blocks/0",
        "field": "text",
    }


def test_exactly_one_kind_is_asked_at_a_time(stage: Stage) -> None:
    told = ["must provide exactly one of `blocks`, `view`, or `message`"]
    nothing = refused(lambda: stage.client.blocks_validate())
    assert (nothing["error"], nothing["response_metadata"]["messages"]) == ("invalid_arguments", told)
    both = refused(lambda: stage.client.blocks_validate(blocks=[section()], view=home()))
    assert both["response_metadata"]["messages"] == told
