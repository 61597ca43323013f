"""What is indexed: the passages of every playbook for customers' posts, and all that an employee may ask about."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from bot.flow.flags import find_flags
from bot.flow.likeness import NO_FLAG
from bot.flow.roles import abilities, money
from bot.library.questions import UNANSWERED
from bot.model import UNKNOWN
from bot.search.passages import Passage
from bot.search.questions import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.library.knowledge import Knowledge, LoadedPlaybook
    from bot.library.values import Values


def post_passages(knowledge: Knowledge) -> list[Passage]:
    """The passages that stand for each playbook when a post is matched; the fallback has none, it answers when no other does."""
    return [
        passage
        for playbook_id, loaded in knowledge.playbooks.items()
        if playbook_id != UNKNOWN and loaded.playbook.status == "active"
        for passage in _of_playbook(loaded)
    ]


def out_of_scope(knowledge: Knowledge) -> list[str]:
    """Posts that no playbook fits, from the fallback's examples: they teach when to say "I don't know"."""
    fallback = knowledge.playbooks.get(UNKNOWN)
    return list(fallback.examples) if fallback else []


def flag_passages(knowledge: Knowledge) -> list[Passage]:
    """Posts of each red flag: managers' own lists, and the examples of playbooks that are a flag by themselves.

    Against them stand the posts that raise none.
    """
    flagged = {flag: list(posts) for flag, posts in knowledge.flag_posts.items()}
    flagged.setdefault(NO_FLAG, [])
    for loaded in knowledge.playbooks.values():
        owner = loaded.playbook.flags[0] if loaded.playbook.flags else NO_FLAG
        flagged.setdefault(owner, []).extend(loaded.examples)
    return [Passage(flag, "example", post) for flag, posts in sorted(flagged.items()) for post in posts]


def really_calm(passages: Sequence[Passage], values: Values) -> list[Passage]:
    """`passages` without the posts that are said to raise no flag although a rule finds one in them.

    An example of another playbook may well name a lawyer; it must not teach that lawyers are harmless.
    """
    return [passage for passage in passages if passage.owner != NO_FLAG or not find_flags(passage.text, values)]


def rules_digest(values: Values) -> str:
    """Changes when any rule on words does."""
    rules = [flag.model_dump(include={"id", "cues", "unless"}) for flag in values.red_flags]
    return hashlib.sha256(json.dumps([rules, values.cue_words]).encode()).hexdigest()


def _of_playbook(loaded: LoadedPlaybook) -> Iterator[Passage]:
    playbook = loaded.playbook
    for post in loaded.examples:
        yield Passage(playbook.id, "example", post)
    for when in playbook.when:
        yield Passage(playbook.id, "when", when)
    if playbook.keywords:
        yield Passage(playbook.id, "keywords", ", ".join(playbook.keywords))
    yield Passage(playbook.id, "title", playbook.title)
    yield Passage(playbook.id, "summary", playbook.summary)
    for paragraph in filter(None, (part.strip() for part in loaded.body.split("\n## "))):
        yield Passage(playbook.id, "body", paragraph)


def question_entries(knowledge: Knowledge) -> list[Entry]:
    """Everything that answers an employee's question, each entry a passage that is shown word for word."""
    values = knowledge.values
    return [
        *_value_entries(values),
        *_authority_entries(values),
        *_moderation_entries(values),
        *_influence_entries(values),
        *_contact_entries(values),
        *_holding_entries(values),
        *_guide_entries(knowledge),
        *_playbook_entries(knowledge),
    ]


def question_passages(knowledge: Knowledge) -> list[Passage]:
    """What stands for each answer when a question is asked: ways of asking, and the passages' own words."""
    entries = question_entries(knowledge)
    owners = {entry.owner for entry in entries}
    asked = [
        Passage(owner, "example", question)
        for owner, questions in knowledge.questions.items()
        if owner in owners
        for question in questions
    ]
    return [*asked, *(passage for entry in entries for passage in _of_entry(entry))]


def unanswered(knowledge: Knowledge) -> list[str]:
    """Questions that nothing answers: they teach when to name a person instead."""
    return list(knowledge.questions.get(UNANSWERED, ()))


def _of_entry(entry: Entry) -> Iterator[Passage]:
    yield Passage(entry.owner, "title", entry.title)
    yield Passage(entry.owner, "summary", entry.text)
    for phrase in entry.found_by:
        yield Passage(entry.owner, "when", phrase)


def _value_entries(values: Values) -> Iterator[Entry]:
    for value in values.values:
        parts = [value.meaning]
        if value.looks_like:
            parts.append(f"Looks like: {'; '.join(value.looks_like)}.")
        if value.not_like:
            parts.append(f"Not like: {'; '.join(value.not_like)}.")
        parts += [value.why, *(f"Beside {other}: {rule}" for other, rule in value.conflicts.items())]
        asked = (
            f"our value {value.name}",
            f"what does {value.name} mean",
            value.meaning,
            value.why,
            *value.looks_like,
            *value.not_like,
        )
        yield Entry("value", value.id, value.name, " ".join(filter(None, parts)), tuple(filter(None, asked)))


def _authority_entries(values: Values) -> Iterator[Entry]:
    currency, default = values.empowerment.currency, values.empowerment.default_role
    for role, rules in values.empowerment.roles.items():
        limits = [f"{_plain(name)} up to {money(limit, currency)}" for name, limit in rules.limits.items() if name != "per_day"]
        free = sorted(abilities(role, values) - set(rules.limits))
        text = f"A {role} may, without asking anyone: {', '.join(limits)}."
        if "per_day" in rules.limits:
            text += f" Together at most {money(rules.limits['per_day'], currency)} a day."
        if free:
            text += f" Also: {', '.join(map(_plain, free))}."
        text += f" {values.empowerment.good_faith}"
        who = "I" if role == default else f"a {role}"
        asked = tuple(f"can {who} {_plain(name)} without asking" for name in rules.limits)
        yield Entry("authority", role, f"What a {role} may do", text, asked)


def _moderation_entries(values: Values) -> Iterator[Entry]:
    rules = values.moderation
    two = " A second person agrees first, and a screenshot is kept." if rules.two_people else ""
    hide, never = ", ".join(map(_plain, rules.may_hide)), ", ".join(map(_plain, rules.never_for))
    text = f"Comments stay. Hide only for: {hide}.{two} Never for: {never}."
    asked = (
        "may I delete, hide or remove a comment or review",
        "can I block this person",
        "take this post down",
        "someone swears at us on our page",
    )
    reasons = (f"can we hide a comment because of {_plain(name)}" for name in (*rules.may_hide, *rules.never_for))
    yield Entry("moderation", "house-rules", "May I delete or hide this?", text, (*asked, *reasons))


def _influence_entries(values: Values) -> Iterator[Entry]:
    influence = values.influence
    tiers = "; ".join(f"{tier.name} from {tier.start:,}" for tier in influence.tiers)
    changes, never = ", ".join(map(_plain, influence.changes)), ", ".join(map(_plain, influence.never_changes))
    text = (
        f"A big audience changes {changes}; it never changes {never}. A claim alone changes nothing: look at the public "
        f"profile first. Tiers by checked audience: {tiers}."
    )
    yield Entry("influence", "tiers", "They say they have many followers", text)


def _contact_entries(values: Values) -> Iterator[Entry]:
    for key, contact in values.contacts.items():
        backup = values.contacts.get(contact.backup)
        text = f"{contact.name} ({contact.hours}): {contact.scope}."
        text += f" If nobody answers: {backup.name}." if backup else ""
        matters = [part.strip() for part in contact.scope.split(",") if part.strip()]
        asked = (f"who do I call about {contact.scope}", *(f"who do I tell about {matter}, who is on call" for matter in matters))
        yield Entry("contacts", key, contact.name, text, asked)


def _holding_entries(values: Values) -> Iterator[Entry]:
    for flag in values.red_flags:
        if flag.hold:
            name = _plain(flag.id)
            asked = (
                f"holding line for {name}",
                f"what do I post first when there is {name}",
                f"what can I say in public about {name}",
            )
            yield Entry("holding", flag.id, f"Holding line: {name}", flag.hold[0], asked)


def _guide_entries(knowledge: Knowledge) -> Iterator[Entry]:
    for guide_id, loaded in knowledge.guides.items():
        if loaded.guide.status == "active":
            for passage in loaded.passages:
                yield Entry("guide", guide_id, f"{loaded.guide.title}: {passage.heading}", passage.text, loaded.guide.questions)


def _playbook_entries(knowledge: Knowledge) -> Iterator[Entry]:
    for playbook_id, loaded in knowledge.playbooks.items():
        playbook = loaded.playbook
        if playbook_id != UNKNOWN and playbook.status == "active":
            do = " ".join(f"{line}." for line in playbook.do)
            dont = " ".join(f"{line}." for line in playbook.dont)
            text = f"{playbook.summary} Do: {do} Don't: {dont}"
            yield Entry(
                "playbook", playbook_id, playbook.title, text, (playbook.summary, ", ".join(playbook.keywords), *playbook.when)
            )


def _plain(name: str) -> str:
    return name.replace("_", " ")
