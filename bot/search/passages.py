"""What is indexed: short texts that stand for an owner, each of a kind."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["example", "when", "title", "summary", "keywords", "body"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One text that stands for `owner` (a playbook's id).

    An `example` is a customer's post; the other kinds are the manager's own words about the situation. Posts are matched
    by meaning against examples, `when`, `title` and `summary`; `keywords` and `body` are read for their words alone.
    """

    owner: str
    kind: str
    text: str


def text_key(text: str) -> str:
    """Name of a text in caches: equal texts have equal keys, in every process and on every machine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
