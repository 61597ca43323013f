"""Rich text: what a composer of Slack writes, and what shows a customer's words without reading them as markup."""

from __future__ import annotations

from bot.emulator.rules.shapes import Flag, Kinds, Number, OneOf, Record, Several, Shape, Text

_STYLE = Record(optional={name: Flag() for name in ("bold", "code", "italic", "strike", "underline")})
_BORDER = OneOf((0, 1))


def _part(required: dict[str, Shape], optional: dict[str, Shape] | None = None) -> Record:
    return Record(required, {"style": _STYLE, **(optional or {})})


_TEXT = _part({"text": Text(least=1)})
_LINK = _part({"url": Text(least=1)}, {"text": Text(), "unsafe": Flag()})

_PARTS = Kinds(
    {
        "broadcast": _part({"range": OneOf(("here", "channel", "everyone"))}),
        "channel": _part({"channel_id": Text(least=1)}),
        "color": _part({"value": Text(least=1)}),
        "date": _part({"timestamp": Number(), "format": Text(least=1)}, {"url": Text(), "fallback": Text()}),
        "emoji": _part({"name": Text(least=1)}, {"unicode": Text(), "url": Text()}),
        "link": _LINK,
        "team": _part({"team_id": Text(least=1)}),
        "text": _TEXT,
        "user": _part({"user_id": Text(least=1)}),
        "usergroup": _part({"usergroup_id": Text(least=1)}),
    }
)

_SECTION = Record({"elements": Several(_PARTS)})
_LIST = Record(
    {"elements": Several(Kinds({"rich_text_section": _SECTION})), "style": OneOf(("bullet", "ordered"))},
    {"indent": Number(least=0), "offset": Number(least=0), "border": _BORDER},
)

RICH_TEXT = Record(
    {
        "elements": Several(
            Kinds(
                {
                    "rich_text_section": _SECTION,
                    "rich_text_list": _LIST,
                    "rich_text_quote": Record({"elements": Several(_PARTS)}, {"border": _BORDER}),
                    "rich_text_preformatted": Record(
                        {"elements": Several(Kinds({"text": _TEXT, "link": _LINK}))}, {"border": _BORDER}
                    ),
                }
            )
        )
    },
    {"block_id": Text(255)},
)
RICH_TEXT_ONLY = Kinds({"rich_text": RICH_TEXT})
