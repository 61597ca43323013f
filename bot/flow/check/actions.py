"""Does a draft say that somebody of ours does something? An actor, and a verb that helps the customer."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from functools import cache

from bot.flow.check.rules import compiled
from bot.flow.check.words import IDLE_VERBS, STAFF, listed

_ACTOR = (
    rf"(?:(?:(?<!can )(?<!should )(?<!could )(?<!may )i|we)(?P<short>'(?:ve|ll|m|re|d))?|let me|(?:our|the|a|an|another|both|my)(?: [\w'-]+){{0,3}}? {STAFF}|"
    r"(?:she|he|they)'(?:ll|re|ve|s)|engineers?|crews?|a person|supervisors?|security|staff|payments|billing|someone from \w+)(?P<rest>(?: [\w'-]+){1,4})",
)
_SHOWN_DONE = (
    r"(?:fix|refund|replacement|new \w+|correction|label|part|credit|reply|answer|parcel|room|seat|charge|version [\d.]+|[\d.]+ fixes)s? (?:\w+ ){0,3}?"
    r"(?:is|are|has been|have been|was|goes|leaves|being|will be|'s)(?: \w+)? (?:on (?:its|the|their) way|out|sent|booked|packed|issued|coming|ready|held|being|leav\w+|done|ordered|here|there|live)",
    r"(?:has|have|'s) been (?:asked|told|sent|passed to|given to|booked|refunded|replaced|stopped|fixed|moved|cancelled|credited|reset|corrected|waived|reversed|taken off|put right)",
    rf"{STAFF}\b[^.!?\n]{{0,60}} and (?:will |then )?(?:calls?|rings?|answers?|repl(?:y|ies)|writes?|phones?|checks?|fixes|visits?|brings?)(?! (?:you )?(?:rude|names))",
    r"(?:i'm|we're|i am|we are) (?:on (?:it|the phone|this)|at (?:it|the)|there|here until)",
    r"is with me|it's with me|leave (?:it|this) with me|(?:has|have|with|got) (?:this|it) (?:now|in hand)|has this|has it|you've got one",
)
_IDLE_PHRASES = (
    r"(?:i|we|our (?:\w+ )?\w+)(?:'(?:ve|ll|m|re|d))?(?: \w+){0,2}? (?:tak(?:e|es|ing) (?:(?:\w+ ){0,6}(?:seriously|to heart)|pride|care to|note)|hear you|work hard|do our best|try our best|look forward|hope to|note your|noted your|"
    r"get it|stand with|feel your|never (?:want|mean|intend)\w*|always (?:want|try|strive|aim)|go the extra mile|bear with|read every|listen to)",
    r"(?:send\w*|keep\w*|hold\w*|cross\w*|lift\w*|carry\w*) (?:[\w,']+ ){0,5}?(?:thoughts?|prayers?|warmth|warm wishes|love|hugs?|strength|(?:fingers|toes) crossed|hearts?|wishes|best|sympath\w+|condolences|vibes|light)",
    r"(?:hearts?|thoughts?|prayers?) (?:go|goes|going|is|are)(?: \w+){0,2} (?:out )?(?:to|with)",
)
_WORD = re.compile(r"[\w'-]+")
_DONE = re.compile(
    r"(?:ed|en|wn|ung|ought|aught|ept)$|^(?:sent|told|put|made|set|got|held|let|begun|spoken|found|run|cut|done|gone|come|built|kept|left|lent|spent|met|read|paid|laid|said|"
    r"sold|shut|hit|won|dug|rung|flown|drawn|asked|this|it|your|a|someone|people|crews?|engineers?)$"
)
"""What may follow "have" for something to be done: a participle, or the matter itself ("the desk has this")."""
_HAVING = listed("have has had")
_HELPERS = _HAVING | listed("been be is are am was were will just also now already then personally both all still do can to")
_BEING = listed("am are is was were being")
_SHORT_BEING = frozenset({"'m", "'re"})
_PLACES = listed("on at with in here there back out over up down through about onto")
_NOT_DOING = listed(
    "can't cannot don't won't couldn't didn't wouldn't shouldn't isn't aren't haven't not never sorry would should could may might want hope wish like"
)
_LINKS = listed("and or of in at that who you to for with the from as on is but")
"""After a bare actor one of these means that the actor is not the one who acts; "is" and "who" go on to the verb."""


def has_action(text: str) -> bool:
    """Whether some sentence of a lower-case text has one of us (I, we, a team, a colleague) doing something, or shows it done."""
    text = compiled(_IDLE_PHRASES).sub("", text)
    return compiled(_SHOWN_DONE).search(text) is not None or any(map(_acts, compiled(_ACTOR).finditer(text)))


def _acts(found: re.Match[str]) -> bool:
    """The first word after the actor that is not an auxiliary or an adverb must be a verb that helps."""
    words = _WORD.findall(found.group("rest"))
    if words[0] in _LINKS and not found.group("short"):
        words = words[1:] if words[0] in {"is", "who"} else []
    having, being = False, found.group("short") in _SHORT_BEING
    for word in words:
        bare = word.split("'")[0]
        if word in _NOT_DOING or bare in _NOT_DOING:
            return False
        if bare not in _HELPERS:
            return not _idle(bare) and (not having or _DONE.search(bare) is not None) and (not being or _under_way(bare))
        having, being = having or bare in _HAVING, bare in _BEING or (being and bare not in _HAVING)
    return False


def _under_way(word: str) -> bool:
    """After "we are" only a verb in -ing, or a place ("on it", "with them now"), is a deed: "we're gutted" is a feeling."""
    return word.endswith("ing") or word in _PLACES


@cache
def _idle(word: str) -> bool:
    """Whether a verb, in any of its forms, does nothing for the customer."""
    forms = {word, *(word.removesuffix(ending) for ending in ("s", "d", "ed", "ing", "es")), word.removesuffix("ing") + "e"}
    return not forms.isdisjoint(IDLE_VERBS)
