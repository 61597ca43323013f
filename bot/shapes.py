"""The JSON that machines read and write, described in docs/json.md. A change that breaks a reader raises SCHEMA_VERSION."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.errors import Misuse
from bot.model import SCHEMA_VERSION, Ask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.model import Advice, Answer, Draft, Finding, Reading

Json = dict[str, Any]

ASK_FIELDS = ("id", "text", "channel", "role", "followers", "checked", "name", "seed", "playbook", "replies")
CHECK_FIELDS = ("id", "text", "post", "channel", "severity", "role", "name")
QUESTION_FIELDS = ("id", "text")
TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "channel": (str,),
    "role": (str,),
    "followers": (int, type(None)),
    "checked": (bool,),
    "name": (str,),
    "seed": (int,),
    "playbook": (str,),
    "replies": (list,),
    "post": (str,),
    "severity": (int,),
}


def read_fields(line: object, fields: Sequence[str]) -> Json:
    """The fields of one request. Raises Misuse when it is not an object, has an unknown field, or one of a wrong type.

    A field that is null counts as absent.
    """
    if not isinstance(line, dict):
        raise Misuse(f"each line must be a JSON object, this is {_kind(line)}")
    unknown = sorted(set(map(str, line)) - set(fields))
    if unknown:
        raise Misuse(f"unknown field `{unknown[0]}`; a request has: {', '.join(fields)}")
    given = {name: value for name, value in line.items() if value is not None}
    for name, value in given.items():
        if name in TYPES and (not isinstance(value, TYPES[name]) or (isinstance(value, bool) and bool not in TYPES[name])):
            raise Misuse(f"`{name}` is {_kind(value)}; it must be {_kind_name(TYPES[name][0])}")
    if "text" not in given:
        raise Misuse("the field `text` is missing")
    return given


def read_ask(line: object, defaults: Ask) -> Ask:
    """One request of `sayso reply --jsonl`; what it leaves out comes from `defaults`. Raises Misuse."""
    given = read_fields(line, ASK_FIELDS)
    given.pop("id", None)
    followers = given.get("followers", defaults.followers)
    if followers is not None and followers < 0:
        raise Misuse(f"`followers` is {followers}; it cannot be below 0")
    replies = given.get("replies", list(defaults.replies))
    if not all(isinstance(reply, str) for reply in replies):
        raise Misuse("`replies` must be a list of texts")
    return Ask(
        text=given["text"],
        channel=given.get("channel", defaults.channel),
        role=given.get("role", defaults.role),
        followers=followers,
        checked=given.get("checked", defaults.checked),
        name=given.get("name", defaults.name),
        seed=given.get("seed", defaults.seed),
        playbook=given.get("playbook", defaults.playbook),
        replies=tuple(replies),
    )


def advice_json(advice: Advice) -> Json:
    """The whole advice as plain JSON values."""
    authority = advice.authority
    first = advice.findings[0] if advice.findings else ()
    return {
        "schema": SCHEMA_VERSION,
        "channel": advice.channel,
        "reading": _reading_json(advice.reading),
        "decision": advice.matches.decision,
        "confidence": round(advice.matches.confidence, 4),
        "matches": [
            {
                "playbook": match.playbook,
                "title": match.title,
                "score": round(match.score, 4),
                "margin": round(match.margin, 4),
                "drawn_by": match.drawn_by,
            }
            for match in advice.matches.ranked
        ],
        "authority": {
            "verdict": authority.verdict,
            "role": authority.role,
            "may": [asdict(remedy) for remedy in authority.may],
            "tell": [asdict(tell) for tell in authority.tell],
            "due_minutes": authority.due_minutes,
            "apology_max": authority.apology_max,
            "backing": authority.backing,
            "stake": authority.stake,
            "actions": list(authority.actions),
            "cautions": list(authority.cautions),
        },
        "values": [value.id for value in advice.values],
        "cited": [asdict(value) for value in advice.values],
        "drafts": [
            {**draft_json(draft), "findings": [finding_json(finding) for finding in findings]}
            for draft, findings in zip(advice.drafts, advice.findings, strict=True)
        ],
        "findings": [finding_json(finding) for finding in first],
        "holding": draft_json(advice.holding),
        "onlooker": advice.onlooker,
        "playbook_version": advice.playbook_version,
        "version": advice.version,
        "seed": advice.seed,
    }


def _reading_json(reading: Reading) -> Json:
    return {
        "severity": reading.severity,
        "why": list(reading.why),
        "flags": [flag.id for flag in reading.flags],
        "raised_by": [asdict(flag) for flag in reading.flags],
        "emotion": reading.emotion.name,
        "intent": reading.intent,
        "poster": reading.poster,
        "reach": asdict(reading.reach),
        "language": reading.language,
        "language_known": reading.language_known,
        "cut": reading.cut,
    }


def draft_json(draft: Draft) -> Json:
    """One draft: `count` and `limit` in the channel's unit, `limit` null where the platform names none."""
    return {
        "text": draft.text,
        "channel": draft.channel,
        "count": draft.count,
        "limit": draft.limit,
        "house": draft.house,
        "ready": draft.ready,
        "sentences": [
            {"text": sentence.text, "source": sentence.source, "values": list(sentence.values)} for sentence in draft.sentences
        ],
    }


def finding_json(finding: Finding) -> Json:
    """One finding; `start` and `end` are offsets in characters of the text that was checked."""
    return asdict(finding)


def answer_json(answer: Answer) -> Json:
    """One passage that answers a question."""
    return {
        "kind": answer.kind,
        "id": answer.id,
        "title": answer.title,
        "text": answer.text,
        "score": round(answer.score, 4),
    }


def _kind(value: object) -> str:
    return _kind_name(type(value))


def _kind_name(kind: type) -> str:
    names = {str: "text", int: "a whole number", float: "a number", bool: "true or false", list: "a list", dict: "an object"}
    return names.get(kind, "null")
