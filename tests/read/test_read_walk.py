from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoth.errors import UsageError
from quoth.read.walk import find_inputs


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")


def test_folders_are_walked_to_the_bottom_in_sorted_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "sub/deep/c.html", "sub/d.jsonl")
    assert [found.name for found in find_inputs([tmp_path])] == ["a.txt", "b.txt", "sub/d.jsonl", "sub/deep/c.html"]


def test_hidden_files_and_companions_of_saved_pages_are_passed_over(tmp_path: Path) -> None:
    make(
        tmp_path,
        ".DS_Store",
        ".git/config.txt",
        "Thumbs.db",
        "page.html",
        "page_files/ad.html",
        "page_files/style.css",
        "picture.JPG",
    )
    assert [found.name for found in find_inputs([tmp_path])] == ["page.html"]


def test_a_file_given_by_itself_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    make(tmp_path, "picture.jpg")
    assert [found.name for found in find_inputs([tmp_path / "picture.jpg"])] == ["picture.jpg"]


def test_a_path_that_is_not_there_is_a_usage_error_with_near_misses(tmp_path: Path) -> None:
    make(tmp_path, "coverage.jsonl")
    with pytest.raises(UsageError, match="no file or folder") as caught:
        list(find_inputs([tmp_path / "coverge.jsonl"]))
    assert caught.value.hints == (str(tmp_path / "coverage.jsonl"),)


def test_only_text_files_near_in_the_same_folder_stand_beside(tmp_path: Path) -> None:
    make(tmp_path, *(f"{number}.txt" for number in range(9)), "5.html", "sub/x.txt")
    beside = {found.name: [path.name for path in found.beside] for found in find_inputs([tmp_path])}
    assert beside["0.txt"] == ["1.txt", "2.txt", "3.txt", "4.txt"]
    assert beside["5.html"] == []
    assert beside["sub/x.txt"] == []
    assert "5.html" not in beside["6.txt"]


@pytest.mark.parametrize("address", ["https://example.com/article", "http://example.com/a?b=c"])
def test_an_address_of_the_web_is_said_to_be_one_and_what_to_do_instead(address: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"{address} is an address of the web")) as caught:
        list(find_inputs([Path(address)]))
    assert "save the page" in str(caught.value)
    assert "quoth serve --fetch" in str(caught.value)
