"""Edges from a document that says where it knows something from ("Reuters reported …") to that outlet's document on the same matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from quoth.lexicon.classes import word_class
from quoth.link.credits import initials_of, outlet_key
from quoth.link.days import days_between
from quoth.link.directions import Side, name_of
from quoth.link.matters import Matter, Nearest, Rarity, Reports, Words, brief, is_decided, is_meant, sampled
from quoth.link.sentences import sentence_ends
from quoth.link.shingles import TELLING, Text
from quoth.link.upheld import takes_back
from quoth.records import Copy, Document, Receipt, Segment, Span, identify

NAME = r"(?:[Tt]he\s)?[A-Z][\w&’'-]*(?:[.!][a-z]{2,8}|!)?(?:\s(?:of\s|the\s|and\s|de\s|&\s)?(?:[A-Z][\w&’'-]*|No\.\s\d+|\d{1,3}\b)){0,4}"
_KIND = r"(?:(?:the|a|an|our|its)\s)?(?:(?:\w+\s)?(?:blog|magazine|newspaper|paper|news\sagency|broadcaster|website|site|daily|weekly|tabloid|station|outlet|portal|channel|agency|wire|news\swire|wire\sservice)\s)?"
"""What kind of outlet is named: "according to the maritime blog Ship & Strait"."""
_MADE = "reported|revealed|published|shared|broken|obtained|seen|released|carried|quoted|cited|broadcast|aired|posted|given|made"
_CITING = re.compile(
    rf"(?P<before>{NAME})(?: magazine| newspaper| news agency| television)?(?: \([A-Z]{{2,6}}\))?(?:, for (?:its|their) part,|, (?:citing|quoting) [^,.;\n]{{3,60}},)? "
    r"(?:has |had |have |first |also |previously |later |earlier |exclusively |on \w+ )*"
    r"(?:reported|reports|wrote|writes|revealed|reveals|quoted|quotes|quoting|cited|cites|citing|published|says|said|confirmed|"
    r"printed|prints|named\s(?:[\w&’'.-]+\s){1,4}as\s(?:(?:its|their|the|his|her|a)\s)?(?:source|confirmation|proof|evidence)\b|(?:withdrew|withdraws|withdrawn|retracted|retracts)\s(?:its|that|the)\s|"
    r"broke|obtained|learned|learnt|understands|hears|heard|carries|carried|claims|claimed|notes|noted|has it|had it)\b"
    r"|(?:[Aa]ccording\sto|[Tt]old|[Tt]ells|[Tt]elling|[Cc]iting|[Ww]ith\sreporting\s(?:by|from)|with|[Rr]eports?\s(?:by|in|from|on)|[Qq]uoting|"
    rf"(?:{_MADE})(?:\s(?:first|exclusively|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday))?\s(?:by|in|on|to|with)|"
    r"[Rr]eported\sby|[Qq]uoted\sby|[Cc]ited\sby|[Pp]ublished\s(?:by|in|on|at)|[Aa]ppeared\s(?:in|on)|[Tt]alking\sto|[Ss]peaking\s(?:to|on|with)|"
    r"(?:statement|comments?|remarks?|interview|confirmed|spoke|released|said)\s(?:to|with|on|for)|[Ww]ord\scomes\sfrom|(?:taken|took|had|has|have|got|picked\sup|lifted)\s(?:it|this|that|them|these|those|the\s\w+)\sfrom|[Rr]el(?:ied|ies|ying)\son|,\s(?:reports|writes|reported))"
    rf"\s{_KIND}(?P<after>{NAME})"
)
BESIDE = 1
"""Sentences on either side of the one that cites, that tell what it cites for."""
_JOINING = frozenset({"of", "and", "the", "de", "&"})
_WITHDRAWING = re.compile(r"\b(?:withdr[ae]w|retract)")
_POSTING = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Vv]ia|[Ff]rom|[Cc]iting|[Tt]o)\s(?:the\s|its\s|an?\s)?(?P<after>{NAME})(?:['’]s?)?\s(?:official\s|verified\s)?"
    r"(?:Telegram|Facebook|Twitter|X|Weibo|VKontakte|VK|YouTube|Instagram|Truth\sSocial)\s(?:channel|account|page|post|feed)"
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where a document names what may be an outlet as where it knows something from."""

    keys: tuple[str, ...]
    span: Span
    names: tuple[str, ...] = ()
    """The name of each key, as it stands there."""
    full: tuple[str, ...] = ()
    """Keys of the text's names that end in the one word that stands there: "the Star" of "the Aspen Star", where only one is an outlet."""
    passage: tuple[Span, ...] = ()
    """The sentences that tell for what, where they are wanted."""


@dataclass(frozen=True, slots=True)
class Citing:
    """All such places of a document, and the passage that shows what the document itself is about."""

    places: tuple[Mentioned, ...]
    lede: tuple[Span, ...]
    corrects: bool = False
    """Whether it is a retraction or correction of a piece of its own outlet."""


def read_citing(document: Document, segments: Sequence[Segment]) -> Citing:
    """Where a document names others as where it knows something from."""
    telling = [segment for segment in segments if segment.kind in TELLING]
    named = read_places(document.text, [Span(segment.start, segment.end) for segment in telling])
    places = tuple(_with_passage(document.text, _with_full(document.text, place), telling) for place in named)
    lede = next((segment for segment in telling if segment.kind != "title"), None)
    return Citing(places, (Span(lede.start, lede.end),) if lede else (), _corrects(document, telling, places))


def _corrects(document: Document, telling: Sequence[Segment], places: Iterable[Mentioned]) -> bool:
    """Whether a document takes back a piece of its own outlet: by its title or first words, or as what its outlet does; a post that answers
    another means that very post."""
    if document.reply_to is not None:
        return False
    own, text = outlet_key(document.outlet or ""), document.text
    opens = takes_back(document.title) or any(takes_back(text[one.start : one.end]) for one in telling[:1])
    return opens or any(own in place.keys and _WITHDRAWING.search(text, *place.span) for place in places if own)


def read_places(text: str, spans: Iterable[Span]) -> tuple[Mentioned, ...]:
    """Where a text names others as where it knows something from, within these spans."""
    return tuple(
        Mentioned(tuple(keys), Span(*match.span()), tuple(keys.values()))
        for start, end in spans
        for pattern in (_CITING, _POSTING)
        for match in pattern.finditer(text, start, end)
        if (keys := _keys(match))
    )


def _with_full(text: str, place: Mentioned) -> Mentioned:
    """A place, one that names somebody by a single word with the names that the text has in full."""
    short = place.names[-1].removeprefix("the ").removeprefix("The ")
    if " " in short or not short.isalpha():
        return place
    names = re.findall(rf"\b(?:[A-Z][\w&’'-]*\s){{1,3}}{short}\b", text)
    keys = {outlet_key(name.removeprefix("The ")) for name in names} - {"", *place.keys}
    return replace(place, full=tuple(sorted(keys)))


def _with_passage(text: str, place: Mentioned, telling: Sequence[Segment]) -> Mentioned:
    """A place with its sentence and the ones beside it in the paragraph."""
    start, end = place.span
    paragraph = next(one for one in telling if one.start <= start < one.end)
    before = [paragraph.start, paragraph.start, *sentence_ends(text, paragraph.start, start)]
    after = [*sentence_ends(text, end, paragraph.end), paragraph.end, paragraph.end]
    return replace(place, passage=(Span(before[-1 - BESIDE], after[BESIDE]),))


def _keys(match: re.Match[str]) -> dict[str, str]:
    """Keys, with the name of each, of the name before the verb (its last words: "On Monday CNN reported") or after the preposition (its first words).

    The longest name first. The end of a name is not another's name: "the Aspen Times" is not "the Times".
    """
    before = match.groupdict().get("before")
    words = (before or match["after"]).split()
    if before:
        parts = [
            words[first:] for first in range(len(words)) if first == 0 or words[first - 1].lower() in word_class("before_name")
        ]
    else:
        parts = [words[:last] for last in range(len(words), 0, -1) if last == len(words) or words[last].lower() not in _JOINING]
    whose = [part[:number] for part in parts for number, word in enumerate(part, 1) if word.endswith(("'s", "’s"))]
    names = [_bare(" ".join(part)) for part in (*parts, *whose)]  # "The Post's Ann Reed reported"
    keyed = [(key, name) for name in names for key in (outlet_key(name), initials_of(name)) if key]
    found: dict[str, str] = {}
    for key, name in keyed:
        found.setdefault(key, name)
    return found


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def find_citations(sides: Sequence[Side], texts: Sequence[Text], citing: Sequence[Citing]) -> list[Copy]:
    """Citations between documents, at most one for each document and outlet cited.

    Only outlets of the corpus can be cited, and only their documents of the ten days before (``link.matters``).
    """
    matters = [
        Matter(side.document.id, side.document.published, brief(text.words)) for side, text in zip(sides, texts, strict=True)
    ]
    rarity = Rarity.of(sampled(matters))
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, side in enumerate(sides):
        if side.credits.outlet:
            by_outlet[side.credits.outlet].append(number)
    reports = {key: Reports.of((matters[number] for number in numbers), rarity) for key, numbers in by_outlet.items()}
    at = {side.document.id: number for number, side in enumerate(sides)}
    found = []
    for number, side in enumerate(sides):
        for key, credit in credited(citing[number], side.credits.outlet, reports).items():
            matter = replace(matters[number], passage=words_near(texts[number], credit.passages))
            nearest = reports[key].nearest(matter, rarity)
            if nearest is not None:
                source = at[nearest.document]
                cited = Cited(name_of(sides[source]), sides[source].document.published, citing[source].lede)
                found.append(as_citation(side.document.id, side.document.published, cited, nearest, credit.span))
    return [edge for edge in found if edge is not None]


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a document cites an outlet."""

    span: Span
    """The first place."""
    passages: tuple[Span, ...]
    """What stands around each place."""


def credited(citing: Citing, own: str | None, here: Container[str]) -> dict[str, Credit]:
    """Each outlet of the corpus that a document cites, with where it does so; its own only where it corrects itself."""
    found: dict[str, Credit] = {}
    if citing.corrects and own is not None and citing.lede:
        found[own] = Credit(citing.lede[0], citing.lede)
    for place in citing.places:
        full = [key for key in place.full if key in here]
        for key in (*place.keys, *(full if len(full) == 1 else ())):
            if key in here and key != own:
                known = found.get(key, Credit(place.span, ()))
                found[key] = replace(known, passages=(*known.passages, *place.passage))
    return found


def words_near(text: Text, passages: Iterable[Span]) -> Words:
    """The words of a document that stand within some passages of it."""
    held = np.zeros(len(text.words), np.bool_)
    for start, end in passages:
        held |= (text.starts >= start) & (text.starts < end)
    return brief(text.words[held])


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says of the document that it means."""

    name: str
    published: str | None
    lede: tuple[Span, ...]


def as_citation(copy: str, published: str | None, source: Cited, nearest: Nearest, span: Span) -> Copy | None:
    """The edge to the nearest document of an outlet that is cited; None where that is on another matter."""
    dated = days_between(source.published, published) is not None
    if not is_meant(nearest, dated=dated):
        return None
    reason = f"cites {source.name}; same matter, likeness {nearest.score:.2f}"
    return Copy(
        id=identify("copy", copy, nearest.document, "citation"),
        copy=copy,
        source=nearest.document,
        kind="citation",
        score=nearest.score,
        decided=is_decided(nearest, dated=dated),
        receipt=Receipt(reason, spans_from=source.lede, spans_to=(span,)),
    )
