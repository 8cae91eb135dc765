"""Documents of one run of events as stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parts.ground import DATA, Part, print_table
from quoth.group.stories import group_stories
from quoth.link.copies import find_copies
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import SetAside
from quoth.score.rumours import load_rumours
from quoth.score.stories import Told, find_wrong, judge, load_subtopics, tell_roundups
from quoth.segment import segment_document
from quoth.settings import Settings


def roundups() -> Part:
    """B³ of stories over the ledes of the round-ups, against the editors' groups."""
    told = read_roundups()
    return figures("roundups", told, group(told))


def subtopics(*, tables: bool) -> Part:
    """B³ of stories over the articles of ECB+, against its sub-topics; as a table what is wrong on the half tuned on."""
    told = load_subtopics(DATA / "ecbplus", segment_document)
    found = group(told)
    if tables:
        print_table("Stories, ecbplus (tuned half)", misses([one for one in told if one.half == "tune"], found))
    return figures("ecbplus", told, found)


def rumours() -> Part:
    """B³ of stories over the bodies of FNC-1, against what their headlines bind together."""
    told = load_rumours(DATA / "stance", segment_document)
    return figures("rumours", told, group(told))


def read_roundups() -> list[Told]:
    """The round-ups as ``quoth add`` reads them."""
    settings = Settings()
    items = [item for found in find_inputs([DATA / "roundups" / "articles.jsonl"]) for item in read_input(found, settings=settings)]
    return tell_roundups((document for item in items if not isinstance(item, SetAside) for document in item[1]), segment_document)


def group(told: Sequence[Told]) -> dict[str, str]:
    """The story found of each document."""
    pages = [(one.document, one.segments) for one in told]
    return {name: story.id for story in group_stories(pages, copies=find_copies(pages)) for name in story.documents}


def figures(name: str, told: Sequence[Told], found: Mapping[str, str]) -> Part:
    """B³ over all, then over the documents of the half that nothing was tuned on, grouped among all."""
    yield f"{name} stories B³ F1", judge(told, found).f1
    yield f"{name} (kept half) stories B³ F1", judge([one for one in told if one.half == "keep"], found).f1


def misses(told: Sequence[Told], found: Mapping[str, str]) -> Iterator[str]:
    """A line a story found that is not one of the gold's: of which gold stories it holds how many documents."""
    for wrong in find_wrong(told, found):
        parts = ", ".join(f"{count} of {wrong.of[story]} of {story}" for story, count in wrong.holds.items())
        yield f"{'merged' if wrong.merged else 'part':<8}{parts}"
