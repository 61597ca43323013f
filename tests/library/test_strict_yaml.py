"""Strict reading: a mapping that says what is written, or an error with a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.library import strict_yaml
from bot.library.strict_yaml import Located, load_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOADERS = [pytest.param(yaml.SafeLoader, id="python"), pytest.param(getattr(yaml, "CSafeLoader", yaml.SafeLoader), id="libyaml")]
VISIBLE = {"␣": " ", "—": "", "»": "\t", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}


def reasons(data: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(KnowledgeError) as caught:
        load_yaml(data if isinstance(data, bytes) else data.encode(), "f.yaml")
    return [(problem.line, problem.reason) for problem in caught.value.problems]


def loads_or_explains(data: bytes) -> Located | None:
    try:
        located = load_yaml(data, "f.yaml")
    except KnowledgeError as error:
        problems = error.problems
    else:
        assert isinstance(located.value, dict)
        return located
    assert problems
    assert all(1 <= problem.line <= data.count(b"\n") + 1 and problem.reason for problem in problems)
    return None


@pytest.mark.parametrize("loader", LOADERS)
def test_every_case_of_the_yaml_test_suite_loads_as_a_mapping_or_names_a_line(
    shared_data: Callable[[str], Path], loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "_LOADER", loader)
    files = sorted(shared_data("yaml-test-suite").glob("src/*.yaml"))
    assert len(files) == 351
    cases = loaded = 0
    for file in files:
        for case in yaml.load(file.read_text(encoding="utf-8"), Loader=LOADERS[1].values[0]):  # type: ignore[arg-type]
            text = case.get("yaml")
            if text is None:
                continue
            for shown, meant in VISIBLE.items():
                text = text.replace(shown, meant)
            cases += 1
            loaded += loads_or_explains(text.encode()) is not None
    assert cases > 351
    assert 30 < loaded < cases


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("on", "on"), ("Yes", "Yes"), ("True", "True"), ("NULL", "NULL"), ("12:30", "12:30"), ("0123", "0123"),
        ("08540", "08540"), ("0x1f", "0x1f"), ("0o17", "0o17"), ("1e3", "1e3"), (".inf", ".inf"), (".5", ".5"),
        ("1_000", "1_000"), ("+1", "+1"), ("-0", "-0"), ("2026-11-01", "2026-11-01"), ("9" * 5_000, "9" * 5_000),
        ("'12'", "12"), ('"true"', "true"), ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("0", 0), ("12", 12), ("-3", -3), ("0.35", 0.35),
    ],
)  # fmt: skip
def test_only_the_plainest_spellings_are_numbers_and_truth(written: str, meant: object) -> None:
    value = load_yaml(f"v: {written}\n".encode(), "f.yaml").value["v"]
    assert (value, type(value)) == (meant, type(meant))


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: &x 2\n", 2, "anchor"),
        ("a: 1\nb: *x\n", 2, "alias"),
        ("a: 1\nb: !!str 2\n", 2, "tag"),
        ("a: 1\nb: ! x\n", 2, "tag"),
        ("a: 1\n<<: {b: 2}\n", 2, "merge key"),
        ("a: 1\nb: 2\na: 3\n", 3, "written twice (first on line 1)"),
        ("a: {1: x,\n '1': y}\n", 2, "written twice"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("%YAML 1.1\n---\na: 1\n", 1, "directive"),
        ("a: 1\nb:\n\tc: 1\n", 3, "tab"),
        ("- a\n", 1, "list where fields"),
        ("just text\n", 1, "single value"),
        ("", 1, "no fields"),
        ("# nothing\n", 1, "no fields"),
        ("a: 1\ntitle: Refund: late\n", 2, "colon"),
        ("a: @home\n", 1, "reserves"),
        ("a: 1\nb: 'open\nc: 2\n", 2, "never closed"),
        ("a: 1\nb: [x, y\nc: 2\n", 2, "not closed"),
        ("a:\n- b\n - c\n", 3, "part of the text above"),
        ("a: b\nc: d\n e\nf\n", 4, "without a colon"),
        ("a: call #1 now\n", 1, "drops `#1 now`"),
        ("a: 1\n? [x]\n: y\n", 2, "key must be a word"),
        ("a: 1\ntrue: x\n", 2, "key must be text"),
        ("a: 1\nti\u200btle: x\n", 2, "U+200B ZERO WIDTH SPACE"),
        ("a: 1\ntitl\u0435: x\n", 2, "CYRILLIC SMALL LETTER IE"),
        ("a: 1\nb: \u202eeerf\u202c\n", 2, "RIGHT-TO-LEFT OVERRIDE"),
        ('a: 1\nb: "\\u202e"\n', 2, "RIGHT-TO-LEFT OVERRIDE"),
        ('a: 1\nb: "\\0"\n', 2, "NUL"),
        ('a: 1\nb: "\\UFFFFFFFF"\n', 2, "does not exist"),
        ("a: 1\nb: x\u2028y\n", 2, "LINE SEPARATOR"),
        ("a: 1\nb: x\x07\n", 2, "control character"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", 2, "git merge"),
    ],
)  # fmt: skip
def test_what_hides_or_loses_something_is_refused_with_its_line(
    text: str, line: int, said: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "_LOADER", loader)
    assert any(place == line and said in reason for place, reason in reasons(text)), reasons(text)


def test_duplicates_and_anchors_are_reported_together() -> None:
    found = reasons("a: 1\na: 2\nb: &x 1\nc:\n  d: 1\n  d: 2\n")
    assert [line for line, _ in found] == [2, 3, 6]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("- ", ""), ("? ", "")])
@pytest.mark.parametrize("depth", [25, 900, 20_000])
def test_deep_nesting_is_refused_before_it_can_hurt(
    opening: str, closing: str, depth: int, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strict_yaml, "_LOADER", loader)
    depth = min(depth, 60_000 // len(opening + closing))
    assert loads_or_explains(f"a:\n  {opening * depth}{closing * depth}".encode()) is None


def test_twenty_levels_are_allowed_and_one_more_is_not() -> None:
    assert loads_or_explains(b"a: " + b"[" * 19 + b"]" * 19)
    assert loads_or_explains(b"a: " + b"[" * 20 + b"]" * 20) is None


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        ("a: 1\nb: é\n".encode("latin-1"), 2, "0xE9 is not UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, "UTF-16"),
        ("a: 1\n".encode("utf-16-be"), 1, "UTF-16"),
        (b"a: " + b"x" * 70_000, 1, "at most 65,536"),
        (b"a: \xed\xa0\x80\n", 1, "not UTF-8"),
        (b"a: 1\r\nb: 2\rc: 3\r\n", 2, "carriage return"),
    ],
)
def test_other_encodings_and_giant_files_are_refused(data: bytes, line: int, said: str) -> None:
    found = reasons(data)
    assert found[0][0] == line
    assert said in found[0][1]


def test_a_byte_order_mark_is_skipped_and_reported() -> None:
    located = load_yaml(b"\xef\xbb\xbfa: 1\n", "f.yaml")
    assert located.value == {"a": 1}
    assert [(problem.level, problem.line) for problem in located.warnings] == [("warning", 1)]


def test_each_key_and_item_has_its_line() -> None:
    located = load_yaml(b"# top\na:\n  b: [x,\n      y]\n\n  c: |\n    long\n    text\nd: 1\n", "f.yaml")
    assert {strict_yaml.dotted(path): line for path, line in located.lines.items()} == {
        "a": 2, "a.b": 3, "a.b[0]": 3, "a.b[1]": 4, "a.c": 6, "d": 9,
    }  # fmt: skip
    assert located.line(("a", "b", 7)) == 3
    assert located.line(("nowhere",)) == 1


def test_what_yaml_calls_plain_is_kept_to_the_letter() -> None:
    text = "a: It's 5 o'clock, isn't it? (yes) {no} & *maybe* 100% #ok\n"
    assert "drops `#ok`" in reasons(text)[0][1]
    assert load_yaml(text.replace(" #ok", "").encode(), "f").value["a"] == "It's 5 o'clock, isn't it? (yes) {no} & *maybe* 100%"
    assert load_yaml(b"sector: mixed   # one of several\n", "f").value == {"sector": "mixed"}


YAMLISH = st.text(alphabet=st.sampled_from("ab:- \n[]{}#'\"|>&*!%?,~.<=\\0x1uU\t\r\u200b\u202e\u0435\ufeff"), max_size=200)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))))
@example(b"\x00")
@example(b"%YAML 1." + b"9" * 5_000 + b"\n---\na: 1\n")
def test_no_bytes_raise_anything_but_a_knowledge_error(data: bytes) -> None:
    loads_or_explains(data)


@given(YAMLISH, st.sampled_from([parameter.values[0] for parameter in LOADERS]))
@settings(max_examples=300)
def test_nothing_like_yaml_raises_anything_but_a_knowledge_error(text: str, loader: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_LOADER", loader)
        loads_or_explains(text.encode())


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"])),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcdef", min_size=1), TREES, min_size=1, max_size=4))
def test_what_a_serializer_writes_is_read_back_unchanged(tree: dict[str, object]) -> None:
    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    text = yaml.dump(tree, Dumper=Plain, allow_unicode=True, width=10_000)
    assert load_yaml(text.encode(), "f").value == tree
