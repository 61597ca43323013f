"""`values.yaml`, what a large audience may bring: gestures that ask for nothing in return, and where numbers come from."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.library.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.errors import Problem
    from bot.library.sheets import Sheet
    from bot.library.strict_yaml import Path
    from bot.library.values import LookUp, Values

_CONDITION = re.compile(
    r"\b(?:if|when|once|unless|until|provided|as long as|so that|in return|in exchange|swap|condition|against)\b"
    r"|\bfor (?:a|an|his|her|their|your)\b"
    r"|remov|delet|\bedit|withdraw|retract|\bhid(?:e|es|ing)\b|t(?:ak(?:e|es|ing|en)|ook) (?:\w+ )?down"
    r"|pull(?:s|ing|ed)? (?:\w+ )?(?:post|video|thread|review)"
    r"|silen|quiet|stop posting|not to post|say nothing|non.?disclosure|\bnda\b"
    r"|prais|\bstars?\b|review|rating|follow|shar(?:e|es|ing)\b|shout.?out|mention|endors|recommend|testimonial|promot"
    r"|hashtag|\btag(?:s|ging)?\b|\bpost(?:s|ing)?\b|\btweets?\b|\bstory\b|(?:kind|good|nice) word",
    re.IGNORECASE,
)
"""Words of a bargain: whoever gives for silence, removal or praise has bought a review."""
_OUR_OWN = ("localhost", "127.0.0.1", "::1")
_NEEDED = {"csv": "a file beside values.yaml, such as `audiences.csv`", "http": "an address that begins with https://"}


def check_gestures(sheet: Sheet[Values]) -> Iterator[Problem]:
    """Each belongs to a tier, is asked of a manager with a reason, and is no bargain."""
    tiers = [tier.id for tier in sheet.value.influence.tiers]
    for number, gesture in enumerate(sheet.value.influence.gestures.items):
        base: Path = ("influence", "gestures", "items", number)
        if gesture.tier not in tiers:
            reason = f"there is no tier `{gesture.tier}`"
            yield sheet.located.problem((*base, "tier"), reason, did_you_mean(gesture.tier, tiers))
        condition = _CONDITION.search(gesture.gift.replace("_", " "))
        if condition:
            reason = f"a gift may ask for nothing in return (`{condition.group()}`)"
            yield sheet.located.problem((*base, "gift"), reason, "name the gift alone")
        if not gesture.reason_required:
            reason = "what only some are given needs a reason in writing"
            yield sheet.located.problem((*base, "reason_required"), reason, "write `reason_required: true`")


def check_look_up(sheet: Sheet[Values]) -> Iterator[Problem]:
    """A source that can be opened, safely."""
    look_up, base = sheet.value.influence.look_up, ("influence", "look_up")
    if look_up.provider == "manual":
        if look_up.source:
            yield sheet.located.problem((*base, "source"), "`manual` asks nobody", "write `provider: csv` or `http`, or empty it")
        if look_up.counts_as_checked:
            yield sheet.located.problem((*base, "counts_as_checked"), "`manual` asks nobody", "write `false`")
    elif reason := _wrong_source(look_up):
        yield sheet.located.problem(sheet.located.known((*base, "source")), reason, f"write {_NEEDED[look_up.provider]}")


def _wrong_source(look_up: LookUp) -> str:
    if not look_up.source:
        return f"`{look_up.provider}` needs a source"
    if look_up.provider == "csv":
        path = PurePosixPath(look_up.source.replace("\\", "/"))
        return f"`{look_up.source}` leads out of our folder" if path.is_absolute() or ".." in path.parts else ""
    try:
        parts = urlsplit(look_up.source)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return f"`{look_up.source}` is no address"
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return f"`{look_up.source}` is no address that may be asked"
    return f"`{look_up.source}` is not encrypted" if parts.scheme == "http" and host not in _OUR_OWN else ""
