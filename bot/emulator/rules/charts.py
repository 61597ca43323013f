"""The chart of a data_visualization block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.emulator.rules.problem import Problem
from bot.emulator.rules.shapes import Kinds, Number, Record, Several, Text

_LABEL = Text(20, least=1)
_POINT = Record({"label": _LABEL, "value": Number(whole=False)})
_SERIES = Record({"name": _LABEL, "data": Several(_POINT, most=20, least=1)})
_AXES = Record({"categories": Several(_LABEL, most=20, least=1)}, {"x_label": Text(50), "y_label": Text(50)})


def _known_labels(value: Mapping[str, object], at: str) -> Iterator[Problem]:
    """Each point stands over a category."""
    axes, series = value.get("axis_config"), value.get("series")
    categories = axes.get("categories") if isinstance(axes, Mapping) else None
    if not isinstance(categories, list) or not isinstance(series, list):
        return
    for index, one in enumerate(series):
        points = one.get("data") if isinstance(one, Mapping) else None
        for number, point in enumerate(points if isinstance(points, list) else []):
            if isinstance(point, Mapping) and "label" in point and point["label"] not in categories:
                yield Problem(f"{at}/series/{index}/data/{number}/label", "must be one of the axis categories")


_PLOT = Record({"series": Several(_SERIES, most=6, least=1), "axis_config": _AXES}, rules=(_known_labels,))

CHART = Kinds(
    {
        "pie": Record({"segments": Several(_POINT, most=6, least=1)}),
        "bar": _PLOT,
        "area": _PLOT,
        "line": _PLOT,
    }
)
