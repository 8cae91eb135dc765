"""What a statement says in a form that can be matched, and which may say the same: those whose doers, deeds, figures, times and places allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.lexicon.paraphrases import same_word
from quoth.lexicon.wordnet import are_kin
from quoth.link.occasions import Occasion, are_other_occasions
from quoth.link.parties import Parties
from quoth.link.said import Said, say
from quoth.records import Modality, Part, Proposition

SHARED = 0.6
"""Share of the lighter meaning's weight that both must have."""
SHARED_HEAVIER = 0.3
"""The same of the heavier one: a long content may hold a short one, but not any one."""
SHARED_PHRASE, SHARED_HEAVIER_PHRASE = 0.65, 0.4
"""Both shares where one is a phrase without a subject."""
SHARED_OTHER_DEED = 0.8
"""The share where the deeds have different words."""
SHARED_SAME_DOING = 0.25
"""The share where one party does one telling deed in both: what it is done to may be named otherwise ("water", "reservoir")."""
TELLING = 2.0
"""Weight from which a deed is telling: "poison" is, "kill" and "say" are not."""
LIGHT = frozenset({"be", "hold", "come", "take", "place", "happen", "occur", "have", "do", "make", "get", "put"})
"""Verbs that say no more than that something was."""
GETTING = frozenset({"receive", "get", "obtain"})
"""Deeds by which something comes from another."""
ENOUGH = 3.0
"""Weight of words below which they alone make no claim of two meanings."""
FEW = 6
"""Content words up to which a content without an object is taken as a whole."""
TIMES: Mapping[Modality, frozenset[Modality]] = {
    "did": frozenset({"did", "may"}),
    "will": frozenset({"will", "may"}),
    "may": frozenset({"did", "will", "may"}),
    "should": frozenset({"should"}),
    "unreal": frozenset({"unreal"}),
}
"""What is done, planned, wanted and supposed are different claims; a possibility may be of either of the first two."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A proposition with its words levelled."""

    doers: frozenset[str]
    """Parties that do it; empty where it names none."""
    deed: str | None
    things: frozenset[str]
    """Words of the deed and of all that belongs to it but its doer."""
    names: frozenset[str]
    """Those of ``things`` that are names."""
    negated: bool
    modality: Modality
    numbers: frozenset[float]
    told_of: bool = True
    """Whether it has a subject, named party or not, or a figure. Phrases without either say less and are matched more strictly."""
    said: Said | None = None
    """The same word by word; None for a proposition that was read without its parts."""
    text: str = field(default="", compare=False)
    """The words of the statement."""
    whole: str = field(default="", compare=False)
    """The same with the words of who says it and how."""
    speaker: str | None = field(default=None, compare=False)
    """The actor that says it."""
    past: bool = False
    """Whether it tells of something as over."""
    unheld: bool = field(default=False, compare=False)
    """Whether the speaker says that they do not think so."""
    occasions: frozenset[Occasion] = frozenset()
    """The contacts that it tells of."""
    counted: frozenset[tuple[str, float]] = frozenset()
    """Its figures, each with the deed to which what it counts belongs: killed 60, wounded 300."""
    planned_by: str | None = None
    """Whose own plan it is, where a person tells what they will do."""
    further: bool = field(default=False, compare=False)
    """Whether it is a further clause of what is said."""
    saying: str | None = field(default=None, compare=False)
    """Who said it and when, where that was well before it was told: other tellings of what they said then are looked for by it."""


def mean(  # noqa: PLR0913 - what is known of a statement beside its proposition
    proposition: Proposition,
    *,
    parties: Parties,
    speaker: str | None,
    text: str = "",
    whole: str = "",
    unheld: bool = False,
    occasions: frozenset[Occasion] = frozenset(),
    said_on: str | None = None,
    planned_by: str | None = None,
    further: bool = False,
) -> Meaning:
    """The meaning of a proposition; ``speaker`` is the actor that says it, whom "we" means; ``text``: the words it was read from, ``whole``:
    with those of who says it and how; ``unheld``: the speaker does not think so; ``occasions``: the contacts that it tells of; ``said_on``: when it
    was said, where that was well before it is told; ``planned_by``: whose own plan it is; ``further``: it is a further clause of what is said.

    The stance with which it is said is no part of it: whoever denies it speaks of the same.
    """
    deed = same_word(proposition.predicate) if proposition.predicate and proposition.predicate not in LIGHT else None
    doers = parties.named_by(proposition.subject, speaker)
    rest = proposition.object
    if deed is None and not doers:  # "the call came at …": the call is what it is about
        rest = (*proposition.subject, *rest)
    if not rest and len(proposition.words) <= FEW:  # a phrase without an object is all that it says
        rest = tuple(word for word in proposition.words if word not in proposition.subject)
    things = {same_word(word) for word in rest if not word[0].isdigit()}
    spoken = {word for name in proposition.names for word in (name.lower(), *name.lower().split())}
    return Meaning(
        doers=doers,
        deed=deed,
        things=frozenset(things | {deed} if deed else things),
        names=frozenset(word for word in things if word in spoken and word != deed),
        negated=proposition.negated,
        modality=proposition.modality,
        numbers=frozenset(proposition.numbers),
        told_of=bool(proposition.subject or proposition.numbers),
        said=say(proposition) if proposition.parts else None,
        text=text,
        whole=whole,
        speaker=speaker,
        past=proposition.tense == "past" and proposition.modality == "did",
        unheld=unheld,
        occasions=occasions,
        counted=frozenset(_count(proposition.parts)),
        planned_by=planned_by,
        further=further,
        saying=f"{speaker} {said_on}" if speaker is not None and said_on is not None else None,
    )


def _count(parts: Sequence[Part]) -> Iterator[tuple[str, float]]:
    """The deeds that have a figure, each with it."""
    for part in parts:
        figure, above = part.low if part.low is not None else part.high, part
        for _ in parts:
            if above.kind == "deed" or above.of < 0:
                break
            above = parts[above.of]
        if part.kind == "number" and figure is not None and above.kind == "deed":
            yield same_word(above.word), figure


def are_apart(first: Meaning, second: Meaning) -> bool:
    """Whether two meanings are sure to be two claims: other figures, or one deed by or to others, or done in one and planned in the other; so is
    what somebody thinks apart from what the same does not think, what is told of two contacts, two people's plans, and what somebody gets from
    what they give."""
    if _other_figures(first, second) or _held_by_one(first, second) or are_other_occasions(first.occasions, second.occasions):
        return True
    if _plans_of_two(first, second) or _is_given_back(first, second) or _is_given_back(second, first):
        return True
    if first.deed is None or first.deed != second.deed:
        return False
    planned = (first.past and second.modality == "will") or (second.past and first.modality == "will")
    return planned or _other_doers(first, second) or _other_place(first, second)


def _held_by_one(first: Meaning, second: Meaning) -> bool:
    one_speaker = first.speaker is not None and first.speaker == second.speaker
    return one_speaker and first.unheld != second.unheld and first.negated == second.negated


def same_by_words(first: Meaning, second: Meaning, weight: Mapping[str, float]) -> bool:
    """Whether two meanings may be one claim, affirmed or denied, as far as their levelled words tell."""
    if _other_doers(first, second) or _other_figures(first, second) or second.modality not in TIMES[first.modality]:
        return False
    least = min(_weigh(first.things, weight), _weigh(second.things, weight))
    return least >= ENOUGH and not _other_place(first, second) and _alike(first, second, weight)


def rivals(first: Meaning, second: Meaning, weight: Mapping[str, float]) -> bool:
    """Whether two meanings tell of one deed and name different doers of it, both as fact."""
    if not _other_doers(first, second) or first.deed != second.deed or first.modality != "did" or second.modality != "did":
        return False
    swapped = bool(first.doers & second.things) or bool(second.doers & first.things)
    return not swapped and not _other_place(first, second) and _alike(first, second, weight)


def _other_doers(first: Meaning, second: Meaning) -> bool:
    return bool(first.doers) and bool(second.doers) and not first.doers & second.doers


def _other_figures(first: Meaning, second: Meaning) -> bool:
    """Whether both have figures and none in common, of all or of one deed: of "killed 60 and wounded 300" and "300 were killed" none is one."""
    if bool(first.numbers) and bool(second.numbers) and not first.numbers & second.numbers:
        return True
    deeds = {deed for deed, _ in first.counted} & {deed for deed, _ in second.counted}
    return any(_figures(first, deed).isdisjoint(_figures(second, deed)) for deed in deeds)


def _figures(meaning: Meaning, deed: str) -> frozenset[float]:
    return frozenset(figure for of, figure in meaning.counted if of == deed)


def _plans_of_two(first: Meaning, second: Meaning) -> bool:
    return first.planned_by is not None and second.planned_by is not None and first.planned_by != second.planned_by


def _is_given_back(first: Meaning, second: Meaning) -> bool:
    """Whether one party gets in the first what it gives in the second: "Vessia got a warning" and "Vessia warned Orrin"."""
    given = second.deed
    if first.deed not in GETTING or given is None or given in GETTING or not first.doers & second.doers:
        return False
    return any(thing != first.deed and (thing == given or are_kin(thing, given)) for thing in first.things)


def _other_place(first: Meaning, second: Meaning) -> bool:
    """Whether both name something, and nothing that both name: the same deed elsewhere or to somebody else."""
    ours, theirs = first.names - second.doers, second.names - first.doers
    return bool(ours) and bool(theirs) and not ours & theirs


def _alike(first: Meaning, second: Meaning, weight: Mapping[str, float]) -> bool:
    shared = first.things & second.things
    lighter, heavier = sorted((_weigh(first.things, weight), _weigh(second.things, weight)))
    if not shared or not lighter:
        return False
    share = _weigh(shared, weight) / lighter
    if first.doers & second.doers and _one_telling_deed(first, second, weight):
        return share >= SHARED_SAME_DOING
    same_deed = _tells_of(first, second.deed) or _tells_of(second, first.deed)
    if len(shared) < (2 if same_deed else 3):
        return share == 1.0 and first.deed is not None and first.deed == second.deed and bool(first.doers & second.doers)
    strict = not (first.told_of and second.told_of)
    least = SHARED_OTHER_DEED if not same_deed else SHARED_PHRASE if strict else SHARED
    return share >= least and share * lighter >= (SHARED_HEAVIER_PHRASE if strict else SHARED_HEAVIER) * heavier


def _one_telling_deed(first: Meaning, second: Meaning, weight: Mapping[str, float]) -> bool:
    """Whether the deed of one, a telling one, stands in the other."""
    deeds = [deed for one, deed in ((first, second.deed), (second, first.deed)) if deed is not None and _tells_of(one, deed)]
    return any(weight.get(deed, 1.0) >= TELLING for deed in deeds)


def _tells_of(meaning: Meaning, deed: str | None) -> bool:
    """Whether a deed is among the words of a meaning, not as part of a name ("lowering" does not stand in "Lower Dam")."""
    return deed is None or (deed in meaning.things and deed not in meaning.names)


def _weigh(words: frozenset[str], weight: Mapping[str, float]) -> float:
    return sum(weight.get(word, 1.0) for word in words)
