"""What a colleague says of somebody's audience, in plain words: whose, how many, how fast, and whether anybody looked."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.channel import channel_id
from bot.flow.reach import COUNT, MULTIPLES, PERIOD, Count, counts, plain_number
from bot.text.clean import matching_copy

if TYPE_CHECKING:
    from bot.library.values import Values
    from bot.model import Standing

EVERYBODY = 10_000_000_000
"""No audience is larger: there are not that many people."""
EXAMPLE = "for example `reach @dana 620000`, `reach @dana 1.2m followers checked` or `reach 466,000 views in 3 days`"

_HANDLE = re.compile(r"(?<![\w.@])@[\w.-]{1,60}(?:@[\w.-]{1,60})?")
_STANDINGS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (
        "not_checkable",
        re.compile(
            r"\b(?:not checkable|uncheckable|can(?:no|'?)t (?:be checked|check|see it)|no handle|"
            r"(?:private|locked|deleted) (?:account|profile))\b"
        ),
    ),
    (
        "disputed",
        re.compile(
            r"\b(?:disputed|bought|fake|bots|suspicious|sudden jump|not (?:his|her|their) account|"
            r"do(?:es)?(?:n'?t| not) match)\b"
        ),
    ),
    (
        "claimed",
        re.compile(
            r"\b(?:unchecked|(?:not|never|isn'?t|to be|yet|hasn'?t been) (?:yet )?(?:checked|verified|confirmed)|claimed)\b"
        ),
    ),
    ("checked", re.compile(r"\b(?:checked|verified it|confirmed|i (?:looked|saw it|have seen it))\b")),
)
"""In this order: "not checked" is no check."""
_GROUP = re.compile(r"\b(?:group|forum|union|community|club|page|newsletter|association|network|subreddit|members)\b")
_PEOPLE = r"(?:followers|subscribers|subs|fans|members|readers|listeners|viewers|people)"
_FIGURE = rf"(\d{{1,15}}(?:[.,' ]\d{{1,15}}){{0,5}}) ?({'|'.join(sorted(filter(None, MULTIPLES), key=len, reverse=True))})?"
_SIZED = re.compile(rf"\b{_FIGURE}\+? (?:\w+ ){{0,2}}?{_PEOPLE}\b")
_BARE = re.compile(rf"(?<![\w.,-]){_FIGURE}\b")
_BELOW_ZERO = re.compile(r"(?<!\w)-\d")
_IN_WORDS = (
    (re.compile(r"\bhalf a million\b"), "500000"),
    (re.compile(r"\ba quarter of a million\b"), "250000"),
    (re.compile(r"\b(?:a|one) (?:million|mil)\b"), "1000000"),
    (re.compile(r"\b(?:a|one) thousand\b"), "1000"),
    (re.compile(r"\btwo million\b"), "2000000"),
    (re.compile(r"\bthree million\b"), "3000000"),
    (re.compile(r"\bfour million\b"), "4000000"),
    (re.compile(r"\bfive million\b"), "5000000"),
    (re.compile(r"\ba hundred thousand\b"), "100000"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """What was said. `handle` has its `@`, in one case; `network` is a channel of values.yaml, empty where none was named."""

    handle: str = ""
    network: str = ""
    followers: int | None = None
    standing: Standing = "unknown"
    group: bool = False
    count: Count | None = None


def read_question(words: str, values: Values) -> Question:
    """Reads "@dana 620000 on x, checked", "he says he has a million followers", "466,000 views in 3 days".

    Raises Misuse, with an example, where nothing in it is a handle, a number of people or a count.
    """
    found = _HANDLE.search(words)
    handle = found[0].rstrip(".-").casefold() if found else ""
    said = matching_copy(_HANDLE.sub(" ", words))
    for spoken, figure in _IN_WORDS:
        said = spoken.sub(figure, said)
    count = max(counts(said), key=lambda count: count.per_hour, default=None)
    followers = _followers(PERIOD.sub(" ", COUNT.sub(" ", said)))
    if not handle and followers is None and count is None:
        raise Misuse(f"say whose reach: a handle, a number of followers, or a count with its time; {EXAMPLE}")
    standing: Standing = next((standing for standing, pattern in _STANDINGS if pattern.search(said)), "claimed")
    if followers is None and standing in ("claimed", "checked"):
        standing = "unknown"
    return Question(handle, _network(said, values), followers, standing, bool(_GROUP.search(said)), count)


def _followers(said: str) -> int | None:
    """The number of people: the one that stands with such a word, else a bare one."""
    if _BELOW_ZERO.search(said):
        raise Misuse(f"an audience cannot be below 0; {EXAMPLE}")
    found = _SIZED.search(said) or _BARE.search(said)
    if found is None:
        return None
    number = round(plain_number(re.sub(r"[' ]", ",", found[1])) * MULTIPLES[found[2] or ""])
    if number > EVERYBODY:
        raise Misuse(f"{number:,} is more than there are people; write the number as the profile shows it")
    return number


def _network(said: str, values: Values) -> str:
    for found in re.finditer(r"\b(?:on|at) ([\w ]{1,30})", said):
        words = found[1].split()
        for size in (2, 1):
            with suppress(Misuse):
                return channel_id(" ".join(words[:size]), values)
    return ""
