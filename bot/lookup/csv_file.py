"""Audiences from a CSV file of ours: `handle,followers` and, where wanted, `network` and `seen` (2026-11-02)."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from bot.errors import LookUpFailed
from bot.flow.influence import Found
from bot.lookup.rows import audience, day

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 20 * 1024 * 1024
"""Bytes; some 500,000 rows."""

Rows = dict[tuple[str, str], Found]


@dataclass
class CsvAudiences:
    """Read again when the file has changed. A row without a network holds for every network. Safe to share between threads."""

    path: Path
    _rows: Rows = field(default_factory=dict, repr=False)
    _of: tuple[int, int] | None = None
    _lock: Lock = field(default_factory=Lock, repr=False)

    def find(self, handle: str, network: str) -> Found | None:
        """Raises LookUpFailed for a file that is not there, is too large, or has a line that cannot be read."""
        name = plain_handle(handle)
        with self._lock:
            self._refresh()
            return self._rows.get((name, network)) or self._rows.get((name, ""))

    def _refresh(self) -> None:
        try:
            stat = self.path.stat()
            if (stat.st_mtime_ns, stat.st_size) == self._of:
                return
            if stat.st_size > LARGEST:
                raise LookUpFailed(f"{self.path.name} is larger than {LARGEST // 1024 // 1024} MiB")
            self._rows = _read(self.path)
            self._of = (stat.st_mtime_ns, stat.st_size)
        except OSError as error:
            raise LookUpFailed(f"{self.path.name} cannot be read ({error.strerror})") from None
        except UnicodeDecodeError:
            raise LookUpFailed(f"{self.path.name} is not UTF-8 text; save it as CSV UTF-8") from None
        except csv.Error as error:
            raise LookUpFailed(f"{self.path.name} is no CSV file ({error})") from None


def plain_handle(handle: str) -> str:
    """A handle as it is compared: one case, without its `@`."""
    return handle.strip().removeprefix("@").casefold()


def _read(path: Path) -> Rows:
    rows: Rows = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"handle", "followers"} - set(reader.fieldnames or ())
        if missing:
            raise LookUpFailed(f"{path.name}:1 has no column `{min(missing)}`; the first line must be handle,followers")
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            key = plain_handle(row["handle"] or ""), (row.get("network") or "").strip().lower()
            rows[key] = Found(audience(row["followers"], where), day(row.get("seen"), where), path.name)
    return rows
