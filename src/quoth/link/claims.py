"""Claims: one proposition, the statements that restate it, and where each actor stands on it.

Claims are looked for within a story. Shown is what two texts or two actors state, what is contested, and what is said against somebody's
claim ("the accusation could be a pretext"): any other single statement is a statement, not a claim. Statements in copies of one text keep their places but count as one text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.lexicon.commonness import rarity
from quoth.link.answers import (
    counters,
    find_answers,
    stance_of_answer,
    tells_of_telling,
)
from quoth.link.charged import Bench
from quoth.link.charges import Accusations, find_accusations
from quoth.link.claiming import makes_a_claim
from quoth.link.clauses import as_wholes, distinct, is_clause, only_further, told_elsewhere, whole_of, wholes_first, with_clauses
from quoth.link.contained import find_contained
from quoth.link.contents import whole_words
from quoth.link.contesting import stand_apart
from quoth.link.contrary import is_contrary
from quoth.link.countered import join_counters
from quoth.link.days import day_of, stretch_of
from quoth.link.drafts import Draft, gather
from quoth.link.echoes import denies_barely, find_echoes
from quoth.link.flatly import find_flat
from quoth.link.gainsaid import contradicts, find_denied, what_is_denied
from quoth.link.ground import Ground
from quoth.link.meanings import Meaning, mean
from quoth.link.occasions import Occasion, find_occasions
from quoth.link.origins import Lineage, find_silences
from quoth.link.parties import Parties
from quoth.link.placing import Places
from quoth.link.plans import whose_plan
from quoth.link.positions import positions_on, speakers_of
from quoth.link.postures import bear
from quoth.link.reach import reaches
from quoth.link.recanting import find_recanted, recants
from quoth.link.regrouping import merge, regroup
from quoth.link.requests import find_requests
from quoth.link.stances import AGAINST, OPPOSITE, TAKES
from quoth.link.together import answer_all
from quoth.link.withdrawals import are_notices, only_restates
from quoth.link.wordings import choose_wording, is_clear
from quoth.records import Claim, ClaimStatement, PositionStance, Proposition, Statement, Story, identify

LONG = 7
"""Days from which on what was said is told well after it."""
DEEPEST = 4
"""Answers to answers that are followed at most."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What the statements of all stories are aligned with."""

    ground: Ground
    parties: Parties
    lineage: Lineage


def align_claims(statements: Iterable[Statement], *, ground: Ground) -> tuple[Claim, ...]:
    """The claims of every story, in order of stories, then of first statement; the same whatever the order of ``statements``."""
    parties = Parties.among(sorted(ground.actors.values(), key=lambda actor: actor.id))
    by_document: dict[str, list[Statement]] = defaultdict(list)
    occasions = find_occasions(ground.contacts, ground=ground, parties=parties)
    for statement in statements:
        by_document[statement.document].append(statement)
    room = _Room(ground, parties, Lineage.of(ground.copies))
    claims: list[Claim] = []
    for story in ground.stories:
        told = {name: sorted(by_document.get(name, ()), key=_place) for name in story.documents}
        by_id = {one.id: one for each in told.values() for one in with_clauses(each)}
        meanings = {name: _mean(one, said, occasions, room) for name, one in by_id.items() if (said := one.proposition)}
        claims += distinct(list(_claims(story, told, by_id, meanings, room)))
    return tuple(claims)


def _mean(statement: Statement, said: Proposition, occasions: Mapping[str, frozenset[Occasion]], room: _Room) -> Meaning:
    """What a statement means that says something."""
    ground, speaker = room.ground, room.ground.actor_of.get(statement.speaker or "")
    return mean(
        said,
        parties=room.parties,
        speaker=speaker,
        text=" ".join(statement.content.text.split()),
        whole=whole_words(statement),
        unheld=statement.stance == "thinks" and statement.negated,
        occasions=occasions.get(statement.id, frozenset()),
        said_on=_long_before(statement, ground),
        planned_by=whose_plan(statement, ground.actors.get(speaker or "")),
        further=is_clause(statement.id),
    )


def _long_before(statement: Statement, ground: Ground) -> str | None:
    """When something was said that is told well after."""
    document = ground.documents.get(statement.document)
    said, told = stretch_of(statement.time), day_of(document.published) if document else None
    return statement.time if said is not None and told is not None and (told - said.last).days > LONG else None


def _weight(meanings: Collection[Meaning]) -> dict[str, float]:
    """How telling each word is among the meanings of a story."""
    counts = Counter(word for meaning in meanings for word in meaning.things)
    return {word: rarity(word, count, len(meanings)) for word, count in counts.items()}


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.cue.spans[0].start, statement.content.spans[0].start, statement.id


def worth_showing(claim: Claim) -> bool:
    """Whether a claim is more than one statement: two texts or two actors make it, or it is made and contested."""
    made = [position for position in claim.positions if position.stance in {"asserts", "hedges", "mixed"}]
    contested = not {"denies", "doubts", "mixed"}.isdisjoint(position.stance for position in claim.positions)
    return claim.texts > 1 or len(made) > 1 or (contested and len(claim.statements) > 1)


def _claims(
    story: Story,
    told: Mapping[str, list[Statement]],
    by_id: Mapping[str, Statement],
    meanings: Mapping[str, Meaning],
    room: _Room,
) -> Iterator[tuple[Claim, bool]]:
    """The claims of a story, and whether each rests on a further clause of a statement."""
    making = {name: meanings[name] for name in wholes_first(by_id) if makes_a_claim(by_id[name], meanings.get(name))}
    disputed, weight = _disputed(told, meanings, room), _weight([meanings[name] for name in by_id if name in meanings])
    places = Places() if len(set(room.lineage.text_of(story.documents).values())) > 1 else None
    drafts = [
        *gather(((name, meaning) for name, meaning in making.items() if name not in disputed), weight=weight, places=places),
        *gather(((name, meaning) for name, meaning in making.items() if name in disputed), weight=weight, places=places),
    ]
    if places:
        plain = [one for name, one in by_id.items() if name in making and name not in disputed]
        drafts = merge(drafts, find_contained(plain), meanings, list(by_id))
    requests = find_requests(by_id, room.ground)
    charges = _charges(by_id, meanings, room, places) if places else Accusations()
    drafts = regroup(join_counters(drafts, by_id, meanings), [one.statements for one in requests], meanings, list(by_id))
    drafts = regroup(drafts, charges.told, meanings, list(by_id), most=True)
    rival = {name for request in requests if request.disputed for name in request.statements}
    answered = _all_answered(told, by_id, meanings, room, drafts, charges)
    gone = _taken_back([one for one in by_id.values() if only_restates(one)], room)
    for draft in drafts:
        inside = told_elsewhere(draft.statements, by_id)
        led = _leading_into(inside, answered)
        members = [name for name in by_id if (name in inside or name in led) and not _reports(name, inside, by_id)]
        if len(members) == 1 and not counters(by_id[members[0]]) and members[0] not in rival:
            continue  # one statement is no claim, but where others say otherwise
        makers = [name for name in members if name in inside]
        polarity = all(meanings[name].negated for name in _affirmed(makers, by_id))
        scene = _Scene(meanings, led, by_id, polarity, _plainest(makers, meanings, negated=polarity), frozenset(charges.denied))
        stood = [(by_id[name], stance) for name in members if name not in gone and (stance := _stance(by_id[name], scene))]
        taken = stand_apart(stood, by_id, lambda one: speakers_of(one, by_id, room.ground), led)
        telling = [(one, stance) for one, stance in taken if one.id in inside or what_is_denied(one) is not None]
        if not is_clear(telling) or _is_denied_only(taken):
            continue
        claim = _claim(story, taken, by_id, led, room)
        beside = any(counters(statement) or statement.id in rival for statement, _ in taken)
        shown = len(claim.statements) > 1 and _told_twice(taken, room) and worth_showing(claim) and not only_further(claim, taken)
        if beside or shown:
            yield claim, any(is_clause(statement.id) for statement, _ in taken)


def _keys(statement: Statement, by_id: Mapping[str, Statement], room: _Room) -> frozenset[str]:
    """What names those who make a statement."""
    return frozenset(key for actor in speakers_of(statement, by_id, room.ground) for key in room.parties.own.get(actor, ()))


def _charges(by_id: Mapping[str, Statement], meanings: Mapping[str, Meaning], room: _Room, places: Places) -> Accusations:
    speakers = {name: speakers_of(one, by_id, room.ground) for name, one in by_id.items()}
    bench = Bench.among(room.parties, room.ground.actors, speakers)
    return find_accusations(by_id, meanings, bench, places, lambda name: _text(name, room))


def _text(document: str, room: _Room) -> str:
    return next(page.text for page, _ in room.ground.pages([document]))


def _all_answered(
    told: Mapping[str, list[Statement]],
    by_id: Mapping[str, Statement],
    meanings: Mapping[str, Meaning],
    room: _Room,
    drafts: Iterable[Draft],
    charges: Accusations,
) -> dict[str, tuple[str, ...]]:
    """Answer → what it answers, of all articles of a story: what it denies, what was said before it, accusations first."""
    denied = find_denied(told, lambda one: _keys(one, by_id, room), lambda one: speakers_of(one, by_id, room.ground))
    found: dict[str, tuple[str, ...]] = {denial: (claim,) for denial, claim in denied.items()}
    restated = {name for draft in drafts if len({by_id[one].document for one in draft.statements}) > 1 for name in draft.statements}
    for statements in told.values():
        found |= _answers(statements, meanings, room, restated)
    for denial, claims in find_flat(by_id.values()).items():
        found[denial] = (*claims, *found.get(denial, ()))
    for denial, claim in charges.rejected.items():
        found[denial] = tuple(dict.fromkeys((*found.get(denial, ()), claim)))
    return found | {answer: (meant,) for answer, meant in (*charges.repeated.items(), *charges.denied.items())}


def _taken_back(restating: Sequence[Statement], room: _Room) -> frozenset[str]:
    """Of statements by which articles say what an article said those in an article that takes another back."""
    held = {one.document for one in restating}
    notices = are_notices(document for document, _ in room.ground.pages(held)) if held else frozenset()
    return frozenset(one.id for one in restating if one.document in notices)


def _is_denied_only(taken: Sequence[tuple[Statement, PositionStance]]) -> bool:
    """Whether what some deny is only named by others, who neither accuse anybody of it nor say it with a verb ("a vote on the ban")."""
    held = [statement for statement, stance in taken if stance not in AGAINST]
    said = (one.stance == "accuses" or (one.proposition is not None and one.proposition.predicate is not None) for one in held)
    return 0 < len(held) < len(taken) and not any(said)


def _disputed(told: Mapping[str, list[Statement]], meanings: Mapping[str, Meaning], room: _Room) -> frozenset[str]:
    """Reports of which somebody says that no such thing was said: that it was said is a claim of its own, beside what was said."""
    found = set[str]()
    for statements in told.values():
        denying = {one.id for one in statements if tells_of_telling(one)}
        if denying:
            told_of = _answers(statements, meanings, room, ())
            found |= {claims[0] for answer, claims in told_of.items() if answer in denying}
    return frozenset(found)


def _leading_into(inside: Collection[str], answered: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Answer → the one of these statements that it answers, or the answer to one of them."""
    found: dict[str, str] = {}
    for _ in range(DEEPEST):
        known = {*inside, *found}
        more = {
            name: claim for name, claims in answered.items() if name not in known for claim in reversed(claims) if claim in known
        }
        if not more:
            break
        found |= more
    return found


def _told_twice(taken: Sequence[tuple[Statement, PositionStance]], room: _Room) -> bool:
    """Whether statements differ in more than the copy that they stand in, or contradict."""
    text_of = room.lineage.text_of([statement.document for statement, _ in taken])
    told = {(text_of[statement.document], " ".join(statement.content.text.split())) for statement, _ in taken}
    contested = len({stance in AGAINST for _, stance in taken}) > 1
    return contested or len(told) > 1


def _answers(
    statements: Sequence[Statement], meanings: Mapping[str, Meaning], room: _Room, restated: Collection[str]
) -> dict[str, tuple[str, ...]]:
    by_id = {statement.id: statement for statement in statements}
    doers = {statement.id: meanings[statement.id].doers for statement in statements if statement.id in meanings}
    keys = {statement.id: _keys(statement, by_id, room) for statement in statements}
    found = find_answers(statements, doers=doers, keys=keys, told=restated)
    answered = answer_all(statements, found, doers=doers, keys=keys)
    alone = any(denies_barely(one) or recants(one) for one in statements)
    return _within_reach(statements, answered, keys, room) if answered or alone else {}


def _within_reach(
    statements: Sequence[Statement], answered: Mapping[str, Sequence[str]], keys: Mapping[str, frozenset[str]], room: _Room
) -> dict[str, tuple[str, ...]]:
    """The answers of one document with what they can mean, its short denials with what they deny, and what is taken back there."""
    by_id = {statement.id: statement for statement in statements}
    text = _text(statements[0].document, room)
    recanted = find_recanted(statements, text, lambda one: speakers_of(one, by_id, room.ground))
    echoes = {name: (claim,) for name, claim in (find_echoes(statements, text) | recanted).items()}
    found = echoes | {
        name: tuple(claim for claim in claims if reaches(by_id[name], by_id[claim], keys[name], statements, text))
        for name, claims in answered.items()
    }
    return {name: claims or echoes[name] for name, claims in found.items() if claims or name in echoes}


def _reports(name: str, inside: set[str], by_id: Mapping[str, Statement]) -> bool:
    """Whether a statement only passes on another of the same claim that stands in its content: it takes no stance of its own."""
    if TAKES.get(by_id[name].stance) != "asserts":
        return False
    return any(_stands_in(other, name, by_id) for other in inside if other != name)


def _stands_in(inner: str, outer: str, by_id: Mapping[str, Statement]) -> bool:
    parent = by_id[inner].parent
    for _ in range(len(by_id)):
        if parent is None or parent not in by_id or parent == outer:
            return parent == outer
        parent = by_id[parent].parent
    return False


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the stances on one claim are read with."""

    meanings: Mapping[str, Meaning]
    answered: Mapping[str, str]
    by_id: Mapping[str, Statement]
    negated: bool
    """Whether the claim is that it is not so: all that say it say so."""
    plainest: str | None
    """The statement in whose words the others are read; None where none says the claim as it is."""
    denying: frozenset[str]
    """What those who are accused say they did not do."""


def _affirmed(told: Sequence[str], by_id: Mapping[str, Statement]) -> Sequence[str]:
    """The statements that say something, without those that deny or doubt it; all where none else is left."""
    return [name for name in told if TAKES.get(by_id[name].stance) not in AGAINST] or told


def _plainest(told: Iterable[str], meanings: Mapping[str, Meaning], *, negated: bool) -> str | None:
    """The first statement that says the claim as it is, be that a denial."""
    return next((name for name in told if meanings[name].negated == negated), None)


def _stance(statement: Statement, scene: _Scene, *, depth: int = 0) -> PositionStance | None:
    """A statement's stance on a claim; that of an answer is on what it answers, be that a denial."""
    if statement.id in scene.answered and depth < DEEPEST:
        answered = scene.by_id[scene.answered[statement.id]]
        base = _stance(answered, scene, depth=depth + 1)
        if base is None or statement.id in scene.denying or contradicts(statement, answered):
            return base and OPPOSITE.get(base, base)
        against = denies_barely(statement) or recants(statement)
        return "denies" if against else stance_of_answer(statement, base)
    meaning = scene.meanings.get(statement.id)
    if meaning is None:
        return None
    plainest = scene.by_id[scene.plainest] if scene.plainest else statement
    one_side = (TAKES.get(plainest.stance) in AGAINST) == (TAKES.get(statement.stance) in AGAINST)
    opposed = is_contrary(meaning, scene.meanings[plainest.id], one_side=one_side)
    return bear(statement, claim=plainest.content.text, modality=meaning.modality, opposed=opposed)


def _claim(
    story: Story,
    taken: Sequence[tuple[Statement, PositionStance]],
    by_id: Mapping[str, Statement],
    answered: Mapping[str, str],
    room: _Room,
) -> Claim:
    wholes = as_wholes(taken, by_id)
    led = {whole_of(answer): whole_of(claim) for answer, claim in answered.items()}
    documents = tuple(dict.fromkeys(statement.document for statement, _ in wholes))
    low, high = room.lineage.origins(documents)
    return Claim(
        id=identify("claim", story.id, taken[0][0].id),
        text=choose_wording(taken, names=_names(taken, by_id, room.ground)),
        story=story.id,
        statements=tuple(ClaimStatement(one.id, stance, led.get(one.id)) for one, stance in wholes),
        positions=positions_on(wholes, by_id, room.ground),
        documents=documents,
        texts=len(set(room.lineage.text_of(documents).values())),
        origins_low=low,
        origins_high=high,
        silent=find_silences(story.documents, documents, room.ground.documents),
    )


def _names(taken: Sequence[tuple[Statement, PositionStance]], by_id: Mapping[str, Statement], ground: Ground) -> dict[str, str]:
    """Statement → the name of who makes it alone, where it is a name."""
    actors = {statement.id: speakers_of(statement, by_id, ground) for statement, _ in taken}
    alone = {name: ground.actors[who[0]] for name, who in actors.items() if len(who) == 1}
    return {name: actor.name for name, actor in alone.items() if actor.kind != "group"}
