"""Q13: it sounds like us. Q15: everybody can read it, and nothing in it hides (domain 4.1, P.10)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow.check.readable import grade
from bot.flow.check.rules import Rule, apply
from bot.flow.slots import Filling, initials
from bot.model import Emotion, Finding
from bot.text.clean import matching_copy, suspicious_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply

SENTENCE_MAX = 25
_ENOUGH_WORDS = 12
"""Below this many words a reading grade says nothing."""

_EMPTY = Rule(
    "Q13",
    "warn",
    "An empty phrase.",
    "Take it out, or say the thing itself.",
    (
        r"any inconvenience",
        r"(?:value|appreciate|cherish) (?:your|all) (?:feedback|business|patience|custom|loyalty|opinion|input|understanding|support)",
        r"reach(?:ed|ing)? out|at this (?:time|point in time|moment in time|stage)|rest assured",
        r"(?:be|please be) assured|assure you|we (?:always |constantly |continually )?(?:strive|endeavou?r|aim|pride)",
        r"kindly|valued (?:customer|guest|member|client|passenger)",
        r"(?:your|customer) (?:\w+ )?(?:satisfaction|experience|feedback|call|complaint|message) (?:is|are) (?:\w+ )?(?:important|our|top|valued|number)",
        r"(?:is|are|as) our (?:top|number one|highest|utmost|main|first|no\.? ?1) priority",
        r"(?:of )?(?:the )?utmost (?:importance|priority|seriousness)|(?:bear|bearing) with us",
        r"for your (?:patience|understanding|cooperation)",
        r"take (?:this|these|such|all|every) (?:\w+ ){0,3}(?:very |extremely )?seriously|as per|with regards? to",
        r"in regards? to|please be (?:advised|informed|aware)|do not hesitate|don't hesitate|hesitate to",
        r"at your earliest convenience|best attention|wish to (?:inform|advise|apologi[sz]e)",
        r"(?:we|i) (?:sincerely |deeply |truly |humbly |wholeheartedly )+(?:apologi[sz]e|regret)",
        r"(?:high|highest|usual) standards?|world.class|second to none|go(?:es|ing)? forward|passionate about",
        r"committed to (?:providing|delivering|excellence|improving|our)|state.of.the.art",
        r"dear (?:sir|madam|customer|guest|valued|user|client)|your query|esteemed|herewith|aforementioned|the above",
    ),
)  # fmt: skip
_SHOUTED = re.compile(r"(?<![\w@#/.-])[A-Z]{4,}(?:'[A-Z]+)?(?![\w@.-])")
_EMOJI = re.compile(
    r"(?:[\U0001f1e6-\U0001f1ff]{2}|(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
)
_SIGNED = re.compile(
    r"(?:(?<=[.!?] )[A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?:, [\w &'-]{2,40})?|\^\s?\w[\w .&'-]{0,30}|[-–—]\s?[\w][\w ,.&'-]{1,60}|\n\s*[A-Z][\w ,.&'-]{1,60}|~\s?\w[\w ]{0,20}|/\w{2,10})[.!]?\s*$"
)
_HASHTAG = re.compile(r"#([a-z]{13,})(?!\w)|#([a-z]+(?:and|the|your|for|with|our|to|of)[a-z]{4,})(?!\w)")
_CLICK = Rule(
    "Q15",
    "warn",
    '"Click here" says nothing to a person who hears the page.',
    'Say what the link leads to: "the claim form: ...".',
    (
        r"click(?:ing)? (?:here|this|the link|on (?:this|the|it|here)|below|that)|tap here|this link here",
        r"(?:press|see|visit|go|look) here:?(?= http| https| www)|link (?:below|here)",
    ),
)
_HIDING = {
    "bidi": "a mark that turns the reading direction round",
    "tag": "an invisible character",
    "surrogate": "half a character",
    "combining": "letters with piled-up marks",
}


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q13 and Q15 for a draft."""
    yield from _banned(reply, context)
    yield from _loudness(reply, context)
    yield from _emoji(reply, context)
    yield from _sign_off(reply, context)
    yield from _plain(reply, context)
    yield from _hiding(reply)


def _banned(reply: Reply, context: Context) -> Iterator[Finding]:
    yield from apply((_EMPTY,), reply)
    for phrases, strength in ((context.voice.never, "block"), (context.voice.avoid, "warn")):
        for phrase in phrases:
            found = re.search(rf"(?<!\w){re.escape(matching_copy(phrase))}(?!\w)", reply.text)
            if found:
                mend = context.voice.prefer.get(phrase)
                text = f'Say "{mend}".' if mend else "Say it in your own plain words."
                yield reply.finding(
                    "Q13", "block" if strength == "block" else "warn", f'"{phrase}" is not how we speak.', text, found.span()
                )
    for phrase, better in context.voice.prefer.items():
        found = re.search(rf"(?<!\w){re.escape(matching_copy(phrase))}(?!\w)", reply.text)
        if found:
            yield reply.finding("Q13", "warn", f'"{phrase}" is not how we speak.', f'Say "{better}".', found.span())


def _loudness(reply: Reply, context: Context) -> Iterator[Finding]:
    if reply.text.count("!") > context.voice.exclamations_max:
        place = reply.text.rindex("!")
        yield reply.finding(
            "Q13", "warn", "Too many exclamation marks.", f"Keep {context.voice.exclamations_max} at most.", (place, place + 1)
        )
    known = context.post + context.facts
    shouted = [found for found in _SHOUTED.finditer(reply.as_written) if found.group() not in known]
    if len(shouted) >= 2 or any(len(found.group()) >= 6 for found in shouted):
        yield reply.finding("Q13", "warn", "Capitals read as shouting.", "Write it in small letters.", shouted[0].span())


def _emoji(reply: Reply, context: Context) -> Iterator[Finding]:
    found = list(_EMOJI.finditer(reply.original))
    if not found:
        return
    if context.emotion >= Emotion.E2 or len(found) > context.voice.emoji_max:
        allowed = 0 if context.emotion >= Emotion.E2 else context.voice.emoji_max
        mend = "Take them all out: this person is angry." if not allowed else f"Keep {allowed} at most, at the end."
        yield Finding("Q13", "warn", "Emoji do not fit here.", mend, found[-1].start(), found[-1].end())
    following = _SIGNED.sub("", reply.original[found[0].end() :])
    if re.search(r"\w", following):
        yield Finding(
            "Q15",
            "warn",
            "An emoji inside the text is read out in the middle of a sentence.",
            "Put it at the end.",
            found[0].start(),
            found[0].end(),
        )


def _sign_off(reply: Reply, context: Context) -> Iterator[Finding]:
    wanted = context.channel.signoff or context.voice.signoff
    if wanted and not _SIGNED.search(reply.as_written.strip()):
        name = context.author or "Mo"
        signed = Filling({"name": name, "initials": initials(name), "org": context.organisation}).fill(wanted)
        yield reply.finding("Q13", "warn", "Nobody has signed this.", f'End with your own name, as in "{signed}".')


def _plain(reply: Reply, context: Context) -> Iterator[Finding]:
    yield from apply((_CLICK,), reply)
    for start, end in reply.sentences:
        if len(reply.text[start:end].split()) > SENTENCE_MAX:
            yield reply.finding(
                "Q15", "warn", f"This sentence has more than {SENTENCE_MAX} words.", "Make two of it.", (start, end)
            )
            break
    words = [word for word in re.findall(r"(?<![\w@#^/.-])[a-z][a-z']*(?![\w@/-])", reply.text) if word]
    level = grade(words, len(reply.sentences))
    if len(words) >= _ENOUGH_WORDS and level > context.voice.reading_grade_max + 0.5:
        mend = "Use shorter words and sentences, as you would at the counter."
        yield reply.finding(
            "Q15", "warn", f"Hard to read: school grade {level:.0f}, ours is {context.voice.reading_grade_max} or lower.", mend
        )
    if found := _HASHTAG.search(reply.as_written):
        mend = "Begin each word of a hashtag with a capital: #LikeThis."
        yield reply.finding("Q15", "warn", "A screen reader cannot part this hashtag.", mend, found.span())


def _hiding(reply: Reply) -> Iterator[Finding]:
    for place in suspicious_characters(reply.original)[:1]:
        mend = "Delete it and type the words again."
        yield Finding("Q15", "block", f"This holds {_HIDING[place.kind]}.", mend, place.start, place.end)
