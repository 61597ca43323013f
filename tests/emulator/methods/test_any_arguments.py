"""Whatever an app sends to a method, it gets an answer or a refusal in Slack's words, never a failure of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.emulator.call import Call, SlackError
from bot.emulator.methods.table import METHODS
from tests.emulator.blocks import home, modal, section
from tests.emulator.methods.stage import DM, GENERAL, MO, Stage

if TYPE_CHECKING:
    from bot.emulator.workspace import Workspace

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=10)
    | st.sampled_from([DM, GENERAL, MO, "1.000001", "modal", "markdown_text"])
    | st.sampled_from([modal(), home(), [section()], [{"type": "markdown_text", "text": "a"}]]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from(
    (
        "attachments",
        "blocks",
        "channel",
        "channel_id",
        "chunks",
        "cursor",
        "email",
        "external_id",
        "hash",
        "latest",
        "limit",
        "loading_messages",
        "markdown_text",
        "message",
        "message_ts",
        "metadata",
        "name",
        "oldest",
        "post_at",
        "prompts",
        "reply_broadcast",
        "status",
        "text",
        "thread_ts",
        "timestamp",
        "title",
        "trigger_id",
        "ts",
        "types",
        "user",
        "user_id",
        "users",
        "view",
        "view_id",
    )
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(METHODS)), st.dictionaries(names, values, max_size=6), st.booleans())
def test_any_arguments_are_answered_or_refused(stage: Stage, method: str, arguments: dict[str, Any], real: bool) -> None:
    def ask(workspace: Workspace) -> dict[str, Any]:
        message = workspace.channels[DM].messages
        known = {"channel": DM, "channel_id": DM, "ts": message[-1].ts if message else "", "user_id": MO} if real else {}
        try:
            return METHODS[method](Call(workspace, method, "bot", {**arguments, **known}))
        except SlackError as refusal:
            return refusal.body()

    answer = stage.inside(ask)
    assert isinstance(answer["ok"], bool)
