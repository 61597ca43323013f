"""Tables and lists for a person at a terminal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from bot.terminal.card import BRANDED, card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.compare import Table as Figures
    from bot.evaluate import Measured
    from bot.library.knowledge import Knowledge
    from bot.model import Advice, Answer, Finding


def print_card(advice: Advice) -> None:
    """The card, as wide as the terminal up to what is pleasant to read."""
    console = Console()
    console.print(card(advice, datetime.now().astimezone()), width=min(console.width, 110))


def print_findings(findings: Sequence[Finding]) -> None:
    """One finding a line, blocks first; one plain sentence when there is none."""
    console = Console()
    for finding in findings:
        mark, colour = BRANDED[finding.level]
        console.print(Text.assemble((f"{mark} {finding.check} ", colour), finding.message, (f" {finding.mend}", "dim")))
    if not findings:
        console.print("Nothing to mend: it may be posted as it is.", style="green")


def print_answers(answers: Sequence[Answer], person: str) -> None:
    """The passages word for word, each with its name; the person to ask when nothing fits."""
    console = Console()
    for answer in answers:
        console.print(Text.assemble((answer.title, "bold"), (f"  {answer.kind} {answer.id}", "dim")))
        console.print(Text(answer.text))
        console.print()
    if not answers:
        console.print(f"I have nothing written that answers this. Ask {escape(person)}.")


def print_playbooks(knowledge: Knowledge, words: str) -> None:
    """The situations, those that hold all of `words`."""
    table = Table("playbook", "title", "severity", "when")
    for playbook_id, loaded in knowledge.playbooks.items():
        playbook = loaded.playbook
        if all(word in playbook.searchable for word in words.casefold().split()):
            table.add_row(playbook_id, escape(playbook.title), str(playbook.severity), escape("; ".join(playbook.when)))
    Console().print(table)


def print_measured(measured: Measured) -> None:
    """Every playbook with its figures, worst first, then the whole."""
    table = Table("playbook", "posts", "top-1", "recall@3", "MRR", "flags", "taken for", title="Test posts, never indexed")
    for row in measured.rows:
        flags = "" if row.flag_recall is None else f"{row.flag_recall:.2f}"
        table.add_row(
            row.playbook, str(row.posts), f"{row.top1:.2f}", f"{row.recall3:.2f}", f"{row.mrr:.2f}", flags, row.taken_for
        )
    console = Console()
    console.print(table)
    for name, figure in measured.totals.items():
        console.print(f"{name:<40} {figure}")


def print_table(figures: Figures) -> None:
    """Figures side by side, a row for each method."""
    table = Table(*figures.columns, title=figures.title)
    for row in figures.rows:
        table.add_row(*row)
    Console().print(table)
