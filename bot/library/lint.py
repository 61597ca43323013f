"""Everything that can be wrong in the managers' files, found at once: what loading refuses, and what spans files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.errors import Problem
from bot.library.folder import FolderReader
from bot.library.knowledge import LoadedPlaybook, loaded_playbooks
from bot.library.lint_cues import CheckCue, check_cues
from bot.library.lint_moves import check_moves, variants
from bot.library.lint_people import check_contacts, check_flags, check_roles
from bot.library.lint_playbooks import Names, check_mutual, check_names, check_review, check_rules
from bot.library.lint_posts import check_owners, check_posts
from bot.library.lint_rota import check_hours, check_rota
from bot.library.lint_values import check_values
from bot.library.problems import did_you_mean
from bot.library.questions import answerable, check_questions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from bot.library.folder import Folder
    from bot.library.sheets import Sheet
    from bot.library.values import Values

CheckVariant = Callable[[LoadedPlaybook, str, str, str], Iterable[Problem]]
"""Given a playbook, move, family and sentence, says what is wrong with the sentence. Its problems may leave file, line
and field open (line 0): the linter knows them."""


def lint(
    root: Path, check_variant: CheckVariant | None = None, check_cue: CheckCue | None = None, *, today: date | None = None
) -> list[Problem]:
    """All problems under `root`, in file and line order. Those of level "error" must be mended before anyone is answered.

    `today` is the day against which reviews are stale (now in UTC when left out). Never raises for what a file says.
    """
    folder = FolderReader(root).read()
    playbooks = _stems(folder, "playbooks")
    found = [*folder.problems, *check_posts(folder), *check_owners(folder, playbooks), *check_mutual(folder.playbooks)]
    for playbook in folder.playbooks.values():
        found.extend(check_rules(playbook))
    if folder.values:
        found.extend(_check_against_values(root, folder, folder.values, playbooks, today or datetime.now(UTC).date()))
    if check_variant:
        found.extend(_check_variants(folder, check_variant))
    if check_cue:
        found.extend(check_cues(folder, check_cue))
    return sorted(set(found))


def _check_against_values(
    root: Path, folder: Folder, values: Sheet[Values], playbooks: Collection[str], today: date
) -> Iterator[Problem]:
    yield from check_values(values)
    yield from check_roles(values)
    yield from check_contacts(values)
    yield from check_hours(values)
    yield from check_rota(values, folder.playbooks, today)
    yield from check_flags(values, playbooks)
    cases = root / "knowledge" / "cases"
    if folder.questions:
        guides = _stems(folder, "guides")
        yield from check_questions(folder.questions, answerable(values.value, playbooks, guides))
    names = Names.of(values.value, playbooks, {path.stem for path in cases.glob("*.md")} if cases.is_dir() else None)
    for playbook in folder.playbooks.values():
        yield from check_names(playbook, names)
        yield from check_moves(playbook, values.value.links)
        yield from check_review(playbook, values.value, today)
    for guide in folder.guides.values():
        for number, name in enumerate(guide.value.values):
            if name not in names.values:
                reason = f"there is no value `{name}`"
                yield guide.located.problem(("values", number), reason, did_you_mean(name, names.values))


def _check_variants(folder: Folder, check_variant: CheckVariant) -> Iterator[Problem]:
    for name, loaded in loaded_playbooks(folder).items():
        located = folder.playbooks[name].located
        for variant in variants(loaded.playbook):
            for problem in check_variant(loaded, variant.move, variant.family, variant.text):
                place = located.problem(located.known(variant.path), problem.reason, problem.mend, problem.level)
                yield problem if problem.line else replace(place, field=problem.field or place.field)


def _stems(folder: Folder, kind: str) -> frozenset[str]:
    """The ids that files of a kind stand for, also of those that cannot be read: they exist, and mending them is enough."""
    prefix = f"knowledge/{kind}/"
    return frozenset(name.removeprefix(prefix).removesuffix(".md") for name in folder.digests if name.startswith(prefix))
