"""Two articles claim by claim: which claims both tell, with who stands where in each, and which only one of them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quoth.records import Claim, PositionStance
from quoth.store import ReadView, Tallies
from quoth.view.coverage import Coverage, Who
from quoth.view.stands import is_disputed
from quoth.view.words import begun, unnamed


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody in an article who takes a stance on a claim, and in which statement first."""

    who: Who | None
    name: str
    stance: PositionStance
    statement: str


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim with the voices that each of the two articles has on it; none where no statement of it was found there."""

    claim: str
    text: str
    first: tuple[Voice, ...]
    second: tuple[Voice, ...]

    @property
    def disputed(self) -> bool:
        """Whether voices of the two part on it."""
        return is_disputed(voice.stance for voice in (*self.first, *self.second))


def claims_of_both(read: ReadView, coverage: Coverage, first: str, second: str) -> tuple[ToldClaim, ...]:
    """The claims of two articles: those that both tell first, of these those on which their voices part."""
    of = {one.id: one.document for one in coverage.statements.values()}
    claims = read.claims(ids=Tallies(read.engine).claims_with(*of), reckonings=False) if of else ()
    rows = (ToldClaim(one.id, begun(one.text), *(_voices(coverage, one, of, name) for name in (first, second))) for one in claims)
    return tuple(sorted(rows, key=_order))


def _order(row: ToldClaim) -> tuple[bool, bool, bool, int, str]:
    voices = len(row.first) + len(row.second)
    return not (row.first and row.second), not row.disputed, not row.first, -voices, row.claim


def _voices(coverage: Coverage, claim: Claim, of: Mapping[str, str], document: str) -> tuple[Voice, ...]:
    """Who takes which stance on the claim in this article, each once."""
    found: dict[tuple[str, PositionStance], Voice] = {}
    for link in claim.statements:
        if of.get(link.statement) != document:
            continue
        statement = coverage.statements[link.statement]
        who = coverage.who(statement.speaker)
        name = who.name if who else unnamed(statement)
        found.setdefault((name, link.stance), Voice(who, name, link.stance, statement.id))
    return tuple(found.values())
