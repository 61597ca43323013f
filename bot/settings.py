"""What the environment says, read once at the start."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from bot.errors import Misuse

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Settings:
    """`root` holds `values.yaml` and `knowledge/`; `cache` holds what can be made again (the exported encoder, the index)."""

    root: Path
    cache: Path


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """From `SAYSO_ROOT` (default: the current folder) and `SAYSO_CACHE` (default: the user's cache folder).

    Raises Misuse when there is no `values.yaml` under the root.
    """
    root = Path(environ.get("SAYSO_ROOT") or ".").resolve()
    if not (root / "values.yaml").is_file():
        raise Misuse(f"no values.yaml in {root}; run sayso in the folder that holds it, or set SAYSO_ROOT")
    cache = environ.get("SAYSO_CACHE") or platformdirs.user_cache_dir("sayso")
    return Settings(root, Path(cache))
