"""Sentences that may be posted: their slots are known, their braces close, and amounts stay in values.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.library.playbooks import BUILT_IN_SLOTS, FAMILIES
from bot.library.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.errors import Problem
    from bot.library.playbooks import Playbook
    from bot.library.sheets import Sheet
    from bot.library.values import Family, Move

MIN_VARIANTS, MAX_VARIANTS = 2, 4

_BRACED = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z_]+(?::[a-z_]+)?")
_AMOUNT = re.compile(
    r"[$€£¥₹]\s?[0-9]|\b[0-9][0-9.,]*\s?(?:[€£¥₹]|(?:USD|EUR|GBP|CAD|AUD|dollars?|euros?|quid|bucks|cents)\b)", re.IGNORECASE
)


class Variant(NamedTuple):
    """One approved sentence and the place it has in the playbook."""

    move: Move
    family: Family
    number: int
    text: str

    @property
    def path(self) -> tuple[str | int, ...]:
        return ("moves", self.move, self.family, self.number)


def variants(playbook: Playbook) -> Iterator[Variant]:
    """Every sentence that is written in the playbook, in the order of the file."""
    for move, families in playbook.moves.items():
        for family in FAMILIES:
            for number, text in enumerate(families.get(family, ())):
                yield Variant(move, family, number, text)


def known_slots(links: Mapping[str, str], own: Iterable[str] = ()) -> frozenset[str]:
    """What may stand in braces: the built-in slots, `link:` with a key of `links`, and a playbook's own."""
    return BUILT_IN_SLOTS | {f"link:{key}" for key in links} | set(own)


def slot_problems(text: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Reason and mend for each slot that nobody would fill, and for a brace without its partner."""
    for slot in dict.fromkeys(_BRACED.findall(text)):
        if slot not in known:
            yield f"nothing fills the slot `{{{slot}}}`", did_you_mean(slot, known)
    rest = _BRACED.sub("", text)
    if "{" in rest or "}" in rest:
        yield "a brace without its partner", "write slots as {name}"


def amount_in(text: str) -> str:
    """The first amount of money in `text`, empty for none."""
    found = _AMOUNT.search(text)
    return found.group() if found else ""


def check_moves(sheet: Sheet[Playbook], links: Mapping[str, str]) -> Iterator[Problem]:
    """Everything about the sentences of one playbook."""
    yield from _required(sheet)
    yield from _numbers_of_variants(sheet)
    yield from _own_slots(sheet)
    known = known_slots(links, sheet.value.slots)
    for variant in variants(sheet.value):
        for reason, mend in slot_problems(variant.text, known):
            yield sheet.located.problem(sheet.located.known(variant.path), reason, mend)
        if amount := amount_in(variant.text):
            place = sheet.located.known(variant.path)
            yield sheet.located.problem(place, f"the amount `{amount}` belongs in values.yaml", "say it without the figure")


def _required(sheet: Sheet[Playbook]) -> Iterator[Problem]:
    playbook, severity = sheet.value, sheet.value.severity
    needed: dict[Move, bool] = {"hear": True, "act": severity in {3, 4}, "return": severity != 5}
    for move, is_needed in needed.items():
        if is_needed and not any(playbook.moves.get(move, {}).values()):
            mend = f"add at least {MIN_VARIANTS} variants under `moves: {move}:`"
            yield sheet.located.problem(("moves",), f"a playbook of severity {severity} needs the move `{move}`", mend)
    if severity != 5 and playbook.follow_up is None:
        yield sheet.located.problem(("severity",), f"a playbook of severity {severity} needs a `follow_up`", "add `follow_up:`")


def _numbers_of_variants(sheet: Sheet[Playbook]) -> Iterator[Problem]:
    for move, families in sheet.value.moves.items():
        for family, texts in families.items():
            place = sheet.located.known(("moves", move, family))
            if len(texts) < MIN_VARIANTS:
                reason = f"has {len(texts)} variant{'' if len(texts) == 1 else 's'}: everyone would post the same words"
                yield sheet.located.problem(place, reason, f"write at least {MIN_VARIANTS}")
            elif len(texts) > MAX_VARIANTS:
                yield sheet.located.problem(place, f"has {len(texts)} variants", f"keep the best {MAX_VARIANTS}")


def _own_slots(sheet: Sheet[Playbook]) -> Iterator[Problem]:
    used = {slot for variant in variants(sheet.value) for slot in _BRACED.findall(variant.text)}
    for name in sheet.value.slots:
        if name in BUILT_IN_SLOTS:
            yield sheet.located.problem(("slots", name), "is the name of a built-in slot", "choose another name")
        elif not _NAME.fullmatch(name):
            yield sheet.located.problem(("slots", name), "is not the name of a slot", "use a-z and _ only")
        elif name not in used:
            yield sheet.located.problem(("slots", name), "no move uses this slot", "use it, or delete it", "warning")
