"""Audiences from a file: what it says is found, and what is wrong with it is said with its line."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import LookUpFailed
from bot.flow.influence import Found, Manual
from bot.library.values import LookUp
from bot.lookup.csv_file import LARGEST, CsvAudiences
from bot.lookup.opening import open_audiences
from bot.lookup.service import ServiceAudiences

if TYPE_CHECKING:
    from pathlib import Path

GOOD = 'handle,followers,network,seen\n@Dana,620000,x,2026-11-02\ndana,12,,\nParents,"300,000",,\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "audiences.csv"
    path.write_text(GOOD, encoding="utf-8-sig")
    return path


def test_a_handle_is_found_by_its_network_else_without_one(file: Path) -> None:
    rows = CsvAudiences(file)
    assert rows.find("@dana", "x") == Found(620_000, date(2026, 11, 2), "audiences.csv")
    assert rows.find("@DANA", "tiktok") == Found(12, None, "audiences.csv")
    assert rows.find("@parents", "") == Found(300_000, None, "audiences.csv")
    assert rows.find("@nobody", "") is None


def test_a_saved_change_is_seen(file: Path) -> None:
    rows = CsvAudiences(file)
    rows.find("@dana", "")
    file.write_text("handle,followers\ndana,99\n", encoding="utf-8")
    assert rows.find("@dana", "") == Found(99, None, "audiences.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("handle;followers\ndana;1\n", "audiences.csv:1 has no column `followers`"),
        ("", "audiences.csv:1 has no column `followers`"),
        ("handle,followers\ndana,1\neva,lots\n", "audiences.csv:3: `lots` is no number of followers"),
        ("handle,followers\ndana\n", "audiences.csv:2: `` is no number of followers"),
        ("handle,followers\ndana,-1\n", "`-1` is no number"),
        ("handle,followers,seen\ndana,1,yesterday\n", "audiences.csv:2: `yesterday` is no day"),
        ('handle,followers\n"' + "x" * 140_000 + '",1\n', "is no CSV file"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LookUpFailed) as refused:
        CsvAudiences(file).find("@dana", "")
    assert said in str(refused.value)


def test_a_file_that_is_missing_too_large_or_no_text_is_said_to_be(file: Path) -> None:
    with pytest.raises(LookUpFailed, match=r"gone\.csv cannot be read"):
        CsvAudiences(file.with_name("gone.csv")).find("@dana", "")
    file.write_bytes(b"handle,followers\n\xff\xfe,1\n")
    with pytest.raises(LookUpFailed, match="is not UTF-8"):
        CsvAudiences(file).find("@dana", "")
    os.truncate(file, LARGEST + 1)
    with pytest.raises(LookUpFailed, match="larger than 20 MiB"):
        CsvAudiences(file).find("@dana", "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: b"handle,followers\n" + text.encode("utf-8", "replace")))
def test_any_file_gives_a_number_or_a_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    try:
        found = CsvAudiences(file).find("@dana", "")
    except LookUpFailed:
        return
    assert found is None or found.followers >= 0


def test_the_source_is_the_one_that_values_yaml_names(tmp_path: Path) -> None:
    assert isinstance(open_audiences(LookUp(), tmp_path), Manual)
    rows = open_audiences(LookUp(provider="csv", source="a.csv"), tmp_path)
    assert isinstance(rows, CsvAudiences)
    assert rows.path == tmp_path / "a.csv"
    service = open_audiences(LookUp(provider="http", source="https://a.example/f", seconds=0.5), tmp_path, "t")
    assert isinstance(service, ServiceAudiences)
    assert (service.address, service.token, service.seconds) == ("https://a.example/f", "t", 0.5)
    assert Manual().find("@dana", "x") is None
