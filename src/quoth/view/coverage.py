"""Everything that the ledger holds on a set of documents, read once, with the look-ups that pages need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from quoth.records import (
    READABLE,
    Actor,
    Contact,
    ContactEvent,
    Copy,
    Document,
    Quantity,
    Referent,
    Segment,
    Statement,
    Term,
    TimeExpression,
)
from quoth.store import Edge, Head, InOrder, ReadView, Tallies
from quoth.view.dates import date_label
from quoth.view.houses import house_of, names_of
from quoth.view.judged import Rulings, read_rulings
from quoth.view.parliament import sits_alone
from quoth.view.scores import checked_score, is_unsure

WIDTH, SHORT = 90, 48
"""Characters of a heading that is made of an article's first words; of one that stands for its outlet."""
_AFTER_HEADING = re.compile(r"(?<=\w)[ \t]*\n[ \t]*\n\s*")
"""Where a paragraph that ends with no stop gives way to the next."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as a page names them: an actor where linking has joined one, else a referent of one document."""

    id: str
    name: str
    kind: str
    country: str | None
    alone: bool = False
    """They sit in a parliament and hold no office of a government: they speak for themselves, not for their state."""

    @property
    def party(self) -> str:
        """The side they stand on in tables: their state, else they themselves."""
        return self.country if self.country and not self.alone else self.name


@dataclass(frozen=True, slots=True)
class Coverage:
    """The records of a set of documents; mappings are by identifier and keep the order of documents, then of spans."""

    documents: Mapping[str, Document]
    segments: Mapping[str, tuple[Segment, ...]]
    referents: Mapping[str, Referent]
    statements: Mapping[str, Statement]
    """Those that are shown."""
    hidden: Mapping[str, Statement]
    """Those that score less than ``min_score``."""
    former: Mapping[str, Statement]
    """Those of earlier versions, where the newest speaks for its article (``versions.latest``)."""
    superseded: frozenset[str]
    """Documents of which the newest version speaks."""
    min_score: float
    times: Mapping[str, tuple[TimeExpression, ...]]
    """By document."""
    quantities: tuple[Quantity, ...]
    contacts: Mapping[str, Contact]
    terms: tuple[Term, ...]
    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    """Referent → actor."""
    copies: tuple[Copy, ...]
    """Edges with both ends in the set."""
    events: tuple[ContactEvent, ...]
    takers: Mapping[str, int]
    """Document → how many documents took it over, whole or in part."""
    unread: frozenset[str]
    """Documents that were not read for statements: in another language, or set aside. Nothing found in them means nothing."""
    rulings: Rulings
    """What people judged, and what the machine had of it."""
    changed: Mapping[str, str] = field(default_factory=dict)
    """Statements with words that their article has only since it was changed, and when that was (``versions.latest``)."""
    houses: Mapping[str, str] = field(default_factory=dict)
    """Every outlet of the ledger by key, as pages name it."""
    _voices: dict[str, tuple[Who, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)
    _seats: dict[str, bool] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What ``voices`` has answered."""

    @property
    def articles(self) -> int:
        """How many articles these documents are, the versions of one counted once."""
        return count_articles(self.documents.values())

    def statement(self, identifier: str | None) -> Statement | None:
        """A statement, shown or hidden: what was told in a hidden one is still told by its speaker, not by the outlet."""
        name = identifier or ""
        return self.statements.get(name) or self.hidden.get(name) or self.former.get(name)

    def published(self, statement: Statement) -> str | None:
        """When the words of a statement came out: with its article, or with the version that has them first."""
        return self.changed.get(statement.id) or self.documents[statement.document].published

    def is_left_out(self, statement: str) -> bool:
        """Whether a statement is hidden, or of an earlier version."""
        return statement in self.hidden or statement in self.former

    def is_unsure(self, score: float | None) -> bool:
        """Whether what rests on a statement of this score is marked unsure."""
        return is_unsure(score, self.min_score)

    def surest(self, identifiers: Iterable[str]) -> float | None:
        """The highest score of these statements, hidden ones apart; None where there is none."""
        return max((self.statements[one].score for one in identifiers if one in self.statements), default=None)

    def who(self, identifier: str | None) -> Who | None:
        """The one behind a referent's or actor's identifier; None for None and for what is not in the ledger."""
        if identifier is None:
            return None
        actor = self.actors.get(self.actor_of.get(identifier, identifier))
        if actor is not None:
            state = actor.country or (actor.name if actor.kind == "state" else None)
            return Who(actor.id, actor.name, actor.kind, state, self._sits_alone(actor))
        referent = self.referents.get(identifier)
        return Who(referent.id, referent.name, referent.kind, referent.country, sits_alone(referent.titles)) if referent else None

    def _sits_alone(self, actor: Actor) -> bool:
        if actor.id not in self._seats:
            held = (title for one in actor.referents if one in self.referents for title in self.referents[one].titles)
            self._seats[actor.id] = actor.kind == "person" and sits_alone(held)
        return self._seats[actor.id]

    def voices(self, actor: str) -> tuple[Who, ...]:
        """Who speaks when an actor does: itself, or its members where it is a list that speaks as one."""
        if actor not in self._voices:
            self._voices[actor] = self._find_voices(actor)
        return self._voices[actor]

    def _find_voices(self, actor: str) -> tuple[Who, ...]:
        held = self.actors.get(actor)
        referents = (self.referents[one] for one in (held.referents if held else (actor,)) if one in self.referents)
        members = {who.id: who for referent in referents for member in referent.members if (who := self.who(member))}
        own = self.who(actor)
        return tuple(members.values()) or ((own,) if own else ())

    def headline(self, document: str, *, width: int = WIDTH) -> str:
        """The title of a document, else the first words of its own telling."""
        body = (one for one in self.segments.get(document, ()) if one.kind in READABLE)
        first = next(body, None)
        return headline(self.documents[document], start=first.start if first else 0, width=width)

    def outlet(self, document: Document) -> str:
        """The outlet of a document by the name that it has in the ledger: one that is named here and goes by its site there is one. An unknown
        one by what the document is headed, and its day, so that two of them can be told apart."""
        named = house_of(document.outlet, self.houses)
        return named or outlet_name(document, headed=self.headline(document.id, width=SHORT))

    def role(self, referent: str | None) -> str | None:
        """The office or role that its document gives a referent ("Norvian defence minister" as "defence minister, Norvia")."""
        found = self.referents.get(referent or "")
        titles = found.titles if found else ()
        if not titles:
            return None
        return f"{titles[0].text}, {titles[0].of}" if titles[0].of else titles[0].text


def story_documents(read: ReadView, story: str | None) -> frozenset[str] | None:
    """The documents of a story; None, which means all, for None."""
    if story is None:
        return None
    return frozenset(document for found in read.stories([story]) for document in found.documents)


def gather(
    read: ReadView,
    documents: Collection[str] | None = None,
    *,
    beside: Collection[str] = (),
    min_score: float = 0.0,
    mentions: bool = False,
) -> Coverage:
    """The coverage of these documents (None: of the whole ledger). Documents ``beside`` them come without what was found in them.

    Statements that score less than ``min_score`` are hidden. Statements come without their propositions, referents with their mentions only
    where these are asked for, actors with no referent of another document. Raises ``UsageError`` where the score is none.
    """
    least = checked_score(min_score)
    order = None if documents is None else InOrder(tuple(read.document_ids(documents)))
    held = {document.id: document for document in read.documents(order)}
    referents = {referent.id: referent for referent in read.referents(order, mentions=mentions)}
    actor_of = read.actor_of(None if order is None else referents)
    contacts = {contact.id: contact for contact in read.contacts(order)}
    edges = tuple(read.copies(None if order is None else order.ids))
    statements = {statement.id: statement for statement in read.statements(order, propositions=False)}
    return Coverage(
        documents={document.id: document for document in read.documents(beside)} | held if beside else held,
        segments=read.segments_of(held),
        referents=referents,
        statements={name: statement for name, statement in statements.items() if statement.score >= least},
        hidden={name: statement for name, statement in statements.items() if statement.score < least},
        former={},
        superseded=frozenset(),
        min_score=least,
        times=_by_document(read.times(order)),
        quantities=tuple(read.quantities(order)),
        contacts=contacts,
        terms=tuple(read.terms(order)),
        actors={actor.id: actor for actor in read.actors_of(actor_of)},
        actor_of=actor_of,
        copies=tuple(copy for copy in edges if copy.copy in held and copy.source in held),
        events=tuple(read.events(contacts=None if order is None else contacts)) if contacts else (),
        unread=frozenset(document for document, done in read.extracted(held) if done is None),
        takers=Counter(copy.source for copy in edges if copy.kind not in {"citation", "revision"}),
        rulings=read_rulings(read.engine, statements, things=held),
        houses=names_of(read.outlets()),
    )


def gather_few(  # noqa: PLR0913 - each names what a page can do without
    read: ReadView,
    statements: Collection[Statement],
    *,
    beside: Collection[str] = (),
    actors: Collection[str] = (),
    min_score: float = 0.0,
    words: bool = True,
    placed: bool = True,
    bare: bool = False,
) -> Coverage:
    """The coverage of these statements alone: their articles, and whom they name; with documents ``beside`` them, and other ``actors``.
    Nothing else that was found in those articles is in it.

    Without ``words`` the articles have neither text nor title: enough to count and date them; unless they are
    ``placed`` it is left to whoever asks how they are laid out, and neither when anything was nor who took from them is in it. A ``bare`` one has their texts, but neither who
    speaks, nor when, nor what people judged, and how articles are laid out is left to whoever asks.
    """
    least = checked_score(min_score)
    names, laid = {one.document for one in statements}, words and placed and not bare
    every = {*names, *beside}
    referents, actor_of = _named(read, () if bare else statements, words=words and placed)
    known = {} if bare else {actor.id: actor for actor in read.actors_of(actor_of, others=actors)}
    dated = {one.document for one in statements if one.time is not None}
    return Coverage(
        documents={one.id: one for one in (read.documents(every) if words else read.documents_in_short(every))},
        segments=read.segments_of(every) if laid else {},
        referents=referents,
        statements={one.id: one for one in statements if one.score >= least},
        hidden={one.id: one for one in statements if one.score < least},
        former={},
        superseded=frozenset(),
        min_score=least,
        times=_by_document(read.times(dated)) if laid else {},
        quantities=(),
        contacts={},
        terms=(),
        actors=known,
        actor_of=actor_of,
        copies=tuple(copy for copy in read.copies(names) if copy.copy in names and copy.source in names) if least > 0 else (),
        events=(),
        unread=frozenset(),
        takers=Tallies(read.engine).takers(names) if laid else {},
        rulings=read_rulings(read.engine, {} if bare else {one.id: one for one in statements}),
        houses=names_of(read.outlets()),
    )


def _named(read: ReadView, statements: Iterable[Statement], *, words: bool) -> tuple[dict[str, Referent], dict[str, str]]:
    """Whom statements name, by referent, with the members of lists that speak as one; and whose they are."""
    wanted = {one for said in statements for one in (said.speaker, said.addressee, *(via.referent for via in said.via)) if one}
    found = {one.id: one for one in read.referents_named(wanted, words=words)}
    members = {member for one in found.values() for member in one.members} - found.keys()
    found |= {one.id: one for one in read.referents_named(members, words=words)} if members else {}
    return found, read.actor_of(found)


def _by_document(times: Iterable[TimeExpression]) -> dict[str, tuple[TimeExpression, ...]]:
    found: dict[str, list[TimeExpression]] = {}
    for time in times:
        found.setdefault(time.document, []).append(time)
    return {document: tuple(group) for document, group in found.items()}


def count_articles(documents: Iterable[Document]) -> int:
    """How many articles these documents are, the versions of one counted once."""
    return len({document.article for document in documents})


def outlet_name(document: Document, *, headed: str | None = None) -> str:
    """The outlet, else ``unknown outlet`` with what the document is ``headed`` (None: its first words), and its day, so that two of them can be
    told apart."""
    if document.outlet or document.origin is None:
        return document.outlet or "unknown outlet"
    words = headed or headline(document, width=SHORT)
    day = f", {date_label(document.published[:10])}" if document.published else ""
    return f"unknown outlet (“{words}”{day})" if words else "unknown outlet"


def headline(document: Document, *, start: int = 0, width: int = WIDTH) -> str:
    """The title, else the first words of the text from ``start``, of at most ``width`` characters; a heading and what follows it are set apart."""
    return headline_of(document.title, document.text[start : start + 4 * width], width=width)


def headings(read: ReadView, heads: Iterable[Head]) -> dict[str, str]:
    """What articles are called: their titles, or the first words of their own telling."""
    named = {head.id: head.title for head in heads}
    untitled = {one for one, title in named.items() if not title}
    segments = read.segments_of(untitled)
    found = {one: headline_of(title, "") for one, title in named.items() if title}
    for document in read.documents(untitled) if untitled else ():
        start = next((one.start for one in segments.get(document.id, ()) if one.kind in READABLE), 0)
        found[document.id] = headline(document, start=start)
    return found


def headline_of(title: str | None, beginning: str, *, width: int = WIDTH) -> str:
    """As ``headline``, of a title and the beginning of the text."""
    if title:
        return " ".join(title.split())
    words = " ".join(_AFTER_HEADING.sub(" · ", beginning).split())
    return words if len(words) <= width else words[: width - 1].rsplit(" ", 1)[0] + " …"


def collapse_copies(documents: Iterable[str], copies: Iterable[Copy | Edge], *, share: float = 0.5) -> tuple[tuple[str, ...], ...]:
    """The documents in groups that are one text: joined by edges of copying over at least ``share`` of the copy, citations apart."""
    parent = {document: document for document in documents}
    for copy in copies:
        within = copy.copy in parent and copy.source in parent
        if within and copy.kind != "citation" and (copy.score >= share or copy.kind in {"revision", "forward"}):
            parent[_root(parent, copy.copy)] = _root(parent, copy.source)
    groups: dict[str, list[str]] = {}
    for document in parent:
        groups.setdefault(_root(parent, document), []).append(document)
    return tuple(tuple(group) for group in groups.values())


def _root(parent: dict[str, str], document: str) -> str:
    while parent[document] != document:
        parent[document] = parent[parent[document]]
        document = parent[document]
    return document
