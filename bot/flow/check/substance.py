"""Does the reply say something? Q01 their issue, Q02 the opening, Q03 no house words, Q05 an action, Q06 a time."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow.check.rules import Rule, apply, has
from bot.flow.check.stems import content, same_issue
from bot.model import Emotion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding, Level

SIGNIFICANT = 3
"""The severity at which a complaint may not be answered without an action (domain 4.1, Q05)."""
_SAYS_SOMETHING = 2
"""Words of substance that a post must have before a reply can be held to them."""

_JARGON = Rule(
    "Q03",
    "warn",
    "A stranger would not understand this house word or code.",
    "Say it in plain words, and leave ticket numbers out.",
    (
        r"(?:inc|tkt|req|chg|case|ref|sr|cs|crm|jira|ticket|incident|zd|itsm|prb)[-# ]?#?\d{3,12}",
        r"(?:ticket|case|incident|query|reference) (?:number|no\.?|ref(?:erence)?|id|#)(?: is| of)?:? ?#?[a-z]{0,4}-?\d+",
        r"[a-z]{2,5}-\d{3,8}",
        r"(?:sop|sops|sla|slas|csat|nps|kpi|kpis|rca|crm|erp|rma|sku|skus|3pl|wismo|irrops?|pax|pnr|awb|fifo|eod|eob|cob|ooo|poc|tat|fcr|aht|ivr|cso|bau|l[123]|p[0-4]|sev ?-?[1-5]|wip|uat|mttr|dc|fc|etl|api|noc|tms|wms|pos system|gdpr dsar|qa)",
        r"(?:tier|level|line) ?(?:1|2|3|one|two|three) (?:support|team|desk|agent)|(?:tier|level) ?[123]",
        r"escalat\w+ (?:\w+ )?to (?:tier|level|second|third|the relevant|l\d|the \w+ queue)",
        r"(?:relevant|appropriate|concerned|respective) (?:department|team|stakeholder|person|people|channel)s?",
        r"back ?-?office|back-?end|front-?end|stakeholders?|ticket(?:ing)? (?:queue|system)|our (?:queue|backlog)",
        r"workflow|work ?stream|root cause|touch ?points?|customer journey|action(?:ed|ing) (?:this|your|it)",
        r"(?:raise|raised|log|logged|open|opened) (?:a |an |this as (?:a |an )?|the )?(?:ticket|case|incident|query)",
        r"as per (?:the )?(?:sop|process)|per sop|case (?:is|has been) (?:open|closed|assigned)|disposition",
        r"going forward|leverage|synerg\w+|circle back|loop(?:ed|ing)? in|ping(?:ed|ing)?",
    ),
)  # fmt: skip
_OPEN_SLOT = Rule(
    "Q03",
    "block",
    "There is still something to fill in.",
    "Fill in what stands in brackets, or take the sentence out.",
    (
        r"\[(?:add|insert|your|name|time|date|place|contact|fill|xx+|tbc|tbd|todo)[^\]\n]{0,60}\]",
        r"\{[a-z_ ]{1,40}\}",
        r"<(?:name|time|date|place|contact|insert[^>\n]{0,40})>",
        r"\bxx+\b|\btbc\b|\btbd\b",
    ),
)
_RECOGNISES = (
    r"sorry|apolog\w+|you're right|you are right|not (?:ok|okay|right|good enough|fair|what you|how we)",
    r"isn't (?:ok|okay|right|good|fair|how)|wasn't (?:ok|okay|right|good|fair)|should(?:n't| not| never)? (?:be|have)",
    r"(?:i|we) (?:can )?(?:see|understand|hear|get) (?:why|how|that|you)|too (?:long|many|much|far|few)",
    r"(?:that's|that is|this is) (?:\w+ )?(?:awful|rotten|wrong|on us|our|bad|terrible|frightening|serious|maddening|annoying|poor|a )",
    r"(?:fair|thank you|thanks) (?:for (?:telling|raising|letting|showing|writing)|enough|point)|worr(?:y|ied)|glad you",
    r"concerned|seen this|rotten|awful|miserable|maddening|no (?:way|fun)|we (?:let|lost|missed|broke|got|charged)",
    r"enough",
)
_CHEERY = (
    r"(?:hey|hiya|hi|hello|howdy)(?: there| friend| \w+)?[!,. ]{0,3}(?:happy|hope you're|great|lovely|thanks so|good)",
    r"hey there|happy (?:monday|tuesday|wednesday|thursday|friday|weekend|holidays)",
    r"great (?:question|to hear|news|point)",
    r"(?:so |really )?(?:glad|happy|pleased|delighted|excited|thrilled) (?:to (?:hear|help|assist|see)|you (?:enjoy|like|love|had))",
    r"(?:thanks|thank you)(?: so much| very much| a lot)? for (?:reaching|the (?:love|kind|lovely|great|compliment)|your (?:kind|love|lovely|feedback|message|support|patience|loyalty))",
    r"good (?:morning|afternoon|evening|day)[!,]|hope (?:you're|you are|this finds|all is)|lol|haha|ha,|awesome",
    r"wonderful|fantastic|yay|no worries|oops|whoops|uh oh|cheers",
)
_SORRY_FIRST = (
    r"(?:so |very |really |truly |deeply )?sorry(?! we're)|apolog\w+|frustrat\w+|we understand (?:your|how)",
    r"your experience",
)
_OPENING = 160
"""Characters in which the opening must recognise a heated person."""
_VAGUE = Rule(
    "Q06",
    "warn",
    "\"Soon\" is not a time.",
    "Give a clock time (\"by 5pm\") or a span (\"within 2 hours\"), even if it is only when you write again.",
    (
        r"(?:very |real |pretty )?soon(?:est)?(?! as you)|a\.?s\.?a\.?p\.?|shortly|in due course",
        r"(?:as|at) (?:quick|fast|earl|prompt|swift|speedi|soon)\w* (?:as (?:we|i|they|possible|humanly)|opportunity|possible|convenience)",
        r"as soon as (?:we|i|they|possible|he|she|it's|there)|when (?:we|i|they) can|in a (?:timely|prompt) \w+",
        r"at the earliest|momentarily|(?:in )?(?:the )?(?:near|coming) future",
        r"(?:in|within) (?:a (?:bit|while|moment|little|few)|no time|the coming)(?: \w+)?",
        r"(?:the |our )?(?:next|coming|following) (?:few )?(?:days|weeks|hours)|before (?:too )?long",
        r"keep you (?:posted|updated|informed|in the loop)|(?:at )?some (?:point|time|stage)|eventually|sometime",
        r"when(?:ever)? possible|right away|immediately|in time|promptly|one of these days|stay tuned|watch this space",
        r"once (?:we|i) (?:know|have|hear)|let you know when|lickety",
    ),
)  # fmt: skip


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q01, Q02, Q03, Q05 and Q06 for a draft."""
    yield from _issue(reply, context)
    yield from _opening(reply, context)
    yield from apply((_JARGON, _OPEN_SLOT), reply)
    yield from _action(reply, context)
    yield from _time(reply, context)


def _issue(reply: Reply, context: Context) -> Iterator[Finding]:
    theirs = content(context.post.lower())
    if len(theirs) < _SAYS_SOMETHING or not context.complaint or same_issue(theirs, content(reply.text)):
        return
    mend = "Name what happened to them in their own words in the first sentence."
    yield reply.finding("Q01", "warn", "This could answer any post: their issue is not in it.", mend)


def _opening(reply: Reply, context: Context) -> Iterator[Finding]:
    if not context.post:
        return
    start = reply.text[:_OPENING]
    cheery = re.match(rf"(?:@\w+ )*{_CHEERY[0].join(('(?:', ')'))}", start)
    if (
        context.complaint
        and context.emotion >= Emotion.E1
        and cheery
        and (context.emotion >= Emotion.E2 or not has(_RECOGNISES, start))
    ):
        mend = "Open with what went wrong for them; keep cheer for happy posts."
        yield reply.finding("Q02", "warn", "The opening is too cheerful for how they feel.", mend, cheery.span())
    elif (
        context.complaint
        and context.emotion >= Emotion.E2
        and not has(_RECOGNISES, start)
        and not same_issue(content(context.post.lower()), content(start))
    ):
        mend = "Recognise in one line what it was like, then say what you do."
        yield reply.finding("Q02", "warn", "The opening does not see how they feel.", mend)
    elif context.intent in {"praise", "question", "information", "joke"} and has(_SORRY_FIRST, start):
        yield reply.finding(
            "Q02", "warn", "Nothing went wrong here, so nothing calls for an apology.", "Answer or thank them straight away."
        )


def _action(reply: Reply, context: Context) -> Iterator[Finding]:
    if context.complaint and not reply.acts:
        strength: Level = "block" if context.severity == SIGNIFICANT else "warn"
        mend = 'Say what one of us does: "I\'ve asked the depot to...", "our engineers are...".'
        yield reply.finding("Q05", strength, "Nobody does anything in this reply.", mend)


def _time(reply: Reply, context: Context) -> Iterator[Finding]:
    comes_back = context.complaint and "return" in context.channel.moves
    if reply.times or not (comes_back or context.is_holding):
        return
    vague = _VAGUE.match(reply)
    message = _VAGUE.message if vague else "There is no time in this reply."
    yield reply.finding("Q06", "block" if context.is_holding else "warn", message, _VAGUE.mend, vague.span() if vague else (0, 0))
