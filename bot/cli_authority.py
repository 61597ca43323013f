"""The commands about who may: what somebody may give, and who is on call."""

from __future__ import annotations

from typing import Annotated

import typer

Role = Annotated[str, typer.Option("--role", "-r", help="Who answers: frontline, lead, manager. Empty: the default role.")]
Wish = Annotated[str, typer.Argument(help="What you would like to give: refund 80.")]
Given = Annotated[float, typer.Option(min=0, help="What you gave today already.")]


def register(app: typer.Typer) -> None:
    """Adds them to `sayso`."""
    app.command()(may)
    app.command()(oncall)


def may(wish: Wish = "", role: Role = "", given: Given = 0.0) -> None:
    """May I? Yes, yes and tell, or who may instead, with the line of values.yaml; exit code 1 when you must ask."""
    from bot.terminal.authority import show_permission
    from bot.wiring import open_knowledge

    raise typer.Exit(show_permission(open_knowledge(), wish, role, given))


def oncall() -> None:
    """Who is on call now, until when, and who backs them up."""
    from bot.terminal.authority import show_on_call
    from bot.wiring import open_knowledge

    show_on_call(open_knowledge())
