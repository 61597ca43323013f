"""`values.yaml`, the figures and words in it: orders without gaps, limits that fit, links we may show."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.library.lint_influence import check_gestures, check_look_up
from bot.library.lint_moves import known_slots, slot_problems
from bot.library.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.errors import Problem
    from bot.library.sheets import Sheet
    from bot.library.strict_yaml import Path
    from bot.library.values import Values

SEVERITIES = (1, 2, 3, 4, 5)


def check_values(sheet: Sheet[Values]) -> Iterator[Problem]:
    """Everything in `values.yaml` that spans several fields and concerns no person."""
    yield from _order_of_values(sheet)
    yield from _influence(sheet)
    yield from check_gestures(sheet)
    yield from check_look_up(sheet)
    yield from _levels_and_targets(sheet)
    yield from _channels(sheet)
    yield from _links(sheet)
    yield from _lines(sheet)


def _order_of_values(sheet: Sheet[Values]) -> Iterator[Problem]:
    values, located = sheet.value, sheet.located
    ids = [value.id for value in values.values]
    yield from _repeated(sheet, ("values",), ids, "value")
    yield from _repeated(sheet, ("red_flags",), [flag.id for flag in values.red_flags], "red flag")
    yield from _repeated(sheet, ("value_order",), values.value_order, "value")
    for number, name in enumerate(values.value_order):
        if name not in ids:
            yield located.problem(("value_order", number), f"there is no value `{name}`", did_you_mean(name, ids))
    for missing in [name for name in ids if name not in values.value_order]:
        yield located.problem(("value_order",), f"`{missing}` is not in the order", "list every value once")
    for number, value in enumerate(values.values):
        for other in value.conflicts:
            if other not in ids:
                path = ("values", number, "conflicts", other)
                yield located.problem(path, f"there is no value `{other}`", did_you_mean(other, ids))


def _repeated(sheet: Sheet[Values], path: Path, names: Iterable[str], kind: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            yield sheet.located.problem((*path, number), f"the {kind} `{name}` is listed twice", "keep one of them")
        seen.add(name)


def _influence(sheet: Sheet[Values]) -> Iterator[Problem]:
    influence, located = sheet.value.influence, sheet.located
    if influence.tiers[0].start != 0:
        yield located.problem(("influence", "tiers", 0, "from"), "the first tier must begin at 0", "write `from: 0`")
    for number, (below, above) in enumerate(pairwise(influence.tiers), start=1):
        if above.start <= below.start:
            reason = f"tier {above.id} begins at {above.start}, not above {below.id} ({below.start})"
            yield located.problem(("influence", "tiers", number, "from"), reason, "let tiers ascend")
    ids = [tier.id for tier in influence.tiers]
    yield from _repeated(sheet, ("influence", "tiers"), ids, "tier")
    levels = {"medium_from": influence.reach_levels.medium_from, "high_from": influence.reach_levels.high_from}
    for field, tier in levels.items():
        if tier not in ids:
            path = ("influence", "reach_levels", field)
            yield located.problem(path, f"there is no tier `{tier}`", did_you_mean(tier, ids))
    places = [ids.index(tier) for tier in levels.values() if tier in ids]
    if len(places) == 2 and places[0] > places[1]:
        yield located.problem(("influence", "reach_levels"), "medium begins above high", "let medium_from come first")


def _levels_and_targets(sheet: Sheet[Values]) -> Iterator[Problem]:
    values, located = sheet.value, sheet.located
    targets = values.response_targets
    for severity in SEVERITIES:
        if severity not in values.severity_levels:
            yield located.problem(("severity_levels",), f"severity {severity} is missing", f"add `{severity}: ...`")
        if severity not in targets:
            yield located.problem(("response_targets",), f"severity {severity} is missing", f"add `{severity}: ...`")
    for severity, target in targets.items():
        if not target.low >= target.medium >= target.high:
            reason = f"more reach must not mean more time: low {target.low}, medium {target.medium}, high {target.high}"
            yield located.problem(("response_targets", severity), reason, "let low >= medium >= high")
    for urgent, calmer in pairwise(sorted(targets)):
        for reach in ("low", "medium", "high"):
            sooner, later = getattr(targets[urgent], reach), getattr(targets[calmer], reach)
            if sooner > later:
                reason = f"severity {calmer} is answered sooner ({later} minutes) than severity {urgent} ({sooner})"
                yield located.problem(("response_targets", calmer, reach), reason, f"write at least {sooner}")


def _channels(sheet: Sheet[Values]) -> Iterator[Problem]:
    owners = {name: name for name in sheet.value.channels}
    for name, channel in sheet.value.channels.items():
        base: Path = ("channels", name)
        if channel.hard is not None and channel.house > channel.hard:
            reason = f"our own length ({channel.house}) is more than the network takes ({channel.hard})"
            yield sheet.located.problem((*base, "house"), reason, f"write {channel.hard} or less")
        for number, alias in enumerate(channel.aliases):
            if owners.setdefault(alias, name) != name or alias in sheet.value.channels:
                reason = f"`{alias}` already means the channel `{owners[alias]}`"
                yield sheet.located.problem((*base, "aliases", number), reason, "delete it here or there")
    for name in sheet.value.own_handles:
        if name not in sheet.value.channels:
            mend = did_you_mean(name, sheet.value.channels)
            yield sheet.located.problem(("own_handles", name), f"there is no channel `{name}`", mend)


def _links(sheet: Sheet[Values]) -> Iterator[Problem]:
    """A draft with a link to any other host would be blocked."""
    domains = sheet.value.allowed_domains
    for name, address in sheet.value.links.items():
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
        if not any(host == domain or host.endswith(f".{domain}") for domain in domains):
            reason = f"`{host or address}` is not one of allowed_domains"
            yield sheet.located.problem(("links", name), reason, "add its domain there, or link to another page")


def _lines(sheet: Sheet[Values]) -> Iterator[Problem]:
    values, located = sheet.value, sheet.located
    slots = known_slots(values.links)
    signoffs: dict[Path, str] = {("voice", "signoff"): values.voice.signoff}
    signoffs |= {("channels", name, "signoff"): channel.signoff for name, channel in values.channels.items()}
    for path, signoff in signoffs.items():
        for reason, mend in slot_problems(signoff, slots):
            yield located.problem(path, reason, mend)
    for name in ("emergency", "helpline"):
        if name not in values.safety_lines:
            yield located.problem(("safety_lines",), f"`{name}` is missing", f'add `{name}: "..."`')
    for step in ("A0", "A1", "A2", "A3"):
        if step not in values.commitments.apology_ladder:
            yield located.problem(("commitments", "apology_ladder"), f"`{step}` is missing", f"add `{step}: ...`")
