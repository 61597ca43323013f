"""`knowledge/cues/*.yaml`: the long lists of words behind the rules, beside `values.yaml` so that it stays readable.

<flag>.yaml      cues, severe_cues and unless of the red flag of that name
severity.yaml    severity_cues: criteria on words that set a severity
words.yaml       cue_words: groups of words that cues name as <group>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from bot.errors import Problem
from bot.library.problems import did_you_mean
from bot.library.schema import Id, Part, Texts
from bot.library.values import SeverityCue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.library.values import Values

SEVERITY, WORDS = "severity", "words"
NO_FLAG = "none"
"""Name of the file of posts that only sound as if they raised a flag."""


class CueSheet(Part):
    cues: Texts = ()
    severe_cues: Texts = ()
    unless: Texts = ()
    severity_cues: dict[Id, SeverityCue] = Field(default_factory=dict)
    cue_words: dict[Id, Texts] = Field(default_factory=dict)


def with_cues(values: Values, sheets: Mapping[str, CueSheet]) -> Values:
    """`values` with the lists of the files added to its own."""
    flags = tuple(
        flag.model_copy(
            update={
                "cues": (*flag.cues, *sheet.cues),
                "severe_cues": (*flag.severe_cues, *sheet.severe_cues),
                "unless": (*flag.unless, *sheet.unless),
            }
        )
        if (sheet := sheets.get(flag.id))
        else flag
        for flag in values.red_flags
    )
    severity = sheets[SEVERITY].severity_cues if SEVERITY in sheets else {}
    words = sheets[WORDS].cue_words if WORDS in sheets else {}
    added = {"severity_cues": {**values.severity_cues, **severity}, "cue_words": {**values.cue_words, **words}}
    return values.model_copy(update={"red_flags": flags, **added})


def misplaced(values: Values, sheets: Mapping[str, CueSheet]) -> Iterator[Problem]:
    """Files that belong to no red flag, and lists that stand in the wrong file."""
    flags = [flag.id for flag in values.red_flags]
    for name, sheet in sheets.items():
        file = f"knowledge/cues/{name}.yaml"
        if name not in (*flags, SEVERITY, WORDS):
            yield Problem(file, 0, "", f"there is no red flag `{name}` in values.yaml", did_you_mean(name, flags))
        if sheet.severity_cues and name != SEVERITY:
            yield Problem(file, 0, "severity_cues", "stands in the wrong file", "move it to knowledge/cues/severity.yaml")
        if sheet.cue_words and name != WORDS:
            yield Problem(file, 0, "cue_words", "stands in the wrong file", "move it to knowledge/cues/words.yaml")
        if name in (SEVERITY, WORDS) and (sheet.cues or sheet.severe_cues or sheet.unless):
            yield Problem(file, 0, "cues", "stands in the wrong file", "move it to the file of its red flag")


def unknown_flags(values: Values, names: Iterable[str]) -> Iterator[Problem]:
    """Files of `knowledge/flags` that belong to no red flag."""
    flags = [flag.id for flag in values.red_flags]
    for name in names:
        if name not in (*flags, NO_FLAG):
            yield Problem(
                f"knowledge/flags/{name}.txt", 0, "", f"there is no red flag `{name}` in values.yaml", did_you_mean(name, flags)
            )
