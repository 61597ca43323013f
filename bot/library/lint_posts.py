"""Posts teach one playbook each, and what measures never teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.errors import Problem
from bot.library.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.library.folder import Folder
    from bot.library.playbooks import Playbook
    from bot.library.sheets import Sheet


class _Post(NamedTuple):
    text: str
    playbook: str
    test: bool
    file: str
    line: int
    field: str


def check_posts(folder: Folder) -> Iterator[Problem]:
    """Test posts that are indexed too (errors), posts that stand in two places (warnings), playbooks without test posts."""
    from bot.text.clean import matching_copy

    first: dict[str, _Post] = {}
    indexed_first = sorted(_all_posts(folder), key=lambda post: post.test)
    for post in indexed_first:
        other = first.setdefault(matching_copy(post.text), post)
        if other is not post:
            yield _twice(post, other)
    for sheet in folder.playbooks.values():
        if not folder.test_posts_of(sheet.value):
            mend = f"add `test_posts:`, or knowledge/examples/{sheet.value.id}.test.txt"
            yield sheet.located.problem(("test_posts",), "nothing measures this playbook", mend)


def check_owners(folder: Folder, playbooks: Collection[str]) -> Iterator[Problem]:
    """Files of examples that belong to no playbook."""
    for name, posts in folder.posts.items():
        owner = name.removesuffix(".test")
        if owner not in playbooks:
            yield Problem(posts.file, 0, "", f"there is no playbook `{owner}`", did_you_mean(owner, playbooks))


def _twice(post: _Post, other: _Post) -> Problem:
    place = f"{other.file}:{other.line}"
    if post.test and not other.test:
        return Problem(post.file, post.line, post.field, f"this test post is also an example ({place})", "delete one of them")
    mend = "delete one of them" if post.playbook == other.playbook else "keep it where it fits best"
    return Problem(post.file, post.line, post.field, f"the same post as in {place}", mend, "warning")


def _all_posts(folder: Folder) -> Iterator[_Post]:
    for name, sheet in folder.playbooks.items():
        yield from _own_posts(sheet, "posts", sheet.value.posts)
        yield from _own_posts(sheet, "test_posts", sheet.value.test_posts)
        for file in (name, f"{name}.test"):
            posts = folder.posts.get(file)
            if posts:
                for text, line in zip(posts.texts, posts.lines, strict=True):
                    yield _Post(text, name, file != name, posts.file, line, "")


def _own_posts(sheet: Sheet[Playbook], field: str, texts: tuple[str, ...]) -> Iterator[_Post]:
    for number, text in enumerate(texts):
        line = sheet.located.line((field, number))
        yield _Post(text, sheet.value.id, field == "test_posts", sheet.located.file, line, f"{field}[{number}]")
