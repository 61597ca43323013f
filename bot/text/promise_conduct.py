"""Promises of conduct: what the company will do or change, and what it admits or vouches for."""

from __future__ import annotations

from bot.text.promise_frames import FIRST, WORD, Rule

_FIXED = r"""
    (?:fix(?:ed|ing)?|repair(?:ed|ing)?|mend(?:ed|ing)?|resolv(?:e|ed|ing)|correct(?:ed|ing)?|restor(?:e|ed|ing)
    |put (?:it|this|things|that) right|sort(?:ed|ing)?(?: (?:it|this|that|everything))?(?: out)?|rectif(?:y|ied)
    |cleaned(?: up)?|clean up|patch(?:ed)?|unblock(?:ed)?|unlock(?:ed)?|make (?:it|this|things) right
    |made (?:it|this) right|back (?:up|online|on|in service|to normal)|up and running|on again
    |working(?= (?:by|again|tonight|today|tomorrow)))"""
_PUNISHED = r"""
    (?:fir(?:e|ed|ing)|dismiss(?:ed|ing)?|disciplin(?:e|ed|ing)|suspend(?:ed|ing)?|sack(?:ed|ing)?|let go
    |terminat(?:e|ed|ing)|re-?train(?:ed|ing)?|punish(?:ed)?|reprimand(?:ed)?|demot(?:e|ed)
    |held (?:accountable|to account)|hold (?:\w+ ){1,3}accountable
    |removed from (?:duty|(?:his|her|their|the) (?:role|post|route|job))|lose (?:his|her|their) job|written up
    |taken off)"""
_STAFF = r"""
    (?:he|she|they|(?:the|our|that|this|your)(?: \w+){0,2} (?:driver|agent|employee|manager|staff|colleague
    |server|waiter|waitress|crew|worker|person|people|guard|officer|operator|clerk|cashier|nurse|doctor
    |attendant|team member|member of staff|individual|barista|courier))"""


CONDUCT: tuple[Rule, ...] = (
    Rule(
        "contact",
        "",
        (
            rf"""
                (?:{FIRST})(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|contact(?:ing)?|e-?mail(?:ing)?
                |messag(?:e|ing)|dm(?:ing)?|text(?:ing)?|writ(?:e|ing)(?: to)?|repl(?:y|ying)|answer(?:ing)?
                |updat(?:e|ing)|post(?:ing)?(?: an| another| the| more| here| back)|report(?:ing)? back
                |follow(?:ing)? up|get(?:ting)? (?:back|in touch)|com(?:e|ing) back|reach(?:ing)? out
                |let you know|keep you (?:posted|updated|informed)|be (?:in touch|with you|back)|in touch
                |back (?:to you|here|by|at|with)|tell you|share (?:an|the|more|what)
                |give you (?:a (?:call|ring|shout)|an (?:update|answer))|send you an (?:update|answer|e-?mail)
                |confirm(?:ing)? (?:here|by|with you|to you)|be there|visit(?:ing)?|speak (?:to|with) you
                |talk (?:to|with) you)\b""",
            r"""
                \b(?:the |our |an? )?(?:engineer|technician|manager|courier|driver|crew|colleague|adviser
                |advisor|plumber|electrician|team)(?: \w+)?(?:'ll| will|'s going to
                | is going to)(?: \w+)? (?:be with you|be there|arrive|visit|come|call|contact|ring|reach
                |message|email|get in touch)""",
            r"""
                \byou(?:'ll| will| can expect to| should)(?: also| soon)? (?:hear (?:from|back)
                |get (?:a call|an? (?:reply|update|answer|e-?mail))|have an? (?:reply|answer|update))
                |\b(?:expect|look out for|watch for) (?:a|an|our|my) (?:call|e-?mail|reply|update|answer
                |message)""",
            r"""
                \b(?:next|another|full|an?) update(?: \w+){0,2} (?:by|at|in|within|on)\b
                |\b(?:update|answer|news) (?:here )?(?:by|at|within) \d""",
        ),
    ),
    Rule(
        "fix",
        "agai work runn fix fixe fixi repa mend reso corr rest righ sort rect clea patc unbl unlo back prob solv",
        (
            rf"{FIRST}(?!to be )(?:{_FIXED})\b",
            rf"{FIRST}(?:have |get )?(?:your|the|this|it|that|everything)(?: \w+){{0,3}} {_FIXED}\b",
            rf"""
                \b(?:it|this|that|everything|(?:the|your)(?: [\w'-]{{1,20}}){{1,3}}|service|power|water
                |app)(?:'ll| will|'s going to| is going to|'s been| has been| is now|'s now
                | are now)(?: all)?(?: be| been)? {_FIXED}\b""",
            r"""
                \b(?:update|version|release|patch|[\d.]{3,8}) (?:fixes|fixed|will fix|resolves|solves)\b
                |\bis(?: now| all)? (?:fixed|resolved|repaired)\b|\bproblem solved\b""",
            r"^\W*(?:\w+\W{1,2}){0,2}(?:fixed|resolved|repaired|all sorted)\b",
        ),
    ),
    Rule(
        "discipline",
        "faci face cons cont fire firi dism disc susp sack let term retr trai puni repr demo held hold remo "
        "lose writ take work empl head",
        (
            rf"""
                {FIRST}{_PUNISHED}\b|\b(?:we|i) (?:have )?(?:fired|sacked|dismissed|suspended|disciplined
                |let (?:him|her|them|(?:the|that|this) \w+) go)\b""",
            rf"""
                \b{_STAFF}(?:'ll| will|'s| is| has| have| are|'ve| was
                | were)(?: (?:now|been|be|being|already|immediately|also)){{0,3}} {_PUNISHED}\b""",
            r"""
                \b(?:no longer works?|won't be working|will not be working|will never work
                |is no longer (?:with|employed|working))\b|\bheads will roll\b
                |\bdisciplinary (?:action|measures|proceedings) (?:has|have|will|is|are)\b
                |\b(?:face|faces|facing) (?:disciplinary|consequences)\b|\bconsequences for\b""",
        ),
    ),
    Rule(
        "policy",
        "how poli rule proc prac term trai ban bann long stop limi desi only allo rest maxi enti righ over sell char new from",
        (
            rf"""
                {FIRST}(?:chang(?:e|ed|ing)|updat(?:e|ed|ing)|rewrit(?:e|ten|ing)|scrap(?:ped|ping)?
                |review(?:ed)? and change|end(?:ed|ing)?|drop(?:ped|ping)?|introduc(?:e|ed|ing)
                |remov(?:e|ed|ing)|revis(?:e|ed|ing))(?:{WORD}){{0,4}} (?:policy|policies|rules?|process
                |procedures?|practice|terms|training)\b""",
            r"""
                \b(?:policy|rule|process|procedure)(?:'s| has been|'ll be| will be| is being| will) (?:changed?
                |updated?|scrapped|removed|revised)|\b(?:we|i)(?:'ve|'re| have| are| will|'ll)(?: now
                | just)? (?:chang\w+|chang(?:e|ing)) (?:how|the way) (?:we|our)\b
                |\bfrom (?:now on|today|next \w+),? (?:we|all|every|no|our)\b|\bnew (?:policy|rule)(?: is|:)""",
            rf"""
                {FIRST}(?:ban(?:ned|ning)?|no longer|stop(?:ped)? (?:charging|selling|using|asking|doing
                |overbooking))\b|\bwe (?:will )?no longer\b
                |\bwon't (?:ever )?(?:overbook|sell|charge)(?: \w+){{0,3}} again""",
            r"""
                \b(?:limited to|designed to (?:work|be used) with|only (?:allow|permit|work)s?(?: on| with)?
                |allows? only|restricted to|a maximum of) (?:one|two|three|\d+)(?: \w+){1,2} per (?:subscription
                |customer|account|person|user|household|order|day|device|licen[cs]e)\b""",
            r"\byou(?:'re| are) (?:legally )?entitled to\b|\b(?:your|the) rights? (?:is|are) to\b",
        ),
    ),
    Rule(
        "admission",
        "liab negl lega resp faul culp guil blam mist erro doin wron caus inju hurt pois harm burn law",
        (
            r"""
                \b(?:we|i|the company)(?:'re| are|'m| am| is| were| was|'ll be| will be)(?: \w+)? (?:liable
                |negligent|legally responsible|at fault|culpable|guilty)\b
                |\b(?:our|my) (?:negligence|liability|wrongdoing)\b|\bacted (?:negligently|illegally|unlawfully)
                |\bbroke the law\b""",
            r"""
                \b(?:accept|take|admit|assume|acknowledge|bear)(?:s|ed|ing)? (?:full |complete |total |legal[ ]
                |all[ ]|the |any |sole |entire )*(?:liability|blame|guilt|fault)\b
                |\b(?:full|complete|total|sole|legal|entire) responsibility\b""",
            r"""
                \b(?:entirely|completely|totally|fully|100%|all|solely|clearly|legally|absolutely|wholly) (?:our
                |my|the company's) (?:fault|responsibility|doing)\b
                |\b(?:our|my) (?:fault|mistake|error) (?:entirely|completely|alone|100%)""",
            r"""
                \b(?:our|my) (?:fault|responsibility|mistake
                |error)\b(?=.{0,80}\b(?:accident|injur\w+|crash|hurt|burn\w*|fell|fall|illness|sick|poison\w*
                |death|died|fire|bleed\w*|allerg\w+|broken (?:arm|leg|wrist|tooth)|hospital|lawsuit)\b)""",
            r"""
                \b(?:accident|injur\w+|crash|hurt|burns?|fall|illness|poison\w*|death|fire|allergic \w+
                |hospital)\b.{0,60}\b(?:was|is|were|are)(?: \w+)? (?:our|my) (?:fault|responsibility|doing
                |mistake|error)\b""",
            r"""
                \b(?:we|i|our \w+)(?: \w+)? (?:caused|injured|hurt|poisoned|harmed|burned
                |burnt)\b(?=.{0,60}\b(?:accident|injur\w+|crash|you|your|him|her|them|fire|illness)\b)
                |\b(?:responsib\w+|to blame) for (?:the|your|his|her|their|this|that)(?: \w+){0,2} (?:injur\w+
                |accident|crash|death|fall|burns?|illness|poisoning|fire)\b""",
        ),
    ),
    Rule(
        "guarantee",
        "coun bank rely mark sure cert guar prom swea pled vow assu word comm neve agai cove take 100 matt "
        "done deal lega bind last happ occu rest",
        (
            r"""
                \b(?:i|we)(?:'ll| will| can| do| absolutely| personally| hereby|'d)? ?(?:personally[ ]
                |absolutely[ ]|fully |happily )?(?:guarantee|promise|swear|pledge|vow|assure you
                |give you (?:my|our) word|commit to)\b|\byou have (?:my|our) word\b
                |\b(?:that's|this is|it's) a (?:promise|guarantee|deal)\b""",
            r"""
                \bguaranteed\b|\b(?:never|not ever|cannot|can't|won't|will not|simply cannot|won't ever)(?: ever
                | simply)? (?:happen|occur|be repeated|take place)(?: \w+){0,2} again\b
                |\b(?:never|cannot|can't|won't|will not)(?: ever)? (?:happen|occur) again\b
                |\bthis (?:won't|will not|will never) happen (?:again|to)\b|\blegally binding\b
                |\b(?:never again|last time this (?:happens|will happen))\b""",
            r"""
                \brest assured\b(?=.{0,40}\b(?:covered|refund\w*|paid|fixed|sorted|happen|safe|receive|get|back
                |be)\b)|\b(?:it's|you're|that's|everything's|everything is|you are) (?:fully |all[ ]
                |totally )?covered\b|\bwhatever it takes\b|\b100% (?:certain|sure|guarantee\w*)\b
                |\bno matter what\b|\bconsider it done\b|\b(?:count|bank|rely) on (?:it|me|us|that)\b
                |\bmark my words\b|\byou can be (?:sure|certain)\b""",
        ),
    ),
    Rule(
        "assurance",
        "prot rema stay affe acce expo leak stol harm invo comp inju hurt ill sick risk shar safe secu norm lega",
        (
            r"""
                \b(?:no|none of (?:our|the|your)|not one of our|nobody|no one)(?: other
                | else)?(?: \w+){0,2} (?:has|have|was|were|is|are)(?: been| being)? (?:affected|accessed|exposed
                |leaked|stolen|harmed|involved|compromised|injured|hurt|ill|sick|at risk)\b""",
            r"""
                \b(?:data|details|information|account|accounts|passwords?|payments?|money|card
                |records?)(?: \w+)? (?:was|were|has|have|is|are)(?:n't| not)(?: been| ever)? (?:accessed|exposed
                |leaked|stolen|compromised|affected|shared|at risk)\b""",
            r"""
                \b(?:is|are|it's|they're|was|were|'s)(?: all)? (?:perfectly|completely|totally|absolutely
                |entirely|100%) (?:safe|harmless|secure|legal|normal)\b
                |\b(?:data|details|information|accounts?|money|cards?|deposits?|records?)(?: \w+)? (?:is|are
                |remains?|stays?)(?: all| still)? (?:safe|secure|protected)\b
                |\b(?:safe to (?:eat|drink|use|take|drive|fly|consume))\b""",
        ),
    ),
    Rule(
        "advice",
        "fine ok okay alri all tabl pill pain aspi ibup para anti dose mg doct gp hosp lawy soli medi skip "
        "stop doub case clai grou sue",
        (
            r"""
                \b(?:you|he|she|they|your \w+)(?:'ll| will) be (?:fine|ok|okay|alright|all right)\b
                |\btake (?:one|two|three|a|\d+|some) (?:tablets?|pills?|painkillers?|aspirin\w*|ibuprofen
                |paracetamol|antihistamines?|doses?|mg)\b
                |\b(?:no need|don't need|needn't) (?:to )?(?:see|call|visit|go to) (?:a|the|your) (?:doctor|gp
                |hospital|lawyer|solicitor)\b|\b(?:double|skip|stop) (?:your|the) (?:dose|medication|medicine)""",
            r"""
                \byou (?:have|don't have|do not have|won't have|would have) (?:a|any|no|grounds
                |a strong) (?:legal )?(?:case|claim|grounds)\b|\bsue (?:them|him|her)\b""",
        ),
    ),
    Rule(
        "rival",
        "comp riva",
        (
            r"""
                \b(?:our )?(?:competitors?'?s?|rivals?'?s?)(?: \w+){0,3} (?:is|are|was|were|has|have|do|does
                |can't|won't|isn't|aren't|will|charges?|sells?|lies?|fails?)\b""",
        ),
    ),
)
