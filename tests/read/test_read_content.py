"""A packed file that swells beyond what any text does is not read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from quoth.read import content
from quoth.read.formats import read_input
from quoth.read.walk import Input
from quoth.records import SetAside
from quoth.settings import Settings


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "SWOLLEN", 1_000_000)


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.csv.gz", "bomb.HTML.GZ"])
def test_a_bomb_is_set_aside_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"{}\n" * 1_000_000))
    found = list(read_input(Input(tmp_path / name, name), settings=Settings()))
    assert [one.reason for one in found if isinstance(one, SetAside)] == ["too-large"]
    assert len(found) == 1


def test_what_is_packed_as_texts_are_is_read(tmp_path: Path) -> None:
    rows = "".join(
        f'{{"text": "Ottla Venn said on day {number} that gate {number * number} is closed.", "id": "{number}"}}\n'
        for number in range(20_000)
    )
    (tmp_path / "many.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    content.require_bearable(tmp_path / "many.jsonl.gz", "many.jsonl.gz")


def test_a_broken_one_is_left_to_its_format(tmp_path: Path) -> None:
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(b"0" * 3_000_000, 0)[:-9])
    content.require_bearable(tmp_path / "cut.txt.gz", "cut.txt.gz")
