"""A message as a whole is refused with the error that Slack answers."""

from __future__ import annotations

from bot.emulator.rules import chunks
from bot.emulator.rules.messages import refusal, text_length
from tests.emulator.blocks import section


def test_good_blocks_are_taken() -> None:
    assert refusal([section()] * 50) is None


def test_what_is_no_array_is_a_wrong_format() -> None:
    for given in ("not json", {"type": "section"}, 5):
        refused = refusal(given)
        assert refused is not None
        assert refused.error == "invalid_blocks_format"


def test_blocks_that_break_a_rule_are_invalid() -> None:
    refused = refusal([section("x" * 3001)])
    assert refused is not None
    assert refused.error == "invalid_blocks"
    assert len(refused.problems) == 1


def test_too_much_text_in_all_blocks_together_is_too_long() -> None:
    assert refusal([section("x" * 2600)] * 5) is None
    refused = refusal([section("x" * 2601)] * 5)
    assert refused is not None
    assert refused.error == "msg_blocks_too_long"


def test_markdown_blocks_share_twelve_thousand_characters() -> None:
    half = {"type": "markdown", "text": "x" * 6000}
    assert refusal([half, half]) is None
    refused = refusal([half, half, {"type": "markdown", "text": "x"}])
    assert refused is not None
    assert refused.error == "msg_blocks_too_long"


def test_texts_are_counted_wherever_they_stand() -> None:
    assert text_length([section("abc", fields=[{"type": "mrkdwn", "text": "de"}])]) == 5


def test_chunks_of_a_stream_are_checked_with_the_blocks_inside() -> None:
    good = [
        {"type": "markdown_text", "text": "Hello"},
        {"type": "task_update", "id": "1", "title": "Look", "status": "complete"},
        {"type": "plan_update", "title": "Plan"},
        {"type": "blocks", "blocks": [section()]},
    ]
    assert chunks.problems(good) == []
    told = [str(problem) for problem in chunks.problems([{"type": "task_update", "id": "1", "title": "T", "status": "done"}])]
    assert told == ["must be a valid enum value [json-pointer:/chunks/0/status]"]
    inner = chunks.problems([{"type": "blocks", "blocks": [section("")]}])
    assert [problem.pointer for problem in inner] == ["/chunks/0/blocks/0/text/text"]
