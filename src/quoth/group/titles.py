"""What a story is called: the title of one of its documents, in that document's own words.

The one nearest to the story's middle, by the words of its article and by what it has in common with the other titles. One that gives
somebody's words ("says", quotation marks, "Name: …") comes after all others: a story in which parties disagree is not called by what one of
them says. Of titles that are nearly as good the first to be published is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from quoth.lexicon.commonness import rarity
from quoth.lexicon.cues import CLAUSAL, cue_words
from quoth.records import Document, Segment

LONGEST = 120
"""Code points of a title made from a first sentence."""

NEARLY = 0.05
"""How much less near to the middle a title may be that was there before: a story keeps its name while others tell on."""
STEM = 6
"""Letters by which forms of one word meet."""

_WORD = re.compile(r"\w{2,}")
_TOLD = re.compile(r"[“”\"«»„]|(?<!\w)[‘'](?=\w)|^[^:]{2,40}:\s|\s[—–-]\s\S[^—–]{1,30}$|\w{5,}\.\s+[A-Z]")
"""Quotation marks, a name before a colon or behind a dash, and two sentences, as columns are headed."""
_FORMS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("said", "say"), ("told", "tell"))
"""How forms of a verb end in headlines, and what they end in in a dictionary."""
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
    """The title that stands for the others, the first published of those that nearly do, and gives nobody's words where one does not; else
    the first sentence of the document nearest to the story's middle; ``Untitled`` where there are no words."""
    ranked = sorted(headings, key=lambda heading: (-nearness.get(heading.document, 0.0), heading.document))
    titled = [heading for heading in ranked if heading.title]
    chosen = [heading for heading in titled if not is_told(heading.title or "")] or titled
    if not chosen:
        return next((heading.lede for heading in ranked if heading.lede), "Untitled")
    common = _in_common(dict.fromkeys(_plain(heading) for heading in chosen))
    middle = {heading.document: nearness.get(heading.document, 0.0) + common[_plain(heading)] for heading in chosen}
    close = [heading for heading in chosen if middle[heading.document] >= max(middle.values()) - NEARLY]
    return min(close, key=lambda heading: heading.published or "9999").title or ""


def _plain(heading: Heading) -> str:
    """The words of a title: two that differ in marks and capitals are one, and one text printed twice has nothing in common with others by that."""
    return " ".join(_WORD.findall((heading.title or "").casefold()))


def is_told(title: str) -> bool:
    """Whether a title gives somebody's words, or says that somebody says something."""
    return _TOLD.search(title) is not None or any(_tells(word) for word in _WORD.findall(title.casefold())[1:])


def _tells(word: str) -> bool:
    if word in _verbs() and (word, "noun") not in cue_words():
        return True
    return any(word.endswith(end) and word.removesuffix(end) + ending in _verbs() for end, ending in _FORMS)


@cache
def _verbs() -> frozenset[str]:
    """Verbs that are cues of attribution whatever they stand with."""
    every = (one for one in cue_words().values() if one.kind == "verb" and one.stance != "none")
    return frozenset(one.lemma for one in every if one.fallback.keys() - CLAUSAL)


def _in_common(titles: Collection[str]) -> dict[str, float]:
    """How much each of these titles has in common with the others: the mean cosine of their words, each weighed by how rare it is in news."""
    weights = {title: dict(_weighed(title)) for title in titles}
    every: defaultdict[str, float] = defaultdict(float)
    for held in weights.values():
        for word, weight in held.items():
            every[word] += weight
    others = max(1, len(titles) - 1)
    return {
        title: sum(weight * (every[word] - weight) for word, weight in held.items()) / others for title, held in weights.items()
    }


def _weighed(title: str) -> Iterator[tuple[str, float]]:
    rare = {word[:STEM]: weight for word in _WORD.findall(title.casefold()) if (weight := rarity(word, 0, 0)) > 0}
    length = sum(weight**2 for weight in rare.values()) ** 0.5
    return ((word, weight / length) for word, weight in rare.items())


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
