"""Q14: moves that no public reply makes, whatever it says besides."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow.check.denial_rules import DENIALS
from bot.flow.check.forbidden_rules import FEELINGS, POSTING, REVIEWS, THREATS
from bot.flow.check.rules import Rule, apply, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding

RULES: tuple[Rule, ...] = (*POSTING, *REVIEWS, *THREATS, *FEELINGS, *DENIALS)
SERIOUS = 2

_GREETING = r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: [\w']+){0,3}[,.!:-]? |@\w+ )*"
_POLICY = (
    r"(?:polic(?:y|ies)|terms(?: (?:and|&) conditions)?|t&cs?|rules?|guidelines|procedures?|contract|conditions|small print)"
)
_POLICY_FIRST = re.compile(
    rf"\s*{_GREETING}(?:(?:unfortunately|sadly|regrettably|please note(?: that)?|i'm afraid|thank you for [^.!?]{{0,40}},?|sorry,?(?: but)?),? )*"
    rf"(?:(?:as per|per|according to|in line with|in accordance with|as stated in|pursuant to|as outlined in|in keeping with) (?:[\w'&-]+ ){{0,4}}{_POLICY}|(?:our|company|store|the|hotel|airline|shop) (?:[\w'-]+ ){{0,3}}{_POLICY} (?!(?:is|are) (?:\w+ )?(?:explained|here|at|listed|set out|on|below|linked|published))(?:is|are|states?|says?|clearly|do(?:es)?(?:n't| not)|don't|prohibits?|requires?|can't|won't|allows?|specif\w+))"
)
_POLICY_MATTER = re.compile(r"privacy|data protection")
_AGAINST_DISCRIMINATION = (
    r"(?:do not|don't|does not|never|not|zero|cannot|won't|no) (?:\w+ ){0,2}(?:tolera\w+|condone|accept|stand for|place for|room for|support|discriminat\w*)(?: \w+){0,6}",
    r"(?:prid(?:e|ing) (?:ourselves|itself) on|valu(?:e|es|ing)|embrac\w+|celebrat\w+|promot\w+|proud of|believ\w+ in|stand\w* for|champion\w*|respects?) (?:\w+ ){0,3}(?:divers|inclus|equal|treat|respect|welcom|fair|dignity)\w*",
    r"(?:are|is|as) (?:an? )?(?:\w+ )?(?:inclusive|diverse|equal.opportunit\w+)(?: \w+)?",
    r"committed to (?:\w+ ){0,2}(?:divers|equal|inclus|fair|respect)\w*|everyone is (?:welcome|equal|treated)",
    r"treats? (?:all|every\w*) (?:\w+ )?(?:of our \w+ )?(?:the same|equal\w*|alike|fairly|with (?:\w+ )?(?:respect|dignity))",
    r"(?:welcome|serve)s? (?:everyone|all|people of all)|regardless of|(?:not|aren't|isn't) racist|celebrate diversity",
)
_ABOUT_DISCRIMINATION = re.compile(
    r"rac(?:e|ist|ism|ial)\w*|discriminat\w*|hijab|black|asian|muslim|jew\w*|gay|lesbian|trans|your kind|ur kind|slur|turban|accent|foreign\w*|disab\w*|wheelchair|colou?r|skin|sexis\w*|prejudi\w*|bias"
)
_DISCRIMINATION = Rule(
    "Q14",
    "block",
    "A statement against discrimination is not an answer to the person who met it.",
    "Say that it is serious, who has it now and when that person will call.",
    _AGAINST_DISCRIMINATION,
)
_MISUNDERSTANDING = Rule(
    "Q14",
    "block",
    '"Misunderstanding" decides a serious matter before anyone has looked.',
    "Say that it is serious, who has it now and when that person will call.",
    (
        r"(?:a |some |this |any )?(?:\w+ )?(?:misunderstanding|miscommunication|misinterpret\w+|mix-?up)s?",
        r"(?:not|never) (?:\w+ )?(?:intended|intentional|meant|the intention)(?: \w+)?|mean(?:t)? (?:no|any) harm",
        r"(?:just|only) (?:doing|following) (?:\w+ )?(?:job|orders|procedure|rules|policy)",
    ),
)


_THEIR_DOING = Rule(
    "Q14",
    "block",
    "This asks what the person did wrong.",
    "Give the safety step and say who has it; how it happened is asked later, in private.",
    (
        r"(?:was|were|are) (?:you|she|he|they|it|your \w+) (?:\w+ )?(?:using|wearing|holding|standing|following|aware|plugged|charged|supervised|watching|drunk|drinking|careful|running|on your phone|original)",
        r"did (?:you|she|he|they) (?:\w+ )?(?:use|follow|read|keep|store|wash|wear|plug|touch|drop|check|cook|watch|leave|overcharge|modify|provoke|say|do)",
    ),
)


_GIVES = (
    r"sorry|apolog\w+|regret\w*|thank\w*|please|glad|understand|hear you|fair (?:point|question|enough)|you're right",
    r"you are right|let me|tell (?:us|me)|message|dm|call|ask for|hope|appreciate\w*|matters?",
    r"(?:i|we|you|she|he|they)(?:'ll| will| can| could|'d like| would like|'ve| have|'re|'m| are| am) (?!(?:not|never|the|a|an|being|so|too|just|only|all|always|no)\b)\w+",
    r"should(?:n't| not| never| have)|not (?:ok|okay|right|good enough|fair|what)|too (?:long|many|much|far|few)",
    r"(?:on|with) (?:us|me)|our (?:fault|mistake|error|miss)|what happened|where are you|which \w+",
    r"are you (?:ok|okay|safe)|don't (?:use|share|answer|give)",
)
"""Signs that a reply sees the person, helps, asks or thanks."""


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q14 for a draft."""
    yield from apply(RULES, reply)
    yield from _policy_first(reply)
    yield from _nothing_given(reply, context)
    if context.severity <= SERIOUS:
        yield from apply((_MISUNDERSTANDING, _THEIR_DOING), reply)
    if not (reply.acts and reply.times) and _discrimination(reply, context):
        yield from apply((_DISCRIMINATION,), reply)


def _policy_first(reply: Reply) -> Iterator[Finding]:
    found = _POLICY_FIRST.match(reply.text)
    if found and not _POLICY_MATTER.search(found.group()):
        yield reply.finding(
            "Q14",
            "block",
            "The reply opens with the policy.",
            "Open with what they wanted and what you can do; a rule fits in one line after that.",
            found.span(),
        )


def _nothing_given(reply: Reply, context: Context) -> Iterator[Finding]:
    """An answer to a complaint that neither sees it, helps, asks nor thanks is a rebuff, in whatever words."""
    if context.complaint and context.post and not (reply.acts or reply.times or reply.links or has(_GIVES, reply.text)):
        mend = "Say that you see what happened, what you do about it and when you are back."
        yield reply.finding("Q14", "block", "This brushes the person off.", mend)


def _discrimination(reply: Reply, context: Context) -> bool:
    return bool(_ABOUT_DISCRIMINATION.search(context.post.lower()) or "discriminat" in reply.text or "racis" in reply.text)
