"""One answer for each verb: the same calls whether somebody wrote `/sayso`, mentioned us or wrote in the Messages tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.deeds import refusal
from bot.kept import Brief
from bot.model import Ask
from bot.reach import reach
from bot.slack.blocks.answers import (
    ask_answers,
    findings_message,
    help_message,
    holding_message,
    playbooks_message,
    values_message,
)
from bot.slack.blocks.giving import gave_message, permission_message
from bot.slack.blocks.hiding import hide_message
from bot.slack.blocks.on_call import on_call_message
from bot.slack.blocks.reach import reach_message
from bot.slack.feed import read_post
from bot.slack.place import InThread, SeenBy
from bot.slack.words import Wanted, asks_us, read_words

if TYPE_CHECKING:
    from bot.kept import Asker
    from bot.slack.counter import Counter
    from bot.slack.message import Message
    from bot.slack.place import Place


def answer_words(counter: Counter, asker: Asker, text: str, place: Place, *, after_sayso: bool = False) -> None:
    """Does what the words ask and shows it at `place`, to the asker alone. Raises Misuse, in words for the person."""
    wanted = read_words(text, after_sayso=after_sayso)
    if wanted.verb == "plain" and asks_us(wanted.rest):
        wanted = Wanted("ask", wanted.rest)
    if wanted.verb in ("plain", "reply"):
        post = read_post(wanted.rest)
        thread = f"{place.channel}/{place.thread}" if isinstance(place, InThread) else ""
        counter.show(asker, counter.draft(asker, post, Brief(post.link, post.handle, thread=thread)), place)
    else:
        counter.sender.send(_message(counter, asker, wanted), place, seen_by=SeenBy.ASKER)


def _message(counter: Counter, asker: Asker, wanted: Wanted) -> Message:
    desk, channel = counter.office.desk, counter.usual_channel(asker)
    match wanted.verb:
        case "ask":
            return ask_answers(wanted.rest, desk.ask(wanted.rest), desk.person_to_ask())
        case "check":
            findings = desk.check(wanted.rest, channel=channel, role=asker.role, name=asker.name)
            return findings_message(wanted.rest, findings)
        case "values":
            return values_message(desk.knowledge.values)
        case "playbooks":
            return playbooks_message(desk.playbooks(wanted.rest), wanted.rest)
        case "holding":
            return holding_message(desk.holding(Ask(wanted.rest, channel, asker.role, name=asker.name)))
        case "reach":
            return reach_message(reach(counter.office, asker, wanted.rest), desk.knowledge.values)
        case "may":
            office = counter.office
            return permission_message(office.till.may(asker, wanted.rest), office.new_id("g"))
        case "gave":
            return gave_message(counter.office.till.gave(asker, wanted.rest))
        case "hide":
            refused = refusal("hide", asker.role, desk.knowledge.values)
            return hide_message(counter.office.moderator.may_hide(wanted.rest), refused)
        case "oncall":
            now = counter.office.now(asker)
            return on_call_message(desk.on_call(now), desk.knowledge.values.contacts, now)
        case _:
            return help_message()
