"""Of which stories anything changed since links were worked out: of what their claims and points are told from, nothing left aside.

What is held against what was: the stories and their documents, the actors of everybody whom these name, edges between them, the contacts that
they tell of, who their outlets are, and the outlets of the corpus as far as they asked for them. Which findings changed is noted by the database
(``store.renewal``); what people judged since is looked up (``run.since``). Where the program itself or the user's register changed, all are
told anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quoth.link.reckoning import outlets_of
from quoth.link.voices import outlet_actors
from quoth.records import Actor, Copy, Judgement, Registered, Renewed, Story, identify
from quoth.run.program import program
from quoth.run.roll import Roll
from quoth.run.since import Touched, judged_since
from quoth.run.story_links import Corpus
from quoth.store import ReadView
from quoth.store.renewal import Called, judged_before, linked_under, stirred_documents, stories_asking


@dataclass(frozen=True, slots=True)
class Former:
    """Links as they stand in the ledger, before they are worked out again."""

    under: str
    """The name of how stories are linked now."""
    known: bool
    """Whether they were linked so before: else nothing of them can stay."""
    stories: Mapping[str, Story]
    copies: Mapping[str, Copy]
    events: Mapping[str, tuple[str, ...]]
    stirred: Mapping[str, int]
    touched: Touched
    """What was judged since."""

    @staticmethod
    def of(view: ReadView, judgements: Iterable[Judgement]) -> Former:
        """What the ledger has; ``judgements`` are all that were made."""
        under = _name(view.register())
        known = linked_under(view.engine) == under
        return Former(
            under=under,
            known=known,
            stories={one.id: one for one in view.stories()} if known else {},
            copies={one.id: one for one in view.copies()} if known else {},
            events={one.id: one.contacts for one in view.events()} if known else {},
            stirred=stirred_documents(view.engine),
            touched=judged_since(view, judgements, judged_before(view.engine)) if known else Touched(),
        )

    def renewed(self, stories: frozenset[str] | None, asked: Mapping[str, frozenset[str]], roll: Roll) -> Renewed:
        """What is to be kept of how these stories were linked."""
        return Renewed(self.under, stories, asked, self.stirred, None if roll.who.whole else roll.gone, roll.who.blocks)


def changed_stories(former: Former, corpus: Corpus, roll: Roll, view: ReadView) -> frozenset[str] | None:
    """The stories of which anything changed; None where nothing is known of any."""
    linked = {name for story in former.stories.values() for name in story.documents}
    if not former.known or former.touched.whole or not corpus.documents.keys() >= linked:
        return None
    documents = {
        *former.touched.documents,
        *former.stirred,
        *_of_actors(roll),
        *_of_copies(former, corpus),
        *_of_events(former, corpus),
    }
    documents |= set(_of_voices(corpus, roll))
    documents |= {corpus.tellers[other] for name in documents for event in corpus.events.get(name, ()) for other in event.contacts}
    outlets = corpus.outlets - outlets_of(corpus.documents[name] for name in linked)
    changed = stories_asking(view.engine, outlets) | former.touched.stories
    for story in corpus.stories:
        before = former.stories.get(story.id)
        if before is None or before.documents != story.documents or not documents.isdisjoint(story.documents):
            changed.add(story.id)
    return frozenset(changed)


def _of_actors(roll: Roll) -> Iterator[str]:
    """Documents that name somebody who is another actor now, or whose actor is called otherwise."""
    former = roll.former()
    called = {one.id for one in roll.who.actors if not _is_same(one, former.get(one.id))}
    for referent, home in roll.who.homes.items():
        actor = roll.actor_of.get(referent)
        if actor in called or actor != roll.before.get(referent):
            yield home


def _is_same(one: Actor, before: Called | None) -> bool:
    return before is not None and (one.name, one.kind, one.country) == before[1:]


def _of_copies(former: Former, corpus: Corpus) -> Iterator[str]:
    """Documents of one story between which an edge came, went or changed; one that leads to another story tells nothing of a claim."""
    now = {edge.id: edge for edges in corpus.copies.values() for edge in edges}
    story_of = {name: story.id for story in corpus.stories for name in story.documents}
    for id_ in now.keys() | former.copies.keys():
        if now.get(id_) != former.copies.get(id_):
            edges = (edge for edge in (now.get(id_), former.copies.get(id_)) if edge is not None)
            yield from (edge.copy for edge in edges if story_of.get(edge.copy) == story_of.get(edge.source))


def _of_events(former: Former, corpus: Corpus) -> Iterator[str]:
    """Documents that tell of a contact of which other tellings are known now, or no more."""
    now = {event.id: event.contacts for events in corpus.events.values() for event in events}
    for id_ in now.keys() | former.events.keys():
        if now.get(id_) != former.events.get(id_):
            told = (*now.get(id_, ()), *former.events.get(id_, ()))
            yield from (corpus.tellers[contact] for contact in told if contact in corpus.tellers)


def _of_voices(corpus: Corpus, roll: Roll) -> Iterator[str]:
    """Documents whose outlet is another actor now."""
    before = outlet_actors(Actor(*one, (), ()) for one in roll.outlets.values())
    for name, key in corpus.voice_of.items():
        actor = corpus.voices.get(key)
        if actor != before.get(key) or (actor and not _is_same(corpus.actors[actor], roll.outlets.get(actor))):
            yield name


def _name(register: Iterable[Registered]) -> str:
    """The name of how stories are linked: by which code and data, and with which register."""
    return identify("stories", program(), *sorted(identify("entry", one) for one in register))
