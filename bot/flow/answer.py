"""From a reading and the matches to the whole advice: authority, drafts, their findings, and the holding line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.authority import authorise
from bot.flow.check.context import Context
from bot.flow.check.run import check
from bot.flow.draft import Frame, Part, compose, finish, frame
from bot.flow.promised import allowed_sentences
from bot.flow.severity import raise_by
from bot.flow.slots import Filling, filling
from bot.flow.words import HANDLE
from bot.model import Advice, ValueCited
from bot.text.clean import matching_copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.knowledge import Knowledge, LoadedPlaybook
    from bot.library.values import Values
    from bot.model import Ask, Authority, Draft, Finding, Flag, Matches, Reading

HOLDING = "holding"
"""The playbook whose moves make the holding line."""
VERSIONS = 2
"""How many different replies are made at once; more come with other seeds."""
TRIES = 12


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every draft to this post shares."""

    ask: Ask
    knowledge: Knowledge
    reading: Reading
    authority: Authority
    where: Frame
    salt: str

    @property
    def values(self) -> Values:
        return self.knowledge.values

    def words(self, playbook: LoadedPlaybook, issue: str = "") -> Filling:
        owner = next((tell.name for tell in self.authority.tell if tell.owner), "")
        contact = self.values.contacts.get(playbook.playbook.owner)
        return filling(
            playbook.playbook,
            self.ask.text,
            self.values,
            channel=self.where.channel_id,
            severity=self.reading.severity,
            name=self.ask.name,
            owner=owner or (contact.name if contact else playbook.playbook.owner),
            issue=issue,
        )


def answer(ask: Ask, channel_id: str, reading: Reading, matches: Matches, knowledge: Knowledge) -> Advice:
    """The advice for one post whose reading and matches are known. `channel_id` is one of values.yaml.

    Raises Misuse for a role or a chosen playbook that does not exist.
    """
    loaded = _chosen(ask, matches, knowledge)
    reading = (
        raise_by(loaded.playbook, ask.text, reading, knowledge.values) if matches.decision != "none" or ask.playbook else reading
    )
    authority = authorise(reading, loaded.playbook, "one" if ask.playbook else matches.decision, ask.role, knowledge.values)
    salt = hashlib.sha256(HANDLE.sub("@", matching_copy(ask.text)).encode()).hexdigest()
    where = frame(channel_id, reading.emotion, ask.name, knowledge.values, short=ask.short)
    scene = _Scene(ask, knowledge, reading, authority, where, salt)
    drafts = _drafts(scene, loaded)
    return Advice(
        channel=channel_id,
        reading=reading,
        matches=matches,
        authority=authority,
        values=_cited(loaded, knowledge.values),
        drafts=drafts,
        findings=tuple(_findings(scene, loaded, draft) for draft in drafts),
        holding=_holding(scene, loaded),
        onlooker=loaded.playbook.onlooker,
        playbook_version=loaded.version,
        version=knowledge.version,
        seed=ask.seed,
    )


def _chosen(ask: Ask, matches: Matches, knowledge: Knowledge) -> LoadedPlaybook:
    wanted = ask.playbook or matches.first.playbook
    if wanted not in knowledge.playbooks:
        raise Misuse(f"there is no playbook `{wanted}`; `sayso playbooks` lists them")
    return knowledge.playbooks[wanted]


def _drafts(scene: _Scene, loaded: LoadedPlaybook) -> tuple[Draft, ...]:
    flag = _held_by_rule(scene, loaded)
    if flag is not None:
        return _hold_lines(scene, flag, loaded)
    words = scene.words(loaded)
    allowed = allowed_sentences(loaded, scene.authority)
    found: dict[str, Draft] = {}
    for seed in range(scene.ask.seed, scene.ask.seed + TRIES):
        draft = compose(loaded, words, scene.where, salt=scene.salt, seed=seed, allowed=allowed)
        found.setdefault(draft.text, draft)
        if len(found) == VERSIONS:
            break
    return tuple(found.values())


def _held_by_rule(scene: _Scene, loaded: LoadedPlaybook) -> Flag | None:
    """The flag whose approved line stands instead of the moves: the gravest, where the playbook was not written for it."""
    if scene.authority.verdict != "hold" or not scene.reading.flags:
        return None
    gravest = scene.reading.flags[0]
    if gravest.id in loaded.playbook.flags or not scene.values.flag(gravest.id).hold:
        return None
    return gravest


def _hold_lines(scene: _Scene, flag: Flag, loaded: LoadedPlaybook) -> tuple[Draft, ...]:
    rule, words = scene.values.flag(flag.id), scene.words(loaded)
    source = f"values#hold.{flag.id}@{scene.knowledge.values_version}"
    values = [value.id for value in _cited(loaded, scene.values)]
    drafts = [finish([Part("hold", words.fill(line), source)], values, scene.where) for line in rule.hold]
    if scene.ask.short:
        return tuple(sorted(drafts, key=lambda draft: draft.count)[:VERSIONS])
    fitting = [draft for draft in drafts if draft.count <= draft.house] or [min(drafts, key=lambda draft: draft.count)]
    start = (int(scene.salt[:8], 16) + scene.ask.seed) % len(fitting)
    return tuple((fitting[start:] + fitting[:start])[:VERSIONS])


def _holding(scene: _Scene, loaded: LoadedPlaybook) -> Draft:
    """Always there, whatever else failed: seen, being worked on, next word at a time."""
    holding = scene.knowledge.playbooks.get(HOLDING, loaded)
    words = scene.words(holding, loaded.playbook.issue)
    return compose(holding, words, scene.where, salt=scene.salt, seed=scene.ask.seed)


def _findings(scene: _Scene, loaded: LoadedPlaybook, draft: Draft) -> tuple[Finding, ...]:
    return check(draft.text, context_of(scene.ask, scene.where.channel_id, scene.reading, scene.authority, loaded, scene.values))


def context_of(
    ask: Ask, channel_id: str, reading: Reading, authority: Authority, loaded: LoadedPlaybook, values: Values
) -> Context:
    """What the checks must know of this advice."""
    playbook = loaded.playbook
    sentences = [text for families in playbook.moves.values() for texts in families.values() for text in texts]
    return Context.build(
        values,
        channel=channel_id,
        role=authority.role,
        severity=reading.severity,
        post=ask.text,
        remedies={remedy.remedy: remedy.limit for remedy in authority.may},
        apology_max=authority.apology_max,
        emotion=reading.emotion,
        intent=reading.intent,
        replies=ask.replies,
        facts="\n".join((*sentences, *(text for flag in values.red_flags for text in flag.hold))),
        is_holding=playbook.id == HOLDING,
        value_ids=playbook.values,
        author=ask.name,
    )


def _cited(loaded: LoadedPlaybook, values: Values) -> tuple[ValueCited, ...]:
    order = {value_id: place for place, value_id in enumerate(values.value_order)}
    ids: Sequence[str] = sorted(loaded.playbook.values, key=lambda value_id: order.get(value_id, len(order)))
    return tuple(ValueCited(value.id, value.name, value.meaning) for value in map(values.value, ids))
