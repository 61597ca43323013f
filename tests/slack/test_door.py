"""Every button and every form is judged on our side by one table, before anything is done."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, cast

import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.flow.deeds import DEEDS, refusal
from bot.slack import actions, ids
from bot.slack.counter import Counter
from bot.slack.door import deed_of, register
from bot.slack.place import SeenBy
from bot.slack.work import Work
from tests.flow.shipped import shipped_values
from tests.slack.conversation import ANA, LEE, MO
from tests.slack.sites import trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_bolt import Ack

    from bot.office import Office
    from bot.slack.message import Message
    from bot.slack.place import Place

Json = dict[str, Any]

VALUES = shipped_values()
PEOPLE = {MO: "frontline", ANA: "lead", LEE: "manager"}
FORMS = {deed for deed in DEEDS if deed.endswith("_form") and deed != ids.OPEN_FORM}


def payload(deed: str, user: str) -> Json:
    if deed in FORMS:
        block = {"type": "input", "block_id": "words"}
        return {
            "type": "view_submission",
            "user": {"id": user},
            "team": {"id": "T0LOCAL"},
            "view": {"type": "modal", "callback_id": deed, "blocks": [block]},
        }
    name = f"{deed}_0" if deed == "pick_playbook" else deed
    return {"type": "block_actions", "user": {"id": user}, "team": {"id": "T0LOCAL"}, "actions": [{"action_id": name}]}


class Told:
    """A sender that only keeps what it was to say."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def send(self, message: Message, place: Place, *, seen_by: SeenBy) -> None:
        assert seen_by is SeenBy.ASKER
        self.words.append(message.text)


@dataclass
class Entrance:
    """Bolt with the door alone: what passes is kept in `done`, what is refused is told."""

    app: App
    done: list[str]
    told: Told
    work: Work


@pytest.fixture(scope="module")
def entrance(office: Office) -> Iterator[Entrance]:
    known = AuthorizeResult(enterprise_id=None, team_id="T0LOCAL", bot_token="xoxb-none", bot_id="B0", bot_user_id="U0")
    app = App(authorize=lambda: known, request_verification_enabled=False)
    done, told, work = list[str](), Told(), Work()
    register(app, Counter(office, cast("Any", None), cast("Any", told), work))

    def keep(ack: Ack, body: Json) -> None:
        done.append(deed_of(body))
        ack()

    app.action(re.compile(".*"))(keep)
    app.view(re.compile(".*"))(keep)
    yield Entrance(app, done, told, work)
    work.close(1.0)


@pytest.mark.parametrize(("deed", "user"), list(product([*DEEDS, "approve_all"], PEOPLE)))
def test_every_deed_passes_for_the_roles_of_the_table_and_for_no_other(entrance: Entrance, deed: str, user: str) -> None:
    entrance.done.clear()
    why = refusal(deed, PEOPLE[user], VALUES)
    answer = entrance.app.dispatch(BoltRequest(body=payload(deed, user), mode="socket_mode"))
    assert answer.status == 200
    assert entrance.done == ([] if why else [deed])
    if why and deed in FORMS:
        assert json.loads(answer.body)["errors"] == {"words": why}


def test_who_is_refused_reads_why(entrance: Entrance) -> None:
    entrance.app.dispatch(BoltRequest(body=payload(ids.HIDE_AGREE, MO), mode="socket_mode"))
    assert entrance.work.close(2.0) == 0
    assert "Your role (frontline) may not do this. It is for a lead or a manager." in entrance.told.words[-1]


def test_the_table_has_every_button_and_form_that_is_listened_to_and_no_other() -> None:
    assert heard() == set(DEEDS)


def heard() -> set[str]:
    """The names under which `bot/slack` listens to presses and submissions, read off its code."""
    named = {name: value for name, value in vars(ids).items() if name.isupper()}
    found: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("action", "view"):
                words = ast.unparse(node.args[0])
                if match := re.fullmatch(r"ids\.(\w+)", words):
                    found.add(named[match[1]])
                else:
                    found |= looped(words)
    return found


def looped(words: str) -> set[str]:
    """Names that are registered in a loop, or by a pattern."""
    return {"action_id": {*actions._CHANGES, *actions._FORMS}, "_PICK": {"pick_playbook"}}[words]
