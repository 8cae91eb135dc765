"""The tellings of a claim: which document makes it on whose word, read from its statements and from the sentence that they stand in."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal

from quoth.lexicon.classes import word_class
from quoth.lexicon.names import fold
from quoth.lexicon.outlets import find_outlet
from quoth.link.citations import Mentioned, read_places
from quoth.link.credits import outlet_key, read_credits, registered_keys
from quoth.link.days import day_of
from quoth.link.ground import Ground
from quoth.link.posts import read_posted
from quoth.link.sentences import Word, sentences_of, words_of
from quoth.link.shingles import TELLING
from quoth.records import Actor, Channel, Document, Referent, Registered, Segment, Span, Statement, Telling

NamedKind = Literal["person", "body", "state", "outlet", "group", "unnamed"]

STEM = 5
"""Letters by which a state's name and the word for what is of it are one."""
BACK = 1500
"""Code points before a sentence in which "the newspaper" is looked for by name."""
_PICTURE = re.compile(r"\W*(?:image|photo|photograph|picture|video|graphic|illustration|file photo|cartoon)s?\b", re.IGNORECASE)
"""How a line begins that credits a picture: it says nothing of where the words come from."""
_OF = re.compile(r"\b(?:of|for|from|at|with)(?: the)?$")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a telling names as where it has the claim from."""

    kind: NamedKind
    key: str
    """The same for all names of one: an actor for a person, the folded name of a body, the key of an outlet, the words of a group."""
    name: str
    spans: tuple[Span, ...]
    of: frozenset[str] = frozenset()
    """Folded names of the bodies that it speaks for."""
    office: bool = False
    """Whether it speaks by office: an official, or officials that are not named."""
    words: frozenset[str] = frozenset()
    """The words by which it is described: "rep" of "her rep Ada Reed"."""
    channel: Channel | None = None
    """How it said so, where the words around tell: in a post, an interview, a letter."""
    side: str | None = None
    """The beginning of the name of the state that it belongs to, where that is known."""


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with all that is compared."""

    telling: Telling
    named: tuple[Named, ...]
    """The nearest to the reader first."""
    outlet: str | None
    """Key of its document's own outlet."""
    owner: str | None
    """Who publishes that outlet, where it is known."""
    whole: frozenset[str]
    """Keys of the outlets that its document credits as a whole."""
    day: str | None
    """When it was said, else published."""
    published: str | None
    outlet_words: frozenset[str]
    """The words of its outlet's name."""
    words: tuple[Word, ...]
    origin: Named | None
    """The first source that is no outlet: who knows it."""

    @property
    def outlets(self) -> tuple[Named, ...]:
        """The outlets that it credits."""
        return tuple(one for one in self.named if one.kind == "outlet")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that make a claim, with the statements that give them, the innermost first."""

    id: str
    """Of the statement that makes it."""
    statements: tuple[Statement, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Who is who, as far as sources are compared by it."""

    ground: Ground
    referents: Mapping[str, Referent]
    here: Container[str]
    """Keys of the outlets of the corpus."""
    also: Mapping[str, str] = field(default_factory=dict)
    """Further names of outlets, by a user's register: key of a name to the key of the outlet."""
    speaks_for: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Actor to the folded names of the bodies that it is said to speak for."""
    states: frozenset[str] = frozenset()
    """The beginnings of the names of states that actors belong to (``states_of``)."""

    def side_of(self, words: Iterable[str]) -> str | None:
        """The one state that words name, by itself or as a quality ("Norvian"); None where they name none or several."""
        found = {stem(word) for word in words} & self.states
        return found.pop() if len(found) == 1 else None

    def key_of(self, name: str) -> str:
        """The key of an outlet by any of its names."""
        key = outlet_key(name)
        return self.also.get(key, key)

    def is_outlet(self, key: str) -> bool:
        """Whether a key is that of a known outlet."""
        return key in registered_keys() or key in self.also or key in self.here


def stem(word: str) -> str:
    """The beginning of a word, by which "Norvia" and "Norvian" are one."""
    return word.lower()[:STEM]


def states_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The beginnings of the names of the states that actors belong to."""
    return frozenset(stem(one.country) for one in actors if one.country)


def find_offices(statements: Iterable[Statement], referents: Mapping[str, Referent], ground: Ground) -> dict[str, frozenset[str]]:
    """Whom each actor speaks for, wherever an article says so: by a title, or beside its name ("Lt. Reed of the Harbour Police")."""
    bodies: dict[str, list[tuple[Span, str]]] = {}
    for one in referents.values():
        if one.kind == "body":
            name = fold(_actor_name(one, ground)).removeprefix("the ")
            bodies.setdefault(one.document, []).extend((mention.span, name) for mention in one.mentions)
    found: dict[str, set[str]] = {}
    for statement in statements:
        speaker = referents.get(statement.speaker or "")
        if speaker is None or speaker.kind != "person" or statement.source is None:
            continue
        of = found.setdefault(ground.actor_of.get(speaker.id, speaker.id), set())
        of.update(fold(title.of) for title in speaker.titles if title.of)
        of.update(_beside(statement, bodies.get(statement.document, ())))
    return {actor: frozenset(of) for actor, of in found.items() if of}


def _actor_name(referent: Referent, ground: Ground) -> str:
    actor = ground.actors.get(ground.actor_of.get(referent.id, ""))
    return actor.name if actor else referent.name


def _beside(statement: Statement, bodies: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """Bodies at the beginning of a source, or after an "of" in it."""
    spans, words = (statement.source.spans, statement.source.text) if statement.source else ((), "")
    start = spans[0].start if spans else 0
    for span, name in bodies:
        if len(spans) == 1 and spans[0].start <= span.start < span.end < spans[0].end + 1:
            before = words[: span.start - start].rstrip()
            if before.lower() in {"", "the"} or _OF.search(before):
                yield name


def own_outlets(register: Iterable[Registered]) -> dict[str, str]:
    """The outlets of a user's register: the key of each name to that of the first."""
    return {outlet_key(name): outlet_key(one.name) for one in register if one.kind == "outlet" for name in (one.name, *one.names)}


def statement_chain(statement: Statement, by_id: Mapping[str, Statement]) -> tuple[Statement, ...]:
    """A statement and those that it stands in, the innermost first."""
    found = [statement]
    while (parent := by_id.get(found[-1].parent or "")) is not None and parent not in found:
        found.append(parent)
    return tuple(found)


def read_tellings(document: Document, segments: Sequence[Segment], wanted: Sequence[Wanted], sources: Sources) -> list[Told]:
    """The tellings of one document, those on the word of one source as one; in order of place.

    What each of several is said to say ("each bank accuses the other") sums up what they say; it is a telling only where nothing else is.
    """
    whole = frozenset(sources.also.get(key, key) for key in _whole_credits(document, segments, sources))
    found: dict[tuple[str, ...], Told] = {}
    told_of = [one for one in wanted if not _sums_up(one)] or wanted
    for one in sorted(told_of, key=lambda one: (one.spans, one.id)):
        told = _read(document, segments, one, sources)
        key = (told.origin.key,) if told.origin else tuple(named.key for named in told.named)
        found[key] = _both(found[key], told) if key in found else replace(told, whole=whole)
    return list(found.values())


def _sums_up(wanted: Wanted) -> bool:
    source = wanted.statements[0].source if wanted.statements else None
    return source is not None and _is_each(source.text)


def _is_each(words: str) -> bool:
    """Whether words mean each of several by itself, so nobody in particular."""
    return words.lower().partition(" ")[0] in word_class("distributive")


def _whole_credits(document: Document, segments: Sequence[Segment], sources: Sources) -> Iterator[str]:
    """Outlets that the document credits as a whole: provenance lines, credits, by-lines, datelines, forwards."""
    found = read_credits(document, [one for one in segments if not _PICTURE.match(document.text, one.start)])
    return (key for key in chain(found.names, found.forwarded_from) if sources.is_outlet(sources.also.get(key, key)))


def _both(first: Told, second: Told) -> Told:
    """Two places where a document makes a claim on one source's word, as one telling."""
    known = {(one.kind, one.key) for one in first.named}
    named = (*first.named, *(one for one in second.named if (one.kind, one.key) not in known))
    telling = replace(
        first.telling,
        statements=(*first.telling.statements, *second.telling.statements),
        spans=tuple(sorted({*first.telling.spans, *second.telling.spans})),
        named=_names(named, first.origin),
    )
    words = tuple(sorted({*first.words, *second.words}, key=lambda word: word.start))
    return replace(first, telling=telling, named=named, words=words)


def _read(document: Document, segments: Sequence[Segment], wanted: Wanted, sources: Sources) -> Told:
    sentences = sentences_of(document, segments, wanted.spans)
    own = sources.key_of(document.outlet) if document.outlet else None
    above = _above(segments, sentences)
    nearest = [*_outlets(read_places(document.text, sentences), sources), *_posted(document.text, sentences, above, sources)]
    meant = (_by_name(one, document.text, above, sources) for one in _named(wanted, nearest, sources, own))
    named = tuple(one for one in meant if one.kind != "outlet" or one.key != own)
    if not named:
        after = _sentence_after(document, segments, sentences)
        named = tuple(one for one in _outlets(read_places(document.text, after), sources) if one.key != own)
    origin = _origin(named)
    said = next((one.time for one in wanted.statements if day_of(one.time)), None)
    return Told(
        telling=Telling(
            id=wanted.id,
            document=document.id,
            statements=(wanted.id,),
            spans=wanted.spans,
            named=_names(named, origin),
        ),
        named=named,
        outlet=own,
        owner=_owner(document.outlet or ""),
        outlet_words=_described(document.outlet or ""),
        whole=frozenset(),
        day=said or document.published,
        published=document.published,
        words=tuple(word for sentence in sentences for word in words_of(document.text, segments, sentence)),
        origin=origin,
    )


def _origin(named: Sequence[Named]) -> Named | None:
    """The first source that is no outlet; a state or body whose own speaker tells what it says is that speaker."""
    able = [one for one in named if one.kind != "outlet"]
    if len(able) > 1 and able[-1].kind in {"state", "body"} and able[-2].kind == "person":
        whose = able[-1]
        if whose.key in able[-2].of or (whose.kind == "state" and able[-2].side == stem(whose.name)):
            return able[-2]
    return able[-1] if able else None


def _owner(outlet: str) -> str | None:
    known = find_outlet(outlet)
    return known.owner if known else None


def _names(named: Sequence[Named], origin: Named | None) -> tuple[str, ...]:
    """The names, each once, those who speak as one as one; that of whom it comes from last."""
    joint: dict[tuple[Span, ...] | str, dict[str, None]] = {}
    for one in named:
        joint.setdefault(one.spans or one.name, {})[one.name] = None
    names = dict.fromkeys(" and ".join(each) for each in joint.values() if origin is None or origin.name not in each)
    last = next((" and ".join(each) for each in joint.values() if origin is not None and origin.name in each), None)
    return (*names, last) if last is not None else tuple(names)


def _named(wanted: Wanted, nearest: Sequence[Named], sources: Sources, own: str | None) -> Iterator[Named]:
    """Everybody whom a telling names, the nearest to the reader first, each once."""
    seen: set[tuple[str, str]] = set()
    for one in chain(nearest, *(_speaking(one, sources, own) for one in reversed(wanted.statements))):
        if (one.kind, one.key) not in seen:
            seen.add((one.kind, one.key))
            yield one


def _outlets(places: Sequence[Mentioned], sources: Sources) -> Iterator[Named]:
    for place in places:
        for key, name in zip(place.keys, place.names, strict=True):
            known = sources.also.get(key, key)
            if sources.is_outlet(known):
                yield Named("outlet", known, name.removeprefix("the ").removeprefix("The "), (place.span,))
                break


def _posted(text: str, sentences: Sequence[Span], above: Sequence[Span], sources: Sources) -> Iterator[Named]:
    """Whose channel a telling is from, where that is no outlet: "on the ministry's Telegram channel", then "in these posts"."""
    for one in read_posted(text, sentences, above):
        if not sources.is_outlet(sources.key_of(one.owner)):
            yield Named("body", fold(one.owner), one.name, (one.span,), words=_described(one.owner), channel="post")


def _speaking(statement: Statement, sources: Sources, own: str | None) -> Iterator[Named]:
    """Whom a statement names: the outlet that it was said to, its speaker, else the words of its source."""
    told = sources.referents.get(statement.addressee or "")
    if told is not None and sources.is_outlet(key := sources.key_of(told.name)):
        yield Named("outlet", key, told.name, (told.mentions[0].span,) if told.mentions else ())
    voices = sources.ground.members.get(statement.speaker or "") or (statement.speaker,)
    for voice in voices:
        named = _voice(statement, sources.referents.get(voice or ""), sources, own)
        if named is not None:
            yield replace(named, channel=statement.channel)


def _voice(statement: Statement, speaker: Referent | None, sources: Sources, own: str | None) -> Named | None:
    """Whom the source of a statement means. An outlet that speaks in its own article speaks for itself, as a body."""
    spans = statement.source.spans if statement.source else ()
    if speaker is None:
        words = statement.source.text if statement.source else ""
        return _group(words, spans, frozenset(), sources) if words else None
    actor = sources.ground.actors.get(sources.ground.actor_of.get(speaker.id, ""))
    name = actor.name if actor else speaker.name
    of = frozenset(fold(title.of) for title in speaker.titles if title.of)
    of |= sources.speaks_for.get(actor.id, frozenset()) if actor else frozenset()
    side = stem(actor.country) if actor and actor.country else None
    if speaker.kind != "person" and sources.is_outlet(key := sources.key_of(name)) and key != own:
        return Named("outlet", key, name, spans)
    if speaker.kind == "person" and not name[:1].islower():
        described = _described(statement.source.text if statement.source else "") - _described(name)
        key = actor.id if actor else speaker.id
        return Named("person", key, name, spans, of, office=bool(speaker.titles), words=described, side=side)
    if speaker.kind in {"body", "state", "place", "outlet"}:
        known = {speaker.kind, actor.kind if actor else speaker.kind}
        kind: NamedKind = "body" if known.isdisjoint({"state", "place"}) else "state"
        return Named(kind, fold(name).removeprefix("the "), name, spans, of, office=True, words=_described(name), side=side)
    return _group(statement.source.text if statement.source else name, spans, of, sources)


def _group(words: str, spans: tuple[Span, ...], of: frozenset[str], sources: Sources) -> Named | None:
    """Somebody who is described, not named; the key is the words of the description."""
    content = _described(words)
    if not content or _is_each(words):
        return None
    kind: NamedKind = "group" if word_class("unnamed").isdisjoint(content) else "unnamed"
    office = not word_class("official").isdisjoint(content)
    key, name = " ".join(sorted(content)), " ".join(words.split())
    return Named(kind, key, name, spans, of, office=office, words=content, side=sources.side_of(content))


def _described(words: str) -> frozenset[str]:
    """The words of a description that tell whom it means."""
    told = (word.removesuffix("'s").removesuffix("’s") for word in re.findall(r"[\w'’-]+", words.lower()))
    return frozenset(word for word in told if word not in word_class("described"))


def _above(segments: Sequence[Segment], sentences: Sequence[Span]) -> list[Span]:
    """What stands before these sentences, as far back as "the newspaper" is looked for."""
    start = min((start for start, _ in sentences), default=0)
    above = (Span(max(each.start, start - BACK), min(each.end, start)) for each in segments if each.kind in TELLING)
    return [span for span in above if span.start < span.end]


def _by_name(one: Named, text: str, above: Sequence[Span], sources: Sources) -> Named:
    """Whom "the channel" or "the newspaper" means: the outlet that the article credited last before; everybody else as named."""
    if one.kind != "group" or not one.words or not one.words <= word_class("medium"):
        return one
    before = list(_outlets(read_places(text, above), sources))
    return replace(before[-1], spans=one.spans) if before else one


def _sentence_after(document: Document, segments: Sequence[Segment], sentences: Sequence[Span]) -> list[Span]:
    """The sentence after these, in the same paragraph or the next: where one that names nobody may say whom it has the claim from."""
    last = max((end for _, end in sentences), default=0)
    below = next((one for one in segments if one.end > last and one.kind in TELLING), None)
    if below is None:
        return []
    start = max(last, below.start)
    return sentences_of(document, [below], [Span(start, start + 1)])
