"""Our block rules refuse the same shapes as the types that Slack publishes."""

from __future__ import annotations

import pytest

from bot.emulator.rules.blocks import BLOCKS
from bot.emulator.rules.problem import INVALID_TYPE, MISSING_FIELD, Problem
from bot.emulator.rules.shapes import Kinds, Several
from tests.emulator.schema_check.corpus import Payload, payloads, verdicts

DIFFERENT = {
    "newer: button with agent_prompt": "slack_sdk 3.48 and Slack's reference have it, @slack/types 3.2.0 not yet",
    "newer: data_visualization": "in Slack's reference, not yet in @slack/types",
    "newer: call": "an old block that @slack/types leaves out of its known ones",
    "newer: auth_provider": "slack_sdk 3.48 has it, @slack/types 3.2.0 not yet",
    "newer: list with offset": "Slack's own composer writes it into numbered lists",
    "looser: option without a value": "Slack's reference calls the value required",
    "looser: plan with a task that is no card": "the type allows any object, Slack's reference only cards",
    "looser: icon_button with unknown icon": "the type allows any string, Slack knows one icon",
}

SCHEMA_SEES = {"additional_properties", "enum"}


def _structural(problem: Problem) -> bool:
    """Whether the schema can see it too: it knows no lengths and counts."""
    if problem.code in {MISSING_FIELD, INVALID_TYPE}:
        return True
    return problem.constraint is not None and problem.constraint.kind in SCHEMA_SEES


def _accepted(payload: Payload) -> bool:
    every_block = Several(Kinds(BLOCKS))
    return not any(_structural(problem) for problem in every_block.problems(payload.blocks, "/blocks"))


def test_every_payload_of_the_corpus_has_been_judged() -> None:
    judged = verdicts()
    missing = [payload.name for payload in payloads() if payload.digest not in judged]
    assert not missing, "run `python -m tests.emulator.schema_check.check` and commit verdicts.json"


@pytest.mark.parametrize("payload", payloads(), ids=lambda payload: payload.name)
def test_our_rules_and_the_published_types_agree(payload: Payload) -> None:
    same = _accepted(payload) == verdicts().get(payload.digest)
    assert same != (payload.name in DIFFERENT), f"a difference that is not named, or one that is named and gone: {payload.name}"


def test_good_payloads_break_no_rule_at_all_and_bad_ones_do() -> None:
    every_block = Several(Kinds(BLOCKS))
    for payload in payloads():
        found = list(every_block.problems(payload.blocks, "/blocks"))
        assert bool(found) == payload.name.startswith(("bad: ", "looser: ")), (payload.name, found)


def test_the_corpus_has_a_good_payload_for_every_block_that_we_know() -> None:
    seen = {payload.blocks[0]["type"] for payload in payloads() if payload.name.startswith(("good: ", "newer: "))}
    assert seen >= set(BLOCKS)
