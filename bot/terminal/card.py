"""The advice as a card for the terminal: one screen, read from the top, in the order of the Slack card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.terminal.words import clock, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from rich.console import RenderableType

    from bot.model import Advice, Draft, Finding

Line = tuple[str, str, Text]
"""A label, its style, and what stands beside it."""

COLOURS = {"go": "green", "go_and_tell": "yellow", "hold": "red"}
BRANDED = {"block": ("✗", "red"), "warn": ("!", "yellow")}


def card(advice: Advice, now: datetime) -> Panel:
    """The card of one advice, asked for at `now`. The customer's text is not in it; the example that matched is our own."""
    return Panel(
        Group(*_rows(advice, now)),
        title=f"[bold]{advice.channel}[/] · {advice.matches.first.playbook}",
        title_align="left",
        subtitle=f"severity {advice.reading.severity} · {advice.authority.role} · version {advice.version}",
        subtitle_align="right",
        border_style=COLOURS[advice.authority.verdict],
        padding=(0, 1),
    )


def _rows(advice: Advice, now: datetime) -> Iterator[RenderableType]:
    yield _verdict(advice, now)
    if advice.matches.decision == "which":
        yield _which(advice)
    yield Text()
    yield _reply(advice.drafts[0], advice.findings[0])
    if len(advice.drafts) > 1:
        yield Text.assemble(("or: ", "dim"), (advice.drafts[1].text, "dim"))
    yield Text.assemble(("holding line: ", "dim"), (advice.holding.text, "dim"))
    yield Text()
    yield _grid(_authority(advice))
    yield Text()
    yield _grid(_why(advice))
    yield from _findings(advice.findings[0])


def verdict_line(advice: Advice, now: datetime) -> str:
    """Verdict and clock in one sentence: the first thing that the card says."""
    owners = [tell.name for tell in advice.authority.tell if tell.owner]
    told = [tell.name for tell in advice.authority.tell if not tell.owner]
    due = f"First line due by {clock(now, advice.authority.due_minutes)}."
    if advice.authority.verdict == "hold":
        also = f" Tell {joined(told)} too." if told else ""
        return f"Hold: post the line below; {joined(owners)} has it.{also} {due}"
    if advice.authority.verdict == "go_and_tell":
        return f"Go, and tell {joined(owners + told)}. {due}"
    return f"Go: you can answer this yourself. {due}"


def _verdict(advice: Advice, now: datetime) -> Text:
    line = Text(verdict_line(advice, now), style=f"bold {COLOURS[advice.authority.verdict]}")
    if advice.reading.flags:
        line.append(f"\nRed flags: {', '.join(flag.id.replace('_', ' ') for flag in advice.reading.flags)}", style="red")
    line.append(f"\n{advice.authority.stake}", style="dim")
    return line


def _which(advice: Advice) -> Text:
    text = Text("Which of these? ", style="bold")
    for match in advice.matches.ranked[:2]:
        text.append(f"\n  {match.title} ", style="bold").append(f"(--playbook {match.playbook})", style="dim")
    return text


def _reply(draft: Draft, findings: tuple[Finding, ...]) -> Panel:
    # A platform that takes thousands of characters is no reason to write them.
    limit = draft.limit if draft.limit and draft.limit <= 2 * draft.house else draft.house
    state = "" if draft.ready else " · fill in what is open"
    blocked = " · not ready: see the findings" if any(finding.level == "block" for finding in findings) else ""
    return Panel(
        Text(draft.text),
        title="reply, ready to copy" if draft.ready and not blocked else "reply",
        title_align="left",
        subtitle=f"{draft.count} / {limit}{state}{blocked}",
        subtitle_align="right",
        border_style="bold",
    )


def _authority(advice: Advice) -> Iterator[Line]:
    authority = advice.authority
    for remedy in authority.may:
        limit = f" up to {remedy.limit:,.0f} {remedy.currency}" if remedy.limit is not None else ""
        yield "You may", "bold green", Text.assemble(remedy.text, (limit, "bold"))
    if authority.backing:
        yield "You may", "bold green", Text(authority.backing, style="dim italic")
    for action in authority.actions:
        yield "Do now", "bold", Text(f"☐ {action}")
    for caution in authority.cautions:
        yield "Mind", "bold yellow", Text(caution)


def _why(advice: Advice) -> Iterator[Line]:
    first = advice.matches.first
    yield "Values", "bold cyan", Text(", ".join(value.name for value in advice.values))
    if advice.matches.decision == "none":
        yield "Why", "bold", Text("No playbook fits this post well enough, so none is named.")
    else:
        sure = f"({first.playbook}@{advice.playbook_version}, {first.score:.0%} sure)"
        yield "Why", "bold", Text.assemble(f"{first.title} ", (sure, "dim"))
        if first.drawn_by:
            yield "Why", "bold", Text(f"like “{first.drawn_by}”", style="dim italic")
    if reasons := [reason for reason in advice.reading.why if reason != first.title]:
        yield "Why", "bold", Text("; ".join(reasons), style="dim")
    if advice.onlooker:
        yield "Others", "bold", Text(advice.onlooker)


def _grid(lines: Iterable[Line]) -> Table:
    """Two columns, each label written once where it begins."""
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=7)
    table.add_column()
    last = ""
    for label, style, text in lines:
        table.add_row(Text(label if label != last else "", style=style), text)
        last = label
    return table


def _findings(findings: tuple[Finding, ...]) -> Iterator[Text]:
    for finding in findings:
        mark, colour = BRANDED[finding.level]
        yield Text.assemble((f"{mark} {finding.check} ", colour), finding.message, (f" {finding.mend}", "dim"))
