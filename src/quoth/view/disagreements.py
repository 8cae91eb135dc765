"""Points on which accounts differ: each value given, by whom, in which words, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quoth.records import Disagreement, DisagreementKind, Quantity, Reading
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, outlet_name, story_documents
from quoth.view.dates import date_key
from quoth.view.words import Said, begun, fold_same, said_all

_NUMBER = re.compile(r"(\d[\d,\u00a0\u202f]*(?:\.\d+)?)(?:\s+(thousand|million|billion)\b)?", re.IGNORECASE)
_TIMES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_AT_LEAST = re.compile(r"^(?:at least|more than|over|above|upwards of|no fewer than|no less than|≥|>)", re.IGNORECASE)
_AT_MOST = re.compile(r"^(?:at most|up to|fewer than|less than|under|below|no more than|≤|<)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure on a scale: ``low`` to ``high``, either open (None); ``value`` the point named, where one is."""

    value: float | None
    low: float | None
    high: float | None

    @property
    def place(self) -> float:
        """Where it is drawn: the point named, else its closed end."""
        return next(number for number in (self.value, self.low, self.high, 0.0) if number is not None)


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One of the values given. ``given_by`` are the actors, else the outlets where nobody is named."""

    value: str
    words: tuple[str, ...]
    """The figure as the texts have it ("at least 40", "forty"); empty where it is no figure."""
    measure: Measure | None
    given_by: tuple[str, ...]
    parties: tuple[str, ...]
    as_of: str | None
    """EDTF: as of when it holds; None where no account says."""
    told: str | None
    """EDTF: when it was first said or published."""
    documents: int
    said: tuple[Said, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One point with its values, in order of date."""

    id: str
    about: str
    kind: DisagreementKind
    revised: bool
    claim: str | None
    event: str | None
    readings: tuple[ReadingRow, ...]


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """Points on which accounts differ, figures first."""

    rows: tuple[DisagreementRow, ...]
    articles: int

    @property
    def figures(self) -> tuple[DisagreementRow, ...]:
        """The points that are figures."""
        return tuple(row for row in self.rows if row.kind == "figure")

    @property
    def unclaimed(self) -> tuple[DisagreementRow, ...]:
        """Dates, places and actors: what is not told by the claims themselves already."""
        return tuple(row for row in self.rows if row.kind not in {"figure", "polarity"})

    @property
    def others(self) -> tuple[DisagreementRow, ...]:
        """Dates, places, actors and polarity."""
        return tuple(row for row in self.rows if row.kind != "figure")


def disagreements_page(read: ReadView, *, story: str | None = None) -> DisagreementsPage:
    """The points on which the accounts of a story differ; of all stories for None."""
    points = tuple(read.disagreements(story))
    held = {document for point in points for reading in point.readings for document in reading.documents}
    page = lay_out_disagreements(gather(read, held), points)
    return replace(page, articles=count_articles(read.documents(story_documents(read, story))))


def figures_page(read: ReadView, *, story: str | None = None) -> DisagreementsPage:
    """Of the points on which accounts differ, the figures."""
    page = disagreements_page(read, story=story)
    return replace(page, rows=page.figures)


def lay_out_disagreements(coverage: Coverage, points: Iterable[Disagreement]) -> DisagreementsPage:
    """The points as rows, figures first, then those with most documents."""
    rows = [disagreement_row(coverage, point) for point in points]
    rows.sort(key=lambda row: (row.kind != "figure", row.kind, -sum(one.documents for one in row.readings), row.id))
    return DisagreementsPage(tuple(rows), coverage.articles)


def disagreement_row(coverage: Coverage, point: Disagreement) -> DisagreementRow:
    """One point with its readings in order of date."""
    readings = sorted((_reading_row(coverage, reading) for reading in point.readings), key=_reading_order)
    return DisagreementRow(point.id, begun(point.about), point.kind, point.revised, point.claim, point.event, tuple(readings))


def measure_of(reading: Reading, quantities: Iterable[Quantity]) -> Measure | None:
    """The reading on a scale: from the figures found in its statements, else from its own words; None where it is no number."""
    numbers = _numbers(reading.value)
    found = [Measure(one.value, one.low, one.high) for one in figures_of(reading, quantities)]
    exact = [measure for measure in found if measure.low is not None and measure.low == measure.high]
    return next(iter(exact or found), None) or _measure_of_words(reading.value.strip(), numbers)


def figures_of(reading: Reading, quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The figures that a reading rests on: those of its statements, else of its documents, that name its value."""
    stated, numbers = set(reading.statements), _numbers(reading.value)
    return tuple(
        one
        for one in quantities
        if (one.statement in stated or (not stated and one.document in reading.documents))
        and (one.text == reading.value or (numbers and numbers[0] in {one.value, one.low, one.high}))
    )


def plain_value(value: str) -> str:
    """A value with its thousands set apart where it is a bare number."""
    return f"{int(value):,}" if value.isascii() and value.isdigit() else value


def _numbers(text: str) -> list[float]:
    return [float(re.sub(r"[^\d.]", "", number)) * _TIMES[times.lower()] for number, times in _NUMBER.findall(text)]


def _measure_of_words(text: str, numbers: list[float]) -> Measure | None:
    if not numbers:
        return None
    if len(numbers) > 1 and numbers[0] < numbers[1]:
        return Measure(None, numbers[0], numbers[1])
    if _AT_LEAST.match(text):
        return Measure(None, numbers[0], None)
    if _AT_MOST.match(text):
        return Measure(None, None, numbers[0])
    return Measure(numbers[0], numbers[0], numbers[0])


def _reading_row(coverage: Coverage, reading: Reading) -> ReadingRow:
    people = [who for actor in reading.actors if (who := coverage.who(actor))]
    held = [coverage.documents[document] for document in reading.documents if document in coverage.documents]
    outlets = tuple(dict.fromkeys(outlet_name(document) for document in held))
    spoken = fold_same(said_all(coverage, reading.statements))
    dates = [one.time or one.published for one in spoken] or [document.published for document in held]
    return ReadingRow(
        value=plain_value(reading.value),
        words=tuple(dict.fromkeys(" ".join(one.text.split()) for one in figures_of(reading, coverage.quantities))),
        measure=measure_of(reading, coverage.quantities),
        given_by=tuple(dict.fromkeys(who.name for who in people)) or outlets,
        parties=tuple(dict.fromkeys(who.party for who in people)) or outlets,
        as_of=reading.as_of,
        told=min((date for date in dates if date), key=date_key, default=None),
        documents=len(reading.documents),
        said=spoken,
        outlets=outlets,
    )


def _reading_order(row: ReadingRow) -> tuple[str, float, str]:
    return date_key(row.as_of or row.told), row.measure.place if row.measure else 0.0, row.value
