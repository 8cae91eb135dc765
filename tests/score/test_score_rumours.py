from __future__ import annotations

from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.records import Document, Segment
from quoth.score.rumours import BODIES, STANCES, load_rumours


def segment(document: Document) -> tuple[Segment, ...]:
    return (Segment("body", 0, len(document.text)),)


def folder(path: Path, *rows: str) -> Path:
    (path / BODIES).write_text("Body ID,articleBody\n" + "".join(f"{name},Text {name}\n" for name in "1234"), encoding="utf-8")
    (path / STANCES).write_text("\n".join(["Headline,Body_ID,Stance", *rows]) + "\n", encoding="utf-8")
    return path


def stories(path: Path) -> dict[str, str]:
    return {one.document.text: one.story for one in load_rumours(path, segment)}


def test_bodies_under_one_headline_are_one_story_whatever_they_hold_of_it(tmp_path: Path) -> None:
    rows = "The dam broke,2,0", "The dam broke,3,1", "Dam whole,3,2", "Dam whole,4,2", "Pilots strike,1,agree", "Pilots strike,2,3"
    assert stories(folder(tmp_path, *rows)) == {"Text 1": "1", "Text 2": "2", "Text 3": "2", "Text 4": "2"}


def test_what_is_unrelated_binds_nothing(tmp_path: Path) -> None:
    assert len(set(stories(folder(tmp_path, "A,1,unrelated", "A,2,3", "A,3,3")).values())) == 4


def test_a_folder_without_the_files_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=BODIES):
        load_rumours(tmp_path, segment)
