"""One thing that Slack refuses in a payload, in Slack's own words."""

from __future__ import annotations

from dataclasses import dataclass

MISSING_FIELD = "missing_field"
INVALID_TYPE = "invalid_type"
FAILED_CONSTRAINT = "failed_constraint"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What was asked for: `kind` is Slack's name for it (`max_length`, `enum`, `additional_properties` ...)."""

    kind: str
    expected: object = None
    got: object = None


@dataclass(frozen=True, slots=True)
class Problem:
    """`pointer` is a JSON pointer into what was sent; `code` is one of Slack's three.

    Wording, codes and constraint names are those of Slack's own open validator (slackhq/hack-json-schema), and of the
    answers that people have quoted in public.
    """

    pointer: str
    message: str
    code: str = FAILED_CONSTRAINT
    constraint: Constraint | None = None
    field: str = ""

    def __str__(self) -> str:
        """The one-line form of chat.* and views.*."""
        return f"{self.message} [json-pointer:{self.pointer}]"

    def item(self) -> dict[str, object]:
        """The form that `blocks.validate` lists under `errors`."""
        item: dict[str, object] = {"code": self.code, "message": self.message, "pointer": self.pointer}
        if self.field:
            item["field"] = self.field
        if self.constraint is not None:
            got = {} if self.constraint.got is None else {"got": self.constraint.got}
            item["constraint"] = {"type": self.constraint.kind, "expected": self.constraint.expected, **got}
        return item


def taken(name: str, value: str, pointer: str) -> Problem:
    """An identifier that stands twice where it may stand once."""
    return Problem(pointer, f'`{name}` "{value}" already exists')
