"""`knowledge/examples/<id>.txt` and `<id>.test.txt`: customers' posts, one a line.

Empty lines are skipped, and so are comments, which begin with `## ` (a single # begins a hashtag). `\\n` written out
stands for a line break inside a post.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import KnowledgeError, Problem
from bot.library.characters import read_text

MAX_EXAMPLES_BYTES = 512 * 1024
MAX_POST_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of one file, each with its line, and warnings about them."""

    file: str
    texts: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_posts(data: bytes, file: str) -> Posts:
    """Reads an examples file of at most 512 KiB; repeated posts are kept once. Raises KnowledgeError for all that is too long."""
    text, warnings = read_text(data, file, MAX_EXAMPLES_BYTES)
    found: dict[str, int] = {}
    problems = list(warnings)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("## "):
            continue
        post = line.strip().replace("\\n", "\n")
        if len(post) > MAX_POST_CHARACTERS:
            reason = f"the post has {len(post):,} characters; at most {MAX_POST_CHARACTERS:,} are read"
            problems.append(Problem(file, number, "", reason, "shorten it"))
        elif post in found:
            reason = f"the same post as on line {found[post]}"
            problems.append(Problem(file, number, "", reason, "delete one of them", "warning"))
        else:
            found[post] = number
    if any(problem.level == "error" for problem in problems):
        raise KnowledgeError(problems)
    return Posts(file, tuple(found), tuple(found.values()), tuple(problems))
