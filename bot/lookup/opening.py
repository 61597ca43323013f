"""The source of audiences that values.yaml names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.influence import Manual
from bot.lookup.csv_file import CsvAudiences
from bot.lookup.service import ServiceAudiences

if TYPE_CHECKING:
    from pathlib import Path

    from bot.flow.influence import Audiences
    from bot.library.values import LookUp


def open_audiences(look_up: LookUp, root: Path, token: str = "") -> Audiences:
    """`root` is the folder of values.yaml, `token` what a service asks for. `sayso lint` has checked the source."""
    if look_up.provider == "csv":
        return CsvAudiences(root / look_up.source)
    if look_up.provider == "http":
        return ServiceAudiences(look_up.source, token, look_up.seconds)
    return Manual()
