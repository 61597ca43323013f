"""What `/sayso`, a mention and the Messages tab answer when it is not a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks.elements import actions, button, header, small_words
from bot.slack.blocks.findings import findings_parts
from bot.slack.blocks.parts import ALWAYS, Part, fitted
from bot.slack.blocks.say import as_words, channel_name, counted, joined, size
from bot.slack.message import Message
from bot.slack.text import line, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.library.playbooks import Playbook
    from bot.library.values import Value, Values
    from bot.model import Answer, Draft, Finding
    from bot.slack.message import Json

COMMANDS = (
    ("/reply <the customer's words>", "a reply that you may post, for your eyes only"),
    ("/reply", "the same with a form: link, followers, who writes"),
    ("/sayso may I refund 80", "what you may give, and who may give more"),
    ("/sayso gave 80 refund", "notes what you gave, and says what is left of your day"),
    ("/sayso hide?", "whether a comment may be hidden: nearly always it stays"),
    ("/sayso on call", "who is on now, until when, and who backs them up"),
    ("/sayso reach @handle 620000", "what a large audience changes, what it never changes, how to check it"),
    ("/sayso check <your own words>", "what to mend before you post them"),
    ("/sayso ask <a question>", "what our values, playbooks and guides say"),
    ("/sayso values", "our values and what they look like"),
    ("/sayso playbooks <words>", "the situations we have an answer for"),
    ("/sayso holding", "lines for when you do not know yet"),
)
_LISTED = 25
_DESCRIBED = 8
_ANSWER_MOST = 700
_SENTENCE_MOST = 300
_LOOKS = 3


def help_message() -> Message:
    """Every command with what it gives, and the button to begin with."""
    items = [[rich.words(command, "code"), rich.words(f"  {gives}")] for command, gives in COMMANDS]
    more = "Or write to me in plain words, here or by @mention. “Draft a reply” is also in the menu of every message."
    said = f"What I can do. {'; '.join(f'{command}: {gives}' for command, gives in COMMANDS)}."
    shown = rich.rich(rich.bullets(items), block_id="commands")
    return Message(spoken(said), (header("What I can do", "help"), shown, small_words("more", more), _start()))


def welcome_message(name: str = "") -> Message:
    """The first words in somebody's Messages tab."""
    hello = f"Hello {line(name, 40)}." if name.strip() else "Hello."
    said = f"{hello} Paste a customer's public post here, and I draft a reply that you may post yourself. Only you see it."
    return Message(spoken(said), (rich.rich(rich.section(rich.words(said)), block_id="welcome"), _start()))


def ask_answers(question: str, answers: Sequence[Answer], person: str) -> Message:
    """What our own files say to a colleague's question, best first; a person to ask where they say nothing."""
    if not answers:
        said = f"Nothing that we have written answers this. Ask {joined([person])}."
        asked = rich.section(rich.words("You asked: ", "bold"), rich.words(line(question, _SENTENCE_MOST)))
        return Message(spoken(said), (rich.rich(rich.section(rich.words(said)), asked, block_id="no_answer"),))
    parts = [Part(place, (_answer(answer, place),)) for place, answer in enumerate(answers)]
    last = Part(ALWAYS, (small_words("person", f"Not what you meant? Ask {joined([person])}."),))
    said = f"{spoken(answers[0].title, 150)}: {spoken(answers[0].text, _ANSWER_MOST)}"
    return Message(said, fitted([*parts, last], one_screen=False))


def findings_message(text: str, findings: Sequence[Finding]) -> Message:
    """What to mend in somebody's own words before they post them."""
    title = _verdict(findings)
    shown = Part(ALWAYS, (header(title, "checked"), rich.rich(rich.preformatted(text), block_id="text")))
    mends = " ".join(f"{finding.message} {finding.mend}".strip() for finding in findings)
    return Message(spoken(f"{title}. {mends}".strip()), fitted([shown, *findings_parts(findings)], one_screen=False))


def values_message(values: Values) -> Message:
    """Our values in the order in which they win over each other."""
    ordered = [values.value(identifier) for identifier in values.value_order]
    parts = [Part(place, (_value(value, place),)) for place, value in enumerate(ordered)]
    said = f"Our values: {'; '.join(f'{value.name}: {value.meaning}' for value in ordered)}"
    return Message(spoken(said), fitted([Part(ALWAYS, (header("Our values", "values"),)), *parts], one_screen=False))


def playbooks_message(playbooks: Sequence[Playbook], words: str = "") -> Message:
    """The situations that we have an answer for, those that hold `words`."""
    about = f" about “{line(words, 60)}”" if words.strip() else ""
    title = f"{counted(len(playbooks), 'playbook')}{about}" if playbooks else f"No playbook{about}"
    said = f"{title}: {', '.join(playbook.title for playbook in playbooks[:_LISTED])}" if playbooks else title
    blocks: list[Json] = [header(title, "playbooks")]
    if playbooks:
        blocks.append(
            rich.rich(
                rich.bullets(_playbook(playbook, whole=len(playbooks) <= _DESCRIBED) for playbook in playbooks[:_LISTED]),
                block_id="list",
            )
        )
    if len(playbooks) > _LISTED:
        blocks.append(
            small_words("more", f"and {len(playbooks) - _LISTED} more; name some words to find them: /sayso playbooks late")
        )
    return Message(spoken(said), tuple(blocks))


def holding_message(drafts: Sequence[Draft]) -> Message:
    """Lines for when you do not know yet, ready to copy."""
    lines = [block for place, draft in enumerate(drafts) for block in _holding(draft, place)]
    said = f"Holding lines: {' Or: '.join(draft.text for draft in drafts)}" if drafts else "There is no holding line."
    why = small_words("why", "A holding line says that you have seen it, that you are finding out, and when you are back.")
    parts = [Part(ALWAYS, (header("When you do not know yet", "holding"), why)), *(Part(1, (block,)) for block in lines)]
    return Message(spoken(said), fitted(parts, one_screen=False))


def _start() -> Json:
    return actions("start", button("Draft a reply", ids.OPEN_FORM, "help", style="primary"))


def _answer(answer: Answer, place: int) -> Json:
    heading = rich.section(
        rich.words(answer.title, "bold", most=150), rich.words(f"  {as_words(answer.kind)} {answer.id}", "italic")
    )
    return rich.rich(heading, rich.section(rich.words(answer.text, most=_ANSWER_MOST)), block_id=f"answer_{place}")


def _verdict(findings: Sequence[Finding]) -> str:
    blocking = sum(finding.level == "block" for finding in findings)
    if blocking:
        return f"Mend {counted(blocking, 'thing')} before you post this"
    return "You may post this; it could be better" if findings else "You may post this"


def _value(value: Value, place: int) -> Json:
    parts = [rich.section(rich.words(value.name, "bold", most=80), rich.words(f": {value.meaning}", most=_SENTENCE_MOST))]
    if value.looks_like:
        parts.append(rich.bullets([[rich.words(look, most=_SENTENCE_MOST)] for look in value.looks_like[:_LOOKS]]))
    return rich.rich(*parts, block_id=f"value_{place}")


def _playbook(playbook: Playbook, *, whole: bool) -> Iterable[Json]:
    """Its title, with `whole` what it is about, and its id."""
    yield rich.words(playbook.title, "bold", most=100)
    yield rich.words(f": {playbook.summary} " if whole else "  ", most=200)
    yield rich.words(playbook.id, "code", most=80)


def _holding(draft: Draft, place: int) -> list[Json]:
    count = small_words(f"count_{place}", f"{size(draft)} for {channel_name(draft.channel)}")
    return [rich.rich(rich.preformatted(draft.text), block_id=f"line_{place}"), count]
