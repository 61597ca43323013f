"""Q09: nothing about a person in public. Q10: a hand-off to private is safe, says why, and comes back (domain P.6 and P.7)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.flow.check.links import emails, handles, is_ours, links
from bot.flow.check.relation import relation
from bot.flow.check.rules import SAME_SENTENCE as ANY
from bot.flow.check.rules import Rule, apply, compiled, has
from bot.flow.check.words import IDENTIFIER, NEVER_ASKED, PRIVATE_ROUTE
from bot.model import Finding
from bot.text.privacy import asks_for_private, find_private

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply

_ENOUGH = 20
"""Handles of one draft that are looked at."""
_LONGEST = 400
_PLAIN_KINDS = {
    "card": "a card number",
    "iban": "an account number",
    "phone": "a phone number",
    "email": "an e-mail address",
    "ssn": "a social security number",
    "ip": "an internet address",
    "order_reference": "an order or booking number",
    "address": "an address",
    "birth_date": "a date of birth",
    "document": "the number of a document",
    "secret": "a password or code",
}

_SHOWN = "This shows {} in public."
_SHOWN_MEND = "Take it out; ask for details or give them by private message."

_ASK = r"(?:send|share|give|confirm|provid\w+|post|reply|respond|answer|dm|message|text|e-?mail|tell|drop|pop|type|enter|include|supply|submit|leave|let (?:us|me) (?:have|know|see)|(?:we|i)(?:'ll|'d| will| would| just| only)? (?:need|want|require)|what|what's|what is|what are|what was|which|may i have|can i (?:get|have|take)|could i (?:get|have)|comment|put|write|read out|state|verify|quote|fill in|list|add|forward\w*|key in|tap in|paste|upload|photo of|picture of|copy of|screenshot|hand over|spell|type in|punch in|remind (?:us|me))"
_ASKABLE = (NEVER_ASKED, IDENTIFIER, r"pins?|codes?|numbers?|details|names?|i\.?d\.?")
_NEVER = r"(?:\bnever\b|\bdon't\b|\bdo not\b|\bnobody\b|\bno one\b|\bwon't\b|\bwill not\b|\bnot\b|\bwithout\b|\binstead of\b|\bno (?:card|code|password)s?\b|\bif you (?:gave|shared|sent|posted)\b|\bplease don't\b|\bnumber on the back\b)"
_SECRETS = Rule(
    "Q10",
    "block",
    "This asks for something secret or medical.",
    "Never ask for passwords, codes, card numbers or health details; name the route where people prove who they are.",
    (rf"{_ASK} {ANY}{{0,70}}?\b{NEVER_ASKED}\b", rf"your {NEVER_ASKED}(?: and [\w ]{{1,30}})?,? please"),
    unless=_NEVER,
)
_IDENTIFIERS = Rule(
    "Q10",
    "block",
    "This asks for personal details in public.",
    "Ask for them by private message and say why you need them.",
    (rf"{_ASK} {ANY}{{0,70}}?\b{IDENTIFIER}\b",),
    unless=rf"{_NEVER}|\bi(?:'ll| will|'ve| have)? (?:send|need to|want to|gave|given|post|add|put|write)\b|\bwe (?:need|want) to\b|which {ANY}{{0,20}}\bnumber of\b",
)
_PUBLICLY = (
    r"(?:reply|respond|comment|post|answer)\w*(?: back)?(?: here| below| with)|below",
    r"in (?:the|a) (?:comments?|replies|reply|thread)|(?:right |just )?here(?: in (?:the|this) thread)?(?= and|[.,]|$)",
)
_ROUTE = re.compile(rf"(?<![\w']){PRIVATE_ROUTE}")
_HANDOFF = (
    r"(?:please |kindly |just |can you |could you |feel free to |so )*(?:dm|pm|message|inbox|e-?mail|call|ring|phone|contact|text|write to|get in touch with|reach out to|reach|drop|shoot|send) (?:us|me|our|a (?:dm|message|pm))\b",
    r"check your (?:dms?|inbox|messages)|get in touch|(?:send|drop|shoot) (?:us |me )?a (?:dm|message|pm|line|note)",
    r"slide into|(?:via|by|in|over) (?:dm|pm|private message|direct message|the dms)",
    r"(?:see|check|answer|look at) (?:my|our|the|your) dms?",
    r"we(?:'ve| have) (?:dm'?e?d|messaged|sent you a (?:dm|message))|take this to (?:dm|pm|private)",
)
_REASON = (
    r"so (?:that )?(?:we|i|they|she|he|the|it|your)|because|since",
    r"to (?:find|look|keep|match|set|check|trace|protect|sort|see|get|reach|pull|fix|go|help|ring|call|arrange|start|open|talk|refund|send|confirm|book|make|put)",
    r"for your (?:privacy|safety|security)|can't (?:look|discuss|talk|open|see)|privacy|private",
    r"and (?:i|we|she|he|they)(?:'ll| will|'d| can)|with (?:your|the|a|what)|if (?:you|it|that|anything)|who|what|where",
    r"when|the (?:place|time|flight|shop|details)|from your|your|a number",
    r"(?:i'll|we'll|i will|we will|i can|i'd|she'll|he'll) ",
)
_RETURN = (
    r"(?:i|we|she|he|they)(?:'ll| will|'m|'re| am| are)? (?:\w+ ){0,3}(?:back|here|reply|update|post|answer|write|check|call|ring|confirm|tell|come|have|look|do|stay|be|send|contact|let you know|go|close|correct|sort|put|cover|fix|give|keep|help)",
    r"(?:next|more|another|an) (?:update|word|news|answer)|within",
    r"by (?:\d|noon|midnight|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|end)|at \d",
    r"(?:answers?|replies|calls? back|call) (?:within|in|by|today|the same)",
)


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q09 and Q10 for a draft."""
    yield from _personal_data(reply, context)
    yield from relation(reply, context)
    yield from _asks(reply)
    yield from _foreign_routes(reply, context)
    yield from _incomplete_handoff(reply, context)


def _personal_data(reply: Reply, context: Context) -> Iterator[Finding]:
    known = context.facts.lower()
    known_digits = re.sub(r"\D", "", known)
    shown: set[tuple[int, int]] = set()
    for route in emails(reply):
        if route.text not in known and not is_ours(route, context):
            found = reply.finding("Q09", "block", _SHOWN.format("an e-mail address"), _SHOWN_MEND, (route.start, route.end))
            shown.add((found.start, found.end))
            yield found
    for span in find_private(reply.original, allowed=context.safety_lines, allowed_domains=context.allowed_domains):
        said = reply.original[span.start : span.end]
        digits = re.sub(r"\D", "", said)
        if said.lower().strip() in known or (len(digits) >= 7 and digits in known_digits):
            continue
        if span.kind == "email" and any(start < span.end and span.start < end for start, end in shown):
            continue
        kind = _PLAIN_KINDS.get(span.kind, span.kind.replace("_", " "))
        yield Finding("Q09", "block", _SHOWN.format(kind), _SHOWN_MEND, span.start, span.end)


def _asks(reply: Reply) -> Iterator[Finding]:
    yield from apply((_SECRETS,), reply)
    found = _IDENTIFIERS.match(reply)
    if found and (has(_PUBLICLY, reply.sentence_at(found.start())) or not _ROUTE.search(reply.text)):
        yield _worded(_IDENTIFIERS, reply, found.span())
        return
    private = _ROUTE.search(reply.text) is not None
    asked = {reply.sentence_span(found.start()) for found in islice(compiled(_ASKABLE).finditer(reply.text), _ENOUGH)}
    for start, end in sorted(asked):
        for ask in asks_for_private(reply.as_written[start : min(end, start + _LONGEST)]):
            if ask.secret or not private:
                yield _worded(_SECRETS if ask.secret else _IDENTIFIERS, reply, (start + ask.start, start + ask.end))
                return


def _worded(rule: Rule, reply: Reply, span: tuple[int, int]) -> Finding:
    return reply.finding(rule.check, rule.level, rule.message, rule.mend, span)


def _foreign_routes(reply: Reply, context: Context) -> Iterator[Finding]:
    mend = "Send them to our own page, address or account; the list is in values.yaml."
    for route in (*links(reply), *emails(reply)):
        if not is_ours(route, context):
            yield reply.finding("Q10", "block", f"{route.text} is not one of our own addresses.", mend, (route.start, route.end))
    own = {handle.lower() for handle in context.own_handles}
    for route in islice(handles(reply), _ENOUGH):
        before = reply.text[max(0, route.start - 40) : route.start]
        if route.text not in own and re.search(
            r"\b(?:dm|message|contact|write to|text|tag|ask|follow|pm|reach|to|via)\s(?:\w+ ){0,3}$", before
        ):
            yield reply.finding("Q10", "block", f"{route.text} is not one of our own accounts.", mend, (route.start, route.end))


def _incomplete_handoff(reply: Reply, context: Context) -> Iterator[Finding]:
    found = compiled(_HANDOFF).search(reply.text)
    if not found:
        return
    missing = [
        part
        for part, present in (
            ("what is being done about it", reply.acts or not context.complaint),
            ("why it must be private", has(_REASON, reply.text)),
            ("when you come back here", has(_RETURN, reply.text) or "return" not in context.channel.moves),
        )
        if not present
    ]
    if missing:
        mend = f"Add {' and '.join(missing)}."
        yield reply.finding(
            "Q10", "warn", "This sends them away to a private message without enough said in public.", mend, found.span()
        )
