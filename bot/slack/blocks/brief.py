"""The parts of the card as a phone shows them: the same facts in fewer lines, each part with lighter forms to fall back on.

What is left out here stands in the full view, which opens from "My drafts" on Home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks.authority import SHOWN, ticks
from bot.slack.blocks.elements import actions, button, section, small, small_words
from bot.slack.blocks.parts import ALWAYS, Part, ladder
from bot.slack.blocks.reply import count_line
from bot.slack.blocks.say import clause, inside, up_to, words_of
from bot.slack.blocks.why import CHOOSE, PICK, offered, reason
from bot.slack.carry import packed, tagged
from bot.slack.text import line, mrkdwn, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.kept import Card
    from bot.model import Finding, Match
    from bot.slack.message import Json

# What gives way first has the highest number; 1 to 4 only when Slack itself would not take so much.
CAUTION, STAKE, THIRD_ACTION, SECOND_WARNING, TITLE, FOURTH_REMEDY, EXAMPLE = 22, 21, 20, 19, 18, 17, 16
WHOLE_ACTIONS, WHOLE_WARNING, THIRD_REMEDY, CHOICE, OWN_LINES, BACKING = 15, 14, 13, 12, 11, 10
FULL_SIZE, VALUES, OWN_LINE, CUT_MEND, SECOND_REMEDY = 9, 8, 7, 6, 5
MAY_AND_DO, WHY, MENDS = 3, 2, 1
_REMEDY_MOST = 120
_ACTION_MOST = 40
"""About one line beside a box."""
_EXAMPLE_MOST = 60
_SENTENCE_MOST = 160
_TITLE_MOST = 60
_BETTER_MOST = 50
_CAUTION_MOST = 150
_POST_MOST = 18
"""So much that it shares a line with the count."""


def below_reply(card: Card) -> Iterator[Part]:
    """The count and whether it may be copied, the other playbook that fits about as well, and what could be better."""
    other = next(iter(offered(card)[1:]), None)
    warnings = [finding for finding in card.findings if finding.level == "warn"]
    choose = (_choose(card, other),) if other else ()
    see = f"Or is it “{line(other.title, _TITLE_MOST)}”? See Other playbook" if other else ""
    mend = _better(warnings, 0)
    if len(warnings) < len(card.findings):
        mend = _under_edit(warnings)  # what blocks stands below, and matters more
    least = words_of(inside(mend), _BETTER_MOST) if mend and not other else _under_edit(warnings)
    yield ladder(
        Part(SECOND_WARNING, (_count(card, _better(warnings, 2)), *choose)),
        Part(WHOLE_WARNING, (_count(card, _better(warnings, 1)), *choose)),
        Part(CHOICE, (_count(card, mend), *choose)),
        Part(OWN_LINES, (_count(card, see, mend),)),
        Part(CUT_MEND, (_count(card, inside(see), inside(mend), flowing=True),)),
        Part(ALWAYS, (_count(card, inside(see), least, flowing=True),)),
    )


def mends(card: Card) -> Iterator[Part]:
    """What must be mended, in full size; the form behind Edit lists all of it."""
    if blocking := [finding for finding in card.findings if finding.level == "block"]:
        yield ladder(
            Part(WHOLE_WARNING, (_to_mend(blocking, 2),)),
            Part(CUT_MEND, (_to_mend(blocking, 1),)),
            Part(MENDS, (_to_mend(blocking, 1, alone=True),)),
        )


def minded(card: Card) -> Iterator[Part]:
    """What to be careful about, and what is at stake where it is much."""
    rules = card.advice.authority
    if rules.cautions:
        yield Part(CAUTION, (small_words("cautions", f"Mind: {line(rules.cautions[0], _CAUTION_MOST)}"),))
    if card.kept.severity <= 2 and rules.stake:
        yield Part(STAKE, (small_words("stake", rules.stake),))


def may_and_do(card: Card) -> Iterator[Part]:
    """The remedies with this person's amounts in one flowing paragraph, who stands behind them, and the first actions to tick."""
    backing = card.advice.authority.backing
    covered = clause(backing)
    if card.advice.authority.may or backing or card.advice.authority.actions:
        yield ladder(
            Part(THIRD_ACTION, (_may(card, 5, backing, 3), *_do(card, 3))),
            Part(FOURTH_REMEDY, (_may(card, 5, backing, 2), *_do(card, 2))),
            Part(WHOLE_ACTIONS, (_may(card, 3, backing, 2), *_do(card, 2))),
            Part(THIRD_REMEDY, (_may(card, 3, backing, 2), *_do(card, 2, _ACTION_MOST))),
            Part(BACKING, (_may(card, 2, backing, 2), *_do(card, 2, _ACTION_MOST))),
            Part(FULL_SIZE, (_may(card, 2, covered, 2), *_do(card, 2, _ACTION_MOST))),
            Part(OWN_LINE, (_may_small(card, 2, covered, 2), *_do(card, 2, _ACTION_MOST))),
            Part(SECOND_REMEDY, (_may_small(card, 2, covered, 2, flowing=True), *_do(card, 2, _ACTION_MOST))),
            Part(MAY_AND_DO, (_may_small(card, 1, covered, 2, flowing=True), *_do(card, 2, _ACTION_MOST))),
        )


def why(card: Card) -> Iterator[Part]:
    """The playbook and its version, how sure we are, the values and the example, as one small paragraph."""
    example = f"like “{line(card.advice.matches.first.drawn_by, _EXAMPLE_MOST)}”" if _is_drawn(card) else ""
    values = ", ".join(value.name for value in card.advice.values)
    titled, short = reason(card, titled=True).removesuffix("."), reason(card, titled=False)
    yield ladder(
        Part(TITLE, _why(titled, values, example)),
        Part(EXAMPLE, _why(short, values, example)),
        Part(VALUES, _why(short, values)),
        Part(WHY, _why(short)),
    )


def _count(card: Card, *more: str, flowing: bool = False) -> Json:
    """Each on a line of its own, or all of it as one paragraph."""
    said = [part for part in (_for_which(card), *more) if part]
    return small_words("count", " · ".join(said)) if flowing else small_words("count", *said)


def _for_which(card: Card) -> str:
    """Which post it answers, since Slack does not show what was typed after a command; and the count."""
    count = count_line(card).removesuffix(" · your own words").removesuffix(" · ready to copy")
    return f"To “{line(card.kept.ask.text, _POST_MOST)}” · {count}"


def _choose(card: Card, other: Match) -> Json:
    value = packed(draft=card.kept.id, playbook=other.playbook)
    choose = button(CHOOSE, f"{PICK}_2", value, spoken=f"Use the playbook: {other.title}")
    return section(plain(f"Or is it “{line(other.title, _TITLE_MOST)}”?"), f"{PICK}_2", choose)


def _better(warnings: Sequence[Finding], whole: int) -> str:
    """The first `whole` warnings with their mends, or the first mend alone."""
    if not warnings:
        return ""
    shown = max(1, whole)
    said = [f"{finding.message} {finding.mend}" for finding in warnings[:whole]] or [_mend(warnings[0])]
    more = f" ({len(warnings) - shown} more under Edit)" if len(warnings) > shown else ""
    return f"Better: {inside(line(' '.join(said), 4 * _SENTENCE_MOST))}{more}"


def _under_edit(warnings: Sequence[Finding]) -> str:
    return f"{len(warnings)} to mend: Edit" if warnings else ""


def _mend(finding: Finding) -> str:
    return finding.mend or finding.message


def _to_mend(findings: Sequence[Finding], shown: int, *, alone: bool = False) -> Json:
    """The first findings, each with its mend; `alone`: the mend without what is wrong."""
    paragraphs = []
    for finding in findings[:shown]:
        message, mend = ("", _mend(finding)) if alone else (f"{finding.message} ", finding.mend)
        wrong = [rich.words(message, most=_SENTENCE_MOST)] if message else []
        mended = [rich.words(mend, "italic", most=_SENTENCE_MOST)] if mend else []
        paragraphs.append(rich.section(rich.words("Mend: ", "bold"), *wrong, *mended))
    if len(findings) > shown:
        paragraphs.append(rich.section(rich.words(f"and {len(findings) - shown} more under Edit", "italic")))
    return rich.rich(*paragraphs, block_id="findings_block")


def _may(card: Card, shown: int, backing: str, actions: int) -> Json:
    """In full size, amounts in bold; what `_do` lists below is announced here, which saves its own line."""
    runs = [rich.words(text, *(("bold",) if bold else ())) for text, bold in _said(card, shown, backing)]
    if card.advice.authority.actions:
        runs += [rich.words("Do now", "bold"), rich.words(_more(card, actions))]
    return rich.rich(rich.section(*runs), block_id="you_may")


def _may_small(card: Card, shown: int, backing: str, actions: int, *, flowing: bool = False) -> Json:
    """The same in small print, the actions announced on a line of their own unless it is `flowing`."""
    said = "".join(text for text, _ in _said(card, shown, backing))
    announced = f"Do now{_more(card, actions)}" if card.advice.authority.actions else ""
    if flowing:
        return small_words("you_may", said + announced)
    do_now = announced.replace("Do now", "*Do now*")
    return small("you_may", *([plain(said)] if said else []), *([mrkdwn(do_now)] if do_now else []))


def _said(card: Card, shown: int, backing: str) -> Iterator[tuple[str, bool]]:
    """Runs of words, and which of them are bold."""
    rules = card.advice.authority
    if rules.may:
        yield "You may: ", True
    for place, remedy in enumerate(rules.may[:shown]):
        yield f"{'; ' if place else ''}{inside(line(remedy.text, _REMEDY_MOST))}", False
        if amount := up_to(remedy):
            yield ", ", False
            yield amount, True
    if rules.may:
        more = len(rules.may) - shown
        yield f"; {more} more. " if more > 0 else ". ", False
    if backing:
        yield f"{line(backing, _SENTENCE_MOST)} ", False


def _more(card: Card, shown: int) -> str:
    more = len(card.advice.authority.actions) - shown
    return f" (and {more} more in My drafts):" if more > 0 else ":"


def _do(card: Card, shown: int, most: int = 0) -> tuple[Json, ...]:
    if not card.advice.authority.actions:
        return ()
    return (actions(tagged(ids.DO_NOW, f"{card.kept.id}{SHOWN}{shown}"), ticks(card, shown, most)),)


def _why(*said: str) -> tuple[Json, ...]:
    return (small_words("why", f"Why: {' · '.join(part for part in said if part)}"),)


def _is_drawn(card: Card) -> bool:
    """Whether the playbook on the card was found by an example post."""
    matches = card.advice.matches
    return matches.decision != "none" and card.kept.ask.playbook in ("", matches.first.playbook)
