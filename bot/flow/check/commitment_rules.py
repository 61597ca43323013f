"""Promises that no role may make in a public reply, as patterns (domain P.8, 4.1 Q07; reliability G7 and G8)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

from bot.flow.check.rules import SAME_SENTENCE as ANY
from bot.flow.check.rules import Rule
from bot.flow.check.words import MONEY, STAFF

_GIVE = r"(?:(?:gets?|receives?|has|have|getting) (?:[\w$£€.]+ ){0,5}?(?:back|off|refund\w*|free|credit\w*)|refund\w*|pay\w*|paid|return\w*|give|giv\w+|send\w*|credit\w*|compensat\w+|reimburs\w+|waiv\w+|honou?r\w*|free|vouchers?|discount\w*|money back|make it up|replac\w+|cover\w*|comp(?:ed)?)"
_EVERYONE = r"(?:every(?:one|body)|all (?:\w+ ){0,2}?(?:customers?|guests?|passengers?|patients?|users?|members?|riders?|subscribers?|affected|of you|orders?|bookings?|parents|famil(?:y|ies)|students|residents|tenants|fans|travell?ers|visitors|clients|players|drivers|shoppers|diners|ticket ?holders|households|people|owners|buyers|kids|children|mums|participants|attendees|neighbou?rs|citizens|others|those)|those (?:who|affected|hit|caught)|whoever|(?:the |our )(?:whole|entire) (?:city|town|street|country|village|region|area|neighbou?rhood|flight|plane|train|bus|coach|queue|school|class|building|block|line|boat|hotel|party|group|crowd|audience)|(?:each|every) (?:and every |single |affected |last )*(?:customer|shopper|diner|buyer|viewer|attendee|neighbou?r|driver|fan|owner|reader|player|passenger|guest|rider|user|member|one of you|order|person|patient|subscriber|famil(?:y|ies)|parent|student|tenant|resident|visitor|client|household|traveller|traveler|diner|fan)s?|any(?:one|body) (?:who|that|affected|else))"
_AGAIN = r"(?:happen\w*|occur\w*|repeat(?:ed)?|be repeated|see (?:this|that|it)|go wrong|experience (?:this|that|it)|face (?:this|that|it)|have (?:this|that|it|to go through))"
_DISCIPLINE = r"(?:fired|sacked|dismissed|suspended|terminated|disciplin\w+|let go|let (?:him|her|them) go|remov\w+ (?:from|off)|reprimand\w*|taken off|stood down|punish\w*|demot\w+|written up|sent home|off (?:the )?(?:road|duty|shift|job)|no longer (?:works?|working|employed|with us|with the|part of|here|driv\w+|serv\w+)|(?:won't|will not|never) (?:be )?(?:work|driv|serv|treat|fly)\w* (?:\w+ ){0,3}(?:here|again|for us|with us|anyone|any more)|(?:lose|lost) (?:his|her|their) job|held (?:to account|accountable|responsible)|(?:face|facing|faced) (?:\w+ )?(?:consequences|disciplin\w*|action|the music)|gross misconduct|final warning|(?:los\w+|lost|cut\w*|dock\w*|tak\w+|took|pull\w*|cancel\w*|withdr\w+|revok\w*|hand\w* (?:in|over|back)|turn\w* in|giv\w+ up|clear\w*|empt\w+) (?:away )?(?:his|her|their) (?:own )?(?:pay|wages?|salary|bonus|licen[cs]e|badge|shifts?|contract|keys|uniform|desk|locker|tips)|(?:pay|wages?|salary|bonus|licen[cs]e|badge|shifts|contract|keys|uniform|tips|employment) (?:was|were|is|are|has been|have been|will be|gets?|got) (?:\w+ )?(?:taken|pulled|cut|docked|cancelled|canceled|ended|terminated|revoked|withdrawn|stopped|suspended|handed)|last (?:shift|day|round|drive|run|route|class|week|trip|flight|service)|out of a job|shown the door|(?:won't|will not|isn't|is not|aren't|never|not|n't) (?:be )?(?:coming |going to be )?(?:back(?= ?(?:[.,!;]|$|here|at|on|with|to work|tomorrow|next))|return\w* (?:here|to (?:work|the|our|us))|behind (?:\w+ ){0,4}?(?:wheel|till|counter|bar|desk)s?|wear\w* (?:our|the) uniform)|(?:look\w*|search\w*) for (?:a |an )?(?:new|another) (?:job|position|employer)|docked|sack|fire|get(?:ting)? the (?:sack|boot)|given (?:\w+ )?(?:notice|warning))"

FOREVER = Rule(
    "Q07",
    "block",
    "This guarantees what nobody can guarantee.",
    'Say what you have changed and when you will look again, without "never" or "guarantee".',
    (
        r"(?<!can't )(?<!cannot )(?<!not )(?<!n't )(?<!back )guarantee(?:d|s)?(?! (?:period|card|claim|desk|team|form|certificate|terms|page|covers))",
        rf"(?:won't|will not|will never|can't|cannot|can not|could not|couldn't|never|not|(?:nothing|nobody|no.?one|no \w+)(?: like (?:this|that|it))?(?: is| will| can| shall)?|no way this will|isn't going to|is not going to|shan't|'ll never|would never) (?:\w+ ){{0,3}}?{_AGAIN}(?: \w+){{0,4}} (?:again|twice|any ?more|ever|in (?:the )?future)",
        r"(?:last|final) time (?:you|this|anyone|it|that|anything)(?:'ll| will| ever| happens?)",
        r"never again (?:will|shall|with us|have|be|on|at)",
        r"(?:you(?:'ll| will)|you won't|you will not) (?:never|ever) (?:\w+ ){0,2}(?:again|wait|have|see|lose|get|be|need|face|pay|worry|experience)",
        r"this (?:is|was) the last",
        r"(?:i|we) (?:promise|swear|vow|pledge)(?: you)?,? (?:that )?(?:it|this|that|you|there|no|nobody|everything|nothing|never)(?:'ll| will|'s| can| is| won't| has| was)?(?= )",
        r"(?:you have|give you|got) (?:my|our) (?:word|promise)|you can (?:\w+ )?(?:bank|count|bet|rely|depend) on (?:it|that|this)|mark my words",
        r"(?:from (?:now|here|today|this point|tomorrow|monday)(?: on| onwards?)?|from here on(?: in| out)?),? (?:each|every|all|no|any) \w+ [^.!?\n]{0,40}(?:will|won't|shall|is going to|are going to)",
        r"(?:100|hundred) ?(?:%|percent|per cent) (?:sure|safe|certain|secure|reliable|money|satisf\w+|of the time)",
        r"no matter what",
        r"(?:free|upgrade\w*|access|supply|service|discount\w*|member\w*|subscription|yours|on us|on me|covered|it's) (?:\w+ ){0,4}?(?:for (?:life|ever)|forever|for all time|for the rest of your (?:life|days))",
        r"(?:lifetime|unlimited|everlasting) (?:free |\w+ )?(?:upgrades?|access|supply|service|discounts?|member\w*|subscription|refunds?|drinks|travel|meals|rides)",
        r"rest of your (?:life|days)|nothing like (?:this|that|it) (?:is|will|can|shall)(?: \w+){0,3} happen\w*",
        r"(?:is|it's|are|be|now) (?:completely |totally |fully |permanently |100% |fixed )*(?:fixed for good|solved for good|permanently (?:fixed|solved|resolved)|foolproof|bulletproof|risk.free|perfectly safe|completely safe|totally safe|safe to (?:use|eat|drink) (?:now|again))",
    ),
    unless=r"i promise (?:i|we|to)\b|made (?:it|this) take forever|took forever|(?:waited|waiting|hold|take|takes|feels?|felt|seem\w*) (?:like )?forever",
)
SWEEPING = Rule(
    "Q07",
    "block",
    "This promises something to many people or many times over.",
    "Promise only what you may give to this person; what all get is for the incident owner to publish.",
    (
        rf"{_GIVE} {ANY}{{0,50}}?\b{_EVERYONE}|{_EVERYONE}(?= ){ANY}{{0,60}}?\b{_GIVE}",
        rf"(?:refund|pay|return|give|send|back|credit|reimburse)\w*(?! (?:you )?(?:for )?being) {ANY}{{0,40}}?\b(?<!charged )(?<!billed )(?<!paid )(?<!taken )(?:double|triple|quadruple|(?:two|three|five|ten|\d+) ?(?:times|x|fold)|twice (?:the|your|what|over|as|that)|tenfold)(?! charge| bill| payment)",
        r"(?:double|triple) (?:your|the|it|that|what) (?:money|refund|back|points|amount|you)",
        r"(?:and|to) (?:double|triple) (?:it|that)",
        r"(?:free|no charge|gratis|complimentary|at no charge|on us|on the house|without (?:charge|paying))(?: \w+){0,3} for (?:life|ever|an? (?:\w+ )?(?:month|year|decade)|\w+ (?:months|years)|the (?:rest|next|whole|entire))",
        r"(?:months?|years?|flights?|nights?|weeks|trips|stays)(?: of [\w ]{1,20}?)? (?:are |is )?(?:totally |completely )?(?:free|at no (?:extra )?(?:charge|cost)(?: to you)?|for free|on us|on the house|without (?:charge|paying))(?! of)",
        r"(?:free|complimentary) (?:\w+ )?(?:flights|nights|months|years?|weeks|tickets for|travel for|stays|service for)",
        r"your next (?:\w+ ){0,2}(?:flights|trips|stays|orders|meals|months|bills|visits|nights|\w+ \w+s) (?:are|is|will be) (?:free|on)",
        r"free (?:travel|service|access|meals|shipping|drinks|coffee) (?:for|until|all)",
        r"(?:won't|will not|don't|do not|never|not) (?:have to |need to )?(?:be )?(?:pay|paying|owe|cost you|charged) (?:us )?(?:a |one |another )?(?:single )?(?:cent|penny|dime|thing|ever|again|anything (?:ever|again))",
        r"mak\w+ you whole",
        r"(?:cover|pay|reimburse|refund) (?:you )?(?:for )?(?:absolutely )?(?:everything|it all|all of it|the lot|whatever|any(?:thing)? you)",
        r"whatever (?:it|that|this) (?:costs?|takes|may cost)|whatever the (?:cost|price|bill)",
        r"no (?:upper )?limits?(?= |[.,!]|$)(?! (?:on|of) (?:bags|size))",
        r"any \w+ (?:\w+ )?you (?:like|want|choose|fancy|please)|(?:sky's|sky is) the limit|at our expense",
        r"on our (?:tab|dime)|foot the bill",
        r"your next (?:stay|flight|trip|holiday|vacation|cruise|bill|month|year|rent|weekend|order|visit|ticket)(?: \w+)? (?:is|are|will be|comes?) (?:\w+ )?(?:free|comped|complimentary|covered|paid|on (?:us|me|the house)|at no)",
        r"make up (?:for )?(?:the|any|your) (?:difference|loss(?:es)?|shortfall)|what(?:ever)? you(?:'ve| have)? lost",
        r"(?:whatever|however much) (?:it|that|this|the \w+|they) (?:comes?|adds?|amounts?|runs?|ends?) (?:up )?to|(?:send|forward|give|hand|bring|post) (?:us|me|over|in)? ?(?:the|your|any|all|every) (?:[\w']+ ){0,3}?(?:bills?|invoices?|receipts?)(?: \w+){0,2},? (?:and|so) (?:we|i)(?:'ll| will| can)? (?:\w+ )?(?:settle|pay|cover|take care|pick|foot|reimburse|refund|sort)",
        r"comped|all expenses|whole family for free|money is no object|name your price|(?:blank|open) che(?:ck|que)",
        r"consider it (?:done|paid|covered|sorted|refunded|yours)|(?:it's|that's|all) (?:all )?covered|match any",
        r"beat any price|anything you (?:want|like|need|ask)",
        rf"(?:{_GIVE}|pick\w* up|foot\w*|absorb\w*|settle\w*|take care of) {ANY}{{0,60}}?(?:whatever|however (?:much|many|high)|no matter (?:how|what)|(?:the )?full value|any amount|and more|all of (?:that|it))",
        r"(?:on (?:me|us|the house)|free|no charge|gratis|complimentary)[^.!?\n]{0,40}(?:every (?:\w+day|week|month|year|time|visit)|each (?:week|month|time|visit)|all (?:year|month|week|summer)|any ?time|always|whenever)",
        r"(?:every|each) [^.!?\n]{0,30} (?:is|are|will be) (?:now )?(?:free|on (?:us|me|the house))",
        r"(?:money|cash|payment|refund|cheque|check) is (?:already )?on (?:its|the) way",
    ),
    unless=r"\b(?:whether|asking|asked|decide|deciding)\b.{0,80}\b(?:honou?r|refund|everyone|all)|i'd do whatever|not everyone|\b(?:never|don't|do not)\b|like (?:any|every)(?:one|body)",
)
DISCIPLINE = Rule(
    "Q07",
    "block",
    "This announces what happens to a colleague.",
    "Say that their manager has it and when you come back; discipline is never spoken of in public.",
    (
        rf"(?:{STAFF}|he|she|they|him|her|them|person|individual|(?:those|anyone|whoever|everyone) (?:responsible|involved)|\w+ responsible|employment|contract)(?:'s|'ve|'ll)?(?= ){ANY}{{0,50}}?\b{_DISCIPLINE}",
        rf"(?:we(?:'ve| have|'re| are|'ll| will)?|i(?:'ve|'ll| will| have)?) (?:\w+ ){{0,3}}?(?:fir(?:ed|e|ing)|sack(?:ed|ing)?|dismiss\w*|suspend\w*|disciplin\w*|terminat\w*|writ\w+ up|dock(?:ed|ing)?|let (?:him|her|them|the|that|our) (?:\w+ )?go|part(?:ed|ing) (?:ways|company)|remov\w*) (?:\w+ ){{0,3}}?(?:{STAFF}|him|her|them|those|person|individual|everyone|anyone|employment|contract|action)?(?=[ .,!]|$)",
        r"(?:disciplinary|appropriate (?:disciplinary )?action|severe|strict|firm|harsh) (?:action|measures?|procedures?|process|consequences|hearing|steps)? ?(?:\w+ ){0,3}(?:taken|against|follow|begin|start\w*|underway|open\w*)",
        r"heads will roll|consequences for (?:him|her|them|the|that|our)|there will be consequences|retrained and",
        r"dealt with (?:severely|harshly|firmly)",
        rf"(?:letting|let) (?:him|her|them|(?:the|that|this|our) (?:\w+ )?{STAFF}) go(?= ?(?:[.,!;]|$)|(?: \w+)? (?:today|this|tonight|tomorrow|on|as of|at|from|now|with|after|because|over|for))(?! (?:home|first|to|through|on))",
        rf"(?:don't|do not|no longer|won't|will not) (?:employ|work with|use|have) (?:him|her|them|(?:that|this|the) (?:\w+ )?{STAFF})(?: \w+){{0,2}}(?: any ?more| any longer| again)?",
        r"(?:end\w*|cancel\w*|terminat\w*|tor[en] up|cut\w*) (?:his|her|their|the \w+'s) (?:employment|contract|shifts|job)",
    ),
    unless=rf"{STAFF} (?:\w+ )?(?:fired up|fire (?:brigade|alarm|service|crew))|(?:account|service|line|route|payments?|charges?|fees?|fare|booking|subscription|listing|feature|update|product|item|dish|mussels|batch|label|stock|power|water)s? (?:is|was|were|are|has been|have been) (?:\w+ )?(?:suspended|terminated|removed|taken off|stood down)|remov\w+ (?:the|your|this|that|any|all|a|those|these)? ?(?:\w+ )?(?:fees?|charges?|cost|item|batch|bolt|comment|message|number|post|listing|hold|block|name|payment|rule)s?|fire (?:alarm|brigade|exit|door|service|crew|safety|department|drill|officer)|taken off (?:the|your|my) (?:bill|fare|menu|list|price|order|shelf|shelves|invoice)",
)
LIABILITY = Rule(
    "Q07",
    "block",
    "This accepts a legal duty that only the legal contact can accept.",
    "Show concern and say who has it; leave liability, costs and law to the owner.",
    (
        r"(?:accept|take|admit|acknowledge|assume|bear|own)\w* (?:to )?(?:full |all |complete |total |the |our |legal |any |sole |entire |financial |and )*(?:liability|legal responsibility)",
        r"(?:we|i|company|store|hotel)(?:'re| are|'m| am|'ll be| were| is| was)? (?:\w+ )?(?:liable|negligent|legally responsible|at fault in law)",
        r"(?:our|gross|of) negligen\w+|negligen(?:t|ce) (?:on our|by our)",
        r"(?:legally |contractually )?binding|no takesies|hold us to (?:it|that|this)",
        r"take (?:this|it) as (?:a contract|an offer)|contractual",
        rf"(?:you(?:'re| are)|is|are|be) (?:\w+ )?(?:entitled|eligible|owed|due) (?:to |for )?(?:\w+ ){{0,3}}?(?:compensation|damages|refund|reimbursement|payout|{MONEY}|\d+)",
        r"(?:under|by) (?:the )?(?:eu|uk|dot|federal|state|consumer|u\.s\.|us|eu261|uk261|law)(?:'s)?(?: \w+){0,4} (?:entitled|owe|must|have to|compensat\w+|right to)",
        r"(?:have|got) (?:a |the )?(?:legal|statutory) right",
        r"we (?:broke|breached|violated) (?:the |a |our )?(?:law|contract|duty|regulation)s?",
        r"(?:law|regulations?|act|directive|eu261|uk261|legislation) (?:\w+ )?(?:says|requires|is clear|entitles|gives|obliges|guarantees|grants|protects)",
        r"entitles you",
        r"(?:cover|pay|reimburse|settle|meet|refund|foot|take care of|compensat\w+)(?:ing|s)? (?:\w+ ){0,4}?(?:medical|hospital|vet|legal|dental|doctor's|ambulance|er|funeral|lawyer)(?:'s)? ?(?:bills?|costs?|expenses?|fees?|treatment|care)?",
        r"(?:lost|loss of|missed) (?:\w+ )?(?:earnings|wages|income|business|pay|profits?)",
        r"(?:all|any|every) (?:of )?(?:your |the )?(?:costs?|expenses?|damages|losses|lost (?:earnings|income|wages))(?! (?:are|is) listed)",
        r"pain and suffering",
    ),
)  # fmt: skip
POLICY = Rule(
    "Q07",
    "block",
    "This announces a change of rule or price for all.",
    "Say that you passed it on and when you will tell them the answer; only the owner changes rules.",
    (
        r"(?:we|i|from (?:now|today|tomorrow|next|this|monday|january)(?: \w+)?,? (?:on )?(?:we|all|there|every|no))(?:'re|'ll|'ve| are| will| have|'m| am)? (?:\w+ ){0,3}?(?:chang|scrap|remov|abolish|dropp?|end|rewrit|rewrot|revis|eliminat|updat|overhaul|relax|introduc|get(?:ting)? rid|do(?:ing)? away|ax|bin|cancel|amend|tear|lift)\w* (?:\w+ ){0,4}?(?:polic(?:y|ies)|rules?|terms(?: and conditions)?|contract terms)(?! wording)",
        r"(?:scrap|abolish|eliminat|lower|cut|reduc|drop|remov|end|freez|halv|bin|ax|slash|revers|roll|get|gett|do|ditch|kill)\w* (?:back |rid of |away with )?(?:\w+ ){0,4}?(?:fees?|prices?|fares?|charges?|tariffs?|rates?|increases?|surcharges?)(?: \w+){0,2} (?:for (?:all|every\w*|good|our|any)|across|permanently|altogether|start\w*|next (?:month|year|week)|from|entirely|completely|forever)",
        r"(?:scrap|abolish|drop|end|eliminat|remov|ditch|lift|waiv)\w* (?:it|this|that|them) for (?:all|every|everyone|good|our)(?: \w+)?",
        r"(?:fees?|prices?|fares?|charges?|surcharges?|polic\w+|rules?) (?:altogether|for good|for everyone|entirely|permanently)",
        r"(?:fees?|prices?|fares?|charges?|surcharges?) (?:will be|are being|is being|are going to be) (?:\w+ )?(?:scrapped|dropped|cut|lowered|removed|abolished|frozen|reduced|gone)",
        r"from (?:now|today|tomorrow|next (?:week|month|year)|monday|this)(?: \w+){0,2},? (?:\w+ ){0,4}?(?:scrap|abolish|drop|remov|end|cut|lower|free|no (?:more )?(?:fee|charge)s?)\w*",
        r"(?:new|our) (?:\w+ )?policy (?:will|is going to|from (?:now|today)) (?:be|on|allow|now)",
        r"no (?:more |longer any )?(?:\w+ ){0,2}(?:fees?|charges?|surcharges?|fines?|deposits?|penalt(?:y|ies)) (?:\w+ )?for (?:any(?:one|body)|every(?:one|body)|all|customers)",
        r"(?:as of|starting|effective|beginning|with effect from) (?:today|tomorrow|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next \w+|the \d\w*|\d\w*|this \w+|\w+ 1st),? (?:there (?:are|is|will be) no|(?:\w+ ){0,4}?(?:scrap|abolish|drop|remov|end|cut|lower|free|no (?:more )?(?:\w+ )?(?:fee|charge))\w*)",
        r"(?:polic(?:y|ies)|rules?) (?:will|is going to|are going to|has been|have been|is being) (?:\w+ )?(?:chang|scrap|drop|remov|rewrit|revis|updat|lift|relax)\w*",
    ),
    unless=r"\b(?:ask|asking|asked|whether|suggest|suggested|passed|raise|raised|wording|could|should)\b",
)

RULES = (FOREVER, SWEEPING, DISCIPLINE, LIABILITY, POLICY)
