"""What the checks say about a text: what must be mended before it is posted, and what could be better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import rich
from bot.slack.blocks.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Finding
    from bot.slack.message import Json

BLOCKING = 1
WARNING = 4
_SHOWN = 6
_SENTENCE_MOST = 300
_TITLES = {"block": "Mend before you post", "warn": "Could be better"}


def findings_parts(findings: Sequence[Finding]) -> Iterator[Part]:
    """Those that block stay longer than those that only advise."""
    for level, spare in (("block", BLOCKING), ("warn", WARNING)):
        if found := [finding for finding in findings if finding.level == level]:
            yield Part(spare, (findings_block(found, f"findings_{level}", _TITLES[level]),))


def findings_block(findings: Sequence[Finding], block_id: str, title: str) -> Json:
    """A list of findings, each with its mend."""
    items = [_item(finding) for finding in findings[:_SHOWN]]
    if more := len(findings) - _SHOWN:
        items += [[rich.words(f"and {more} more", "italic")]] if more > 0 else []
    return rich.rich(rich.section(rich.words(title, "bold")), rich.bullets(items), block_id=block_id)


def _item(finding: Finding) -> list[Json]:
    said = [rich.words(finding.message, most=_SENTENCE_MOST)]
    return [*said, rich.words(f" {finding.mend}", "italic", most=_SENTENCE_MOST)] if finding.mend else said
