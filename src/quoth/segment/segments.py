"""Segments of a document: what is the article's own telling, and what is furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.layout import apart, looks_like_prose, looks_like_title
from quoth.lexicon.outlets import find_outlet
from quoth.records import Document, Segment, Span
from quoth.segment.links import without_links
from quoth.segment.parts import TOP, Part, find_parts

LONGEST_LIST = 12
"""Titles of links that one heading such as "Read also:" opens."""

LONGEST_HEADING = 90
"""Code points of a heading inside an article; a longer line without a full stop is a sentence that lost it."""

TAIL = 15
"""Parts at a text's end in which notes about the author are looked for."""

_NOTE = re.compile(
    r"[•*—–\-\s_]*(?P<who>(?:(?:Dr|Prof|Sir|Rev|Gen|Col|Lt|Sen|Rep|Gov|Mr|Ms|Mrs)\.? )?[^\W\d_a-z][\w.’'-]*(?: (?:de|da|van|von|der|bin|al|el|la|and|&|[^\W\d_a-z][\w.’'-]*,?)){1,7}?),?(?: \([^()]{1,40}\))?,?"
    r" (?:is|was|are|has been|have been|writes|works|serves|covers|reports|teaches|studies|hosts|edits|leads|served|worked|joined|lives)\b",
)
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3}")
_ROLES = re.compile(
    r"\b(?:editors?|reporters?|correspondents?|columnists?|contributors?|contributing|writers?|journalists?|authors?|professor|fellow|analyst|"
    r"hosts?|co-?hosts?|director|commentator|producer|researcher|lecturer|historian|blogger|founder|co-?founder|anchor|staff|strategist|"
    r"scholar|adviser|advisor|attorney|lawyer|economist|consultant|freelance|covers|writes|teaches|president|member|candidate|student|"
    r"veteran|newsletter|podcast|column|bureau|intern|photographer|academic|physician|scientist|activist|executive|partner|chair(?:man|woman)?)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "The",
        "This",
        "That",
        "These",
        "Those",
        "It",
        "He",
        "She",
        "They",
        "We",
        "You",
        "I",
        "There",
        "Here",
        "A",
        "An",
        "His",
        "Her",
        "Our",
    }
)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©\d,–-]*(?:by )?(?P<who>[A-Z][\w .&'’-]+?)(?:,|\.|;| LLC| Inc| Ltd|$)", re.IGNORECASE
)
_QUOTES = {"“": '”“"', "«": "»", "„": '“”"', "‘": "’", '"': '"”', "「": "」", "『": "』"}
"""Opening marks and what closes them; typewriter and typographic marks are mixed in practice."""

_DOUBLE = frozenset('"“”„«»')
_SENTENCE = re.compile(r"[.!?…。！？][\"”“’»」』)\]]*[.,]?$|[,;:—–-]$|(?:\S+\s+){7}\S")
"""What a quotation has and a heading in quotation marks has not: a sentence's end, or eight words."""


def segment_document(document: Document) -> tuple[Segment, ...]:
    """The segments of a document: in order, without overlap, covering all of its text but white space.

    Kinds are told by patterns (``lexicon/furniture.tsv``), by what the document is known to be called and signed with, and by place:
    titles under "Read also:" are links, and so is what a page sets behind a name inside a sentence, which then is a segment between two parts of
    a line; a closing note about somebody whom the article never names is about its author.
    """
    text = document.text
    parts = find_parts(text)
    _mark_title(document, parts)
    _mark_byline(document, parts)
    _mark_links(text, parts)
    _mark_rights(document, parts)
    _mark_author(document, parts)
    _mark_headings(text, parts)
    for part in parts:
        if part.kind is None:
            part.kind = "quotation" if is_quotation(text[part.start : part.end]) else "body"
    found = (Segment(part.kind or "body", part.start, part.end) for part in parts)
    return tuple(piece for segment in found for piece in without_links(text, segment))


def is_quotation(words: str) -> bool:
    """Whether a paragraph is all of it within one pair of quotation marks, or opens one and runs on into the next paragraph."""
    if words[:1] == ">":
        return True
    closing = _QUOTES.get(words[:1])
    if closing is None or _SENTENCE.search(words) is None:
        return False
    inner = words[1:].rstrip(" .,")
    closed = inner[-1:] in closing
    marks = frozenset(closing) if words[0] in "‘「『" else _DOUBLE
    return marks.isdisjoint(inner[:-1] if closed else inner) and (closed or words[0] != "‘")


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _mark_title(document: Document, parts: Sequence[Part]) -> None:
    """The document's title among the first parts; cut short or with the outlet's name behind it, it is still the title."""
    title = _bare(document.title or "")
    if not title:
        return
    for part in parts[:6]:
        words = document.text[part.start : part.end]
        line = _bare(words.split(":", 1)[1]) if words.lower().startswith(("title:", "headline:")) else _bare(words)
        cut = (
            len(line) > 30
            and len(line) > 0.6 * len(title)
            and (title.startswith(line) or line.startswith(title))
            and len(line) < len(title) + 40
        )
        if line == title or cut:
            part.kind = "title"
            return


def _mark_byline(document: Document, parts: Sequence[Part]) -> None:
    """Lines at the top that hold nothing but an author of the document, or an outlet's name, or a name above such a line; further down
    an outlet's name alone is a credit."""
    authors = {_bare(author) for author in document.authors}
    at_top = True
    for number, part in enumerate(parts):
        words = document.text[part.start : part.end]
        at_top = at_top and number < TOP and (part.kind is not None or not looks_like_prose(words))
        if part.kind is None and len(words) <= 80:
            if at_top and _bare(words) in authors:
                part.kind = "byline"
            elif _is_outlet(words):
                part.kind = "byline" if at_top else "credit"
        if at_top and number and part.kind == "byline":
            _mark_signature(document.text, parts[number - 1])


def _mark_signature(text: str, above: Part) -> None:
    """A person's name (two to four capitalised words) on the line above a byline."""
    if above.kind is None and _NAME.fullmatch(text[above.start : above.end]) is not None:
        above.kind = "byline"


def _is_outlet(words: str) -> bool:
    return len(words.split()) <= 4 and not words.endswith((".", ":")) and find_outlet(words) is not None


def _mark_links(text: str, parts: Sequence[Part]) -> None:
    """The titles of links under a heading that opens a list of them, and the note under "About the author"."""
    for number, part in enumerate(parts):
        if part.opens:
            _mark_list(text, part, parts[number + 1 : number + 1 + LONGEST_LIST])


def _mark_list(text: str, heading: Part, below: Sequence[Part]) -> None:
    above, together = heading, bool(below) and not apart(text, _span(heading), _span(below[0]))
    for part in below:
        words = text[part.start : part.end]
        parted = apart(text, _span(above), _span(part))
        if part.kind is not None or (together and parted):
            return
        if heading.kind == "author":
            part.kind = "author"
            return
        if not looks_like_title(words.lstrip("•*-–— \t")):
            return
        part.kind, above = "related", part


def _span(part: Part) -> Span:
    return Span(part.start, part.end)


def _mark_headings(text: str, parts: Sequence[Part]) -> None:
    """The line under the title that says it at more length, and headings inside the article: short lines of a headline's shape that stand
    apart, with running text below them."""
    for number in range(1, len(parts) - 1):
        part, above = parts[number], parts[number - 1]
        words = text[part.start : part.end]
        under_title = above.kind == "title" and above.end - above.start > 0 and number < TOP
        if part.kind is None and len(words) <= (220 if under_title else LONGEST_HEADING) and _is_heading(text, above, part):
            below = next((other for other in parts[number + 1 :] if other.kind in {None, "dateline", "title"}), None)
            if below is not None and (below.kind == "dateline" or looks_like_prose(text[below.start : below.end])):
                part.kind = "title"


def _is_heading(text: str, above: Part, part: Part) -> bool:
    words = text[part.start : part.end]
    plain = words.lstrip("# ")
    alone = words.startswith("#") or apart(text, _span(above), _span(part))
    return alone and words[-1] not in ".!,;:…" and looks_like_title(plain) and not is_quotation(words)


def _mark_rights(document: Document, parts: Sequence[Part]) -> None:
    """A copyright line that names another outlet than the document's is evidence of where the text came from."""
    for part in parts[-TAIL:]:
        holder = _HOLDER.search(document.text[part.start : part.end]) if part.kind == "boilerplate" else None
        outlet = None if holder is None else find_outlet(holder["who"])
        if outlet is not None and outlet != find_outlet(document.outlet or ""):
            part.kind = "provenance"


def _mark_author(document: Document, parts: Sequence[Part]) -> None:
    """Closing notes about the author: a role said of a person who signs the document, or whom it does not name before."""
    for number in range(len(parts) - 1, max(0, len(parts) - TAIL), -1):
        part = parts[number]
        if part.kind is not None:
            continue
        words = document.text[part.start : part.end]
        if not _is_author_note(document, parts[:number], words):
            return
        part.kind = "author"


def _is_author_note(document: Document, before: Sequence[Part], words: str) -> bool:
    found = _NOTE.match(words) if len(words) <= 900 else None
    if found is None or _ROLES.search(words[found.end() : found.end() + 200]) is None:
        return False
    who = found["who"]
    if any(author and author in who for author in document.authors):
        return True
    if who.split()[0] in _NOBODY or find_outlet(who) is not None:
        return False
    surname = who.split(",")[0].split()[-1]
    told = re.compile(rf"\b{re.escape(surname)}\b")
    return not any(told.search(document.text, part.start, part.end) for part in before if part.kind not in {"byline", "author"})
