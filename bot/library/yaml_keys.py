"""Keys that are what they look like: text or a whole number, in Latin letters, without invisible characters."""

from __future__ import annotations

import unicodedata

from bot.library.characters import describe


def key_problem(key: object) -> tuple[str, str]:
    """Why `key` cannot be a key, and the mend; two empty texts when it can."""
    if key == "<<":
        return "a merge key (`<<`)", "write the fields out"
    if isinstance(key, dict | list):
        return "a key must be a word, not a list or a mapping", "put text with { or [ in quotes"
    if key is None or isinstance(key, bool | float):
        return f"a key must be text, not {str(key).lower() if key is not None else 'nothing'}", "put it in quotes"
    if isinstance(key, str) and not key.isascii():
        return _look_alike(key)
    return "", ""


def _look_alike(key: str) -> tuple[str, str]:
    for character in key:
        kind = unicodedata.category(character)
        if kind in {"Cf", "Mn", "Zs"} and character != " ":
            return f"the key `{key}` contains {describe(character)}, which cannot be seen", "type the key again"
        if kind.startswith("L") and not unicodedata.name(character, "").startswith("LATIN"):
            return f"the key `{key}` contains {describe(character)}, which only looks like a Latin letter", "type the key again"
    return "", ""
