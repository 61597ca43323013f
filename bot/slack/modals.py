"""What people submit: the request, their own words, the playbook they mean, what they posted, who shall have it, and why not."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from bot.errors import Blocked, Misuse, NeedsApproval
from bot.kept import Brief
from bot.model import Ask
from bot.slack import ids
from bot.slack.blocks.approval import ask_approval_form
from bot.slack.blocks.errors import BROKEN
from bot.slack.feed import read_post
from bot.slack.handing_over import hand_over
from bot.slack.place import ByUrl, InView, from_metadata
from bot.slack.work import FOR_THE_PERSON, failed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt import Ack, App

    from bot.kept import Asker, Card
    from bot.slack.counter import Counter

    Body = dict[str, Any]


def register(app: App, counter: Counter) -> None:
    """A form that cannot be taken stays open, with what to mend beside the field."""

    @app.view(ids.REPLY_FORM)
    def asked(ack: Ack, body: Body) -> None:
        place, _ = from_metadata(body["view"]["private_metadata"])
        with said_beside(ids.POST, ack):
            asker = counter.asker(body)
            card = _drafted(counter, asker, body["view"])
            if isinstance(place, ByUrl):
                ack()
                counter.later(lambda: counter.show(asker, card, place), place, ids.REPLY_FORM)
            else:
                # asked from nowhere in particular: the answer stands where the form was
                ack(response_action="update", view=counter.view_of(asker, card, InView(body["view"]["id"], asker.user)))

    @app.view(ids.EDIT_FORM)
    def edited(ack: Ack, body: Body) -> None:
        submitted(counter, ack, body, ids.WORDS, lambda asker, draft: counter.office.edit(asker, draft, text_of(body, ids.WORDS)))

    @app.view(ids.POSTED_FORM)
    def posted(ack: Ack, body: Body) -> None:
        submitted(counter, ack, body, ids.LINK, lambda asker, draft: counter.office.posted(asker, draft, text_of(body, ids.LINK)))

    @app.view(ids.PLAYBOOK_FORM)
    def chosen(ack: Ack, body: Body) -> None:
        submitted(
            counter, ack, body, ids.WHICH, lambda asker, draft: counter.office.choose(asker, draft, text_of(body, ids.WHICH))
        )

    @app.view(ids.HAND_OVER_FORM)
    def given(ack: Ack, body: Body) -> None:
        ack()
        place, draft = from_metadata(body["view"]["private_metadata"])
        contact, question = text_of(body, ids.CONTACT), text_of(body, ids.QUESTION)
        counter.later(lambda: hand_over(counter, counter.asker(body), draft, contact, question, place), place, ids.HAND_OVER_FORM)

    @app.view(ids.FEEDBACK_FORM)
    def judged(ack: Ack, body: Body) -> None:
        ack()
        place, draft = from_metadata(body["view"]["private_metadata"])
        why = text_of(body, ids.WHY)
        counter.later(lambda: counter.office.feedback(counter.asker(body), draft, good=False, why=why), place, ids.FEEDBACK_FORM)


def submitted(counter: Counter, ack: Ack, body: Body, field: str, change: Callable[[Asker, str], Card]) -> None:
    """Changes the draft; what must be mended is said beside `field` and the form stays open."""
    with said_beside(field, ack):
        place, draft = from_metadata(body["view"]["private_metadata"])
        asker = counter.asker(body)
        try:
            card = change(asker, draft)
        except NeedsApproval as needed:
            metadata = body["view"]["private_metadata"]
            ack(response_action="update", view=ask_approval_form(needed.demand, text_of(body, field), metadata=metadata))
            return
        ack()
        counter.later(lambda: counter.show(asker, card, place), place, field)


@contextmanager
def said_beside(field: str, ack: Ack) -> Iterator[None]:
    """What goes wrong is said beside `field` and the form stays open: nobody's words are lost, whatever broke."""
    try:
        yield
    except Blocked as blocked:
        ack(response_action="errors", errors={field: mends(blocked)})
    except FOR_THE_PERSON as error:
        ack(response_action="errors", errors={field: str(error)})
    except Exception:  # noqa: BLE001, because `failed` logs it
        ack(response_action="errors", errors={field: f"{BROKEN} {failed(field)}"})


def mends(blocked: Blocked) -> str:
    """Every finding that blocks, with its mend, one a line."""
    return "\n".join(f"{finding.message} {finding.mend}".strip() for finding in blocked.findings)


def _drafted(counter: Counter, asker: Asker, view: Body) -> Card:
    body = {"view": view}
    post, sign_as, channel = read_post(text_of(body, ids.POST)), text_of(body, ids.SIGN_AS), text_of(body, ids.CHANNEL)
    ask = Ask(
        text=post.text,
        channel=channel or counter.channel_of(post, asker),
        followers=_followers(text_of(body, ids.FOLLOWERS)),
        checked=bool(text_of(body, ids.CHECKED)),
        name=sign_as,
        poster=text_of(body, ids.POSTER),
    )
    brief = Brief(
        text_of(body, ids.LINK) or post.link,
        text_of(body, ids.HANDLE) or post.handle,
        text_of(body, ids.KNOW),
        text_of(body, ids.DONE),
    )
    card = counter.draft(asker, post, brief, ask)
    for key, value in (("sign_as", sign_as), ("channel", channel)):
        if value:
            counter.office.store.remember(asker.team, asker.user, key, value)
    return card


def text_of(body: Body, field: str) -> str:
    """What stands in a field, whatever its kind; empty where nothing was given. Boxes give the first that is ticked."""
    state: Body = next(iter(body["view"]["state"]["values"].get(field, {}).values()), {})
    chosen = state.get("selected_option") or next(iter(state.get("selected_options") or ()), None)
    plain = state.get("value") or state.get("selected_user") or state.get("selected_time") or ""
    return str(chosen["value"] if chosen else plain).strip()


def _followers(text: str) -> int | None:
    try:
        return max(0, int(float(text))) if text else None
    except (ValueError, OverflowError):
        raise Misuse("followers must be a number, like 12000") from None
