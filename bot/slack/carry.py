"""What a button or a block carries back to us. A value is only a claim: whose draft it is, the office looks up."""

from __future__ import annotations

import json

_IN_ID = ":"


def packed(**fields: str | bool) -> str:
    """Fields as the value of a button."""
    return json.dumps(fields, separators=(",", ":"))


def unpacked(value: str) -> dict[str, str]:
    """The fields of `packed`, all as text ("true" for True); empty for a value that we did not write."""
    try:
        fields = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict):
        return {}
    return {name: str(field).lower() if isinstance(field, bool) else str(field) for name, field in fields.items()}


def tagged(name: str, draft: str) -> str:
    """A block id that says which draft the block belongs to: boxes of which none is ticked carry no value."""
    return f"{name}{_IN_ID}{draft}"


def draft_of(block_id: str) -> str:
    """The draft of a block id made by `tagged`; empty when it names none."""
    return block_id.partition(_IN_ID)[2]
