"""Articles that their outlet took back, and in which article it says so: "has withdrawn a report … under the headline …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from quoth.link.credits import outlet_key
from quoth.link.ground import Ground, Page
from quoth.link.upheld import takes_back
from quoth.records import Disagreement, Document, Reading

LEDE = 600
"""Code points in which an article that takes another back says so."""
SHORTEST = 3
"""Words of a headline that is told apart from any other words in quotation marks."""
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]wn?|withdrew|retract(?:ed|s)?|removed|taken down|took down|pulled|unpublished)\b[^.]{0,40}?"
    r"\b(?:article|report|story|item|piece|post|column)s?\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«‘']([^\"“”„«»‘’]{8,200}?)[\"”“»’']")
_WORD = re.compile(r"\w+")


def find_withdrawals(pages: Iterable[Page]) -> dict[str, tuple[str, ...]]:
    """Of the articles of a story those that their own outlet took back, each with the articles that say so."""
    documents = [document for document, _ in pages if document.outlet]
    notices = [one for one in documents if takes_back(one.title) or _TAKEN_BACK.search(one.text, 0, LEDE)]
    headed: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for one in documents if notices else ():
        for heading in {_plain(one.title or ""), _plain(one.text.lstrip().partition("\n")[0])}:
            headed[outlet_key(one.outlet or ""), heading].append(one)
    found: dict[str, list[str]] = defaultdict(list)
    for notice in notices:
        for quoted in _QUOTED.findall(notice.text):
            heading = _plain(quoted)
            for one in headed.get((outlet_key(notice.outlet or ""), heading), ()) if len(heading.split()) >= SHORTEST else ():
                if one.id != notice.id and (one.published or "") <= (notice.published or "9999"):
                    found[one.id].append(notice.id)
    return {name: tuple(dict.fromkeys(said)) for name, said in found.items()}


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def note_withdrawals(points: Iterable[Disagreement], ground: Ground) -> list[Disagreement]:
    """The points with what is known of articles that give a value and were taken back since."""
    held = list(points)
    wanted = {name for point in held for reading in point.readings for name in reading.documents}
    taken: dict[str, tuple[str, ...]] = {}
    for story in ground.stories:
        if len(story.documents) > 1 and not wanted.isdisjoint(story.documents):
            taken |= find_withdrawals(ground.pages(story.documents))
    return [_noted(point, taken) for point in held] if taken else held


def _noted(point: Disagreement, taken: Mapping[str, tuple[str, ...]]) -> Disagreement:
    if not any(name in taken for reading in point.readings for name in reading.documents):
        return point
    return replace(
        point, readings=tuple(_of_reading(reading, taken, one_of_many=point.kind != "polarity") for reading in point.readings)
    )


def _of_reading(reading: Reading, taken: Mapping[str, tuple[str, ...]], *, one_of_many: bool) -> Reading:
    """A reading with the notices; a claim that others make, too, only where all who make it were taken back or say so: a notice names the figures
    and days that are wrong, not all that an article told."""
    notices = {notice for said in taken.values() for notice in said}
    if not one_of_many and not all(name in taken or name in notices for name in reading.documents):
        return reading
    said = tuple(dict.fromkeys(notice for name in reading.documents for notice in taken.get(name, ())))
    return replace(reading, withdrawn=said) if said else reading
