"""What a story is called: the title of one of its documents, in that document's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quoth.records import Document, Segment

LONGEST = 120
"""Code points of a title made from a first sentence."""

_SENTENCE = re.compile(r"(?<=[.!?…][”\"'’)])\s+|(?<=[.!?…])\s+(?=[A-Z“\"'‘(])")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What is kept of a document to order, date and name a story by."""

    document: str
    title: str | None
    lede: str
    published: str | None
    day: date | None
    channel: str | None = None
    """The outlet, of a post without a title: one of a series that do not tell again what the one before told."""
    post: tuple[str, str] | None = None
    """Outlet and the identifier that it gave."""
    answers: tuple[str, str] | None = None
    """The same of the post that it answers."""


def read_heading(document: Document, segments: Sequence[Segment]) -> Heading:
    """The heading of one document."""
    body = next((segment for segment in segments if segment.kind in {"body", "quotation"}), None)
    lede = " ".join(document.text[body.start : body.end].split()) if body else ""
    return Heading(
        document=document.id,
        title=_clean(document.title),
        lede=_first_sentence(lede),
        published=document.published,
        day=_day(document.published),
        channel=None if _clean(document.title) else document.outlet,
        post=_post(document.outlet, document.input_id),
        answers=_post(document.outlet, document.reply_to),
    )


def choose_title(headings: Sequence[Heading], nearness: Mapping[str, float]) -> str:
    """The title of the document nearest to the story's middle, else its first sentence; ``Untitled`` where there are no words."""
    ranked = sorted(headings, key=lambda heading: (-nearness.get(heading.document, 0.0), heading.document))
    titles = [heading.title for heading in ranked if heading.title] or [heading.lede for heading in ranked if heading.lede]
    return titles[0] if titles else "Untitled"


def _post(outlet: str | None, name: str | None) -> tuple[str, str] | None:
    return (outlet, name) if outlet and name else None


def _clean(title: str | None) -> str | None:
    return " ".join(title.split()) or None if title else None


def _first_sentence(text: str) -> str:
    sentence = _SENTENCE.split(text, maxsplit=1)[0]
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: sentence.rfind(" ", 0, LONGEST)].rstrip(" ,;:") + " …"


def _day(published: str | None) -> date | None:
    match = _DAY.match(published or "")
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:  # 30 February
        return None
