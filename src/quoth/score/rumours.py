"""Gold of stories: the rumours of FNC-1 (Pomerleau and Rao 2017), undated reports of 2014 and 2015.

A headline is of one rumour with every body that it was held to bear on: agreeing, denying or discussing. What headlines so bind together is a story.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from quoth.errors import UnusableInput
from quoth.score.polnear import GoldArticle, as_document
from quoth.score.stories import Segmenting, Told, halves

BODIES, STANCES = "train_bodies.csv", "train_stances.csv"
UNRELATED = frozenset({"unrelated", "3"})


def load_rumours(folder: Path, segment: Segmenting) -> list[Told]:
    """The bodies in the order of their file, each a document without a date and a title."""
    for name in (BODIES, STANCES):
        if not (folder / name).is_file():
            raise UnusableInput("unreadable", f"No {name} in {folder}: expected the training files of FNC-1. Put them there.")
    bodies = {row["Body ID"]: row["articleBody"] for row in _rows(folder / BODIES)}
    related = (row for row in _rows(folder / STANCES) if row["Stance"].strip() not in UNRELATED)
    story = _bind(bodies, ((row["Headline"], row["Body_ID"]) for row in related))
    half = halves(set(story.values()))
    told = []
    for name, text in bodies.items():
        document = as_document(GoldArticle(name, text, ()))
        told.append(Told(document, tuple(segment(document)), story[name], story[name], half[story[name]]))
    return told


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _bind(bodies: Iterable[str], bears: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The story of each body: the first of the bodies that headlines bind it with."""
    place = {name: number for number, name in enumerate(bodies)}
    leader = {name: name for name in place}

    def lead(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    first: dict[str, str] = {}
    for headline, body in bears:
        earlier, later = sorted((lead(first.setdefault(headline, body)), lead(body)), key=place.__getitem__)
        leader[later] = earlier
    return {name: lead(name) for name in place}
