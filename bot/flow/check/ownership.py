"""Q04: a reply owns. No blame, no conditional apology, no passive, no excuse before the help (domain 4.1 and P.8)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.check.rules import Rule, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding

_OFTEN = r"(?:really |also |just |probably |clearly |perhaps |only |simply |always )?"

RULES = (
    Rule(
        "Q04",
        "warn",
        "This puts the blame on the customer.",
        "Say what happened on our side and what you are doing now.",
        (
            rf"(?<!price )(?<!what )(?<!amount )(?<!as )you {_OFTEN}(?:should|could|ought to|might|must)(?:n't)?(?: not)?(?:'ve| have| of) {_OFTEN}(?!had|got|gotten|been (?:told|given|asked|seen|met|able|offered|warned|helped|treated|rebooked|on)|received|heard|your|it|a|an|the|them|this|one|access|news|new|enough|someone|to|nothing|two|three|our|my)\w+",
            r"you (?:were|are|'re) (?:supposed|meant|required|expected|responsible|obliged|asked|told|advised|warned|informed|reminded|late|at fault|to blame|the one who|mistaken|wrong|incorrect|confused)(?! (?:that|it would|by us|two|three|one|\d))",
            r"you (?:had|needed|need|have) to (?:\w+ )?(?:check|read|call|cancel|arrive|book|apply|show|bring|claim|return|report)\w* (?:\w+ ){0,4}(?:before|earlier|sooner|in time|within|by)",
            r"you (?:\w+ )?(?:fail(?:ed)?|forgot|neglect(?:ed)?|omitted|refused|chose not|chose to|didn't bother|did not bother|overlooked|ignored|missed (?:the|your|our) (?:deadline|e-?mail|notice|appointment|window|cut-?off|instructions|part|small print|sign))(?= )",
            r"you (?:\w+ )?(?:didn't|did not|never|haven't|have not|hadn't) (?!get|got|receiv|hear|have|had|deserve|ask for|asked for|expect|want|need|see|sign up for|feel|been|be |know|order|lose|lost|even|once|do|done|book a|pay for a)\w+",
            r"(?:if|had) (?:only )?you (?:only |just |actually |simply |had |'d )?(?:had )?(?:read|checked|called|contacted|told|paid|booked|arrived|asked|followed|cancelled|brought|chosen|picked|ordered|reported|given|left|used|looked|come|come to|let us|been|kept|entered|labelled|planned|spoken|waited|written|sent|noticed|signed|selected|taken|listened|spent|mentioned|upgraded|provided|double|scanned|returned|applied|shown|registered|updated)\b",
            r"(?:if|had) you(?:'d| had) (?!like|rather|prefer|want|care|trouble|problems?|any |a |an |to |the |difficult)\w+",
            r"(?<!not )(?<!n't )(?<!never )your (?:own )?(?:fault|mistake|error|responsibility|negligence|oversight|carelessness|failure|misunderstanding|choice to|lack of)(?! to (?:fix|solve))",
            r"(?:because|since) (?:of )?(?:you(?! are right|'re right|'re not|'re the|'ve had| asked| wanted| need| told us| care)|your(?! (?:time|safety|\w+ (?:matters|counts)))) (?:\w+ )?(?:\w+)",
            r"your (?:\w+ )?(?:address|details|form|settings?|browser|phone|device|postcode|entry|label|payment|application|instructions|number) (?:was|were|is|are) (?:\w+ )?(?:in(?:correct|complete|valid|accurate)|wrong|missing|out ?dated|old|late|unclear|not \w+)",
            r"user error",
            r"as (?:\w+ )?(?:stated|mentioned|explained|noted|shown|advertised|written|indicated|advised|outlined|communicated|you (?:would|should|must|may|might|will|surely)? ?(?:know|be aware|have seen|have read|agreed))",
            r"clearly (?:stat|say|show|writ|explain|mark|visib|list|indicat|display|print|sign)\w*",
            r"for (?:your information|future reference)|fyi|like we said|if you read|please (?:re-?)?read",
            r"you (?:agreed|accepted|signed|consented|acknowledged|opted|ticked)(?= )(?! up for| in to)|you must have",
            r"(?:next time|in (?:the )?future|another time|from now on),? (?:please |do |just |you (?:may|might|could|can) (?:want|wish|like) to |try to |be sure to |make sure (?:to|you|that you) |remember to |it (?:helps?|is best|'s best) (?:to|if you) )*(?:double|check|make|remember|be sure|allow|leave|read|keep|bring|arrive|book|label|follow|have|give|pay|look|choose|plan|take)\b",
            r"(?:it's|it is|that's|is|are|remains?) (?:up to|down to|for|on|the (?:job|responsibility|duty) of) (?:you|the (?:customer|passenger|guest|traveller|buyer|user|rider|parent|owner)s?|each \w+|every \w+|all \w+|customers?|passengers?|guests?|travellers?|users?|buyers?|parents) to",
            r"(?:your|each|every|the|all) (?:\w+ )?(?:\w+(?:'s|s'))? ?(?:own )?(?:job|responsibility|duty|task) to",
            r"(?:most|other|all|many|our) (?:\w+ )?(?:people|customers|guests|users|passengers|folks|buyers|owners|those) (?:who |that )?(?:\w+ ){0,6}?(?:don't|do not|never|manage|get on|cope|have no|without (?:any )?(?:trouble|problem|issue)|find it easy)",
            r"you (?:may|might|seem to|appear to|probably|likely) have (?:mis\w+|forgot\w*|overlook\w+|enter\w+|typed|ignored|miss\w+|got it wrong)",
        ),
        unless=r"not your|nobody told you|you should have been",
    ),
    Rule(
        "Q04",
        "warn",
        "This apology is conditional or about their feelings, not about what happened.",
        'Name what happened: "I\'m sorry that the bus left without you".',
        (
            r"(?:sorry|apolog\w+|regret\w*)(?:,? (?:if|should|in case|to (?:anyone|those|any \w+) (?:who|that|offended)|to the extent)| (?:that |to hear (?:that )?)?(?:you(?:'re| are| were| have|'ve)?|anyone|some(?:one| people)?) (?:may have |might have )?(?:feel\w*|felt|th(?:ink|ought)|believ\w+|perceiv\w+|found|find|consider\w*|took|take (?:it|offence|this)|see it|offended|were offended|misunder\w+|interpret\w*)| (?:for|about|of) any(?:thing)?)",
            r"any (?:inconveniences?|distress|trouble|upset|bother|ill feeling|harm|negative \w+|concerns?|misunderstanding|hurt feelings|offen[cs]e|frustration|confusion|disappointment|discomfort|delays?|issues?|hassle|annoyance|hurt)(?: (?:this|it|that|we|caused|may|which|you|that this))?(?= |[.,!]|$)(?! with| please| at all)",
            r"if (?:you|anyone|we|this|our|it|that|the|any \w+)(?:'ve)? (?:\w+ ){0,4}(?:offended|upset|inconvenienced|caused (?:you|any|offen|distress|upset)|hurt your|disappointed|bothered|felt|let you down|fell short|came across)\w*",
            r"(?:sorry|apologi[sz]e|apologies),? (?:\w+ ){0,6}?but(?= )|regret(?:table|tably)",
            r"(?:sorry|apolog\w+|regret\w*) [^.!?\n]{0,60}(?:perceived|taken|seen|received|experienced|interpreted|understood|felt|came across|come across|viewed) (?:as|that way|badly|like|to be)",
            r"(?:inconvenience|frustration)s? (?:caused|you (?:may|have|might))",
        ),
        unless=r"if (?:you are|you're|anyone is|anyone was) hurt,|hurt anyone",
    ),
    Rule(
        "Q04",
        "warn",
        "This hides who did it.",
        'Put one of us in the sentence: "we charged you twice", not "mistakes were made".',
        (
            r"(?:mistakes?|errors?|an error|oversights?|a mistake|failings?|shortcomings|lapses?|missteps?|wrong (?:decisions?|choices)) (?:was|were|has been|have been|got|may have been|might have been|appears? to have been|seems? to have been)(?: \w+)? (?:made|missed|identified|committed|introduced|found)",
            r"(?:it (?:appears|seems|would appear|would seem)(?: that)? |there (?:seems|appears) to have been |there (?:was|has been|were|may have been) (?:a |an |some )?(?:\w+ )?)(?:there (?:was|were|has been|may have been) )?(?:an? |some )?(?:\w+ )?(?:error|mistake|issue|mix-?up|oversight|lapse|misunderstanding|miscommunication|breakdown|glitch|mishap|confusion)",
            r"(?:wrong|incorrect|inaccurate|misleading|bad|false|poor|conflicting|insufficient|confusing) \w+ (?:was|were|has been|have been|got|may have been) \w+",
            r"(?:steps|measures|action|actions|things|matters|lessons|improvements|adjustments) (?:are|is|were|was|have been|has been|will be) (?:being )?(?:\w+ed|taken|made|put|learn(?:ed|t))",
            r"(?:expectations|standards) (?:were|was) (?:not |n't )?(?:met|missed)",
            r"(?:your|the) \w+ (?:was|were|got|has been) (?:unfortunately|sadly|regrettably|mistakenly|inadvertently|accidentally)",
            r"(?:it )?(?:looks|seems|appears|sounds) (?:as though |as if |like |that )?(?:something|things|somebody|someone|a \w+|an \w+|this|it) (?:has |have |had |may have |must have |might have )?(?:slipped|went|gone|got|fell|fallen|been|was|were)",
            r"(?:slipped|slip|fell|fall|fallen|falling) (?:through|between) the (?:cracks|net|gaps)|(?:things|something|it|wires) got (?:lost|crossed|mixed|missed|confused)",
            r"balls? (?:was|were|got) dropped|(?:inadvertent|inadvertently)",
        ),
    ),
    Rule(
        "Q04",
        "warn",
        "This gives an excuse, a rule or somebody else before the help.",
        "Start with what they wanted and what you can do; a reason fits in one short line after it.",
        (
            r"(?:due to|because of|owing to|thanks to|as a result of|given|with|on account of|amid|in light of|because we(?:'re| are)) (?:an? |the |our |such |so |this |these |very |unusually |extremely |exceptionally |unexpectedly )*(?:\w+ ){0,3}(?:volumes?|demand|staff(?:ing)?|shortages?|numbers? of|high numbers?|busy|orders|tourists|visitors|customers|guests|requests|flights|season|weather|snow|rain|traffic|circumstances|backlogs?|covid|pandemic|strikes?|supply|workload|call volumes?|popularity|interest|rush|short-?staffed|understaffed|holidays?|christmas)",
            r"with (?:so|this|that|too) (?:many|much|few|busy|high)",
            r"(?:delays?|waits?|queues?|lines|mistakes|errors|this|these things|it|such \w+|that) (?:are|is|do|does|can|will) (?:\w+ )?(?:normal|expected|to be expected|common|standard|inevitable|unavoidable|part of|usual|happen)",
            r"(?:these )?things happen|we(?:'re| are) (?:only )?(?:human|a small|one of)|nobody'?s perfect",
            r"we(?:'re| are|'ve been| have been) (?:currently |really |very |extremely |quite |so |a bit |just |incredibly |all )*(?:busy|short-?staffed|understaffed|overwhelmed|swamped|experiencing|inundated|snowed|stretched|flat out|dealing with (?:a )?(?:high|large|unprecedented))",
            r"(?:nothing|something|not anything)(?: that)? (?:no |any )(?:\w+ ){1,2}(?:can|could|is able to) (?:help|control|prevent|stop|change|foresee|plan|do)|(?:no.?one|nobody) (?:can|could) (?:help|control|foresee|plan|prevent|predict|have \w+)",
            r"(?:is|are|gets?) (?:always|notoriously|often|usually|typically) (?:\w+ )?(?:hectic|busy|chaos|chaotic|manic|crazy|full|packed|mad|slow|late|rushed)",
            r"(?:half|most|part|much|many|some|several|two|three|lots) (?:of )?(?:the |our )(?:\w+ )?(?:team|staff|crew|people|colleagues|drivers|cooks) (?:is|are|was|were|being|has|have) (?:been )?(?:off|out|away|ill|sick|on (?:leave|holiday|strike)|new|down|missing)",
            r"short-?handed|(?:rushed|run|run|swept) off (?:our|their) feet|hands full|skeleton (?:staff|crew)",
            r"unprecedented|(?:higher|larger|longer|busier|more) (?:\w+ )?than (?:usual|normal|expected|anticipated)",
            r"unfortunately|sadly|regrettably|regretfully|i'm afraid|i am afraid|we're afraid|we are afraid",
            r"our (?:\w+ ){0,2}(?:policy|policies|terms|rules?|t&cs?|conditions|guidelines) (?:is|are|states?|says?|do(?:es)?(?:n't)?|prohibits?|requires?|prevents?|don't|can't|clearly|allows?|won't)",
            r"(?:per|under|as per|according to|in line with) (?:our|the|company|store) (?:\w+ )?(?:policy|policies|terms|rules?|t&cs?|conditions|guidelines)",
            r"against (?:our )?(?:policy|the rules)",
            r"(?:nothing|not much|not anything|little) (?:more |else )?(?:that )?(?:we|i) (?:can|could) do",
            r"hands are tied|(?:beyond|outside|out of|not in|not within) (?:of )?our (?:control|hands|power)",
            r"not (?:our|my) (?:fault|problem|responsibility|department|job|doing|call)|nothing to do with (?:us|me)",
            r"we (?:can't|cannot) be (?:held )?responsible|(?:take|bring) it up with",
            r"(?:you(?:'ll| will)? (?:have|need) to|please|you should|you must) (?:\w+ )?(?:contact|call|ask|speak to|chase) (?:the |your )(?:courier|bank|manufacturer|supplier|carrier|airline|seller|partner|card issuer)",
            r"(?:it's|it is|this is|that's|was|were|is|blame) (?:\w+ )?(?:the |our |your )(?:courier|supplier|partner|contractor|manufacturer|franchise\w*|weather|bank|carrier|driver|vendor|agency|traffic|previous \w+|new \w+|night shift|day shift)(?:'s)? (?:fault|mistake|error|problem|responsibility|issue|doing)",
            r"(?:courier|supplier|partner|contractor|manufacturer|carrier|weather|driver) (?:is|are|was|were) (?:to blame|at fault|responsible)",
            r"please (?:understand|bear in mind|appreciate|be aware|remember|keep in mind) (?:that )?(?:we|our|this|it)",
        ),
    ),
)


def check(reply: Reply, _context: Context) -> Iterator[Finding]:
    """Q04 for a draft."""
    yield from apply(RULES, reply)
