"""From a model's entries to attributions: whatever it answered, only stretches of the article come out.

A part that does not stand in the article is dropped and counted. A statement that is left without cue or without content is dropped and
counted as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quoth.extract.attribution.attributions import cue_word, read_candidate
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import Quotation
from quoth.extract.attribution.ranges import Range, cut, trim
from quoth.extract.attribution.shapes import trim_content
from quoth.extract.llm.answers import Entry
from quoth.extract.llm.finding import Place, Searched, find_words
from quoth.syntax import Paragraph

UNMEASURED = 0.5
"""How sure a statement is that a model told of: nobody has measured that model, so it is neither sure nor unsure."""
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADP": "preposition", "PUNCT": "label"}

Quotations = Sequence[Sequence[Quotation]]
"""For each paragraph of the document its quotations."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What of a model's answer was left out."""

    spans: int = 0
    """Sources, and parts of contents, that do not stand in the article, of statements that were kept."""
    statements: int = 0
    """Statements whose cue or content does not stand there, whose cue another statement has, or that the answer broke off in."""

    def __add__(self, other: Dropped) -> Dropped:
        return Dropped(self.spans + other.spans, self.statements + other.statements)


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry's parts, where they stand."""

    cue: Place
    source: Place | None
    contents: tuple[Place, ...]
    dropped: int
    """How many of its parts stand nowhere."""


def place_entries(
    entries: Sequence[Entry], paragraphs: Sequence[Searched], quotations: Quotations
) -> tuple[list[Attribution], Dropped]:
    """The attributions that entries about some ``paragraphs`` make, in the order of their cues, and what was left out."""
    found: list[Attribution] = []
    dropped = Dropped()
    by_number = {one.number: one.paragraph for one in paragraphs}
    for entry in entries:
        placed = _place(entry, paragraphs, found)
        attribution = _attribution(placed, by_number, quotations) if placed else None
        if placed is None or attribution is None or not _take(attribution, found):
            dropped += Dropped(statements=1)
        else:
            dropped += Dropped(spans=placed.dropped)
    return sorted(found, key=lambda one: (one.paragraph, one.cue)), dropped


def _take(attribution: Attribution, found: list[Attribution]) -> bool:
    """Whether an attribution is kept: on its own, or as more content of the one with the same source and cue. None may share words of
    its cue with another."""
    for at, other in enumerate(found):
        if other.paragraph == attribution.paragraph and other.cue.meets(attribution.cue):
            same = (other.cue, other.source) == (attribution.cue, attribution.source)
            if same:
                found[at] = replace(other, contents=_merged([*other.contents, *attribution.contents]))
            return same
    found.append(attribution)
    return True


# --- which of several places is meant -----------------------------------------------------------------------------------


def _place(entry: Entry, paragraphs: Sequence[Searched], found: Sequence[Attribution]) -> Placed | None:
    """Where the parts of an entry stand; None where its cue or all of its content stands nowhere."""
    home = entry.paragraph if any(one.number == entry.paragraph for one in paragraphs) else None
    cues = find_words(entry.cue, paragraphs, home=home)
    parts = [find_words(part, paragraphs, home=home) for part in entry.contents]
    sources = find_words(entry.source, paragraphs, home=home) if entry.source else []
    standing = [places for places in parts if places]
    if not cues or not standing:
        return None
    anchor = min(standing, key=lambda places: (len(places), places[0].span.start - places[0].span.end))
    burdens = {one: _burden(one, sources, found) for one in cues}
    cue, near = min(
        ((one, other) for one in cues for other in anchor), key=lambda pair: _strain(pair[0], pair[1], *burdens[pair[0]])
    )
    contents = tuple(near if places is anchor else min(places, key=lambda one: _apart(one, cue)) for places in standing)
    source = _source(cue, contents, sources)
    lost = len(parts) - len(standing) + (entry.source is not None and source is None)
    return Placed(cue, source, contents, lost)


def _burden(cue: Place, sources: Sequence[Place], found: Sequence[Attribution]) -> tuple[bool, int]:
    """What speaks against a cue: that a statement of another source has it already, and how far off its own source is."""
    own = {None, *(source.range for source in sources if source.paragraph == cue.paragraph)}
    taken = any(one.paragraph == cue.paragraph and one.cue.meets(cue.range) and one.source not in own for one in found)
    nearest = min((_apart(cue, one) for one in sources if not _meet(cue, one)), default=(False, 0))
    return taken, nearest[1]


def _strain(cue: Place, content: Place, taken: bool, far: int) -> tuple[object, ...]:  # noqa: FBT001 - two parts of one burden
    """How ill a cue and a content go together: least within one sentence, apart from each other, and near."""
    return (
        cue.paragraph != content.paragraph,
        taken,
        (cue.paragraph, cue.sentence) != (content.paragraph, content.sentence),
        _meet(cue, content),
        _apart(cue, content)[1] + far,
        cue.span,
        content.span,
    )


def _source(cue: Place, contents: Sequence[Place], sources: Sequence[Place]) -> Place | None:
    """The place of the source that goes with a cue: in its paragraph, outside the content where there is one."""
    fitting = [one for one in sources if one.paragraph == cue.paragraph and not _meet(one, cue)]
    return min(
        fitting,
        key=lambda one: (
            one.sentence != cue.sentence,
            any(_meet(one, content) for content in contents),
            _apart(one, cue),
            one.span,
        ),
        default=None,
    )


def _meet(one: Place, other: Place) -> bool:
    return one.paragraph == other.paragraph and one.range.meets(other.range)


def _apart(one: Place, other: Place) -> tuple[bool, int]:
    """How far two places are apart: in another paragraph or not, and code points between them."""
    between = max(one.span.start - other.span.end, other.span.start - one.span.end, 0)
    return one.paragraph != other.paragraph, between


# --- from places to an attribution --------------------------------------------------------------------------------------


def _attribution(placed: Placed, paragraphs: dict[int, Paragraph], quotations: Quotations) -> Attribution | None:
    """The attribution of an entry's places; None where nothing is left of its content without cue and source."""
    number = placed.cue.paragraph
    paragraph = paragraphs[number]
    cue = trim(paragraph, *placed.cue.range) or placed.cue.range
    source = trim(paragraph, *placed.source.range) if placed.source else None
    parts = [(place.paragraph, place.range) for place in placed.contents]
    contents = [
        (of, shaped)
        for of, part in parts
        for piece in (cut(part, cue, *([source] if source else [])) if of == number else [part])
        if (shaped := _shaped(paragraphs[of], piece, quotations[of])) is not None
    ]
    # A bracket taken in whole may reach over the cue again.
    kept = [(of, part) for of, part in contents if of != number or not part.meets(cue)]
    if not kept:
        return None
    head = _head(paragraph, cue)
    word = cue_word(paragraph, paragraph.tokens[head])
    candidate = read_candidate(paragraph, head, quotations[number]) if word else None
    return Attribution(
        paragraph=number,
        head=head,
        kind=word.kind if word else KINDS.get(paragraph.tokens[head].pos, "verb"),
        frame=candidate.frame if candidate else "",
        cue=cue,
        source=source,
        contents=_merged(kept),
        score=UNMEASURED,
        sure=UNMEASURED,
    )


def _shaped(paragraph: Paragraph, part: Range, quotations: Sequence[Quotation]) -> Range | None:
    """A content without punctuation at its edges; of a quotation given without its marks, with them."""
    trimmed = trim_content(paragraph, part)
    for quotation in quotations:
        first, last = quotation.range
        if trimmed is not None and first < last and trimmed == trim(paragraph, first + 1, last - quotation.closed):
            return quotation.range
    return trimmed


def _head(paragraph: Paragraph, cue: Range) -> int:
    """The word of a cue that the others hang on: one that can be a cue, if any, else the first whose governor is outside."""
    tokens = paragraph.tokens[cue.first : cue.last + 1]
    top = [token.index for token in tokens if token.head == token.index or not cue.holds(token.head)]
    named = [token.index for token in tokens if cue_word(paragraph, token) is not None]
    return next((index for index in [*(one for one in top if one in named), *named, *top]), cue.first)


def _merged(parts: Sequence[tuple[int, Range]]) -> tuple[tuple[int, Range], ...]:
    """Parts in order, those that share words made one."""
    merged: list[tuple[int, Range]] = []
    for number, part in sorted(parts):
        if merged and merged[-1][0] == number and merged[-1][1].meets(part):
            merged[-1] = (number, Range(merged[-1][1].first, max(merged[-1][1].last, part.last)))
        else:
            merged.append((number, part))
    return tuple(merged)
