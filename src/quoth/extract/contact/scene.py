"""What a telling of a contact stands among: its paragraph, the document's statements, the contacts told before, and whom it takes up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.extract.contact.facts import Dated
from quoth.extract.contact.holders import ABOUT_OTHERS
from quoth.extract.contact.parties import PERSONAL, Ground, parties_of, same_party, without
from quoth.extract.contact.sought import SAYING, is_set_in, is_told_of_it, speaker_of, whoever_is_told_of
from quoth.extract.contact.status import calls_off
from quoth.extract.contact.subjects import SUBJECTS
from quoth.extract.contact.telling import Telling
from quoth.extract.innermost import innermost
from quoth.lexicon.states import states
from quoth.records import ActorKind, Contact, ContactKind, Party, Referent, Span, Statement, TimeExpression
from quoth.syntax import Paragraph

BACK = 12
"""How many contacts back "the call" may reach."""


HOSTS = frozenset({"government", "authority", "leader", "official", "parliament"})
LANDS = frozenset({"country", "nation", "government", "state", "capital", "neighbour", "neighbor"})
ONE_FOR_ANOTHER: tuple[frozenset[ContactKind], ...] = (
    frozenset({"call", "talks"}),
    frozenset({"meeting", "talks"}),
    frozenset({"letter", "message"}),
    frozenset({"visit"}),
)
"""Kinds that a later telling may give a contact ("the talks" for a meeting)."""


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as told, and what later tellings need to know of it."""

    contact: Contact
    shown: bool
    """False where the telling says nothing new ("the call"): it still tells the kind of what it takes up."""
    aside: bool
    sentence: int
    """Offset of the sentence that tells it."""
    anew: bool = False
    """Told as one more of several ("has met her often since")."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph, its dates, the document's statements, and the contacts told before."""

    document: str
    published: str | None
    ground: Ground
    dates: Sequence[Dated]
    statements: Sequence[Statement]
    before: Sequence[Told]

    def referent(self, party: Party) -> Referent | None:
        """Whom the words of a party mean."""
        return self.ground.referents.at(party.span)

    def country(self, party: Party) -> str | None:
        """The state that a party is or belongs to, where that is known."""
        referent = self.referent(party)
        return None if referent is None else referent.country or (referent.name if referent.kind == "state" else None)


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of one contact, and the contact told before that they are taken from, if any."""

    parties: tuple[Party, ...]
    of: Contact | None = None


def sides_of(scene: Scene, telling: Telling, times: Sequence[TimeExpression]) -> Iterator[Sides]:
    """The parties of each contact told: those named, or those of the contact taken up."""
    if telling.everyone or not telling.ones:
        yield from _sides_left_open(scene, telling, times)
        return
    telling = replace(telling, ones=tuple(_nobody_else(scene, party, telling.others) for party in telling.ones))
    others = tuple(_apart(scene, party, telling.ones) for party in telling.others)
    others = without(others, telling.ones)
    if len(others) > 1 and telling.apart:
        others = tuple(party for party in others if party.text.casefold() != "others")
    if telling.apart and len(others) > 1 and not (_are_a_choice(scene, others) or _are_one_group(others)):
        yield from (Sides((*telling.ones, other)) for other in others)
    elif others or (len(telling.ones) == 1 and not telling.others):
        yield Sides((*telling.ones, *others))


def _sides_left_open(scene: Scene, telling: Telling, times: Sequence[TimeExpression]) -> Iterator[Sides]:
    """The parties of a telling that leaves a side out: of the contact that it takes up, else of whom the words around it tell."""
    new = telling.pronoun and not telling.definite
    before = None if new else _taken_up(scene, telling, times)
    here = (_two_here(scene, telling) or _pair_before(scene, telling)) if telling.people and not telling.others else ()
    if here and (before is None or without(here, before.parties)):
        yield Sides(here)
    elif (
        before is not None
        and telling.apart
        and len(telling.others) > 1
        and len(rest := without(before.parties, telling.others)) == 1
    ):
        yield from (Sides((*rest, other), before) for other in telling.others)  # "the calls placed on Thursday to Reeve and Hale"
    elif before is not None:
        yield Sides(before.parties[:2] if telling.people else before.parties, before)
    elif new:
        yield from _two_sides(scene, telling)
    elif telling.people and not telling.others:
        yield from _two_before(scene, telling)
    elif len(telling.ones) > 1:
        yield Sides(telling.ones)  # "during Friday's meeting, Dolan and Reeve agreed on it"
    elif telling.kind == "visit" and telling.others:
        yield from _state_before(scene, telling)
    elif telling.others:
        yield from _with_side_left_out(scene, telling)
    elif _called_off_by_others(scene, telling, times):
        yield Sides(tuple(_who_calls_off(scene, telling)[:1]))


def _are_one_group(others: Sequence[Party]) -> bool:
    """Whether several are told of in one breath, under one owner: "talked to his aides and allies"."""
    owned = others[0].text.split()[0].casefold() in {"his", "her", "their", "its", "my", "our"}
    bare = all(party.text.islower() and len(party.text.split()) == 1 for party in others[1:])
    return owned and bare and len(others) == 2


def _are_a_choice(scene: Scene, others: Sequence[Party]) -> bool:
    """Whether "or" stands between the last of several others: "never talked to any official or anyone near him"."""
    return "or" in scene.ground.text[others[-2].span.end : others[-1].span.start].split()


def _apart(scene: Scene, party: Party, ones: tuple[Party, ...]) -> Party:
    """A party that is described, as somebody else where it would else be the one that it meets: nobody meets himself.

    Who is described becomes unknown; "him" is the last person named before who is none of the others.
    """
    same = any(party.referent is not None and party.referent == one.referent for one in ones)
    if (same or party.referent is None) and party.text.casefold() in {"him", "her"}:
        return replace(party, referent=_last_named(scene, party, {one.referent for one in ones}))
    words = [set(one.text.split()) for one in ones]
    described = party.text.casefold() not in PERSONAL and not any(set(party.text.split()) & one for one in words)
    return replace(party, referent=None) if same and described else party


def _nobody_else(scene: Scene, party: Party, others: Sequence[Party]) -> Party:
    """A party told by "he" or "his", as the person named last before who is none of those named on the other side: nobody meets himself."""
    named = [other for other in others if other.text.casefold() not in PERSONAL and other.text[:1].isupper()]
    same = party.referent is not None and any(party.referent == other.referent for other in named)
    if not same or party.text.casefold() not in {"he", "she", "his", "her"}:
        return party
    return replace(party, referent=_last_named(scene, party, {other.referent for other in others}) or party.referent)


def _two_sides(scene: Scene, telling: Telling) -> Iterator[Sides]:
    """Who says who asked for "an earlier call", and who did: "Arden says it was held at Ilmar's initiative"."""
    token = scene.ground.paragraph.tokens[telling.noun or 0]
    statement = innermost(scene.statements, Span(token.start, token.end))
    asked = telling.initiator
    if asked is None or statement is None or statement.source is None or statement.speaker is None:
        return
    speaker = Party(statement.source.text, statement.source.spans[0], statement.speaker)
    if asked.referent is not None and not same_party(speaker, asked):
        yield Sides((speaker, asked))


def _two_before(scene: Scene, telling: Telling) -> Iterator[Sides]:
    """The only two people of whom the sentence before tells, where "the two" are said to have met; of states else the two named most."""
    lands = _are_lands(scene, telling)
    kind: ActorKind = "state" if lands else "person"
    named = _named_in(scene, kind, _right_before(scene, min(telling.anchors)))
    if len(named) != 2 and lands:
        named = _two_named_most(_named_in(scene, kind, Span(0, scene.ground.paragraph.tokens[min(telling.anchors)].start)))
    if len(named) == 2:
        yield Sides(tuple(parties[0] for parties in named.values()))


def _two_here(scene: Scene, telling: Telling) -> tuple[Party, ...]:
    """The only two people whom the clauses before "the two met" name: "the deal that Dolan and Reeve signed when the two met"."""
    paragraph, index = scene.ground.paragraph, min(telling.anchors)
    first = paragraph.sentence_of(index)[0]
    here = Span(paragraph.tokens[first].start, paragraph.tokens[index].start)
    named, called = _named_in(scene, "person", here), _named_in(scene, "person", here, by_name=True)
    named = called if len(called) == 2 else named
    return tuple(parties[-1] for parties in named.values()) if len(named) == 2 and not _are_lands(scene, telling) else ()


def _pair_before(scene: Scene, telling: Telling) -> tuple[Party, ...]:
    """The two of whom the sentence before tells together: "Dolan and Reeve were rivals. Since then the pair met for dinner"."""
    paragraph = scene.ground.paragraph
    start = paragraph.sentence_of(min(telling.anchors))[0]
    first = paragraph.sentence_of(start - 1)[0] if start else start
    subjects = [
        token for token in paragraph.tokens[first:start] if token.dep in SUBJECTS and paragraph.tokens[token.head].dep == "ROOT"
    ]
    pairs = (parties_of(scene.ground, subject) for subject in subjects)
    told = (pair for pair in pairs if len(pair) == 2 and all(_is_person(scene, one) for one in pair))
    return next(told, ()) if not _are_lands(scene, telling) else ()


def _named_in(scene: Scene, kind: ActorKind, where: Span, *, by_name: bool = False) -> dict[str, list[Party]]:
    """The people or states told of in a stretch, in order, each with its mentions there, the first one first; or those whose names stand there."""
    found = [
        (mention.span.start, Party(mention.text, mention.span, one.id))
        for one in scene.ground.referents.all
        if one.kind == kind
        for mention in one.mentions
        if where.start <= mention.span.start < where.end and (mention.form == "name" or not by_name)
    ]
    named: dict[str, list[Party]] = {}
    for _, party in sorted(found, key=lambda each: each[0]):
        named.setdefault(party.referent or party.text, []).append(party)
    return named


def _two_named_most(named: dict[str, list[Party]]) -> dict[str, list[Party]]:
    """The two named more often than all others; none where a third is named as often."""
    ranked = sorted(named, key=lambda one: -len(named[one]))
    third = len(named[ranked[2]]) if len(ranked) > 2 else 0
    return {one: named[one][-1:] for one in ranked[:2]} if len(ranked) > 1 and len(named[ranked[1]]) > third else {}


def _are_lands(scene: Scene, telling: Telling) -> bool:
    """Whether "the two" are states: "both nations", "negotiators from the two countries"."""
    paragraph, index = scene.ground.paragraph, max(telling.anchors)
    first = paragraph.sentence_of(index)[0]
    return any(
        token.lemma in LANDS and any(child.text.lower() in {"two", "both"} for child in paragraph.children(token.index))
        for token in paragraph.tokens[first:index]
    )


def _right_before(scene: Scene, index: int) -> Span:
    """The sentence before a token's, or the paragraph before its own where it stands in the first."""
    paragraph = scene.ground.paragraph
    before = [(first, stop) for first, stop in paragraph.sentences() if stop <= index]
    if before:
        return paragraph.span(before[-1][0], before[-1][1] - 1)
    told = scene.ground.text[: paragraph.start].rstrip()
    return Span(told.rfind("\n") + 1, len(told))


def _with_side_left_out(scene: Scene, telling: Telling) -> Iterator[Sides]:
    """Who tells of "the meeting with Dolan", naming nobody else, was in it; else whoever the sentence tells of."""
    noun = scene.ground.paragraph.tokens[min(telling.anchors)]
    found = speaker_of(scene.ground, noun, scene.statements, telling.others, alone=not telling.definite)
    found = found or whoever_is_told_of(scene.ground, noun, telling.others) or _alone_told_of(scene, telling)
    if found is None:
        alone = telling.verb is None and not telling.apart and not is_told_of_it(scene.ground.paragraph, noun)
        if len(telling.others) > 1 and alone and is_set_in(scene.ground.paragraph, noun):
            yield Sides(telling.others)  # "was agreed in a call with Dolan, Reeve and Hale": among them, whoever else
        return
    others = telling.others if telling.apart else (telling.others,)
    yield from (Sides((found, *(each if isinstance(each, tuple) else (each,)))) for each in others)


def _alone_told_of(scene: Scene, telling: Telling) -> Party | None:
    """The only person of whom the sentence tells before a contact, else the sentence before it: "… bad news for Dolan. The call with
    Reeve was short"."""
    paragraph, index = scene.ground.paragraph, min(telling.anchors)
    if not _is_one_with_somebody(paragraph, telling):
        return None
    first = paragraph.sentence_of(index)[0]
    here = Span(paragraph.tokens[first].start, paragraph.tokens[index].start)
    others = {party.referent for party in telling.others}
    for where in (here, _right_before(scene, index)):
        named = {one: parties for one, parties in _named_in(scene, "person", where).items() if one not in others}
        if named:
            party = next(iter(named.values()))[-1]
            return party if len(named) == 1 and not _only_says(paragraph, party) else None
    return None


def _only_says(paragraph: Paragraph, party: Party) -> bool:
    """Whether somebody is told of as who says something: "…, Hale said. The last call with Reeve"."""
    words = (token for token in paragraph.tokens if party.span.start <= token.start < party.span.end)
    return any(word.dep in SUBJECTS and paragraph.tokens[word.head].lemma in SAYING for word in words)


def _is_one_with_somebody(paragraph: Paragraph, telling: Telling) -> bool:
    """Whether one contact is told, with somebody who has a name or a state's office, and by nobody who only shows or arranges it."""
    noun = paragraph.tokens[telling.noun or 0]
    one = noun.tag == "NN" and bool(paragraph.children(noun.index, "det", "nummod"))
    above = next((each for each in paragraph.ancestors(noun.index) if each.pos in {"VERB", "AUX"}), noun)
    named = any(word[:1].isupper() for party in telling.others for word in party.text.split())
    return telling.noun is not None and one and named and above.lemma not in ABOUT_OTHERS and telling.kind != "letter"


def _state_before(scene: Scene, telling: Telling) -> Iterator[Sides]:
    """A visitor with the state that the sentence names before the visit: "protesters in Arden urged Dolan … during his visit"."""
    paragraph, noun = scene.ground.paragraph, telling.noun or 0
    goals = [child for child in paragraph.children(noun, "prep") if child.text.lower() in {"to", "in", "around", "across"}]
    gone = any(place.entity not in {"DATE", "TIME"} for goal in goals for place in paragraph.children(goal.index, "pobj"))
    if gone or paragraph.tokens[noun].lemma != "visit":
        return  # it says itself where the visit went; a trip may have gone anywhere
    first = paragraph.sentence_of(noun)[0]
    home = {scene.country(party) for party in telling.others}
    for token in reversed(paragraph.tokens[first:noun]):
        span = paragraph.span(token.index, token.index)
        named = scene.ground.referents.at(span)
        if token.entity == "GPE" and named is not None and named.kind == "state" and named.name not in home:
            yield Sides((*telling.others[:1], Party(scene.ground.text[span.start : span.end], span, named.id)))
            return
        of = paragraph.tokens[token.head]
        if token.entity == "NORP" and of.lemma in HOSTS and states().of(token.text) not in home | {None}:
            yield from (Sides((*telling.others[:1], host)) for host in parties_of(scene.ground, of)[:1])
            return


def _last_named(scene: Scene, party: Party, others: set[str | None]) -> str | None:
    """The person named last before a party in its paragraph who is none of the others."""
    named = [
        (mention.span.start, one.id)
        for one in scene.ground.referents.all
        if one.kind == "person" and one.id not in others
        for mention in one.mentions
        if mention.form == "name" and scene.ground.paragraph.start <= mention.span.start < party.span.start
    ]
    return max(named)[1] if named else None


def _taken_up(scene: Scene, telling: Telling, times: Sequence[TimeExpression]) -> Contact | None:
    """The contact that must be meant: of the asker's side, of the day named, told for its own sake, the last."""
    dates = {time.edtf for time in times if time.edtf}
    by = _who_calls_off(scene, telling) if _called_off_by_others(scene, telling, times) else ()
    fitting = (one for one in scene.before[-BACK:][::-1] if len(one.contact.parties) > 1 and _fits(scene, one.contact, telling))
    candidates = [one for one in fitting if not by or _is_side_of(scene, by, one.contact)]
    best = max(
        candidates,
        key=lambda one: (_may_be_asked_by(scene, one.contact, telling.initiator), one.contact.date in dates, not one.aside),
        default=None,
    )
    return None if best is None else best.contact


def _fits(scene: Scene, contact: Contact, telling: Telling) -> bool:
    """Whether a contact may be the one taken up: it has the parties named, and is not of another kind."""
    sides = (*telling.ones, *telling.others)
    named = all(any(same_party(party, other) for party in contact.parties) for other in sides)
    met = (
        contact.kind == "visit" and telling.kind in {"meeting", "talks"} and all(_is_person(scene, one) for one in contact.parties)
    )
    return named and (met or any({contact.kind, telling.kind} <= kinds for kinds in ONE_FOR_ANOTHER))


def _called_off_by_others(scene: Scene, telling: Telling, times: Sequence[TimeExpression]) -> Sequence[Contact]:
    """The contacts told before that cannot be the one called off, for it is on another day, and by somebody who is no side of theirs: "on
    Tuesday Dolan met Hale … Arden pulled out of Monday's meeting"."""
    dates, by = {time.edtf for time in times if time.edtf}, _who_calls_off(scene, telling)
    told = [one.contact for one in scene.before[-BACK:] if one.contact.date is not None and one.contact.date not in dates]
    return (
        [contact for contact in told if _fits(scene, contact, telling) and not _is_side_of(scene, by, contact)]
        if dates and by
        else ()
    )


def _who_calls_off(scene: Scene, telling: Telling) -> Sequence[Party]:
    head = None if telling.noun is None else calls_off(scene.ground.paragraph, telling.noun)
    return () if head is None else parties_of(scene.ground, head)


def _is_side_of(scene: Scene, by: Sequence[Party], contact: Contact) -> bool:
    countries = {scene.country(party) for party in contact.parties} - {None}
    return any(scene.country(one) in countries or not without([one], contact.parties) for one in by)


def _is_person(scene: Scene, party: Party) -> bool:
    return any(one.id == party.referent and one.kind == "person" for one in scene.ground.referents.all)


def _may_be_asked_by(scene: Scene, contact: Contact, asked: Party | None) -> bool:
    """Whether who asked may be a party of the contact or the state of one: so unless all parties are known and none is."""
    if asked is None or any(same_party(party, asked) for party in contact.parties):
        return True
    country = scene.country(asked)
    countries = [scene.country(party) for party in contact.parties]
    return country is None or country in countries or None in countries
