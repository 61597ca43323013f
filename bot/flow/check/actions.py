"""Does a draft say that somebody of ours does something? An actor, and a verb that helps the customer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow.check.words import IDLE_VERBS, STAFF

if TYPE_CHECKING:
    from bot.flow.check.reply import Reply

_ACTOR = re.compile(
    r"(?<![\w'])(?:(?:(?<!can )(?<!should )(?<!could )(?<!may )i|we)(?P<short>'(?:ve|ll|m|re|d))?|let me|(?:our|the|a|an|another|both|my)(?: [\w'-]+){0,3}? "
    rf"{STAFF}|(?:she|he|they)(?P<other>'(?:ll|re|ve|s))|(?:engineers?|crews?|a person|supervisors?|security|staff|payments|billing|buses|pedals|someone from \w+))(?P<rest>(?: [\w'-]+){{1,4}})"
)
_OWN_DOING = re.compile(
    r"(?<![\w'])(?:(?:fix|refund|replacement|new one|new \w+|matching pair|correction|loan chair|truck|label|part|credit|reply|answer|email|message|parcel|pair|bed|room|seat|charge|version [\d.]+|[\d.]+ fixes)s? "
    r"(?:\w+ ){0,3}?(?:is|are|has been|have been|was|goes|leaves|being|will be|'s)(?: \w+)? (?:on (?:its|the|their) way|out|sent|booked|packed|issued|coming|ready|held|being|leav\w+|way|done|ordered|here|there|live)|"
    r"(?:has|have|'s) been (?:asked|told|sent|passed to|given to|booked|refunded|replaced|stopped|fixed|moved|cancelled|credited|reset|corrected|waived|reversed|taken off|put right)|"
    r"(?:i'm|we're|i am|we are) (?:on (?:it|the phone|this)|at (?:it|the)|there|here until)|is with me|it's with me|leave (?:it|this) with me|(?:has|have|with|got) (?:this|it) (?:now|in hand)|has this|has it|you've got one)"
)
_IDLE_PHRASES = re.compile(
    r"(?:i|we)(?:'(?:ve|ll|m|re|d))?(?: \w+){0,2} (?:take (?:\w+ ){0,6}(?:seriously|to heart)|hear you|work hard|do our best|try our best|look forward|hope to|note your|noted your|"
    r"get it|stand with|feel your|never (?:want|mean|intend)\w*|always (?:want|try|strive|aim)|go the extra mile|bear with|read every|listen to)"
)
_WORD = re.compile(r"[\w'-]+")


def has_action(reply: Reply) -> bool:
    """Whether some sentence has one of us (I, we, a team, a named colleague) doing something about it, or shows it done."""
    text = _IDLE_PHRASES.sub("", reply.text)
    if _OWN_DOING.search(text):
        return True
    return any(_acts(found) for found in _ACTOR.finditer(text))


def _acts(found: re.Match[str]) -> bool:
    """The first word after the actor that is not an auxiliary or an adverb must be a verb that helps."""
    words = _WORD.findall(found.group("rest"))
    if words and words[0] in {"and", "or", "of", "in", "at", "that", "who", "you", "to", "for", "with", "the", "from", "as", "on", "is", "but"} and not found.group("short"):
        words = words[1:] if words[0] in {"is", "who"} else []
    owned = False
    for word in words:
        bare = word.split("'")[0]
        if word in _STOPS or bare in _STOPS:
            return False
        if bare in _HELPERS:
            owned = owned or bare in _HAVING
            continue
        return bare not in IDLE_VERBS and not (owned and not _DONE.search(bare))
    return False


_HAVING = frozenset({"have", "has", "had"})
_DONE = re.compile(
    r"(?:ed|en|wn|ung|ought|aught|ept)$|^(?:sent|told|put|made|set|got|held|let|begun|spoken|found|run|cut|done|gone|come|built|kept|left|lent|spent|met|read|paid|laid|said|"
    r"sold|shut|hit|won|dug|rung|flown|drawn|asked|this|it|your|a|someone|people|crews?|engineers?)$"
)
"""What may follow "have" for something to be done: a participle, or the matter itself ("the desk has this")."""
_HELPERS = frozenset("have has had been be is are am was were will 'll just also now already then personally both all still 've do can to".split())
_STOPS = frozenset("can't cannot don't won't couldn't didn't wouldn't shouldn't isn't aren't haven't not never sorry would should could may might want hope wish like".split())
