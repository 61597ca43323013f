"""`/reply` and `/sayso`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.slack.answering import answer_words
from bot.slack.blocks.forms import reply_form
from bot.slack.feed import plain_text, read_post
from bot.slack.place import ByUrl, to_metadata

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from bot.kept import Asker
    from bot.slack.counter import Counter
    from bot.slack.place import Place


def register(app: App, counter: Counter) -> None:
    """`/reply <post>` gives the card, `/reply` alone a form; `/sayso` carries the rest."""

    @app.command("/reply")
    def reply(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        place, text = ByUrl(body["response_url"], body["user_id"]), plain_text(body.get("text") or "")
        if text.strip():
            counter.later(lambda: _draft(counter, body, text, place), place, "/reply")
        else:
            counter.later(lambda: open_reply_form(counter, counter.asker(body), body["trigger_id"], place), place, "/reply form")

    @app.command("/sayso")
    def sayso(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        place, text = ByUrl(body["response_url"], body["user_id"]), plain_text(body.get("text") or "")
        counter.later(lambda: answer_words(counter, counter.asker(body), text, place, after_sayso=True), place, "/sayso")


def _draft(counter: Counter, body: dict[str, Any], text: str, place: Place) -> None:
    asker = counter.asker(body)
    counter.show(asker, counter.draft(asker, read_post(text)), place)


def open_reply_form(counter: Counter, asker: Asker, trigger_id: str, place: Place, post: str = "", link: str = "") -> None:
    """The form of a whole request; its answer will stand at `place`, or in the form itself where there is no place."""
    form = reply_form(
        counter.office.desk.knowledge.values,
        metadata=to_metadata(place),
        channel=counter.usual_channel(asker),
        sign_as=counter.office.store.recall(asker.team, asker.user, "sign_as") or asker.name,
        post=post,
        link=link,
    )
    counter.sender.open_view(form, trigger_id, over=place)
