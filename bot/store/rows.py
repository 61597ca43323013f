"""Rows of the tables to the values of `bot.kept`, and back."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.kept import Brief, HandOver, Kept
from bot.model import Ask

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

Row = dict[str, Any]


def draft_row(kept: Kept) -> Row:
    """Text with no UTF-8 form (half an emoji) is kept as the replacement character: a database cannot hold it."""
    row = {field.name: getattr(kept, field.name) for field in fields(kept)}
    row |= {"ask": _packed(asdict(kept.ask)), "brief": _packed(asdict(kept.brief)), "ticked": json.dumps(kept.ticked)}
    return {name: _storable(value) for name, value in row.items()}


def kept_of(row: RowMapping) -> Kept:
    """The draft of a row. Fields that a later version added to the ask or the brief are left out."""
    return Kept(
        **{
            **row,
            "ask": Ask(**_unpacked(Ask, row["ask"])),
            "brief": Brief(**_unpacked(Brief, row["brief"])),
            "ticked": tuple(json.loads(row["ticked"])),
            "made": _utc(row["made"]),
            "changed": _utc(row["changed"]),
        }
    )


def hand_over_row(given: HandOver) -> Row:
    return {name: _storable(value) for name, value in asdict(given).items()}


def hand_over_of(row: RowMapping) -> HandOver:
    taken_at = row["taken_at"]
    return HandOver(**{**row, "made": _utc(row["made"]), "taken_at": taken_at and _utc(taken_at)})


def _packed(values: Row) -> str:
    return json.dumps(values)


def _unpacked(kind: type[Ask | Brief], text: str) -> Row:
    known = {field.name for field in fields(kind)}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items() if name in known}


def _storable(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode().replace("\0", "") if isinstance(value, str) else value


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the zone of a time; all of ours are in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
