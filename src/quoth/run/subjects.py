"""What a person means to judge, from what they typed or clicked: decisions, with what was found taken down beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from quoth.errors import UsageError
from quoth.link.judged.claims import is_turned
from quoth.link.judged.standing import ACTOR, APART, ARTICLE, ASIDE, CLAIM, OPPOSED, REJECTABLE, REJECTED, SAME, STATEMENT, STORY
from quoth.link.judged.statements import PASSAGES, Change, check_spans, write_change
from quoth.records import Actor, Claim, Document, Json, Mention, Name, Referent, Span, Stance, Statement, Story, identify, passage
from quoth.run.judge import Decision
from quoth.store import ReadView
from quoth.store.overlay import begun, enrolled, fetch_many, fetch_one, row_of
from quoth.view.find import SHORTEST, find_actors, find_claim, find_document, find_story, fold, near_names

LISTED = 5
"""Choices that are offered where a name may mean several."""
HEX = frozenset("0123456789abcdef")
MEMBERSHIP = "membership"
"""What is rejected where a statement does not make the claim that it is told to make."""


# --- one or several ---------------------------------------------------------------------------------------------------


def same_actors(read: ReadView, names: Sequence[str]) -> Decision:
    """That several actors are one; the first keeps its name. Raises ``UsageError`` where a name means nobody, or several."""
    actors = [one_actor(read, name) for name in names]
    _require_different([actor.id for actor in actors], what="actor", given=names)
    return Decision(
        ACTOR, tuple(actor.referents[0] for actor in actors), SAME, _of_referents(read, [one.referents[0] for one in actors])
    )


def different_actors(read: ReadView, names: Sequence[str]) -> Decision:
    """That two actors whom a name may mean are two, and are never to be joined."""
    actors = [one_actor(read, name) for name in names]
    _require_different([actor.id for actor in actors], what="actor", given=names)
    subject = tuple(actor.referents[0] for actor in actors)
    return Decision(ACTOR, subject, APART, _of_referents(read, subject))


def split_actor(read: ReadView, name: str, parts: Sequence[str]) -> Decision:
    """That some of an actor's mentions are another's: those under these names, or in these articles."""
    actor = one_actor(read, name)
    held: list[Referent] = list(fetch_many(read.engine, "referents", actor.referents).values())
    going = [one for part in parts for one in _borne(read, held, part, actor)]
    names = list(dict.fromkeys(one.id for one in going))
    staying = [one.id for one in held if one.id not in names]
    if not staying:
        raise UsageError(
            f"All mentions of {actor.name} would leave, and nobody would be left. Name fewer of its names or articles."
        )
    subject = (staying[0], *names)
    return Decision(ACTOR, subject, APART, _of_referents(read, subject))


def _borne(read: ReadView, held: Sequence[Referent], part: str, actor: Actor) -> list[Referent]:
    """The mentions of an actor under a name, else in an article."""
    named = [one for one in held if fold(part) in {fold(one.name), *(fold(name.text) for name in one.names)}]
    if named:
        return named
    try:
        document = one_article(read, part)
    except UsageError as error:
        names = sorted({name.text for one in held for name in one.names} | {one.name for one in held})
        told = f"{actor.name} is not called {part!r} anywhere, and no single article is. Its names: {', '.join(names[:LISTED])}"
        raise UsageError(told, hints=near_names(part, names) or error.hints) from error
    found = [one for one in held if one.document == document]
    if not found:
        raise UsageError(
            f"{actor.name} is not mentioned in that article ({part}).", command=f"See where: quoth show actor {actor.id}"
        )
    return found


def same_stories(read: ReadView, names: Sequence[str]) -> Decision:
    """That several stories are one; the first keeps its title."""
    stories = [find_story(read, name) for name in names]
    _require_different([story.id for story in stories], what="story", given=names)
    return Decision(STORY, tuple(one.documents[0] for one in stories), SAME, _of_stories(stories))


def split_story(read: ReadView, name: str, articles: Sequence[str]) -> Decision:
    """That some articles are no part of a story, but a story of their own."""
    story = find_story(read, name)
    going = list(dict.fromkeys(one_article(read, article) for article in articles))
    for one, given in zip(going, articles, strict=False):
        if one not in story.documents:
            raise UsageError(
                f"{given!r} is not in the story {story.title!r}.", command=f"See its articles: quoth show story {story.id}"
            )
    staying = [one for one in story.documents if one not in going]
    if not staying:
        raise UsageError(f"All articles of {story.title!r} would leave, and none would be left. Name fewer.")
    return Decision(STORY, (staying[0], *going), APART, _of_documents(read, (staying[0], *going)))


def same_claims(read: ReadView, names: Sequence[str]) -> Decision:
    """That several claims are one."""
    claims = [find_claim(read, name) for name in names]
    _require_different([claim.id for claim in claims], what="claim", given=names)
    subject = tuple(_leading(read, claim) for claim in claims)
    return Decision(CLAIM, subject, SAME, _of_statements(read, subject))


def split_claim(read: ReadView, name: str, statements: Sequence[str]) -> Decision:
    """That some statements do not make a claim that they are told to make; together they make another, if any."""
    claim = find_claim(read, name)
    going = list(dict.fromkeys(one_statement(read, one).id for one in statements))
    held = [link.statement for link in claim.statements]
    for one in going:
        if one not in held:
            raise UsageError(
                f"The statement {one} does not make this claim.", command=f"See those that do: quoth show claim {claim.id}"
            )
    staying = [one for one in held if one not in going]
    if not staying:
        raise UsageError("All statements of the claim would leave, and none would be left. Name fewer, or reject them one by one.")
    subject = (staying[0], *going)
    return Decision(CLAIM, subject, APART, _of_statements(read, subject))


def same_statements(read: ReadView, first: str, second: str) -> Decision:
    """That two statements say the same."""
    return _pair(read, first, second, SAME)


def opposed_statements(read: ReadView, first: str, second: str) -> Decision:
    """That two statements contradict each other."""
    return _pair(read, first, second, OPPOSED)


def opposed_claims(read: ReadView, first: str, second: str) -> Decision:
    """That two claims contradict each other."""
    claims = [find_claim(read, name) for name in (first, second)]
    _require_different([claim.id for claim in claims], what="claim", given=(first, second))
    return opposed_statements(read, *(_leading(read, claim) for claim in claims))


def _pair(read: ReadView, first: str, second: str, verdict: str) -> Decision:
    subject = (one_statement(read, first).id, one_statement(read, second).id)
    _require_different(subject, what="statement", given=(first, second))
    return Decision(CLAIM, subject, verdict, _of_statements(read, subject))


# --- findings ---------------------------------------------------------------------------------------------------------


def reject(read: ReadView, kind: str, identifier: str) -> Decision:
    """That something found is not there. Raises ``UsageError`` where nothing of the kind begins with the identifier."""
    if kind not in REJECTABLE:
        raise UsageError(f"A {kind} cannot be rejected. What can: {', '.join((*REJECTABLE, MEMBERSHIP))}", hints=tuple(REJECTABLE))
    record = one_of(read, kind, identifier)
    found: dict[str, Json] = {"label": label_of(record), "row": _json(row_of(REJECTABLE[kind], record))}
    document = getattr(record, "document", None)
    if document is not None:
        found["things"] = [_statement_seen(record)] if isinstance(record, Statement) else [{"id": record.id, "document": document}]
    return Decision(kind, (record.id,), REJECTED, found)


def set_aside(read: ReadView, name: str) -> Decision:
    """That an article is to count nowhere, in any of its versions."""
    document = read.document(one_article(read, name))
    if document is None:
        raise UsageError(f"The article {name!r} is in the ledger no more.")
    found: dict[str, Json] = {
        "label": f"{document.title or document.id} ({document.outlet or 'unknown outlet'})",
        "things": [{"id": document.article, "document": document.id}],
    }
    return Decision(ARTICLE, (document.article,), ASIDE, found)


def right(
    read: ReadView,
    identifier: str,
    *,
    speaker: str | None = None,
    stance: Stance | None = None,
    source: Sequence[Span] | None = None,
    cue: Sequence[Span] | None = None,
    content: Sequence[Span] | None = None,
) -> Decision:
    """What is right of a statement instead of what was found; what is not given stays as it is. ``speaker`` is the name of an actor, or
    empty where nobody is named; ``source`` may be empty. Raises ``UsageError`` where nothing is changed, or a span holds no words."""
    statement = one_statement(read, identifier)
    document = read.document(statement.document)
    if document is None:
        raise UsageError(f"The article of {statement.id} is in the ledger no more.")
    given = {"source": source, "cue": cue, "content": content}
    for name in PASSAGES:
        check_spans(given[name] or (), document.text, what=name)
        if given[name] == [] and name != "source":
            raise UsageError(f"A statement needs a {name}. Give START:END, or reject the statement.")
    spans = {name: tuple(sorted(value)) for name, value in given.items() if value is not None}
    who, beside = _speaker(read, statement, document, speaker, spans.get("source"))
    change = Change(speaker=who, stance=stance, **spans)
    if not change.fields:
        raise UsageError("Nothing was said to be right instead. Give --speaker, --stance, --content, --source or --cue.")
    found: dict[str, Json] = {
        "label": label_of(statement),
        "row": _json(row_of("statements", statement)),
        "things": [_statement_seen(statement)],
        **beside,
    }
    return Decision(STATEMENT, (statement.id,), write_change(change), found)


def _speaker(
    read: ReadView, statement: Statement, document: Document, name: str | None, source: Sequence[Span] | None
) -> tuple[str | None, dict[str, Json]]:
    """The referent of whom a person names as the speaker; one is made where the reader did not see them in the document."""
    if name is None:
        return None, {}
    if not name.strip():
        return "", {"speaker": None}
    actor = one_actor(read, name)
    here = [one for one in read.referents([document.id]) if one.id in set(actor.referents)]
    if here:
        return _nearest(here, statement.cue.spans[0].start).id, {"speaker": actor.name}
    words = source or (statement.source.spans if statement.source else statement.cue.spans)
    span = words[0]
    said = passage(document.text, span).text
    made = Referent(
        id=identify("referent", document.id, span.start, span.end, "judged"),
        document=document.id,
        name=actor.name,
        kind=actor.kind,
        names=(Name(actor.name, 1),),
        titles=(),
        mentions=(Mention(span, said, "description"),),
        country=actor.country,
    )
    return made.id, {
        "speaker": actor.name,
        "referent": _json({"id": made.id, **row_of("referents", made)}),
        "as": actor.referents[0],
    }


def _nearest(referents: Sequence[Referent], place: int) -> Referent:
    return min(
        referents, key=lambda one: (min((abs(mention.span.start - place) for mention in one.mentions), default=place), one.id)
    )


# --- finding what is meant --------------------------------------------------------------------------------------------


def one_actor(read: ReadView, name: str) -> Actor:
    """The actor that a name or identifier means. Raises ``UsageError`` where it means nobody, with the nearest names, or several."""
    found = tuple(read.actors(_identified(read, "actors", name))) or find_actors(read, name)
    if len(found) == 1:
        return found[0]
    told = tuple(f"{one.id[:8]}  {one.name}{f', {one.country}' if one.country else ''} ({one.kind})" for one in found[:LISTED])
    raise UsageError(f"{name!r} may mean {len(found)} actors: say which one, by its identifier.", hints=told)


def one_article(read: ReadView, text: str) -> str:
    """The identifier of the article that an identifier, the beginning of one, an address or words of a title name."""
    found = _identified(read, "documents", text)
    return found[0] if len(found) == 1 else find_document(read, text).id


def _identified(read: ReadView, kind: str, text: str) -> list[str]:
    """The identifiers that begin with a text, if it looks like the beginning of one: looked up, where names are looked through."""
    start = text.strip().lower()
    return begun(read.engine, kind, start) if len(start) >= SHORTEST and set(start) <= HEX else []


def one_statement(read: ReadView, identifier: str) -> Statement:
    """The statement that an identifier, or the beginning of one, names."""
    found: Statement = one_of(read, STATEMENT, identifier)
    return found


def one_of(read: ReadView, kind: str, identifier: str) -> Any:
    """The record of a kind that an identifier, or the beginning of one, names. Raises ``UsageError`` where none or several begin so."""
    table = REJECTABLE[kind]
    names = begun(read.engine, table, identifier.strip().lower()) if identifier.strip() else []
    if len(names) == 1:
        return fetch_one(read.engine, table, names[0])
    if names:
        raise UsageError(f"Several identifiers of a {kind} begin with {identifier!r}: give more of it.", hints=tuple(names))
    listed = {"copy": "copies", "quantity": "quantities"}.get(kind, f"{kind}s")
    raise UsageError(f"No {kind} begins with {identifier!r}.", command=f"Identifiers are listed by: quoth export {listed}")


def label_of(record: Any) -> str:
    """A record in a few words, for a list."""
    if isinstance(record, Statement):
        who = f"{record.source.text} " if record.source else ""
        return _short(f"{who}{record.cue.text}: {record.content.text}")
    words = getattr(record, "text", None) or getattr(record, "about", None) or getattr(record, "term", None)
    if words is None and hasattr(record, "parties"):
        words = f"{record.kind}: {', '.join(party.text for party in record.parties)}"
    return _short(str(words or f"{record.kind} {record.id}"))


def _short(text: str, width: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= width else words[: width - 1].rsplit(" ", 1)[0] + " …"


def _require_different(ids: Collection[str], *, what: str, given: Sequence[str]) -> None:
    if len(set(ids)) < len(list(given)):
        raise UsageError(f"{' and '.join(repr(one) for one in given)} name one {what} already. Name two that are told apart.")


def _leading(read: ReadView, claim: Claim) -> str:
    """The first statement of a claim that says it as the claim does, not the opposite."""
    held: dict[str, Statement] = fetch_many(read.engine, "statements", [link.statement for link in claim.statements])
    plain = [one.statement for one in claim.statements if one.statement in held and not is_turned(held[one.statement], one.stance)]
    return (plain or [claim.statements[0].statement])[0]


# --- what was found ---------------------------------------------------------------------------------------------------


def _of_referents(read: ReadView, ids: Sequence[str]) -> dict[str, Json]:
    held: dict[str, Referent] = fetch_many(read.engine, "referents", ids)
    actors = {one.id: one for one in read.actors(set(enrolled(read.engine, ids).values()))}
    called = {name: one.name for one in actors.values() for name in one.referents}
    seen: list[Json] = []
    for name in ids:
        one = held[name]
        span = list(one.mentions[0].span) if one.mentions else [0, 0]
        seen.append(
            {"id": name, "document": one.document, "span": _json(span), "name": one.name, "actor": called.get(name, one.name)}
        )
    return {"things": seen, "label": _joined(called.get(name, held[name].name) for name in ids)}


def _of_statements(read: ReadView, ids: Sequence[str]) -> dict[str, Json]:
    held: dict[str, Statement] = fetch_many(read.engine, "statements", ids)
    return {
        "things": [_statement_seen(held[name]) for name in ids],
        "label": _joined(_short(held[name].content.text, 45) for name in ids),
    }


def _of_stories(stories: Sequence[Story]) -> dict[str, Json]:
    seen: list[Json] = [{"id": one.documents[0], "title": one.title} for one in stories]
    return {"things": seen, "label": _joined(one.title for one in stories)}


def _of_documents(read: ReadView, ids: Sequence[str]) -> dict[str, Json]:
    titles = {one.id: one.title or one.text[:45] for one in read.documents(ids)}
    seen: list[Json] = [{"id": one, "title": titles.get(one)} for one in ids]
    return {"things": seen, "label": _joined(titles.get(one, one) for one in ids)}


def _joined(labels: Any) -> str:
    return " | ".join(dict.fromkeys(str(one) for one in labels))


def _statement_seen(one: Statement) -> dict[str, Json]:
    return {
        "id": one.id,
        "document": one.document,
        "cue": _json(one.cue.spans),
        "content": _json(one.content.spans),
        "text": one.content.text,
        "stance": one.stance,
    }


def _json(value: Any) -> Json:
    """A value as JSON has it: tuples and spans as lists."""
    found: Json = json.loads(json.dumps(value, ensure_ascii=False))
    return found


MERGES: dict[str, Callable[[ReadView, Sequence[str]], Decision]] = {ACTOR: same_actors, CLAIM: same_claims, STORY: same_stories}
"""Kind → what says that several of it are one."""
SPLITS: dict[str, Callable[[ReadView, str, Sequence[str]], Decision]] = {ACTOR: split_actor, CLAIM: split_claim, STORY: split_story}
"""Kind → what says that parts of one are another."""
