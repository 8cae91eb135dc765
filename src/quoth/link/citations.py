"""Edges from a document that says where it knows something from ("Reuters reported …") to that outlet's document on the same matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from quoth.lexicon.classes import word_class
from quoth.lexicon.commonness import BACKGROUND, commonness
from quoth.link.credits import initials_of, outlet_key
from quoth.link.days import days_between, is_earlier
from quoth.link.directions import Side, name_of
from quoth.link.shingles import TELLING, Text, word_hash
from quoth.records import Copy, Document, Receipt, Segment, Span, identify

DAYS = 10
"""A report is cited within days of its publication; older pieces on one matter are other matters."""
LEAST = 0.12
"""Likeness of the two documents' words (cosine with inverse document frequency) from which they are on the same matter."""
LEAST_UNDATED = 0.2
"""The same where either has no date, so that the days do not bound the choice."""
LEAD = 1.25
"""How much likelier the best document must be than the next for the edge to count as decided."""

_NAME = (
    r"(?:[Tt]he\s)?[A-Z][\w&’'-]*(?:[.!][a-z]{2,8}|!)?(?:\s(?:of\s|the\s|and\s|de\s)?(?:[A-Z][\w&’'-]*|No\.\s\d+|\d{1,3}\b)){0,4}"
)
_MADE = "reported|revealed|published|shared|broken|obtained|seen|released|carried|quoted|cited|broadcast|aired|posted|given|made"
_CITING = re.compile(
    rf"(?P<before>{_NAME})(?: magazine| newspaper| news agency| television)?(?: \([A-Z]{{2,6}}\))? "
    r"(?:has |had |have |first |also |previously |later |earlier |exclusively |on \w+ )*"
    r"(?:reported|reports|wrote|writes|revealed|reveals|quoted|quotes|quoting|cited|cites|citing|published|says|said|confirmed|"
    r"broke|obtained|learned|learnt|understands|hears|heard|carries|carried|claims|claimed|notes|noted|has it|had it)\b"
    r"|(?:[Aa]ccording\sto|[Tt]old|[Tt]ells|[Tt]elling|[Cc]iting|[Ww]ith\sreporting\s(?:by|from)|with|[Rr]eports?\s(?:by|in|from|on)|[Qq]uoting|"
    rf"(?:{_MADE})(?:\s(?:first|exclusively|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday))?\s(?:by|in|on|to|with)|"
    r"[Rr]eported\sby|[Qq]uoted\sby|[Cc]ited\sby|[Pp]ublished\s(?:by|in|on|at)|[Aa]ppeared\s(?:in|on)|[Tt]alking\sto|[Ss]peaking\s(?:to|on|with)|"
    r"(?:statement|comments?|remarks?|interview|confirmed|spoke|released|said)\s(?:to|with|on|for)|[Ww]ord\scomes\sfrom|,\s(?:reports|writes|reported))"
    rf"\s(?P<after>{_NAME})"
)
_JOINING = frozenset({"of", "and", "the", "de"})
_CORRECTING = re.compile(r"\W*(?:retraction|retracted|correction|corrected|clarification|erratum)\b", re.IGNORECASE)


_POSTING = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Vv]ia|[Ff]rom|[Cc]iting|[Tt]o)\s(?:the\s|its\s|an?\s)?(?P<after>{_NAME})(?:['’]s?)?\s(?:official\s|verified\s)?"
    r"(?:Telegram|Facebook|Twitter|X|Weibo|VKontakte|VK|YouTube|Instagram|Truth\sSocial)\s(?:channel|account|page|post|feed)"
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where a document names what may be an outlet as where it knows something from."""

    keys: tuple[str, ...]
    span: Span
    names: tuple[str, ...] = ()
    """The name of each key, as it stands there."""


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
    places = read_places(document.text, [Span(segment.start, segment.end) for segment in telling])
    lede = next((segment for segment in telling if segment.kind != "title"), None)
    corrects = telling and _CORRECTING.match(document.text, telling[0].start) is not None
    return Citing(places, (Span(lede.start, lede.end),) if lede else (), bool(corrects or _CORRECTING.match(document.title or "")))


def read_places(text: str, spans: Iterable[Span]) -> tuple[Mentioned, ...]:
    """Where a text names others as where it knows something from, within these spans."""
    return tuple(
        Mentioned(tuple(keys), Span(*match.span()), tuple(keys.values()))
        for start, end in spans
        for pattern in (_CITING, _POSTING)
        for match in pattern.finditer(text, start, end)
        if (keys := _keys(match))
    )


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


def find_citations(
    sides: Sequence[Side], texts: Sequence[Text], citing: Sequence[Citing], *, joined: set[frozenset[str]]
) -> list[Copy]:
    """Citations between documents, at most one for each document and outlet cited; pairs in ``joined`` are passed over.

    Only outlets of the corpus can be cited, and only their documents of the ten days before.
    """
    by_outlet: dict[str, list[int]] = {}
    for number, side in enumerate(sides):
        if side.credits.outlet:
            by_outlet.setdefault(side.credits.outlet, []).append(number)
    matters = _Matters.of(texts)
    found = []
    for number, side in enumerate(sides):
        for key, span in _cited(side, citing[number], by_outlet):
            open_ = [other for other in by_outlet[key] if _before(sides[other].document, side.document)]
            edge = _edge(number, open_, sides, matters, joined)
            if edge is not None:
                best, score, decided = edge
                found.append(_citation(side, sides[best], score, decided=decided, span=span, lede=citing[best].lede))
    return found


def _cited(side: Side, citing: Citing, by_outlet: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, Span]]:
    """Each outlet of the corpus that a document cites, where it does so first; its own only where it corrects itself."""
    seen = {side.credits.outlet}
    own = side.credits.outlet
    if citing.corrects and own is not None and citing.lede:
        yield own, citing.lede[0]
    for place in citing.places:
        for key in place.keys:
            if key in by_outlet and key not in seen:
                seen.add(key)
                yield key, place.span


def _before(cited: Document, citing: Document) -> bool:
    if cited.id == citing.id or is_earlier(citing.published, cited.published):
        return False
    days = days_between(cited.published, citing.published)
    return days is None or days <= DAYS


def _edge(
    number: int, candidates: Sequence[int], sides: Sequence[Side], matters: _Matters, joined: set[frozenset[str]]
) -> tuple[int, float, bool] | None:
    ranked = sorted(((matters.likeness(number, other), sides[other].document.id, other) for other in candidates), reverse=True)
    if not ranked:
        return None
    score, _, best = ranked[0]
    dated = days_between(sides[number].document.published, sides[best].document.published) is not None
    if score < (LEAST if dated else LEAST_UNDATED) or frozenset((sides[number].document.id, sides[best].document.id)) in joined:
        return None
    return best, score, dated and (len(ranked) == 1 or score >= LEAD * ranked[1][0])


def _citation(copy: Side, source: Side, score: float, *, decided: bool, span: Span, lede: tuple[Span, ...]) -> Copy:
    reason = f"cites {name_of(source)}; same matter, likeness {score:.2f}"
    return Copy(
        id=identify("copy", copy.document.id, source.document.id, "citation"),
        copy=copy.document.id,
        source=source.document.id,
        kind="citation",
        score=score,
        decided=decided,
        receipt=Receipt(reason, spans_from=lede, spans_to=(span,)),
    )


@dataclass(frozen=True, slots=True)
class _Matters:
    """The words of each document with their weights by rarity."""

    words: tuple[frozenset[int], ...]
    weight: Mapping[int, float]
    norms: tuple[float, ...]

    @staticmethod
    def of(texts: Sequence[Text]) -> _Matters:
        words = tuple(frozenset(text.words.tolist()) for text in texts)
        counts: Counter[int] = Counter()
        for each in words:
            counts.update(each)
        common = {word_hash(word): share for word, share in commonness().items()}
        total = len(texts) + BACKGROUND
        weight = {
            word: max(0.0, log(total / (count + BACKGROUND * common.get(word, 0.0) + 1)) - 1) ** 2 for word, count in counts.items()
        }
        return _Matters(words, weight, tuple(sum(weight[word] for word in each) for each in words))

    def likeness(self, first: int, second: int) -> float:
        """Cosine over sets of words, each weighted by its squared inverse document frequency."""
        both = sum(self.weight[word] for word in self.words[first] & self.words[second])
        return both / max(1e-9, sqrt(self.norms[first] * self.norms[second]))
