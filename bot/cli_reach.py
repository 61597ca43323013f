"""The commands about who is heard: somebody's reach, and whether all were served alike."""

from __future__ import annotations

from typing import Annotated

import typer

Role = Annotated[str, typer.Option("--role", "-r", help="Who answers: frontline, lead, manager. Empty: the default role.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (docs/json.md) instead of text.")]


def register(app: typer.Typer) -> None:
    """Adds them to `sayso`."""
    app.command()(reach)
    app.command()(fairness)


def reach(
    words: Annotated[
        list[str], typer.Argument(help="A handle, a number of followers, or a count with its time: @dana 620000 checked")
    ],
    role: Role = "",
    as_json: AsJson = False,
) -> None:
    """How many will read it: the tier, what that changes, what it never changes, and how to check a claim."""
    from bot.settings import read_settings
    from bot.terminal.batch import print_json
    from bot.terminal.reach import print_reach, reach_json
    from bot.wiring import look_up_reach

    card = look_up_reach(read_settings(), " ".join(words), role)
    if as_json:
        print_json(reach_json(card))
    else:
        print_reach(card)


def fairness(
    days: Annotated[int | None, typer.Option(min=1, help="How far back; default: keep_days of values.yaml.")] = None,
    as_json: AsJson = False,
) -> None:
    """Answer rate, time and remedy by tier, channel and language, from the drafts that are kept."""
    from bot.settings import read_database_url, read_settings
    from bot.terminal.batch import print_json
    from bot.terminal.fairness import print_report, report_json
    from bot.wiring import compare_fairly

    found = compare_fairly(read_settings(), read_database_url(), days)
    if as_json:
        print_json(report_json(found))
    else:
        print_report(found)
