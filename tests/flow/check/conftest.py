"""A small company to check drafts for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from bot.flow.check.context import Context
from bot.library.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def values() -> Values:
    return Values.model_validate(yaml.safe_load((HERE / "values.yaml").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def context(values: Values) -> Callable[..., Context]:
    """A context in the company, for the frontline on X at severity 4 unless told otherwise."""

    def build(post: str = "", profiles: tuple[str, ...] = (), **given: object) -> Context:
        organisation = values.organisation.model_copy(update={"profiles": profiles})
        chosen = {"channel": "x", "role": "frontline", "severity": 4} | given
        return Context.build(values.model_copy(update={"organisation": organisation}), post=post, **chosen)  # type: ignore[arg-type]

    return build
