"""Who gives a value, as a page names them: with the outlet that tells it where their name alone would mislead, and with whoever says that they gave it
where only others do."""

from __future__ import annotations

from collections.abc import Collection

from quoth.link.credits import outlet_key
from quoth.records import Reading, Statement
from quoth.view.coverage import Coverage, Who
from quoth.view.kept import speakers_of

MOST = 2
"""Outlets that are named with a giver."""


def name_givers(coverage: Coverage, reading: Reading, among: Collection[Reading]) -> dict[str, str]:
    """The names of a value's actors, by actor. The outlets in which they give it stand with an outlet that another one quotes, with somebody who
    has no name ("a woman"), with those who give several of the values ``among`` which it stands, and with all where somebody denies having given
    it: it may be the outlet's slip. With those of whom only others say that they give it stands who says so."""
    people = {actor: who for actor in reading.actors if (who := coverage.who(actor))}
    return {actor: _named(coverage, reading, who, among) for actor, who in people.items()}


def name_parties(coverage: Coverage, reading: Reading) -> list[str]:
    """The sides that give a value. That of somebody who denies having given it is none of them because others say that one of it did."""
    people = [who for actor in reading.actors if (who := coverage.who(actor))]
    said = (found for one in reading.disowned if (found := coverage.statements.get(one.statement or "")))
    denying = {who.party for one in said if (who := coverage.who(one.speaker))}
    return [who.party for who in people if who.party not in denying or not _reporters(coverage, reading, who)]


def _named(coverage: Coverage, reading: Reading, who: Who, among: Collection[Reading]) -> str:
    outlets = list(dict.fromkeys(coverage.outlet(coverage.documents[one.document]) for one in _tellings(coverage, reading, who)))
    reporters = _reporters(coverage, reading, who)
    if reporters:
        return f"{who.name} (according to {', '.join(reporters[:MOST])})"
    several = sum(who.id in one.actors for one in among) > 1 and who.id not in {name for one in among for name in one.replaced}
    own = _is_own(coverage, reading, who, outlets)
    doubtful = several or bool(reading.disowned) or who.kind == "outlet" or who.name.islower()
    if not outlets or own or not doubtful:
        return who.name
    more = f" and {len(outlets) - MOST} more" if len(outlets) > MOST else ""
    return f"{who.name} (in {', '.join(outlets[:MOST])}{more})"


def _tellings(coverage: Coverage, reading: Reading, who: Who) -> list[Statement]:
    """The statements by which somebody gives a value."""
    stated = (coverage.statements[one] for one in reading.statements if one in coverage.statements)
    return [one for one in stated if who.id in speakers_of(coverage, one.id)]


def _is_own(coverage: Coverage, reading: Reading, who: Who, outlets: Collection[str]) -> bool:
    """Whether one of the outlets in which somebody gives a value is their own."""
    own = (one.document for one in reading.given if one.statement is None and one.document in coverage.documents)
    themselves = (coverage.outlet(coverage.documents[document]) for document in own)
    return any(outlet_key(outlet) == outlet_key(who.name) for outlet in (*outlets, *themselves))


def _reporters(coverage: Coverage, reading: Reading, who: Who) -> list[str]:
    """Those who say that somebody gives a value, where nobody else does, nor they themselves in an outlet of their own."""
    told = _tellings(coverage, reading, who)
    found = [_reporter(coverage, one, who) for one in told]
    named = [name for name in dict.fromkeys(found) if name]
    outlets = [coverage.outlet(coverage.documents[one.document]) for one in told]
    return named if all(found) and not _is_own(coverage, reading, who, outlets) else []


def _reporter(coverage: Coverage, statement: Statement, who: Who) -> str | None:
    """Who says that somebody said it, nearest to them and of another side; None where the outlet itself does."""
    nearest = statement.via[-1] if statement.via else None
    if nearest is None:
        return None
    reporter = coverage.who(nearest.referent)
    if reporter is None:
        words = " ".join(nearest.text.split())
        return words if words[:1].isupper() else None
    among = {one.id for one in coverage.voices(reporter.id)}  # "France and Spain said their governments …"
    return reporter.name if reporter.party != who.party and who.id not in among else None
