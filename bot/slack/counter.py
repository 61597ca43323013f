"""What every handler has at hand: the office, the people, the sender, and work for after the acknowledgement."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.errors import Misuse
from bot.flow.channel import channel_id
from bot.kept import Brief
from bot.model import Ask
from bot.slack.blocks.card import card_message, card_view
from bot.slack.place import ByUrl, InMessages, InView, OnHome, SeenBy, to_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.kept import Asker, Card, HandOverNote
    from bot.office import Office
    from bot.slack.feed import FeedPost
    from bot.slack.people import People
    from bot.slack.place import Place
    from bot.slack.send import Sender
    from bot.slack.work import Work


@dataclass(frozen=True, slots=True)
class Counter:
    """Where Slack meets the office."""

    office: Office
    people: People
    sender: Sender
    work: Work

    def later(self, job: Callable[[], object], place: Place, what: str) -> None:
        """Does `job` after the acknowledgement; the person reads at `place`, alone, when it fails."""
        where = beside(place)
        self.work.later(job, lambda message: self.sender.send(message, where, seen_by=SeenBy.ASKER), what)

    def asker(self, body: Mapping[str, Any]) -> Asker:
        """Who sent this payload, whatever kind it is."""
        user = body.get("user") or {}
        user_id = body.get("user_id") or user.get("id") or body.get("event", {}).get("user") or ""
        team = body.get("team_id") or (body.get("team") or {}).get("id") or user.get("team_id") or ""
        return self.people.asker(str(team), str(user_id))

    def draft(self, asker: Asker, post: FeedPost, brief: Brief | None = None, ask: Ask | None = None) -> Card:
        """A new draft for a post as it was found or told. Raises Misuse for what is no post."""
        ask = ask or Ask(post.text, self.channel_of(post, asker), followers=post.followers)
        return self.office.draft(asker, ask, brief or Brief(link=post.link, handle=post.handle))

    def channel_of(self, post: FeedPost, asker: Asker) -> str:
        """Where the post stands, as far as the company is there too; else the asker's usual channel."""
        if post.channel:
            with suppress(Misuse):
                return channel_id(post.channel, self.office.desk.knowledge.values)
        return self.usual_channel(asker)

    def usual_channel(self, asker: Asker) -> str:
        """The channel that this person chose last in a form, else the first of values.yaml."""
        channels = self.office.desk.knowledge.values.channels
        usual = self.office.store.recall(asker.team, asker.user, "channel") or ""
        return usual if usual in channels else next(iter(channels))

    def view_of(self, asker: Asker, card: Card, place: Place | None = None) -> dict[str, Any]:
        """The card as a modal. `place` is where it stands once it is open; unknown when it is about to be opened."""
        metadata = to_metadata(place or InMessages(asker.user), card.kept.id)
        return card_view(card, metadata, given=self._given(asker, card))

    def show(self, asker: Asker, card: Card, place: Place) -> None:
        """The card at its place, for the asker alone; with the button that shares it, where it was asked in front of others."""
        if isinstance(place, InView):
            self.sender.send(self.view_of(asker, card, place), place, seen_by=SeenBy.ASKER)
        else:
            message = card_message(card, share=bool(card.kept.brief.thread), given=self._given(asker, card))
            self.sender.send(message, place, seen_by=SeenBy.ASKER)

    def _given(self, asker: Asker, card: Card) -> HandOverNote | None:
        return self.office.given(asker, card) if card.kept.state == "handed_over" else None


def beside(place: Place) -> Place:
    """Where an error is said: never in the stead of the card or the form that it is about."""
    if isinstance(place, InView | OnHome):
        return place.messages()
    return replace(place, replace=False) if isinstance(place, ByUrl) else place
