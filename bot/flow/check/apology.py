"""How far an apology goes: A0 none, A1 concern, A2 owned, A3 owned with repair and prevention (the ladder in domain P.8)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.flow.check.rules import compiled
from bot.flow.check.words import STAFF

if TYPE_CHECKING:
    from bot.flow.check.reply import Reply
    from bot.model import Apology

_US = rf"(?:we|i|our (?:[\w-]+ ){{0,2}}?(?:{STAFF}|kitchen|store|app|system|company|food|product|chicken|heater|lift|door|floor|bus|train|van|site|\w+)|one of our \w+|a colleague|someone (?:here|at|on))"
_FAILED = r"(?:got (?:this|it|that|things|your|the) (?:\w+ )?wrong|(?:messed|screwed|slipped|mucked|stuffed|cocked) (?:\w+ )?up|dropped the ball|blew it|let (?:you|them|him|her|your \w+|everyone|people|so many)(?: all)?(?: \w+)? down|fell (?:\w+ )?short|fail(?:ed)?|botched|fumbled|made (?:a |an |some |that |this |our |the )?(?:\w+ )?(?:mistakes?|errors?|mess|blunder|wrong|misstep)|(?:were|was|are|'re) (?:\w+ )?(?:wrong|at fault|to blame|in the wrong|responsible|careless|negligent|too slow)|broke|lost (?!power|signal|your (?:trust|patience))|damaged|ruined|hurt|injured|hit|harmed|discriminated|mistreated|insulted|leaked|exposed|poisoned|overcharged|charged you|neglected|ignored you|mishandled|caused|burned|burnt|served you|sold you|made (?:you|him|her|them|your \w+) (?:\w+ )?(?:ill|sick|unwell)|put (?:you|your|people|lives?) (?:\w+ )?(?:at risk|in danger))"
_OWNED = (
    rf"{_US}(?:'ve|'d|'re)? (?:have |had |clearly |really |badly |completely |totally |simply |just |also |obviously |let's be honest |did |truly |has |seriously |honestly )*{_FAILED}",
    r"(?:entirely |totally |completely |all |fully |solely |clearly |plainly |simply |purely |100% )*(?<!not )(?<!n't )(?:our|my) (?:own )?(?:\w+ )?(?:fault|mistake|error|bad|blunder|failing|failure|doing|mess|slip|mix-?up|oversight|wrongdoing|negligence|carelessness|miss|lapse)(?! is not)",
    r"(?:that's|this is|it's|is|that one's|was|all|it was|this was|that was|and it's|both|be|are|sits|falls|lies|rests|down)(?: \w+)? (?:squarely |entirely |completely |all |fully |totally |firmly |100% |very much )?(?:on us|on me|down to us|ours to (?:own|fix|put right)|our responsibility|to us)(?![ ]?(?:and the \w+ is|to have|tonight))(?=[ .,!;:-]|$)",
    r"(?:i|we)(?:'ll| will|'ve)? (?:\w+ )?(?:own|take|accept|bear|hold|shoulder)(?:s|ed|ing)? (?:up to |full |all |complete |total |the |sole |entire |absolute )*(?:responsibility|blame|this|it|that|fault|our part)(?= |[.,!;]|$)(?! (?:very |over|from|up|on|to|with|seriously|in|off|back|as|for you|matter|now|further|away|down|forward|any|personally to))",
    r"(?:sorry|apologi[sz]e|apologies|apology)(?:,| for| that| about| to say)? (?:that )?(?:for )?(?:our|my|his|her|their|the|this|that|an) (?:\w+ ){0,2}?(?:mistake|error|fault|failure|failing|blunder|conduct|behaviou?r|actions?|negligence|carelessness|words|mess|slip|wrongdoing|oversight|rudeness)",
    rf"(?:sorry|apologi[sz]e)(?: that| for how| for what| for the way)? (?:our|my|the|a|one of our) (?:[\w-]+ ){{0,2}}?(?:{STAFF}|kitchen|store|app|system|food|product|chicken|heater|lift|floor|bus|train|van|\w+) (?:has |have |had |was |were |did |didn't |failed |let |made |hit |hurt |said |treated |left |ignored |caused |gave |put |broke |lost )",
    r"(?:sorry|apologi[sz]e)(?: that)? we(?:'ve| have|'d)? (?!(?:\w+ )?(?:can't|cannot|couldn't|haven't (?:been|answered|replied|got)|didn't (?:answer|reply|see|get back|respond)|missed your|kept you|are not|aren't|do not|don't|took|hear|have no))(?:\w+ )?\w+",
    r"(?:we|i|our \w+) (?:really |clearly |certainly )?(?:should|ought to)(?:n't|\s?not)?(?: never)?(?: have|'ve) ",
    r"(?:what|how) (?:we|our \w+(?: \w+)?|he|she|they) (?:\w+ )?(?:did|said|treated (?:you|her|him|them)|behaved|acted|happened here) (?:\w+ ){0,3}?was (?:\w+ )?(?:wrong|racist|unacceptable|inexcusable|awful|a mistake|our|disgraceful|shameful|sexist|illegal)",
    r"we(?:'re| are) (?:\w+ )?(?:ashamed|embarrassed|mortified|to blame|responsible)",
    r"(?:we|i|our \w+) (?:didn't|did not) (?:protect|check|follow|keep|label|clean|secure|warn|test|look after|take care|maintain|inspect|cook|train|salt|grit|notice|see you)\w*",
    r"something (?:was |is )?wrong with our",
    r"(?:failure|mistake|error|fault|lapse|slip|wrong|miss|oversight|failing|breakdown)s? (?:on|at|from|of) our (?:side|part|end)",
    r"(?:because|since|as) (?:we|our \w+) (?!can't|cannot|want|need|don't|care|take|keep|must|won't|believe|have to|would|are not|aren't|hear|know|also)(?:\w+ )?\w+",
    r"(?:wrong|unfair|careless|unkind|rude|negligent|thoughtless) of (?:us|me|our \w+)",
    r"caused by (?:us|our|one of our|a (?:fault|mistake|failure|defect) (?:in|of|by) our)",
    r"(?:were|was|been|got|are) (?:\w+ )?(?:profiled|discriminated against|mistreated|insulted|hurt|injured|harmed|abused|ignored|hit|burned|humiliated|let down|failed|poisoned|racially \w+) by (?:us|our|one of our|a member)",
    r"(?:shameful|disgraceful) (?:of|that|and)|is shameful|no excuse for|nobody's fault but|mea culpa",
    r"(?:no|without) excuses?|inexcusable|indefensible|unforgivable|(?:we|i) (?:have )?wronged",
    r"you(?:'re| are) right to blame us|guilty|(?:we|i) admit|our bad|we own (?:that|this|it)|down to (?:us|our)",
)
_OWNED_WHEN_GRAVE = (
    r"(?:error|mistake|fault|blame|failure|failing|oversight|responsibility|lapse|slip|miss|wrong|mix-?up|guilt)(?: here| there)? (?:was|is|were|'s|sits?|lies?|rests?|falls?|stays?|belongs?)(?: \w+)? (?:ours|mine|with us|with me|on us|at our|on our|to us|with our|with one of|here with)",
    r"(?:should|ought to|(?:was|were) (?:supposed|meant) to|needed to)(?: always)? (?:have|'ve|be|had)? ?(?:\w+ ){0,6}(?:and|but),? (?:it|they|he|she|we|that|this|there|nobody|no one|none)(?: simply| just)? (?:wasn't|weren't|isn't|didn't|hadn't|hasn't|haven't|did not|was not|were not|had not|was|did)(?=[ .,!;]|$)",
    r"(?<!you )(?<!she )(?<!he )(?<!they )(?:should(?:n't| not| never| always)?|ought to)(?: never| not| always)? (?:have|'ve)(?: been)? (?:there|in place|up|on|closed|locked|checked|caught|spotted|fixed|mended|stopped|cleared|cleaned|salted|covered|marked|labelled|shut|open|switched|taken|sold|served|sent|left|let|allowed|warned|noticed|seen)",
    rf"{_US}(?:'ve|'d)? (?:have |had |just |also |clearly |simply )?(?:missed|skipped|forgot|overlooked|mixed|dropped|spilled|spilt|knocked|crushed|trapped|locked|shared|published|posted your|showed your|showed her|showed his|left (?:you|him|her|it|them|a|an|the|your|our)|gave (?:you|him|her|them|your \w+) the wrong|sent (?:you|him|her|them|your \w+) (?:the wrong|to)|put your|let (?:it|this|that|the|a|an) (?:\w+ )?(?:slip|happen|through|out|in|get|go)|waited too|acted too|moved too|reacted too|took too|were (?:\w+ )?(?:late|slow)|told (?:you|him|her|them) (?:\w+ ){{1,7}}(?:and|but) (?:it|that|this|they|there)|didn't|did not|never (?:checked|cleaned|warned|tested|told|looked|asked|fixed))",
    r"(?:our|my) own (?:doing|making|hand|hands)|of our (?:own )?making|on our watch|by our (?:own )?(?:hand|people|staff)|in our care(?= (?:and|when|was|is))",
    r"(?:it|that|this) was (?:us|me|one of (?:us|ours|our)|our (?:\w+ )?(?:van|driver|truck|machine|kitchen|staff|system|team|product|bus|train|lift|ride|colleague|food))(?=[ .,!;]|$)",
    r"(?:we|i|our \w+) (?:were|was|are|am|is) (?:the )?(?:cause|reason|ones? who|behind (?:it|this|that))",
)
"""More ways to own a fault, each too plain to matter in a late bus, and too much where a person was harmed and nobody has looked."""
_REPAIR = (
    r"(?:i|we)(?:'ve|'ll|'re|'m| have| will| are| am)? (?:\w+ ){0,3}?(?:refund|replac|repay|reimburs|credit|waiv|resent|resend|re-?mak|paid|pay|return|compensat|send|sent|revers|book)\w*",
    r"(?:new one|replacement|refund) (?:is|has|will|on)|on the house|on us\b|money back",
)
_PREVENTION = (
    r"(?:so|to make sure|to ensure|ensuring|making sure|to be sure)(?: that)? (?:this|it|that|no.?one|nobody|others?|the next|the same)(?: \w+){0,2} (?:doesn't|does not|won't|will not|can't|cannot|never|isn't|is not|goes|has|don't|happens?)",
    r"(?:to (?:prevent|avoid)|prevent(?:s|ing)|avoid(?:s|ing)|(?:will|'ll) (?:prevent|avoid)) (?:this|it|that|a repeat|the same|another|any)",
    r"stop\w* (?:this|it|that|such \w+|the same(?: \w+)?|a repeat)(?: from)? (?:happening|recurring|being repeated|going wrong|again|for (?:others|anyone|the next|everyone))",
    r"(?:doesn't|does not|won't|will not|not|never|can't|cannot) (?:happen|be repeated|recur|go wrong|occur)(?: \w+){0,3} (?:again|to (?:anyone|anybody|others|another|the next|you)|for (?:anyone|others)|twice|next time)|(?:won't|not|never) (?:be repeated|recur)",
    r"(?:we|i)(?:'ve|'re|'ll| have| are| will)? (?:\w+ )?(?:chang|retrain|train|rewrit|rewrot|redesign|overhaul|add|introduc|put in)\w* (?:\w+ ){0,4}?(?:process|procedures?|training|check|checks|team|staff|system|how|routine|way)",
)


@dataclass(frozen=True, slots=True)
class ApologyFound:
    """The highest step found, and where its owning words stand in the reply's `text`."""

    level: Apology
    span: tuple[int, int]


def level(reply: Reply, *, grave: bool = False) -> ApologyFound | None:
    """The step of a draft; None when it does not apologise at all (A0). `grave` also counts what owns in plainer words."""
    owned = compiled(_OWNED).search(reply.text) or (compiled(_OWNED_WHEN_GRAVE).search(reply.text) if grave else None)
    if owned:
        whole = compiled(_REPAIR).search(reply.text) and compiled(_PREVENTION).search(reply.text)
        return ApologyFound("A3" if whole else "A2", owned.span())
    sorry = re.search(r"\b(?:sorry|apolog\w+|regret\w*)\b", reply.text)
    return ApologyFound("A1", sorry.span()) if sorry else None
