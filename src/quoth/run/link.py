"""Linking and grouping, composed: collapse copies, then align claims, then see where accounts differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quoth.group.stories import group_stories
from quoth.link.actors import merge_actors
from quoth.link.claims import align_claims
from quoth.link.copies import find_copies, with_citations
from quoth.link.disagreements import find_disagreements
from quoth.link.events import join_contacts
from quoth.link.ground import Ground
from quoth.link.joint import note_joint
from quoth.link.reckoning import Shelf, reckon_claims
from quoth.records import Copy, Links
from quoth.run.citing import as_copies
from quoth.run.deciding import Deciding
from quoth.store import ReadView

STEPS = ("copies", "stories", "actors", "contacts", "claims", "disagreements")


def work_out_links(view: ReadView, tell: Callable[[str], None]) -> Links:
    """All links over the documents of a ledger, as people judged them; ``tell`` hears the name of each step of ``STEPS`` as it begins.

    Documents' texts are streamed, not held. Statements are held while claims and disagreements are worked out.
    """
    tell("copies")
    deciding = Deciding(view)
    copies = deciding.copies(_edges(view))
    tell("stories")
    documents = {document.id: replace(document, text="") for document in view.documents()}
    stories = deciding.stories(group_stories(view.pages(), copies=copies), documents)
    tell("actors")
    members = note_joint(view.referents())
    actors = merge_actors(view.referents(), documents=documents, stories=stories, register=view.register())
    actors = deciding.actors(actors, stories)
    actor_of = {referent: actor.id for actor in actors for referent in actor.referents}
    tell("contacts")
    events = join_contacts(view.contacts(), actor_of=actor_of, documents=documents)
    tell("claims")
    by_id = {actor.id: actor for actor in actors}
    ground = Ground(documents=documents, actors=by_id, actor_of=actor_of, members=members, copies=copies, stories=stories)
    statements = {statement.id: statement for statement in view.statements()}
    shelf = Shelf(view.pages, view.referents, view.register())
    aligned = deciding.claims(align_claims(statements.values(), ground=ground), statements, ground)
    claims = tuple(reckon_claims(aligned, shelf=shelf, statements=statements, ground=ground))
    tell("disagreements")
    disagreements = find_disagreements(
        quantities=view.quantities(),
        contacts=view.contacts(),
        events=events,
        claims=claims,
        statements=statements,
        ground=ground,
        times=view.times(),
    )
    kept = deciding.disagreements(disagreements)
    return Links(actors, copies, events, stories, claims, kept, before=deciding.before, judged=deciding.judged)


def _edges(view: ReadView) -> tuple[Copy, ...]:
    """The edges between documents: as they are kept, where they are up to date."""
    shared, cited = view.overlaps(), view.citations()
    return find_copies(view.pages()) if shared is None or cited is None else with_citations(shared, as_copies(cited))
