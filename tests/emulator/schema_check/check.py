"""Judges the corpus by a JSON Schema made from npm's @slack/types, and writes the verdicts down.

    python -m tests.emulator.schema_check.check [--packages NODE_MODULES] [payloads.jsonl ...]

Without --packages the npm packages are installed into a temporary folder. Needs node, and for that npm.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from tests.emulator.schema_check.corpus import VERDICTS, Payload, payloads

PACKAGES = ("@slack/types@3.2.0", "ts-json-schema-generator@2.4.0")
GENERATOR = "ts-json-schema-generator/bin/ts-json-schema-generator.js"
OPTIONS = {"strict": True, "skipLibCheck": True, "moduleResolution": "node", "target": "es2020", "types": []}


def main() -> None:
    parser = argparse.ArgumentParser(description="Judge block payloads by the types that Slack publishes.")
    parser.add_argument("files", nargs="*", type=Path, help='JSON lines of {"name", "blocks"}')
    parser.add_argument("--packages", type=Path, help="a node_modules folder that has @slack/types and the generator")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        modules = asked.packages or _install(Path(folder))
        schema = _schema(modules.resolve(), Path(folder))
        version = json.loads((modules / "@slack/types/package.json").read_text(encoding="utf-8"))["version"]
    judged = _judge(schema, payloads(*asked.files))
    _write(f"@slack/types {version}", judged)
    refused = sum(row["verdict"] == "refused" for row in judged)
    sys.stdout.write(f"{len(judged)} payloads judged by @slack/types {version}: {refused} refused\n")


def _install(folder: Path) -> Path:
    subprocess.run(
        ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES], check=True
    )
    return folder / "node_modules"


def _schema(modules: Path, folder: Path) -> dict[str, Any]:
    settings = folder / "tsconfig.json"
    settings.write_text(json.dumps({"compilerOptions": OPTIONS}), encoding="utf-8")
    types = modules / "@slack/types/dist/index.d.ts"
    command = ["node", str(modules / GENERATOR), "--path", str(types), "--tsconfig", str(settings)]
    command += ["--type", "KnownBlock", "--no-type-check", "--jsDoc", "none"]
    made = subprocess.run(command, check=True, capture_output=True, text=True)
    schema: dict[str, Any] = json.loads(made.stdout)
    return schema


def _judge(schema: dict[str, Any], corpus: list[Payload]) -> list[dict[str, str]]:
    array = {
        **{name: part for name, part in schema.items() if name != "$ref"},
        "type": "array",
        "items": {"$ref": schema["$ref"]},
    }
    validator = Draft7Validator(array)
    return [
        {
            "digest": payload.digest,
            "name": payload.name,
            "verdict": "accepted" if validator.is_valid(payload.blocks) else "refused",
        }
        for payload in corpus
    ]


def _write(schema: str, judged: list[dict[str, str]]) -> None:
    unique = {row["digest"]: row for row in reversed(judged)}
    rows = sorted(unique.values(), key=lambda row: (row["name"], row["digest"]))
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    VERDICTS.write_text(f'{{"schema": {json.dumps(schema)},\n "payloads": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
