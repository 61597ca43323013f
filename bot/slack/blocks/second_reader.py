"""A second reader: whom to ask, what they read, and what the asker hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks.elements import actions, button, header, small_words
from bot.slack.blocks.fields import field, form, person_field, words_field
from bot.slack.blocks.say import channel_name
from bot.slack.message import Message
from bot.slack.table import INPUT_MOST
from bot.slack.text import mention, spoken

if TYPE_CHECKING:
    from bot.slack.message import Json
    from bot.together.readers import ToRead

_POST_MOST = 700
_WORDS_MOST = 500
_HEARD_MOST = 1000


def second_reader_form(*, metadata: str) -> Json:
    """Any colleague will do."""
    hint = "They get the post and your reply in private. Any colleague will do."
    return form(
        ids.SECOND_READER_FORM,
        "Second reader",
        "Ask",
        metadata,
        [field(ids.WHO, "Who shall read it?", person_field("Choose a colleague"), hint=hint)],
    )


def to_read_message(to_read: ToRead) -> Message:
    """The post and the draft, for the reader alone, with their two answers."""
    reading, card = to_read.reading, to_read.card
    row = actions(
        "second_reading",
        button("Reads well", ids.READS_WELL, reading.id, style="primary", spoken="Reads well: I would post it"),
        button("I would change this", ids.WOULD_CHANGE, reading.id),
    )
    said = f"{mention(reading.asker)} asks you to read a reply before it is posted: {spoken(card.draft.text, _HEARD_MOST)}"
    return Message(said, (header("Please read this before it is posted", "heading"), *_shown(to_read), row))


def was_read_message(to_read: ToRead) -> Message:
    """The same once it is answered: no button any more."""
    said = f"Thank you. {mention(to_read.reading.asker)} has your answer."
    thanks = rich.rich(
        rich.section(rich.words("Thank you; "), rich.person(to_read.reading.asker), rich.words(" has your answer.")),
        block_id="thanks",
    )
    return Message(said, (*_shown(to_read), thanks))


def opinion_message(to_read: ToRead) -> Message:
    """What the reader thinks, for the asker."""
    reading, draft = to_read.reading, to_read.card.kept.id
    words = "reads well" if reading.opinion == "well" else "would change this"
    said = f"{mention(reading.reader)} read your reply: {words}."
    said += f" {spoken(reading.words, _WORDS_MOST)}" if reading.words else ""
    shown = [rich.section(rich.person(reading.reader), rich.words(f" read your reply: {words}.", "bold"))]
    if reading.words:
        shown.append(rich.quote(reading.words, _WORDS_MOST))
    opened = actions("open", button("Open draft", ids.OPEN_DRAFT, draft))
    return Message(said, (rich.rich(*shown, block_id="opinion"), opened))


def would_change_form(*, metadata: str) -> Json:
    """What the reader would change, in their words."""
    element = words_field(
        lines=True, most=_WORDS_MOST, focus=True, placeholder="What would hurt, promise too much, or be misread?"
    )
    return form(
        ids.WOULD_CHANGE_FORM, "I would change this", "Send", metadata, [field(ids.WHY, "What would you change?", element)]
    )


def _shown(to_read: ToRead) -> tuple[Json, ...]:
    card = to_read.card
    post = rich.rich(rich.section(rich.words("The post", "bold")), rich.quote(card.kept.ask.text, _POST_MOST), block_id="post")
    by = rich.section(rich.words("The reply of ", "bold"), rich.person(to_read.reading.asker))
    reply = rich.rich(by, rich.preformatted(card.draft.text, INPUT_MOST), block_id="reply")
    about = f"Severity {card.kept.severity} · {channel_name(card.kept.ask.channel)} · keep it to yourself: nothing is posted yet"
    return post, reply, small_words("about", about)
