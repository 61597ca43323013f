"""The card of somebody's reach on the terminal, and as JSON (docs/json.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from bot.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from bot.flow.influence import ReachCard


def reach_json(card: ReachCard) -> dict[str, Any]:
    """The shape of `sayso reach --json`."""
    question, forecast = card.question, card.forecast
    return {
        "schema": SCHEMA_VERSION,
        "handle": question.handle,
        "network": question.network,
        "group": question.group,
        "followers": card.followers,
        "said": card.said,
        "state": card.standing,
        "source": card.source,
        "seen": card.seen.isoformat() if card.seen else None,
        "tier": card.tier,
        "level": card.level,
        "speed": {"level": card.speed, "per_hour": card.per_hour, "if_it_continues": asdict(forecast) if forecast else None},
        "changes": {
            "first_line": [asdict(one) for one in card.first_lines] if card.changes else [],
            "told": [{"severity": severity, "names": list(names)} for severity, names in card.told],
            "severity_at_least": card.at_least,
        },
        "never_changes": list(card.never_changes),
        "checks": list(card.checks),
        "gestures": list(card.gestures),
        "note": card.note,
    }


def print_reach(card: ReachCard) -> None:
    """A few lines: what is known, what changes, what does not, how to check."""
    console = Console()
    number = "no number known" if card.followers is None else f"{card.followers:,}"
    who = card.question.handle or ("group" if card.question.group else "person")
    console.print(Text.assemble((f"{who}: {card.tier} ({card.tier_name}), {card.level} reach", "bold")))
    console.print(Text(f"{number}, {card.standing.replace('_', ' ')}{f', {card.source}' if card.source else ''}"))
    if card.note:
        console.print(Text(card.note))
    if card.per_hour is not None:
        console.print(Text(f"{card.per_hour:,} an hour: {card.speed}"))
    if card.forecast:
        ahead = card.forecast
        about = f"If it continues: about {ahead.likely:,} in {ahead.hours} hours"
        console.print(Text(f"{about} ({ahead.low:,} at half the pace, {ahead.high:,} at twice)"))
    if card.changes:
        sooner = [f"severity {one.severity}: {one.now} min, not {one.usual}" for one in card.first_lines if one.now < one.usual]
        console.print(Text("Changes: order; first line " + "; ".join(sooner)))
        for severity, names in card.told:
            console.print(Text(f"Told at severity {severity}: {', '.join(names)}"))
    else:
        console.print(Text("Changes: nothing"))
    console.print(Text(f"Never changes: {', '.join(name.replace('_', ' ') for name in card.never_changes)}"))
    for step in (*card.checks, *card.gestures):
        console.print(Text(f"- {step}"))
