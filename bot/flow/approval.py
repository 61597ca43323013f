"""When a text needs somebody else's word, and whose: a role may approve what it may post itself, and nothing else.

The roles table of values.yaml is the only source: money over a limit, a remedy that the role does not have, and more than the
approved line on a level that the role may not close alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.roles import abilities
from bot.model import Demand
from bot.text.promises import find_promises

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.library.values import Values
    from bot.model import Advice, Finding

SECOND_READER_SEVERITY = 2
MORE_THAN_THE_LINE = "This says more than the approved line, on a matter that your role does not close alone."


def reader_advised(advice: Advice) -> bool:
    """Whether a second person should read it first (domain 3.8): strong feelings, or severity 1 and 2."""
    return advice.reading.emotion == 3 or advice.reading.severity <= SECOND_READER_SEVERITY


def demanded(
    text: str, advice: Advice, blocking: tuple[Finding, ...], passes: Callable[[str], bool], values: Values
) -> Demand | None:
    """What must be approved of a text in somebody's own words, and by which roles; None where nobody's word would help.

    `blocking` are the findings for the asker's own role; `passes` says whether nothing blocks the text for another role.
    """
    role = advice.authority.role
    beyond = says_too_much(text, advice, role, values)
    if not blocking and not beyond:
        return None
    above = [name for name in values.empowerment.roles if _may_more(name, role, values)]
    closing = [name for name in above if not _held(name, advice, values)] or above[-1:]
    roles = tuple(name for name in closing if passes(name))
    if not roles:
        return None
    rule, limit, value = _rule(text, role, values)
    why = tuple(dict.fromkeys(finding.message for finding in blocking)) or (MORE_THAN_THE_LINE,)
    return Demand(why, roles, rule, limit, value)


def says_too_much(text: str, advice: Advice, role: str, values: Values) -> bool:
    """Whether only the approved lines may be posted by this role, and this is none of them."""
    lines = {draft.text for draft in (*advice.drafts, advice.holding)}
    return _held(role, advice, values) and text not in lines


def _held(role: str, advice: Advice, values: Values) -> bool:
    severity = advice.reading.severity
    return values.severity_levels[severity].hold_only and severity not in values.empowerment.roles[role].severities_alone


def _may_more(name: str, role: str, values: Values) -> bool:
    """Roles stand in the file from the one with the least to the one with the most."""
    order = list(values.empowerment.roles)
    return order.index(name) > order.index(role)


def _rule(text: str, role: str, values: Values) -> tuple[str, float | None, float | None]:
    """The place in values.yaml that the text goes beyond, with the limit there and the amount, where it is one of money."""
    rules, base = values.empowerment.roles[role], f"values.yaml, empowerment.roles.{role}"
    allowed = abilities(role, values)
    for promise in find_promises(text):
        limit = rules.limits.get(promise.kind)
        if promise.amount is not None and promise.currency != "%" and limit is not None and promise.amount > limit:
            return f"{base}.limits.{promise.kind}", limit, promise.amount
    for promise in find_promises(text):
        if promise.kind not in allowed and any(promise.kind in abilities(name, values) for name in values.empowerment.roles):
            return f"{base}.may", None, promise.amount
    return f"{base}.severities_alone", None, None
