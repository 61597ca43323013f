"""Which role may do which deed: every deed with every role."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from bot.flow.deeds import CONFIRM_REMOVAL, DEEDS, REQUEST_REMOVAL, refusal, who_may
from bot.flow.roles import abilities
from tests.flow.shipped import shipped_values

if TYPE_CHECKING:
    from bot.library.values import Values

VALUES = shipped_values()
ROLES = tuple(VALUES.empowerment.roles)
MATRIX = list(product(DEEDS, ROLES, (True, False, None)))


@pytest.mark.parametrize(("deed", "role", "own"), MATRIX)
def test_a_role_may_do_what_the_table_gives_it_and_nothing_else(deed: str, role: str, own: bool | None) -> None:
    rule = DEEDS[deed]
    able = not rule.ability or rule.ability in abilities(role, VALUES)
    mine = own is None or rule.whose == "anyones" or (rule.whose == "own") == own
    assert (refusal(deed, role, VALUES, own=own) == "") == (able and mine)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_in_the_table_nobody_may_do(role: str) -> None:
    assert refusal("delete_everything", role, VALUES)
    assert refusal("", role, VALUES)


def test_a_frontline_colleague_may_ask_and_a_lead_may_agree() -> None:
    assert REQUEST_REMOVAL in abilities("frontline", VALUES)
    assert [role for role in ROLES if CONFIRM_REMOVAL in abilities(role, VALUES)] == ["lead", "manager"]
    assert who_may("hide_agree", VALUES) == "a lead or a manager"


@pytest.mark.parametrize("deed", [deed for deed, rule in DEEDS.items() if rule.whose == "others"])
def test_what_is_for_a_second_person_is_never_for_the_first(deed: str) -> None:
    for role in ROLES:
        assert refusal(deed, role, VALUES, own=True)


def test_where_no_role_has_the_ability_the_refusal_says_what_to_write() -> None:
    values = without(VALUES, CONFIRM_REMOVAL)
    assert CONFIRM_REMOVAL in refusal("hide_agree", "manager", values)


def without(values: Values, ability: str) -> Values:
    """The same company, with an ability that no role has."""
    roles = {
        name: role.model_copy(update={"may": tuple(one for one in role.may if one != ability)})
        for name, role in values.empowerment.roles.items()
    }
    return values.model_copy(update={"empowerment": values.empowerment.model_copy(update={"roles": roles})})
