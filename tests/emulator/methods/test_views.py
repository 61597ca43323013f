"""views.*: a click opens one window, once, soon; a stale window is not overwritten."""

from __future__ import annotations

from typing import Any

from tests.emulator.blocks import home, input_block, modal, plain, section
from tests.emulator.methods.stage import MO, Stage, error, refused


def _open(stage: Stage, **more: Any) -> dict[str, Any]:
    view: dict[str, Any] = stage.client.views_open(trigger_id=stage.trigger(), view=modal(**more))["view"]
    return view


def test_a_modal_opens_with_all_that_an_app_reads(stage: Stage) -> None:
    view = _open(stage, callback_id="form", private_metadata="kept", external_id="mine")
    assert view["id"] == view["root_view_id"]
    assert view["previous_view_id"] is None
    assert (view["callback_id"], view["private_metadata"], view["external_id"]) == ("form", "kept", "mine")
    assert view["state"] == {"values": {}}
    assert view["blocks"][0]["block_id"]
    assert stage.slack.see(MO)["modals"][-1]["id"] == view["id"]


def test_a_trigger_works_once_and_for_three_seconds(stage: Stage) -> None:
    trigger = stage.trigger()
    stage.client.views_open(trigger_id=trigger, view=modal())
    assert error(lambda: stage.client.views_open(trigger_id=trigger, view=modal())) == "exchanged_trigger_id"
    late = stage.trigger()
    stage.slack.control("clock", advance=3.1)
    assert error(lambda: stage.client.views_open(trigger_id=late, view=modal())) == "expired_trigger_id"
    assert error(lambda: stage.client.views_open(trigger_id="1.2.abc", view=modal())) == "invalid_trigger_id"


def test_a_bad_view_is_refused_before_its_trigger_is_used_up(stage: Stage) -> None:
    trigger = stage.trigger()
    body = refused(lambda: stage.client.views_open(trigger_id=trigger, view=modal(input_block())))
    assert body["error"] == "invalid_arguments"
    assert body["response_metadata"]["messages"] == [
        "[ERROR] must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]"
    ]
    assert stage.client.views_open(trigger_id=trigger, view=modal(input_block(), submit=plain("Go")))["ok"]


def test_three_modals_stand_on_each_other_and_no_fourth(stage: Stage) -> None:
    first = _open(stage)
    view = first
    for _ in range(2):
        view = stage.client.views_push(trigger_id=stage.trigger(view=view["id"]), view=modal())["view"]
    assert view["root_view_id"] == first["id"]
    fourth = stage.trigger(view=view["id"])
    assert error(lambda: stage.client.views_push(trigger_id=fourth, view=modal())) == "push_limit_reached"


def test_a_push_needs_a_click_inside_a_modal(stage: Stage) -> None:
    assert error(lambda: stage.client.views_push(trigger_id=stage.trigger(), view=modal())) == "invalid_trigger_id"


def test_an_update_changes_the_hash_and_an_old_hash_is_refused(stage: Stage) -> None:
    view = _open(stage)
    newer = stage.client.views_update(view_id=view["id"], hash=view["hash"], view=modal(section("New")))["view"]
    assert newer["hash"] != view["hash"]
    stale = error(lambda: stage.client.views_update(view_id=view["id"], hash=view["hash"], view=modal()))
    assert stale == "hash_conflict"


def test_a_view_is_found_by_the_apps_own_id(stage: Stage) -> None:
    view = _open(stage, external_id="mine")
    assert stage.client.views_update(external_id="mine", view=modal(external_id="mine"))["view"]["id"] == view["id"]
    assert error(lambda: stage.client.views_update(external_id="other", view=modal())) == "not_found"
    assert error(lambda: stage.client.views_update(view_id="V404", view=modal())) == "not_found"
    twice = error(lambda: stage.client.views_open(trigger_id=stage.trigger(), view=modal(external_id="mine")))
    assert twice == "duplicate_external_id"


def test_a_modal_cannot_become_a_home_tab(stage: Stage) -> None:
    view = _open(stage)
    assert error(lambda: stage.client.views_update(view_id=view["id"], view=home())) == "invalid_arguments"
    assert error(lambda: stage.client.views_open(trigger_id=stage.trigger(), view=home())) == "invalid_arguments"


def test_a_view_above_250_kilobytes_is_refused(stage: Stage) -> None:
    huge = modal(*[section("x" * 2600)] * 100)
    assert error(lambda: stage.client.views_open(trigger_id=stage.trigger(), view=huge)) == "view_too_large"


def test_the_home_tab_is_published_for_one_person(stage: Stage) -> None:
    first = stage.client.views_publish(user_id=MO, view=home(section("Mine")))["view"]
    assert stage.slack.see(MO)["home"]["id"] == first["id"]
    assert stage.slack.see("U0ANA")["home"] is None
    stage.client.views_publish(user_id=MO, view=home(), hash=first["hash"])
    stale = error(lambda: stage.client.views_publish(user_id=MO, view=home(), hash=first["hash"]))
    assert stale == "hash_conflict"
    assert error(lambda: stage.client.views_publish(user_id="U404", view=home())) == "user_not_found"
    assert error(lambda: stage.client.views_publish(user_id=MO, view=modal())) == "invalid_arguments"
