"""Words that the checks share: what counts as filler, who can act, and which words name the same thing."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


STAFF = (
    r"(?:driver|cashier|manager|agent|waiter|waitress|server|nurse|doctor|dentist|surgeon|colleague|employee|staff member|staff|"
    r"member of staff|team member|team|crew|clerk|guard|steward|courier|chef|cook|barista|receptionist|operator|technician|"
    r"engineer|conductor|teller|pharmacist|host|hostess|rep|representative|associate|supervisor|guy|lady|worker|officer|inspector|"
    r"assistant|mechanic|cleaner|therapist|people|boss|lead|director|desk|owner)s?"
)
"""Who works for us, in the singular or plural. Our own list, from the situations in the playbooks."""

MONEY = (
    r"(?:[$£€¥₹]\s?\d[\d.,]*k?|\d[\d.,]*k?\s?(?:dollars?|usd|bucks|euros?|eur|pounds?|quid|gbp|cents?|pence|rupees|yen|cad|aud))"
)
"""An amount of money with its unit."""

CONSIDERATION = r"(?:refund\w*|vouchers?|gifts?|credits?|discounts?|coupons?|compensat\w+|free|treats?|upgrade\w*|reward\w*|goodwill|" \
    r"money|points|something (?:nice|special|extra)|a little (?:something|extra)|make it worth|on the house|on us|gift cards?|perks?)"  # fmt: skip
"""What may be given to a customer."""

NEVER_ASKED = (
    r"(?:pass ?words?|pass ?codes?|pin(?: ?(?:number|code))?s?|one.time (?:pass ?)?codes?|otp|cvv|cvc|security (?:code|answer|question)s?|"
    r"(?:verification|confirmation|login|log-in|sms|text|access|auth\w*|2fa|six.digit|6.digit|security|reset) codes?|code (?:we|you|they|that)|"
    r"(?:full |long |whole |debit |credit |bank )*card (?:number|details|no)s?|(?:three|3|four|4|five|5|six|6|seven|7|eight|8|last)[ -]?(?:digits?|figures?|numbers)(?! (?:flight|train|bus|of days))|last (?:four|4)|"
    r"(?:numbers?|digits|figures|letters|code|text|sms) (?:that )?(?:we|they|the bank|it|was|were|you)(?:'ve| have|'ll| just| were| been| got)*(?: just)? (?:text|sen[dt]|mail|got|get|receiv)\w*|"
    r"(?:photos?|pictures?|pics?|scans?|cop(?:y|ies)|images?|snaps?|screenshots?|selfies?|(?:front|back|both sides|sides)) of (?:[\w']+ ){0,4}?(?<!boarding )(?<!gift )(?<!loyalty )(?<!score )(?<!library )(?:cards?(?! (?:reader|machine|slot))|passport|i\.?d\.?|driv\w+ licen[cs]e)|"
    r"social security|ssn|national insurance|passport|sort code|iban|log-?in details|credentials|mother's maiden name|"
    r"expiry date|medic(?:al|ine|ation)\w*(?: (?:history|records?|details))?|diagnos\w+|symptoms|prescription|(?:health|test) (?:details|results))"
)
"""What nobody of ours ever asks for, in public or in private: secrets, whole card numbers, health (domain: hand-off rule)."""

IDENTIFIER = (
    r"(?:(?:order|booking|account|reference|ref|tracking|ticket|reservation|customer|member\w*|invoice|policy|case|phone|mobile|"
    r"telephone|contact|cell|loyalty|licen[cs]e|meter|serial|id) ?(?:numbers?|nos?\b|ids?|refs?|references?|codes?|details)|"
    r"(?:date of birth|dob|birth ?day|birth ?date|(?:home |full |e-?mail |postal |street |delivery )*address|full name|postcode|zip code|"
    r"zip|pnr|e-?mail|surname|last name|screenshots?|phone|mobile|number))"
)
"""What may be asked for, but in private only."""

PRIVATE_ROUTE = (
    r"(?:dms?|d\.m\.|direct message|private(?:ly)?|in private|pm|inbox|message (?:us|me|a|your|the|in)|messag(?:e|ing) (?:button|us|me)|by message|"
    r"in a message|drop (?:us|me) a (?:message|line|note)|send (?:us|me) a (?:message|dm|note)|e-?mail (?:us|me)|write to|call (?:us|me)|"
    r"ring (?:us|me)|phone (?:us|me)|secure|from your account|out of (?:public )?view|off this page|out of sight|in the app|chat|https?|www|form)"
)
"""How a person can reach us out of the public eye."""

IDLE_VERBS = listed(
    """
    hear understand appreciate value apologise apologize regret know feel hope strive care love want wish thank agree
    believe see ache grieve cry share touch break wince cringe shudder dread miss read heartbroken gutted devastated shocked
    mortified horrified crushed moved stunned appalled heartfelt relate empathy sympathy sorry glad happy pleased delighted proud aware committed dedicated aim try think recognise recognize realise
    realize acknowledge respect expect sympathise sympathize empathise empathize welcome pride encourage recommend
    suggest suggested advise need require say mean understood heard appreciated imagine can't cannot don't won't couldn't
    didn't wouldn't shouldn't isn't aren't haven't not never do would could should may might must there here saddened
    disappointed concerned worried upset unable afraid assure deeply like prefer valued remain treat serve have has had been
    be is are was were am very really truly so just also always only still fully completely totally all both sincerely again
    """
)
"""Verbs, and words in a verb's place, that do nothing for the customer. Our own list."""

STOPWORDS = listed(
    """
    a about above after again all also am an and any are as at back be because been before being but by came can come could
    day did do does doing done down during each even ever every few first for from get getting give go goes going gone good
    got had has have having he hello her here hers hey hi him his how i if in into is it its just know last let like look
    made make many may me mine more most much must my need never new next no nobody none nor not nothing now of off oh ok on
    once one only or other our ours out over own people please put quite really right said same say see she should since so
    some someone still such sure take tell than thank thanks that the their them then there these they thing things think
    this those though time to today told tomorrow too under until up us use used very want was way we well went were what
    when where which while who why will with won would wow write yes yet you your yours u ur im ive dont cant didnt isnt
    wont lol omg pls plz ve re ll don t s d m sorry reply message post update hear issue problem help team customer service
    company brand check find ask asked
    """
)
"""Words that do not name an issue. Our own list: articles, pronouns, auxiliaries, and the small change of replies."""

SYNONYMS = (
    "bag suitcase luggage baggage case belongings backpack tag",
    "parcel package delivery order shipment courier deliver driver item drop tracking",
    "refund money repay payback return reimburse cash",
    "charge bill fee price cost pay payment overcharge receipt fare rate invoice expensive renewal charged till tax",
    "train line tube metro rail carriage platform station tunnel",
    "bus coach route stop ride",
    "flight plane gate seat boarding airline airport connection fly bumped ticket",
    "food meal dish pizza salad soup steak dinner lunch crust kitchen menu plate onion breakfast eat sandwich chicken mussel cold",
    "ill sick unwell poisoning hurt injury injured pain broken wrist safe safety medical doctor ambulance",
    "rude staff cashier manager employee waiter treated attitude laughed brushed dismissive colleague guard driver agent",
    "slow wait late delay long queue hold hours minutes weeks line",
    "app site website login log-in sign version crash bug page checkout screen phone logged firmware updates",
    "wifi internet network outage down connection broadband offline modem",
    "account locked card bank declined frozen login access unlock payday",
    "fraud scam stolen phishing impostor fake code",
    "room hotel booking stay reservation night desk pool lobby",
    "lift elevator ramp wheelchair chair accessible accessibility assistance blind",
    "cancel cancellation close closed leaving subscription membership contract gym",
    "broken faulty broke damaged smashed snapped ripped zip split defective died dead damage repair snap",
    "open opening hours close closed",
    "water supply tap pipe crew street road",
    "review rating stars feedback",
    "privacy data leak exposed address logged security private details",
    "discrimination racist race black hijab serious slur family kind",
    "dirty hygiene clean smell pest cockroach hair glass bandage object safety",
    "career job recruiter interview hiring",
    "care nurse dentist clinic hospital patient appointment treatment",
    "press reporter journalist media comment channel story blog podcast",
    "lawyer legal court sue ombudsman regulator",
    "nobody ignored silence answer answers unanswered human contact chased emails calls write wrote",
    "child kid son daughter baby newborn toddler children",
    "photo video clip footage camera film picture",
    "thank love praise kind lovely nice",
)  # fmt: skip
"""Words that stand for one another when a reply names an issue. Our own list, from the topics of the playbooks."""
