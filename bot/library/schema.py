"""What every part of a manager's file is made of: strict, frozen, unknown keys refused."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class Part(BaseModel):
    """Base of all file models: immutable, no unknown keys, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _day(value: object) -> object:
    """Dates arrive as text: the YAML reader leaves them as written."""
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("day", "must be a date written as 2026-11-01")


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]
Texts = Annotated[tuple[Text, ...], Field(strict=False)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
Lines = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many), Field(strict=False)]
"""One text or several: a manager may write a single line without a list."""
Day = Annotated[date, BeforeValidator(_day)]
Severity = Annotated[int, Field(ge=1, le=5)]
Minutes = Annotated[int, Field(ge=1, le=60 * 24 * 30)]
