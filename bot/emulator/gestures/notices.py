"""What Slack's window says when something did not work; in Slack's own words where they are known."""

from __future__ import annotations

TROUBLE = "We had some trouble connecting. Try again?"
NOT_INTERACTIVE = "This app is not configured to handle interactive responses."
NO_OPTIONS = "The options could not be loaded."
NOTHING_THERE = "That is not there any more."


def did_not_respond(name: str) -> str:
    return f"{name} failed because the app did not respond. Learn more about it at https://docs.slack.dev/"


def failed(command: str, error: str) -> str:
    return f'{command} failed with the error "{error}"'


def not_in_threads(command: str) -> str:
    return f"{command} is not supported in threads. Sorry!"


def unknown_command(command: str) -> str:
    return (
        f"{command} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands."
    )
