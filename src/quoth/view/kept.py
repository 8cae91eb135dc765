"""What is left of claims and of points of difference where statements are hidden: worked out again from the statements that are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from quoth.link.origins import Lineage, count_origins, count_texts, part_of
from quoth.link.stances import merge_stances
from quoth.records import Claim, ClaimStatement, Disagreement, Position, PositionStance, Reading
from quoth.view.coverage import Coverage
from quoth.view.dates import date_key
from quoth.view.measures import figures_of


def keep_claim(coverage: Coverage, claim: Claim) -> Claim | None:
    """The claim as the shown statements make it: stances, documents, texts, origins; None where none of them is shown. Its line stays: by that
    it is cited.

    Its silences stay: an outlet in which only a hidden statement makes the claim is not one in which it was not found.
    """
    links = tuple(link for link in claim.statements if not coverage.is_left_out(link.statement))
    if len(links) == len(claim.statements):
        return claim
    told = [(coverage.statements[link.statement], link.stance) for link in links if link.statement in coverage.statements]
    if not told:
        return None
    documents = tuple(dict.fromkeys(statement.document for statement, _ in told))
    lineage, shown = Lineage.of(coverage.copies), {link.statement for link in links}
    reckoning = part_of(claim.reckoning, shown | _earlier(coverage, claim, documents)) if claim.reckoning else None
    low, high = count_origins(reckoning, of=shown) if reckoning else lineage.origins(documents)
    texts = count_texts(reckoning, documents, lineage) if reckoning else len(set(lineage.text_of(documents).values()))
    return replace(
        claim,
        statements=links,
        positions=keep_positions(coverage, claim),
        documents=documents,
        texts=texts,
        origins_low=low,
        origins_high=high,
        reckoning=reckoning,
    )


def _earlier(coverage: Coverage, claim: Claim, documents: Collection[str]) -> set[str]:
    """What earlier versions of these articles say: by them, too, others may go back to the article."""
    articles = {coverage.documents[name].article for name in documents}
    held = {link.statement: coverage.former.get(link.statement) for link in claim.statements}
    return {name for name, one in held.items() if one and coverage.documents[one.document].article in articles}


def is_shown(coverage: Coverage, claim: Claim) -> bool:
    """Whether any statement that makes a claim is shown, or none is left out."""
    names = [link.statement for link in claim.statements]
    return any(name in coverage.statements for name in names) or not any(map(coverage.is_left_out, names))


def keep_positions(coverage: Coverage, claim: Claim) -> tuple[Position, ...]:
    """Where each actor stands on a claim by the statements that are shown; actors with none are left out."""
    return tuple(kept for position in claim.positions if (kept := _keep_position(coverage, position, claim.statements)))


def _keep_position(coverage: Coverage, position: Position, links: Iterable[ClaimStatement]) -> Position | None:
    shown = tuple(name for name in position.statements if not coverage.is_left_out(name))
    if not shown or len(shown) == len(position.statements):
        return position if shown or not position.statements else None
    stances: list[PositionStance] = [link.stance for link in links if link.statement in shown]
    dates = [date for name in shown if (date := _date(coverage, name))]
    return replace(
        position,
        stance=merge_stances(stances) if stances else position.stance,
        first=min(dates, key=date_key, default=None),
        statements=shown,
    )


def _date(coverage: Coverage, name: str) -> str | None:
    """When a statement was said, else the day on which it was published."""
    statement = coverage.statements.get(name)
    if statement is None:
        return None
    return statement.time or (coverage.documents[statement.document].published or "")[:10] or None


def keep_point(coverage: Coverage, point: Disagreement) -> Disagreement | None:
    """The point by the accounts that are shown; None where they no longer differ."""
    readings = tuple(kept for reading in point.readings if (kept := _keep_reading(coverage, reading)))
    if readings == point.readings:
        return point
    if len(readings) < 2:
        return None
    return replace(point, readings=readings, revised=point.revised and _is_shared(readings))


def _is_shared(readings: Collection[Reading]) -> bool:
    """Whether one actor gives two of the values."""
    given = [actor for reading in readings for actor in reading.actors]
    return len(set(given)) < len(given)


def _keep_reading(coverage: Coverage, reading: Reading) -> Reading | None:
    """A value with those who give it in a statement that is shown, or outside statements; None where nobody does."""
    gone = [name for name in reading.statements if coverage.is_left_out(name)]
    if not gone and coverage.superseded.isdisjoint(reading.documents):
        return reading
    shown = tuple(name for name in reading.statements if not coverage.is_left_out(name))
    held = {coverage.statements[name].document for name in shown if name in coverage.statements}
    emptied = {one.document for name in gone if (one := coverage.statement(name))} | coverage.superseded
    documents = tuple(name for name in reading.documents if name in held or name not in emptied)
    if not documents:
        return None
    hidden = _speakers(coverage, gone) - _speakers(coverage, shown)
    kept = replace(
        reading,
        statements=shown,
        actors=tuple(actor for actor in reading.actors if actor not in hidden),
        documents=documents,
        given=tuple(one for one in reading.given if one.document in documents and one.statement not in gone),
        replaced=tuple(actor for actor in reading.replaced if actor not in hidden),
    )
    return replace(kept, as_of=_as_of(coverage, kept))


def _as_of(coverage: Coverage, reading: Reading) -> str | None:
    """As of when a value holds by the accounts that are left; None where none of them says so (when it was told is no such day)."""
    if reading.as_of is None:
        return None
    return min((one.as_of[:10] for one in figures_of(reading, coverage.quantities) if one.as_of), default=None)


def _speakers(coverage: Coverage, names: Iterable[str]) -> set[str]:
    """The actors behind these statements: of a list its members, and the speaker of the statement around where one has none."""
    return {actor for name in names for actor in speakers_of(coverage, name)}


def speakers_of(coverage: Coverage, name: str) -> Iterable[str]:
    """The actors behind a statement, shown or hidden: of a list its members too, of one without a speaker those of the statement around it."""
    statement = coverage.statement(name)
    while statement is not None and statement.speaker is None:
        statement = coverage.statement(statement.parent)
    if statement is None or statement.speaker is None:
        return ()
    actor = coverage.actor_of.get(statement.speaker, statement.speaker)
    return (actor, *(who.id for who in coverage.voices(actor)))
