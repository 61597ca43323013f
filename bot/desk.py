"""The one seam that Slack, the command line and the tests call: a post in, advice out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from bot.errors import Misuse
from bot.flow import approval
from bot.flow.answer import answer, context_of
from bot.flow.authority import shift_lead
from bot.flow.channel import channel_id
from bot.flow.check.context import Context
from bot.flow.check.run import check
from bot.flow.draft import frame, in_own_words
from bot.flow.holding import holding_lines
from bot.flow.likeness import with_likely_flags
from bot.flow.permission import permission, read_wish
from bot.flow.reading import read
from bot.flow.retrieve import retrieve
from bot.flow.words import levelled
from bot.library.rota import watch
from bot.model import UNKNOWN, Ask
from bot.text.clean import visible

if TYPE_CHECKING:
    from datetime import datetime

    from bot.flow.retrieve import Finder
    from bot.library.knowledge import Knowledge
    from bot.library.playbooks import Playbook
    from bot.library.rota import Watch
    from bot.model import Advice, Answer, Demand, Draft, Finding, Permission


class Passages(Protocol):
    """Finds what we have written that answers an employee's question; empty when nothing fits."""

    def find(self, question: str, limit: int) -> tuple[Answer, ...]: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers from one set of knowledge. Pure but for the index it asks; safe to share between threads."""

    knowledge: Knowledge
    finder: Finder
    net: Finder
    passages: Passages

    def reply(self, ask: Ask) -> Advice:
        """The advice for a post. Raises Misuse for an empty post, an unknown channel, role or playbook."""
        require_text(ask.text, "the post")
        channel = channel_id(ask.channel, self.knowledge.values)
        ask = replace(ask, channel=channel)
        words = levelled(ask.text)
        reading = with_likely_flags(read(ask, self.knowledge.values), words, self.net, self.knowledge.values)
        matches = retrieve(words, reading, self.finder, self.knowledge)
        return answer(ask, channel, reading, matches, self.knowledge)

    def warm_up(self) -> None:
        """Answers once for nobody, so that what is loaded at the first answer is there before the first person asks."""
        self.reply(Ask("My parcel is two days late, call me on 555 010 9999", channel=next(iter(self.knowledge.values.channels))))
        self.ask("may I hide a comment?")

    def own_words(self, ask: Ask, advice: Advice, text: str) -> tuple[Draft, tuple[Finding, ...]]:
        """A person's own text in the place of the draft of `advice` (which answers `ask`): counted, and checked as strictly.

        Raises Misuse for an empty text.
        """
        require_text(text, "the reply")
        values = self.knowledge.values
        draft = in_own_words(text, frame(advice.channel, advice.reading.emotion, ask.name, values))
        chosen = self.knowledge.playbooks.get(ask.playbook or advice.matches.first.playbook, self.knowledge.playbooks[UNKNOWN])
        context = context_of(ask, advice.channel, advice.reading, advice.authority, chosen, values)
        return draft, check(text, context)

    def demand(self, ask: Ask, advice: Advice, text: str, blocking: tuple[Finding, ...]) -> Demand | None:
        """Who must approve a person's own text, `blocking` for their role; None where nobody's word is needed or would help."""

        def passes(role: str) -> bool:
            theirs = replace(ask, role=role)
            _, findings = self.own_words(theirs, self.reply(theirs), text)
            return not any(finding.level == "block" for finding in findings)

        return approval.demanded(text, advice, blocking, passes, self.knowledge.values)

    def role_of(self, user: str) -> str:
        """The role of a Slack user id: as values.yaml assigns it, else the default role."""
        empowerment = self.knowledge.values.empowerment
        return empowerment.assign.get(user, empowerment.default_role)

    def may(self, words: str, role: str = "", given: float | None = None, at: datetime | None = None) -> Permission:
        """Whether a role may give what plain words name ("refund 80"). Raises Misuse when they name no remedy, or for a role.

        `given` is what this person gave today already, `at` the moment for which somebody on call is named.
        """
        return permission(read_wish(words, self.knowledge.values), role, self.knowledge, given, at)

    def on_call(self, at: datetime) -> tuple[Watch, ...]:
        """Who is on at a moment, for every contact in the order of the file."""
        return tuple(watch(contact, at, self.knowledge.values) for contact in self.knowledge.values.contacts)

    def check(
        self, text: str, *, channel: str, post: str = "", severity: int = 4, role: str = "", name: str = ""
    ) -> tuple[Finding, ...]:
        """What is wrong with somebody's own words. Raises Misuse for an empty text, an unknown channel, role or severity."""
        require_text(text, "the draft")
        if severity not in self.knowledge.values.severity_levels:
            raise Misuse(f"severity {severity} does not exist; it is 1 (critical) to 5 (light)")
        context = Context.build(self.knowledge.values, channel=channel, role=role, severity=severity, post=post, author=name)
        return check(text, context)

    def ask(self, question: str, limit: int = 3) -> tuple[Answer, ...]:
        """The passages that answer an employee's question, best first. Raises Misuse for an empty question."""
        require_text(question, "the question")
        return self.passages.find(question, limit)

    def holding(self, ask: Ask) -> tuple[Draft, ...]:
        """Holding lines: the one for a post, or several for any when `ask.text` is empty. Raises Misuse for no such channel."""
        if ask.text.strip():
            return (self.reply(ask).holding,)
        return holding_lines(self.knowledge, channel_id(ask.channel, self.knowledge.values), ask.name)

    def playbooks(self, words: str = "") -> tuple[Playbook, ...]:
        """The situations that hold all of `words`, in the order of the files."""
        wanted = words.casefold().split()
        found = (loaded.playbook for loaded in self.knowledge.playbooks.values())
        return tuple(playbook for playbook in found if all(word in playbook.searchable for word in wanted))

    def person_to_ask(self) -> str:
        """Who answers where nothing written does."""
        values = self.knowledge.values
        return values.contacts[shift_lead(values)].name


def require_text(text: str, what: str) -> None:
    """Raises Misuse, in a sentence for the person, when there is nothing to read or the text is not text."""
    if "\0" in text:
        raise Misuse(f"{what} is not text; paste the words alone")
    if not text.strip() or not visible_or_emoji(text):
        raise Misuse(f"{what} is empty; paste the customer's words" if what == "the post" else f"{what} is empty; write it out")


def visible_or_emoji(text: str) -> bool:
    """Whether there is anything that a person could read; a post of emoji alone is one."""
    return visible(text) or any(
        ord(character) > 0x2000 and not character.isspace() and character.isprintable() for character in text
    )
