"""Q07: every promise is the author's to make. Q08: the apology is no bigger than the severity and the role allow (domain P.8)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.flow.check.apology import level
from bot.flow.check.commitment_rules import DISCIPLINE, FOREVER, POLICY, RULES, SWEEPING
from bot.flow.check.denial_rules import DENIALS
from bot.flow.check.rules import Rule, apply
from bot.flow.check.words import MONEY
from bot.model import Finding
from bot.text.promises import find_promises

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Level

REMEDY_OF = {
    "refund": "refund",
    "replace": "replace",
    "waive_fee": "waive_fee",
    "goodwill": "goodwill",
    "delight": "delight",
    "exception": "exception",
    "donation": "donation",
}
"""The kinds of promise that are remedies with a limit; the other kinds are judged by rules on words."""

_PLAIN = {
    "waive_fee": "waiving a fee",
    "goodwill": "a goodwill gesture",
    "delight": "a treat",
    "exception": "an exception",
    "donation": "a donation",
    "refund": "a refund",
    "replace": "a replacement",
}
_IN_FULL = re.compile(r"\bin full\b|\bfull refund\b|\bfully\b")
"""A full refund of one thing is no sweeping promise; its sum is the author's to check."""
_NEVER_OURS: dict[str, tuple[str, Level, str, str]] = {
    "guarantee": ("Q07", FOREVER.level, FOREVER.message, FOREVER.mend),
    "discipline": ("Q07", DISCIPLINE.level, DISCIPLINE.message, DISCIPLINE.mend),
    "policy": ("Q07", POLICY.level, POLICY.message, POLICY.mend),
    "assurance": ("Q14", DENIALS[0].level, DENIALS[0].message, DENIALS[0].mend),
    "advice": ("Q14", "block", "This gives medical or legal advice.", "Say who they can ask: a doctor, or our formal contact."),
    "rival": ("Q14", DENIALS[3].level, DENIALS[3].message, DENIALS[3].mend),
}
_GLAD = re.compile(
    r"\b(?:reliev\w+|relief|glad|thankful\w*|grateful|happy|pleased|good|fortunate|hope|hoping|thank \w+)(?: \w+){0,5}? (?:nobody|no one|none)\b|"
    r"\b(?:tells?|told|says?|said|reports?|reported|confirms?|confirmed)(?: us| me)?\b"
)
"""Relief that nobody was hurt, or whose word it is, is no assurance of ours."""
_AMOUNTS = 20
"""Sums of one draft that are looked at."""
_NEAR = 120
_NUMBER = re.compile(r"\d[\d.,]*")
_GIVING = (
    (
        "waive_fee",
        r"waiv\w+|wip(?:e|ed|ing)|writ\w+ off|overrid\w+|(?:tak\w+|took|knock\w*|strik\w+|struck|wip\w+|remov\w+|cancel\w*) (?:\w+ ){0,3}?(?:off|fee|charge)",
    ),
    ("donation", r"donat\w+|to (?:a |the |your )?charity"),
    (
        "goodwill",
        r"vouchers?|gift cards?|goodwill|compensat\w+|off (?:of )?your (?:next|bill|order)|discount\w*|knock\w*|coupons?|store credit|points",
    ),
    ("refund", r"refund\w*|credit\w*|pay\w* (?:you )?back|money back|reimburs\w+"),
)
_WEAK_GIVING = re.compile(
    r"(?<![\w'])(?:(?:i|we)(?:'ve|'ll|'re|'m|'d)?(?: \w+){0,3}? (?:send\w*|sent|transfer\w*|give|giv\w+|gave|pay|paying|paid|return\w*|put|putting|owe|cover\w*)|"
    r"you(?:'ll| will|'re| are|'ve)? (?:\w+ )?(?:get|getting|receive|receiving|got|have)|here's|enjoy|yours)(?!\w)"
)
_BETWEEN_US = re.compile(r"(?<!\w)(?:i|we)(?:'(?:ve|ll|re|m|d))?(?!\w).*(?<!\w)(?:you|your)(?!\w)")
_PRICE = re.compile(
    r"(?<!\w)(?:cost\w*|price\w*|charged|paid|fare|costing|worth|spent|spend|from|over|under|billed|raised)(?!\w)"
)
_OWN_KINDS = (
    (
        "exception",
        r"(?:made|make|making) (?:an |a (?:one-?off |special )?|you an )exception|as an exception|(?:overrid|bend|bent|break|broke|ignor|skip|waiv)\w* (?:\w+ )?(?:the |our |that |this )?(?:\w+ )?(?:rules?|contract|polic\w+|terms)|(?:rules?|polic\w+|terms) (?:don't|doesn't|do not|does not|won't) apply|(?:void|strik|tear|forget|rip)\w* (?:up )?(?:the|that|this|your) (?:\w+ )?(?:clause|term|terms|penalty|contract|rule)|not (?:really |actually )?(?:supposed|allowed|meant) to,? but|off the books|don't tell my|just this once|special case for you|outside (?:of )?(?:the|our) (?:rules|policy|window)",
    ),
    ("donation", r"donat(?:e|ing|ed) (?:\w+ ){0,4}(?:to|for|\d)|to (?:a |the |your |any )(?:\w+ )?charity"),
)
_ASKED = re.compile(r"\b(?:whether|ask(?:ed|ing)?|can't|cannot|couldn't|unable|if we|request\w*)\b")
_PROCESS = r"(?:polic\w+ is (?:explained|here|at)|explained at)"


_ADMISSION = Rule(
    "Q07",
    "block",
    "This takes the blame for something that may have legal weight.",
    "Show concern and say who has it; the owner decides what is admitted.",
    (
        r"(?:accept|take|admit|acknowledge|assume|bear|own)\w* (?:full |all |complete |total |the |our |sole |entire |up to )*(?:responsibility|blame|fault|guilt)|(?:we|i) (?:are|am|were) (?:\w+ )?(?:responsible|to blame|guilty)",
    ),
)
_GRAVE = 2


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q07 and Q08 for a draft."""
    yield from apply(RULES, reply)
    if context.severity <= _GRAVE:
        yield from apply((_ADMISSION,), reply)
    yield from _remedies(reply, context)
    yield from _named(reply, context)
    yield from _amounts(reply, context)
    yield from _apology(reply, context)


def _remedies(reply: Reply, context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for promise in find_promises(reply.original):
        span = (promise.start, promise.end)
        if promise.kind == "assurance" and _GLAD.search(promise.text.lower()):
            continue
        if promise.kind in _NEVER_OURS:
            yield Finding(*_NEVER_OURS[promise.kind], *span)
            continue
        remedy = REMEDY_OF.get(promise.kind)
        if not remedy or remedy in seen or _ASKED.search(promise.text.lower()):
            continue
        limit = context.remedies.get(remedy)
        if promise.sweeping and not _IN_FULL.search(promise.text.lower()):
            seen.add(remedy)
            yield Finding("Q07", "block", SWEEPING.message, SWEEPING.mend, *span)
        elif remedy not in context.remedies:
            seen.add(remedy)
            yield Finding("Q07", "block", f"You may not promise {_PLAIN[remedy]} here.", _instead(remedy, context), *span)
        elif promise.amount is not None and promise.currency != "%" and limit is not None and promise.amount > limit:
            seen.add(remedy)
            yield Finding("Q07", "block", _over(remedy, promise.amount, limit, context), _instead(remedy, context), *span)
        elif context.hold:
            seen.add(remedy)
            yield Finding(
                "Q07",
                "warn",
                "This matter has an owner, who decides what is given.",
                "Ask the owner before you promise it, or post the holding line.",
                *span,
            )


def _named(reply: Reply, context: Context) -> Iterator[Finding]:
    """An exception or a donation by its plain words, where the role has no such remedy."""
    for remedy, words in _OWN_KINDS:
        found = re.search(rf"(?<![\w']){words}", reply.text) if remedy not in context.remedies else None
        if found and not _ASKED.search(reply.sentence_at(found.start())):
            yield reply.finding(
                "Q07", "block", f"You may not promise {_PLAIN[remedy]} here.", _instead(remedy, context), found.span()
            )


def _amounts(reply: Reply, context: Context) -> Iterator[Finding]:
    """Any sum that we say we give, whatever the wording, against the limit of the remedy that its words name."""
    for found in islice(re.finditer(rf"(?<!\w){MONEY}", reply.text), _AMOUNTS):
        amount = _amount(found.group())
        around = reply.sentence_span(found.start())
        sentence = reply.text[max(around[0], found.start() - _NEAR) : min(around[1], found.end() + _NEAR)]
        before = reply.text[max(0, found.start() - 60) : found.start()]
        if amount is None or _ASKED.search(before):
            continue
        remedy = next((name for name, words in _GIVING if re.search(rf"(?<!\w)(?:{words})(?!\w)", sentence)), None)
        if remedy is None and _WEAK_GIVING.search(sentence):
            remedy = "refund"
        if remedy is None and _BETWEEN_US.search(sentence) and not _PRICE.search(sentence):
            remedy = "refund"
        if remedy is None or re.search(_PROCESS, sentence):
            continue
        limit = context.remedies.get(remedy, 0.0)
        if limit is not None and amount > limit:
            yield reply.finding("Q07", "block", _over(remedy, amount, limit, context), _instead(remedy, context), found.span())
            return


def _apology(reply: Reply, context: Context) -> Iterator[Finding]:
    found = level(reply, grave=context.severity <= _GRAVE)
    if found is None or found.level <= context.apology_max:
        return
    if context.apology_max <= "A1":
        message = "This says that it was our fault, which is not yours to say at this severity."
        mend = "Show concern without a cause (\"I'm sorry to hear you're hurt\") until the owner clears more."
    else:
        message = "This owns the fault, gives a remedy and promises prevention: more than your role may say alone."
        mend = "Leave out what will be changed, or ask a lead to post it."
    yield reply.finding("Q08", "block", message, mend, found.span)


def _over(remedy: str, amount: float, limit: float, context: Context) -> str:
    return f"{amount:,.0f} is over your limit of {limit:,.0f} {context.currency} for {_PLAIN[remedy]}."


def _instead(remedy: str, context: Context) -> str:
    who = context.higher_roles.get(remedy)
    ask = f"Ask {who}" if who else "Ask the owner"
    return f"{ask} first; until then say that you have asked and when you will answer."


def _amount(text: str) -> float | None:
    found = _NUMBER.search(text)
    if not found:
        return None
    digits = found.group().rstrip(".,")
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        value = float(digits)
    except ValueError:
        return None
    if re.search(r"\dk\b", text):
        value *= 1_000
    return value / 100 if re.search(r"cents?|pence", text) else value
