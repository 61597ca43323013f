"""What a newcomer sees first: the main job on three posts, then on their own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.errors import Misuse

if TYPE_CHECKING:
    from collections.abc import Callable

POSTS = (
    (
        "x",
        "you charged me twice for one room and the desk just shrugs. rent goes out tomorrow, so who sleeps in the lobby?",
    ),
    (
        "facebook",
        "My mum came out of your Elm Road restaurant with a cut mouth. There was glass in the salad. We are at A&E now.",
    ),
    (
        "google_review",
        "★★★★★ Coach broke down in the rain, and the driver shared his own sandwiches with the kids. Give that man a medal.",
    ),
)
"""Invented: a wrong that can be put right at the counter, one that must be handed over, and a chance to say thank you."""


def run(answer: Callable[[str, str], None]) -> None:
    """Shows the three; then, on a terminal, answers each line that is typed until Ctrl-D."""
    for channel, post in POSTS:
        sys.stdout.write(f"\nA customer on {channel}: {post}\n")
        answer(post, channel)
    if not sys.stdin.isatty():
        return
    sys.stdout.write("\nNow yours. Paste a customer's post and press Enter; Ctrl-D ends.\n")
    while (typed := _ask()) is not None:
        try:
            answer(typed, "x")
        except Misuse as misuse:
            sys.stdout.write(f"{misuse}\n")


def _ask() -> str | None:
    try:
        return input("> ")
    except EOFError:
        sys.stdout.write("\n")
        return None
    except UnicodeDecodeError:
        return "\0"
