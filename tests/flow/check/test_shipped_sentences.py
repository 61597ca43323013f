"""Everything that ships as approved passes our own checks: no sentence is offered that we would stop a person from posting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.flow.check.context import Context
from bot.flow.check.run import check
from bot.flow.slots import OPEN, filling
from bot.model import Ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk import Desk
    from bot.library.playbooks import Playbook

CHANNEL_OF = {"short": "x", "comment": "facebook", "review": "google_review", "spoken": "phone"}


def variants(desk: Desk) -> Iterator[tuple[Playbook, str, str]]:
    """Every approved sentence with a channel of its family, its slots filled with their default words."""
    for loaded in desk.knowledge.playbooks.values():
        playbook = loaded.playbook
        for families in playbook.moves.values():
            for family, texts in families.items():
                channel = CHANNEL_OF[family]
                words = filling(
                    playbook,
                    "",
                    desk.knowledge.values,
                    channel=channel,
                    severity=playbook.severity,
                    name="Mo",
                    owner="Duty manager",
                )
                for text in texts:
                    yield playbook, channel, words.fill(text)


def blocks(desk: Desk, text: str, channel: str, severity: int, facts: str = "") -> list[str]:
    context = Context.build(desk.knowledge.values, channel=channel, severity=severity, facts=facts or text)
    return [f"{finding.check} {finding.message} | {text}" for finding in check(text, context) if finding.level == "block"]


def test_every_approved_sentence_may_be_said(desk: Desk) -> None:
    found = [
        block
        for playbook, channel, text in variants(desk)
        if not OPEN.search(text)
        for block in blocks(desk, text, channel, playbook.severity)
        if not block.startswith(("Q05", "Q06", "Q10"))  # because those ask for the rest of the reply
    ]
    assert found == []


@pytest.mark.parametrize("channel", ["x", "tiktok", "facebook", "google_review"])
def test_no_reply_to_a_playbooks_own_posts_is_stopped(desk: Desk, channel: str) -> None:
    found = []
    for name, loaded in desk.knowledge.playbooks.items():
        for post in loaded.playbook.posts:
            advice = desk.reply(Ask(post, channel=channel, playbook=name, name="Mo"))
            for draft, findings in zip(advice.drafts, advice.findings, strict=True):
                found += [
                    f"{name} {one.check} {one.message} | {draft.text}" for one in findings if one.level == "block" and draft.ready
                ]
    assert found == []


def test_every_holding_line_of_a_red_flag_may_be_posted(desk: Desk) -> None:
    found = []
    for flag in desk.knowledge.values.red_flags:
        playbook = desk.knowledge.playbooks["holding"].playbook
        words = filling(playbook, "", desk.knowledge.values, channel="x", severity=flag.severity, name="Mo", owner="Duty manager")
        for line in flag.hold:
            found += blocks(desk, words.fill(line), "facebook", flag.severity)
    assert found == []
