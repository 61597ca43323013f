"""A service of audiences may be slow, wrong, down, huge or hostile: we wait no longer than we said, and never believe it."""

from __future__ import annotations

import json
import socket
import threading
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.errors import LookUpFailed
from bot.flow.influence import Found
from bot.lookup.service import MOST_BYTES, ServiceAudiences
from tests.lookup.unkind import dripping, raw, saying, serving, silent

if TYPE_CHECKING:
    from tests.lookup.unkind import Behave

SOON = 0.2
OK = b"HTTP/1.1 200 OK\r\n"


def test_a_number_and_its_day_are_taken_as_the_service_gives_them() -> None:
    with serving(saying(b'{"followers": 620000, "seen": "2026-11-02", "more": [1]}')) as server:
        found = ServiceAudiences(f"{server.address}?team=a", "s3cret").find("@dana&x=1", "x")
    assert found == Found(620_000, date(2026, 11, 2), "127.0.0.1")
    head = server.requests[0].splitlines()
    assert head[0] == "GET /audience?team=a&handle=%40dana%26x%3D1&network=x HTTP/1.1"
    assert "Authorization: Bearer s3cret" in head


@pytest.mark.parametrize("behave", [saying(b"", "404 Not Found"), saying(b'{"followers": null}')], ids=["404", "null"])
def test_a_handle_that_the_service_does_not_know_is_no_failure(behave: Behave) -> None:
    with serving(behave) as server:
        assert ServiceAudiences(server.address).find("@dana", "") is None


WRONG: dict[str, Behave] = {
    "no JSON": saying(b"<html>hello</html>"),
    "nothing": saying(b""),
    "a list": saying(b"[620000]"),
    "no followers": saying(b'{"fans": 3}'),
    "a text": saying(b'{"followers": "620000"}'),
    "a fraction": saying(b'{"followers": 1.5}'),
    "infinite": saying(b'{"followers": 1e999}'),
    "not a number": saying(b'{"followers": NaN}'),
    "true": saying(b'{"followers": true}'),
    "below zero": saying(b'{"followers": -1}'),
    "more than people": saying(b'{"followers": 99999999999999}'),
    "endless digits": saying(b'{"followers": ' + b"9" * 9_000 + b"}"),
    "deep": saying(b"[" * 15_000),
    "no such day": saying(b'{"followers": 3, "seen": "2026-13-45"}'),
    "a day that is none": saying(b'{"followers": 3, "seen": {"a": 1}}'),
    "no UTF-8": saying(b'{"followers": "\xff\xfe"}'),
    "zipped": saying(b"\x1f\x8b\x08\x00", headers="Content-Encoding: gzip\r\n"),
    "broken": saying(b"", "500 Oh no"),
    "forbidden": saying(b'{"followers": 3}', "403 Forbidden"),
    "huge": saying(json.dumps({"followers": 3, "x": "x" * MOST_BYTES}).encode()),
    "huge and unsaid": raw(OK + b"\r\n" + b" " * 200_000),
    "endless headers": raw(OK + b"X: y\r\n" * 5_000),
    "one endless header": raw(OK + b"X: " + b"y" * 200_000),
    "no HTTP": raw(b"SSH-2.0-OpenSSH\r\n"),
    "cut off": raw(OK + b'Content-Length: 900\r\n\r\n{"followers"'),
    "gone": raw(b""),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_a_plain_number_is_refused_in_one_sentence(name: str) -> None:
    with serving(WRONG[name]) as server, pytest.raises(LookUpFailed) as refused:
        ServiceAudiences(server.address).find("@dana", "")
    assert str(refused.value).startswith("127.0.0.1")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


SLOW: dict[str, Behave] = {
    "silent": silent,
    "dripping headers": dripping(OK, b"X: y\r\n"),
    "dripping one header": dripping(OK + b"X: ", b"y"),
    "dripping a body": dripping(OK + b"\r\n{", b" "),
    "dripping pieces": dripping(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "always to be continued": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("name", SLOW)
def test_nobody_waits_longer_than_was_said_however_the_bytes_come(name: str) -> None:
    with serving(SLOW[name]) as server:
        service, started = ServiceAudiences(server.address, seconds=SOON), time.monotonic()
        with pytest.raises(LookUpFailed):
            service.find("@dana", "")
        assert time.monotonic() - started < SOON + 1
        service._pool.shutdown(wait=True)  # the worker is free again: it was cut off, not left behind
        assert time.monotonic() - started < SOON + 2


def test_a_service_that_is_down_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(LookUpFailed, match=r"cannot be reached or breaks off \(ConnectionRefusedError\)"):
        ServiceAudiences(f"http://127.0.0.1:{port}/").find("@dana", "")


def test_we_follow_nobody_elsewhere_and_our_token_goes_nowhere_else() -> None:
    with serving(saying(b'{"followers": 5}')) as other:
        moved = saying(b"", "302 Found", f"Location: {other.address}\r\n")
        with serving(moved) as server, pytest.raises(LookUpFailed, match="sends us elsewhere"):
            ServiceAudiences(server.address, "s3cret").find("@dana", "")
    assert other.requests == []


def test_the_token_does_not_show_itself() -> None:
    assert "s3cret" not in repr(ServiceAudiences("https://a.example", "s3cret"))


def test_many_who_ask_at_once_are_all_answered() -> None:
    found: list[Found | None] = []
    with serving(saying(b'{"followers": 7}')) as server:
        service = ServiceAudiences(server.address, seconds=3)
        askers = [threading.Thread(target=lambda: found.append(service.find("@dana", ""))) for _ in range(20)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
    assert [one.followers for one in found if one] == [7] * 20
