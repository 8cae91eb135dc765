"""Claims as frames after those of the AIDA programme (LDC's claim frames): one frame a claim and claimer, as JSON Lines.

Source: the claim frames of DARPA's programme Active Interpretation of Disparate Alternatives, with its values of epistemic and sentiment
status. A frame says who claims what, when, and how sure they are; ``identicalClaims`` are frames of others who hold it so,
``refutingClaims`` of those who hold the opposite. Sentiment is not read, so it is always unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quoth.export.annotations import source_of
from quoth.export.characters import in_one_line, printable
from quoth.export.jsonl import to_jsonl
from quoth.export.written import Written
from quoth.records import Claim, Position, PositionStance, Statement, Story
from quoth.store import ReadView
from quoth.view.coverage import Coverage, Who, gather
from quoth.view.kept import keep_claim
from quoth.view.scores import Hidden

EPISTEMIC: Mapping[PositionStance, str] = {
    "asserts": "EpistemicTrueCertain",
    "hedges": "EpistemicTrueUncertain",
    "doubts": "EpistemicFalseUncertain",
    "denies": "EpistemicFalseCertain",
    "declines": "EpistemicUnknown",
    "mixed": "EpistemicUnknown",
}
SENTIMENT = "SentimentNeutralUnknown"
SIDE: Mapping[PositionStance, int] = {"asserts": 1, "hedges": 1, "doubts": -1, "denies": -1}


def write_frames(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> Written:
    """The claims of a story, of all for None, as frames."""
    gone: set[str] = set()
    rows: list[dict[str, Any]] = []
    for one in read.stories([story] if story else None):
        told = tuple(read.claims(one.id))
        if told:
            coverage = gather(read, one.documents, min_score=min_score)
            rows += [frame for claim in told for frame in _frames(coverage, one, claim)]
            gone |= {link.statement for claim in told for link in claim.statements if link.statement in coverage.hidden}
    return Written("".join(to_jsonl(rows)), (), Hidden(min_score, len(gone)))


def _frames(coverage: Coverage, story: Story, claim: Claim) -> Iterator[dict[str, Any]]:
    kept = keep_claim(coverage, claim)
    if kept is None:
        return
    held = [(who, position) for position in kept.positions for who in coverage.voices(position.actor)]
    for who, position in held:
        yield {
            "claimId": frame_id(claim, who),
            "claim": claim.id,
            "topic": in_one_line(story.title),
            "description": in_one_line(kept.text),
            "claimer": {"id": who.id, "name": in_one_line(who.name), "type": who.kind},
            "claimerAffiliation": who.country if who.country != who.name else None,
            "claimDateTime": position.first,
            "epistemicStatus": EPISTEMIC[position.stance],
            "sentimentStatus": SENTIMENT,
            "identicalClaims": [frame_id(claim, other) for other in _others(who, position, held, same=True)],
            "refutingClaims": [frame_id(claim, other) for other in _others(who, position, held, same=False)],
            "justifications": list(_justifications(coverage, position.statements)),
        }


def frame_id(claim: Claim, who: Who) -> str:
    """The identifier of a claimer's frame of a claim."""
    return f"{claim.id}-{who.id}"


def _others(who: Who, position: Position, held: Sequence[tuple[Who, Position]], *, same: bool) -> Iterator[Who]:
    """Others who stand on the same side, or on the other; one who has no side stands on neither."""
    side = SIDE.get(position.stance, 0)
    for other, theirs in held:
        if other.id != who.id and side and SIDE.get(theirs.stance, 0) == (side if same else -side):
            yield other


def _justifications(coverage: Coverage, statements: Iterable[str]) -> Iterator[dict[str, Any]]:
    for name in statements:
        if name in coverage.statements:
            yield from _passages(coverage, coverage.statements[name])


def _passages(coverage: Coverage, statement: Statement) -> Iterator[dict[str, Any]]:
    document = coverage.documents[statement.document]
    for span in statement.content.spans:
        yield {
            "source": source_of(document),
            "document": document.id,
            "statement": statement.id,
            "start": span.start,
            "end": span.end,
            "text": printable(document.text[span.start : span.end]),
        }
