"""What linking joins into claims, on statements of real ledgers and on passages of real articles that were labelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from parts.ground import DATA, QUALITY, Part, Read
from parts.pairs import HALVES, QUOTED
from quoth.link.actors import merge_actors
from quoth.link.claims import align_claims
from quoth.link.ground import Ground
from quoth.link.joint import note_joint
from quoth.link.stances import AGAINST
from quoth.records import Findings, Span, Statement, Story
from quoth.score.articles import load_texts
from quoth.score.joined import JoinedPair, as_joined, count_joined, load_joined, said_in
from quoth.score.pairs import Quoted, load_quoted
from quoth.score.polnear import GoldArticle, as_document

LINKED = QUALITY / "claims" / "linked.jsonl"
DISPUTED = QUALITY / "claims" / "disputed.jsonl"


def joined(read: Read) -> Part:
    """Precision and recall of what linking joins: of statements of real stories (the kept half; weights are fitted on the other), and of the
    labelled passages that the reader finds statements in, each group of articles linked as one story."""
    kept = [pair for pair in load_joined(LINKED) if pair.split == "keep"]
    count = count_joined(kept, _join(kept, read)[0])
    yield "joined statements precision (kept half)", count.precision
    yield "joined statements recall (kept half)", count.recall
    for name, file in QUOTED.items():
        quoted = load_quoted(QUALITY / "claims" / file)
        met, stated = _join([as_joined(pair) for pair in quoted], read)
        for split, half in HALVES.items():
            part = [pair for pair in quoted if pair.split == split and pair.id in stated]
            count = count_joined(map(as_joined, part), met)
            yield f"{name} by linking precision{half}", count.precision
            yield f"{name} by linking recall{half}", count.recall
            opposed = [as_joined(pair) for pair in part if pair.relation == "opposed"]
            yield f"{name} by linking opposed recall{half}", count_joined(opposed, met).recall


def contested(read: Read) -> Part:
    """Of statements that linking once set against a claim of others, those that it still does: how many really stand against it, and how many of
    those that do are left. Rules were made with these in sight."""
    pairs = load_joined(DISPUTED)
    count = count_joined(pairs, _join(pairs, read, opposed=True)[0])
    yield "disputes of real stories precision", count.precision
    yield "disputes of real stories recall", count.recall


def _join(pairs: Sequence[JoinedPair], read: Read, *, opposed: bool = False) -> tuple[frozenset[str], frozenset[str]]:
    """Identifiers of the pairs that linking joins (and sets against each other, where ``opposed``), and of those that make statements on both
    sides."""
    texts = load_texts(DATA, [_Named(one) for pair in pairs for one in (pair.first, pair.second)])
    groups: dict[str, list[JoinedPair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.group].append(pair)
    met, stated = set[str](), set[str]()
    for group in groups.values():
        found = _Linked.of(sorted({one.document for pair in group for one in (pair.first, pair.second)}), texts, read)
        for pair in group:
            first, second = (found.said(one.document, one.span) for one in (pair.first, pair.second))
            stated |= {pair.id} if first and second else set()
            meet = found.are_opposed if opposed else found.share_a_claim
            met |= {pair.id} if meet(first, second) else set()
    return frozenset(met), frozenset(stated)


class _Named:
    """An article that passages stand in."""

    def __init__(self, one: Quoted) -> None:
        self.name, self.sha256 = one.document, one.sha256


class _Linked:
    """Articles linked as one story."""

    def __init__(self, findings: Mapping[str, Findings], ground: Ground) -> None:
        self._findings = findings
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._against: dict[str, set[str]] = defaultdict(set)
        for claim in align_claims([one for each in findings.values() for one in each.statements], ground=ground):
            for one in claim.statements:
                self._claims[one.statement].add(claim.id)
                if one.stance in AGAINST:
                    self._against[one.statement].add(claim.id)

    @staticmethod
    def of(names: Sequence[str], texts: Mapping[str, str], read: Read) -> _Linked:
        """The articles of these names."""
        documents = {name: as_document(GoldArticle(name, texts[name], ())) for name in names}
        findings = {name: read(document) for name, document in documents.items()}
        by_id = {document.id: document for document in documents.values()}
        referents = [one for each in findings.values() for one in each.referents]
        story = Story("story", "", tuple(by_id), None, None)
        actors = merge_actors(referents, documents=by_id, stories=(story,))
        actor_of = {referent: actor.id for actor in actors for referent in actor.referents}
        contacts = [one for each in findings.values() for one in each.contacts]
        ground = Ground(by_id, {actor.id: actor for actor in actors}, actor_of, note_joint(referents), (), (story,), contacts)
        return _Linked(findings, ground)

    def said(self, document: str, at: Span) -> list[Statement]:
        """The statements that a passage makes."""
        return list(said_in(at, self._findings[document].statements))

    def share_a_claim(self, first: Sequence[Statement], second: Sequence[Statement]) -> bool:
        """Whether a statement of one passage and one of the other are in one claim."""
        mine, theirs = ({claim for one in said for claim in self._claims.get(one.id, ())} for said in (first, second))
        return not mine.isdisjoint(theirs)

    def are_opposed(self, first: Sequence[Statement], second: Sequence[Statement]) -> bool:
        """Whether a statement of one passage stands against a claim that one of the other makes."""
        mine = {claim for one in first for claim in self._against.get(one.id, ())}
        theirs = {claim for one in second for claim in self._claims.get(one.id, set()) - self._against.get(one.id, set())}
        return not mine.isdisjoint(theirs)
