"""The few shapes that every rule about a payload is made of. A shape finds what is wrong in any JSON and never raises."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.emulator.rules.problem import INVALID_TYPE, MISSING_FIELD, Constraint, Problem


class Shape(Protocol):
    """What a value must look like."""

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        """All that is wrong with `value`, which stands at the JSON pointer `at`."""
        ...


Rule = Callable[[Mapping[str, object], str], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever Slack stores without looking at it."""

    def problems(self, value: object, at: str) -> Iterator[Problem]:  # noqa: ARG002  because a shape has one signature
        yield from ()


@dataclass(frozen=True, slots=True)
class Text:
    """A string of `least` to `most` characters, which `pattern` matches whole."""

    most: int | None = None
    least: int = 0
    pattern: str = ""

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(at, "must provide a string", INVALID_TYPE)
        elif self.most is not None and len(value) > self.most:
            constraint = Constraint("max_length", self.most, len(value))
            yield Problem(at, f"must be less than {self.most + 1} characters", constraint=constraint)
        elif len(value) < self.least:
            constraint = Constraint("min_length", self.least, len(value))
            yield Problem(at, f"must be more than {self.least - 1} characters", constraint=constraint)
        elif self.pattern and re.fullmatch(self.pattern, value) is None:
            constraint = Constraint("pattern", self.pattern, value)
            yield Problem(at, f"must match regex pattern: {self.pattern}", constraint=constraint)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, bool):
            yield Problem(at, "must be a boolean", INVALID_TYPE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, `whole` or not, within its bounds (both included)."""

    least: float | None = None
    most: float | None = None
    whole: bool = True

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        kinds = (int,) if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds):
            yield Problem(at, f"must provide {'an integer' if self.whole else 'a number'}", INVALID_TYPE)
        elif self.most is not None and value > self.most:
            yield Problem(at, f"must be less than {self.most}", constraint=Constraint("maximum", self.most, value))
        elif self.least is not None and value < self.least:
            yield Problem(at, f"must be greater than {self.least}", constraint=Constraint("minimum", self.least, value))


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few constants."""

    values: tuple[str | int, ...]

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, str | int) or value not in self.values:
            yield Problem(at, "must be a valid enum value", constraint=Constraint("enum", list(self.values), value))


@dataclass(frozen=True, slots=True)
class Several:
    """An array of `least` to `most` items of one shape."""

    item: Shape
    most: int | None = None
    least: int = 0

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(at, "must provide an array", INVALID_TYPE)
            return
        if self.most is not None and len(value) > self.most:
            constraint = Constraint("max_items", self.most, len(value))
            yield Problem(at, f"no more than {self.most} items allowed", constraint=constraint)
        if len(value) < self.least:
            constraint = Constraint("min_items", self.least, len(value))
            yield Problem(at, f"must provide at least {self.least} items", constraint=constraint)
        for index, item in enumerate(value):
            yield from self.item.problems(item, f"{at}/{index}")


@dataclass(frozen=True, slots=True)
class Record:
    """An object with these fields, and no others where it is `closed`; `rules` say what no single field can."""

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    closed: bool = True

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(at, "must provide an object", INVALID_TYPE)
            return
        for name in self.required:
            if name not in value:
                yield Problem(at, f"missing required field: {name}", MISSING_FIELD, field=name)
        for name, part in value.items():
            shape = self.required.get(name) or self.optional.get(name)
            if shape is not None:
                yield from shape.problems(part, f"{at}/{name}")
            elif self.closed:
                constraint = Constraint("additional_properties", got=name)
                yield Problem(at, f"invalid additional property: {name}", constraint=constraint)
        for rule in self.rules:
            yield from rule(value, at)


@dataclass(frozen=True, slots=True)
class Kinds:
    """An object whose `type` says which shape its other fields have."""

    by_type: Mapping[str, Shape]

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem(at, "must provide an object", INVALID_TYPE)
        elif "type" not in value:
            yield Problem(at, "missing required field: type", MISSING_FIELD, field="type")
        else:
            kind = value["type"]
            shape = self.by_type.get(kind) if isinstance(kind, str) else None
            if shape is None:
                yield unsupported(kind, f"{at}/type", self.by_type)
            else:
                yield from shape.problems({name: part for name, part in value.items() if name != "type"}, at)


@dataclass(frozen=True, slots=True)
class Either:
    """Two records that differ by one field: with `by` present the second is meant, without it the first."""

    without: Record
    having: Record
    by: str

    def problems(self, value: object, at: str) -> Iterator[Problem]:
        chosen = self.having if isinstance(value, Mapping) and self.by in value else self.without
        yield from chosen.problems(value, at)


def unsupported(kind: object, at: str, expected: Mapping[str, object]) -> Problem:
    """A `type` that is unknown, or known but not allowed in this place."""
    name = kind if isinstance(kind, str) else type(kind).__name__
    return Problem(at, f"unsupported type: {name}", constraint=Constraint("enum", sorted(expected), kind))


def one_of(*names: str) -> Rule:
    """The rule that at least one of these fields is there."""
    wanted = " or ".join(f"`{name}`" for name in names)

    def rule(value: Mapping[str, object], at: str) -> Iterator[Problem]:
        if not any(name in value for name in names):
            constraint = Constraint("one_of", list(names))
            yield Problem(f"{at}/type", f"must define either {wanted}", constraint=constraint)

    return rule


def only_one_of(*names: str) -> Rule:
    """The rule that exactly one of these fields is there."""
    missing = one_of(*names)

    def rule(value: Mapping[str, object], at: str) -> Iterator[Problem]:
        yield from missing(value, at)
        there = [name for name in names if name in value]
        if len(there) > 1:
            both = " and ".join(f"`{name}`" for name in there)
            yield Problem(f"{at}/type", f"cannot define both {both}", constraint=Constraint("one_of", list(names)))

    return rule
