"""Which of a playbook's approved sentences this person may say: those that promise nothing beyond their authority."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.flow.identity import Same
from bot.text.promises import find_promises

if TYPE_CHECKING:
    from bot.library.knowledge import LoadedPlaybook
    from bot.model import Authority

MONEY = frozenset({"refund", "replace", "waive_fee", "goodwill", "delight", "exception", "donation"})
"""Kinds of promise that are remedies; the others (a call, an update) everyone may make."""


def allowed_sentences(loaded: LoadedPlaybook, authority: Authority) -> tuple[str, ...]:
    """The sentences whose remedies are all among those of `authority`."""
    may = {remedy.remedy for remedy in authority.may}
    return tuple(text for text, remedies in _remedies(Same(loaded)).items() if remedies <= may)


@functools.lru_cache(maxsize=2048)
def _remedies(loaded: Same[LoadedPlaybook]) -> dict[str, frozenset[str]]:
    texts = (text for families in loaded.it.playbook.moves.values() for variants in families.values() for text in variants)
    return {text: frozenset(promise.kind for promise in find_promises(text)) & MONEY for text in texts}
