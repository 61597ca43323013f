"""The forms: what is needed comes first, the rest is optional; each says what submitting does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.model import UNKNOWN
from bot.slack import ids, rich
from bot.slack.blocks.authority import SHOWN
from bot.slack.blocks.elements import CHOICES_MOST, OPTIONS_MOST, option, own, small, small_words
from bot.slack.blocks.fields import address_field, box_field, field, form, list_field, number_field, words_field
from bot.slack.blocks.findings import findings_parts
from bot.slack.blocks.reply import count_line, ready
from bot.slack.blocks.say import channel_name, size
from bot.slack.carry import draft_of
from bot.slack.text import mrkdwn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.kept import Card
    from bot.library.values import Values
    from bot.model import Match
    from bot.slack.message import Json

POSTERS = (
    ("customer", "The customer"),
    ("relative", "A relative or friend of the customer"),
    ("bystander", "A bystander who saw it"),
    ("employee", "A colleague"),
    ("press", "A reporter or blogger"),
)
"""Who may have written the post. Nothing is chosen at first: then it is read from the words."""
QUESTION = "What may we say, and who takes it from here?"
_SHORT = 80
_NOTE = 1000


def reply_form(
    values: Values,
    *,
    metadata: str,
    channel: str = "",
    post: str = "",
    link: str = "",
    handle: str = "",
    sign_as: str = "",
) -> Json:
    """The whole request. Only the post and the channel are needed."""
    channels = [(identifier, known.name) for identifier, known in values.channels.items()][:OPTIONS_MOST]
    return form(
        ids.REPLY_FORM,
        "Draft a reply",
        "Draft",
        metadata,
        [
            field(
                ids.POST,
                "What did they write?",
                words_field(post, lines=True, placeholder="Paste the customer's words", focus=not post),
                hint="As they wrote it. Nothing of it is copied into the reply.",
            ),
            field(ids.CHANNEL, "Where does it stand?", list_field(channels, channel or channels[0][0])),
            field(ids.SIGN_AS, "Sign as", words_field(sign_as, most=_SHORT), optional=True),
            small("optional", mrkdwn("*All of the rest is optional.* It helps whoever takes it over.")),
            field(ids.LINK, "Link to the post", address_field(link), optional=True),
            field(ids.POSTER, "Who writes?", list_field(POSTERS, placeholder="Read it from the words"), optional=True),
            field(ids.HANDLE, "Their name or handle there", words_field(handle, most=_SHORT), optional=True),
            field(
                ids.FOLLOWERS,
                "How many followers do they have?",
                number_field(),
                hint="Changes how fast we answer and who is told, never what is owed.",
                optional=True,
            ),
            field(ids.CHECKED, "Checked?", box_field("I saw the number on their profile myself"), optional=True),
            field(ids.KNOW, "What do you know about it?", words_field(lines=True, most=_NOTE), optional=True),
            field(ids.DONE, "What have you done so far?", words_field(lines=True, most=_NOTE), optional=True),
        ],
    )


def edit_form(card: Card, *, metadata: str) -> Json:
    """The reply in the person's own hands; the findings of what stands there now are above it."""
    return form(
        ids.EDIT_FORM,
        "Edit the reply",
        "Save",
        metadata,
        [
            *_findings(card),
            field(
                ids.WORDS,
                "Your reply",
                words_field(card.draft.text, lines=True, focus=True),
                hint=f"{size(card.draft)} for {channel_name(card.draft.channel)} as it stands. It is checked when you save.",
            ),
        ],
    )


def posted_form(card: Card, *, metadata: str) -> Json:
    """Where it stands now. Submitting only keeps a note: we post nothing."""
    shown = rich.rich(rich.section(rich.words("You posted this:", "bold")), rich.preformatted(card.draft.text), block_id="reply")
    return form(
        ids.POSTED_FORM,
        "I posted it",
        "Save",
        metadata,
        [
            *([] if ready(card) else _findings(card)),
            shown,
            small_words("count", count_line(card)),
            field(
                ids.LINK,
                "Link to your reply",
                address_field(card.kept.posted_link),
                hint="So that others find it. You can leave it out.",
                optional=True,
            ),
        ],
    )


def playbook_form(card: Card, *, metadata: str) -> Json:
    """The next playbooks that may fit, each with its reason."""
    used = card.kept.ask.playbook or card.advice.matches.first.playbook
    others = [match for match in card.advice.matches.ranked if match.playbook not in (used, UNKNOWN)]
    if not others:
        none = own("No other playbook comes near this post. `/sayso playbooks` lists all of them.", "none")
        return form(ids.PLAYBOOK_FORM, "Other playbook", "", metadata, [none])
    element = {"type": "radio_buttons", "options": [_match(match) for match in others[:CHOICES_MOST]]}
    return form(
        ids.PLAYBOOK_FORM,
        "Other playbook",
        "Use this one",
        metadata,
        [field(ids.WHICH, "Which situation is it?", element, hint="The reply, and what you may give, are then made from it.")],
    )


def hand_over_form(card: Card, contacts: Sequence[tuple[str, str]], *, metadata: str) -> Json:
    """Who shall have it: (id, name) each, the first is chosen already; and what they must decide."""
    return form(
        ids.HAND_OVER_FORM,
        "Hand over",
        "Hand over",
        metadata,
        [
            field(ids.CONTACT, "To whom?", list_field(contacts[:OPTIONS_MOST], contacts[0][0])),
            field(ids.QUESTION, "What must they decide?", words_field(QUESTION, lines=True, most=_NOTE)),
            small_words("holds", f"They get the post and its link, what you know, and your reply. {_so_far(card)}"),
        ],
    )


def feedback_form(*, metadata: str) -> Json:
    """What was not right, after a thumb down."""
    element = words_field(
        lines=True, most=_NOTE, placeholder="Wrong playbook, wrong tone, a promise we cannot keep...", focus=True
    )
    return form(ids.FEEDBACK_FORM, "What was not right?", "Send", metadata, [field(ids.WHY, "In your words", element)])


def read_ticks(action: Mapping[str, Any]) -> tuple[str, tuple[int, ...], int | None]:
    """The draft, the places of its actions that are done now, and how many could be ticked there (None: all of them)."""
    values = [str(choice.get("value", "")) for choice in action.get("selected_options") or ()]
    done = tuple(int(value) for value in values if value.isascii() and value.isdigit())
    draft, _, shown = draft_of(str(action.get("block_id", ""))).partition(SHOWN)
    return draft, done, int(shown) if shown.isascii() and shown.isdigit() else None


def _findings(card: Card) -> list[Json]:
    return [block for part in findings_parts(card.findings) for block in part.blocks]


def _match(match: Match) -> Json:
    like = f", like “{match.drawn_by}”" if match.drawn_by and match.drawn_by != match.title else ""
    return option(match.title, match.playbook, f"{match.score:.0%} sure{like}")


def _so_far(card: Card) -> str:
    return "It says that the reply is posted." if card.kept.state == "posted" else "It says that nothing is posted yet."
