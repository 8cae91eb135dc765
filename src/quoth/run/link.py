"""Linking and grouping, composed: collapse copies, then align claims, then see where accounts differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from quoth.group.stories import group_stories
from quoth.link.actors import merge_actors
from quoth.link.claims import align_claims
from quoth.link.copies import find_copies
from quoth.link.disagreements import find_disagreements
from quoth.link.events import join_contacts
from quoth.link.ground import Ground
from quoth.records import Links, Referent
from quoth.store import ReadView

STEPS = ("copies", "stories", "actors", "contacts", "claims", "disagreements")


def work_out_links(view: ReadView, tell: Callable[[str], None]) -> Links:
    """All links over the documents of a ledger; ``tell`` hears the name of each step of ``STEPS`` as it begins.

    Documents' texts are streamed, not held. Statements are held while claims and disagreements are worked out.
    """
    tell("copies")
    copies = find_copies(view.pages())
    tell("stories")
    stories = group_stories(view.pages(), copies=copies)
    tell("actors")
    documents = {document.id: replace(document, text="") for document in view.documents()}
    members: dict[str, tuple[str, ...]] = {}
    referents = _noting_members(view.referents(), members)
    actors = merge_actors(referents, documents=documents, stories=stories, register=view.register(), judgements=view.judgements())
    actor_of = {referent: actor.id for actor in actors for referent in actor.referents}
    tell("contacts")
    events = join_contacts(view.contacts(), actor_of=actor_of, documents=documents)
    tell("claims")
    by_id = {actor.id: actor for actor in actors}
    ground = Ground(documents=documents, actors=by_id, actor_of=actor_of, members=members, copies=copies, stories=stories)
    statements = {statement.id: statement for statement in view.statements()}
    claims = align_claims(statements.values(), ground=ground)
    tell("disagreements")
    disagreements = find_disagreements(
        quantities=view.quantities(), contacts=view.contacts(), events=events, claims=claims, statements=statements, ground=ground
    )
    return Links(actors, copies, events, stories, claims, disagreements)


def _noting_members(referents: Iterable[Referent], members: dict[str, tuple[str, ...]]) -> Iterator[Referent]:
    """The referents as they come; the members of each list among them go to ``members``."""
    for referent in referents:
        if referent.members:
            members[referent.id] = referent.members
        yield referent
