"""What Slack's support and starter agents for Bolt show, written anew: prompts, status, streaming, feedback; without a model."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_sdk.models.messages.chunk import TaskUpdateChunk

if TYPE_CHECKING:
    from slack_bolt import Ack, BoltContext, Say, SayStream, SetStatus, SetSuggestedPrompts
    from slack_sdk import WebClient

Json = dict[str, Any]
Think = Callable[[str], Iterator[str | TaskUpdateChunk]]
"""What would be a model: words and steps of work, piece by piece, to a question."""

MANIFEST: Json = {
    "display_information": {"name": "Desk helper"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "agent_view": {"agent_description": "Helps with keys, doors and lamps.", "suggested_prompts": []},
        "bot_user": {"display_name": "Desk helper", "always_online": True},
    },
    "oauth_config": {
        "scopes": {
            "bot": ["app_mentions:read", "assistant:write", "channels:history", "chat:write", "im:history", "reactions:write"]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": ["app_context_changed", "app_home_opened", "app_mention", "message.channels", "message.im"]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}

PROMPTS = ["I am locked out", {"title": "A lamp is broken", "message": "The lamp at my desk is broken"}]
LOADING = ["Looking for the keys…", "Asking the porter…"]


def build(client: WebClient, think: Think) -> App:
    """One agent; what it knows of threads and of what people look at lives as long as the app."""
    agent = Agent(think)
    app = App(client=client)
    app.event("app_home_opened")(agent.opened)
    app.event("app_context_changed")(agent.looks_elsewhere)
    app.event("message")(agent.written_to)
    app.event("app_mention")(agent.mentioned)
    app.action("feedback")(agent.judged)
    app.view("why_not")(agent.told_why)
    return app


class Agent:
    """Its methods are Bolt's listeners."""

    def __init__(self, think: Think) -> None:
        self.think = think
        self.threads: set[str] = set()
        self.looks_at: dict[str, str] = {}

    def opened(self, event: Json, client: WebClient, set_suggested_prompts: SetSuggestedPrompts) -> None:
        """One event for both tabs of the app's own place."""
        if event["tab"] == "messages":
            self._look(event)
            set_suggested_prompts(prompts=PROMPTS, title="What is it?")  # type: ignore[arg-type]  # because lists are invariant
            return
        header = {"type": "header", "text": {"type": "plain_text", "text": "Keys, doors and lamps"}}
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [header]})

    def looks_elsewhere(self, event: Json) -> None:
        self._look(event)

    def written_to(
        self, event: Json, context: BoltContext, client: WebClient, set_status: SetStatus, say_stream: SayStream
    ) -> None:
        """Everything in a direct conversation; in channels only threads in which it has spoken already."""
        if event.get("bot_id") or event.get("subtype"):
            return
        if event["channel_type"] != "im" and (event.get("thread_ts") not in self.threads or _mentions(event, context)):
            return
        self._answer(event, event["text"], client, set_status, say_stream)

    def mentioned(self, event: Json, client: WebClient, say: Say, set_status: SetStatus, say_stream: SayStream) -> None:
        question = re.sub(r"<@\w+>", "", event["text"]).strip()
        if question:
            self._answer(event, question, client, set_status, say_stream)
        else:
            say("What can I do for you?", thread_ts=event.get("thread_ts") or event["ts"])

    def judged(self, ack: Ack, action: Json, body: Json, client: WebClient) -> None:
        ack()
        place = {"channel": body["channel"]["id"], "thread_ts": body["message"]["thread_ts"]}
        if action["value"] == "good":
            client.chat_postEphemeral(user=body["user"]["id"], text="Good to hear.", **place)
        else:
            client.views_open(trigger_id=body["trigger_id"], view=_why_not(json.dumps(place)))

    def told_why(self, ack: Ack, body: Json, view: Json, client: WebClient) -> None:
        ack()
        reason = view["state"]["values"]["reason"]["reason_text"]["value"]
        place = json.loads(view["private_metadata"])
        client.chat_postEphemeral(user=body["user"]["id"], text=f"Noted: {reason}", **place)

    def _answer(self, event: Json, question: str, client: WebClient, set_status: SetStatus, say_stream: SayStream) -> None:
        """Eyes on the first message of a thread, a status until the first words, the words as they come, and the buttons."""
        thread = event.get("thread_ts") or event["ts"]
        if thread not in self.threads:
            client.reactions_add(channel=event["channel"], timestamp=event["ts"], name="eyes")
        self.threads.add(thread)
        set_status("is thinking…", loading_messages=LOADING)
        stream = say_stream(buffer_size=1, task_display_mode="plan")
        for piece in self.think(question):
            if isinstance(piece, str):
                stream.append(markdown_text=piece)
            else:
                stream.append(chunks=[piece])
        seen = self.looks_at.get(event["user"])
        stream.stop(markdown_text=f" (You look at <#{seen}>.)" if seen else None, blocks=[_feedback()])

    def _look(self, event: Json) -> None:
        for entity in event.get("context", {}).get("entities", []):
            self.looks_at[event["user"]] = entity["value"]


def _mentions(event: Json, context: BoltContext) -> bool:
    """A mention comes as an event of its own, too; once is enough."""
    return f"<@{context.bot_user_id}>" in event["text"]


def _feedback() -> Json:
    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": {"type": "plain_text", "text": "This helped"}, "value": "good"},
        "negative_button": {"text": {"type": "plain_text", "text": "It did not"}, "value": "bad"},
    }
    return {"type": "context_actions", "block_id": "judge", "elements": [element]}


def _why_not(metadata: str) -> Json:
    text = {"type": "plain_text_input", "action_id": "reason_text"}
    label = {"type": "plain_text", "text": "What was missing?"}
    return {
        "type": "modal",
        "callback_id": "why_not",
        "private_metadata": metadata,
        "title": {"type": "plain_text", "text": "Sorry"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [{"type": "input", "block_id": "reason", "label": label, "element": text}],
    }
