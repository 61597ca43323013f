"""What a kept draft shows: its text with the sources that it had, and what the checks say of it now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.decided import Approval
    from bot.desk import Desk
    from bot.kept import Kept
    from bot.model import Advice, Ask, Draft, Finding


def shown(desk: Desk, kept: Kept, advice: Advice, approval: Approval | None) -> tuple[Draft, tuple[Finding, ...]]:
    """The draft with that text, so that its sources stay known; the text alone where a person wrote it or files changed.

    What was approved, word for word, is held to what its approver may post.
    """
    if approval is not None and approval.covers(kept.text):
        theirs = replace(kept.ask, role=approval.decided_role)
        return desk.own_words(theirs, desk.reply(theirs), kept.text)
    if not kept.own_words:
        for draft, findings in zip(advice.drafts, advice.findings, strict=True):
            if draft.text == kept.text:
                return draft, findings
        if advice.holding.text == kept.text:
            return advice.holding, ()
    return desk.own_words(kept.ask, advice, kept.text)


def playbook_of(ask: Ask, advice: Advice) -> str:
    """The playbook of a reply with its version."""
    return f"{ask.playbook or advice.matches.first.playbook}@{advice.playbook_version}"
