"""May I hide or delete this? It stays; or the closed list, the form, and what the second person and the asker read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.moderation import NEVER, REASONS
from bot.slack import ids, rich
from bot.slack.blocks.elements import actions, button, header, option, small_words
from bot.slack.blocks.fields import address_field, field, form, words_field
from bot.slack.blocks.say import joined
from bot.slack.message import Message
from bot.slack.text import mention, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.flow.moderation import HideAnswer
    from bot.kept import Removal
    from bot.slack.message import Json

KEEP = "Leave it up and answer it"
_WHY = "A deleted complaint comes back as a story about deleting complaints."
_HOW = "A copy is kept, a second person must agree, and you hide it yourself: Sayso removes nothing."
_COPY_MOST = 700
_FIRST = "first"


def hide_message(answer: HideAnswer, refused: str = "") -> Message:
    """What to do with a comment: leave it up, with the rule; or the way to a second person, where the list may have it.

    `refused` says why this person may not ask for it; then nothing is offered.
    """
    if answer.never:
        return _kept_up(f"“{NEVER[answer.never].title}” is never a reason to hide a comment. {_WHY}", answer)
    if answer.reason:
        return _may_have_to_go(answer, refused)
    listed = rich.bullets([[rich.words(REASONS[name].title)] for name in answer.reasons])
    only = rich.rich(rich.section(rich.words("It may go only for one of these:", "bold")), listed, block_id="list")
    titles = "; ".join(REASONS[name].title for name in answer.reasons)
    return _kept_up(_WHY, answer, only, *_offer("One of these applies", _FIRST, refused), more=f"It may go only for: {titles}.")


def hide_form(reasons: Sequence[str], *, metadata: str, first: str = "") -> Json:
    """The reason, the copy, and the link. Submitting asks a second person; it removes nothing."""
    options = [option(REASONS[name].title, name, REASONS[name].test) for name in reasons]
    element: Json = {"type": "radio_buttons", "options": options}
    chosen = next((one for one in options if one["value"] == first), None)
    return form(
        ids.HIDE_FORM,
        "May this be hidden?",
        "Ask",
        metadata,
        [
            field(ids.WHICH, "Which reason of the list is it?", element | ({"initial_option": chosen} if chosen else {})),
            field(
                ids.WORDS,
                "Paste the comment",
                words_field(lines=True),
                hint="This copy is kept, whatever becomes of the comment. The second person reads it.",
            ),
            field(ids.LINK, "Link to the comment", address_field(), hint="You can leave it out.", optional=True),
            small_words("how", _HOW),
        ],
    )


def request_message(removal: Removal, contact: str, who: str, rule: str) -> Message:
    """For the second person: the reason, the question that must be answered with yes, the copy, and two buttons."""
    reason = REASONS[removal.reason]
    title = f"{joined([contact])}: may this comment be hidden?"
    buttons = actions(
        "decide",
        button("Leave it up", ids.HIDE_KEEP, removal.id, style="primary", spoken="Leave it up: it stays"),
        button("It may be hidden", ids.HIDE_AGREE, removal.id, spoken="It may be hidden: I agree"),
    )
    note = small_words(
        "note",
        f"For {who}, never for the one who asks. In doubt it stays. By {rule}. Who asks hides it themselves; a copy is kept.",
    )
    said = f"{mention(removal.asker)} asks. {spoken(f'{title} {reason.title}. {reason.test}')}"
    return Message(said, (header(title, "removal"), _facts(removal), *_copy(removal), buttons, note))


def decided_message(removal: Removal) -> Message:
    """The same once somebody has decided: who, what, and no button any more."""
    title = "It may be hidden" if removal.state == "agreed" else "It stays up"
    who = rich.rich(rich.section(rich.person(removal.decided_by), rich.words(f" decided: {title.lower()}.")), block_id="decided")
    said = f"{title}: {mention(removal.decided_by)} decided, {mention(removal.asker)} asked."
    return Message(said, (header(title, "removal"), _facts(removal), who))


def asked_message(contact: str) -> Message:
    """For the asker: who reads it now."""
    said = f"{joined([contact])} reads it now; you hear in your messages with Sayso. Until then it stays up. The copy is kept."
    return Message(spoken(said), (rich.rich(rich.section(rich.words(said)), block_id="asked"),))


def unreached_message(contacts: Sequence[str]) -> Message:
    """For the asker: nobody could be reached, so it stays."""
    said = f"{joined(contacts)} could not be reached in Slack. It stays up for now; call them if it cannot wait."
    return Message(spoken(said), (rich.rich(rich.section(rich.words(said)), block_id="unreached"),))


def outcome_message(removal: Removal) -> Message:
    """For the asker: what they may do themselves now."""
    rest = " says: leave it up, and answer it."
    if removal.state == "agreed":
        title = REASONS[removal.reason].title
        rest = (
            f" agrees: you may hide it yourself on the network, as “{title}”. Hide it rather than delete it, so that it can "
            "come back. The copy is kept. Sayso has removed nothing."
        )
    about = rich.section(rich.words("It is about: ", "bold"), rich.words(removal.text, most=150))
    shown = rich.rich(rich.section(rich.person(removal.decided_by), rich.words(rest)), about, block_id="outcome")
    return Message(f"{mention(removal.decided_by)}{spoken(rest)}", (shown,))


def _kept_up(why: str, answer: HideAnswer, *blocks: Json, more: str = "") -> Message:
    shown = rich.rich(rich.section(rich.words(why)), block_id="why")
    return Message(spoken(f"{KEEP}. {why} {more}".strip()), (header(KEEP, "hide"), shown, *blocks, _rule(answer)))


def _may_have_to_go(answer: HideAnswer, refused: str) -> Message:
    reason = REASONS[answer.reason]
    title = f"It stays, unless it is this: {reason.title}"
    shown = rich.rich(rich.section(rich.words(reason.test, "bold"), rich.words(f" If yes: {_HOW}")), block_id="why")
    offer = _offer("Ask a second person", answer.reason, refused)
    return Message(spoken(f"{title}. {reason.test} If yes: {_HOW}"), (header(title, "hide"), shown, *offer, _rule(answer)))


def _offer(words: str, reason: str, refused: str) -> tuple[Json, ...]:
    return (small_words("refused", refused),) if refused else (actions("offer", button(words, ids.HIDE, reason)),)


def _rule(answer: HideAnswer) -> Json:
    body = " We are a public body: the list is shorter, and a viewpoint never counts." if answer.public_body else ""
    return small_words("rule", f"By {answer.rule}: the default is to keep.{body}")


def _facts(removal: Removal) -> Json:
    reason = REASONS[removal.reason]
    asks = rich.section(rich.person(removal.asker), rich.words(" names this reason: "), rich.words(reason.title, "bold"))
    link = [rich.section(rich.link(removal.link))] if removal.link else []
    return rich.rich(asks, rich.section(rich.words(reason.test)), *link, block_id="facts")


def _copy(removal: Removal) -> tuple[Json, ...]:
    """What was written; private data of somebody only where there is no link to look at instead."""
    if removal.reason == "private_data" and removal.link:
        return ()
    return (rich.rich(rich.quote(removal.text, _COPY_MOST), block_id="copy"),)
