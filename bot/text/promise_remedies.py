"""Promises of a remedy: what a customer gets. The kinds are the ids of the remedies in `values.yaml`."""

from __future__ import annotations

from bot.text.promise_frames import BY, DONE, GIVE, GIVEN, WORD, YOU_GET, Rule, given

_REFUND = r"""
    (?:(?:full |partial |complete |double )?(?:re-?fund|re-?imbursement)s?|money(?: back)?
    |(?:cash|payment|fare|cost|amount|price|difference|deposit|fee)(?: paid| charged)? back
    |(?:[$£€]\d[\d,.]*|\d[\d,.]* ?\w+|every (?:penny|cent)) back
    |back (?:your |the |every )?(?:money|fare|payment|cost|[$£€]\d[\d.,]*|cent|penny))"""
_REPLACEMENT = r"""
    (?:new (?!policy|rules?|process|system|manager|update|version|date|plan)\w+|another(?: one| \w+)?
    |replacements?(?: \w+)?|fresh (?:one|\w+)|spare|brand new \w+|substitute)"""
_FEE = r"(?:fees?|charges?|fines?|penalt(?:y|ies)|surcharges?|late charges?|bill|balance|cost)"
_GIFT = r"""
    (?:vouchers?|gift ?cards?|e-?gift|credits?|store credit|discounts?|coupons?|compensation
    |gesture(?: of good ?will)?|good ?will \w+|(?:bonus |reward )?points|miles|upgrades?|promo(?:tional)? codes?
    |meal (?:vouchers?|tickets?)|\d{1,3}(?: ?%| percent| per cent) off|free (?!of)\w+|complimentary \w+
    |something for the trouble|rebate|extra (?:months?|days?|data|nights?)
    |(?:\d+|one|two|three|six|a|twelve)(?: extra)? (?:months?|weeks?|nights?|years?) (?:free|on us)
    |(?:an?|some|another|your|two|free|one)(?: \w+)? (?:desserts?|drinks?|meals?|coffees?|breakfasts?
    |lunch(?:es)?|dinners?|hotel(?: room)?|room|taxis?|rides?|night|stay|pass|months?))"""
REMEDIES: tuple[Rule, ...] = (
    Rule(
        "refund",
        "refu fund reim imbu back mone cash cove char whol paid paym depo amou fare cost done gone go goes "
        "went bill taxi hote expe penn cent pick tab",
        (
            rf"""
                {BY}(?:re-?fund(?:ed|ing)?|re-?imburs(?:e|ed|ing)|pay(?:ing)? you back|paid you back
                |cover(?:ed|ing)? (?:the|your|all|any|every|it)\b(?: \w+){{0,2}}|charge(?:d)? ?back
                |make you whole|mak(?:e|ing) (?:you|everyone) whole)""",
            r"""
                \b(?:you|everyone|everybody|all|customers?|passengers?|it|that|this|charges?|ones?|amount
                |payment|fare|order|deposit|ticket|costs?|money)(?:'ll be| will(?: all)? be|'ve been| has been
                | have been| is being| are being|'s been| to be| are| were| was|'re) (?:fully |automatically[ ]
                |all )?(?:re-?funded|re-?imbursed|made whole|covered|paid back)""",
            r"""
                ^\W*(?:(?:just|already|full|all|your|the|and|ok|okay|done|double|good news|we've
                |i've)\W{1,2}){0,3}refund(?:ed)? (?:issued|sent|approved|processed|done|on its way|is on us
                |coming|granted|everyone)|^\W*(?:just |already )?refunded you\b""",
            rf"\b(?:the|your|that|all your) (?:money|refund|payment|cash){DONE}",
            r"""
                (?:\b(?:payment|amount|money|charge|difference|deposit|fare)|[$£€]\d[\d.,]*)(?:'s|'ll| has| have
                | is| will| was)?(?: just| already| now| being)? (?:gone|go|goes|going|went|sent|paid) (?:back
                |out)\b""",
            r"""
                \b(?:deposit|payment|charges?|money|fare|amount|ones?|it|price|cost|ticket) to be (?:returned
                |re-?funded|reversed|paid back|re-?imbursed|sent back)\b""",
            rf"""
                {BY}(?:pick(?:ed|ing)? up|foot(?:ed|ing)?|tak(?:e|en|ing) care of|settl(?:e|ed|ing)
                |cover(?:ed|ing)?)(?: \w+){{0,3}} (?:bill|cost|costs|tab|fare|taxi|hotel|expenses?)\b
                |\bgot you covered(?= for\b)""",
            r"""
                \b(?:a |your )?(?:full )?refund (?:is|are)(?: all)? (?:yours|no problem|fine|ok|guaranteed)\b
                |\bmoney(?:'s| is)?(?: all)? (?:on its way|back in your)""",
            r"""
                (?:'ll be| will(?: all)? be| has been| have been|'s been|'ve been| is being
                | are being) (?:fully[ ]|automatically |all )?(?:re-?funded|re-?imbursed)\b""",
            r"""
                \b(?:the|your|that|this|each|every)(?: \w+){0,2} (?:payment|charge|amount|deposit|fare|money
                |difference)s?(?:'ll be| will be| has been| have been|'s been| is being| are being) (?:returned
                |reversed|paid back|sent back)\b""",
            r"\bconsider (?:it|that|this|yourself) (?:refunded|reimbursed|done)",
            *given(_REFUND),
        ),
    ),
    Rule(
        "replace",
        "book repl rese send sent resh ship reis issu rebo reor orde swap exch rema make new anot fres spar bran subs move put",
        (
            rf"""
                {BY}(?:replac(?:e|ed|ing)|re-?send(?:ing)?|re-?sent|re-?ship(?:ped|ping)?|re-?issu(?:e|ed|ing)
                |re-?book(?:ed|ing)?|book(?:ed|ing)? you (?:on|in|onto)|re-?order(?:ed|ing)?|swap(?:ped|ping)?
                |exchang(?:e|ed|ing)|re-?mak(?:e|ing)|remade)\b""",
            r"""
                \b(?:it|that|this|they|everything|order|item|parcel|(?:the|your)(?: \w+){1,2})(?:'ll be| will be
                |'s been| has been| have been| is being| to be) (?:replaced|moved|switched|re-?sent|re-?shipped
                |re-?booked|exchanged|swapped)""",
            r"\byou(?:'re|'ve been| are| have been| will be|'ll be) (?:all )?(?:re-?booked|moved to|put on)\b",
            r"""
                \breplacement(?:s)? (?:shipped|sent|dispatched|on (?:its|the) way|is coming|coming)\b
                |\bconsider (?:it|that) replaced""",
            *given(_REPLACEMENT),
        ),
    ),
    Rule(
        "waive_fee",
        "waiv fee fees char fine pena surc bill bala cost pay owe free gone canc",
        (
            rf"""
                {BY}(?:waiv(?:e|ed|ing)|(?:drop(?:ped|ping)?|remov(?:e|ed|ing)|cancel(?:l?ed|l?ing)?
                |wr(?:ite|iting|ote|itten) off|lift(?:ed|ing)?|strik(?:e|ing)|struck|skip(?:ped|ping)?
                |delet(?:e|ed|ing)|absorb(?:ed|ing)?|tak(?:e|en|ing)|took|knock(?:ed|ing)?|forgiv(?:e|en|ing)
                |scrap(?:ped|ping)?|revers(?:e|ed|ing)|void(?:ed|ing)?|forget|clear(?:ed|ing)?
                |stop(?:ped|ping)?)(?:{WORD}){{0,4}} {_FEE})\b""",
            rf"""
                \b{_FEE}(?:'s|'ll| has| have| is| are| was| were
                | will)(?: (?:now|already|just|all|been|be|being)){{0,3}} (?:waived|dropped|removed|cancel\w+
                |reversed|gone|lifted|covered|refunded|returned|credited|taken off|deleted)\b""",
            r"""
                \b(?:it|that|this|fee|charge)(?:'ll be| will be|'s been| has been| is| is being|'s) waived
                |\bconsider (?:it|that|the \w+(?: \w+)?|this) (?:waived|gone|cancel\w+)""",
            r"""
                \b(?:you|we|i|they)(?: will not| won't| shall not| will never| aren't| are not|'re not
                |'ll not)(?: be| going to)?(?: \w+)? ?(?:charged?|billed?|bill|pay(?:ing)?|owe|have to pay
                |pay a (?:cent|penny))\b""",
            r"""
                \b(?:there(?:'s| is|'ll be| will be)|with|at) no (?:extra |additional |further )?(?:charge|fee
                |cost)s?\b|^\W*no (?:charge|fee)\b|\b(?:no need|don't (?:need|have)|do not (?:need|have)
                |won't have|will not have|needn't(?: have)?|not have)(?: to)? pay\b
                |\b(?:fee|charge|fine|penalty)\b.{0,20}\bit's gone\b|\byou(?:'ll| will)? pay nothing\b
                |\b(?:fee|charge|fine|penalty)s? (?:won't|will not) (?:appear|show|be)\b|\bfor free\b
                |\bfree of charge\b""",
        ),
    ),
    Rule(
        "goodwill",
        "$ trea dess drin meal coff brea lunc dinn hote room taxi ride pass vouc gift egif cred disc coup "
        "comp gest good bonu rewa poin mile upgr prom off free reba extr mont week nigh year hous us me doub "
        "matc beat half cost want need up trou doll euro poun buck usd eur gbp some",
        (
            rf"""
                {BY}(?:compensat(?:e|ed|ing)|comp(?:ed|ing)?(?= (?:you|your|the))|discount(?:ed|ing)?
                |upgrad(?:e|ed|ing)|(?:tak(?:e|en|ing)|knock(?:ed|ing)?|took)(?:{WORD}){{0,4}} off
                |credit(?:ed|ing)? (?:you|your|the|\$|£|€|\d)|ma(?:ke|de|king) (?:it|this) up to you)""",
            r"""
                \b(?:you|everyone|all|account|customers?)(?:'ll be| will(?: all)? be|'ve been| has been
                | have been|'s been| is being| are being) (?:credited|compensated|upgraded)""",
            r"""
                \b(?:drinks?|meals?|dinner|lunch|breakfast|coffees?|rounds?|visit|desserts?|order|ride|night
                |month|bags?|taxi|delivery|shipping|next \w+|rest)(?:'s| is| are|'ll be
                | will be)?(?: all)? on (?:us|me)\b|\bon the house\b|\b(?:our|my) treat\b
                |\byours,? (?:for )?free\b""",
            r"""
                \b(?:next|first|this|your)(?: \w+){1,3}(?:'s| is| are|'ll be| will be)(?: completely)? free\b
                |\b(?:\d+|one|two|three|six|twelve) (?:months?|weeks?|nights?|years?) free\b""",
            r"""
                \b(?:we|i)(?:'ll| will| can) (?:match|beat) (?:any|the|that|their|your) price
                |\bdouble (?:the|your) (?:money|points|refund)""",
            r"\bhalf (?:price|off) (?:for|on)\b|\bwhatever (?:it|you) (?:costs?|want|need)|\bwhatever the cost",
            *given(_GIFT),
            rf"{YOU_GET}(?: \w+){{0,2}} (?:[$£€]\d[\d,.]*|\d[\d,.]* ?(?:usd|eur|gbp|dollars|euros|pounds))",
            rf"""
                {BY}(?:giv(?:e|en|ing)|gave|send(?:ing)?|sent|offer(?:ed|ing)?|pay(?:ing)?|paid
                |credit(?:ed|ing)?|transfer(?:red)?)(?: you| everyone| your \w+)?(?: with| an?| up to
                | over)? (?:[$£€]\d[\d,.]*|\d[\d,.]* ?(?:usd|eur|gbp|dollars|euros|pounds|bucks)
                |\w+ (?:\w+ )?(?:dollars|euros|pounds|bucks))\b(?! back)""",
        ),
    ),
    Rule(
        "delight",
        "surp trea litt some gift pres cake flow bouq hamp swag merc shir tick sign good",
        (
            rf"""
                (?:{BY}{GIVE}{GIVEN}|{YOU_GET}{GIVEN})(?:surprise|treat|little something
                |something (?:special|sweet|nice|extra)|goody bag|gift|present|cake|flowers|bouquet|hamper|swag
                |merch|t-?shirts?|tickets? to|signed \w+)\b""",
            r"""
                \b(?:surprise|treat|gift|present|little something)(?:'s| is| will be)? (?:waiting|coming
                |on (?:its|the) way|heading)""",
        ),
    ),
    Rule(
        "exception",
        "clai box item rece exce allo rule one once pric offe deal fare dead retu date wind peri expi late "
        "tick book plac seat rate chan swit canc rebo boar fly stay cont redu disc spec retr bere",
        (
            rf"""
                (?:{BY})(?:ma(?:ke|de|king)|allow(?:ed|ing)?|grant(?:ed|ing)?|bend(?:ing)?
                |stretch(?:ed|ing)?)(?:{WORD}){{0,4}} (?:exception|allowance|rules?)\b""",
            r"""
                \bas an? (?:exception|one[ -]off)\b|\bjust this once\b
                |\bexception(?:'s| has been| is| was) (?:made|approved|granted)""",
            rf"""
                {BY}(?:extend(?:ed|ing)?|honou?r(?:ed|ing)?|accept(?:ed|ing)?|bend(?:ing)?|let(?:ting)? you
                |allow(?:ed|ing)?|keep(?:ing)? your|hold(?:ing)? your|tak(?:e|ing) back
                |tak(?:e|ing) it back)(?:{WORD}){{0,5}} (?:price|offer|deal|fare|deadline|return|date|window
                |period|expiry|expired \w+|late|ticket|booking|place|seat|rate|change|switch|cancel|rebook|board
                |fly|stay|contract|claim|box|item|receipt)\b""",
            r"""
                \b(?:submit|apply|claim|request|ask|send)\w*(?: [\w']+){0,6} (?:reduced|discounted|special
                |retroactive\w*|bereavement)(?: \w+){0,2} (?:rates?|fares?|prices?|refunds?)\b""",
        ),
    ),
    Rule(
        "donation",
        "dona char shel food reli good proc prof",
        (
            rf"""
                {BY}(?:donat(?:e|ed|ing)|match(?:ed|ing)?(?:{WORD}){{0,3}} donations?
                |(?:ma(?:ke|de|king)|giv(?:e|en|ing)|gave|send(?:ing)?|sent
                |add(?:ed|ing)?)(?:{WORD}){{0,6}} (?:donations?|charity|shelter|food bank|relief fund
                |good cause))\b""",
            r"""
                \b(?:donation|proceeds|profits?|\d+%)(?:'s| has been| have been| will(?: be)?| is
                | are)(?: \w+)? (?:made|sent|going|go|donated|given)\b""",
        ),
    ),
)
