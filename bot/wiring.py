"""Which real parts are used: the one file that builds them and hands them in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import Any

    from bot.compare import Table
    from bot.desk import Desk
    from bot.errors import Problem
    from bot.evaluate import Measured
    from bot.fairness import Report
    from bot.flow.influence import ReachCard
    from bot.library.loaded import Knowledge
    from bot.office import Office
    from bot.search.progress import Progress
    from bot.settings import Settings

T = TypeVar("T")


def open_desk(settings: Settings, progress: Progress | None = None) -> Desk:
    """The desk on the files under `settings.root`, with the encoder and the indexes from `settings.cache` (made where missing).

    Raises KnowledgeError for files that cannot be used, EncoderError where the model is not the published one.
    """
    from bot.desk import Desk
    from bot.flow import catalogue
    from bot.library.knowledge import load
    from bot.search.encoder import load_encoder
    from bot.search.progress import silent
    from bot.search.remembering import RememberingEncoder
    from bot.search.store import flag_index, playbook_index, question_index

    knowledge, progress = load(settings.root), progress or silent
    encoder = RememberingEncoder(load_encoder(settings.cache, progress))
    return Desk(
        knowledge,
        finder=playbook_index(
            settings.cache, encoder, catalogue.post_passages(knowledge), catalogue.out_of_scope(knowledge), progress
        ),
        net=flag_index(
            settings.cache,
            encoder,
            catalogue.flag_passages(knowledge),
            partial(catalogue.really_calm, values=knowledge.values),
            catalogue.rules_digest(knowledge.values),
            progress,
        ),
        passages=question_index(
            settings.cache,
            encoder,
            catalogue.question_passages(knowledge),
            catalogue.unanswered(knowledge),
            catalogue.question_entries(knowledge),
            progress,
        ),
    )


def open_knowledge() -> Knowledge:
    """The managers' files alone, without a search on them. Raises KnowledgeError for files that cannot be used."""
    from bot.library.knowledge import load
    from bot.settings import read_settings

    return load(read_settings().root)


def open_office(settings: Settings, database_url: str, progress: Progress | None = None) -> Office:
    """The desk with the store where drafts are kept. Raises what `open_desk` raises, and StoreError for the database."""
    from bot.lookup.opening import open_audiences
    from bot.office import Office, utc_now
    from bot.settings import read_look_up_token
    from bot.store.store import new_id, open_store

    store, token = open_store(database_url), read_look_up_token()
    desk = open_desk(settings, progress)
    return Office(desk, store, utc_now, new_id, open_audiences(desk.knowledge.values.influence.look_up, settings.root, token))


def look_up_reach(settings: Settings, words: str, role: str = "") -> ReachCard:
    """The card of somebody's reach without a desk: no model is loaded, nothing is kept. Raises Misuse for words without one."""
    from bot.flow.audience import read_question
    from bot.flow.roles import require_role
    from bot.library.knowledge import load
    from bot.lookup.opening import open_audiences
    from bot.reach import look_up
    from bot.settings import read_look_up_token

    values = load(settings.root).values
    audiences = open_audiences(values.influence.look_up, settings.root, read_look_up_token())
    return look_up(read_question(words, values), values, audiences, role=require_role(role, values))


def compare_fairly(settings: Settings, database_url: str, days: int | None = None) -> Report:
    """How those who wrote to us were served, by tier, channel and language, from the drafts of the last `days`."""
    from datetime import timedelta

    from bot.fairness import report
    from bot.library.knowledge import load
    from bot.office import utc_now
    from bot.store.store import open_store

    knowledge, store = load(settings.root), open_store(database_url)
    days = days or knowledge.values.influence.keep_days
    try:
        return report(store.drafts_since(utc_now() - timedelta(days=days)), knowledge, days)
    finally:
        store.close()


def run_audit(database_url: str, what: str, head: str = "") -> int:
    """Verifies or exports the record of decisions; the exit code. `head` was noted earlier and must still be in it.

    Raises Misuse for anything else to do, StoreError for the database.
    """
    from bot.errors import Misuse
    from bot.store.store import open_store
    from bot.terminal.audit import print_rows, print_verified

    if what not in ("verify", "export"):
        raise Misuse(f"`{what}` is neither verify nor export")
    store = open_store(database_url)
    try:
        if what == "export":
            return print_rows(store.audit_rows())
        found = store.verify_audit(head)
        return print_verified(found.rows, found.head, found.wrong)
    finally:
        store.close()


def demo_world(settings: Settings) -> dict[str, Any]:
    """The local workspace's people and feed, with a channel for every contact of values.yaml."""
    import json

    from bot.emulator.world import SEED
    from bot.library.knowledge import load

    world: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    told = [person["id"] for person in world["people"] if person["title"] != "Frontline"] + [world["app_user"]["id"]]
    known = {channel["id"] for channel in world["channels"]}
    for contact in load(settings.root).values.contacts.values():
        if contact.slack.startswith("C") and contact.slack not in known:
            name = contact.name.lower().replace(" ", "-")
            world["channels"].append({"id": contact.slack, "name": name, "topic": contact.scope, "members": told})
            known.add(contact.slack)
    return world


def run_emulator(port: int, manifest_file: Path | None, world_file: Path | None) -> None:
    """A local workspace until SIGTERM or Ctrl-C, for the app of a manifest file (ours where there is none).

    Raises StartError, in one sentence, for a port that is taken or a file that cannot be read.
    """
    import json
    import signal
    import sys
    from threading import Event

    from bot.emulator.errors import EmulatorError
    from bot.emulator.local import LocalSlack
    from bot.emulator.world import SEED, World
    from bot.errors import StartError
    from bot.slack.manifest import manifest

    def from_file(read: Callable[[Path], T], path: Path) -> T:
        try:
            return read(path)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StartError(f"{path} cannot be used ({error}); it must be a JSON file as docs/local-slack.md shows") from None

    def parsed(path: Path) -> dict[str, Any]:
        return dict(json.loads(path.read_text(encoding="utf-8")))

    app = from_file(parsed, manifest_file) if manifest_file else manifest()
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    try:
        world = from_file(World.read, world_file or SEED)
        with LocalSlack.start(world, app, port=port) as local:
            sys.stdout.write(
                f"Local Slack: {local.url}\n"
                f"  SLACK_API_URL={local.api_url} SLACK_BOT_TOKEN={local.bot_token} SLACK_APP_TOKEN={local.app_token}\n"
                f"ready: {local.url}\n"
            )
            sys.stdout.flush()
            stopped.wait()
    except EmulatorError as error:
        raise StartError(str(error)) from None


def lint_files(settings: Settings) -> Sequence[Problem]:
    """Every problem in the managers' files, with the checks of every sentence that may be posted."""
    import gc

    from bot.flow.cues import problem_in
    from bot.library.lint import lint

    collecting = gc.isenabled()
    gc.disable()  # hundreds of thousands of small values that all stay until the end: looking for garbage finds none
    try:
        return lint(settings.root, check_cue=problem_in)
    finally:
        if collecting:
            gc.enable()


def measure_playbooks(settings: Settings, progress: Progress | None = None) -> Measured:
    """How well the test posts are answered."""
    from bot.evaluate import measure

    return measure(open_desk(settings, progress))


def compare_searches(settings: Settings, data: Path, seed: int = 0, progress: Progress | None = None) -> Iterable[Table]:
    """Our search beside simpler ones, on our own test posts and on the public sets that lie under `data`."""
    from bot.compare import Labelled, compare_all
    from bot.flow.catalogue import out_of_scope, post_passages
    from bot.library.knowledge import load
    from bot.model import UNKNOWN
    from bot.search.encoder import load_encoder
    from bot.search.progress import silent

    knowledge, progress = load(settings.root), progress or silent
    posts = [
        Labelled(post, playbook_id)
        for playbook_id, loaded in knowledge.playbooks.items()
        if playbook_id != UNKNOWN and loaded.playbook.status == "active"
        for post in loaded.test_posts
    ]
    return compare_all(
        data,
        load_encoder(settings.cache, progress),
        post_passages(knowledge),
        out_of_scope(knowledge),
        posts,
        knowledge.playbooks[UNKNOWN].test_posts,
        seed,
        progress,
    )
