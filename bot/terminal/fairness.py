"""The fairness report, for a person at a terminal and for machines."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from bot.fairness import Gap, Report


def report_json(report: Report) -> dict[str, Any]:
    """The shape of `sayso fairness --json`."""
    return {"schema": SCHEMA_VERSION, **asdict(report)}


def print_report(report: Report) -> None:
    """One table for each comparison, then the gaps to look at; one sentence where nothing has been drafted."""
    console = Console()
    if not report.drafts:
        console.print(f"No drafts in the last {report.days} days: there is nothing to compare yet.")
        return
    drafts = "1 draft" if report.drafts == 1 else f"{report.drafts} drafts"
    console.print(f"{drafts} of the last {report.days} days")
    for by, groups in report.groups.items():
        table = Table(by, "drafts", "answered", "handed over", "median time", f"could be given, {report.currency}")
        for group in groups:
            time = "-" if group.minutes is None else f"{group.minutes:,.0f} min"
            rates = (f"{group.answer_rate:.0%}", f"{group.hand_over_rate:.0%}")
            table.add_row(escape(group.name), str(group.drafts), *rates, time, f"{group.remedy:,.0f}")
        console.print(table)
    for gap in report.gaps:
        console.print(f"Look at this: {_said(gap)}", style="yellow")
    if not report.gaps:
        console.print("No gap above 10 % between groups of ten or more at the same severity.", style="green")


def _said(gap: Gap) -> str:
    of = f"{gap.by} {escape(gap.worse)}"
    than = f"{escape(gap.better)} at severity {gap.severity}"
    match gap.measure:
        case "answer rate":
            return f"{of} is answered {gap.size:.0%} less often than {than}"
        case "remedy":
            return f"{of} could be given {gap.size:.0%} less than {than}"
        case _:
            return f"{of} waits longer than {than} ({gap.size:.0%} of the time)"
