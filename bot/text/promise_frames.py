"""The grammar of commitment in English: frames around an act ("refund you") or a thing given ("a voucher").

A frame says who commits, and that it is done or will be. The frames leave out whatever takes a commitment back: "can't",
"look into", "ask whether", "should have". So "I'll look into a refund" fits none, and the list of exceptions stays short.
All patterns are in the notation of `phrases`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.text.phrases import phrase

if TYPE_CHECKING:
    import re

_HEDGE = r"""
    (?:if|whether|about|into|look|looking|check|checking|ask|asking|see|seeing|policy|policies|requests?|forms?
    |questions?|enquir\w+|status|why|how|what|when|not|never|no(?!-)|because|but|review|eligib\w+|possib\w+
    |options?|claims?|you)\b"""
WORD = rf"(?: (?!{_HEDGE})[\w'$£€%.,/&-]{{1,24}})"
GIVEN = rf"(?: you(?: all| guys| both)?)?{WORD}{{0,6}}? "
_ADVERB = r"""
    (?: (?:now|just|already|also|gladly|happily|personally|certainly|definitely|absolutely|of course|therefore
    |then|always|all|so|today|right away|immediately|happy to|glad to|going to|about to|able to|delighted to
    |pleased to|sure to|to|be|been|being|get|getting|have|had|gone ahead and|arrang\w+(?: for)?(?: to)?
    |made sure to|make sure(?: to| that)?|asked for|asked (?:the|our|my)(?: \w+){1,3} to|see to it that))"""
_NAMED = r"""
    (?: (?!(?:should|would|could|might|may|must|not|never|who|that|which|if|to|how|nobody)\b
    |\w{2,7}n't\b)[\w'-]{1,20},?)"""
_ACTOR = rf"""
    \b(?:i|we|they|someone|somebody|(?:our|the|my|your|a|an){_NAMED}{{1,3}}
    |(?-i:(?!Nobody|No|None|You|It|That|This|Which|What|Who|There|Refunds)[A-Z][a-z]{{1,15}})(?: (?:from|in|at
    |on) (?:our|the|my)(?: \w+){{1,2}})?|(?:head office|customer care|support|management|hr|billing|finance
    |engineering))"""
_AUX = r"""
    (?:'ll|'ve|'m|'re|'d(?: be)?(?= (?:happy|glad|like|love|delighted) to)|'s| will| shall| have| has| am| are
    | is| can| would(?= (?:like|love|be happy) to))"""
FIRST = rf"(?:{_ACTOR}{_AUX}(?: like to| love to)?{_ADVERB}{{0,4}} )"
"""Who commits: "we'll gladly", "our team has already", "I'm going to"."""
_PLAIN_PAST = r"""
    (?:(?:\b(?:i|we)(?: (?:just|already|also|have|gladly|personally))?[ ]
    |^\W*(?:(?:i've|have|just|already|done|ok|okay|sorry|hi|good news|great news)\W{1,3}){0,2})(?=\w+(?:ed|ing
    |sent|gave|paid|put)\b))"""
_OFFER = r"""
    (?:(?:how about|what if|why don't|can|may|shall|could|let(?: me| us|'s)?
    |allow (?:me|us) to)(?: (?:i|we|us|me))?(?: please| to| offer to)? )"""
BY = rf"(?:{FIRST}|{_PLAIN_PAST}|{_OFFER})"
GIVE = r"""
    (?:giv(?:e|en|ing)|gave|send(?:ing)?|sent|offer(?:ed|ing)?|add(?:ed|ing)?|appl(?:y|ied|ying)
    |issu(?:e|ed|ing)|put(?:ting)?(?: through)?|load(?:ed|ing)?|pop(?:ped)?|drop(?:ped)?|process(?:ed|ing)?
    |approv(?:e|ed|ing)|authori[sz](?:e|ed|ing)|arrang(?:e|ed|ing)|ma(?:ke|de|king)|initiat(?:e|ed|ing)
    |start(?:ed|ing)?|get(?:ting)?|got|pay(?:ing)?|paid|return(?:ed|ing)?|grant(?:ed|ing)?|provid(?:e|ed|ing)
    |transfer(?:red|ring)?|credit(?:ed|ing)?|treat(?:ed|ing)?|award(?:ed|ing)?|throw(?:ing)?(?: in)?
    |bring(?:ing)?|order(?:ed|ing)?|ship(?:ped|ping)?|mail(?:ed|ing)?|deliver(?:ed|ing)?|post(?:ed|ing)?
    |hand(?:ed|ing)?|sort(?:ed|ing)?(?: you)? out|set(?:ting)? up|set(?:ting)? (?:you )?up with
    |swap(?:ped|ping)?|switch(?:ed|ing)?|switch(?:ed|ing)?|let you have|raise[d]?|upgrad(?:e|ed|ing))"""
YOU_GET = r"""
    (?:\b(?:you|everyone|everybody|(?:all|every|each|any|these|those|our|affected)(?: \w+){1,3}
    |any(?:one|body)(?: \w+){1,4}|your \w+)(?:'ll| will|'re(?: going)?| are(?: going)?| can| shall|'ve
    |(?= gets? | receives? ))(?: (?:now|also|then|still|all|each|soon|be|to|being|been
    |automatically)){0,3} (?:gets?|getting|receiv(?:e|es|ed|ing)|have|see|find|enjoy|given|offered|sent|expect
    |getting back|entitled to|eligible for|due|owed)
    |\b(?:account|wallet|booking|subscription|ticket) (?:now |already )?(?:has|comes with|includes|carries)
    |\b(?:account|wallet|booking|subscription|ticket) (?:now |already )?(?:has|comes with|includes)
    |\b(?:have|enjoy|use|here's|here is|there's|please accept|accept
    |expect)(?=(?: \w+)? (?:a|an|this|your|our|\$|£|€|\d)))"""
DONE = r"""
    (?:(?:'s|'ll| has| have| is| are| was| were| will| should
    | can)(?: (?:now|already|just|all|been|be|being|officially|also|automatically|fully|in full
    |completely)){0,4} (?:approved|processed|process(?:ing)?|issued|sent|on (?:its|the|their) way
    |in your (?:account|inbox|hands)|coming|confirmed|granted|yours|complete[d]?|through|paid|refunded
    |reimbursed|credited|added|applied|back in|arranged|authori[sz]ed|waiting|returned|transferred|released
    |reach|arrive|show|appear|be with you|with you|land|hit|waived|dropped|removed|cancelled|canceled|reversed
    |gone|lifted|covered|ready|shipped|dispatched))"""


@dataclass(frozen=True)
class Rule:
    """How one kind of promise is made.

    `stems` are the first four letters of words, one of which every such sentence holds ("$" stands for an amount): a quick
    way to pass over the rest.
    """

    kind: str
    stems: str
    patterns: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.stems.split())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first needed: together the rules take a tenth of a second."""
        return phrase("|".join(f"(?:{pattern})" for pattern in self.patterns))


def given(things: str) -> tuple[str, ...]:
    """Every way to say that somebody gets `things`."""
    return (
        rf"{BY}{GIVE}{GIVEN}{things}\b",
        rf"{YOU_GET}{GIVEN}{things}\b",
        rf"\b(?:your|the|a|an|that|this|my)(?: (?!\w{{2,7}}n't\b)[\w'$£€.,%-]{{1,20}}){{0,3}} {things}{DONE}",
    )


SWEEPING = phrase(
    r"""
        \b(?:every ?(?:one|body)|all (?:of )?(?:you|our|the|my|affected|those)?\s?(?:customers?|passengers?
        |guests?|orders?|users?|members?|riders?|people|bookings|flights|affected|of you)
        |all (?:fees|charges|costs)|each (?:customer|passenger|guest|of you|and every)
        |every (?:single )?(?:customer|passenger|guest|order|user|member|penny|cent|one|rider|person|booking
        |flight)|any(?:one|body)(?: who)?|doubl(?:e|ed)|twice|tripl(?:e|ed)|tenfold|in full|full(?:y)?|whole
        |entire|unlimited|for life|forever|no matter (?:what|how)|whatever|any (?:price|amount|cost)|always|100%
        |two times|x2|2x)\b"""
)
"""What makes a promise larger than one case."""

TAKEN_BACK = phrase(
    r"""
        (?:\b(?:if|whether|unless|hope|hoping|hopefully|wish|wished|how|why|ask|asked|asking|check|checking|see
        |seeing|find out|know|not sure|said|says|say|told|claims?|claimed|promised you(?: that)?|heard
        |that's what|when|once|until|before|after|because|since|can't|cannot|can not|couldn't|don't|do not
        |didn't|not|unable to|won't|wouldn't|isn't|aren't|never|no longer able to|should(?: have)?|would have
        |could have|might|may|perhaps|maybe|normally|usually|generally|as a rule)(?: [\w']+)?[ ,]{1,2})$"""
)
"""Words right before a commitment that make it none: "see if we can refund", "you said we refunded", "I can't promise"."""
