"""The app as Slack is told about it: commands, shortcuts, events, and no scope that the code does not use."""

from __future__ import annotations

from typing import Any

from bot.slack import ids

NAME = "Sayso"
PROMPTS = (
    ("Draft a reply", "Draft a reply to this post: "),
    ("What may I give?", "May I refund 80?"),
    ("Which value fits?", "Which of our values fits a late delivery?"),
    ("May I hide a comment?", "May I delete a comment that swears at us?"),
)
USAGE = (
    "help | may I refund 80 | gave 80 refund | on call | hide? | reach @handle 620000 | check <my words> | ask <question> | "
    "values | playbooks | holding"
)
SCOPES = ("app_mentions:read", "assistant:write", "chat:write", "commands", "im:history", "users:read")
"""What each is for: mentions reach us; status and prompts in the Messages tab; every message we send; `/reply`, `/sayso` and
the shortcuts; what is written to us in the Messages tab; the asker's first name and time zone."""
EVENTS = ("app_home_opened", "app_mention", "message.im")


def manifest(request_url: str = "") -> dict[str, Any]:
    """The manifest for "Create an app from a manifest". With `request_url` the app is reached over HTTP, without it by socket."""
    address = {"request_url": request_url} if request_url else {}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": NAME,
            "description": "Answer in public, on your own say-so: replies from your company's own playbooks.",
            "background_color": "#1D3557",
        },
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
            "agent_view": {
                "agent_description": "Paste a customer's public post; get a reply that you may post, and how far you may go.",
                "suggested_prompts": [{"title": title, "message": message} for title, message in PROMPTS],
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "shortcuts": [
                {
                    "name": "Draft a reply",
                    "type": "global",
                    "callback_id": ids.DRAFT_A_REPLY,
                    "description": "Paste a customer's post and get a reply",
                },
                {
                    "name": "Draft a reply",
                    "type": "message",
                    "callback_id": ids.DRAFT_A_REPLY_TO_MESSAGE,
                    "description": "Draft a reply to the post in this message",
                },
            ],
            "slash_commands": [
                {
                    "command": "/reply",
                    "description": "A reply to a customer's public post, for your eyes only",
                    "usage_hint": "<the customer's words> (alone: a form)",
                    "should_escape": False,
                    **({"url": request_url} if request_url else {}),
                },
                {
                    "command": "/sayso",
                    "description": "What may I give or hide, who is on call, our values, playbooks, a check of my own words",
                    "usage_hint": USAGE,
                    "should_escape": False,
                    **({"url": request_url} if request_url else {}),
                },
            ],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **address},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not request_url,
            "token_rotation_enabled": False,
        },
    }
