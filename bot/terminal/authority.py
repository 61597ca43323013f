"""May I, and who is on call, for a person at a terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from bot.flow.permission import permission, read_wish
from bot.flow.roles import money
from bot.library.hours import zone_named
from bot.library.rota import watch

if TYPE_CHECKING:
    from bot.library.loaded import Knowledge
    from bot.library.values import Values
    from bot.model import Permission

_COLOURS = {"yes": "green", "yes_and_tell": "yellow", "ask": "red"}


def show_permission(knowledge: Knowledge, words: str, role: str, given: float) -> int:
    """Answers "may I?" for a role; the exit code: 1 when they must ask. Raises Misuse for words or a role that are not known."""
    answer = permission(read_wish(words, knowledge.values), role, knowledge, given, datetime.now(UTC))
    print_permission(answer)
    return 1 if answer.answer == "ask" else 0


def show_on_call(knowledge: Knowledge) -> None:
    """Who is on call now."""
    print_on_call(knowledge.values, datetime.now(UTC))


def print_permission(answer: Permission) -> None:
    """The answer on the first line, then why, the day, and the rule with its line."""
    what = answer.remedy.replace("_", " ")
    if answer.amount is not None:
        what += f" {money(answer.amount, answer.currency)}"
    heads = {
        "yes": f"Yes: {what}",
        "yes_and_tell": f"Yes, and tell {answer.who}: {what}",
        "ask": f"Ask {answer.who}: {what}",
    }
    console = Console()
    console.print(Text(heads[answer.answer], style=f"bold {_COLOURS[answer.answer]}"))
    limit = f", up to {money(answer.who_limit, answer.currency)}" if answer.who_limit is not None else ""
    on_call = f" {answer.on_call} is on call now." if answer.on_call else ""
    if answer.answer == "ask":
        console.print(f"It is for {escape(answer.who.replace('_', ' '))}{limit}.{escape(on_call)}", highlight=False)
    console.print(escape(answer.why), highlight=False)
    if answer.left is not None and answer.per_day is not None:
        left, day = money(answer.left, answer.currency), money(answer.per_day, answer.currency)
        console.print(f"{left} of {day} is left today.", highlight=False)
    console.print(Text(f"{answer.rule} ({answer.rule_text})", style="dim"))


def print_on_call(values: Values, now: datetime) -> None:
    """Every contact with who answers now and who stands behind them; times on the organisation's clock."""
    zone = zone_named(values.organisation.timezone) or ZoneInfo("UTC")
    local = now.astimezone(zone)
    table = Table("contact", "on now", "until", "behind them", "for", title=f"On call, {local:%A %H:%M} {zone}")
    for name, contact in values.contacts.items():
        on = watch(name, now, values)
        first = "nobody; call all the same" if on.nobody else values.contacts[on.first].name
        behind = values.contacts[on.backup].name if on.backup else "nobody"
        until = f"{on.until.astimezone(zone):%a %H:%M}" if on.until else "always"
        table.add_row(escape(contact.name), escape(first), until, escape(behind), escape(contact.scope))
    Console().print(table)
