"""How long the statements of a ledger take to be aligned into claims, and what it costs to hold them.

``python benchmarks/claims.py LEDGER [--times N]`` aligns the claims of a ledger that ``quoth add`` has filled, without writing to it, and then those of
the largest story alone, which is what one more article in it costs at most. With ``--times`` the statements are taken N times over, each time as those
of other documents in stories of their own, to see how it grows.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quoth.link.claims import align_claims
from quoth.link.ground import Ground
from quoth.records import Statement, Story
from quoth.store.store import open_store

MEGABYTE = 1024
"""Kilobytes, in which the system counts memory."""


def main() -> int:
    """Print statements, claims, seconds and the most memory held."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger", type=Path)
    options.add_argument("--times", type=int, default=1)
    chosen = options.parse_args()
    view = open_store(chosen.ledger).read()
    documents = {document.id: replace(document, text="") for document in view.documents()}
    statements, stories = list(view.statements()), list(view.stories())
    members = {referent.id: referent.members for referent in view.referents() if referent.members}
    actors = {actor.id: actor for actor in view.actors()}
    many, texts, told = list(statements), dict(documents), list(stories)
    for number in range(1, chosen.times):
        many += again(statements, number)
        texts |= {again_id(name, number): replace(one, id=again_id(name, number)) for name, one in documents.items()}
        told += [again_story(story, number) for story in stories]
    ground = Ground(
        documents=texts, actors=actors, actor_of=view.actor_of(), members=members, copies=list(view.copies()), stories=told
    )
    read = sum(one.proposition is not None and bool(one.proposition.parts) for one in many)
    start = time.perf_counter()
    claims = align_claims(many, ground=ground)
    taken = time.perf_counter() - start
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    sys.stdout.write(
        f"{len(many)} statements ({read} word by word) in {len(told)} stories: {len(claims)} claims in {taken:.1f} s, "
    )
    sys.stdout.write(f"{held:.0f} MB at most\n")
    sys.stdout.write(one_story(many, ground))
    return 0


def one_story(statements: list[Statement], ground: Ground) -> str:
    """How long the largest story takes, its statements alone."""
    story = max(ground.stories, key=lambda one: len(one.documents))
    own = [one for one in statements if one.document in set(story.documents)]
    start = time.perf_counter()
    align_claims(own, ground=replace(ground, stories=[story]))
    taken = time.perf_counter() - start
    return f"its largest story, {len(own)} statements in {len(story.documents)} documents: {taken:.2f} s\n"


def again(statements: list[Statement], number: int) -> Iterator[Statement]:
    """The statements as those of other documents."""
    for one in statements:
        parent = None if one.parent is None else again_id(one.parent, number)
        yield replace(one, id=again_id(one.id, number), document=again_id(one.document, number), parent=parent)


def again_id(name: str, number: int) -> str:
    """The identifier of a thing taken once more."""
    return f"{name}-{number}"


def again_story(story: Story, number: int) -> Story:
    """A story of the documents taken once more."""
    return replace(story, id=again_id(story.id, number), documents=tuple(again_id(name, number) for name in story.documents))


if __name__ == "__main__":
    raise SystemExit(main())
