"""Claims and points of difference of stories, each from what its own documents tell: one more document costs its own story anew.

What a story's claims rest on: the findings of its documents, who their actors are, which of them share text, and the contacts that they tell of,
with the other tellings of these. Which outlets the corpus has is asked for by name, and what was asked is kept (``StoryLinks.asked``). So whatever
happens in other stories, these stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from quoth.link.claims import align_claims
from quoth.link.disagreements import find_disagreements
from quoth.link.ground import Ground
from quoth.link.joint import note_joint
from quoth.link.reckoning import Shelf, reckon_claims
from quoth.records import (
    Actor,
    Claim,
    Contact,
    ContactEvent,
    Copy,
    Disagreement,
    Document,
    Quantity,
    Referent,
    Registered,
    Statement,
    Story,
    TimeExpression,
)
from quoth.run.deciding import Deciding
from quoth.store import ReadView

LOT = 400
"""Documents whose findings are fetched together, at least: the ledger is asked seldom, and little is held."""


class InDocument(Protocol):
    """What was found in a document."""

    @property
    def document(self) -> str:
        """Its identifier."""
        ...


Found = TypeVar("Found", bound=InDocument)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is linked already, as it is looked up for one story or a few."""

    documents: Mapping[str, Document]
    """In the ledger's order; their texts are not read."""
    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    copies: Mapping[str, Sequence[Copy]]
    """By the document that took."""
    stories: Sequence[Story]
    events: Mapping[str, Sequence[ContactEvent]]
    """By the documents that tell of them."""
    tellers: Mapping[str, str]
    """Contact → its document."""
    call: Callable[[Iterable[str]], None]
    """Has these referents' actors at hand."""
    voices: Mapping[str, str]
    """Key of an outlet → the actor that it is."""
    voice_of: Mapping[str, str]
    """Document → the key of its outlet."""
    outlets: frozenset[str]
    """Keys of the outlets of all documents."""
    register: Sequence[Registered] = ()


@dataclass(frozen=True, slots=True)
class StoryLinks:
    """What was worked out of stories."""

    claims: Sequence[Claim]
    points: Sequence[Disagreement]
    asked: Mapping[str, frozenset[str]]
    """Story → keys of which it was asked whether the corpus has an outlet of that name, and of which it depends."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A set of which is noted what it is asked for."""

    here: AbstractSet[str]
    keys: set[str] = field(default_factory=set)

    def __contains__(self, key: object) -> bool:
        """Whether it is in the set."""
        self.keys.add(str(key))
        return key in self.here


@dataclass(frozen=True, slots=True)
class Scene:
    """What the documents of a few stories tell, and other documents of the contacts that they tell of."""

    referents: Mapping[str, Sequence[Referent]]
    statements: Mapping[str, Sequence[Statement]]
    quantities: Mapping[str, Sequence[Quantity]]
    times: Mapping[str, Sequence[TimeExpression]]
    contacts: Mapping[str, Sequence[Contact]]


def link_stories(
    view: ReadView, corpus: Corpus, stories: Sequence[Story], *, deciding: Deciding, bound: AbstractSet[str]
) -> Iterator[StoryLinks]:
    """The claims and points of each of these stories, as people judged them; those ``bound`` by what people decided over claims, together."""
    for lot in _lots(story for story in stories if story.id not in bound):
        scene = _fetch(view, corpus, lot)
        for story in lot:
            yield _link(view, [story], scene, corpus, deciding=None)
    together = [story for story in stories if story.id in bound]
    if together:
        yield _link(view, together, _fetch(view, corpus, together), corpus, deciding=deciding)


def _lots(stories: Iterable[Story]) -> Iterator[list[Story]]:
    """As many stories together as have ``LOT`` documents."""
    lot: list[Story] = []
    held = 0
    for story in stories:
        lot.append(story)
        held += len(story.documents)
        if held >= LOT:
            yield lot
            lot, held = [], 0
    if lot:
        yield lot


def _fetch(view: ReadView, corpus: Corpus, stories: Iterable[Story]) -> Scene:
    own = {name for story in stories for name in story.documents}
    every = own | {corpus.tellers[contact] for name in own for event in corpus.events.get(name, ()) for contact in event.contacts}
    referents = _by_document(view.referents(every))
    corpus.call(one.id for told in referents.values() for one in told)
    return Scene(
        referents=referents,
        statements=_by_document(view.statements(every)),
        quantities=_by_document(view.quantities(own)),
        times=_by_document(view.times(own)),
        contacts=_by_document(view.contacts(every)),
    )


def _by_document(found: Iterable[Found]) -> dict[str, list[Found]]:
    by_document: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        by_document[one.document].append(one)
    return by_document


def _among(found: Mapping[str, Sequence[Found]], documents: Iterable[str]) -> list[Found]:
    return [one for name in documents for one in found.get(name, ())]


def _link(view: ReadView, stories: Sequence[Story], scene: Scene, corpus: Corpus, *, deciding: Deciding | None) -> StoryLinks:
    """Claims and points of stories; with ``deciding`` people decided over claims of theirs."""
    asked = Asked(corpus.outlets)
    grounds = [replace(_ground([story], story.documents, scene, corpus), texts=view.pages) for story in stories]
    aligned = [claim for ground in grounds for claim in align_claims(_among(scene.statements, ground.documents), ground=ground)]
    own = _ground(stories, [name for story in stories for name in story.documents], scene, corpus)
    statements = {one.id: one for one in _among(scene.statements, own.documents)}
    if deciding is not None:
        aligned = list(deciding.claims(aligned, statements, own))
    shelf = Shelf(view.pages, lambda documents: _among(scene.referents, documents), corpus.register)
    claims = list(reckon_claims(aligned, shelf=shelf, statements=statements, ground=own, outlets=asked)) if aligned else []
    points = [point for story in stories for point in _points(view, story, claims, statements, scene, corpus)]
    return StoryLinks(claims, points, {story.id: frozenset(asked.keys) for story in stories})


def _points(
    view: ReadView, story: Story, claims: Sequence[Claim], statements: Mapping[str, Statement], scene: Scene, corpus: Corpus
) -> list[Disagreement]:
    """The points of one story; the contacts that its documents tell of with all their tellings."""
    events = _events(story.documents, corpus)
    contacts = [contact for event in events for contact in event.contacts]
    every = dict.fromkeys([*story.documents, *(corpus.tellers[contact] for contact in contacts)])
    beside = {one.id: one for one in _among(scene.statements, every)}
    found = find_disagreements(
        quantities=_among(scene.quantities, story.documents),
        contacts=_among(scene.contacts, every),
        events=events,
        claims=[claim for claim in claims if claim.story == story.id],
        statements={**statements, **beside},
        ground=replace(_ground([story], every, scene, corpus), texts=view.pages),
        times=_among(scene.times, story.documents),
    )
    return [point for point in found if point.story == story.id]


def _ground(stories: Sequence[Story], documents: Iterable[str], scene: Scene, corpus: Corpus) -> Ground:
    """The corpus as far as these documents know it: in their order in the ledger."""
    names = dict.fromkeys(name for name in documents if name in corpus.documents)
    referents = _among(scene.referents, names)
    actor_of = {one.id: corpus.actor_of[one.id] for one in referents if one.id in corpus.actor_of}
    voices = (corpus.voices.get(corpus.voice_of.get(name, "")) for name in names)
    actors = {*actor_of.values(), *(voice for voice in voices if voice is not None)}
    return Ground(
        documents={name: corpus.documents[name] for name in names},
        actors={name: corpus.actors[name] for name in sorted(actors)},
        actor_of=actor_of,
        members=note_joint(referents),
        copies=[edge for name in sorted(names) for edge in corpus.copies.get(name, ()) if edge.source in names],
        stories=stories,
        contacts=_among(scene.contacts, names),
        events=_events(names, corpus),
    )


def _events(documents: Iterable[str], corpus: Corpus) -> list[ContactEvent]:
    """The contacts that documents tell of, in an order of their own."""
    events = {event.id: event for name in documents for event in corpus.events.get(name, ())}
    return sorted(events.values(), key=lambda event: (event.contacts, event.id))
