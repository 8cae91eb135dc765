"""Every figure that the articles give: what it counts, how much, as of when, according to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.link.counts import COUNTED
from quoth.link.upheld import is_only_mentioned
from quoth.link.whom import behind_number
from quoth.records import Disagreement, Quantity, Span, Statement, Story
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, story_documents
from quoth.view.dates import date_key
from quoth.view.scores import Hidden
from quoth.view.since import documents_of, since_of_figures
from quoth.view.versions import latest
from quoth.view.words import begun, chain_of

AGES = frozenset({"age", "age in months"})
"""Units of how old somebody or something is."""


@dataclass(frozen=True, slots=True)
class FigureTelling:
    """One place where a figure stands. ``according_to`` is the chain it came through, outlet first."""

    id: str
    document: str
    start: int
    text: str
    """Its own words ("at least nine people")."""
    according_to: tuple[str, ...]
    statement: str | None
    score: float | None
    """How sure the statement is that it stands in; None where the outlet itself gives it."""
    unsure: bool


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One value, as of one date, with everybody who gives it."""

    value: str
    low: float | None
    high: float | None
    as_of: str | None
    """EDTF: as of when it holds; None where it is not said."""
    told: str | None
    """When the first article that gives it was published."""
    documents: int
    tellings: tuple[FigureTelling, ...]
    since: tuple[str, ...] = ()
    """What became of it since, in words: who denies having given it, which outlet took its article back."""

    @property
    def surest(self) -> tuple[FigureTelling, ...]:
        """One telling a chain, the surest."""
        found: dict[tuple[str, ...], FigureTelling] = {}
        for one in self.tellings:
            found[one.according_to] = max(found.get(one.according_to, one), one, key=_sureness)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One thing that is counted, and every value that is given for it, in order of date."""

    about: str
    unit: str | None
    values: tuple[FigureValue, ...]
    story: str | None = None
    """Title of the story that they are told in, where the page has figures of several."""


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """Figures by what they count, in alphabetical order; then ages, and last those of which it is not told what they count."""

    rows: tuple[FigureRow, ...]
    articles: int
    hidden: Hidden
    """Statements that figures stand in and that are not shown, nor these figures."""

    @property
    def count(self) -> int:
        """How many values there are, over all that is counted."""
        return sum(len(row.values) for row in self.rows)


def figures_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> FiguresPage:
    """The figures of a story's documents; of all documents for None. Those in statements that score less than ``min_score`` are hidden."""
    documents = story_documents(read, story)
    points = tuple(read.disagreements(story))
    held = {quantity.document for quantity in read.quantities(documents)}
    held |= {document for point in points for reading in point.readings for document in documents_of(reading)}
    stories = {document: found for found in read.stories() for document in found.documents} if story is None else {}
    page = lay_out_figures(latest(read, gather(read, held, min_score=min_score)), points, stories)
    return replace(page, articles=count_articles(read.documents(documents)))


def lay_out_figures(
    coverage: Coverage, points: Iterable[Disagreement] = (), stories: Mapping[str, Story] | None = None
) -> FiguresPage:
    """Figures grouped by what they count and in which unit, ages apart from counts; those of one of the ``points`` on which accounts differ
    stand together, whatever the texts call it ("left", "moved"), those of two ``stories`` (by document) never. A single thing in words ("a barrel", "one answer") is no figure to show, nor one of which an outlet only asks or
    tells that it was taken back."""
    points = tuple(points)
    called, since = _called(points), since_of_figures(coverage, points)
    shown = [
        one
        for one in coverage.quantities
        if one.statement not in coverage.hidden and not is_single(one) and not _is_nobodys(coverage, one)
    ]
    gone = {one.statement for one in coverage.quantities if one.statement in coverage.hidden}
    grouped: dict[tuple[int, str, str, str, str], list[Quantity]] = {}
    for one in shown:
        about = " ".join((called.get((one.document, one.span)) or one.of or "").casefold().split())
        unit = (one.unit or "") if about or one.unit == "people" else ""
        story = (stories or {}).get(one.document)
        told_in = (story.title, story.id) if story is not None else ("", one.document if stories else "")
        grouped.setdefault((2 if not about else unit in AGES, about, unit, *told_in), []).append(one)
    rows = tuple(_row(coverage, group, called, since, story=key[3] or None) for key, group in sorted(grouped.items()))
    return FiguresPage(rows, coverage.articles, Hidden(coverage.min_score, len(gone)))


def is_single(one: Quantity) -> bool:
    """Whether a figure is one thing, told in words; a person is counted all the same."""
    return one.value == 1 and one.unit != "people" and not any(char.isdigit() for char in one.text)


def _is_nobodys(coverage: Coverage, one: Quantity) -> bool:
    """Whether a bare number, told of nothing and by nobody, is one that the outlet does not give itself."""
    bare = one.statement is None and one.of is None and one.unit is None
    return bare and is_only_mentioned(coverage.documents[one.document].text, one.span)


def _called(points: Iterable[Disagreement]) -> dict[tuple[str, Span], str]:
    """What the words of figures on which accounts differ count; the same words for several things are told as they stand."""
    found: dict[tuple[str, Span], set[str]] = {}
    for point in points:
        for given in (one for reading in point.readings for one in reading.given if point.kind == "figure"):
            found.setdefault((given.document, given.span), set()).add(point.about.partition(" (")[0])
    return {words: next(iter(about)) for words, about in found.items() if len(about) == 1}


def _row(
    coverage: Coverage,
    group: Sequence[Quantity],
    called: Mapping[tuple[str, Span], str],
    since: Mapping[tuple[str, Span], tuple[str, ...]],
    *,
    story: str | None = None,
) -> FigureRow:
    by_value: dict[tuple[object, ...], list[Quantity]] = {}
    for one in group:
        by_value.setdefault((_told_amount(one), one.as_of), []).append(one)
    values = sorted((_value(coverage, same, since) for same in by_value.values()), key=_order)
    first = group[0]
    about = (
        called.get((first.document, first.span))
        or first.of
        or ("people, not told who" if first.unit == "people" else "not told what")
    )
    units = {one.unit for one in group}
    return FigureRow(
        begun(f"age: {about}" if first.unit in AGES else about), first.unit if len(units) == 1 else None, tuple(values), story
    )


def _told_amount(one: Quantity) -> str:
    """How much, and of a toll whom it counts, where its words say that: "about 900 Palestinian militants"."""
    whom = behind_number(one) if one.unit == "people" and one.of in COUNTED else ""
    return f"{amount_text(one)} {whom}".rstrip()


def _order(value: FigureValue) -> tuple[str, str, float]:
    return date_key(value.as_of or value.told), date_key(value.told), value.low or value.high or 0.0


def _value(coverage: Coverage, same: Sequence[Quantity], since: Mapping[tuple[str, Span], tuple[str, ...]]) -> FigureValue:
    first = same[0]
    documents = {one.document for one in same}
    return FigureValue(
        value=_told_amount(first),
        low=first.low,
        high=first.high,
        as_of=first.as_of,
        told=min(_dates(coverage, documents), key=date_key, default=None),
        documents=len(documents),
        tellings=tuple(_telling(coverage, one) for one in same),
        since=tuple(dict.fromkeys(text for one in same for text in since.get((one.document, one.span), ()))),
    )


def _dates(coverage: Coverage, documents: Iterable[str]) -> list[str]:
    return [published[:10] for one in documents if (published := coverage.documents[one].published)]


def _telling(coverage: Coverage, one: Quantity) -> FigureTelling:
    statement: Statement | None = coverage.statement(one.statement)
    score = statement.score if statement else None
    return FigureTelling(
        id=one.id,
        document=one.document,
        start=one.span.start,
        text=" ".join(one.text.split()),
        according_to=chain_of(coverage, statement) if statement else (coverage.outlet(coverage.documents[one.document]),),
        statement=one.statement if one.statement in coverage.statements else None,
        score=score,
        unsure=coverage.is_unsure(score),
    )


UNITS = {None: "", "people": "", "percent": " %", "age": " years old", "age in months": " months old"}
"""How units are written behind a number; others stand as they are."""


def amount_text(one: Quantity) -> str:
    """How much, in figures, with its bounds and its unit ("at least 9", "about 70", "12 km", "58 years old"); the text's words where there is no number."""
    unit = UNITS.get(one.unit, f" {one.unit}")
    low, high, value = (None if number is None else f"{number:,.15g}" for number in (one.low, one.high, one.value))
    if low and high:
        return f"{low if low == high else f'{low}–{high}'}{unit}"
    if low or high:
        return f"at least {low}{unit}" if low else f"at most {high}{unit}"
    return f"about {value}{unit}" if value else " ".join(one.text.split())


def _sureness(telling: FigureTelling) -> float:
    return 1.0 if telling.score is None else telling.score
