"""Gold of stories: the sub-topics of ECB+ (Cybulska and Vossen 2014) and the groups of the editors' round-ups.

A topic of ECB+ is two runs of alike events, which its files' names tell apart: ``1_2ecb`` and ``1_2ecbplus``. The address that stands on the first
line of most of the second is put where addresses stand (``Document.url``): as text it would tell which of the two an article is of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from quoth.errors import UnusableInput
from quoth.records import Document, Segment
from quoth.score.articles import read_ecbplus
from quoth.score.clusterings import compare
from quoth.score.figures import Figure
from quoth.score.polnear import GoldArticle, as_document

Half: TypeAlias = Literal["tune", "keep"]
Segmenting: TypeAlias = Callable[[Document], Sequence[Segment]]

_ADDRESS = re.compile(r"\s*https?\s*:\s*/\s*/[^\n]*\n")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Told:
    """An article with the story that the gold has it in."""

    document: Document
    segments: tuple[Segment, ...]
    story: str
    topic: str
    """Within which alike stories are sought; of a round-up its story."""
    half: Half


def load_subtopics(folder: Path, segment: Segmenting) -> list[Told]:
    """The articles of ECB+ in order of their paths, each a document without a date."""
    paths = sorted(folder.glob("*/*.xml"))
    if not paths:
        raise UnusableInput("unreadable", f"No articles under {folder}: expected TOPIC/NAME.xml. Unpack ECB+ there.")
    half = halves({path.parent.name for path in paths})
    told = []
    for path in paths:
        text = read_ecbplus(path.read_text(encoding="utf-8"))
        address = _ADDRESS.match(text)
        document = as_document(GoldArticle(path.stem, text[address.end() :] if address else text, ()))
        if address:
            document = replace(document, url=re.sub(r"\s", "", address.group()))
        topic = path.parent.name
        story = topic + _NUMBER.sub("", path.stem.partition("_")[2])
        told.append(Told(document, tuple(segment(document)), story, topic, half[topic]))
    return told


def tell_roundups(documents: Iterable[Document], segment: Segmenting) -> list[Told]:
    """The ledes of the round-ups, which say in ``gold_story`` what they belong to."""
    held = [(document, str(document.extra["gold_story"])) for document in documents]
    half = halves({story for _, story in held})
    return [Told(document, tuple(segment(document)), story, story, half[story]) for document, story in held]


def halves(names: Collection[str]) -> Mapping[str, Half]:
    """``tune`` or ``keep`` by a name's hash. In order of its parity, so that what entities are tuned on is tuned on here too; the halves are even."""
    ranked = sorted(names, key=lambda name: (sha256(name.encode()).digest()[0] % 2, sha256(name.encode()).digest()))
    return {name: "tune" if 2 * rank < len(ranked) else "keep" for rank, name in enumerate(ranked)}


def judge(told: Iterable[Told], story_of: Mapping[str, str]) -> Figure:
    """B³ of a grouping of documents, by identifier, against the gold's; a document in no group is alone."""
    told = list(told)
    found = {one.document.id: story_of.get(one.document.id, one.document.id) for one in told}
    return compare(found, {one.document.id: one.story for one in told}).b_cubed


@dataclass(frozen=True, slots=True)
class Wrong:
    """A story found that is not the gold's: how many of its documents are of each gold story."""

    holds: Mapping[str, int]
    """Gold stories with their number of documents here."""
    of: Mapping[str, int]
    """The same with their number in all."""

    @property
    def merged(self) -> bool:
        """Whether it holds more than one story; else it is a part of one."""
        return len(self.holds) > 1


def find_wrong(told: Iterable[Told], story_of: Mapping[str, str]) -> list[Wrong]:
    """The stories found that are not a whole story of the gold, those of most documents first."""
    groups: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    sizes: dict[str, int] = defaultdict(int)
    for one in told:
        groups[story_of.get(one.document.id, one.document.id)][one.story] += 1
        sizes[one.story] += 1
    wrong = [
        Wrong(dict(sorted(holds.items())), {story: sizes[story] for story in sorted(holds)})
        for holds in groups.values()
        if len(holds) > 1 or any(count < sizes[story] for story, count in holds.items())
    ]
    return sorted(wrong, key=lambda one: (-sum(one.holds.values()), list(one.holds)))
