"""The card on a phone of 390 by 844 px, as the page draws it: one screen, with nothing of it missing."""

from __future__ import annotations

import csv
import random
import statistics
from typing import TYPE_CHECKING

import pytest

from bot.slack.blocks.parts import AROUND, PHONE
from bot.slack.blocks.phone import total
from tests.browser.screen import PHONE as VIEWPORT
from tests.slack.conversation import GENERAL, MO, Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.emulator.local import LocalSlack
    from tests.browser.screen import Screen, Screens

NEVER_ABOVE = 800
TALLER, LOWER = 4, 48
"""How many px a card may be taller than reckoned, or lower: a careful guess errs by a line or two on the safe side."""
REAL_POSTS = 180
POSTS = {
    "go, four remedies": "my train was cancelled and I missed my connection",
    "go, a long reply": "my bag came off the belt in two pieces and the desk says fill in a form",
    "go, a question": "what time do you open on Sunday",
    "go, silence": "Third email, still nothing. Hello?",
    "go, money": "You lot charged me for two nights, I stayed one. Rent is due Friday.",
    "go, thanks": "Huge thanks to the lady at the counter who stayed late to find my ring",
    "two playbooks": "my parcel is two weeks late and nobody answers",
    "none fits": "hmm what",
    "hold, injury": "the fryer I bought caught fire and my son burnt his hand",
    "hold, illness": "Your lasagne gave my daughter an allergic reaction, she is in hospital",
    "hold, a lawyer": "My lawyer will be in touch, I'm suing you",
    "hold, press": "I am writing for the Daily Post, please comment on the leak by 5pm",
    "hold, hate": "your driver called me a slur and pushed my wife",
}


@pytest.fixture
def phone(slack: LocalSlack, screens: Screens) -> Screen:
    """Mo's phone, in front of #general."""
    return screens.open(slack.url, MO, viewport=VIEWPORT)


def _card(slack: LocalSlack, phone: Screen, post: str) -> tuple[float, float]:
    """How tall the card for a post stands on the phone, and how tall we reckoned it."""
    slack.do("reload", user=MO)
    phone.card.wait_for(state="detached")
    phone.types(f"/reply {post}")
    message = Person(slack, MO).card(GENERAL)
    phone.page.locator(f"[data-ts='{message['ts']}'] [data-block-id='feedback']").wait_for()
    box = phone.page.locator(f"[data-ts='{message['ts']}']").bounding_box()
    assert box is not None
    return box["height"], total(message["blocks"]) + AROUND


@pytest.mark.browser
def test_every_kind_of_card_is_one_screen_of_a_phone_and_as_tall_as_reckoned(slack: LocalSlack, phone: Screen) -> None:
    for kind, post in POSTS.items():
        height, reckoned = _card(slack, phone, post)
        assert height <= PHONE, (kind, height)
        assert -LOWER <= height - reckoned <= TALLER, (kind, height, reckoned)


@pytest.mark.browser
def test_all_buttons_stand_in_three_rows_and_none_is_cut(slack: LocalSlack, phone: Screen) -> None:
    _card(slack, phone, POSTS["go, four remedies"])
    boxes = [button.bounding_box() for button in phone.card.locator(".actions .button").all()]
    assert len(boxes) == 7
    assert all(box is not None and box["x"] + box["width"] <= VIEWPORT["width"] for box in boxes)
    assert len({box["y"] for box in boxes if box is not None}) == 3


@pytest.mark.benchmark
def test_the_cards_of_real_posts_are_one_screen(slack: LocalSlack, phone: Screen, shared_data: Callable[[str], Path]) -> None:
    """At least 95 of 100 posts that nobody wrote for us, and none far above."""
    with (shared_data("airline") / "Tweets.csv").open(encoding="utf-8", newline="") as file:
        posts = random.Random(4).sample([row["text"] for row in csv.DictReader(file)], REAL_POSTS)
    heights = sorted(_card(slack, phone, " ".join(post.split()))[0] for post in posts)
    above = sum(height > PHONE for height in heights)
    p95 = heights[int(0.95 * len(heights))]
    print(  # noqa: T201
        f"\ncard at 390 px, {len(posts)} real posts: median {statistics.median(heights):.0f} px, p95 {p95:.0f}, "
        f"highest {heights[-1]:.0f}; {above} above {PHONE}"
    )
    assert above <= 0.05 * len(posts)
    assert heights[-1] <= NEVER_ABOVE
