"""Forms and the fields in them: block id and action id of a field are the same word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack.blocks.elements import chosen, label, option
from bot.slack.rich import is_address
from bot.slack.table import INPUT_MOST
from bot.slack.text import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.slack.message import Json

_TITLE_MOST = 24
_PLACEHOLDER_MOST = 150
_LABEL_MOST = 150
_HINT_MOST = 500


def form(callback_id: str, title: str, submit: str, metadata: str, blocks: Sequence[Json]) -> Json:
    """A modal to fill in. `submit` says what pressing it does; without one it can only be closed."""
    view: Json = {
        "type": "modal",
        "callback_id": callback_id,
        "private_metadata": metadata,
        "title": label(title, _TITLE_MOST),
        "close": label("Cancel" if submit else "Close", _TITLE_MOST),
        "blocks": list(blocks),
    }
    return view | {"submit": label(submit, _TITLE_MOST)} if submit else view


def field(name: str, question: str, element: Json, *, hint: str = "", optional: bool = False) -> Json:
    """One field with its question above and a hint below."""
    block: Json = {
        "type": "input",
        "block_id": name,
        "label": label(question, _LABEL_MOST),
        "element": {**element, "action_id": name},
        "optional": optional,
    }
    return block | {"hint": label(hint, _HINT_MOST)} if hint else block


def words_field(
    value: str = "", *, lines: bool = False, most: int = INPUT_MOST, placeholder: str = "", focus: bool = False
) -> Json:
    """A field for words, on one line or several; `value` stands in it already."""
    element: Json = {"type": "plain_text_input", "multiline": lines, "max_length": most}
    return element | _filled(cut(value, most)) | _prompted(placeholder) | _focused(focus)


def address_field(value: str = "", placeholder: str = "https://") -> Json:
    """A field for a web address; Slack itself refuses what is none."""
    return {"type": "url_text_input"} | _filled(value if is_address(value) else "") | _prompted(placeholder)


def number_field(placeholder: str = "") -> Json:
    """A field for a whole number that is not negative."""
    return {"type": "number_input", "is_decimal_allowed": False, "min_value": "0"} | _prompted(placeholder)


def list_field(choices: Sequence[tuple[str, str]], first: str = "", placeholder: str = "") -> Json:
    """A list to choose from: (id, name) each. `first` is chosen already."""
    options = [option(name, identifier) for identifier, name in choices]
    element: Json = {"type": "static_select", "options": options} | _prompted(placeholder)
    initial = chosen(options, [first])
    return element | {"initial_option": initial[0]} if initial else element


def person_field(placeholder: str = "") -> Json:
    """A list of everybody in the workspace."""
    return {"type": "users_select"} | _prompted(placeholder)


def time_field(placeholder: str = "") -> Json:
    """A time of day, "14:20"."""
    return {"type": "timepicker"} | _prompted(placeholder)


def box_field(text: str) -> Json:
    """One box to tick."""
    return {"type": "checkboxes", "options": [option(text, "yes")]}


def _filled(value: str) -> Json:
    return {"initial_value": value} if value else {}


def _prompted(placeholder: str) -> Json:
    return {"placeholder": label(placeholder, _PLACEHOLDER_MOST)} if placeholder else {}


def _focused(focus: bool) -> Json:
    return {"focus_on_load": True} if focus else {}
