"""The page of the local Slack, read as text: what keeps it safe and small holds in every file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "bot" / "emulator" / "page"
FILES = sorted(path for path in PAGE.iterdir() if path.is_file())
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
STYLES = [path for path in FILES if path.suffix == ".css"]
MARKUP_SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc|\beval\(|new Function|javascript:"
)
OUTSIDE = re.compile(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", re.IGNORECASE)
SVG_NAMESPACE = "http://www.w3.org/2000/svg"

by_name = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
scripts_by_name = pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)


@by_name
def test_every_file_of_the_page_is_under_three_hundred_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) < 300


@by_name
def test_no_file_of_the_page_points_outside_of_this_machine(path: Path) -> None:
    assert not OUTSIDE.search(path.read_text().replace(SVG_NAMESPACE, ""))


@scripts_by_name
def test_no_script_turns_text_into_markup_or_code(path: Path) -> None:
    assert not MARKUP_SINKS.search(path.read_text())


@scripts_by_name
def test_every_script_says_at_its_top_what_it_is_for(path: Path) -> None:
    assert path.read_text().startswith("/** ")


@scripts_by_name
def test_every_import_names_a_file_of_the_page_and_something_that_it_exports(path: Path) -> None:
    for names, source in re.findall(r"import \{([^}]*)\} from \"\./([^\"]+)\"", path.read_text()):
        exported = set(re.findall(r"export (?:async )?(?:function|const|let) (\w+)", (PAGE / source).read_text()))
        assert {name.strip() for name in names.split(",") if name.strip()} <= exported


def test_the_document_has_no_inline_script_style_or_handler() -> None:
    document = (PAGE / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", document)
    assert not re.search(r"<style|\sstyle=|\son\w+=", document)


def test_the_document_loads_every_style_sheet_and_one_script() -> None:
    document = (PAGE / "index.html").read_text()
    assert sorted(re.findall(r'href="/page/(\w+\.css)"', document)) == [path.name for path in STYLES]
    assert re.findall(r'src="/page/(\w+\.js)"', document) == ["main.js"]


def test_every_script_is_reached_from_the_first() -> None:
    reached: set[str] = set()
    waiting = ["main.js"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += re.findall(r"from \"\./([^\"]+)\"", (PAGE / name).read_text())
    assert reached == {path.name for path in SCRIPTS}
