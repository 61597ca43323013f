"""What people do, and what the app hears of it: complete payloads, and Slack's own notices where something fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.emulator.stand_in import MANIFEST, SILENCE, channel_of, local_slack, messages, private, standing_in, toasts

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.emulator.local import LocalSlack
    from tests.emulator.stand_in import StandIn

Json = dict[str, Any]

PLAIN = {"type": "plain_text", "text": "Press"}
BUTTON = {"type": "button", "action_id": "go", "text": PLAIN, "value": "7"}
ACTIONS = {"type": "actions", "block_id": "row", "elements": [BUTTON]}
PRESS = {"block_id": "row", "action_id": "go", "type": "button"}


# messages


def test_a_mention_reaches_the_app_where_it_is_a_member(slack: LocalSlack, app: StandIn) -> None:
    slack.do("say", user="U0MO", channel="C0GENERAL", text="@Helper is 5 < 6 &amp; https://x.example/a?b=1&c=2 ok, @Ana?")
    event = slack.wait(lambda: app.events("app_mention"))[0]["payload"]["event"]
    assert event["text"] == "<@U0BOT> is 5 &lt; 6 &amp; <https://x.example/a?b=1&amp;c=2> ok, <@U0ANA>?"
    assert event["blocks"][0]["elements"][0]["elements"] == [
        {"type": "user", "user_id": "U0BOT"},
        {"type": "text", "text": " is 5 < 6 & "},
        {"type": "link", "url": "https://x.example/a?b=1&c=2"},
        {"type": "text", "text": " ok, "},
        {"type": "user", "user_id": "U0ANA"},
        {"type": "text", "text": "?"},
    ]
    assert event["channel"] == "C0GENERAL"
    assert event["event_ts"] == event["ts"]
    assert {"user", "team", "client_msg_id"} <= set(event)
    assert "channel_type" not in event


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("&lt;https://x.example|here&gt; and on", "&lt;<https://x.example>|here&gt; and on"),
        ("(see https://x.example/a.)", "(see <https://x.example/a>.)"),
    ],
)
def test_an_address_ends_where_it_ends_and_nothing_behind_it_is_lost(
    slack: LocalSlack, app: StandIn, said: str, text: str
) -> None:
    slack.do("say", user="U0MO", channel="D0MO", text=said)
    assert slack.wait(lambda: app.events("message"))[0]["payload"]["event"]["text"] == text


def test_a_mention_elsewhere_reaches_nobody_and_the_person_is_told(slack: LocalSlack, app: StandIn) -> None:
    slack.do("say", user="U0MO", channel="C0RANDOM", text="@Helper are you here?")
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply marker")
    assert [one["type"] for one in app.heard] == ["slash_commands"]
    assert toasts(slack, "U0MO") == ["You mentioned @Helper, but they're not in this channel."]


def test_a_direct_message_is_a_message_event_only(slack: LocalSlack, app: StandIn) -> None:
    slack.do("say", user="U0MO", channel="D0MO", text="<@U0BOT> hi")
    event = slack.wait(lambda: app.events("message"))[0]["payload"]["event"]
    assert (event["channel_type"], event["channel"], event["user"]) == ("im", "D0MO", "U0MO")
    assert app.events("app_mention") == []


def test_an_event_comes_in_slacks_outer_form(slack: LocalSlack, app: StandIn) -> None:
    slack.do("say", user="U0MO", channel="D0MO", text="hi")
    envelope = slack.wait(lambda: app.events("message"))[0]
    payload = envelope["payload"]
    assert envelope["accepts_response_payload"] is False
    assert payload["type"] == "event_callback"
    assert payload["authorizations"][0]["user_id"] == "U0BOT"
    outer = {
        "token",
        "team_id",
        "context_team_id",
        "api_app_id",
        "event_id",
        "event_time",
        "event_context",
        "is_ext_shared_channel",
    }
    assert outer <= set(payload)


def test_events_that_the_manifest_does_not_name_stay_away() -> None:
    deaf = {**MANIFEST, "settings": {**MANIFEST["settings"], "event_subscriptions": {"bot_events": []}}}
    with local_slack(deaf) as slack, standing_in(slack) as app:
        slack.do("say", user="U0MO", channel="C0GENERAL", text="<@U0BOT> hello")
        slack.do("open_home", user="U0MO", tab="home")
        slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply marker")
        assert [one["type"] for one in app.heard] == ["slash_commands"]


def test_a_reply_to_a_reply_stays_in_the_thread_of_the_root(slack: LocalSlack) -> None:
    root = slack.do("say", user="U0MO", channel="C0GENERAL", text="root")["ts"]
    reply = slack.do("say", user="U0ANA", channel="C0GENERAL", text="reply", thread_ts=root)["ts"]
    slack.do("say", user="U0LEE", channel="C0GENERAL", text="again", thread_ts=reply)
    seen = messages(slack, "U0MO", "C0GENERAL")
    assert [one["thread_ts"] for one in seen] == [None, root, root]
    assert seen[0]["reply_count"] == 2


def test_a_channel_is_closed_to_those_who_are_not_in_it(slack: LocalSlack) -> None:
    assert slack.do("say", user="U0MO", channel="C0LEADS", text="hello?")["error"] == "channel_not_found"
    assert "C0LEADS" not in [channel["id"] for channel in slack.see("U0MO")["channels"]]
    assert slack.do("say", user="U0MO", channel="D0ANA", text="hello?")["error"] == "channel_not_found"


def test_what_others_wrote_is_unread_until_read(slack: LocalSlack) -> None:
    slack.do("say", user="U0ANA", channel="C0GENERAL", text="news")
    assert [channel_of(slack, user, "C0GENERAL")["unread"] for user in ("U0MO", "U0ANA")] == [1, 0]
    slack.do("read", user="U0MO", channel="C0GENERAL")
    assert channel_of(slack, "U0MO", "C0GENERAL")["unread"] == 0


def test_the_feed_brings_a_customers_words_as_text_never_as_markup(slack: LocalSlack, app: StandIn) -> None:
    slack.do("feed")
    event = slack.wait(lambda: app.events("message"))[0]["payload"]["event"]
    assert (event["bot_id"], event["channel"]) == ("B0FEED", "C0FEED")
    assert event["text"].startswith("New post on ")
    assert [block["type"] for block in event["blocks"]] == ["context", "rich_text"]


# commands


def test_a_command_has_all_of_slacks_fields(slack: LocalSlack, app: StandIn) -> None:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply  where is @Ana & co? ")
    payload = app.wait("slash_commands")
    assert payload["command"] == "/reply"
    assert payload["text"] == "where is @Ana &amp; co?"
    assert payload["response_url"].startswith(f"{slack.url}/commands/T0LOCAL/")
    expected = {
        "token",
        "team_id",
        "team_domain",
        "channel_id",
        "channel_name",
        "user_id",
        "user_name",
        "api_app_id",
        "trigger_id",
    }
    assert expected <= set(payload)
    assert payload["is_enterprise_install"] == "false"


def test_a_command_with_escaping_gets_ids_for_names(slack: LocalSlack, app: StandIn) -> None:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/escaped ask @Ana in #general")
    assert app.wait("slash_commands")["text"] == "ask <@U0ANA> in <#C0GENERAL>"


def test_the_words_of_an_acknowledgement_are_for_the_asker_alone(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: {"text": "just for you"}
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")
    assert [one["text"] for one in private(slack, "U0MO")] == ["just for you"]
    assert private(slack, "U0ANA") == []


def test_an_acknowledgement_may_speak_to_the_channel(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: {"text": "for all", "response_type": "in_channel"}
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")
    assert messages(slack, "U0ANA", "C0GENERAL")[-1]["text"] == "for all"


def test_an_acknowledgement_with_bad_blocks_fails_before_the_asker(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: {"blocks": [{"type": "section"}]}
    notice = slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")["notice"]
    assert notice == '/reply failed with the error "invalid_blocks"'


def test_a_command_in_a_thread_is_refused_in_slacks_words(slack: LocalSlack, app: StandIn) -> None:
    root = slack.do("say", user="U0MO", channel="C0RANDOM", text="root")["ts"]
    answer = slack.do("command", user="U0MO", channel="C0RANDOM", text="/reply x", thread_ts=root)
    assert answer == {"ok": False, "notice": "/reply is not supported in threads. Sorry!"}
    assert app.heard == []


def test_a_command_that_the_manifest_does_not_name_is_none(slack: LocalSlack) -> None:
    assert "/dance is not a valid command." in slack.do("command", user="U0MO", channel="C0GENERAL", text="/dance")["notice"]


# presses


def _posted(bot: WebClient, *blocks: Json) -> Json:
    ts = bot.chat_postMessage(channel="C0GENERAL", text="card", blocks=list(blocks))["ts"]
    return {"message": {"channel": "C0GENERAL", "ts": ts}}


def test_a_press_in_a_message_has_all_of_slacks_fields(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    where = _posted(bot, ACTIONS)
    assert slack.do("press", user="U0MO", where=where, action=PRESS) == {"ok": True}
    payload = app.wait("interactive")
    action = payload["actions"][0]
    assert action == {**PRESS, "text": PLAIN, "value": "7", "action_ts": action["action_ts"]}
    assert payload["container"] == {
        "type": "message",
        "message_ts": where["message"]["ts"],
        "channel_id": "C0GENERAL",
        "is_ephemeral": False,
    }
    assert payload["message"]["bot_id"] == "B0BOT"
    assert payload["user"] == {"id": "U0MO", "username": "mo", "name": "mo", "team_id": "T0LOCAL"}
    expected = {
        "api_app_id",
        "token",
        "team",
        "trigger_id",
        "channel",
        "state",
        "response_url",
        "enterprise",
        "is_enterprise_install",
    }
    assert expected <= set(payload)


def test_a_press_in_an_ephemeral_message_brings_no_copy_of_it(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    bot.chat_postEphemeral(channel="C0GENERAL", user="U0MO", text="card", blocks=[ACTIONS])
    ts = private(slack, "U0MO")[0]["ts"]
    where = {"message": {"channel": "C0GENERAL", "ts": ts}}
    assert slack.do("press", user="U0MO", where=where, action=PRESS)["ok"]
    payload = app.wait("interactive")
    assert payload["container"]["is_ephemeral"] is True
    assert "message" not in payload
    assert slack.do("press", user="U0ANA", where=where, action=PRESS)["error"] == "message_not_found"


def test_a_press_brings_the_state_of_the_inputs_around_it(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    options = [{"text": PLAIN, "value": value} for value in ("a", "b")]
    menu = {"type": "static_select", "action_id": "pick", "options": options, "initial_option": options[0]}
    field = {"type": "input", "block_id": "words", "label": PLAIN, "element": {"type": "plain_text_input", "action_id": "say"}}
    where = _posted(bot, {"type": "actions", "block_id": "row", "elements": [BUTTON, menu]}, field)
    typed = {"words": {"say": {"type": "plain_text_input", "value": "hello"}}}
    slack.do("press", user="U0MO", where=where, action=PRESS, values=typed)
    assert app.wait("interactive")["state"]["values"] == {
        "row": {"pick": {"type": "static_select", "selected_option": options[0]}},
        "words": {"say": {"type": "plain_text_input", "value": "hello"}},
    }


@pytest.mark.parametrize(
    ("element", "given", "sent"),
    [
        ({"type": "users_select"}, {"selected_user": "U0ANA"}, {"selected_user": "U0ANA"}),
        ({"type": "datepicker"}, {"selected_date": "2026-11-25"}, {"selected_date": "2026-11-25"}),
        (
            {"type": "checkboxes", "options": [{"text": PLAIN, "value": "a"}]},
            {"selected_options": [{"text": PLAIN, "value": "a"}]},
            {"selected_options": [{"text": PLAIN, "value": "a"}]},
        ),
        (
            {"type": "overflow", "options": [{"text": PLAIN, "value": "a"}, {"text": PLAIN, "value": "b"}]},
            {"selected_option": {"value": "b"}},
            {"selected_option": {"text": PLAIN, "value": "b"}},
        ),
    ],
)
def test_each_kind_of_element_says_what_was_chosen(
    slack: LocalSlack, app: StandIn, bot: WebClient, element: Json, given: Json, sent: Json
) -> None:
    where = _posted(bot, {"type": "actions", "block_id": "row", "elements": [{**element, "action_id": "go"}]})
    assert slack.do("press", user="U0MO", where=where, action={**PRESS, "type": element["type"], **given})["ok"]
    action = app.wait("interactive")["actions"][0]
    assert {name: action[name] for name in sent} == sent


def test_feedback_says_which_side_was_pressed(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    up, down = ({"text": PLAIN, "value": value} for value in ("up", "down"))
    thumbs = {"type": "feedback_buttons", "action_id": "go", "positive_button": up, "negative_button": down}
    where = _posted(bot, {"type": "context_actions", "block_id": "row", "elements": [thumbs]})
    assert slack.do("press", user="U0MO", where=where, action={**PRESS, "value": "down"})["ok"]
    assert app.wait("interactive")["actions"][0]["value"] == "down"
    assert slack.do("press", user="U0MO", where=where, action={**PRESS, "value": "sideways"})["error"] == "invalid_action"


def test_nobody_can_choose_what_was_not_offered(slack: LocalSlack, bot: WebClient) -> None:
    menu = {"type": "static_select", "action_id": "go", "options": [{"text": PLAIN, "value": "a"}]}
    where = _posted(bot, {"type": "actions", "block_id": "row", "elements": [menu]})
    given = {**PRESS, "type": "static_select", "selected_option": {"text": PLAIN, "value": "z"}}
    assert slack.do("press", user="U0MO", where=where, action=given)["error"] == "invalid_action"
    assert slack.do("press", user="U0MO", where=where, action={**PRESS, "action_id": "other"})["error"] == "action_not_found"


def test_an_unanswered_press_leaves_a_warning_on_the_message(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    where = _posted(bot, ACTIONS)
    app.answer = lambda _: SILENCE
    doing = slack.begin("press", user="U0MO", where=where, action=PRESS)
    app.wait("interactive")
    slack.control("clock", advance=3)
    assert doing.result(5)["ok"] is False
    assert messages(slack, "U0MO", "C0GENERAL")[-1]["warning"] is True
    app.answer = lambda _: None
    slack.do("press", user="U0MO", where=where, action=PRESS)
    assert messages(slack, "U0MO", "C0GENERAL")[-1]["warning"] is False


def _field(name: str, **more: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": "go"}
    return {"type": "input", "block_id": name, "label": PLAIN, "element": element, **more}


def test_an_input_stays_silent_unless_its_block_dispatches(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    where = _posted(bot, _field("silent"), _field("loud", dispatch_action=True))
    for name in ("silent", "loud"):
        given = {"block_id": name, "action_id": "go", "type": "plain_text_input", "value": name}
        assert slack.do("press", user="U0MO", where=where, action=given)["ok"]
    assert [one["payload"]["actions"][0]["value"] for one in app.heard if one["type"] == "interactive"] == ["loud"]
    assert app.wait("interactive")["state"]["values"]["silent"]["go"]["value"] == "silent"


def test_an_external_menu_asks_the_app(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    options = [{"text": PLAIN, "value": "a"}]
    app.answer = lambda one: {"options": options} if one["payload"].get("type") == "block_suggestion" else None
    menu = {"type": "external_select", "action_id": "go", "placeholder": PLAIN}
    where = _posted(bot, {"type": "actions", "block_id": "row", "elements": [menu]})
    answer = slack.do("suggest", user="U0MO", where=where, block_id="row", action_id="go", value="har")
    assert answer == {"ok": True, "options": options}
    payload = app.wait("interactive")
    assert (payload["value"], payload["block_id"], payload["action_id"]) == ("har", "row", "go")
    assert payload["container"]["type"] == "message"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"options": [{"text": {**PLAIN, "text": "x" * 76}, "value": "a"}]}, "/options/0/text/text"),
        ({"options": [{"text": PLAIN, "value": "x" * 151}]}, "/options/0/value"),
        ({"options": [{"text": PLAIN, "value": "a"}] * 101}, "/options"),
        ({"option_groups": [{"label": PLAIN, "options": [{"text": PLAIN, "value": "a"}] * 101}]}, "/option_groups/0/options"),
        ({"options": [], "option_groups": []}, "cannot define both"),
        ({"text": "hello"}, "must define either"),
        (None, "must provide an object"),
    ],
)
def test_an_external_menu_takes_no_options_that_slack_would_not(
    slack: LocalSlack, app: StandIn, bot: WebClient, answer: Any, told: str
) -> None:
    app.answer = lambda _: answer
    where = _posted(bot, {"type": "actions", "block_id": "row", "elements": [{"type": "external_select", "action_id": "go"}]})
    shown = slack.do("suggest", user="U0MO", where=where, block_id="row", action_id="go", value="har")
    assert shown == {"ok": False, "notice": "The options could not be loaded."}
    assert told in " ".join(slack.log()[-1]["response"]["errors"])


def test_an_external_menu_may_have_nothing_to_offer(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    app.answer = lambda _: {"options": []}
    where = _posted(bot, {"type": "actions", "block_id": "row", "elements": [{"type": "external_select", "action_id": "go"}]})
    shown = slack.do("suggest", user="U0MO", where=where, block_id="row", action_id="go", value="har")
    assert shown == {"ok": True, "options": []}


def test_a_button_on_a_card_in_a_carousel_can_be_pressed(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    card = {"type": "card", "title": {"type": "mrkdwn", "text": "A lamp"}, "actions": [{"type": "button", "text": PLAIN}]}
    where = _posted(bot, {"type": "carousel", "elements": [card, card]})
    first = messages(slack, "U0MO", "C0GENERAL")[-1]["blocks"][0]["elements"][0]
    action = {"block_id": first["block_id"], "action_id": first["actions"][0]["action_id"], "type": "button"}
    assert slack.do("press", user="U0MO", where=where, action=action)["ok"]
    assert app.wait("interactive")["actions"][0]["block_id"] == first["block_id"]


# shortcuts and home


def test_a_global_shortcut_belongs_to_no_place(slack: LocalSlack, app: StandIn) -> None:
    assert slack.do("shortcut", user="U0MO", callback_id="draft") == {"ok": True}
    payload = app.wait("interactive")
    assert (payload["type"], payload["callback_id"]) == ("shortcut", "draft")
    assert {"trigger_id", "action_ts", "user", "team", "token"} <= set(payload)
    assert not {"channel", "response_url"} & set(payload)


def test_a_message_shortcut_brings_the_message(slack: LocalSlack, app: StandIn) -> None:
    post = messages(slack, "U0MO", "C0FEED")[0]
    assert slack.do("message_shortcut", user="U0MO", callback_id="draft_message", channel="C0FEED", ts=post["ts"])["ok"]
    payload = app.wait("interactive")
    assert payload["type"] == "message_action"
    assert payload["message"]["text"] == post["text"]
    assert payload["message_ts"] == post["ts"]
    assert payload["channel"] == {"id": "C0FEED", "name": "customer-feed"}
    assert "response_url" in payload


def test_a_message_shortcut_is_not_offered_on_ephemeral_messages(slack: LocalSlack, bot: WebClient) -> None:
    bot.chat_postEphemeral(channel="C0GENERAL", user="U0MO", text="psst")
    ts = private(slack, "U0MO")[0]["ts"]
    answer = slack.do("message_shortcut", user="U0MO", callback_id="draft_message", channel="C0GENERAL", ts=ts)
    assert answer["error"] == "message_not_found"


def test_opening_home_brings_its_view_once_there_is_one(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    slack.do("open_home", user="U0MO", tab="home")
    bot.views_publish(user_id="U0MO", view={"type": "home", "blocks": [ACTIONS]})
    slack.do("open_home", user="U0MO", tab="home")
    slack.do("open_home", user="U0MO", tab="messages")
    heard = slack.wait(lambda: app.events("app_home_opened") if len(app.events("app_home_opened")) == 3 else [])
    events = [one["payload"]["event"] for one in heard]
    assert [event["tab"] for event in events] == ["home", "home", "messages"]
    assert ["view" in event for event in events] == [False, True, False]
    assert slack.do("press", user="U0MO", where={"home": True}, action=PRESS)["ok"]
    assert app.wait("interactive")["container"]["type"] == "view"


# tidying


def test_ephemeral_messages_do_not_outlive_a_reload(slack: LocalSlack, bot: WebClient) -> None:
    for _ in range(2):
        bot.chat_postEphemeral(channel="C0GENERAL", user="U0MO", text="psst")
    first = private(slack, "U0MO")[0]
    slack.do("dismiss", user="U0MO", channel="C0GENERAL", ts=first["ts"])
    assert len(private(slack, "U0MO")) == 1
    slack.do("reload", user="U0MO")
    assert private(slack, "U0MO") == []


def test_a_toast_goes_when_it_is_dismissed(slack: LocalSlack) -> None:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/dance")
    toast = slack.see("U0MO")["toasts"][0]
    slack.do("dismiss_toast", user="U0MO", id=toast["id"])
    assert toasts(slack, "U0MO") == []


def test_a_gesture_that_nobody_knows_says_which_there_are(slack: LocalSlack) -> None:
    answer = slack.do("jump", user="U0MO")
    assert answer["error"] == "unknown_gesture"
    assert "say" in answer["known"]
