"""Stories as people judged them: a judgement of kind ``story`` has documents' identifiers as its subject."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from quoth.link.judged.standing import APART, SAME, STORY, things
from quoth.records import Document, Judgement, Story, identify


def judge_stories(
    stories: Sequence[Story], judgements: Iterable[Judgement], *, documents: Mapping[str, Document]
) -> tuple[Story, ...]:
    """The stories as people judged them, in the order they had, new ones last. ``documents`` (whose texts are not read) are in the
    ledger's order, which is that within a story. The story of the first document that a judgement names keeps identifier and title."""
    decided = [one for one in judgements if one.kind == STORY]
    if not decided:
        return tuple(stories)
    shelf = _Shelf({one.id: one for one in stories}, documents)
    for one in decided:
        shelf.apply(one)
    return tuple(shelf.stories.values())


def without_documents(story: Story, gone: Collection[str], documents: Mapping[str, Document]) -> Story | None:
    """The story without some of its documents; None where none is left. ``documents`` as above, those that go among them: a title that was
    one of theirs goes too."""
    left = [name for name in story.documents if name not in gone]
    titles = {one.title for name in gone if (one := documents.get(name))}
    if not left:
        return None
    shelf = _Shelf({story.id: story}, documents)
    held = shelf.put(story, left)
    return replace(held, title=shelf.title(left[0], story)) if story.title in titles else held


class _Shelf:
    """The stories while judgements are applied to them."""

    def __init__(self, stories: dict[str, Story], documents: Mapping[str, Document]) -> None:
        self.stories = stories
        self.documents = documents
        self.order = {name: place for place, name in enumerate(documents)}
        self.of = {document: story.id for story in stories.values() for document in story.documents}

    def apply(self, judgement: Judgement) -> None:
        """Apply one judgement; documents that are in the ledger no more are passed over."""
        named = [one for one in things(judgement) if one in self.of]
        if len(named) < 2 or named[0] != things(judgement)[0]:
            return
        first = self.stories[self.of[named[0]]]
        if judgement.verdict == SAME:
            others = [one for one in dict.fromkeys(self.of[name] for name in named[1:]) if one != first.id]
            for other in others:
                first = self.put(first, (*first.documents, *self.stories.pop(other).documents))
        elif judgement.verdict == APART:
            going = [one for one in named[1:] if self.of[one] == first.id]
            if going:
                self.put(first, [one for one in first.documents if one not in going])
                self.put(Story(identify("story", APART, going[0]), self.title(going[0], first), (), None, None), going)

    def title(self, document: str, story: Story) -> str:
        """What the story is called by one of its documents."""
        found = self.documents.get(document)
        return (found.title if found else None) or story.title

    def put(self, story: Story, documents: Iterable[str]) -> Story:
        """The story with these documents instead of its own."""
        ordered = tuple(sorted(set(documents), key=lambda name: (self.order.get(name, len(self.order)), name)))
        dates = [found.published[:10] for name in ordered if (found := self.documents.get(name)) and found.published]
        held = replace(story, documents=ordered, first=min(dates, default=None), last=max(dates, default=None))
        self.stories[story.id] = held
        self.of.update(dict.fromkeys(ordered, story.id))
        return held
