"""What joins two tellings of one claim: a text that they share, an outlet that they credit, somebody who said it once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from quoth.lexicon.classes import word_class
from quoth.lexicon.names import fold
from quoth.link.days import days_between, is_earlier, published_key
from quoth.link.tellings import Named, Told, stem
from quoth.records import Copy, CopyKind, Receipt, Span, Step, StepKind

TEXT: frozenset[CopyKind] = frozenset({"verbatim", "partial", "revision", "translation", "forward"})
"""Kinds of edges whose two ends count as one text. A rewrite or citation is a text of its own with another's origin."""
NEAR = 3
"""Days between which one person's words on one matter are taken for one occasion."""
ALL: frozenset[CopyKind] = frozenset({"verbatim", "revision", "forward"})
"""Kinds of edges by which an article is another's as a whole, with all that it quotes."""
FAR = 10
"""Days from which on they are not even possibly so."""
RUN = 8
"""Words in a row, outside quotation marks, from which on a sentence was taken over."""
PIECE = 3
"""Words in a row that count as shared."""
COPIED = 0.55
"""Share of the shorter sentence's own words that a copied passage covers."""
WHOLE = 0.85
"""Share from which on that is so whatever the length of the runs."""
RETOLD = 0.5
"""The same for a passage that was retold in much the same words."""
FEWEST = 8
"""Own words of a sentence below which nothing is said about it."""
OWN = 5
"""Own words of a telling that a shared passage must hold."""
ALIKE = 88
"""How alike two spellings of a full name must be (0 to 100) to be possibly one."""

PROPER = frozenset({"person", "body", "state"})
"""Kinds of sources that have a name of their own; which of them one is, readings of two articles may differ."""
SHORT_NAME = 3
"""Letters of a name that tell nothing."""


@dataclass(frozen=True, slots=True)
class Join:
    """One reason to join two tellings. ``gave`` is the identifier of the one that had it first, where that shows."""

    kind: StepKind
    sure: bool
    reason: str
    gave: str | None = None
    spans_first: tuple[Span, ...] = ()
    spans_second: tuple[Span, ...] = ()


def text_join(first: Told, second: Told, edges: Sequence[Copy]) -> Join | None:
    """How two documents share the passage that makes a claim: by a copy whose passages hold it, else by the sentence itself."""
    if first.telling.document == second.telling.document:
        return None
    found = [join for edge in edges if (join := _by_copy(first, second, edge))]
    return min(found, key=lambda join: not join.sure) if found else _by_sentence(first, second)


def _by_copy(first: Told, second: Told, edge: Copy) -> Join | None:
    """A copy between the two documents, where one of its shared passages holds both tellings; a translation has no passages."""
    if edge.kind == "citation":
        return None
    turned = edge.copy == first.telling.document
    copy, source = (first, second) if turned else (second, first)
    pieces = [
        (there, here)
        for there, here in zip(edge.receipt.spans_from, edge.receipt.spans_to, strict=False)
        if all(_holds(span, told, whole=edge.kind in ALL) for span, told in ((there, source), (here, copy)))
    ]
    if not pieces and edge.kind != "translation":
        return None
    in_source, in_copy = (tuple(one[0] for one in pieces), tuple(one[1] for one in pieces))
    kind = "partial" if edge.kind == "rewrite" else edge.kind
    gave = source.telling.id if edge.decided else None
    return Join(kind, True, edge.receipt.reason, gave, *((in_copy, in_source) if turned else (in_source, in_copy)))


def _holds(span: Span, told: Told, *, whole: bool) -> bool:
    """Whether a passage holds a telling, and some of its own words: two reporters who quote the same words are two texts, but for a
    ``whole`` article that is the other's."""
    if not any(span.start < end and start < span.end for start, end in told.telling.spans):
        return False
    return whole or sum(1 for word in told.words if not word.quoted and span.start <= word.start < span.end) >= OWN


def _by_sentence(first: Told, second: Told) -> Join | None:
    """The same sentence, or one in much the same words, of their own: what stands in quotation marks is somebody else's."""
    own = [[word for word in told.words if not word.quoted] for told in (first, second)]
    least = min(map(len, own))
    if least < FEWEST:
        return None
    one, other = ([word.text for word in words] for words in own)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = [block for block in blocks if block.size >= PIECE]
    covered = sum(block.size for block in shared) / least
    longest = max((block.size for block in shared), default=0)
    copied = covered >= WHOLE or (longest >= RUN and covered >= COPIED)
    if not copied and covered < RETOLD:
        return None
    here = tuple(Span(own[0][each.a].start, own[0][each.a + each.size - 1].end) for each in shared)
    there = tuple(Span(own[1][each.b].start, own[1][each.b + each.size - 1].end) for each in shared)
    return Join("partial" if copied else "rewrite", copied, f"{covered:.0%} of the sentence's own words", None, here, there)


def origin_join(first: Told, second: Told, *, cites: Sequence[Copy] = ()) -> Join | None:
    """The best reason to take two tellings for one origin: a sure one before a possible one; None where there is none."""
    found = [*_credits(first, second, cites), *_sources(first, second), *_house(first, second), *_passed_on(first, second)]
    return min(found, key=lambda join: not join.sure) if found else None


def _sources(first: Told, second: Told) -> Iterator[Join]:
    """One person, body or group named by both, or one that speaks for the other."""
    days = days_between(first.day, second.day)
    if days is not None and abs(days) > FAR:
        return
    near = days is None or abs(days) <= NEAR
    one_document = first.telling.document == second.telling.document
    for one in (named for named in first.named if named.kind != "outlet"):
        for other in (named for named in second.named if named.kind != "outlet"):
            known = one is first.origin and other is second.origin
            posted = _one_channel(one, other) and not _two_voices(first, second)
            alike = posted or (one.kind == other.kind == "person" and one.key == other.key)
            found = _same(one, other) if known or alike or not (one_document or _conflict(first, second)) else None
            if found is not None:
                reason, sure = found
                where = f", in one {one.channel}" if not posted and one.channel and one.channel == other.channel else ""
                gave = next(
                    (giver.telling.id for taker, giver in ((first, second), (second, first)) if _read_at(taker, giver)), None
                )
                yield Join(
                    "shared-statement", sure and near and (known or posted), f"{reason}{where}", gave, one.spans, other.spans
                )


def _read_at(taker: Told, giver: Told) -> bool:
    """Whether one names a post as where it has the claim from, and the other stands where whoever posted it posts."""
    theirs = {stem(word) for word in giver.outlet_words}
    posted = [
        {stem(word) for word in one.words if word != "by" and word not in word_class("paper")}
        for one in taker.named
        if one.channel == "post"
    ]
    return (
        taker.outlet != giver.outlet
        and any(whose and whose <= theirs for whose in posted)
        and not is_earlier(taker.published, giver.published)
    )


def _one_channel(one: Named, other: Named) -> bool:
    """Whether both are posts of one body."""
    return one.kind == other.kind == "body" and one.key == other.key and one.channel == other.channel == "post"


def _two_voices(first: Told, second: Told) -> bool:
    """Whether two people know it, whoever posted their words."""
    one, other = first.origin, second.origin
    return one is not None and other is not None and one.kind == other.kind == "person" and one.key != other.key


def _same(one: Named, other: Named) -> tuple[str, bool] | None:
    """Why two sources may be one, and whether that is sure. A state has many mouths: that one of them spoke is only possible."""
    if one.kind == other.kind and one.key == other.key:
        told = one.kind in {"person", "body"} or (one.kind == "group" and len(one.words) > 1)
        return f"both name {one.name}", told
    if {one.kind, other.kind} == {"group", "body"} and len(one.words) > 1 and one.words == other.words:
        return f"{one.name} is {other.name}", True
    if len(one.name) > SHORT_NAME and {one.kind, other.kind} <= PROPER and fold(one.name) == fold(other.name):
        return f"both name {one.name}", " " in one.name
    for mouth, whose in ((one, other), (other, one)):
        if mouth.kind == "person" and whose.key in mouth.of and whose.kind in {"body", "state"}:
            return f"{mouth.name} speaks for {whose.name}", whose.kind == "body"
    if one.kind == other.kind == "person":
        return _two_people(one, other)
    return _by_office(one, other)


def _two_people(one: Named, other: Named) -> tuple[str, bool] | None:
    """Two spellings of a full name, or two people who speak for one body."""
    if " " in one.name and " " in other.name and fuzz.ratio(one.name.lower(), other.name.lower()) >= ALIKE:
        return f"{one.name} may be {other.name}", False
    return (f"{one.name} and {other.name} speak for one body or state", False) if one.of & other.of else None


def _by_office(one: Named, other: Named) -> tuple[str, bool] | None:
    """Officials that are not named, or somebody described in the same words, may be those that another telling names; so may two papers."""
    if "group" not in {one.kind, other.kind} or (one.side and other.side and one.side != other.side):
        return None
    papers = all(not word_class("paper").isdisjoint(named.words) for named in (one, other))
    if papers or (one.office and other.office) or one.words & other.words:
        return f"{one.name} may be {other.name}", False
    return None


def _credits(first: Told, second: Told, cites: Sequence[Copy]) -> Iterator[Join]:
    """One outlet credited by both, or one's outlet credited by the other: for the statement, else for the article as a whole."""
    if first.telling.document == second.telling.document or _conflict(first, second):
        return
    theirs = {one.key: one for one in second.outlets}
    for one in first.outlets:
        if one.key in theirs:
            yield Join("citation", True, f"both credit {one.name} for it", None, one.spans, theirs[one.key].spans)
    for taker, giver, turned in ((first, second, False), (second, first, True)):
        for join in _credits_of(taker, giver):
            spans = (join.spans_second, join.spans_first) if turned else (join.spans_first, join.spans_second)
            yield replace(join, spans_first=spans[0], spans_second=spans[1])
    for key in sorted(first.whole & second.whole):
        yield Join("citation", not first.named and not second.named, f"both credit {key} for the article")
    for edge in cites:
        spans = (edge.receipt.spans_to, edge.receipt.spans_from)
        turned = edge.copy != first.telling.document
        yield Join("citation", False, edge.receipt.reason, None, *(reversed(spans) if turned else spans))


def _credits_of(taker: Told, giver: Told) -> Iterator[Join]:
    """How one telling credits the outlet of the other: for the statement, by a part of its name, for the article."""
    for one in taker.outlets:
        if one.key == giver.outlet:
            before = not is_earlier(taker.day, giver.day)
            gave = giver.telling.id if before else None
            yield Join("citation", before, f"credits {one.name} for it", gave, one.spans, giver.telling.spans)
    for one in taker.named:
        left = giver.outlet_words - one.words
        if one.kind in {"group", "body"} and one.words and one.words <= giver.outlet_words and left.isdisjoint(word_class("press")):
            reason = f"{one.name} {'may be' if left else 'is'} the outlet of the other"
            gave = None if left or is_earlier(taker.published, giver.published) else giver.telling.id
            yield Join("citation", not left, reason, gave, one.spans, giver.telling.spans)
    if giver.outlet in taker.whole:
        yield Join("citation", not taker.named, f"credits {giver.outlet} for the article", giver.telling.id)


def _house(first: Told, second: Told) -> Iterator[Join]:
    """One outlet, or two of one owner, where neither telling names anybody: one newsroom may have told the other."""
    if first.named or second.named or first.telling.document == second.telling.document:
        return
    if first.outlet and first.outlet == second.outlet:
        yield Join("citation", False, "both from one outlet, and neither names anybody")
    elif first.owner and first.owner == second.owner:
        yield Join("citation", False, f"both outlets belong to {first.owner}, and neither names anybody")


def _passed_on(first: Told, second: Told) -> Iterator[Join]:
    """An outlet that is credited without whom it has it from may have it from anybody who knows it."""
    for one, other in ((first, second), (second, first)):
        if one.origin is None and one.outlets and other.origin is not None:
            yield Join("citation", False, f"whom {one.outlets[0].name} has it from is not told")


def _conflict(first: Told, second: Told) -> bool:
    """Whether they name different people as who knows it: two who told one outlet are two."""
    one, other = first.origin, second.origin
    if one is None or other is None or one.key == other.key:
        return False
    return {one.kind, other.kind} <= {"person", "body", "state", "unnamed"} and _same(one, other) is None


def likeness(first: Told, second: Told) -> int:
    """How many different words two tellings share, twice as much for one source: which of an outlet's tellings was meant."""
    words = len({word.text for word in first.words} & {word.text for word in second.words})
    return 2 * words if first.origin and second.origin and _same(first.origin, second.origin) else words


def as_step(join: Join, first: Told, second: Told) -> Step:
    """The join as a step from the one that gave to the one that took; from the earlier one where that is not known."""
    turned = join.gave == second.telling.id if join.gave else _later(first, second)
    source, copy = (second, first) if turned else (first, second)
    spans = (join.spans_second, join.spans_first) if turned else (join.spans_first, join.spans_second)
    return Step(
        kind=join.kind,
        sure=join.sure,
        source=source.telling.id,
        copy=copy.telling.id,
        decided=join.gave is not None,
        receipt=Receipt(join.reason, *spans),
    )


def _later(first: Told, second: Told) -> bool:
    return time_key(first) > time_key(second)


def time_key(told: Told) -> tuple[str, int, str, str]:
    """Sorts tellings by when they came out; on one day those with a time before those without, unless these are by who knows it."""
    day, vague, clock = published_key(told.published)
    return day, 0 if vague and _is_own(told) else 1 + vague, clock, told.telling.id


def _is_own(told: Told) -> bool:
    """Whether a telling stands where whoever knows it publishes."""
    own = {stem(word) for word in told.outlet_words}
    return any(own and own == {stem(word) for word in one.words} for one in told.named)
