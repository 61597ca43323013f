"""What is indexed: the passages of every playbook for customers' posts, and all that an employee may ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.roles import abilities, money
from bot.model import UNKNOWN
from bot.search.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

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


Entry = tuple[str, str, str, str, str]
"""Kind, id, title, the text that is shown, and further words that it is found by."""


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


def _value_entries(values: Values) -> Iterator[Entry]:
    for value in values.values:
        parts = [value.meaning]
        if value.looks_like:
            parts.append(f"Looks like: {'; '.join(value.looks_like)}.")
        if value.not_like:
            parts.append(f"Not like: {'; '.join(value.not_like)}.")
        parts += [value.why, *(f"Beside {other}: {rule}" for other, rule in value.conflicts.items())]
        yield "value", value.id, value.name, " ".join(filter(None, parts)), f"our value {value.name}. which value"


def _authority_entries(values: Values) -> Iterator[Entry]:
    currency = values.empowerment.currency
    for role, rules in values.empowerment.roles.items():
        limits = [f"{name.replace('_', ' ')} up to {money(limit, currency)}" for name, limit in rules.limits.items() if name != "per_day"]
        free = sorted(abilities(role, values) - set(rules.limits))
        text = f"A {role} may, without asking anyone: {', '.join(limits)}."
        if "per_day" in rules.limits:
            text += f" Together at most {money(rules.limits['per_day'], currency)} a day."
        if free:
            text += f" Also: {', '.join(name.replace('_', ' ') for name in free)}."
        text += f" {values.empowerment.good_faith}"
        found_by = f"may I, can I, am I allowed to, how much can a {role} refund, limit, give money back, voucher, new one, waive the fee"
        yield "authority", role, f"What a {role} may do", text, found_by


def _moderation_entries(values: Values) -> Iterator[Entry]:
    rules = values.moderation
    two = " A second person agrees first, and a screenshot is kept." if rules.two_people else ""
    hide = ", ".join(name.replace("_", " ") for name in rules.may_hide)
    never = ", ".join(name.replace("_", " ") for name in rules.never_for)
    text = f"Comments stay. Hide only for: {hide}.{two} Never for: {never}."
    found_by = "may I delete, hide or remove a comment or review; can I block this person; take it down; bad language, one star rant"
    yield "moderation", "house-rules", "May I delete or hide this?", text, found_by


def _influence_entries(values: Values) -> Iterator[Entry]:
    influence = values.influence
    tiers = "; ".join(f"{tier.name} from {tier.start:,}" for tier in influence.tiers)
    changes = ", ".join(name.replace("_", " ") for name in influence.changes)
    never = ", ".join(name.replace("_", " ") for name in influence.never_changes)
    text = (
        f"A big audience changes {changes}; it never changes {never}. A claim alone changes nothing: look at the public profile first. "
        f"Tiers by checked audience: {tiers}."
    )
    found_by = "he says he has a million followers, influencer, famous, verified account, celebrity, does she get more, special treatment"
    yield "influence", "tiers", "They say they have many followers", text, found_by


def _contact_entries(values: Values) -> Iterator[Entry]:
    for key, contact in values.contacts.items():
        backup = values.contacts.get(contact.backup)
        text = f"{contact.name} ({contact.hours}): {contact.scope}."
        text += f" If nobody answers: {backup.name}." if backup else ""
        yield "contacts", key, contact.name, text, f"who do I call or tell about {contact.scope}; who is on call; escalate to whom"


def _holding_entries(values: Values) -> Iterator[Entry]:
    for flag in values.red_flags:
        if flag.hold:
            name = flag.id.replace("_", " ")
            yield "holding", flag.id, f"Holding line: {name}", flag.hold[0], f"holding line, what do I post first when there is {name}"


def _guide_entries(knowledge: Knowledge) -> Iterator[Entry]:
    for guide_id, loaded in knowledge.guides.items():
        questions = " ".join(loaded.guide.questions)
        for passage in loaded.passages:
            yield "guide", guide_id, f"{loaded.guide.title}: {passage.heading}", passage.text, f"{loaded.guide.title}. {questions}"


def _playbook_entries(knowledge: Knowledge) -> Iterator[Entry]:
    for playbook_id, loaded in knowledge.playbooks.items():
        playbook = loaded.playbook
        if playbook_id != UNKNOWN and playbook.status == "active":
            do = " ".join(f"{line}." for line in playbook.do)
            dont = " ".join(f"{line}." for line in playbook.dont)
            text = f"{playbook.summary} Do: {do} Don't: {dont}"
            yield "playbook", playbook_id, playbook.title, text, f"{'; '.join(playbook.when)}. {', '.join(playbook.keywords)}"
