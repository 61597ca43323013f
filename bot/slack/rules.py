"""The words in which Slack's limits are written down: small rules that say what is wrong with a value, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.slack.text import escaped_units, units

Rule = Callable[[Any, str], Iterator[str]]
"""Gives one sentence for each thing that is wrong with a value at a place ("blocks[2].text")."""


def string(most: int, least: int = 1, measure: Callable[[str], int] = units) -> Rule:
    """A text of so many characters that can be encoded."""

    def check(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{where} must be a text"
        elif not least <= measure(value) <= most:
            yield f"{where} must have {least} to {most} characters, it has {measure(value)}"
        elif any("\ud800" <= character <= "\udfff" for character in value):
            yield f"{where} has half a character that cannot be encoded"

    return check


def text(most: int, *kinds: str) -> Rule:
    """A text object of one of the kinds, counted as it may be after escaping."""
    literal = record(
        {"type": one_of(*kinds), "text": string(most, measure=escaped_units)}, {"emoji": boolean, "verbatim": boolean}
    )
    marked = record({"type": one_of(*kinds), "text": string(most)}, {"verbatim": boolean})

    def check(value: Any, where: str) -> Iterator[str]:
        yield from (marked if isinstance(value, dict) and value.get("type") == "mrkdwn" else literal)(value, where)

    return check


def many(rule: Rule, most: int, least: int = 1) -> Rule:
    """A list of so many things, each after one rule."""

    def check(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, list | tuple):
            yield f"{where} must be a list"
            return
        if not least <= len(value) <= most:
            yield f"{where} must have {least} to {most} items, it has {len(value)}"
        for place, item in enumerate(value):
            yield from rule(item, f"{where}[{place}]")

    return check


def one_of(*allowed: Any) -> Rule:
    """One of these values and nothing else."""

    def check(value: Any, where: str) -> Iterator[str]:
        if value not in allowed:
            yield f"{where} must be one of {', '.join(map(str, allowed))}"

    return check


def boolean(value: Any, where: str) -> Iterator[str]:
    """True or False."""
    if not isinstance(value, bool):
        yield f"{where} must be true or false"


def number(least: int, most: int) -> Rule:
    """A whole number between two others."""

    def check(value: Any, where: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            yield f"{where} must be a whole number from {least} to {most}"

    return check


def record(required: Mapping[str, Rule], optional: Mapping[str, Rule]) -> Rule:
    """An object with these fields; others are refused, as Slack refuses them. `type` may always stand there."""

    def check(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield f"{where} must be an object"
            return
        for name in required:
            if name not in value:
                yield f"{where}.{name} is missing"
        for name, inner in value.items():
            rule = required.get(name) or optional.get(name)
            if rule:
                yield from rule(inner, f"{where}.{name}")
            elif name != "type":
                yield f"{where}.{name} is not known"

    return check


def with_one_of(names: tuple[str, ...], rule: Rule) -> Rule:
    """An object after a rule that has at least one of the fields."""

    def check(value: Any, where: str) -> Iterator[str]:
        yield from rule(value, where)
        if isinstance(value, Mapping) and not any(value.get(name) for name in names):
            yield f"{where} must have {' or '.join(names)}"

    return check


def by_type(shapes: Mapping[str, Rule], what: str) -> Rule:
    """An object whose `type` says which rule it follows."""

    def check(value: Any, where: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, Mapping) else None
        rule = shapes.get(kind) if isinstance(kind, str) else None
        if rule:
            yield from rule(value, where)
        else:
            yield f"{where} must be {what} that we send ({', '.join(shapes)}), it is {kind!r}"

    return check
