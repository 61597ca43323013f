"""Imports point one way, and importing does nothing: the shape that design of this code promises, held by a test."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"

ALLOWED = {
    "text": {"errors", "model", "text"},
    "search": {"errors", "model", "text", "search"},
    "library": {"errors", "model", "text", "library"},
    "flow": {"errors", "model", "text", "search", "library", "flow"},
    "terminal": {
        "errors",
        "model",
        "text",
        "search",
        "library",
        "flow",
        "desk",
        "shapes",
        "evaluate",
        "compare",
        "fairness",
        "terminal",
    },
    "model": {"model"},
    "errors": {"model"},
    "kept": {"model", "decided"},
    "decided": {"model"},
    "settings": {"errors"},
    "giving": {"errors", "model", "kept", "text", "library", "flow", "desk", "store"},
    "hiding": {"errors", "model", "kept", "text", "library", "flow", "desk", "store"},
    "store": {"errors", "model", "kept", "decided", "store"},
    "lookup": {"errors", "flow", "library", "lookup"},
    "reach": {"errors", "kept", "library", "flow", "office"},
    "fairness": {"model", "kept", "library", "flow"},
    "shown": {"model", "kept", "decided", "desk"},
    "office": {
        "errors",
        "model",
        "kept",
        "decided",
        "text",
        "library",
        "flow",
        "desk",
        "store",
        "giving",
        "hiding",
        "shown",
    },
    "together": {"errors", "model", "kept", "decided", "flow", "office", "together"},
    "watch": {"watch"},
    "slack": {
        "errors",
        "model",
        "kept",
        "decided",
        "together",
        "watch",
        "settings",
        "text",
        "library",
        "flow",
        "desk",
        "office",
        "giving",
        "reach",
        "slack",
    },
    "emulator": {"emulator"},
    "demo": {"errors"},
    "shapes": {"errors", "model"},
    "desk": {"errors", "model", "text", "search", "library", "flow"},
    "evaluate": {"errors", "model", "desk", "library"},
    "compare": {"errors", "model", "text", "search"},
}
EVERYWHERE = {"wiring", "cli", "cli_reach", "cli_authority", "__main__"}
HEAVY = (
    "torch",
    "sentence_transformers",
    "transformers",
    "sklearn",
    "faiss",
    "onnxruntime",
    "bm25s",
    "lingua",
    "phonenumbers",
    "dateparser",
)
AT_HOME = {
    "slack_bolt": "slack",
    "slack_sdk": "slack",
    "gunicorn": "slack",
    "sqlalchemy": "store",
    "alembic": "store",
    "starlette": "emulator",
    "uvicorn": "emulator",
}
"""Libraries that one part is built on: it may import them at the top, the others not at all."""


def _modules() -> list[Path]:
    return sorted(path for path in BOT.rglob("*.py") if path.name != "__init__.py")


def _part(path: Path) -> str:
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def _imports(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(BOT).as_posix())
def test_a_file_imports_only_what_its_part_may_know(path: Path) -> None:
    part = _part(path)
    if part in EVERYWHERE:
        return
    assert part in ALLOWED, f"{path.name} lies in a part that this test does not know"
    ours = {name.split(".")[1] for name in _imports(ast.parse(path.read_text(encoding="utf-8"))) if name.startswith("bot.")}
    assert ours <= ALLOWED[part], f"{path} reaches across: {sorted(ours - ALLOWED[part])}"


@pytest.mark.parametrize("path", sorted(BOT.rglob("__init__.py")), ids=lambda path: path.relative_to(BOT).as_posix())
def test_package_files_are_empty(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(BOT).as_posix())
def test_no_file_imports_something_heavy_before_it_is_needed(path: Path) -> None:
    top = {
        name.split(".")[0]
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imports(node)
    }
    away = {library for library, home in AT_HOME.items() if home != _part(path)}
    assert not top & {*HEAVY, *away}


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(BOT).as_posix())
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_linting_pulls_in_nothing_heavy() -> None:
    code = "import sys; import bot.cli; from bot.wiring import lint_files; from bot.settings import Settings; "
    code += "from pathlib import Path; "
    heavy = (*HEAVY, *AT_HOME)
    code += f"lint_files(Settings(Path({str(ROOT)!r}), Path('none'))); print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
