"""What a database says, in a sentence for who runs Sayso. It never repeats what was being written: that is a customer's."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import DBAPIError

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

TRIES = 5
_EACH_WAITS_FOR_THE_OTHER = "40P01"

_MENDS = {
    "locked": "another program has been writing to it for too long; stop that program, or try again",
    "disk is full": "its disk is full; make room",
    "no space left": "its disk is full; make room",
    "readonly": "it must not be written; give this user the right to write the file and its folder",
    "permission denied": "it must not be written; give this user the right to write the file and its folder",
    "unable to open": "it cannot be opened; check that the path is a file in a folder that this user may write",
    "not a database": "that file is something else, or damaged; name another file, or bring back a copy",
    "malformed": "that file is damaged; bring back a copy",
    "already exists": "it holds tables of another program; name another database",
}


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns what the database at `where` raises into a StoreError that says the mend."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise StoreError(f"the database {where} cannot be used: {_mend(error)}") from error


def again(write: Callable[[], T]) -> T:
    """Does a write once more when PostgreSQL took it back because two programs waited for each other."""
    for _ in range(TRIES - 1):
        try:
            return write()
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _EACH_WAITS_FOR_THE_OTHER:
                raise
    return write()


def _mend(error: DBAPIError | OSError) -> str:
    # The first line alone: PostgreSQL shows the row in the second.
    said = (str(error.orig if isinstance(error, DBAPIError) else error).strip().splitlines() or ["it does not say why"])[0]
    return next((f"{mend} ({said})" for cue, mend in _MENDS.items() if cue in said.casefold()), said)
