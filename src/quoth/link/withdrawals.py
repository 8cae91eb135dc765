"""Articles that their outlet took back, and in which article it says so: "has withdrawn a report … under the headline …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from quoth.link.credits import outlet_key
from quoth.link.ground import Ground, Page
from quoth.link.stances import AGAINST
from quoth.link.upheld import takes_back
from quoth.records import Disagreement, Document, Reading, Statement

LEDE = 600
"""Code points in which an article that takes another back says so."""
SHORTEST = 3
"""Words of a headline that is told apart from any other words in quotation marks."""
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]wn?|withdrew|retract(?:ed|s)?|removed|taken down|took down|pulled|unpublished)\b[^.]{0,40}?"
    r"\b(?:article|report|story|item|piece|post|column)s?\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"article", "report", "story", "item", "piece", "post", "column", "headline"})
_QUOTED = re.compile(r"[\"“„«‘']([^\"“”„«»‘’]{8,200}?)[\"”“»’']")
_WORD = re.compile(r"\w+")


def find_withdrawals(pages: Iterable[Page]) -> dict[str, tuple[str, ...]]:
    """Of the articles of a story those that their own outlet took back, each with the articles that say so."""
    documents = [document for document, _ in pages if document.outlet]
    notices = [one for one in documents if _is_notice(one)]
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


def only_restates(statement: Statement) -> bool:
    """Whether a statement says what an article said ("the article said that nine people …"): where that was taken back, nobody says it there."""
    words = statement.source.text.casefold().split() if statement.source else []
    return statement.stance not in AGAINST and bool(words) and words[-1] in _ARTICLES


def are_notices(documents: Iterable[Document]) -> frozenset[str]:
    """Of some documents those that take another article back."""
    return frozenset(one.id for one in documents if _is_notice(one))


def _is_notice(document: Document) -> bool:
    return takes_back(document.title) or _TAKEN_BACK.search(document.text, 0, LEDE) is not None


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
