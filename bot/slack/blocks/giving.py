"""May I, and I gave it: the answer, what is left of the day, and the line of values.yaml that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.giving import rest_of
from bot.kept import Day
from bot.slack import ids, rich
from bot.slack.blocks.elements import actions, button, header, small_words
from bot.slack.blocks.say import as_words, money
from bot.slack.carry import packed
from bot.slack.message import Message
from bot.slack.text import spoken

if TYPE_CHECKING:
    from bot.giving import Noted
    from bot.model import Permission

_SENTENCE_MOST = 300


def permission_message(permission: Permission, gift_id: str = "") -> Message:
    """May I? Yes and how far, yes and whom to tell, or who may; what is left of the day; the rule it comes from.

    With `gift_id` an answer with an amount has the button that notes it as given.
    """
    answer, why = _answer_line(permission), f"{permission.why}{_ask_now(permission)}"
    shown = rich.rich(rich.section(rich.words(why, most=_SENTENCE_MOST)), block_id="permission_why")
    rule = small_words("rule", *_day(permission), f"For the role {as_words(permission.role)}, by {_rule(permission)}")
    blocks = [header(answer, "permission"), shown, rule]
    if gift_id and permission.answer != "ask" and permission.amount is not None and permission.limit is not None:
        value = packed(id=gift_id, words=f"{permission.remedy} {permission.amount:.2f}")
        what = f"I gave it: {as_words(permission.remedy)} {money(permission.amount, permission.currency)}"
        blocks.append(actions("gave", button("I gave it", ids.GAVE, value, style="primary", spoken=what)))
    said = " ".join((answer, why, *_day(permission), f"By {_rule(permission)}"))
    return Message(spoken(said), tuple(blocks))


def gave_message(noted: Noted) -> Message:
    """What was noted, what is left of the day, and whom to tell where it was more than they may."""
    given, permission = noted.given, noted.permission
    amount = f" {money(given.amount, given.currency)}" if given.amount else ""
    title = f"Noted: {as_words(given.remedy)}{amount}"
    said = rest_of(noted.day)
    if permission.answer == "ask":
        said = f"{permission.why} Tell {permission.on_call or permission.who} now. {said}"
    elif permission.answer == "yes_and_tell":
        said = f"Tell {permission.who}. {said}"
    shown = rich.rich(rich.section(rich.words(said, most=_SENTENCE_MOST)), block_id="noted")
    rule = small_words("rule", f"For the role {as_words(permission.role)}, by {_rule(permission)}")
    return Message(spoken(f"{title}. {said}"), (header(title, "gave"), shown, rule))


def _answer_line(permission: Permission) -> str:
    what = as_words(permission.remedy)
    if permission.amount is not None:
        what = f"{what} {money(permission.amount, permission.currency)}"
    limit = f", up to {money(permission.limit, permission.currency)}" if permission.limit is not None else ""
    if permission.answer == "yes":
        return f"Yes, you may: {what}{limit}."
    if permission.answer == "yes_and_tell":
        return f"Yes, and tell {permission.who}: {what}{limit}."
    theirs = f", who may up to {money(permission.who_limit, permission.currency)}" if permission.who_limit is not None else ""
    return f"Ask first: {what}. It is for {as_words(permission.who)}{theirs}."


def _ask_now(permission: Permission) -> str:
    return f" {permission.on_call} is on call now." if permission.answer == "ask" and permission.on_call else ""


def _day(permission: Permission) -> tuple[str, ...]:
    if permission.per_day is None or permission.given is None:
        return ()
    return (rest_of(Day(permission.given, permission.per_day, permission.currency)),)


def _rule(permission: Permission) -> str:
    return f"{permission.rule} ({permission.rule_text})"
