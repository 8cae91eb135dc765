from __future__ import annotations

from pathlib import Path

import pytest

import quoth.lexicon
from quoth.errors import QuothError
from quoth.lexicon.table import parse_table, read_table


def test_comments_and_empty_lines_are_passed_over() -> None:
    columns, rows = parse_table("# source: own\n\nname\tkind\n# more\na\tb\n", name="x")
    assert columns == ("name", "kind")
    assert rows == (("a", "b"),)


def test_cells_left_out_at_the_end_are_empty() -> None:
    assert parse_table("a\tb\tc\n1\n", name="x")[1] == (("1", "", ""),)


def test_a_row_with_too_many_cells_is_named_by_its_line() -> None:
    with pytest.raises(QuothError, match=r"x\.tsv:3 has 3 cells"):
        parse_table("# head\na\tb\n1\t2\t3\n", name="x")


def test_a_table_without_rows_of_any_kind_is_refused() -> None:
    with pytest.raises(QuothError, match="is empty"):
        parse_table("# only a comment\n", name="x")


@pytest.mark.parametrize("path", sorted(Path(quoth.lexicon.__file__).parent.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_data_file_reads_and_states_its_source_and_licence(path: Path) -> None:
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#")).lower()
    assert read_table(path.stem)
    assert "source" in head
    assert "licence" in head


def test_each_call_gives_rows_of_its_own() -> None:
    path = min(Path(quoth.lexicon.__file__).parent.glob("*.tsv"))
    read_table(path.stem)[0].clear()
    assert read_table(path.stem)[0]
