"""The command line as people and machines use it. Most claims run `main` in this process on the one real desk; where the
process itself matters (a fresh start, the demo, another folder) it is a real one."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from bot import cli
from bot.decided import Decision
from bot.kept import Brief, Kept
from bot.model import Ask
from bot.store.store import open_store

if TYPE_CHECKING:
    from bot.desk import Desk

ROOT = Path(__file__).parents[1]
THEN = datetime(2026, 3, 1, tzinfo=UTC)
KEPT = Kept("d_1", "T1", "U0MO", Ask("my bag is gone"), Brief(), "I've got this. ^Mo", False, "p@1", "go", 4, THEN, THEN)


class Done(NamedTuple):
    """What a command did."""

    returncode: int
    stdout: str
    stderr: str


Sayso = Callable[..., Done]


@pytest.fixture
def sayso(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """Runs a command in this process: the same `main`, the same streams, a desk that is open already."""
    monkeypatch.setattr(cli, "desk", lambda: desk)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SAYSO_ROOT", str(ROOT))

    def run(*arguments: str, given: bytes | str = b"") -> Done:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        out, err, code = io.StringIO(), io.StringIO(), 0
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                cli.main()
            except SystemExit as end:
                code = int(end.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    return run


def process(*arguments: str, given: str = "", cwd: Path = ROOT) -> Done:
    """The same as a process of its own."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, cwd=cwd, timeout=300, check=False, env=environment
    )
    return Done(done.returncode, done.stdout, done.stderr)


def lines(done: Done) -> list[dict[str, Any]]:
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_card_reads_from_verdict_to_reply_to_authority_to_reasons(sayso: Sayso) -> None:
    done = sayso("reply", "you charged me twice for one room", "--name", "Mo")
    assert done.returncode == 0
    places = [
        done.stdout.index(part) for part in ("First line due by", "reply, ready to copy", "You may", "Do now", "Values", "Why")
    ]
    assert places == sorted(places)
    assert "^Mo" in done.stdout


def test_json_lines_keep_order_and_echo_ids_whatever_they_are(sayso: Sayso) -> None:
    requests = [
        {"id": {"a": 1}, "text": "lost my bag"},
        {"text": "thank you all"},
        {"id": "x-9", "text": "there is glass in my soup"},
    ]
    done = sayso("reply", "--jsonl", given="\n".join(map(json.dumps, requests)))
    answers = lines(done)
    assert [answer["id"] for answer in answers] == [{"a": 1}, None, "x-9"]
    assert all(answer["schema"] == 1 and answer["advice"]["schema"] == 1 for answer in answers)
    assert answers[2]["advice"]["authority"]["verdict"] == "hold"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("not json", "JSON"),
        ("[1, 2]", "object"),
        ('{"id": 7}', "text"),
        ('{"text": 5}', "text"),
        ('{"text": "hi there", "chanel": "x"}', "chanel"),
        ('{"text": "hi there", "channel": "fax"}', "fax"),
        ('{"text": "hi there", "followers": "many"}', "followers"),
        ('{"text": "hi there", "followers": -4}', "followers"),
        ('{"text": ""}', "empty"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_bad_line_gives_a_clear_error_and_stops_nothing(sayso: Sayso, line: str, named: str) -> None:
    done = sayso("reply", "--jsonl", given=f'{line}\n{{"id": 2, "text": "lost my bag"}}\n')
    first, second = lines(done)
    assert named in first["error"]["message"]
    assert "advice" in second


def test_a_file_of_posts_gives_one_json_line_a_post(sayso: Sayso, tmp_path: Path) -> None:
    posts = tmp_path / "posts.txt"
    posts.write_text("lost my bag\n\nthank you all\n", encoding="utf-8")
    assert [answer["id"] for answer in lines(sayso("reply", str(posts)))] == [1, 3]


def test_standard_input_is_one_post(sayso: Sayso) -> None:
    done = sayso("reply", "-", "--json", given="you lost\nmy bag")
    assert json.loads(done.stdout)["advice"]["drafts"]


@pytest.mark.parametrize("given", [b"", b"   \n", b"\x00\x01\x02\xff", b"\xff\xfe\x00", "\u200b".encode()])
def test_what_is_no_post_is_misuse_said_in_one_sentence(sayso: Sayso, given: bytes) -> None:
    done = sayso("reply", "-", given=given)
    assert done.returncode == 2
    assert done.stderr.startswith("sayso: ")
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_post_of_a_mebibyte_is_cut_and_answered(sayso: Sayso) -> None:
    done = sayso("reply", "-", "--json", given="my bag is lost " * 70_000)
    assert json.loads(done.stdout)["advice"]["reading"]["cut"] is True


@pytest.mark.parametrize(
    "arguments", [("reply", "hi there", "--channel", "fax"), ("reply", "hi there", "--role", "king"), ("nonsense",)]
)
def test_misuse_exits_with_two(sayso: Sayso, arguments: tuple[str, ...]) -> None:
    done = sayso(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_away_from_its_files_sayso_says_where_it_looked(tmp_path: Path) -> None:
    done = process("reply", "hi there", cwd=tmp_path)
    assert done.returncode == 2
    assert "values.yaml" in done.stderr


def test_checking_finds_an_offer_over_the_limit_and_says_who_may(sayso: Sayso) -> None:
    done = sayso("check", "I've refunded you 900 USD today. ^Mo", "--post", "you charged me twice")
    assert done.returncode == 1
    assert "Q07" in done.stdout


def test_check_lines_give_findings(sayso: Sayso) -> None:
    request = {
        "id": 1,
        "text": "Delete your review and we will refund you.",
        "post": "bad service",
        "channel": "x",
        "severity": 4,
        "role": "lead",
    }
    (answer,) = lines(sayso("check", "--jsonl", given=json.dumps(request)))
    assert "Q14" in {finding["check"] for finding in answer["findings"]}


def test_ask_lines_give_passages_by_kind_and_id(sayso: Sayso) -> None:
    (answer,) = lines(sayso("ask", "--jsonl", given='{"id": 1, "text": "am I allowed to delete a nasty comment?"}'))
    assert {"kind", "id", "text"} <= set(answer["answers"][0])
    assert "moderation" in {found["kind"] for found in answer["answers"]} | {found["id"] for found in answer["answers"]}


def test_a_question_that_nothing_answers_names_a_person(sayso: Sayso) -> None:
    done = sayso("ask", "what is the wifi password of the canteen printer")
    assert done.returncode == 0
    assert "Ask " in done.stdout


def test_the_demo_shows_three_cards_and_ends_without_a_terminal() -> None:
    done = process("demo", "--terminal")
    assert done.returncode == 0
    assert done.stdout.count("First line due by") == 3


def test_lint_names_file_line_field_and_mend(tmp_path: Path, desk: Desk) -> None:
    import shutil

    shutil.copy(ROOT / "values.yaml", tmp_path)
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    broken = tmp_path / "knowledge" / "playbooks" / "staff-rude.md"
    broken.write_text(broken.read_text(encoding="utf-8").replace("apology:", "apologie:"), encoding="utf-8")
    done = process("lint", cwd=tmp_path)
    assert done.returncode == 1
    assert "knowledge/playbooks/staff-rude.md:" in done.stdout
    assert "unknown field `apologie`; did you mean `apology`?" in done.stdout


def test_the_record_of_decisions_is_verified_and_exported(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATABASE_URL", f"sqlite:///{tmp_path}/sayso.db")
    assert sayso("audit", "verify") == Done(0, "0 decisions, nothing changed, nothing missing.\n", "")
    store = open_store(f"sqlite:///{tmp_path}/sayso.db")
    for number in range(2):
        decision = Decision("T1", THEN, "U0MO", "frontline", f"did {number}", "d_1")
        store.keep(KEPT, record=decision)
    store.close()
    verified = sayso("audit", "verify")
    assert verified.stdout.startswith("2 decisions, nothing changed, nothing missing.\nhead: ")
    exported = lines(sayso("audit", "export"))
    assert [row["action"] for row in exported] == ["did 0", "did 1"]
    assert sayso("audit", "verify", "--head", exported[0]["hash"]).returncode == 0
    assert sayso("audit", "verify", "--head", "f" * 64).returncode == 1
    with contextlib.closing(sqlite3.connect(tmp_path / "sayso.db")) as connection, connection:
        connection.execute("UPDATE audit SET role = 'manager' WHERE seq = 1")
    found = sayso("audit", "verify")
    assert (found.returncode, found.stdout.splitlines()[0]) == (1, "row 1 was changed after it was written")
    assert sayso("audit", "mend").returncode == 2


def test_the_manifest_is_json_for_slack_to_read(sayso: Sayso) -> None:
    over_socket, over_http = sayso("manifest"), sayso("manifest", "--url", "https://sayso.example.com/slack/events")
    assert json.loads(over_socket.stdout)["settings"]["socket_mode_enabled"] is True
    assert "https://sayso.example.com" in over_http.stdout


def test_a_file_that_is_no_manifest_is_said_in_one_line(sayso: Sayso, tmp_path: Path) -> None:
    wrong = tmp_path / "manifest.json"
    wrong.write_text("{", encoding="utf-8")
    done = sayso("emulator", "--manifest", str(wrong))
    assert done.returncode == 78
    assert done.stderr.startswith(f"sayso: {wrong} cannot be used")


def test_the_demo_starts_both_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    environ = {**os.environ, "SAYSO_PORT": str(port), "TMPDIR": str(tmp_path), "HTTP_PROXY": "http://127.0.0.1:9"}
    ignoring = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv(sys.executable, sys.argv[1:])"
    command = [sys.executable, "-c", ignoring, sys.executable, "-m", "bot", "demo"]  # as a shell starts what runs behind it
    demo = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True)
    assert demo.stdout is not None
    assert any(f"Open http://127.0.0.1:{port}" in line for line in demo.stdout)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_emulator/ready") as answer:
        assert json.load(answer)["connections"] == 1
    taken = process("demo", "--port", str(port))
    assert taken.returncode == 78
    assert f"Port {port} is taken" in taken.stderr
    demo.send_signal(signal.SIGINT)
    assert demo.wait(20) == 0
    demo.stdout.close()
    assert not list(tmp_path.iterdir())
    with socket.socket() as one, pytest.raises(ConnectionRefusedError):
        one.connect(("127.0.0.1", port))


@pytest.mark.parametrize(
    ("words", "options", "code", "said"),
    [
        (("refund", "100"), (), 0, "Yes: refund 100 USD"),
        (("refund", "101"), (), 1, "It is for lead, up to 500 USD. Shift lead is on call now."),
        (("refund", "101"), ("--role", "lead"), 0, "Yes: refund 101 USD"),
        (("exception", "90"), ("--role", "lead"), 0, "Yes, and tell Shift lead: exception 90 USD"),
        (("refund", "80"), ("--given", "250"), 1, "you gave 250 USD today, so 50 USD is left."),
    ],
)
def test_may_i_is_answered_with_the_line_of_values_yaml(
    sayso: Sayso, words: tuple[str, ...], options: tuple[str, ...], code: int, said: str
) -> None:
    done = sayso("may", " ".join(words), *options)
    assert done.returncode == code
    assert said in done.stdout
    assert "values.yaml:" in done.stdout


def test_may_i_give_nothing_in_particular_is_answered_with_what_there_is_to_give(sayso: Sayso) -> None:
    done = sayso("may", "be nice")
    assert done.returncode == 2
    assert "say what you would like to give" in done.stderr


def test_who_is_on_call_is_told_for_every_contact(sayso: Sayso, desk: Desk) -> None:
    done = sayso("oncall")
    assert done.returncode == 0
    assert all(contact.name.split()[0] in done.stdout for contact in desk.knowledge.values.contacts.values())
    assert "always" in done.stdout


def test_reach_is_a_card_or_json_and_needs_no_model(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "desk", lambda: pytest.fail("no desk is needed"))
    card = sayso("reach", "@dana", "620000", "checked")
    assert "@dana: T4 (mass), high reach" in card.stdout
    assert "Never changes: remedy, apology, honesty, whether answered" in card.stdout
    answer = json.loads(sayso("reach", "466,000 views in 3 days", "--json").stdout)
    assert (answer["schema"], answer["speed"]["per_hour"], answer["speed"]["level"]) == (1, 6472, "viral")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reach", "hello"), "say whose reach"),
        (("reach", "@d", "--role", "boss"), "unknown role `boss`"),
    ],
)
def test_reach_says_what_is_wrong_with_a_question(sayso: Sayso, arguments: tuple[str, ...], said: str) -> None:
    done = sayso(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_fairness_on_an_empty_store_is_a_sentence_and_as_json_the_same(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_DATABASE_URL", f"sqlite:///{tmp_path}/sayso.db")
    assert sayso("fairness").stdout == "No drafts in the last 30 days: there is nothing to compare yet.\n"
    assert json.loads(sayso("fairness", "--days", "7", "--json").stdout) == {
        "schema": 1, "days": 7, "drafts": 0, "currency": "USD", "groups": {"tier": [], "channel": [], "language": []}, "gaps": [],
    }  # fmt: skip


def test_fairness_prints_every_comparison_and_names_a_gap(sayso: Sayso, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from bot.office import utc_now
    from bot.store.store import open_store
    from tests.test_fairness import kept

    monkeypatch.setenv("SAYSO_DATABASE_URL", f"sqlite:///{tmp_path}/sayso.db")
    store = open_store(f"sqlite:///{tmp_path}/sayso.db")
    for number in range(24):
        draft = kept(number, channel="x" if number % 2 else "yelp", posted=30 if number % 2 else None)
        posted = utc_now() if draft.posted_at else None
        store.keep(dataclasses.replace(draft, made=utc_now(), changed=utc_now(), posted_at=posted))
    store.close()
    out = sayso("fairness").stdout
    assert "24 drafts of the last 30 days" in out
    assert all(word in out for word in ("tier", "channel", "language", "answered", "median time", "could be given, USD"))
    assert "Look at this: channel yelp is answered 100% less often than x at severity 4" in out
