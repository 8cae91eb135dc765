"""Across documents: copies, actors, contact events, claims, disagreements. Pure functions over records.

Order of thought: collapse copies, then align claims, then read stances. Agreement between copies is not corroboration.
The runner composes them in this order (``pages`` are pairs of a document and its segments, read through once by each function):

    copies  = link.copies.find_copies(pages)                                -> tuple[Copy, ...]
    stories = group.stories.group_stories(pages, copies=copies)             -> tuple[Story, ...]
    actors  = link.actors.merge_actors(referents, documents=, stories=, register=)  -> tuple[Actor, ...]
    events  = link.events.join_contacts(contacts, actor_of=actor_of, documents=documents) -> tuple[ContactEvent, ...]
    ground  = link.ground.Ground(documents=, actors=, actor_of=, members=, copies=, stories=)
    claims  = link.claims.align_claims(statements, ground=ground)           -> tuple[Claim, ...]
    disagreements = link.disagreements.find_disagreements(
        quantities=, contacts=, events=, claims=, statements={id: Statement}, ground=ground)  -> tuple[Disagreement, ...]

``documents`` are mappings by identifier whose texts are not read, so they may be given without text. ``pages`` may be any iterable; it
is read once and only words, not texts, are held.
"""
