"""conversations.* and users.*: what an app may learn of a workspace."""

from __future__ import annotations

from tests.emulator.methods.stage import DM, GENERAL, MO, RANDOM, Stage, error, refused


def test_history_comes_newest_first_and_in_pages(stage: Stage) -> None:
    posted = [stage.say(text=str(number)) for number in range(5)]
    first = stage.client.conversations_history(channel=GENERAL, limit=2)
    assert [one["ts"] for one in first["messages"]] == [posted[4], posted[3]]
    assert first["has_more"] is True
    second = stage.client.conversations_history(channel=GENERAL, limit=2, cursor=first["response_metadata"]["next_cursor"])
    assert [one["ts"] for one in second["messages"]] == [posted[2], posted[1]]


def test_the_clients_own_paging_reads_everything(stage: Stage) -> None:
    posted = {stage.say(text=str(number)) for number in range(5)}
    pages = stage.client.conversations_history(channel=GENERAL, limit=2)
    assert {one["ts"] for page in pages for one in page["messages"]} >= posted


def test_history_is_bounded_by_its_moments(stage: Stage) -> None:
    first, second, third = (stage.say(text=str(number)) for number in range(3))

    def between(*, inclusive: bool) -> list[str]:
        page = stage.client.conversations_history(channel=GENERAL, oldest=first, latest=third, inclusive=inclusive)
        return [one["ts"] for one in page["messages"]]

    assert between(inclusive=False) == [second]
    assert between(inclusive=True) == [third, second, first]
    assert error(lambda: stage.client.conversations_history(channel=GENERAL, oldest="noon")) == "invalid_ts_oldest"


def test_replies_stand_in_their_thread_and_not_in_history(stage: Stage) -> None:
    root = stage.post()
    reply = stage.post(thread_ts=root)
    loud = stage.post(thread_ts=root, reply_broadcast=True)
    thread = stage.client.conversations_replies(channel=GENERAL, ts=root)["messages"]
    assert [one["ts"] for one in thread] == [root, reply, loud]
    assert thread[0]["reply_count"] == 2
    history = [one["ts"] for one in stage.client.conversations_history(channel=GENERAL)["messages"]]
    assert reply not in history
    assert {root, loud} <= set(history)
    assert error(lambda: stage.client.conversations_replies(channel=GENERAL, ts="1.000001")) == "thread_not_found"


def test_an_app_reads_only_where_it_is_a_member(stage: Stage) -> None:
    assert error(lambda: stage.client.conversations_history(channel=RANDOM)) == "not_in_channel"
    stage.client.conversations_join(channel=RANDOM)
    assert stage.client.conversations_history(channel=RANDOM)["ok"]
    again = stage.client.conversations_join(channel=RANDOM)
    assert again["warning"] == "already_in_channel"


def test_a_cursor_that_was_never_given_is_refused(stage: Stage) -> None:
    assert error(lambda: stage.client.conversations_history(channel=GENERAL, cursor="beyond")) == "invalid_cursor"
    assert error(lambda: stage.client.conversations_members(channel=GENERAL, limit=5000)) == "invalid_limit"


def test_channels_are_listed_by_their_types(stage: Stage) -> None:
    public = stage.client.conversations_list()["channels"]
    assert {GENERAL, RANDOM} <= {one["id"] for one in public}
    direct = stage.client.conversations_list(types="im")["channels"]
    assert {one["id"] for one in direct} >= {DM}
    assert all(one["is_im"] for one in direct)
    assert error(lambda: stage.client.conversations_list(types="secret")) == "invalid_types"


def test_a_channel_tells_whether_the_app_is_in_it(stage: Stage) -> None:
    assert stage.client.conversations_info(channel=GENERAL)["channel"]["is_member"] is True
    assert stage.client.conversations_info(channel=RANDOM)["channel"]["is_member"] is False
    assert stage.client.conversations_info(channel=DM)["channel"]["user"] == MO
    assert error(lambda: stage.client.conversations_info(channel="C404")) == "channel_not_found"


def test_the_channels_of_somebody_are_those_they_are_in(stage: Stage) -> None:
    own = {one["id"] for one in stage.client.users_conversations()["channels"]}
    assert GENERAL in own
    assert RANDOM not in own
    theirs = {one["id"] for one in stage.client.users_conversations(user=MO)["channels"]}
    assert RANDOM in theirs


def test_a_conversation_with_a_person_is_opened(stage: Stage) -> None:
    assert stage.client.conversations_open(users=[MO])["channel"] == {"id": DM}
    assert stage.client.conversations_open(users=MO, return_im=True)["channel"]["user"] == MO
    assert error(lambda: stage.client.conversations_open(users="U404")) == "user_not_found"
    assert error(lambda: stage.client.conversations_open(users="")) == "users_list_not_supplied"
    assert error(lambda: stage.client.conversations_open(users="U0BOT")) == "cannot_dm_bot"
    assert error(lambda: stage.client.conversations_open(users=[MO, "U0ANA"])) == "too_many_users"


def test_people_are_known_by_id_and_by_address(stage: Stage) -> None:
    user = stage.client.users_info(user=MO)["user"]
    assert (user["name"], user["profile"]["title"], user["is_bot"]) == ("mo", "Frontline", False)
    assert stage.client.users_lookupByEmail(email="MO@local.example")["user"]["id"] == MO
    assert error(lambda: stage.client.users_lookupByEmail(email="nobody@local.example")) == "users_not_found"
    assert (user["tz"], user["tz_offset"]) == ("America/New_York", -4 * 3600)  # summer, by the workspace's clock
    assert error(lambda: stage.client.users_info(user="U404")) == "user_not_found"


def test_the_workspace_and_its_bots_are_known(stage: Stage) -> None:
    assert stage.client.team_info()["team"]["domain"] == "local"
    assert error(lambda: stage.client.team_info(team="T404")) == "team_not_found"
    assert stage.client.bots_info(bot="B0BOT")["bot"]["user_id"] == "U0BOT"
    assert error(lambda: stage.client.bots_info(bot="B404")) == "bot_not_found"
    assert refused(lambda: stage.client.usergroups_users_list(usergroup="S1"))["error"] == "no_such_subteam"


def test_auth_test_tells_who_the_app_is_and_what_it_may(stage: Stage) -> None:
    answer = stage.client.auth_test()
    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == ("U0BOT", "B0BOT", "T0LOCAL")
    scopes = next(value for name, value in answer.headers.items() if name.lower() == "x-oauth-scopes")
    assert "chat:write" in scopes


def test_api_test_says_back_what_it_was_given(stage: Stage) -> None:
    assert stage.client.api_call("api.test", json={"word": "hello"})["args"]["word"] == "hello"
    assert error(lambda: stage.client.api_call("api.test", json={"error": "my_error"})) == "my_error"
