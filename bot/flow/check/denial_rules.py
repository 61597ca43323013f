"""Denials of what nobody has examined yet, doubts about the person, and statements that are not ours to make (domain 4.1 Q14; P10, P11, P30, P45)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

from bot.flow.check.rules import SAME_SENTENCE as ANY
from bot.flow.check.rules import Rule
from bot.flow.check.words import STAFF

_NOT_US = r"\b(?:account|profile|page|site|e-?mail|message|link|offer|giveaway|number|scam|fake|impost\w+|copy|closing|close|bankrupt\w*|rumou?r)s?\b"

DENIALS = (
    Rule(
        "Q14",
        "block",
        "This denies something that has not been examined.",
        "Say that you take it seriously and who is looking at it now.",
        (
            r"(?:that's|this is|it's|that is|that was|it is|quite|simply|physically|just|absolutely|frankly|sounds?|seems?) (?:simply |just |quite |frankly |physically |absolutely |totally |completely |highly )*(?:impossible|not possible|unlikely|implausible)(?! to| for| online| at| in| without| by)",
            r"(?:it's|it is|that's|this is|seems|highly|very|most|extremely) (?:very |highly |most |extremely )?(?:unlikely|improbable)(?: that| to)",
            r"^(?:not possible|impossible|no way|never)(?=[.,!])",
            r"(?:can't|cannot|could not|couldn't) (?:possibly |really |simply )?(?:be|come|have come|have been|have happened|happen)(?: (?:from|by|to|in|at|with|on))? (?:us|our|ours|here)",
            r"so (?:that|this|it) (?:can't|cannot|couldn't) (?:have been|be) (?:right|true|possible|correct|so|cold|late|our\w*)",
            r"(?:was|were) (?:\w+ )?(?:hot|fresh|fine|perfect|ok|okay|clean|sealed|intact|working|on time|correct|in (?:good|perfect) \w+) when (?:it|you|they|we)",
            r"(?:passed|pass|aced) (?:\w+ ){0,3}(?:inspections?|checks?|audits?|tests?)",
            r"(?:he|she|they|driver|waiter|nurse)(?:'s|'re| is| are) (?:\w+ )?(?:our|one of (?:our|the)|an?|the) (?:\w+ )?(?:best|finest|kindest|nicest|most \w+|model|excellent|lovely|great|good) (?:\w+)",
            r"(?:ours?|our \w+|our \w+ \w+) (?:look|looks|are|is|come|comes) (?:\w+ )?different",
            r"(?:doesn't|does not|don't|do not|didn't) (?:even )?(?:look|match|sound|seem|resemble) (?:like )?(?:anything|any|ours|one of|our|something|what|a \w+ (?:we|of ours))",
            r"(?:isn't|is not|wasn't|aren't|not|never) (?:one |any )?(?:of )?ours(?! to)",
            r"not from (?:our|us)(?: \w+)?(?=[ .,!])",
            r"(?:didn't|did not|doesn't|does not|could not have|couldn't have) (?:come|originate) from (?:us|our|here)",
            r"alleged(?:ly)?|supposedly|so-called",
            r"your (?:claims?|allegations?|accusations?|story|version)(?: of \w+)? (?:is|are|was|does|do|doesn't|don't|isn't|aren't|sounds?|seems?|changes?|has|have|can't|cannot|lack\w*|makes?)",
            r"(?:you|who|they|she|he) claims?(?: to| that)?|what you claim",
            r"(?:this|that) (?:simply |just |certainly |definitely )?(?:never|did not|didn't|could not have|couldn't have) (?:actually |really )?happen\w*",
            r"never happens? (?:here|in our|at our|with us|at)",
            r"(?:nothing|no such thing) (?:of the (?:kind|sort) )?(?:\w+ )?(?:happened|happens|occurred|took place)",
            r"no such (?:thing|incident|event|problem|issue|person)",
            rf"(?:our |my |the )?(?:{STAFF}|they|she|he|we) (?:\w+ )?(?:would|could|do|does) never (?:\w+ )?(?:do|say|behave|treat|act|speak|serve|allow|be|sell|use|send|let|have|ever|intention\w*|deliberate\w*|dream|make|leave|charge|take|lie|touch|put)",
            rf"(?:our|my|the) (?:\w+ )?{STAFF} (?:is|are|was|were|has|have)(?: been)? (?:\w+ )?(?:always |all |highly |fully |very |extremely |perfectly |nothing but |known (?:to be|for) |not |never |only |simply |just |well )*(?:polite|friendly|courteous|professional|trained|vetted|kind|careful|respectful|hygienic|racists?|rude|following|doing (?:his|her|their)|innocent|prejudiced|like that)",
            r"(?:we|i|our \w+)(?:'ve| have| had|'d)? (?:never|not once) (?:\w+ ){0,2}(?:a |any |such |one )?(?:\w+ )?(?:complaints?|problems?|issues?|reports?|incidents?|cases?)",
            r"(?:(?:no.?one|nobody) else|no other \w+|none of our (?:other )?\w+|not (?:a single|one other) \w+)(?: has| have| had|'s| was| were| is| are| here| in)?(?: ever| been| \w+)? (?:complain|report|said|say|affect|had|mention|notice|experienc|impacted|seem)\w*",
            r"other (?:\w+ ){1,3}(?:had|have|has|made|make|were|are|was|seemed|left|liked|enjoyed|got) (?:\w+ )?(?:no (?:\w+ )?(?:complaints?|problems?|issues?|troubles?)|happy|delighted|fine|loved|enjoyed|perfectly)",
            r"(?:can't|cannot|can not|couldn't|hard to|difficult to|struggle to|impossible to) (?:really |quite |honestly |even )?(?:picture|see|imagine|fathom|think of|envisage|conceive of) (?:any(?:one|body)?|him|her|them|one|our|that|a|the|my|either|this)(?: [\w']+){0,4} (?:\w+ing|would|could|do|did)\b",
            r"(?:no.?one|nobody) (?:has |have |had )?(?:ever )?(?:complained|reported (?:this|it|that|any|a))",
            r"(?:cleaned|checked|tested|inspected|serviced|sprayed|audited|maintained) (?:hourly|daily|weekly|monthly|regularly|constantly|every \w+|twice a \w+),? so",
            r"(?:works?|working|worked|was|is|were|are|been) (?:\w+ )?fine (?:for|on|at|with) (?:every|us|our|all|me|the other|other|most)\w*",
            r"(?:fine|ok|okay|works?|good|normal\w*) (?:\w+ )?(?:for|with) every(?:one|body) else|isolated \w+",
            r"(?:affect\w*|impact\w*|involv\w*|hit|only|just) (?:only |just )?(?:one|a (?:handful|few|tiny number|small (?:number|group|percentage|minority)|minority)(?: of)?) (?:\w+ )?(?:customer|account|user|person|people|patient|guest|passenger|record|device|unit)s?",
            r"(?:i'm|we're|i am|we are|very|quite) (?:\w+ )?surprised (?:to (?:hear|read|see|learn)|by (?:this|your|that)|that you)",
            r"(?:no|your|customer|any|personal|the) (?:\w+ )?(?:data|details|information|records?)(?: \w+)? (?:was|were|has|have|is|are)(?:n't| not| never)(?: been)? (?:at risk|accessed|stolen|exposed|leaked|compromised|shared|affected|seen|lost)",
            r"no (?:\w+ )?(?:data|details|information|records?) (?:was|were|has been|have been|is|are) (?:\w+ )?(?:accessed|stolen|exposed|leaked|compromised|shared|affected|seen|lost|at risk)",
            r"(?:data|details|information) (?:is|are|was|were|remains?) (?:perfectly |completely |totally |always |100% )?(?:safe|secure)",
            r"our (?:\w+ )?(?:kitchens?|food|stores?|restaurants?|rooms?|products?|systems?|records|hygiene|standards|equipment|vehicles|buses|trains|meat|ingredients|service) (?:is|are|was|were|meets?|pass\w*) (?:\w+ )?(?:spotless|perfect\w*|immaculate|exemplary|excellent|flawless|perfectly|100|the highest|highest|all|always|completely safe|safe|second to none|never)",
            r"(?:all |each of |every one of )?our (?:\w+ )?\w+ (?:is|are) (?:\w+ )?(?:tested|certified|inspected|vetted|checked|screened|audited|approved)(?! (?:again|now|today|at|by|before|this))",
            r"not (?:\w+ )?(?:used|sold|served|stocked|found|made) (?:in|by|at) (?:our|any of our)",
            r"(?:doesn't|does not|don't|do not) represent (?:our|us|the)",
            r"(?:there's|there is|there was|there were|we (?:see|found|find|have)) (?:absolutely |simply |really )?(?:nothing|no(?:thing)? \w{0,7}|zero|no) ?(?:wrong with|(?:problem|issue|fault|defect)s? with (?:our|the|your|that|it)|(?:evidence|proof|truth|indication|basis|record of (?:you|your|this|any|such|that)))",
            r"there(?:'s| is| are| was| were) (?:absolutely |simply |really |definitely |certainly )?(?:no|never any|not any) \w+ (?:in|on|at|with|near|inside) (?:any of )?our",
            r"(?:it|that|this|he|she|they|there) (?:can't|couldn't|cannot|could not|can not) have(?= )(?! been (?:\w+ )?(?:easy|fun|nice|pleasant|good|comfortable|simple|the \w+ you))",
            r"you must be (?:confus|mistak|think|mix|wrong|dream|jok|imagin)\w*",
            r"you must have (?:confus|mistak|misread|mix|imagin|misheard|misunderst|the wrong|dream)\w*",
            r"(?:confus|mix)\w* (?:us|me) (?:up )?with",
            r"i(?:'m| am) (?:quite |very |pretty )?(?:sure|certain|confident) (?:that )?(?:he|she|they|our \w+|the (?:driver|waiter|nurse|guard|staff|team|manager|agent)) (?:\w+ )?(?:didn't|did not|was|were|wasn't|weren't|meant|only|just|had|did|would|wouldn't|is|are|never)",
            r"(?:can|could) you prove|prove (?:it|that|this)",
            r"(?:any|where's (?:your|the)|where is (?:your|the)|show us (?:the|your|some)?|without|have (?:you )?(?:any|a)|do you have|need|see(?: some)?) ?(?:proof|evidence)(?! of (?:purchase|address|id|postage))",
            r"(?:this|that|the|your|a|another|obviously|clearly) (?:review |post |complaint |story )?(?:is |was |must be |looks? |seems? )?(?:clearly |obviously |a |just |so )*(?:fake|bogus|fabricated|made.?up|invented|a lie|lies|nonsense)(?: review| story| complaint| claim)?",
            r"you (?:were|are|'ve) never (?:\w+ )?(?:here|(?:a |our )?(?:customer|guest|client|patient)|visited|stayed|been|ordered|shopped)",
            r"no record of (?:you|your|any|such|this|a)|(?:work|working) for (?:a|one of our|our) (?:competitor|rival)",
            r"(?:from|by) (?:a|our) (?:competitor|rival)",
        ),
        unless=_NOT_US,
    ),
    Rule(
        "Q14",
        "block",
        '"No comment" reads as hiding.',
        "Give the press contact and the time when it answers.",
        (
            r"no comment(?!s)(?! \w+ (?:was|were|has|is))",
            r"(?:can't|cannot|won't|not able to|unable to|not going to|not allowed to) (?:\w+ )?comment(?: on (?:that|this|it|the (?:matter|story|article|issue|allegations)|these|such))?(?=[.,!]|$)",
            r"(?:declin|refus)\w+ (?:to|any) comment|(?:do not|don't) (?:wish|want|intend|plan) to comment",
            r"have nothing (?:to say|further to (?:say|add))|off the record",
            r"(?:not|no) (?:making|issuing|giving|releasing) (?:any |a |further )?(?:statements?|comments?|remarks?|interviews?)",
            r"no (?:further )?(?:statements?|remarks?)(?=[.,]|$)|won't be (?:commenting|drawn)",
        ),
    ),
    Rule(
        "Q14",
        "block",
        "This makes a medical judgement.",
        "Say that you hope they are well and that a doctor is the one to ask; name nothing as the cause.",
        (
            r"take (?:\w+ ){0,2}(?:tablets?|pills?|aspirins?|paracetamol|ibuprofen|antihistamines?|painkillers?|antibiotics?|charcoal|imodium)",
            r"(?:drink|eat) (?:plenty|lots|some|a lot)(?: of)? (?:\w+ )?(?:water|fluids|ginger|toast) and (?:you|it)",
            r"you(?:'ll| will|'d| would) (?:\w+ )?(?:be|feel) (?:just |perfectly |absolutely )?(?:fine|ok|okay|alright|all right|better) (?:in|by|after|tomorrow|soon|if)",
            r"and you(?:'ll| will) be (?:fine|ok|okay|alright)(?=[ .,!]|$)|no need (?:to see|for) a doctor",
            r"(?:don't|do not) need (?:a|to see a) (?:doctor|hospital)",
            r"(?:it's|it is|it was|that's|that was|this is|sounds like|probably|likely|most likely|must be|must have been|could be|may be|might be|maybe|perhaps|more likely)(?: probably| just| only| likely| most likely| surely)* (?:a |an |some |the )?(?:\w+ )?(?:virus|stomach bug|bug going round|norovirus|stress|hay fever|flu|hangover|anxiety|heatstroke|side effect|intolerance|something (?:else )?you ate|another (?:restaurant|meal|place))",
        ),
        unless=r"stomach-?free",
    ),
    Rule(
        "Q14",
        "block",
        "This runs down somebody else.",
        "Speak of what we do ourselves; leave others out of it.",
        (
            rf"(?:our |the |a |other |any )?(?:competit(?:or|ion)|rival|other (?:shop|brand|airline|store|restaurant|compan|bank|provider|hotel|carrier))\w*(?:'s?)? {ANY}{{0,30}}(?:dangerous|worse|terrible|unsafe|scam|rubbish|overpriced|crook|awful|cheap|inferior|poor|bad|garbage|trash|unreliable|dirty|no better)\w*",
        ),
    ),
)
