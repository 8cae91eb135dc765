"""What the aligning of claims and disagreements stands on: documents, actors, copies and stories, made once and looked up often."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from quoth.records import Actor, Contact, ContactEvent, Copy, Document, Segment, Story

Page: TypeAlias = tuple[Document, Sequence[Segment]]
Pages: TypeAlias = Callable[[Collection[str]], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class Ground:
    """The corpus as far as it is linked already."""

    documents: Mapping[str, Document]
    """By identifier. Documents with an empty ``text`` do: where texts are needed, they are asked of ``pages``."""
    actors: Mapping[str, Actor]
    """By identifier."""
    actor_of: Mapping[str, str]
    """Referent → actor."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Referent of a list ("France, the UK and the US") → the referents that it lists; each of them takes the stance."""
    copies: Sequence[Copy] = ()
    stories: Sequence[Story] = ()
    contacts: Sequence[Contact] = ()
    """Those that the documents tell of."""
    events: Sequence[ContactEvent] = ()
    """Which of them are tellings of one contact; some of its tellings may be elsewhere."""
    texts: Pages | None = None
    """How documents are read with their texts and segments; None where ``documents`` have their texts, all of it told."""

    def pages(self, names: Collection[str]) -> Iterable[Page]:
        """Documents with their texts and segments."""
        if self.texts is not None:
            return self.texts(names)
        held = (self.documents[name] for name in names)
        return ((document, (Segment("body", 0, len(document.text)),)) for document in held)
