"""What a person needs to see to put something right: the words around it, who and what it may be instead, and what was judged of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from quoth.errors import UsageError
from quoth.link.clusters import UNDECIDED
from quoth.link.judged.standing import ACTOR, CLAIM, REJECTABLE, STATEMENT, STORY
from quoth.records import Document, Referent, Segment, Statement, Story
from quoth.store import Head, ReadView, Tallies, last_ruling, moment_key
from quoth.store.overlay import enrolled, fetch_many, fetch_one
from quoth.store.queue import actors_with
from quoth.view.coverage import gather_few
from quoth.view.find import find_claim, find_story, fold
from quoth.view.judgements import Ruling, rulings_standing
from quoth.view.single import contact_page
from quoth.view.words import Piece, Said, begun, said, said_all

AROUND = 900
"""Code points of the article shown before and after a statement: where to look for the right words."""
OFFERED = 30
"""Choices offered at most."""
LOOKED = 400
"""Actors with a word of the name that are looked through."""
SOUGHT = 6
"""Words of a title by which others are looked for."""
WORD = 40
"""Letters of a word that are looked for at most: a database takes no pattern of any length."""
SUGGESTED = 200
"""Names that are suggested while one is typed."""
LISTED = 80
"""Statements or articles of one claim, actor or story that are listed to be parted from it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be meant."""

    id: str
    name: str
    told: str = ""
    """What tells it from others of the name."""


@dataclass(frozen=True, slots=True)
class Around:
    """A stretch of an article, with what is marked in it. ``start`` is its place in the article's text."""

    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What was judged already: what stands on this thing, and the last judgement of all, which a form sends back."""

    standing: tuple[Ruling, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class StatementToRight:
    """A statement with its words, and who may have said it."""

    said: Said
    around: Around
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    speakers: tuple[Choice, ...]
    """Those whom the article names."""
    claims: tuple[tuple[str, str, str], ...]
    """Identifier, text, stance."""
    before: Before


@dataclass(frozen=True, slots=True)
class ClaimToRight:
    """A claim with the statements that make it, and the claims of its story that come closest to it."""

    id: str
    text: str
    said: tuple[Said, ...]
    more: int
    others: tuple[Choice, ...]
    before: Before


@dataclass(frozen=True, slots=True)
class ActorToRight:
    """Somebody with every name and article, and who may be the same."""

    id: str
    name: str
    kind: str
    names: tuple[tuple[str, int], ...]
    articles: tuple[Head, ...]
    more: int
    undecided: tuple[str, ...]
    others: tuple[Choice, ...]
    beside: tuple[str, ...]
    """Names of others who are heard on the claims of its stories."""
    before: Before


@dataclass(frozen=True, slots=True)
class StoryToRight:
    """A story with its articles, and the stories whose titles come closest."""

    id: str
    title: str
    articles: tuple[Head, ...]
    more: int
    others: tuple[Choice, ...]
    before: Before


@dataclass(frozen=True, slots=True)
class FindingToRight:
    """What can only be rejected: a telling of a contact, a figure, a copy, a point, a term, a time."""

    kind: str
    id: str
    found: tuple[Choice, ...]
    """What may be rejected, each by itself: the tellings of a contact."""
    before: Before


def statement_to_right(read: ReadView, identifier: str) -> StatementToRight:
    """A statement to put right. Raises ``UsageError`` where there is none."""
    one = read.statement(identifier)
    if one is None:
        raise _gone("statement", identifier)
    coverage = gather_few(read, [one])
    return StatementToRight(
        said=said(coverage, one),
        around=_around(coverage.documents[one.document], coverage.segments.get(one.document, ()), one),
        source=_parts(coverage.documents[one.document], one.source.spans if one.source else ()),
        cue=_parts(coverage.documents[one.document], one.cue.spans),
        content=_parts(coverage.documents[one.document], one.content.spans),
        speakers=_named_in(read, one.document),
        claims=tuple(
            (claim.id, begun(claim.text), link.stance)
            for claim in read.claims(ids=Tallies(read.engine).claims_with(one.id))
            for link in claim.statements
            if link.statement == one.id
        ),
        before=judged_before(read, STATEMENT, [identifier]),
    )


def claim_to_right(read: ReadView, identifier: str) -> ClaimToRight:
    """A claim to put right, by its identifier."""
    claim = find_claim(read, identifier)
    names = [link.statement for link in claim.statements]
    coverage = gather_few(read, read.statements_named(names[:LISTED]))
    rows = {id_: begun(text) for id_, text in Tallies(read.engine).claim_texts(claim.story) if id_ != claim.id}
    return ClaimToRight(
        id=claim.id,
        text=begun(claim.text),
        said=said_all(coverage, names[:LISTED]),
        more=max(0, len(names) - LISTED),
        others=tuple(Choice(name, rows[name]) for name in _nearest(claim.text, rows)),
        before=judged_before(read, CLAIM, names),
    )


def actor_to_right(read: ReadView, identifier: str) -> ActorToRight:
    """Somebody to put right, by their identifier."""
    actor = next(iter(read.actors([identifier])), None)
    if actor is None:
        joined = read.actor_of([identifier]).get(identifier)
        actor = next(iter(read.actors([joined])), None) if joined else None
    if actor is None:
        raise _gone("actor", identifier)
    referents: list[Referent] = list(fetch_many(read.engine, "referents", actor.referents).values())
    names: Counter[str] = Counter()
    for one in referents:
        names.update({name.text: name.count for name in one.names})
    heads = _in_time(Tallies(read.engine).heads({one.document for one in referents}))
    return ActorToRight(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        names=tuple(sorted(names.items(), key=lambda item: (-item[1], item[0])))[:LISTED],
        articles=heads[:LISTED],
        more=max(0, len(heads) - LISTED),
        undecided=tuple(line.removeprefix(UNDECIDED) for line in actor.evidence if line.startswith(UNDECIDED)),
        others=_like_named(read, actor.id, [actor.name, *names]),
        beside=_heard_beside(read, actor.id, {one.document for one in referents}),
        before=judged_before(read, ACTOR, actor.referents),
    )


def story_to_right(read: ReadView, identifier: str) -> StoryToRight:
    """A story to put right, by its identifier."""
    story = find_story(read, identifier)
    heads = _in_time(Tallies(read.engine).heads(story.documents))
    titles = _titles_like(read, story)
    return StoryToRight(
        id=story.id,
        title=story.title,
        articles=heads[:LISTED],
        more=max(0, len(heads) - LISTED),
        others=tuple(Choice(name, titles[name]) for name in _nearest(story.title, titles)),
        before=judged_before(read, STORY, story.documents),
    )


def finding_to_right(read: ReadView, kind: str, identifier: str) -> FindingToRight:
    """A finding or link to reject, by its identifier; of a contact every telling."""
    if kind == "contact":
        rows = contact_page(read, identifier).row.tellings
        found = tuple(Choice(one.id, " ".join(one.excerpt.text.split()), " ▸ ".join(one.according_to)) for one in rows)
        return FindingToRight(kind, identifier, found, judged_before(read, kind, [one.id for one in rows]))
    record = fetch_one(read.engine, REJECTABLE[kind], identifier)
    if record is None:
        raise _gone(kind, identifier)
    return FindingToRight(kind, identifier, (_told(read, record),), judged_before(read, kind, [identifier]))


def judged_before(read: ReadView, kind: str, ids: Collection[str]) -> Before:
    """What stands on these things, and the last judgement of all."""
    last = last_ruling(read.engine)
    return Before(rulings_standing(read, kind, ids), last) if last else Before((), "")


def _told(read: ReadView, record: object) -> Choice:
    """A finding in words: what it says, and where it stands."""
    words = [getattr(record, name, None) for name in ("text", "about", "term", "definition", "kind", "reason")]
    ends = [getattr(record, name, None) for name in ("source", "copy", "document")]
    titles = {
        one.id: f"{one.outlet or 'unknown outlet'}: {one.title or ''}"
        for one in Tallies(read.engine).heads([end for end in ends if end])
    }
    return Choice(
        str(getattr(record, "id", "")),
        ", ".join(" ".join(str(word).split()) for word in words[:4] if word) or str(words[4]),
        " → ".join(titles[end] for end in ends if end in titles),
    )


def _around(document: Document, segments: Sequence[Segment], one: Statement) -> Around:
    marked = [(span, "content") for span in one.content.spans]
    marked += [(span, "source") for span in (one.source.spans if one.source else ())]
    marked += [(span, "cue") for span in one.cue.spans]
    first, last = min(span.start for span, _ in marked), max(span.end for span, _ in marked)
    low = max([segment.start for segment in segments if segment.start <= max(0, first - AROUND)], default=0)
    high = min([segment.end for segment in segments if segment.end >= last + AROUND], default=len(document.text))
    low, high = max(low, first - 2 * AROUND), min(high, last + 2 * AROUND)
    edges = sorted({low, high, *(place for span, _ in marked for place in span)})
    pieces = []
    for start, end in pairwise(edges):
        marks = [mark for span, mark in marked if span.start <= start and end <= span.end]
        pieces.append(Piece(document.text[start:end], marks[-1] if marks else None))  # type: ignore[arg-type] # one of the three above
    return Around(low, tuple(pieces))


def _parts(document: Document, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(" ".join(document.text[start:end].split()) for start, end in spans)


def _named_in(read: ReadView, document: str) -> tuple[Choice, ...]:
    """Whom an article names, those mentioned most first."""
    referents: list[Referent] = list(read.referents([document]))
    owners = enrolled(read.engine, [one.id for one in referents])
    actors = {one.id: one for one in read.actors(set(owners.values()))}
    mentions: Counter[str] = Counter()
    for one in referents:
        if one.id in owners and one.kind != "place":
            mentions[owners[one.id]] += len(one.mentions)
    found = [actors[name] for name, _ in mentions.most_common() if name in actors]
    return tuple(Choice(one.id, one.name, ", ".join(filter(None, (one.kind, one.country)))) for one in found[:LISTED])


def _like_named(read: ReadView, actor: str, names: Iterable[str]) -> tuple[Choice, ...]:
    """Others who share a word of the name, those that come closest first."""
    words = list(dict.fromkeys(word for name in list(names)[:3] for word in name.split() if len(word) > 2))[-4:]
    found = {
        id_: (called, kind, country) for id_, called, kind, country in actors_with(read.engine, words, limit=LOOKED) if id_ != actor
    }
    near = _nearest(" ".join(words), {name: called for name, (called, _, _) in found.items()})
    return tuple(Choice(name, found[name][0], ", ".join(filter(None, found[name][1:]))) for name in near)


def _heard_beside(read: ReadView, actor: str, documents: Collection[str]) -> tuple[str, ...]:
    """Who else has a position on a claim of the stories of these documents, by name."""
    tallies = Tallies(read.engine)
    found = {name for story in set(tallies.stories_with(documents).values()) for name in tallies.actors_of_story(story)} - {actor}
    return tuple(sorted({one.name for one in read.actors_of({}, others=found)}))[:SUGGESTED]


def _nearest(text: str, others: Mapping[str, str]) -> list[str]:
    """Identifiers of the texts that come closest, nearest first."""
    names, folded = list(others), [fold(one) for one in others.values()]
    near = process.extract(fold(text), folded, scorer=fuzz.token_set_ratio, limit=OFFERED)
    return [names[place] for _, _, place in near]


def _titles_like(read: ReadView, story: Story) -> dict[str, str]:
    """The titles of other stories that share a word with a story's, its longest words first; of all where those are few."""
    tallies = Tallies(read.engine)
    words = sorted({word[:WORD] for word in story.title.split() if len(word) > 3}, key=lambda word: (-len(word), word))[:SOUGHT]
    found = tallies.titles_with(words)
    if len(found) <= OFFERED:
        found = {one.id: one.title for one in tallies.story_titles()}
    return {id_: title for id_, title in found.items() if id_ != story.id}


def _in_time(heads: Iterable[Head]) -> tuple[Head, ...]:
    return tuple(sorted(heads, key=lambda one: (moment_key(one.published), one.id)))


def _gone(what: str, identifier: str) -> UsageError:
    return UsageError(
        f"This ledger holds no {what} {identifier!r} now. It may have been rejected, or joined with another: the judgements say so."
    )
