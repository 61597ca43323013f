"""A manifest that Slack would not honour is refused before anything starts, in one sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.errors import EmulatorError
from bot.emulator.local import LocalSlack
from bot.emulator.manifest import Manifest
from bot.emulator.rules.manifests import problems
from tests.emulator.samples import agent, reporter, starter

Json = dict[str, Any]

COMMAND = {"command": "/go", "description": "Goes"}
SHORTCUT = {"name": "Go", "type": "global", "callback_id": "go", "description": "Goes"}


def manifest(*scopes: str, events: tuple[str, ...] = (), **features: Any) -> Json:
    return {
        "features": features,
        "oauth_config": {"scopes": {"bot": list(scopes)}},
        "settings": {"event_subscriptions": {"bot_events": list(events)}},
    }


@pytest.mark.parametrize(
    ("declared", "scope", "told"),
    [
        ({"events": ("app_mention",)}, "app_mentions:read", "it subscribes to app_mention without the scope app_mentions:read"),
        ({"events": ("message.im",)}, "im:history", "it subscribes to message.im without the scope im:history"),
        (
            {"events": ("message.channels",)},
            "channels:history",
            "it subscribes to message.channels without the scope channels:history",
        ),
        (
            {"events": ("member_joined_channel",)},
            "groups:read",
            "it subscribes to member_joined_channel without the scope channels:read or groups:read",
        ),
        ({"slash_commands": [COMMAND]}, "commands", "it declares slash_commands without the scope commands"),
        ({"shortcuts": [SHORTCUT]}, "commands", "it declares shortcuts without the scope commands"),
        ({"agent_view": {}}, "assistant:write", "it declares agent_view without the scope assistant:write"),
    ],
)
def test_what_is_declared_needs_its_scope(declared: Json, scope: str, told: str) -> None:
    assert problems(manifest(**declared)) == [told]
    assert problems(manifest(scope, **declared)) == []


def test_all_that_is_missing_is_said_in_one_sentence_before_anything_listens() -> None:
    greedy = manifest(events=("app_mention", "app_home_opened"), slash_commands=[COMMAND])
    sentence = (
        "The manifest cannot be used: it subscribes to app_mention without the scope app_mentions:read; "
        "it declares slash_commands without the scope commands."
    )
    with pytest.raises(EmulatorError) as refusal, LocalSlack.start(manifest=greedy, environment={}):
        pass
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ([], "it is no JSON object"),
        (manifest(slash_commands=[{"url": "x"}]), "features.slash_commands.0 missing required field: command"),
        (manifest(shortcuts="none"), "features.shortcuts must provide an array"),
    ],
)
def test_what_is_no_manifest_is_said_where_it_is_wrong(raw: Any, told: str) -> None:
    assert problems(raw) == [told]


@pytest.mark.parametrize("sample", [agent.MANIFEST, reporter.MANIFEST, starter.MANIFEST, {}])
def test_honest_manifests_are_taken(sample: Json) -> None:
    assert problems(sample) == []


names = st.sampled_from(
    ["features", "slash_commands", "shortcuts", "command", "oauth_config", "scopes", "bot", "settings", "app_home", "agent_view"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=8,
)


@given(anything)
def test_any_json_is_refused_or_can_be_read(raw: Any) -> None:
    if problems(raw):
        return
    read = Manifest.checked(raw)
    assert isinstance(read.name, str)
    assert all(isinstance(command["command"], str) for command in read.commands)
    assert all(isinstance(shortcut["name"], str) for shortcut in (*read.shortcuts("global"), *read.shortcuts("message")))
    assert all(isinstance(scope, str) for scope in read.scopes)
    assert {read.hears("app_mention"), read.home_tab, read.messages_tab, read.interactive} <= {True, False}
    assert read.agent is None or set(read.agent) == {"description", "suggested_prompts"}
