"""The written minimal pairs have the form that their page promises; what a system makes of them is the gate's matter."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from quoth.lexicon.outlets import outlets
from quoth.lexicon.states import states

PAIRS = Path(__file__).parents[2] / "quality" / "pairs"
PAGE = (PAIRS / "README.md").read_text(encoding="utf-8")
VARIED = ("minimal.jsonl", "more.jsonl")
"""Files in which no text stands twice and the frames vary."""
FILES = (*VARIED, "fresh.jsonl")
SIZES = {"minimal.jsonl": range(1, 35), "more.jsonl": range(35, 75), "fresh.jsonl": range(75, 99)}
"""The numbers that the pairs of each kind have in a file."""

BY_FILE: dict[str, list[dict[str, Any]]] = {
    file: [json.loads(line) for line in (PAIRS / file).read_text(encoding="utf-8").splitlines()] for file in FILES
}
ROWS = [row for rows in BY_FILE.values() for row in rows]
KINDS = (
    "role-swap", "negation", "modality", "number", "date", "place", "actor", "reported-asserted", "general-particular",
    "true-paraphrase",
)  # fmt: skip
RELATIONS = ("same", "opposed", "related", "unrelated")
SIDES = [row[side] for row in ROWS for side in ("a", "b")]
TEXTS: list[str] = [side["text"] for side in SIDES]

NAME = re.compile(r"[A-Z][\w-]*")
INSIDE = re.compile(r"(?<=[\w,;’”] )" + NAME.pattern)
"""A capitalised word that begins no sentence and no quotation."""
RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next) (?:week|month|year)"
    r"|this (?:morning|week|month|year)|in a (?:day|week|month|year))\b",
    re.IGNORECASE,
)
MONTHS_AND_DAYS = {date(2031, 1 + step % 12, 1 + step).strftime(form) for step in range(28) for form in ("%B", "%A")}
TITLES = {
    "Dr",
    "King",
    "Mayor",
    "Governor",
    "General",
    "Colonel",
    "Captain",
    "Admiral",
    "Judge",
    "Senator",
    "President",
    "Prime",
    "Minister",
}
ORDINARY = (
    MONTHS_AND_DAYS
    | TITLES
    | {"I", "New", "Year", "Day", "Christmas", "Easter", "Finance", "Housing", "Education", "Health", "Mr", "Parliament"}
)
"""Capitalised words that name nobody in particular."""


each_kind_of_each_file = pytest.mark.parametrize(("file", "kind"), list(product(FILES, KINDS)))


def of_kind(file: str, kind: str) -> list[dict[str, Any]]:
    return [row for row in BY_FILE[file] if row["kind"] == kind]


def known_names() -> frozenset[str]:
    return frozenset(NAME.findall(PAGE.split("## The invented names")[1]))


def phrases(text: str) -> Iterator[str]:
    """Runs of one to four words that begin with a capital."""
    words = [word.removesuffix("’s").strip("’") for word in re.findall(r"[\w’-]+", text)]
    for size in range(1, 5):
        for start in range(len(words) - size + 1):
            if words[start][:1].isupper():
                yield " ".join(words[start : start + size])


def test_a_pair_has_the_fields_of_its_page_and_no_others() -> None:
    for row in ROWS:
        assert list(row) == ["id", "kind", "a", "b", "relation", "why", "split"], row["id"]
        assert set(row["a"]) == set(row["b"]) == {"text", "published"}, row["id"]
        assert row["relation"] in RELATIONS, row["id"]
        assert 1 <= len(row["why"].split()) <= 10, row["id"]


@each_kind_of_each_file
def test_each_kind_has_its_pairs_numbered_in_order(file: str, kind: str) -> None:
    assert [row["id"] for row in of_kind(file, kind)] == [f"{kind}-{number:02}" for number in SIZES[file]]


def test_there_are_no_other_kinds() -> None:
    assert {file: len(rows) for file, rows in BY_FILE.items()} == {file: len(SIZES[file]) * len(KINDS) for file in FILES}


@each_kind_of_each_file
def test_the_page_tells_how_many_pairs_have_which_answer(file: str, kind: str) -> None:
    (table,) = re.findall(rf"^`{file}`:\n\n((?:\|.*\n)+)", PAGE, flags=re.MULTILINE)
    (told,) = re.findall(rf"^\| {kind} \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", table, flags=re.MULTILINE)
    counted = Counter(row["relation"] for row in of_kind(file, kind))
    assert dict(zip(RELATIONS, map(int, told), strict=True)) == {relation: counted[relation] for relation in RELATIONS}


@each_kind_of_each_file
def test_no_answer_is_right_for_a_whole_kind_but_for_paraphrases(file: str, kind: str) -> None:
    counted = Counter(row["relation"] for row in of_kind(file, kind))
    if kind == "true-paraphrase":
        assert set(counted) == {"same"}
    else:
        assert set(counted) == set(RELATIONS)
        assert max(counted.values()) <= len(SIZES[file]) / 2


@each_kind_of_each_file
def test_half_of_each_kind_is_kept_by_the_hash_of_the_id(file: str, kind: str) -> None:
    ordered = sorted(of_kind(file, kind), key=lambda row: (row["relation"], sha256(row["id"].encode()).hexdigest()))
    assert [row["split"] for row in ordered] == ["keep", "tune"] * (len(SIZES[file]) // 2)


@pytest.mark.parametrize("kind", KINDS[:-1])
def test_the_further_pairs_have_four_denials_of_each_kind(kind: str) -> None:
    assert sum(row["relation"] == "opposed" for row in of_kind("more.jsonl", kind)) >= 4


def test_no_text_stands_twice_where_they_vary() -> None:
    varied = (row[side]["text"] for file in VARIED for row in BY_FILE[file] for side in ("a", "b"))
    assert [text for text, count in Counter(text.casefold() for text in varied).items() if count > 1] == []


@pytest.mark.parametrize("file", VARIED)
def test_the_frames_vary(file: str) -> None:
    texts = [row[side]["text"] for row in BY_FILE[file] for side in ("a", "b")]
    openings = Counter(" ".join(text.split()[:3]) for text in texts)
    assert max(openings.values()) <= 8
    assert sum(text.endswith(" said.") for text in texts) < len(texts) / 4
    assert min(len(text.split()) for text in texts) <= 6
    assert max(len(text.split()) for text in texts) >= 30


def test_a_text_with_a_relative_date_says_when_it_was_published() -> None:
    for side in SIDES:
        if side["published"] is None:
            assert not RELATIVE.search(side["text"]), side["text"]
        else:
            assert date.fromisoformat(side["published"]).isoformat() == side["published"]


def test_every_name_is_one_of_the_invented_ones() -> None:
    allowed = known_names() | ORDINARY
    found = {name for text in TEXTS for name in INSIDE.findall(text)}
    assert found - allowed == set()


def test_no_invented_name_is_listed_that_no_pair_has() -> None:
    used = {name for text in TEXTS for name in NAME.findall(text)}
    headings = {"People", "States", "Places", "Bodies", "Outlets"}
    assert known_names() - headings - used == set()


def test_no_name_is_that_of_a_state_a_capital_or_an_outlet() -> None:
    real = {phrase for text in TEXTS for phrase in phrases(text) if states().meant_by(phrase) or outlets().named(phrase)}
    assert real == set()


def test_the_check_for_real_names_sees_one() -> None:
    assert any(states().meant_by(phrase) for phrase in phrases("Orlo said that France’s army had left."))
    assert any(outlets().named(phrase) for phrase in phrases("Orlo told the Associated Press."))
