"""Records written by hand, with their spans looked up by their words."""

from __future__ import annotations

import hashlib

from quoth.records import (
    Actor,
    ActorKind,
    Document,
    Mention,
    Name,
    Origin,
    Original,
    Position,
    PositionStance,
    Referent,
    Segment,
    SegmentKind,
    Span,
    Stance,
    Statement,
    Title,
    Via,
    document_id,
    identify,
    passage,
)


def build_document(
    text: str, outlet: str, published: str, kinds: dict[str, SegmentKind], *, article: str | None = None
) -> tuple[Original, Document, tuple[Segment, ...]]:
    content = text.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    title = text.partition("\n")[0] if "title" in kinds.values() else None
    article = article or identify("article", outlet)
    document = Document(
        id=document_id(article, outlet, title, ("A. Writer",), published, text),
        article=article,
        input_id=None,
        outlet=outlet,
        url=f"https://{outlet.lower().replace(' ', '-')}.example/{article[:4]}",
        title=title,
        authors=("A. Writer",),
        published=published,
        published_from="metadata",
        fetched="2031-03-18T18:00:00+00:00",
        language="en",
        sha256=sha256,
        origin=Origin(f"{outlet}.txt", 0, len(text)),
        text=text,
        original=sha256,
        extra={"desk": "foreign"},
    )
    segments, place = [], 0
    for paragraph in text.split("\n\n"):
        words = paragraph.strip("\n")
        kind: SegmentKind = next((kind for start, kind in kinds.items() if words.startswith(start)), "body")
        segments.append(Segment(kind, place, place + len(words)))
        place += len(paragraph) + 2
    return Original(sha256, content, "text/plain", "utf-8"), document, tuple(segments)


def span_of(document: Document, words: str, *, after: int = 0) -> Span:
    start = document.text.index(words, after)
    return Span(start, start + len(words))


def build_referent(
    document: Document, words: str, name: str, kind: ActorKind, title: Title | None = None, country: str | None = None
) -> Referent:
    span = span_of(document, words)
    return Referent(
        id=identify("referent", document.id, *span),
        document=document.id,
        name=name,
        kind=kind,
        names=(Name(words, 1),),
        titles=(title,) if title else (),
        mentions=(Mention(span, words, "name"),),
        country=country,
    )


def build_statement(  # noqa: PLR0913 - one option a field
    document: Document,
    stance: Stance,
    cue: str,
    content: str,
    *,
    source: str | None = None,
    speaker: Referent | None = None,
    via: tuple[Via, ...] = (),
    parent: Statement | None = None,
    time: str | None = None,
    score: float = 0.9,
) -> Statement:
    said, spoken = span_of(document, cue), span_of(document, content)
    told = span_of(document, source) if source else None
    return Statement(
        id=identify("statement", document.id, told, said, spoken),
        document=document.id,
        form="mixed",
        stance=stance,
        source=passage(document.text, told) if told else None,
        cue=passage(document.text, said),
        content=passage(document.text, spoken),
        speaker=speaker.id if speaker else None,
        undecided=None if speaker else "no source",
        addressee=None,
        via=via,
        parent=parent.id if parent else None,
        negated=False,
        score=score,
        time=time,
        proposition=None,
    )


def build_actor(name: str, kind: ActorKind, country: str | None, *referents: Referent) -> Actor:
    return Actor(identify("actor", name), name, kind, country, tuple(one.id for one in referents), ("same full name",))


def build_position(actor: Actor, stance: PositionStance, *statements: Statement) -> Position:
    return Position(actor.id, stance, "2031-03-16", tuple(one.id for one in statements))
