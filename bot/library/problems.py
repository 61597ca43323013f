"""What the schema finds wrong, in the words of the person who wrote the file: place, reason, mend."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

    from bot.errors import Problem
    from bot.library.strict_yaml import Located, Path

M = TypeVar("M", bound=BaseModel)

_TYPES = {
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "date_type": "must be a date written as 2026-11-01",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be fields of its own (`name: value` lines)",
    "model_type": "must be fields of its own (`name: value` lines)",
}
_BOUNDS = {
    "greater_than_equal": ("must be at least {ge}", "ge"),
    "less_than_equal": ("must be at most {le}", "le"),
    "greater_than": ("must be more than {gt}", "gt"),
    "less_than": ("must be less than {lt}", "lt"),
    "string_too_long": ("must have at most {max_length} characters", "max_length"),
    "too_long": ("must have at most {max_length} entries", "max_length"),
    "too_short": ("must have at least {min_length} entries", "min_length"),
}


def validate(model: type[M], located: Located) -> tuple[M | None, list[Problem]]:
    """The mapping as `model`, or None and everything that is wrong with it."""
    try:
        return model.model_validate(located.value), []
    except ValidationError as error:
        return None, sorted(_problem(detail, model, located) for detail in error.errors(include_url=False))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The mend for a word that is not known: the nearest one, or all where there are few."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if not names:
        return "there are none yet"
    shown = ", ".join(names[:12])
    return f"known: {shown}{', ...' if len(names) > 12 else ''}"


def _problem(detail: ErrorDetails, model: type[BaseModel], located: Located) -> Problem:
    path: Path = tuple(step for step in detail["loc"] if step != "[key]")
    place = located.known(path)
    if detail["type"] == "missing":
        return located.problem((*place, path[-1]), "is missing", f"add `{path[-1]}:`")
    reason, mend = _words(detail, model, path)
    return located.problem(place, reason, mend)


def _words(detail: ErrorDetails, model: type[BaseModel], path: Path) -> tuple[str, str]:
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        return f"unknown field `{path[-1]}`", did_you_mean(str(path[-1]), _fields_at(model, path[:-1]))
    if kind in _TYPES:
        return f"{_TYPES[kind]}, not {_kind_of(given)}", _mend_type(kind, given)
    if kind in _BOUNDS:
        return _BOUNDS[kind][0].format(**context).replace("1 entries", "1 entry"), ""
    if kind == "literal_error":
        return _choice(str(context["expected"]), given)
    if kind == "string_too_short":
        return "is empty", "write the text, or delete the field"
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]), given)
    return detail["msg"], ""


def _choice(expected: str, given: object) -> tuple[str, str]:
    options = re.findall(r"'([^']*)'", expected)
    if not options:
        return f"`{_shown(given)}` is not allowed", f"must be {expected.lower()}"
    near = difflib.get_close_matches(str(given), options, n=1, cutoff=0.6)
    allowed = "allowed: " + ", ".join(options)
    return f"`{_shown(given)}` is not allowed", f"did you mean `{near[0]}`? {allowed}" if near else allowed


def _pattern(pattern: str, given: object) -> tuple[str, str]:
    if "A-Z" in pattern:
        return f"`{_shown(given)}` is not a currency code", "write three capital letters, such as USD"
    return f"`{_shown(given)}` is not an id", "use a-z, 0-9, - and _, at most 64 of them"


def _mend_type(kind: str, given: object) -> str:
    if kind == "string_type" and isinstance(given, bool | int | float):
        return "put it in quotes"
    if kind in {"tuple_type", "list_type"} and isinstance(given, str):
        return f'write ["{_shown(given)}"] or lines that begin with `- `'
    return ""


def _kind_of(given: object) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "fields of its own"
    if isinstance(given, list | tuple):
        return "a list"
    return f"`{_shown(given)}`"


def _shown(given: object) -> str:
    text = str(given).lower() if isinstance(given, bool) else str(given)
    return text if len(text) <= 40 else f"{text[:37]}..."


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """Names of the fields that may stand at `path`, as the file spells them."""
    kind: Any = model
    for step in path:
        kind = _inside(kind, step)
    models = list(_models_in(kind))
    return [field.alias or name for found in models for name, field in found.model_fields.items()]


def _inside(kind: Any, step: str | int) -> Any:
    if isinstance(step, str):
        for model in _models_in(kind):
            fields: Mapping[str, Any] = model.model_fields
            for name, field in fields.items():
                if step in (name, field.alias):
                    return field.annotation
    return kind


def _models_in(kind: Any) -> Iterable[type[BaseModel]]:
    """The models in an annotation: itself, or those inside its tuple, dict, union or Annotated."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        return
    for part in get_args(kind):
        yield from _models_in(part)
