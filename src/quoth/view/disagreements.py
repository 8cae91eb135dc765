"""Points on which accounts differ: each value given, by whom, in which words, as of when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from quoth.records import Disagreement, DisagreementKind, Given, Reading
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, gather_few, story_documents
from quoth.view.dates import date_key
from quoth.view.givers import name_givers, name_parties
from quoth.view.kept import keep_point
from quoth.view.measures import Measure, bounded_value, figures_of, measure_of, plain_value
from quoth.view.scores import Hidden
from quoth.view.since import documents_of, told_since
from quoth.view.versions import latest, superseded
from quoth.view.words import Excerpt, Said, begun, fold_same, passage_excerpt, said_all


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an outlet says in its own voice."""

    document: str
    outlet: str
    excerpt: Excerpt
    published: str | None


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One of the values given. ``given_by`` are the actors, and the outlets that give it in their own voice."""

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
    score: float | None = None
    """Of the surest statement that gives it; None where none does or an outlet gives it itself."""
    unsure: bool = False
    own: tuple[OwnWords, ...] = ()
    """What outlets say themselves; empty where words are not wanted."""
    replaced: tuple[str, ...] = ()
    """Those of ``given_by`` who gave another value on a later day."""
    since: tuple[str, ...] = ()
    """What became of it since, in words: who gave another value later where not all did, who denies having given it, which outlet took its
    article back."""

    @property
    def bounded(self) -> str:
        """The value as a table has it: with its bound where every account gives one ("more than 4,000")."""
        return bounded_value(self.value, self.measure, self.words)


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

    @property
    def revisers(self) -> tuple[str, ...]:
        """Who gave several of the values, one after the other."""
        return tuple(dict.fromkeys(name for reading in self.readings for name in reading.replaced))


@dataclass(frozen=True, slots=True)
class DisagreementsPage:
    """Points on which accounts differ, figures first."""

    rows: tuple[DisagreementRow, ...]
    articles: int
    hidden: Hidden

    @property
    def figures(self) -> tuple[DisagreementRow, ...]:
        """The points that are figures."""
        return tuple(row for row in self.rows if row.kind == "figure")

    @property
    def unclaimed(self) -> tuple[DisagreementRow, ...]:
        """Dates, places, actors, and headlines that contradict each other: what is not told by the claims themselves already."""
        return tuple(row for row in self.rows if row.kind != "figure" and (row.kind != "polarity" or row.claim is None))

    @property
    def others(self) -> tuple[DisagreementRow, ...]:
        """Dates, places, actors and polarity."""
        return tuple(row for row in self.rows if row.kind != "figure")


def disagreements_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> DisagreementsPage:
    """The points on which the accounts of a story differ; of all stories for None. Accounts in statements that score less than
    ``min_score`` are hidden, and points on which the others do not differ."""
    return _page(read, tuple(read.disagreements(story)), story, min_score)


def disputed_figures_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> DisagreementsPage:
    """Of the points on which accounts differ, the figures."""
    return _page(read, tuple(point for point in read.disagreements(story) if point.kind == "figure"), story, min_score)


def _page(read: ReadView, points: Collection[Disagreement], story: str | None, min_score: float) -> DisagreementsPage:
    held = {document for point in points for reading in point.readings for document in documents_of(reading)}
    page = lay_out_disagreements(latest(read, gather(read, held, min_score=min_score)), points)
    return replace(page, articles=count_articles(read.documents(story_documents(read, story))))


def gather_points(read: ReadView, points: Collection[Disagreement], *, min_score: float = 0.0, words: bool = True) -> Coverage:
    """The coverage that rows of points need: the statements that give the values, and the figures of their documents. Unless ``words`` are
    wanted neither statements nor articles have theirs."""
    readings = [reading for point in points for reading in point.readings]
    disowning = (one.statement for reading in readings for one in reading.disowned if one.statement)
    names = list(dict.fromkeys((*(name for reading in readings for name in reading.statements), *disowning)))
    documents = {document for reading in readings for document in documents_of(reading)}
    actors = {actor for reading in readings for actor in reading.actors}
    given = read.statements_named(names, words=words)
    coverage = gather_few(read, given, beside=documents, actors=actors, min_score=min_score, words=words)
    nameless = [one.id for one in coverage.documents.values() if one.outlet is None and not words]
    known = {**coverage.documents, **{one.id: one for one in read.documents(nameless)}}
    segments = {**coverage.segments, **read.segments_of(nameless)}
    return replace(coverage, documents=known, segments=segments, quantities=tuple(read.quantities(documents)))


def keep_points(read: ReadView, points: Collection[Disagreement], *, min_score: float = 0.0) -> list[Disagreement | None]:
    """Each of the points as the statements that are shown of the newest versions make it; None where by those there is none."""
    held = {document for point in points for reading in point.readings for document in documents_of(reading)}
    whole = min_score == 0 and not superseded(read, read.documents_in_short(held))
    coverage = None if whole else latest(read, gather_points(read, points, min_score=min_score, words=False))
    return [keep_point(coverage, point) if coverage else point for point in points]


def lay_out_disagreements(coverage: Coverage, points: Collection[Disagreement], *, words: bool = True) -> DisagreementsPage:
    """The points as rows, figures first, then those with most documents; with what was said, where that is wanted."""
    rows = in_order(disagreement_row(coverage, kept, words=words) for point in points if (kept := keep_point(coverage, point)))
    gone = {one for point in points for reading in point.readings for one in reading.statements if one in coverage.hidden}
    return DisagreementsPage(tuple(rows), coverage.articles, Hidden(coverage.min_score, len(gone), points=len(points) - len(rows)))


def in_order(rows: Iterable[DisagreementRow]) -> list[DisagreementRow]:
    """Figures first, then by kind those that most documents tell."""
    return sorted(rows, key=lambda row: (row.kind != "figure", row.kind, -sum(one.documents for one in row.readings), row.id))


def disagreement_row(coverage: Coverage, point: Disagreement, *, words: bool = True) -> DisagreementRow:
    """One point with its readings in order of date; with what was said, where that is wanted."""
    rows = (reading_row(coverage, reading, words=words, point=point) for reading in point.readings)
    readings = sorted(rows, key=_reading_order)
    return DisagreementRow(point.id, begun(point.about), point.kind, point.revised, point.claim, point.event, tuple(readings))


def reading_row(coverage: Coverage, reading: Reading, *, words: bool, point: Disagreement) -> ReadingRow:
    """One of a point's values, with who gives it; with what was said, where that is wanted."""
    held = [coverage.documents[document] for document in reading.documents if document in coverage.documents]
    outlets = tuple(dict.fromkeys(coverage.outlet(document) for document in held))
    stated = [coverage.statements[one] for one in reading.statements if one in coverage.statements]
    score = _score(coverage, reading)
    own = [one for one in reading.given if one.statement is None and one.document in coverage.documents]
    themselves = [coverage.outlet(coverage.documents[one.document]) for one in own]
    named = name_givers(coverage, reading, point.readings)
    later = (f"{named[actor]} gave another value later" for actor in reading.replaced if actor in named)
    dates = [one.time or coverage.documents[one.document].published for one in stated] or [one.published for one in held]
    return ReadingRow(
        value=plain_value(reading.value),
        words=_distinct(" ".join(one.text.split()) for one in figures_of(reading, coverage.quantities)),
        measure=measure_of(reading, coverage.quantities),
        given_by=tuple(dict.fromkeys([*named.values(), *themselves])) or outlets,
        parties=tuple(dict.fromkeys([*name_parties(coverage, reading), *themselves])) or outlets,
        as_of=reading.as_of,
        told=min((date for date in dates if date), key=date_key, default=None),
        documents=len(reading.documents),
        said=fold_same(said_all(coverage, reading.statements)) if words else (),
        outlets=outlets,
        score=score,
        unsure=coverage.is_unsure(score),
        own=tuple(_own_words(coverage, one) for one in own) if words else (),
        replaced=tuple(named[actor] for actor in reading.replaced if actor in named),
        since=(*(() if point.revised else later), *told_since(coverage, reading)),
    )


def _own_words(coverage: Coverage, given: Given) -> OwnWords:
    document = coverage.documents[given.document]
    found = passage_excerpt(document.id, document.text, coverage.segments.get(document.id, ()), [given.span])
    return OwnWords(document.id, coverage.outlet(document), found, document.published)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, whether it begins a sentence or not."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.casefold(), text)
    return tuple(found.values())


def _score(coverage: Coverage, reading: Reading) -> float | None:
    """How sure it is that somebody gives a value; None where a document gives it in no statement."""
    stated = {coverage.statements[one].document for one in reading.statements if one in coverage.statements}
    return coverage.surest(reading.statements) if stated >= set(reading.documents) else None


def _reading_order(row: ReadingRow) -> tuple[str, float, str]:
    return date_key(row.as_of or row.told), row.measure.place if row.measure else 0.0, row.value
