"""Linking and grouping, composed: collapse copies, group stories, see who is who; then claims and points, story by story.

Copies, citations, stories and actors are kept up to date document by document (``run.copies``, ``run.citing``, ``run.stories``, ``run.actors``).
Claims and points are worked out for those stories alone of which anything changed (``run.changes``): the same as if all were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from quoth.link.copies import find_copies, with_citations
from quoth.link.credits import outlet_key
from quoth.link.events import join_contacts
from quoth.link.reckoning import outlets_of
from quoth.records import Claim, Contact, ContactEvent, Copy, Disagreement, Document, Links, Registered, Story
from quoth.run.actors import find_who
from quoth.run.blocking import Scene as ActorScene
from quoth.run.changes import Former, changed_stories
from quoth.run.citing import as_copies
from quoth.run.deciding import Deciding
from quoth.run.roll import Roll
from quoth.run.stories import find_stories
from quoth.run.story_links import Corpus, StoryLinks, link_stories
from quoth.run.undisturbed import undisturbed
from quoth.store import ReadView

STEPS = ("copies", "stories", "actors", "contacts", "claims", "disagreements")


def work_out_links(view: ReadView, tell: Callable[[str], None]) -> Links:
    """The links over the documents of a ledger, as people judged them; ``tell`` hears the name of each step of ``STEPS`` as it begins.

    Documents' texts are streamed, not held. Statements are held for a few stories at a time, referents while actors are worked out of them.
    """
    with undisturbed():
        return _work_out(view, tell)


def _work_out(view: ReadView, tell: Callable[[str], None]) -> Links:
    tell("copies")
    deciding = Deciding(view)
    former = Former.of(view, view.judgements())
    copies = deciding.copies(_edges(view))
    tell("stories")
    documents = {document.id: document for document in view.documents(texts=False)}
    stories = deciding.stories(find_stories(view, copies), documents)
    tell("actors")
    register = view.register()
    who = find_who(view, ActorScene(documents, stories, register), deciding, former.stirred if former.known else None)
    tell("contacts")
    contacts, roll = list(view.contacts()), Roll.of(view, who)
    bearers = roll.bearers(party.referent for contact in contacts for party in contact.parties if party.referent)
    events = join_contacts(contacts, actor_of=roll.actor_of, documents=documents, bearers=bearers)
    tell("claims")
    links = Links(who.actors, copies, events, stories, before=deciding.before, judged=deciding.judged)
    corpus = _corpus(links, documents, roll, contacts, register)
    changed = changed_stories(former, corpus, roll, view)
    bound = deciding.bound_stories(stories)
    fresh = [story for story in stories if changed is None or story.id in changed or story.id in bound]
    told = list(link_stories(view, corpus, fresh, deciding=deciding, bound=bound))
    tell("disagreements")
    claims, points = _in_order(told, stories)
    asked = {story: keys for one in told for story, keys in one.asked.items()}
    renewed = former.renewed(None if changed is None else frozenset(story.id for story in fresh), asked, roll)
    return replace(links, claims=claims, disagreements=deciding.disagreements(points), renewed=renewed)


def _edges(view: ReadView) -> tuple[Copy, ...]:
    """The edges between documents: as they are kept, where they are up to date."""
    shared, cited = view.overlaps(), view.citations()
    return find_copies(view.pages()) if shared is None or cited is None else with_citations(shared, as_copies(cited))


def _corpus(
    links: Links,
    documents: Mapping[str, Document],
    roll: Roll,
    contacts: Iterable[Contact],
    register: Sequence[Registered],
) -> Corpus:
    tellers = {contact.id: contact.document for contact in contacts}
    taken: dict[str, list[Copy]] = defaultdict(list)
    for edge in links.copies:
        taken[edge.copy].append(edge)
    told: dict[str, list[ContactEvent]] = defaultdict(list)
    for event in links.events:
        for name in {tellers[contact] for contact in event.contacts}:
            told[name].append(event)
    voice_of = {name: outlet_key(document.outlet) for name, document in documents.items() if document.outlet}
    return Corpus(
        documents=documents,
        actors=roll.actors,
        actor_of=roll.actor_of,
        call=roll.call,
        copies=taken,
        stories=links.stories,
        events=told,
        tellers=tellers,
        voices=roll.voices(set(voice_of.values())),
        voice_of=voice_of,
        outlets=outlets_of(documents.values()),
        register=register,
    )


def _in_order(told: Iterable[StoryLinks], stories: Sequence[Story]) -> tuple[tuple[Claim, ...], tuple[Disagreement, ...]]:
    """Claims and points in the order of their stories."""
    told, place = list(told), {story.id: number for number, story in enumerate(stories)}
    last = len(place)
    claims = sorted((claim for one in told for claim in one.claims), key=lambda one: place.get(one.story or "", last))
    points = sorted((point for one in told for point in one.points), key=lambda one: place.get(one.story or "", last))
    return tuple(claims), tuple(points)
