"""Q09, second half: what a reply gives away by how it speaks of a person, without any number in it (domain P.7, P27, P24, P14, P40)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.flow.check.rules import SAME_SENTENCE as ANY
from bot.flow.check.rules import Rule, apply, compiled
from bot.flow.check.words import STAFF, STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding

_CONDITIONAL = r"\bif (?:your|you|a|the)\b|\bwhether\b|\banyone(?:'s)?\b|\bcan't (?:discuss|confirm|talk|say|comment|look)\b|\bcannot (?:discuss|confirm|talk|say|comment)\b|\bnever\b"

_RECORDS = Rule(
    "Q09",
    "block",
    "This repeats what our records hold about a person.",
    "Take it out; in public say only what they said themselves.",
    (
        r"(?:our|my|the|your) (?:\w+ )?(?:records?|system|notes|files?|logs?|database|cctv|data|history|account|profile|chart|gps|tracker|till|footage|cameras?|scans?)(?: \w+)? (?:show|say|indicat|confirm|suggest|tell|record|list|state|prove|reveal)(?:s|es)?(?= )(?! (?:good service|the (?:line|wrong)))",
        r"(?:i|we)(?: can|'ve| have)?(?: also)? (?:see|saw|seen|note|noticed|looked at|checked|pulled up|reviewed|found)(?: \w+)?(?: in| from| on| at| up| that)? (?:your|the|our) (?:\w+ )?(?:account|booking|order|records?|file|profile|history|chart|system|purchase|statement|application|transaction|claim|reservation)s?(?= )(?! (?:page|desk|team|line))",
        r"(?:according to|based on|looking at) (?:our|your|the) (?:\w+ )?(?:records?|account|file|history|profile|system|notes|booking|chart|application|transactions)",
        r"from (?:our|your) (?:\w+ )?(?:records?|file|history|notes|chart|transactions)",
        r"(?:i|we)(?: can)? see (?:\w+ ){1,6}(?:on|in) your (?:\w+ )?(?:file|account|profile|record|history|booking|application)s?",
        r"i (?:can )?see (?:that )?you(?:'ve| have|'re| are)? (?:\w+ )?(?:booked|ordered|bought|paid|called|visited|stayed|travelled|live|joined|have (?:two|three|\d|an?|another)|got|missed|cancelled|signed|opened|owe|made)",
        r"(?:you|she|he|they) (?:still )?owe(?:s)? (?:us )?[$£€\d]",
        r"you(?:'re| are) (?:\w+ )?(?:behind on|in arrears|overdrawn|overdue)|missed (?:a )?payments?",
        r"credit (?:score|rating|history|file)",
        r"you(?:'ve| have) (?:\w+ )?(?:complained|claimed|returned|asked for refunds) (?:\w+ )?(?:before|twice|three|\d|many|several)",
    ),
    unless=_CONDITIONAL,
)
_HEALTH_OF_A_PERSON = Rule(
    "Q09",
    "block",
    "This tells something about a person's health.",
    "Take it out; nobody's health is spoken of in public.",
    (
        rf"(?:{STAFF}|he|she|they|who|\w+ \w+) (?:has|have|had|suffers? from|is|was|lives? with)(?: \w+)?(?: an?)? (?:epilep\w+|seizure|cancer|diabet\w+|depress\w+|heart (?:attack|condition)|stroke|disab\w+|pregnan\w+|autis\w+|anxiety|ptsd|dementia|hiv|migraines?|panic attack|surgery|medical (?:condition|episode|emergency)|mental)",
        r"your (?:\w+ )?(?:diabetes|cancer|epilepsy|depression|pregnancy|disability|hiv|diagnosis|chemo\w*|operation|condition|biopsy|mental health|medical (?:history|record|file)s?|test results?|scan|surgery|treatment plan|prescription|medication)",
    ),
    unless=_CONDITIONAL,
)
_SPOKEN_OF = r"(?:message|comment|review|post|words?|concerns?|feedback|note|question|privacy|time|worry|worries|complaint|request|phone|call|number|name|area|own|rights?|local|preferred|convenience|e-?mail|thoughts|story|frustration|experience|nearest|browser|help|family|support|view|opinion|message|trust|honesty)s?"
"""What a reply to a health review may call "yours": what was written, never what was done at the practice."""
_HEALTH = Rule(
    "Q09",
    "block",
    "This confirms that the person is or was a patient here.",
    "Say that you can't discuss anyone's care here, and give the contact.",
    (
        rf"your (?!(?:[\w'-]+ ){{0,2}}{_SPOKEN_OF}(?!\w))[a-z]+",
        r"(?:as|for being|being|value you as|one of) (?:\w+ )?(?:an? |our |my )?(?:\w+ )?(?:patients?|clients?)",
        r"(?:when|while|after|since|before|day|time) you (?:\w+ )?(?:came|visited|were (?:here|seen|treated|admitted|in)|saw|attended|arrived|had)",
        r"(?:thank you|thanks) for (?:visiting|coming|choosing|your visit|trusting)",
        r"you (?:were|are|have been|'ve been) (?:\w+ )?(?:here|in (?:our|the)|seen|treated|admitted|discharged|examined|a patient|given|prescribed|told by)",
        r"we (?:\w+ )?(?:saw|treated|examined|gave you|prescribed|operated|looked after|see) (?:you|him|her|your)",
        r"you (?:came(?! away)|visited|saw|chose|booked|cancelled|missed|arrived|left|attended|received|had (?:your|an?))",
        r"(?:see|seeing|welcome|have) you (?:again|back|soon|here|as)",
        r"(?:dr|doctor|nurse)\.? [a-z]+ (?:is|was|has|saw|treated|did|always|never|would|explained|told)",
        r"the (?:doctor|nurse|dentist|surgeon) (?:\w+ )?(?:explained|told|treated|saw|did|gave|said|examined|recommended)",
    ),
    unless=_CONDITIONAL,
)
_CARE = r"(?:patients?|clinic|dentist\w*|dental|orthodont\w+|hygienist|therap(?:y|ies|ist|ists)|nurse\w*|doctor\w*|gp|hospital|ward|midwi\w+|physio\w*|psych\w+|counsell?(?:ing|or|ors)|surgeon|surgery|practice|rehab\w*|ivf|fertility|oncolog\w+|maternity|vaccin\w+|pharmac\w+|care home|carers?)"
_TREATMENT = r"(?:root canal|filling|crown|braces|extraction|check-?up|surgery|operation|procedure|treatment|therapy|scan|x-?ray|mri|biopsy|blood test|smear|vaccination|jab|injection|consultation|prescription|physio|counselling|chemo\w*|dialysis|detox|admission|discharge|birth|anxiety|depression|addiction|ivf|diagnos\w+|test results?|medication)"
_PROVIDER = re.compile(
    rf"\b(?:your|ur|my|the|this|their) (?:\w+ )?{_CARE}\b|\b{_CARE} (?:appointment|visit|session)|\b{_TREATMENT}\b"
)
_PATIENT = Rule(
    "Q09",
    "block",
    _HEALTH.message,
    _HEALTH.mend,
    (
        r"(?:you|she|he|they|your \w+)(?:'re|'ve been)? ?(?:were|are|was|is|have been|has been|being)?(?: \w+)? (?:our|one of our|a) (?:\w+ )?(?:in-?|out-?)?patients?(?! (?:person|man|woman|one|customer|relations))",
        r"(?:as|of|for being|valued?|loyal|long-?standing) (?:a |an |our |one of our )+(?:\w+ )?patients?",
        rf"your (?:[\w'-]+ ){{0,2}}{_TREATMENT}s? (?:[\w'-]+ ){{0,3}}?(?:with|at|by|from|in) (?:us|our|the (?:clinic|practice|hospital|ward|surgery)|dr|nurse)",
        rf"(?:com(?:e|ing)|came|been|going|admitted|referred|treated|seen|visit\w*|attend\w*) (?:\w+ ){{0,3}}(?:to|with|by|at|here) (?:\w+ ){{0,2}}?(?:us |here |our \w+ )?for (?:[\w'-]+ ){{0,3}}{_TREATMENT}",
        r"(?:we|our (?:\w+ )?(?:nurses?|doctors?|dentists?|surgeons?|therapists?|midwi\w+|team))(?:'ve| have)? (?:treated|operated on|examined|diagnosed|discharged|admitted|prescribed|vaccinated) (?:you|him|her|your)",
        r"you (?:saw|met|see|were seen by|were treated by|spoke (?:to|with)) (?:our |dr\.? |nurse |the )+(?:\w+ )?(?:dr|doctor|nurse|dentist|surgeon|therapist|hygienist|midwife|gp|psycholog\w+)",
        r"under our care|(?:discharged|treated|admitted|operated|examined)(?: \w+)? (?:by us|here|from our|to our|at our)",
    ),
    unless=_CONDITIONAL,
)
"""Who was treated here is said by nobody, whatever else the company does."""
_VISIT = Rule(
    "Q09",
    "block",
    _HEALTH.message,
    _HEALTH.mend,
    (
        r"(?:since|when|while|after|before|as) you(?:'ve| have| had|'d)?(?: been| first| last)? (?:com\w+|came|visit\w*|seeing|saw|attend\w*|start\w*|join\w*|were (?:here|in|with|seen|treated|admitted))",
        r"your (?:[\w'-]+ )?(?:appointment|session|visit|stay|slot|consultation|check-?up|treatment|procedure|results?|course)s? (?:[\w'-]+ )?(?:with|at|here|on|was|were|took|ran|last|this|went|lasted|started|got)",
        r"(?:i|we)(?: can)? see (?:that )?you(?:'ve| have| were|'re| are| had)?(?: been)?|you(?:'ve been| have been| were) (?:\w+ )?(?:with us|a client|our client|a resident|our guest|here)(?= )",
    ),
    unless=_CONDITIONAL,
)
"""A visit is told about only where the talk is of care."""
_BANK = Rule(
    "Q09",
    "block",
    "This confirms that the person is a customer, or speaks of their account.",
    "Say that you can't talk about accounts here, and give the secure route.",
    (
        r"(?:as|being|value you as|one of) (?:an? |our |my )(?:\w+ )?(?:customers?|clients?|account holders?|members?|policyholders?|borrowers?)",
        r"your (?:\w+ )?(?:account|card|loan|mortgage|balance|payment|overdraft|application|claim|policy|transaction|transfer|deposit|limit|credit|savings|pension|statement|standing order|direct debit)s? (?:\w+ )?(?:is|was|has|had|shows?|were|are|got|will|did|didn't|wasn't|hasn't|went|ending|opens?|fell|hit|\w+ed)",
        r"(?:i|we)(?:'ve| have|'ll| will)? (?:\w+ )?(?:unlock|lock|frozen|froze|unfreez|unfroze|block|unblock|looked at|checked|reviewed|open|reopen|approv|declin|refus|cancel)\w* (?:\w+ )?your (?:\w+ )?(?:account|card|loan|application|mortgage|claim|payment|policy|transfer)s?",
        r"(?:since|when|after) you (?:opened|took out|applied|joined|borrowed|bank)",
        r"(?:you bank|you've bank|been|banked|banking) with us|thanks? (?:you )?for banking",
    ),
    unless=r"\bif your\b|\bwhether\b|\banyone(?:'s)?\b|\bcan't (?:discuss|confirm|talk|say|look)\b",
)
_PAYMENT = (
    r"your (?:card|payment|account|bank|direct debit|cheque|check)(?: \w+)? (?:was|got|has been|had been|were|is) (?:\w+ )?(?:declined|refused|blocked|rejected|frozen|suspended|flagged|overdue|overdrawn|limited|returned|closed)",
)
_HOME = Rule(
    "Q09",
    "block",
    "This says where someone lives or when they were away.",
    "Take it out; give such details by private message.",
    (
        r"(?:left|deliver\w*|put|hand\w*|gave) (?:\w+ ){0,5}(?:with|at|to|by) (?:your|the) (?:neighbou?r\w*|porch|back door|house|home|flat|address)? ?(?:\w+ )?(?:at )?(?:number|no\.?|house|flat|apartment|apt|unit) \d+\w?",
        r"you (?:weren't|were not|wasn't) (?:at )?home at \d",
        r"(?:card|account|visa|mastercard|amex|number|iban) (?:\w+ )?(?:ending|ends|finishing)(?: in| with)? \d{2,4}",
        r"seat \d{1,2}[a-k]\b",
    ),
)
_GREETED = re.compile(
    r"(?<![\w'])(?:Hi|Hello|Hey|Dear|Sorry|Apologies|Mr\.?|Mrs\.?|Ms\.?|Miss|Mx\.?)(?:,)? ((?![A-Z]\w*'(?:m|re|s|ve|ll|d)\b)(?:[A-Z][a-z'-]+|[A-Z]\.)(?: (?:[A-Z](?!')[\w'-]+|O'[A-Z][\w'-]+|[A-Z]\.)){1,2})(?=[\s,.!:;-]|$)"
)
_TITLED = re.compile(r"(?<![\w'])(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? ([A-Z][a-z'-]{2,})")
_NAME = r"(?!(?:Thank|Thanks|Hi|Hello|Hey|Dear|Sorry|And|But|So|The|Our|Your|Yes|No|Please|Well|Good|Today|Here)\b)[A-Z](?:[a-z]|'[A-Z])[a-z]+(?:-[A-Z]?[a-z]+)?"
_FULL_NAME = rf"{_NAME}(?: [A-Z]\.)? {_NAME}"
"""Two words with capitals that are no greeting: "I'm Nora" is a person giving a first name, "O'Brien" a surname."""
_NO_PLACE = r"(?![\w'])(?! (?:St|Street|Road|Rd|Ave|Avenue|Station|Airport|Lane|Square|Park|Hotel|Desk|Team|Bank|Store|Shop|Centre|Center|Row)\b)(?<! Road)(?<! Street)(?<! Lane)(?<! Row)(?<! Station)(?<! Park)(?<! Square)(?<! Avenue)(?<! Airport)"
_EMPLOYEE = re.compile(
    rf"(?i:(?<![\w'])(?:{STAFF},? )(?:(?:(?:(?:who |that )?\w+(?:ing|ed)|on|at|with) (?:[\w']+ ){{0,3}}?)?(?:called |named |is |was ))?(?:(?:you|who|that|on|at) (?:[\w']+ ){{0,5}}[\w']+, )?)({_FULL_NAME}){_NO_PLACE}"
)
_NAMED_EMPLOYEE = re.compile(
    rf"(?<![\w'^])({_FULL_NAME})(?:,)? (?i:(?:(?:was|is) )?(?:driving|serving|working|guarding|cooking|who (?:\w+ )?(?:served|drove|helped|sold|took|answered|sat|stood|was|works?|did|made|handled|cut)|served|drove|handled|was on (?:duty|shift|the (?:till|desk|door|bar|gate|phone|line)))\b|(?:from|at|of|in|,)? ?(?:our|the|who|your) (?:[\w'-]+ ){{0,3}}(?:{STAFF}|shop|store|branch|office|depot|counter|desk|served|drove|was|handled))"
)
_BOUGHT = re.compile(
    rf"(?<![\w'])(?:you(?:'ve| have|'d| had)? (?:\w+ )?(?:booked|ordered|bought|purchased|picked|chose|chosen|selected|paid for|reserved|signed up for|subscribed to|opted for|travelled|flew|stayed|cancelled|returned|ate|drank|rented|hired|checked in|checked out|brought|came in|visited|called|phoned|emailed|tipped|had the|had an?|had two|had three) (?P<after>{ANY}{{3,50}})|(?:the|your) (?P<before>(?:[\w'-]+ ){{1,3}})(?:that |which )?you(?:'ve| have|'d)? (?:booked|ordered|bought|purchased|picked|chose|selected|paid for|reserved)|your (?:[\w'-]+ ){{0,2}}(?:plan|contract|subscription|membership|policy|tariff|package|booking|order|ticket|reservation|lease|loan) (?:was |is |had |has |will )?(?:renew\w*|start\w*|expir\w+|end\w*|began|begins|placed|made|set up|runs?|ran) (?P<term>{ANY}{{3,50}}))"
)
_TELLING = re.compile(
    r"\b(?:\d[\w.,]*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|noon|midnight|yesterday|last (?:week|month|night|year))\b"
)
_TIER = frozenset(
    [
        "basic",
        "standard",
        "premium",
        "economy",
        "business",
        "first",
        "flex",
        "plus",
        "gold",
        "silver",
        "platinum",
        "deluxe",
        "pro",
        "saver",
        "light",
        "family",
        "starter",
        "classic",
        "vip",
        "student",
        "senior",
    ]
)


def relation(reply: Reply, context: Context) -> Iterator[Finding]:
    """What the draft gives away about a person: records, health, being a customer, a purchase, a full name."""
    rules = [_RECORDS, _HOME]
    rules += [_HEALTH] if "health_privacy" in context.profiles else []
    rules += [_BANK] if "bank" in context.profiles else []
    yield from apply(rules, reply)
    if "health_privacy" not in context.profiles:
        about_care = _PROVIDER.search(context.post.lower()) or _PROVIDER.search(reply.text)
        yield from islice(apply((_PATIENT, _VISIT) if about_care else (_PATIENT,), reply), 1)
    health = _HEALTH_OF_A_PERSON.match(reply)
    if health and ("health_privacy" in context.profiles or not _said_by_them(health.group(), context.post)):
        yield reply.finding("Q09", "block", _HEALTH_OF_A_PERSON.message, _HEALTH_OF_A_PERSON.mend, health.span())
    payment = compiled(_PAYMENT).search(reply.text)
    if payment and not _said_by_them(payment.group(), context.post):
        yield reply.finding(
            "Q09", "block", "This tells something about a person's payment or account.", _RECORDS.mend, payment.span()
        )
    yield from _names(reply, context)
    yield from _purchase(reply, context)


def _names(reply: Reply, context: Context) -> Iterator[Finding]:
    known = (*context.contacts, context.author, context.facts)
    for pattern, who in (
        (_EMPLOYEE, "a colleague's full name"),
        (_NAMED_EMPLOYEE, "a colleague's full name"),
        (_GREETED, "a person's full name"),
        (_TITLED, "a person's surname"),
    ):
        for found in pattern.finditer(reply.as_written):
            name = found.group(1)
            if any(name in text for text in known) or (
                pattern is _TITLED and name in context.post and "health_privacy" not in context.profiles
            ):
                continue
            mend = 'Use the first name of the person you answer at most, and for a colleague say "our driver" or "our colleague".'
            yield reply.finding("Q09", "block", f"This gives {who} in public.", mend, found.span(1))


def _purchase(reply: Reply, context: Context) -> Iterator[Finding]:
    if not context.post:
        return
    for found in _BOUGHT.finditer(reply.text):
        said = found.group("after") or found.group("before") or found.group("term")
        telling = {word for word in re.findall(r"[\w']+", said) if word in _TIER} | set(_TELLING.findall(said))
        if telling and not any(re.search(rf"(?<!\w){re.escape(word)}", context.post.lower()) for word in telling):
            mend = "They did not say so in public: speak of what the fare or product is, not of what they bought."
            yield reply.finding("Q09", "block", "This reveals what the person bought or booked.", mend, found.span())
            return


def _said_by_them(phrase: str, post: str) -> bool:
    """Whether the person used the telling word themselves."""
    words = [word for word in re.findall(r"[a-z]{4,}", phrase) if word not in STOPWORDS]
    return bool(words) and words[-1] in post.lower()
