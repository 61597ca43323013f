"""A hand-over: what the contact reads, who took it, and what the asker hears. One screen, no customer data beyond need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks.elements import actions, button, header, label, option
from bot.slack.blocks.fields import field, form, time_field
from bot.slack.blocks.parts import ALWAYS, Part, fitted
from bot.slack.blocks.say import ago, as_words, channel_name, clock, joined, open_slots
from bot.slack.carry import packed
from bot.slack.message import Message
from bot.slack.text import mention, spoken
from bot.together.passing import MINUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import HandOverNote
    from bot.library.values import Contact
    from bot.model import Flag
    from bot.slack.message import Json

_POST_MOST = 700
_QUESTION_MOST = 500
_NOTE_MOST = 400
_LINE_MOST = 600
_TRIGGER_MOST = 300
_CUE_MOST = 60
_FACTS, _SUGGESTED = 2, 1


def hand_over_message(note: HandOverNote) -> Message:
    """The note to the contact, with the button that says who takes it."""
    given = note.hand_over.id
    take = actions(
        "take",
        button("I have it", ids.TAKE, given, style="primary", spoken="I have it: I take this over"),
        button("I can't", ids.CANNOT_TAKE, given, spoken="I can't: it goes to the backup"),
    )
    heading = f"{joined([note.contact_name])}: please decide {_by(note)}"
    said = f"Hand-over from {mention(note.hand_over.asker)}. {spoken(heading, 200)}. {_question(note)}"
    return Message(said, fitted([*_note(note, heading), Part(ALWAYS, (take,))], one_screen=True))


def taken_message(note: HandOverNote) -> Message:
    """The same note once somebody has it: who, since when, and until they have said so the choice when they answer."""
    heading = f"In hand, answer due by {_due(note)}"
    taker = note.hand_over.taken_by
    has_it = rich.rich(rich.section(rich.person(taker), rich.words(f" has it{_since(note)}.")), block_id="taken")
    said = f"{mention(taker)} has it{_since(note)}. Hand-over from {mention(note.hand_over.asker)}. {_question(note)}"
    when = [] if note.hand_over.answer_by else [Part(ALWAYS, (_choose_time(note),))]
    return Message(said, fitted([*_note(note, heading), Part(ALWAYS, (has_it,)), *when], one_screen=True))


def passed_message(note: HandOverNote, because: str, to: str) -> Message:
    """The same note once it went on: why, to whom, and no button any more."""
    by = note.hand_over.declined_by
    who = [rich.person(by)] if by else [rich.words(joined([note.contact_name]))]
    rest = f" {because}; it went to {joined([to])}." if to else f" {because}; the asker was told to call."
    went = rich.rich(rich.section(*who, rich.words(rest)), block_id="passed")
    said = f"{mention(by) if by else spoken(note.contact_name, 100)}{spoken(rest, 300)} {_question(note)}"
    return Message(said, fitted([*_note(note, "Not here any more"), Part(ALWAYS, (went,))], one_screen=True))


def nobody_has_it_message(note: HandOverNote, contact: Contact, because: str) -> Message:
    """Nobody is left to ask: the asker must call. `contact` is the one asked last."""
    said = f"{joined([contact.name])} {because}, and nobody is left to ask. Call them now: {_how_to_call(contact)}."
    again = button("Hand over", ids.HAND_OVER, note.card.kept.id, style="primary", spoken="Hand over to somebody else")
    shown = rich.rich(rich.section(rich.words(said)), rich.section(rich.words("Your draft is kept.")), block_id="not_reached")
    return Message(spoken(said), (shown, actions("again", again)))


def answer_at_form(*, metadata: str) -> Json:
    """When the taker answers, in their own time."""
    hint = "In your time zone; a time that is over today is tomorrow's. The asker sees it."
    return form(
        ids.ANSWER_AT_FORM,
        "When do you answer?",
        "Save",
        metadata,
        [field(ids.WHEN, "By", time_field("Choose a time"), hint=hint)],
    )


def note_to_asker(note: HandOverNote) -> Message:
    """Who has it now and when they answer, for the one who handed it over."""
    taker, rest = note.hand_over.taken_by, f" has it{_since(note)}, and answers by {_due(note)}."
    shown = rich.rich(
        rich.section(rich.person(taker), rich.words(rest)),
        rich.section(rich.words("It is about: ", "bold"), rich.words(note.card.kept.ask.text, most=150)),
        block_id="taken",
    )
    return Message(f"{mention(taker)}{spoken(rest)}", (shown, _open(note)))


def not_reached_message(note: HandOverNote, contact: Contact) -> Message:
    """Slack did not take the note, nor at the backup: the asker must call. `contact` is the one tried last."""
    missed = joined([name for name in (note.instead_of, contact.name) if name])
    said = f"Your hand-over did not reach {missed} in Slack. Call {joined([contact.name])} now: {_how_to_call(contact)}."
    again = button("Hand over", ids.HAND_OVER, note.card.kept.id, style="primary", spoken="Hand over to somebody else")
    shown = rich.rich(rich.section(rich.words(said)), rich.section(rich.words("Your draft is kept.")), block_id="not_reached")
    return Message(spoken(said), (shown, actions("again", again)))


def _note(note: HandOverNote, heading: str) -> Iterator[Part]:
    yield Part(ALWAYS, (header(heading, "heading"),))
    asked = rich.section(rich.words("Question: ", "bold"), rich.words(_plain_question(note), most=_QUESTION_MOST))
    yield Part(ALWAYS, (rich.rich(asked, *_instead(note), block_id="question"),))
    yield Part(ALWAYS, (rich.rich(rich.quote(note.card.kept.ask.text, _POST_MOST), block_id="post"),))
    yield Part(_FACTS, (rich.rich(rich.bullets(_facts(note)), block_id="facts"),))
    yield Part(_SUGGESTED, (rich.rich(*_line(note), block_id="line"),))


def _instead(note: HandOverNote) -> Iterator[Json]:
    if note.instead_of:
        yield rich.section(rich.words(f"You get this in place of {joined([note.instead_of])}, who {note.because}.", "italic"))


def _facts(note: HandOverNote) -> Iterator[list[Json]]:
    card, brief = note.card, note.card.kept.brief
    yield [
        rich.words("Where: ", "bold"),
        rich.words(_where(note)),
        *([rich.words(", "), rich.link(brief.link)] if brief.link else []),
    ]
    yield _fact("Severity", f"{card.kept.severity}, {'; '.join(card.advice.reading.why) or 'no rule set it'}", _TRIGGER_MOST)
    if flags := card.advice.reading.flags:
        yield _fact("Trigger", "; ".join(map(_trigger, flags)), _TRIGGER_MOST)
    yield _fact("Reach", _reach(note))
    yield _fact("We know", brief.know or "nothing beyond the post")
    if unknown := open_slots(card.draft.text):
        yield _fact("Not known yet", ", ".join(unknown))
    yield _fact("Done so far", brief.done or "nothing said")
    yield _fact("Posted and promised", _posted(note))
    yield [rich.words("From: ", "bold"), rich.person(note.hand_over.asker)]


def _fact(name: str, text: str, most: int = _NOTE_MOST) -> list[Json]:
    return [rich.words(f"{name}: ", "bold"), rich.words(text, most=most)]


def _where(note: HandOverNote) -> str:
    kept, now = note.card.kept, note.card.now
    by = f", by {kept.brief.handle}" if kept.brief.handle else ""
    seen = f"seen {clock(kept.made, now)}, {ago(kept.made, now)}"
    return f"{channel_name(kept.ask.channel)}{by}, {seen}"


def _trigger(flag: Flag) -> str:
    return f"{as_words(flag.id)} by {flag.source} “{flag.cue[:_CUE_MOST]}”"


def _reach(note: HandOverNote) -> str:
    reach = note.card.advice.reading.reach
    followers = f", {reach.followers:,} followers" if reach.followers is not None else ""
    speed = "" if reach.speed == "quiet" else f", the thread is {reach.speed}"
    return f"{reach.level}{followers} ({'checked on the profile' if reach.state == 'checked' else 'not checked'}){speed}"


def _posted(note: HandOverNote) -> str:
    kept = note.card.kept
    earlier = f"{len(kept.ask.replies)} earlier replies of ours" if kept.ask.replies else ""
    if _is_posted(note):
        return "; ".join(part for part in ("the line below is posted, with what it promises", kept.posted_link, earlier) if part)
    return earlier or "nothing yet"


def _is_posted(note: HandOverNote) -> bool:
    kept = note.card.kept
    return kept.state == "posted" or bool(kept.posted_link)


def _line(note: HandOverNote) -> Iterator[Json]:
    yield rich.section(rich.words("Posted line" if _is_posted(note) else "Suggested line", "bold"))
    yield rich.preformatted(note.card.draft.text, _LINE_MOST)


def _open(note: HandOverNote) -> Json:
    return actions("open", button("Open draft", ids.OPEN_DRAFT, note.card.kept.id))


def _plain_question(note: HandOverNote) -> str:
    return note.hand_over.question.strip() or "What may we say, and who takes it from here?"


def _question(note: HandOverNote) -> str:
    return f"Question: {spoken(_plain_question(note), _QUESTION_MOST)}"


def _due(note: HandOverNote) -> str:
    return clock(note.hand_over.answer_by or note.due, note.card.now)


def _choose_time(note: HandOverNote) -> Json:
    """Three times with one press, and any other."""
    given = note.hand_over.id
    times = [option(f"Answer in {minutes} minutes", packed(given=given, minutes=str(minutes))) for minutes in MINUTES]
    choose = {"type": "static_select", "action_id": ids.ANSWER_IN, "options": times, "placeholder": label("When do you answer?")}
    return actions("answer_when", choose, button("At a time", ids.ANSWER_AT, given, spoken="At a time: choose when you answer"))


def _by(note: HandOverNote) -> str:
    return f"by {_due(note)}" if note.due > note.card.now else "now"


def _since(note: HandOverNote) -> str:
    taken = note.hand_over.taken_at
    return f" since {clock(taken, note.card.now)}" if taken else ""


def _how_to_call(contact: Contact) -> str:
    number = f"“{contact.phone_ref}” in your phone list" if contact.phone_ref else "the number in your phone list"
    return f"{number} ({contact.hours})"
