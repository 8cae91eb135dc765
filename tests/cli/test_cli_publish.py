"""``quoth publish``: chosen stories as a folder of pages."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Quoth


def test_a_story_is_published_into_a_folder(quoth: Quoth, handmade: Path, tmp_path: Path) -> None:
    folder = tmp_path / "to" / "site"
    said = quoth("publish", "Dolan", "--db", handmade, "-o", folder, "--title", "Our dams")
    assert (said.code, said.out) == (0, "")
    assert "index.html" in said.err
    assert "Our dams" in (folder / "index.html").read_text(encoding="utf-8")
    assert len(list((folder / "stories").glob("*.html"))) == len(list((folder / "stories").glob("*.md"))) == 1
    assert list((folder / "claims").glob("*.html"))


def test_what_else_stands_in_the_folder_is_left_alone(quoth: Quoth, handmade: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("old", encoding="utf-8")
    (tmp_path / "about.html").write_text("mine", encoding="utf-8")
    assert quoth("publish", "Dolan", "--db", handmade, "-o", tmp_path).code == 0
    assert (tmp_path / "about.html").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "index.html").read_text(encoding="utf-8") != "old"


def test_a_story_that_is_not_there_publishes_nothing(quoth: Quoth, handmade: Path, tmp_path: Path) -> None:
    said = quoth("publish", "Dolan", "No such thing at all", "--db", handmade, "-o", tmp_path / "site")
    assert said.code == 2
    assert "No such thing at all" in said.err
    assert not (tmp_path / "site").exists()


def test_a_folder_that_cannot_be_made_is_told(quoth: Quoth, handmade: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = quoth("publish", "Dolan", "--db", handmade, "-o", tmp_path / "file" / "site")
    assert said.code == 1
    assert "could not be made" in said.err


def test_without_a_story_it_is_a_wrong_call(quoth: Quoth, handmade: Path, tmp_path: Path) -> None:
    assert quoth("publish", "--db", handmade, "-o", tmp_path).code == 2
