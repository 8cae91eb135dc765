"""Documents of one event as stories."""

from __future__ import annotations

from parts.ground import DATA, Part
from quoth.group.stories import group_stories
from quoth.link.copies import find_copies
from quoth.read.formats import read_input
from quoth.read.walk import find_inputs
from quoth.records import SetAside
from quoth.score.figures import b_cubed
from quoth.segment import segment_document
from quoth.settings import Settings


def roundups() -> Part:
    """B³ of stories over the ledes of the round-ups, against the editors' groups."""
    settings = Settings()
    items = [item for found in find_inputs([DATA / "roundups" / "articles.jsonl"]) for item in read_input(found, settings=settings)]
    documents = [document for item in items if not isinstance(item, SetAside) for document in item[1]]
    pages = [(document, segment_document(document)) for document in documents]
    grouped = group_stories(pages, copies=find_copies(pages))
    story_of = {document.id: document.id for document in documents}
    story_of |= {name: story.id for story in grouped for name in story.documents}
    yield "roundups stories B³ F1", b_cubed(story_of, {document.id: str(document.extra["gold_story"]) for document in documents}).f1
