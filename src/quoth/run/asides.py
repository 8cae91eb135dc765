"""Articles that people set aside: out of all that is read and counted, all versions of them, and back again as they were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from quoth.link.judged.standing import ARTICLE, standing
from quoth.link.judged.stories import without_documents
from quoth.records import Claim, Copy, Disagreement, Document, Judgement, SetAside, Silence, Story
from quoth.run.effects import Effects
from quoth.store import Writer
from quoth.store.aside import STAGE, Aside, documents_aside, documents_of, findings_of, name_of
from quoth.store.overlay import fetch_many, naming, rulings
from quoth.store.write import Page, Reading

REASON = "judged"
"""The reason under which they are listed."""


def take_out(effects: Effects, judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """Take the articles that these judgements set aside out of findings, copies and stories; their documents, which are to be put away
    (``put_away``) once what follows for claims and points is told."""
    source = effects.writer.connection
    going = tuple(documents_of(source, _articles(judgements)))
    if not going:
        return ()
    for document in going:
        for kind, id_ in findings_of(source, document):
            effects.change(kind, id_, None)
    copies: list[Copy] = list(effects.read.copies(going))
    for edge in copies:
        effects.change("copies", edge.id, None)
    stories: dict[str, Story] = fetch_many(source, "stories", naming(source, "stories", "documents", going))
    documents: dict[str, Document] = {
        one.id: replace(one, text="")
        for one in effects.read.documents({name for one in stories.values() for name in one.documents})
    }
    for story in stories.values():
        effects.change("stories", story.id, without_documents(story, going, documents))
    return going


def put_away(effects: Effects, documents: Sequence[str]) -> None:
    """Put documents away that were taken out, and forget them where they are only named: as silent, or as giving a value."""
    if not documents:
        return
    source = effects.writer.connection
    claims: dict[str, Claim] = fetch_many(source, "claims", naming(source, "claims", "silent", documents))
    for claim in claims.values():
        kept = (Silence(one.outlet, _without(one.documents, documents)) for one in claim.silent)
        effects.change("claims", claim.id, replace(claim, silent=tuple(one for one in kept if one.documents)))
    points: dict[str, Disagreement] = fetch_many(source, "disagreements", naming(source, "disagreements", "readings", documents))
    for point in points.values():
        readings = [
            replace(
                one,
                documents=_without(one.documents, documents),
                given=tuple(each for each in one.given if each.document not in documents),
                withdrawn=_without(one.withdrawn, documents),
            )
            for one in point.readings
        ]
        left = tuple(one for one in readings if one.statements or one.documents)
        effects.change("disagreements", point.id, replace(point, readings=left) if len(left) > 1 else None)
    effects.writer.put_away(documents)


def bring_back(writer: Writer, stand: Iterable[Judgement]) -> None:
    """Put back the articles that none of these judgements sets aside."""
    articles = _articles(stand)
    writer.bring_back([one.id for one in documents_aside(writer.connection) if one.article not in articles])


def list_aside(writer: Writer, stand: Iterable[Judgement]) -> None:
    """List what these judgements set aside among what is set aside, with who did it and why."""
    last = {one.subject: one for one in stand if one.kind == ARTICLE}
    held = documents_aside(writer.connection)
    writer.list_aside((_listed(one, last[one.article]), one.file, one.id) for one in held if one.article in last)


def add_readings(writer: Writer, readings: Sequence[Reading]) -> list[str]:
    """Keep what was read; the identifiers of the documents that are new. Versions of an article that somebody set aside are put with it."""
    made = rulings(writer.connection)
    articles = _articles(standing(made)) if any(one.kind == ARTICLE for one in made) else frozenset[str]()
    if not articles:
        return writer.add_readings(readings)
    known = {one.id for one in documents_aside(writer.connection)}
    new = writer.add_readings([(original, [page for page in pages if page[0].id not in known]) for original, pages in readings])
    pages: dict[str, Page] = {page[0].id: page for _, found in readings for page in found}
    going = [id_ for id_ in new if pages[id_][0].article in articles]
    writer.put_away(going)
    list_aside(writer, standing(made))
    return [id_ for id_ in new if id_ not in going]


def _articles(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(one.subject for one in judgements if one.kind == ARTICLE)


def _without(names: Sequence[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in names if one not in gone)


def _listed(one: Aside, judgement: Judgement) -> SetAside:
    message = (
        f"{judgement.by} set this article aside on {judgement.at[:10]}: {judgement.note or 'no reason was given'}. It counts nowhere, and "
        f"nothing of it is lost. To bring it back: quoth judge undo {judgement.id[:8]}"
    )
    return SetAside(name_of(one), one.sha256, STAGE, REASON, message)
