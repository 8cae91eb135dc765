"""What a statement says beside its first clause, as statements of their own: the later sentences of a quotation and what "and that" joins to it.

One outlet quotes two sentences of a speech, another the second alone; "there were no weapons and a sailor had been shot" bears on two claims. Claims are
gathered from statements and their clauses; what is kept of a claim are whole statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quoth.records import Claim, Passage, PositionStance, Span, Statement

OF = "."
"""Between the identifier of a statement and the number of a clause of it."""
WHOLES = 2
"""Parties, or whole statements, from which on something is a claim that also rests on clauses."""
MOSTLY = 0.5
"""Share of a clause that another statement in it must tell, so that it tells it."""


def with_clauses(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of a document, each with its further clauses behind it, but for those that are told by another statement."""
    for one in statements:
        yield one
        further = one.proposition.further if one.proposition else ()
        others = [other for other in statements if further and other is not one and _stands_in(other, one)]
        for number, clause in enumerate(further, 1):
            if not any(_tells(other, clause.spans) for other in others):
                words = Passage(cut(one.content, clause.spans), clause.spans)
                yield replace(one, id=f"{one.id}{OF}{number}", content=words, proposition=clause.proposition)


def is_clause(name: str) -> bool:
    """Whether an identifier is that of a further clause."""
    return OF in name


def whole_of(name: str) -> str:
    """The identifier of the statement that something is, or is a clause of."""
    return name.partition(OF)[0]


def wholes_first(names: Iterable[str]) -> list[str]:
    """Identifiers, those of whole statements before those of clauses: what statements make together stands before a clause is added to it."""
    return sorted(names, key=is_clause)


def told_elsewhere(names: Sequence[str], by_id: Mapping[str, Statement]) -> set[str]:
    """Of what is gathered as one claim all but the clauses beside which it has nothing from another document."""
    documents = {by_id[name].document for name in names}
    return {name for name in names if len(documents) > 1 or not is_clause(name)}


def cut(passage: Passage, spans: Iterable[Span]) -> str:
    """The words of a passage that stand at these places."""
    found = []
    for start, end in spans:
        before = 0
        for span in passage.spans:
            if span.start <= start < span.end:
                found.append(passage.text[before + start - span.start : before + min(end, span.end) - span.start])
            before += span.end - span.start + 1
    return " ".join(found)


def as_wholes(
    taken: Iterable[tuple[Statement, PositionStance]], by_id: Mapping[str, Statement]
) -> list[tuple[Statement, PositionStance]]:
    """The statements of a claim with their stances, clauses as the statements that they are of, each once: as a whole where it is there as one."""
    found: dict[str, PositionStance] = {}
    for one, stance in sorted(taken, key=lambda told: is_clause(told[0].id)):
        found.setdefault(whole_of(one.id), stance)
    return [(by_id[name], found[name]) for name in by_id if name in found]


def only_further(claim: Claim, taken: Sequence[tuple[Statement, PositionStance]]) -> bool:
    """Whether a claim is no more than further words of one party: what somebody added in a quotation that two outlets have is a statement of theirs."""
    wholes = sum(not is_clause(one.id) for one, _ in taken)
    return len(claim.positions) < WHOLES and wholes < WHOLES and wholes < len(taken)


def distinct(made: Sequence[tuple[Claim, bool]]) -> Iterator[Claim]:
    """The claims without those that rest on clauses (told with each) and hold only statements of another."""
    held = [(frozenset(one.statement for one in claim.statements), rests, claim) for claim, rests in made]
    for place, (names, rests, claim) in enumerate(held):
        others = (other for at, other in enumerate(held) if at != place)
        if not rests or not any(names < more or (names == more and not clauses) for more, clauses, _ in others):
            yield claim


def _stands_in(inner: Statement, outer: Statement) -> bool:
    """Whether the content of one statement stands in that of the other."""
    return (
        outer.content.spans[0].start <= inner.content.spans[0].start and inner.content.spans[-1].end <= outer.content.spans[-1].end
    )


def _tells(inner: Statement, spans: Sequence[Span]) -> bool:
    """Whether most of a clause is what a statement within it says, with who says it."""
    places = [span for part in (inner.source, inner.cue, inner.content) if part for span in part.spans]
    shared = sum(max(0, min(end, stop) - max(start, begin)) for start, end in spans for begin, stop in places)
    return shared >= MOSTLY * sum(end - start for start, end in spans)
