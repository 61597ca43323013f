"""The manifest is one that Slack accepts, and it says of the app what the code does: no scope, command or event more or less."""

from __future__ import annotations

import json
import re

import pytest

from bot.slack.manifest import manifest
from tests.slack.manifest_check.check import REQUEST_URL, VERDICTS, digest, todays_manifests
from tests.slack.manifest_check.reading import listeners, method_names, methods_called

NEEDS: dict[str, set[str]] = {
    "assistant.threads.setStatus": {"assistant:write", "chat:write"},
    "assistant.threads.setSuggestedPrompts": {"assistant:write"},
    "auth.test": set(),
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
"""The scopes of which a method needs one (docs.slack.dev/reference/methods/<method>, "Scopes"); none where the set is empty."""

EVENT_NEEDS = {"app_home_opened": set(), "app_mention": {"app_mentions:read"}, "message.im": {"im:history"}}
"""The same for events (docs.slack.dev/reference/events/<event>, "Scopes")."""

MANIFEST = manifest()
FEATURES = MANIFEST["features"]
SCOPES = set(MANIFEST["oauth_config"]["scopes"]["bot"])
EVENTS = MANIFEST["settings"]["event_subscriptions"]["bot_events"]


def _needs() -> list[set[str]]:
    """For everything that the app does: the scopes of which it must have one."""
    needs = [NEEDS[method] for method in methods_called()] + [EVENT_NEEDS[event] for event in EVENTS]
    needs += [{"commands"} for declared in ("slash_commands", "shortcuts") if FEATURES.get(declared)]
    needs += [{"assistant:write"}] if "agent_view" in FEATURES else []
    return [need for need in needs if need]


@pytest.mark.parametrize("name", todays_manifests())
def test_todays_manifest_was_found_valid_by_slacks_own_schema(name: str) -> None:
    kept = json.loads(VERDICTS.read_text(encoding="utf-8"))["manifests"][name]
    again = "run `python -m tests.slack.manifest_check.check SCHEMA.json` again (tests/slack/manifest_check/README.md)"
    assert kept["sha256"] == digest(todays_manifests()[name]), f"the manifest has changed since the check: {again}"
    assert kept["verdict"] == "valid"


def test_the_app_is_an_agent_of_the_messages_tab_and_not_the_legacy_assistant() -> None:
    assert "agent_view" in FEATURES
    assert "assistant_view" not in FEATURES
    assert FEATURES["app_home"]["messages_tab_enabled"]
    assert not FEATURES["app_home"]["messages_tab_read_only_enabled"]


def test_this_test_knows_the_scopes_of_every_method_that_the_code_calls() -> None:
    assert methods_called() == set(NEEDS), "look the method up on docs.slack.dev and put it into NEEDS, or take it out"
    assert set(NEEDS) <= set(method_names().values())


def test_whatever_the_app_does_it_has_a_scope_for() -> None:
    assert [need for need in _needs() if not need & SCOPES] == []


@pytest.mark.parametrize("scope", sorted(SCOPES))
def test_no_scope_can_be_left_out(scope: str) -> None:
    assert any(not need & (SCOPES - {scope}) for need in _needs()), f"nothing that the code does needs {scope}"


def test_the_local_workspace_asks_for_the_same_scopes() -> None:
    from bot.emulator.methods.table import METHODS
    from bot.emulator.methods.table import SCOPES as ASKED

    assert set(NEEDS) <= set(METHODS)
    assert {method: set(ASKED.get(method, ())) for method in NEEDS} == NEEDS


def test_everything_that_the_manifest_announces_is_listened_to_and_the_other_way_round() -> None:
    announced = {("command", command["command"]) for command in FEATURES["slash_commands"]}
    announced |= {("shortcut", shortcut["callback_id"]) for shortcut in FEATURES["shortcuts"]}
    announced |= {("event", event.partition(".")[0]) for event in EVENTS}
    assert announced == listeners()


def test_no_command_shortcut_event_or_scope_is_announced_twice() -> None:
    commands = [command["command"] for command in FEATURES["slash_commands"]]
    shortcuts = [shortcut["callback_id"] for shortcut in FEATURES["shortcuts"]]
    for names in (commands, shortcuts, EVENTS, MANIFEST["oauth_config"]["scopes"]["bot"]):
        assert len(names) == len(set(names))


def test_by_socket_no_address_is_given_and_over_http_the_same_one_everywhere() -> None:
    http = manifest(REQUEST_URL)
    assert "url" not in json.dumps(MANIFEST)
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert not http["settings"]["socket_mode_enabled"]
    urls = [command["url"] for command in http["features"]["slash_commands"]]
    urls += [http["settings"][part]["request_url"] for part in ("event_subscriptions", "interactivity")]
    assert set(urls) == {REQUEST_URL}


def test_every_text_fits_where_slack_shows_it() -> None:
    about, agent = MANIFEST["display_information"], FEATURES["agent_view"]
    texts = [(about["name"], 35), (about["description"], 140), (FEATURES["bot_user"]["display_name"], 80)]
    texts += [(agent["agent_description"], 300)]
    for command in FEATURES["slash_commands"]:
        texts += [(command["command"], 32), (command["description"], 2000), (command["usage_hint"], 1000)]
    for shortcut in FEATURES["shortcuts"]:
        texts += [(shortcut["name"], 24), (shortcut["description"], 150), (shortcut["callback_id"], 255)]
    assert [text for text, most in texts if not 0 < len(text) <= most] == []
    assert 1 <= len(agent["suggested_prompts"]) <= 4
    assert re.fullmatch(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?", about["background_color"])
    # Slack's guide is narrower than its schema, which takes ten of any kind
    assert all([shortcut["type"] for shortcut in FEATURES["shortcuts"]].count(kind) <= 5 for kind in ("global", "message"))
