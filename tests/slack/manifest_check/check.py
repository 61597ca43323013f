"""Puts today's manifests before a schema of Slack's and keeps its verdicts, so that the suite can do without the schema.

Run from the root of the project, see README.md beside this file: python -m tests.slack.manifest_check.check SCHEMA.json
"""

from __future__ import annotations

import copy
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from bot.slack.manifest import manifest

Json = dict[str, Any]

VERDICTS = Path(__file__).with_name("verdicts.json")
REQUEST_URL = "https://sayso.example.com/slack/events"


def todays_manifests() -> dict[str, Json]:
    """The two ways in which the app is installed."""
    return {"socket": manifest(), "http": manifest(REQUEST_URL)}


def digest(value: Json) -> str:
    """SHA-256 of the canonical JSON: the same for the same manifest, however it is laid out."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def spoilt_manifests() -> dict[str, Json]:
    """What a schema must refuse before its word on ours is worth keeping."""
    spoilt = {}
    for what, path, value in (
        ("a key that Slack does not know", ("settings", "colour"), "blue"),
        ("a feature that Slack does not know", ("features", "oracle_view"), {}),
        ("an agent_description of 301 characters", ("features", "agent_view", "agent_description"), "x" * 301),
        ("five suggested prompts", ("features", "agent_view", "suggested_prompts"), [{"title": "a", "message": "b"}] * 5),
        ("a prompt without its message", ("features", "agent_view", "suggested_prompts"), [{"title": "a"}]),
        ("an app name of 36 characters", ("display_information", "name"), "x" * 36),
        ("a shortcut name of 25 characters", ("features", "shortcuts", 0, "name"), "x" * 25),
        ("a command without its slash", ("features", "slash_commands", 0, "command"), "reply"),
        ("the same event twice", ("settings", "event_subscriptions", "bot_events"), ["app_mention", "app_mention"]),
    ):
        spoilt[what] = _with(manifest(), path, value)
    return spoilt


def verdicts_of(schema_file: Path) -> tuple[Json, list[str]]:
    """The verdicts to keep, and what is wrong. Raises jsonschema.SchemaError where the file is no draft-07 schema."""
    from jsonschema import Draft7Validator

    raw = schema_file.read_bytes()
    schema = json.loads(raw)
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    wrong = [f"the schema lets through {what}" for what, value in spoilt_manifests().items() if validator.is_valid(value)]
    manifests = {}
    for name, value in todays_manifests().items():
        errors = [f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(value)]
        manifests[name] = {"sha256": digest(value), "verdict": "invalid" if errors else "valid"}
        wrong += errors
    return {"schema": {"name": schema_file.name, "sha256": hashlib.sha256(raw).hexdigest()}, "manifests": manifests}, wrong


def _with(value: Json, path: tuple[str | int, ...], put: Any) -> Json:
    changed = copy.deepcopy(value)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = put
    return changed


def main(arguments: list[str]) -> int:
    """Writes verdicts.json; 1 with the reasons where a manifest is refused or the schema lets too much through."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.slack.manifest_check.check SCHEMA.json\n")
        return 2
    verdicts, wrong = verdicts_of(Path(arguments[0]))
    VERDICTS.write_text(json.dumps(verdicts, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(wrong or ["valid"]) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
