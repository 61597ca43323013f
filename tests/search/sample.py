"""Four small playbooks, and posts that fit none of them."""

from __future__ import annotations

from bot.search.passages import Passage

POSTS = {
    "lost-bag": (
        "my bag never came off the belt and the desk just shrugged",
        "day three and still no suitcase, everything for the wedding is in it",
        "you lost my guitar somewhere between the gate and the plane",
        "case arrived with the handle torn off and half my clothes gone",
        "where is my luggage? it flew to another city without me",
        "the cloakroom gave my coat to somebody else",
    ),
    "late-train": (
        "train cancelled again, nobody on the platform to tell us why",
        "forty minutes late and I missed my connection, thanks a lot",
        "stuck on the tracks since half past six with no heating",
        "the 18:12 became the 18:40 and then a blank space on the board",
        "flight delayed five hours and now the last bus is gone",
        "overbooked and left at the gate, next departure is tomorrow",
    ),
    "double-charge": (
        "you took the payment twice and my rent bounced",
        "why is there a second charge of 40 on my card",
        "receipt says 12 but my bank says 24, give it back",
        "billed two nights for a one night stay",
        "hidden fee at checkout, this is not the price you showed me",
        "refund me the extra amount you charged on Tuesday",
    ),
    "thanks": (
        "the lady at the counter made my day, thank you so much",
        "best service I have had in years, give that driver a raise",
        "shout out to the night crew for finding my keys",
        "your team went above and beyond for my mum, bless you all",
        "lovely staff, spotless rooms, we will be back",
        "big thank you to Ana at the till for her patience",
    ),
}
OUT_OF_SCOPE = (
    "my cat has learned to open the fridge",
    "does anyone want to trade football stickers",
    "I dreamed that the moon was a lemon",
    "looking for a drummer for our jazz band",
    "happy birthday to my favourite aunt",
    "the recipe says two eggs but I only have one",
    "what a goal, what a night, up the reds",
    "our novel has a lighthouse in it, please publish it",
)
PASSAGES = [
    *(Passage(owner, "example", post) for owner, posts in POSTS.items() for post in posts),
    Passage("lost-bag", "title", "We lost or broke their belongings"),
    Passage("late-train", "when", "the trip is late, cancelled or full"),
    Passage("double-charge", "keywords", "charged twice, refund, hidden fee"),
    Passage("thanks", "body", "Praise deserves a name: pass it on to the colleague."),
]
