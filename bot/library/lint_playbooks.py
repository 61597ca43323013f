"""What one playbook says about the rest: every id it names exists, and it keeps the rules for its severity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.errors import Problem
from bot.library.lint_moves import amount_in
from bot.library.lint_people import remedies
from bot.library.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from bot.library.playbooks import Playbook
    from bot.library.sheets import Sheet
    from bot.library.strict_yaml import Path
    from bot.library.values import Values

MAX_BODY_WORDS = 600


@dataclass(frozen=True, slots=True)
class Names:
    """Every id that a playbook may name. `cases` is None while there is no folder of cases."""

    playbooks: Collection[str]
    cases: Collection[str] | None
    values: Collection[str]
    channels: Collection[str]
    contacts: Collection[str]
    flags: Collection[str]
    remedies: Collection[str]

    @classmethod
    def of(cls, values: Values, playbooks: Collection[str], cases: Collection[str] | None) -> Names:
        return cls(
            playbooks=playbooks,
            cases=cases,
            values=[value.id for value in values.values],
            channels=list(values.channels),
            contacts=list(values.contacts),
            flags=[flag.id for flag in values.red_flags],
            remedies=remedies(values),
        )


def check_names(sheet: Sheet[Playbook], names: Names) -> Iterator[Problem]:
    """Every id that the playbook names and nothing has."""
    for path, kind, given, known in _named(sheet.value, names):
        if given and given not in known:
            yield sheet.located.problem(path, f"there is no {kind} `{given}`", did_you_mean(given, known))


def check_rules(sheet: Sheet[Playbook]) -> Iterator[Problem]:
    """The rules that a playbook keeps by itself."""
    playbook, located = sheet.value, sheet.located
    if playbook.severity <= 2 and playbook.apology > "A1":
        reason = f"a playbook of severity {playbook.severity} says no more than concern, not {playbook.apology}"
        yield located.problem(("apology",), reason, "write A1 or A0: what happened is for the owner to say")
    for number, other in enumerate(playbook.not_when):
        if other.use == playbook.id:
            yield located.problem(("not_when", number, "use"), "sends to this playbook itself", "name another one")
    yield from _check_body(sheet)


def check_review(sheet: Sheet[Playbook], values: Values, today: date) -> Iterator[Problem]:
    """A warning when nobody has looked at the playbook for longer than `review.playbook_days`."""
    due = sheet.value.reviewed + timedelta(days=values.review.playbook_days)
    if sheet.value.status == "active" and due < today:
        reason = f"was reviewed on {sheet.value.reviewed}, more than {values.review.playbook_days} days ago"
        yield sheet.located.problem(("reviewed",), reason, f"ask {sheet.value.owner} to read it and set the date", "warning")


def check_mutual(playbooks: Mapping[str, Sheet[Playbook]]) -> Iterator[Problem]:
    """A warning where A says "not when ..., use B" and B never mentions A."""
    for sheet in playbooks.values():
        for number, other in enumerate(sheet.value.not_when):
            back = playbooks.get(other.use)
            if back and back is not sheet and sheet.value.id not in {entry.use for entry in back.value.not_when}:
                reason = f"`{other.use}` does not say when to use `{sheet.value.id}` instead"
                mend = f"add it to not_when in {back.located.file}"
                yield sheet.located.problem(("not_when", number, "use"), reason, mend, "warning")


def _named(playbook: Playbook, names: Names) -> Iterator[tuple[Path, str, str, Collection[str]]]:
    for number, other in enumerate(playbook.not_when):
        yield ("not_when", number, "use"), "playbook", other.use, names.playbooks
    for number, channel in enumerate(playbook.channels):
        yield ("channels", number), "channel", channel, names.channels
    for number, flag in enumerate(playbook.flags):
        yield ("flags", number), "red flag", flag, names.flags
    for number, value in enumerate(playbook.values):
        yield ("values", number), "value", value, names.values
    for number, offer in enumerate(playbook.may):
        yield ("may", number, "remedy"), "remedy that any role may give called", offer.remedy, names.remedies
    for number, escalation in enumerate(playbook.escalate_if):
        yield ("escalate_if", number, "to"), "contact", escalation.to, names.contacts
        yield ("escalate_if", number, "flag"), "red flag", escalation.flag, names.flags
    if names.cases is not None:
        yield ("case",), "case", playbook.case, names.cases


def _check_body(sheet: Sheet[Playbook]) -> Iterator[Problem]:
    words = len(sheet.body.split())
    if words > MAX_BODY_WORDS:
        reason = f"the body has {words} words; at most {MAX_BODY_WORDS} are read in a hurry"
        yield _at(sheet, sheet.body_line, reason, "shorten it, or move the rest to a guide")
    for number, line in enumerate(sheet.body.split("\n"), start=sheet.body_line):
        if amount := amount_in(line):
            yield _at(sheet, number, f"the amount `{amount}` belongs in values.yaml", "say it without the figure")


def _at(sheet: Sheet[Playbook], line: int, reason: str, mend: str) -> Problem:
    return Problem(sheet.located.file, line, "", reason, mend)
