"""Kills writers: each life is a process that keeps drafts from four threads and says which are kept, until it is shot.

Prints how many drafts were answered, and which of those are missing. The lives are forked, so that each costs no new imports.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from threading import Thread

from bot.store.store import open_store
from tests.store import sample

THREADS = 4


def live(url: str, name: int, pipe: int) -> None:
    store = open_store(url)

    def write(thread: int) -> None:
        for number in range(100_000):
            draft = f"d_{name}_{thread}_{number}"
            store.keep(sample.kept(draft))
            os.write(pipe, f"{draft}\n".encode())

    threads = [Thread(target=write, args=(thread,)) for thread in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def kill(url: str, name: int, after: int) -> list[str]:
    """The drafts that a life had answered before it was shot, which is somewhere after that many."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        live(url, name, there)
        os._exit(0)
    os.close(there)
    said = b""
    with os.fdopen(here, "rb", buffering=0) as answers:
        while said.count(b"\n") < after:
            said += answers.read(64) or b"\n"
        os.kill(child, signal.SIGKILL)
        said += answers.readall()
    os.waitpid(child, 0)
    return said.decode().split("\n")[:-1]


def main(url: str, rounds: int) -> None:
    chance = random.Random(7)
    answered = [draft for name in range(rounds) for draft in kill(url, name, chance.randrange(1, 60))]
    store = open_store(url)
    missing = [draft for draft in answered if store.draft("T1", draft) != sample.kept(draft)]
    with store._engine.connect() as connection:
        health = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    print(len(answered), len(missing), health)  # noqa: T201, as this is what the test reads
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
