"""What this person may do here: the decision table of severity and reach, and the limits of their role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.roles import abilities, higher_role, limit_of, money
from bot.library.rota import last_resort
from bot.model import UNKNOWN, Apology, Authority, Decision, Emotion, Reading, Remedy, Tell, Verdict

if TYPE_CHECKING:
    from bot.library.playbooks import Playbook
    from bot.library.values import Values

LEAD, COMMUNICATIONS = "shift_lead", "communications"
NO_PLAYBOOK = "no playbook fits; ask before you promise anything"


def authorise(reading: Reading, playbook: Playbook, decision: Decision, role: str, values: Values) -> Authority:
    """Verdict, remedies, who is told and by when, for `role` (empty: the default role).

    Influence reaches only the order of work, the time and who is told; remedies and apology never depend on it.
    Raises Misuse for a role that values.yaml does not know.
    """
    role = role or values.empowerment.default_role
    if role not in values.empowerment.roles:
        raise Misuse(f"unknown role `{role}`; values.yaml has: {', '.join(values.empowerment.roles)}")
    tell = _tell(reading, playbook, decision, role, values)
    verdict = _verdict(reading, tell, role, values)
    level = values.severity_levels[reading.severity]
    return Authority(
        verdict=verdict,
        role=role,
        may=remedies_for(playbook, verdict, role, values),
        tell=tell,
        due_minutes=getattr(values.response_targets[reading.severity], reading.reach.level),
        apology_max=_apology_max(reading.severity, playbook, role, values),
        backing="" if verdict == "hold" else values.empowerment.backing,
        stake=level.stake,
        actions=playbook.actions,
        cautions=tuple(_cautions(reading, playbook, verdict, role, values)),
    )


def shift_lead(values: Values) -> str:
    """The contact for what is over somebody's limit: the shift lead, else the first of the file."""
    return LEAD if LEAD in values.contacts else next(iter(values.contacts))


def must_hold(reading: Reading, role: str, values: Values) -> bool:
    """Whether only the approved line may be posted: a held level that this role cannot close, or a language we cannot read."""
    held = values.severity_levels[reading.severity].hold_only
    alone = values.empowerment.roles[role].severities_alone
    return (held and reading.severity not in alone) or not reading.language_known


def _verdict(reading: Reading, tell: tuple[Tell, ...], role: str, values: Values) -> Verdict:
    if must_hold(reading, role, values):
        return "hold"
    return "go_and_tell" if tell else "go"


def _tell(reading: Reading, playbook: Playbook, decision: Decision, role: str, values: Values) -> tuple[Tell, ...]:
    reasons: dict[str, str] = {}
    owner = ""
    if reading.severity <= 2 or not reading.language_known:
        owner = _owner(reading, playbook, values)
        reasons[owner] = reading.why[0] if reading.why else playbook.title
        for flag in reading.flags:
            rule = values.flag(flag.id)
            for contact in (rule.contact, *rule.also):
                reasons.setdefault(contact, f"{flag.id.replace('_', ' ')} may be involved")
        reasons.setdefault(COMMUNICATIONS, "told of every serious matter")
    else:
        reasons.update(_told_of_routine(reading, decision, role))
    known = {contact: why for contact, why in reasons.items() if contact in values.contacts}
    return tuple(Tell(contact, values.contacts[contact].name, why, contact == owner) for contact, why in known.items())


def _told_of_routine(reading: Reading, decision: Decision, role: str) -> dict[str, str]:
    """Who is informed without waiting, levels 3 to 5 (domain decision table: significant from medium reach, routine at high)."""
    told = dict.fromkeys(told_for_reach(reading.severity, reading.reach.level, role), "many people will read this")
    if role == "frontline" and LEAD not in told:
        if reading.severity == 3 and len(reading.why) > 1:
            told = {LEAD: "two serious things at once", **told}
        elif decision == "none" and reading.severity < 5:
            told = {LEAD: NO_PLAYBOOK, **told}
    return told


def told_for_reach(severity: int, level: str, role: str) -> tuple[str, ...]:
    """The contacts who hear of a routine matter (levels 3 to 5) only because many will read it."""
    told: list[str] = []
    if role == "frontline" and ((severity == 3 and level != "low") or (severity == 4 and level == "high")):
        told.append(LEAD)
    if severity == 3 and level == "high":
        told.append(COMMUNICATIONS)
    return tuple(told)


def _owner(reading: Reading, playbook: Playbook, values: Values) -> str:
    """The contact who has the substance: the gravest flag's, else the one the playbook escalates to."""
    if not reading.language_known:
        return last_resort(values.contacts)
    if reading.flags:
        return values.flag(reading.flags[0].id).contact
    return playbook.escalate_if[0].to if playbook.escalate_if else last_resort(values.contacts)


def remedies_for(playbook: Playbook, verdict: Verdict, role: str, values: Values) -> tuple[Remedy, ...]:
    """What `role` may give in this situation without asking. Reach is no parameter: it never changes what is owed."""
    if verdict == "hold":
        return (Remedy("acknowledge", "Post the approved line, under your own name", None),)
    allowed = abilities(role, values)
    return tuple(
        Remedy(offer.remedy, offer.text, limit_of(offer.remedy, role, values), values.empowerment.currency)
        for offer in playbook.may
        if offer.remedy in allowed
    )


def _apology_max(severity: int, playbook: Playbook, role: str, values: Values) -> Apology:
    role_max = values.empowerment.roles[role].apology_max
    highest: Apology = "A1" if severity <= 2 or playbook.id == UNKNOWN else playbook.apology
    return min(highest, role_max)


def _cautions(reading: Reading, playbook: Playbook, verdict: Verdict, role: str, values: Values) -> list[str]:
    cautions: list[str] = []
    if not reading.language_known:
        cautions.append("We cannot read this language well enough; ask a colleague who speaks it before you answer")
    if reading.emotion == Emotion.E3:
        cautions.append("Strong feelings: let a colleague read your reply before you post it")
    if reading.cut:
        cautions.append("The post was cut after 4,000 characters; read the rest yourself")
    if verdict == "hold":
        cautions.append("No remedy and no cause until the owner has answered")
    else:
        cautions.extend(_who_may_more(playbook, role, values))
    graver = [rule.condition for rule in playbook.raise_if if rule.to < reading.severity]
    if graver:
        cautions.append(f"More serious if {'; or '.join(graver)}")
    return cautions


def _who_may_more(playbook: Playbook, role: str, values: Values) -> list[str]:
    """One line for each role that may give more of what this playbook offers: "Ask a lead for more: refund up to 500 USD"."""
    more: dict[str, list[str]] = {}
    for remedy in dict.fromkeys(offer.remedy for offer in playbook.may):
        if higher := higher_role(remedy, role, values):
            more.setdefault(higher[0], []).append(
                f"{remedy.replace('_', ' ')} up to {money(higher[1], values.empowerment.currency)}"
            )
    return [f"Ask a {name} for more: {', '.join(limits)}" for name, limits in more.items()]
