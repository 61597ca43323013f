"""What a person wants, in a verb or in their own words: the same after `/sayso`, in a mention and in the Messages tab."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.slack.reach_words import AFTER_SAYSO, REACH_PATTERNS

Verb = Literal[
    "help", "ask", "check", "values", "playbooks", "holding", "may", "gave", "oncall", "hide", "reach", "reply", "plain"
]

_GIVING = "give|offer|refund|replace|waive|rebook|send|pay|grant|comp|add|exchange|credit|reimburse|make an exception"
_POST = "(?:post|tweet|comment|review)"
_GIFT = "refunds?|goodwill|replace\\w*|waive\\w*|vouchers?|credit|delight|meals?|hotels?"
_MAY_WE = "(?:(?:may|can|could|should) (?:i|we)|(?:am i|are we) allowed to)"
_HIDING = "hide|delete|remove|block|ban|mute|take down|report"
_ONE = "this|that|it|him|her|them|someone|somebody"
_PUBLIC = "comments?|reviews?|posts?|tweets?|repl(?:y|ies)|messages?|users?|persons?|people|trolls?|photos?|videos?|ratings?"
_PATTERNS: tuple[tuple[Verb, str], ...] = (
    ("help", r"(?:help|hello|hi|hey|start|\?)[.!?\s]*$"),
    ("hide", r"hide\s*\?\s*(?P<rest>.*)"),
    (
        "hide",
        rf"(?!.*\byou(?:rs?)?\b){_MAY_WE} (?:please )?(?P<rest>(?:{_HIDING}) "
        rf"(?:(?:{_ONE})(?:[?.!,]|\s*$| (?:who|because|for|as|from|on our)\b)|"
        rf"(?:(?!(?:my|your)\b)\w+ ){{0,4}}(?:{_PUBLIC})\b).*)",
    ),
    ("oncall", r"(?:who(?:'s|’s| is) )?on[- ]?(?:call|duty)(?: (?:now|today|tonight))?[.!?\s]*$"),
    ("gave", rf"gave\s*:?\s+(?P<rest>[$€£]?\d[\d.,]*(?: usd| dollars)? (?:in |as |of )?(?:{_GIFT})\b.{{0,40}})$"),
    ("may", rf"(?:may|can|could) i (?P<rest>(?:{_GIVING})\b.+)"),
    ("may", r"am i allowed to (?P<rest>.+)"),
    *(("reach", pattern) for pattern in REACH_PATTERNS),
    ("check", r"check(?:\s*:| (?:this|my words|my reply|my draft)\b\s*:?)\s*(?P<rest>.*)"),
    ("ask", r"ask\s*:\s*(?P<rest>.*)"),
    ("values", r"(?:our |the |show (?:me )?(?:our |the )?)?values\b[.!?\s]*$"),
    ("playbooks", r"(?:show (?:me )?)?(?:our |the )?playbooks?\b\s*(?:for|about|on)?\s*:?\s*(?P<rest>.*)"),
    ("holding", r"holding(?: (?:lines?|reply|replies))?(?:[.!?\s]*$|\s*(?::|for\b:?)\s*(?P<rest>.+))"),
    ("reply", rf"(?:reply|answer|draft)(?: (?:a )?(?:reply|answer))?(?: to(?: this)?(?: {_POST})?)?\s*:\s*(?P<rest>.*)"),
    ("reply", rf"draft a reply(?: to)?(?: this)?(?: {_POST})?\s+(?P<rest>.+)"),
)
_AFTER_SAYSO: tuple[tuple[Verb, str], ...] = (
    ("holding", r"holding\s+(?P<rest>.+)"),
    ("check", r"check(?:\s+(?P<rest>.+))?$"),
    ("reach", AFTER_SAYSO),
    ("ask", r"ask(?:\s+(?P<rest>.+))?$"),
    ("may", r"may(?: i)?\s+(?P<rest>.+)"),
    ("gave", r"gave(?:\s+(?P<rest>.+))?$"),
    ("hide", r"(?P<rest>(?:hide|delete|remove|block)\b.*)"),
    ("reply", r"(?:reply|draft)(?:\s+(?P<rest>.+))?$"),
)
"""Verbs that stand alone only after `/sayso`: a customer, too, may begin with "Check in was a mess"."""
_QUESTION = re.compile(
    r"^(?:what|which|who|whom|whose|how|when|where|why|may|can|could|should|do|does|are|is|am|must)\b.*\b(?:i|we|our|us|me)\b|"
    r"^(?:what|which|who|how) (?:is|are|does|do|value|limit)\b",
    re.IGNORECASE | re.DOTALL,
)
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted, and the words that it is wanted of. "plain": no verb was said."""

    verb: Verb
    rest: str


def read_words(text: str, *, after_sayso: bool = False) -> Wanted:
    """The verb that a text begins with, and what follows it. After `/sayso` a bare verb is enough."""
    text = text.strip()
    if not text:
        return Wanted("help", "")
    for verb, pattern in _PATTERNS + (_AFTER_SAYSO if after_sayso else ()):
        if found := re.match(pattern, text, re.IGNORECASE | re.DOTALL):
            return Wanted(verb, unquoted((found.groupdict().get("rest") or "").strip()))
    return Wanted("plain", unquoted(text))


def asks_us(text: str) -> bool:
    """Whether plain words read like a colleague's question rather than a customer's post."""
    return len(text) <= LONGEST_QUESTION and bool(_QUESTION.match(text.strip()))


def unquoted(text: str) -> str:
    """The text inside the quotation marks that enclose all of it, else the text."""
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1] and text.count(text[-1]) <= 2:
        return text[1:-1].strip()
    return text
