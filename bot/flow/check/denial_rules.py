"""Denials of what nobody has examined yet, doubts about the person, and statements that are not ours to make (domain 4.1 Q14; P10, P11, P30, P45)."""

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
            r"^(?:not possible|impossible|no way|never)(?=[.,!])|(?:can't|cannot|could not|couldn't) (?:possibly |really |simply )?(?:be|come|have come|have been|have happened|happen)(?: (?:from|by|to|in|at|with|on))? (?:us|our|ours|here)|so (?:that|this|it) (?:can't|cannot|couldn't) (?:have been|be) (?:right|true|possible|correct|so|cold|late|our\w*)|(?:was|were) (?:\w+ )?(?:hot|fresh|fine|perfect|ok|okay|clean|sealed|intact|working|on time|correct|in (?:good|perfect) \w+) when (?:it|you|they|we)|(?:passed|pass|aced) (?:\w+ ){0,3}(?:inspections?|checks?|audits?|tests?)|(?:he|she|they|driver|waiter|nurse)(?:'s|'re| is| are) (?:\w+ )?(?:our|one of (?:our|the)|an?|the) (?:\w+ )?(?:best|finest|kindest|nicest|most \w+|model|excellent|lovely|great|good) (?:\w+)",
            r"(?:ours?|our \w+|our \w+ \w+) (?:look|looks|are|is|come|comes) (?:\w+ )?different|(?:doesn't|does not|don't|do not|didn't) (?:even )?(?:look|match|sound|seem|resemble) (?:like )?(?:anything|any|ours|one of|our|something|what|a \w+ (?:we|of ours))",
            r"(?:isn't|is not|wasn't|aren't|not|never) (?:one |any )?(?:of )?ours(?! to)|not from (?:our|us)(?: \w+)?(?=[ .,!])|(?:didn't|did not|doesn't|does not|could not have|couldn't have) (?:come|originate) from (?:us|our|here)",
            r"alleged(?:ly)?|supposedly|so-called|your (?:claims?|allegations?|accusations?|story|version)|(?:you|who|they|she|he) claims?(?: to| that)?|what you claim",
            rf"(?:this|that) (?:simply |just |certainly |definitely )?(?:never|did not|didn't|could not have|couldn't have) (?:actually |really )?happen\w*|never happens? (?:here|in our|at our|with us|at)|(?:nothing|no such thing) (?:of the (?:kind|sort) )?(?:\w+ )?(?:happened|happens|occurred|took place)|no such (?:thing|incident|event|problem|issue|person)",
            rf"(?:our |my |the )?(?:{STAFF}|they|she|he|we) (?:\w+ )?(?:would|could|do|does) never (?:\w+ )?(?:do|say|behave|treat|act|speak|serve|allow|be|sell|use|send|let|have|ever|intention\w*|deliberate\w*|dream|make|leave|charge|take|lie|touch|put)",
            rf"(?:our|my|the) (?:\w+ )?{STAFF} (?:is|are|was|were|has|have)(?: been)? (?:\w+ )?(?:always |all |highly |fully |very |extremely |perfectly |nothing but |known (?:to be|for) |not |never |only |simply |just |well )+(?:polite|friendly|courteous|professional|trained|vetted|kind|careful|respectful|hygienic|racists?|rude|following|doing (?:his|her|their)|innocent|prejudiced|like that)",
            r"(?:we|i|our \w+)(?:'ve| have| had|'d)? (?:never|not once) (?:\w+ ){0,2}(?:a |any |such |one )?(?:\w+ )?(?:complaints?|problems?|issues?|reports?|incidents?|cases?)|(?:(?:no.?one|nobody) else|no other \w+|none of our (?:other )?\w+|not (?:a single|one other) \w+)(?: has| have| had|'s| was| were| is| are| here| in)?(?: ever| been| \w+)? (?:complain|report|said|say|affect|had|mention|notice|experienc|impacted|seem)\w*|(?:no.?one|nobody) (?:has |have |had )?(?:ever )?(?:complained|reported (?:this|it|that|any|a))",
            r"isolated (?:incident|case|event|issue|occurrence)|(?:only|just) (?:one|a (?:handful|few|small number)(?: of)?) (?:\w+ )?(?:customer|account|user|person|people|patient|guest)s? (?:\w+ )?(?:affected|impacted|complained)",
            r"(?:no|your|customer|any|personal|the) (?:\w+ )?(?:data|details|information|records?)(?: \w+)? (?:was|were|has|have|is|are)(?:n't| not| never)(?: been)? (?:at risk|accessed|stolen|exposed|leaked|compromised|shared|affected|seen|lost)|no (?:\w+ )?(?:data|details|information|records?) (?:was|were|has been|have been|is|are) (?:\w+ )?(?:accessed|stolen|exposed|leaked|compromised|shared|affected|seen|lost|at risk)|(?:data|details|information) (?:is|are|was|were|remains?) (?:perfectly |completely |totally |always |100% )?(?:safe|secure)",
            r"our (?:\w+ )?(?:kitchens?|food|stores?|restaurants?|rooms?|products?|systems?|records|hygiene|standards|equipment|vehicles|buses|trains|meat|ingredients|service) (?:is|are|was|were|meets?|pass\w*) (?:\w+ )?(?:spotless|perfect\w*|immaculate|exemplary|excellent|flawless|perfectly|100|the highest|highest|all|always|completely safe|safe|second to none|never)",
            r"(?:there's|there is|there was|there were|we (?:see|found|find|have)) (?:absolutely |simply |really )?(?:nothing|no(?:thing)? \w{0,7}|zero|no) ?(?:wrong with|(?:problem|issue|fault|defect)s? with (?:our|the|your|that|it)|(?:evidence|proof|truth|indication|basis|record of (?:you|your|this|any|such|that)))",
            r"(?:can|could) you prove|prove (?:it|that|this)|(?:any|where's (?:your|the)|where is (?:your|the)|show us (?:the|your|some)?|without|have (?:you )?(?:any|a)|do you have|need|see(?: some)?) ?(?:proof|evidence)(?! of (?:purchase|address|id|postage))",
            r"(?:this|that|the|your|a|another|obviously|clearly) (?:review |post |complaint |story )?(?:is |was |must be |looks? |seems? )?(?:clearly |obviously |a |just |so )*(?:fake|bogus|fabricated|made.?up|invented|a lie|lies|nonsense)(?: review| story| complaint| claim)?|you (?:were|are|'ve) never (?:\w+ )?(?:here|(?:a |our )?(?:customer|guest|client|patient)|visited|stayed|been|ordered|shopped)|no record of (?:you|your|any|such|this|a)|(?:work|working) for (?:a|one of our|our) (?:competitor|rival)|(?:from|by) (?:a|our) (?:competitor|rival)",
        ),
        unless=_NOT_US,
    ),
    Rule(
        "Q14",
        "block",
        "\"No comment\" reads as hiding.",
        "Give the press contact and the time when it answers.",
        (r"no comment(?!s)(?! \w+ (?:was|were|has|is))|(?:can't|cannot|won't|not able to|unable to|not going to|not allowed to) (?:\w+ )?comment(?: on (?:that|this|it|the (?:matter|story|article|issue|allegations)|these|such))?(?=[.,!]|$)|(?:declin|refus)\w+ (?:to|any) comment|(?:do not|don't) (?:wish|want|intend|plan) to comment|have nothing (?:to say|further to (?:say|add))|off the record|won't be (?:commenting|drawn)",),
    ),
    Rule(
        "Q14",
        "block",
        "This makes a medical judgement.",
        "Say that you hope they are well and that a doctor is the one to ask; name nothing as the cause.",
        (
            r"take (?:\w+ ){0,2}(?:tablets?|pills?|aspirins?|paracetamol|ibuprofen|antihistamines?|painkillers?|antibiotics?|charcoal|imodium)|(?:drink|eat) (?:plenty|lots|some|a lot)(?: of)? (?:\w+ )?(?:water|fluids|ginger|toast) and (?:you|it)",
            r"you(?:'ll| will|'d| would) (?:\w+ )?(?:be|feel) (?:just |perfectly |absolutely )?(?:fine|ok|okay|alright|all right|better) (?:in|by|after|tomorrow|soon|if)|and you(?:'ll| will) be (?:fine|ok|okay|alright)(?=[ .,!]|$)|no need (?:to see|for) a doctor|(?:don't|do not) need (?:a|to see a) (?:doctor|hospital)",
            r"(?:it's|it is|it was|that's|that was|this is|sounds like|probably|likely|most likely|must be|must have been|could be|may be|might be|maybe|perhaps|more likely)(?: probably| just| only| likely| most likely| surely)* (?:a |an |some |the )?(?:\w+ )?(?:virus|stomach bug|bug going round|norovirus|stress|hay fever|flu|hangover|anxiety|heatstroke|side effect|intolerance|something (?:else )?you ate|another (?:restaurant|meal|place))",
        ),
        unless=r"stomach-?free",
    ),
    Rule(
        "Q14",
        "block",
        "This runs down somebody else.",
        "Speak of what we do ourselves; leave others out of it.",
        (rf"(?:our |the |a |other |any )?(?:competit(?:or|ion)|rival|other (?:shop|brand|airline|store|restaurant|compan|bank|provider|hotel|carrier))\w*(?:'s?)? {ANY}{{0,30}}(?:dangerous|worse|terrible|unsafe|scam|rubbish|overpriced|crook|awful|cheap|inferior|poor|bad|garbage|trash|unreliable|dirty|no better)\w*",),
    ),
)
