"""Points of difference where what they rest on was rejected, or is said by others than was found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from quoth.records import Disagreement, Reading


def keep_point(point: Disagreement, *, without: Collection[str], documents: Mapping[str, str]) -> Disagreement | None:
    """The point without these statements; None where fewer than two values are left. ``documents`` are those of all its statements."""
    held = {} if point.kind == "figure" else documents  # a figure stands in its document, whoever is named for it
    readings = [_without(reading, without, held) for reading in point.readings]
    kept = tuple(reading for reading in readings if reading.statements or reading.documents)
    return replace(point, readings=kept) if len(kept) > 1 else None


def _without(reading: Reading, without: Collection[str], documents: Mapping[str, str]) -> Reading:
    gone = [name for name in reading.statements if name in without]
    if not gone:
        return reading
    left = tuple(name for name in reading.statements if name not in without)
    emptied = {documents.get(name) for name in gone} - {documents.get(name) for name in left} - {None}
    given = (one if one.statement in left else replace(one, statement=None) for one in reading.given)
    return replace(
        reading,
        statements=left,
        documents=tuple(name for name in reading.documents if name not in emptied),
        given=tuple(one for one in given if one.document not in emptied),
    )


def revoice(point: Disagreement, speakers: Mapping[str, Sequence[str]], actors: Mapping[str, str]) -> Disagreement:
    """The point with the actors of its readings as they are now: those of its statements (``speakers``, by statement), and of others what
    became of them (``actors``: an actor that was merged → the one that it is now)."""
    readings = tuple(replace(one, actors=tuple(_voices(one, speakers, actors))) for one in point.readings)
    return replace(point, readings=readings)


def _voices(reading: Reading, speakers: Mapping[str, Sequence[str]], actors: Mapping[str, str]) -> Iterable[str]:
    told = [actor for name in reading.statements for actor in speakers.get(name, ())]
    if reading.statements and all(speakers.get(name) for name in reading.statements):
        return dict.fromkeys(told)
    return dict.fromkeys(actors.get(actor, actor) for actor in (*reading.actors, *told))


def drop_figure(
    point: Disagreement, resting: Mapping[str, Collection[str]], figure: Mapping[str, str | None]
) -> Disagreement | None:
    """The point without a figure; None where fewer than two values are left.

    ``figure`` has the document and the statement of the figure. ``resting`` are, by value, those readings that rest on it, each with the
    documents and statements of the other figures that it rests on.
    """
    kept = []
    for reading in point.readings:
        if reading.value in resting:
            others = resting[reading.value]
            gone = {one for one in figure.values() if one is not None and one not in others}
            reading = replace(  # noqa: PLW2901 - the same reading, less of it
                reading,
                statements=tuple(one for one in reading.statements if one not in gone),
                documents=tuple(one for one in reading.documents if one not in gone),
                given=tuple(one for one in reading.given if one.document not in gone and one.statement not in gone),
            )
        if reading.documents:
            kept.append(reading)
    return replace(point, readings=tuple(kept)) if len(kept) > 1 else None
