"""The command line: answering (`reply`, `check`, `ask`), the knowledge (`lint`, `eval`, `playbooks`), and Slack (`serve`,
`manifest`, `emulator`, `demo`).

Nothing heavy is imported before a command needs it: `sayso --help` and `sayso lint` stay fast.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import cli_authority, cli_reach
from bot.errors import KnowledgeError, SaysoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.desk import Desk
    from bot.model import Ask

app = typer.Typer(
    name="sayso",
    help="Answer in public, on your own say-so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

cli_reach.register(app)
cli_authority.register(app)

Channel = Annotated[str, typer.Option("--channel", "-c", help="Where the reply will stand: x, facebook, google_review...")]
Role = Annotated[str, typer.Option("--role", "-r", help="Who answers: frontline, lead, manager. Empty: the default role.")]
Name = Annotated[str, typer.Option("--name", "-n", help="First name to sign with.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one a line out (docs/json.md).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a card.")]


@app.command()
def reply(
    post: Annotated[
        str, typer.Argument(help="The customer's words; - reads them from standard input; a file has one post a line.")
    ] = "",
    channel: Channel = "x",
    role: Role = "",
    followers: Annotated[int | None, typer.Option(min=0, help="Audience of the person or group.")] = None,
    checked: Annotated[bool, typer.Option("--checked", help="You saw the public profile: the number is right.")] = False,
    name: Name = "",
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another approved version.")] = 0,
    playbook: Annotated[str, typer.Option(help="Use this playbook instead of the match.")] = "",
    as_json: AsJson = False,
    jsonl: Jsonl = False,
) -> None:
    """A reply to a customer's post, with what you may promise and who must know."""
    from bot.model import Ask
    from bot.terminal import batch

    ask = Ask("", channel, role, followers, checked, name, seed, playbook=playbook)
    if jsonl:
        batch.reply_lines(desk(), ask)
    elif post and batch.is_file(post):
        batch.reply_file(desk(), ask, Path(post))
    else:
        text = batch.read_all() if post == "-" else post
        show(desk, ask, text, as_json=as_json)


@app.command()
def check(
    draft: Annotated[str, typer.Argument(help="Your own words; - reads them from standard input.")] = "",
    post: Annotated[str, typer.Option(help="The customer's words that it answers.")] = "",
    channel: Channel = "x",
    severity: Annotated[int, typer.Option(min=1, max=5, help="1 critical to 5 light.")] = 4,
    role: Role = "",
    name: Name = "",
    jsonl: Jsonl = False,
) -> None:
    """What is wrong with a reply that you wrote yourself; exit code 1 when something must be mended."""
    from bot.terminal import batch, tables

    if jsonl:
        batch.check_lines(desk(), channel, severity, role, name)
        return
    text = batch.read_all() if draft == "-" else draft
    findings = desk().check(text, channel=channel, post=post, severity=severity, role=role, name=name)
    tables.print_findings(findings)
    raise typer.Exit(1 if any(finding.level == "block" for finding in findings) else 0)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="An employee's question, in plain words.")] = "",
    as_json: AsJson = False,
    jsonl: Jsonl = False,
) -> None:
    """Values, guides, limits and playbooks that answer a colleague's question, word for word."""
    from bot.terminal import batch, tables

    if jsonl:
        batch.ask_lines(desk())
        return
    text = batch.read_all() if question == "-" else question
    found = desk()
    answers = found.ask(text)
    if as_json:
        batch.print_json(batch.answers_json(None, answers))
    else:
        tables.print_answers(answers, found.person_to_ask())


@app.command()
def lint() -> None:
    """Check values.yaml and knowledge/: every problem at once, with file, line and mend."""
    from bot.settings import read_settings
    from bot.terminal.plain import print_problems
    from bot.wiring import lint_files

    raise typer.Exit(print_problems(lint_files(read_settings())))


@app.command("eval")
def evaluate(
    compare: Annotated[bool, typer.Option("--compare", help="Set our search beside simpler ones, also on public sets.")] = False,
    data: Annotated[Path, typer.Option(help="Folder of the public sets.")] = Path("../shared/data"),
    seed: Annotated[int, typer.Option(min=0, help="Which examples of the public sets are drawn.")] = 0,
) -> None:
    """Play every playbook's test posts and print how often the right one is found."""
    from bot.settings import read_settings
    from bot.terminal import tables
    from bot.terminal.bars import bars
    from bot.wiring import compare_searches, measure_playbooks

    with bars() as progress:
        if compare:
            for table in compare_searches(read_settings(), data, seed, progress):
                tables.print_table(table)
        else:
            tables.print_measured(measure_playbooks(read_settings(), progress))


@app.command()
def playbooks(words: Annotated[str, typer.Argument(help="Only those that have these words.")] = "") -> None:
    """The situations that Sayso knows."""
    from bot.library.knowledge import load
    from bot.settings import read_settings
    from bot.terminal import tables

    tables.print_playbooks(load(read_settings().root), words)


@app.command()
def serve(
    http: Annotated[bool, typer.Option("--http", help="Be reached over HTTP instead of a socket.")] = False,
    host: Annotated[str, typer.Option(help="With --http: the address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="With --http: the port.")] = 3000,
    workers: Annotated[int, typer.Option(min=1, help="With --http: processes that share the work.")] = 1,
) -> None:
    """The Slack app: over a socket, or over HTTP behind your own TLS. Ends on SIGTERM once what was begun is finished."""
    from functools import partial
    from urllib.parse import urlsplit

    from bot.settings import read_database_url, read_settings, read_slack_settings
    from bot.slack.log import set_up
    from bot.terminal.bars import bars
    from bot.wiring import open_office

    slack, settings = read_slack_settings(over_http=http), read_settings()
    database = read_database_url()
    set_up(secrets=(slack.bot_token, slack.app_token, slack.signing_secret, urlsplit(database).password or ""))
    with bars() as progress:
        open_it = partial(open_office, settings, database, progress)
        if http:
            from bot.slack.serve_http import serve_http

            serve_http(open_it, slack, host, port, workers)
        else:
            from bot.slack.serve import serve_socket

            raise typer.Exit(serve_socket(open_it, slack))


@app.command()
def audit(
    what: Annotated[
        str, typer.Argument(help="verify: is the record whole? export: all of it, one JSON object a line.")
    ] = "verify",
    head: Annotated[
        str, typer.Option(help="With verify: a head that you noted earlier, which must still be in the record.")
    ] = "",
) -> None:
    """The record of every decision: verify that nothing was changed or removed (exit code 1 if so), or export it."""
    from bot.settings import read_database_url
    from bot.wiring import run_audit

    raise typer.Exit(run_audit(read_database_url(), what, head))


@app.command()
def manifest(
    url: Annotated[str, typer.Option(help="Where Slack reaches the app over HTTP; empty: Socket Mode.")] = "",
) -> None:
    """The app to create at api.slack.com/apps: "From a manifest", paste this."""
    import json

    from bot.slack.manifest import manifest as app_manifest

    typer.echo(json.dumps(app_manifest(url), indent=2))


@app.command()
def emulator(
    port: Annotated[int, typer.Option(envvar="SAYSO_PORT", min=1, max=65535, help="Where the page opens.")] = 8300,
    manifest_file: Annotated[
        Path | None, typer.Option("--manifest", help="Your app's manifest (JSON); without it, Sayso's.")
    ] = None,
    world_file: Annotated[Path | None, typer.Option("--world", help="People, channels and feed posts (JSON).")] = None,
) -> None:
    """A local Slack for any Bolt app: the page, the Web API and Socket Mode on 127.0.0.1."""
    from bot.wiring import run_emulator

    run_emulator(port, manifest_file, world_file)


@app.command()
def demo(
    terminal: Annotated[bool, typer.Option("--terminal", help="Three posts and yours on the terminal instead.")] = False,
    port: Annotated[int, typer.Option(envvar="SAYSO_PORT", min=1, max=65535, help="Where the page opens.")] = 8300,
) -> None:
    """Sayso in a local Slack in your browser, without an account; Ctrl-C ends it and leaves nothing behind."""
    if terminal:
        demo_on_terminal()
        return
    from bot.demo import run
    from bot.settings import read_settings
    from bot.slack.manifest import manifest as app_manifest
    from bot.wiring import demo_world

    try:
        run(app_manifest(), demo_world(read_settings()), port)
    except KeyboardInterrupt:
        typer.echo("ended")


def demo_on_terminal() -> None:
    """The main job on three posts, then on yours: paste one a line, Ctrl-D ends."""
    from bot.model import Ask
    from bot.terminal import demo as show_case

    opened = desk()
    show_case.run(lambda text, channel: show(lambda: opened, Ask("", channel=channel, name="Mo"), text, as_json=False))


def show(opened: Callable[[], Desk], ask: Ask, text: str, *, as_json: bool) -> None:
    """Answer one post on the terminal."""
    from dataclasses import replace

    from bot.desk import require_text
    from bot.terminal import batch, tables

    require_text(text, "the post")
    advice = opened().reply(replace(ask, text=text))
    if as_json:
        batch.print_json({"id": None, "advice": batch.advice_json(advice)})
    else:
        tables.print_card(advice)


def desk() -> Desk:
    """The real desk, opened with progress bars for what takes time."""
    from bot.settings import read_settings
    from bot.terminal.bars import bars
    from bot.wiring import open_desk

    settings = read_settings()
    with bars() as progress:
        return open_desk(settings, progress)


def main() -> None:
    """Entry point: every error that we raise on purpose is one clear message, never a traceback."""
    try:
        app()
    except KnowledgeError as error:
        from bot.terminal.plain import print_problems

        raise SystemExit(print_problems(error.problems)) from None
    except SaysoError as error:
        sys.stderr.write(f"sayso: {error}\n")
        raise SystemExit(error.exit_code) from None
    except Exception as error:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        # nobody at a counter can read a traceback
        sys.stderr.write(f"sayso: something broke on our side ({type(error).__name__}); SAYSO_DEBUG=1 shows the whole story\n")
        raise SystemExit(70) from None
