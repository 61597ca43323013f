"""Which real parts are used: the one file that builds them and hands them in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bot.compare import Table
    from bot.desk import Desk
    from bot.errors import Problem
    from bot.evaluate import Measured
    from bot.search.progress import Progress
    from bot.settings import Settings


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


def lint_files(settings: Settings) -> Sequence[Problem]:
    """Every problem in the managers' files, with the checks of every sentence that may be posted."""
    from bot.flow.cues import problem_in
    from bot.library.lint import lint

    return lint(settings.root, check_cue=problem_in)


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
