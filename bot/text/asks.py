"""Does a reply ask its reader for something that must not be said in public?

Two degrees: *secrets* (card numbers, PINs, passwords, one-time codes) are never asked for, by any route; *private data*
(a booking reference, an e-mail address) may be asked for when the sentence names a private way. Warnings ("never share
your PIN here") are no asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from bot.text.clean import fold


@dataclass(frozen=True, slots=True)
class PrivateAsk:
    """A request at `text[start:end]` for `what`. A `secret` must not be asked for even in private."""

    start: int
    end: int
    what: str
    secret: bool


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]+)*[.!?\n]*")
_SECRET = _words(
    r"""
    \b(?: (?:(?:credit|debit|bank|payment|full)[ ]){0,2}card(?:'s)?[ ](?:numbers?|no\b|details?|info(?:rmation)?|data)
    | card[ ]and[ ]pin
    | (?:long|16[ -]digit|sixteen[ -]digit)[ ](?:card[ ])?number | cvv2? | cvc2? | security[ ](?:codes?|answers?
    |questions?) | three[ -]digit[ ]code
    | pin(?:s|[ ](?:codes?|numbers?))?\b | pass(?:words?|codes?|phrases?) | one[ -]time[ ](?:codes?|passwords?) | otps?
    | (?:verification|login|access|2fa|sms)[ ]codes?
    | log-?in[ ](?:details|credentials|data) | (?:online[ ]banking|bank(?:ing)?)[ ](?:details|login|credentials)
    | social[ ]security(?:[ ](?:number|no))? | ssn | sin[ ]number
    | memorable[ ](?:word|information) | mother's[ ]maiden[ ]name ) \b
    """
)
_PRIVATE = _words(
    r"""
    \b(?: (?:(?:order|booking|reservation|confirmation|reference|ref|ticket|tracking|case|account|customer|membership
    |member|loyalty|policy|claim|invoice|phone|mobile|cell
        |telephone|contact|flight[ ]booking|passport|licen[cs]e|driver'?s?[ ]licen[cs]e|frequent[ ]flyer|iban|id|imei
        |serial|meter|parcel|sort|nhs|patient)[ ]){1,2}
        (?:numbers?|no\b|num|ref(?:erence)?s?(?:[ ](?:numbers?|codes?))?|ids?|codes?|details|locators?|card)
    | pnr | record[ ]locator | iban | sort[ ]code | date[ ]of[ ]birth | birth[ ]?dates? | d\.?o\.?b | birthday
    | (?:your|an)[ ]e-?mail\b | e-?mail[ ]address(?:es)?
    | (?:(?:home|postal|delivery|shipping|billing|mailing|street|full|your)[ ])+(?:address
    |postcode|zip(?:[ ]code)?) | post(?:al)?[ ]?code | zip[ ]code
    | passport | phone[ ]number | your[ ](?:phone|mobile|number|cell) | (?:your[ ])?(?:full|legal|last|real)[ ]names?
    | surname | (?:personal|contact|account|booking|order|flight)[ ](?:details|info(?:rmation)?)
    | medical[ ](?:records?|history|details) | diagnosis | photo[ ]of[ ]your[ ](?:id|passport|card|licen[cs]e) ) \b
    """
)
_REQUEST = _words(
    r"""
    \b(?: (?:please[ ]|pls[ ]|plz[ ]|just[ ]|kindly[ ])? (?:send|share|give|post|reply|respond|comment|provide|tell|drop
    |type|enter|confirm|include|submit|dm|message|e-?mail|text|pop|leave|add|quote
        |show|supply|forward|attach|advise|state|put|fill[ ]in|let[ ](?:us|me)[ ](?:know|have))
    | what(?:'s|[ ]is|[ ]are|[ ]was)[ ](?:your|the)
    | (?:can|could|may|might)[ ](?:i|we)[ ](?:please[ ])?(?:have|get|see|take|ask)
    | (?:i|we)(?:'ll|[ ]will|'d|[ ]would|[ ]just|[ ]only|[ ]also){0,2}[ ](?:need|require|like|want)
    | ask(?:ing)?[ ](?:you[ ])?for
    | do[ ]you[ ]have[ ](?:your|an?|the) | have[ ]you[ ]got[ ](?:your|an?|the) | which[ ] | (?:is|are)[ ]required
    | needed ) \b
    """
)
_OUR_DOING = _words(
    r"""
    \b(?:i|we|they|he|she|it|team|colleagues?)(?:'ll|'ve|'d|[ ](?:will|can|could|have|would))?
    (?:[ ](?:also|now|then|just))?[ ]$
    """
)
_OWN_WISH = ("i ", "we ", "i'", "we'")
_NOTHING_BEFORE = _words(r"\W{0,4}(?:(?:and|your|the|ok|okay|thanks|hi|hello|what[ ]about)\W{1,3}){0,3}")
_NOTHING_AFTER = _words(r"\W{0,3}\?\W{0,3}|\W{0,3}(?:please|pls|plz)\W{0,4}")
_PRIVATE_WAY = _words(
    r"""
    \b(?:dms?|d\.m\.|direct[ ]messages?|private(?:ly)?|pm[ ](?:us|me)|(?:by|in|via|through|as|send(?:ing)?[ ](?:us
    |me))[ ](?:an?[ ])?(?:(?:private|direct|quick|short|secure)[ ])?(?:message|chat|dm|email|e-mail|form|phone|letter|inbox|app)
    |message[ ](?:us|me|our)|messag(?:e|ing)[ ](?:us|me)|inbox[ ](?:us|me)|by[ ](?:message|dm|phone|email|e-mail)|(?:our
    |the|this|a)[ ](?:secure[ ])?(?:form|portal|link|app|inbox|chat|messages)
    |(?:e-?mail|call|ring|phone|write[ ]to|text)[ ](?:us|me|our|the)|in[ ]person|at[ ]the[ ](?:desk|counter|store|till)
    |when[ ](?:you|we)[ ](?:call|speak|talk)) \b
    | https?:// | \bmessage[ ]button\b
    """
)
_IN_PUBLIC = _words(
    r"""
    \b(?:here|below|in[ ](?:the|this|your)[ ](?:comments?|replies|reply|thread)|publicly|in[ ]public|reply[ ](?:with|to[ ]this)
    |respond[ ]with|comment[ ](?:with|your)|post[ ](?:your|the)|on[ ]this[ ](?:post|thread|page))\b
    """
)
_WARNING = _words(
    r"""
    \b(?:never|don't|do[ ]not|dont|no|not|without|avoid|rather[ ]than|instead[ ]of|please[ ]keep|remove|delete|hide|nobody
    |won't|will[ ]not|cannot|can't|shouldn't|must[ ]not|protect|keep[ ]your|isn't|aren't)
    \b[^.!?;]{0,60}$
    """
)
_GIVES = _words(
    r"""
    \b(?:i|we)(?:'ve|'ll|[ ]have|[ ]will|[ ]can)?[ ](?:\w+[ ])?
    (?:sent|send|reset|updated?|changed?|received|got|found)\b[^.!?]{0,40}$
    | \b(?:to|with|from|at|has|have)[ ]the[ ]$
    """
)


_REACH = 120  # characters between a request and what it requests
_MOST_THINGS = 40  # that one sentence can name


def asks_for_private(text: str) -> list[PrivateAsk]:
    """Requests for private data that the reader would answer in public, and for secrets by whatever way, in order."""
    folded = fold(text)
    asks: list[PrivateAsk] = []
    private_before = False
    for sentence in _SENTENCE.finditer(folded.text):
        words = sentence.group()
        private = _is_private(words) or (private_before and not _IN_PUBLIC.search(words) and "?" not in words)
        for start, end, what, secret in _asked_in(words):
            if secret or not private:
                place = folded.span(sentence.start() + start, sentence.start() + end)
                asks.append(PrivateAsk(*place, what, secret))
        private_before = private
    return asks


def _is_private(sentence: str) -> bool:
    public = _IN_PUBLIC.search(sentence)
    return bool(_PRIVATE_WAY.search(sentence)) and not (public and not _WARNING.search(sentence[: public.start()]))


def _asked_in(sentence: str) -> list[tuple[int, int, str, bool]]:
    """What the sentence requests: start, end, the thing, whether it is a secret."""
    asked: list[tuple[int, int, str, bool]] = []
    for pattern, secret in ((_SECRET, True), (_PRIVATE, False)):
        for thing in islice(pattern.finditer(sentence), _MOST_THINGS):
            before = sentence[max(0, thing.start() - _REACH) : thing.start()]
            if _WARNING.search(before) or _GIVES.search(before):
                continue
            if any(start <= thing.start() < end for start, end, _, _ in asked):
                continue
            if _requested(before) or (_NOTHING_BEFORE.fullmatch(before) and _NOTHING_AFTER.fullmatch(sentence[thing.end() :])):
                asked.append((thing.start(), thing.end(), thing.group().casefold(), secret))
    return sorted(asked)


def _requested(before: str) -> bool:
    """Whether the words before the thing ask the reader for it: "send us", not "we'll send"."""
    return any(
        not _OUR_DOING.search(before[: request.start()]) or request.group().lower().startswith(_OWN_WISH)
        for request in _REQUEST.finditer(before)
    )
