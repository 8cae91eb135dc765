"""The parts of a content: its content words, names, figures and times, each with its role to the one that it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quoth.lexicon.classes import word_class
from quoth.records import Part, PartKind, Quantity, TimeExpression
from quoth.syntax import Paragraph, Token

KINDS: Mapping[str, PartKind] = {
    "VERB": "deed", "NOUN": "thing", "PROPN": "name", "ADJ": "quality", "ADV": "manner", "NUM": "number", "PRON": "pronoun",
    "AUX": "deed", "X": "thing", "INTJ": "manner",
}  # fmt: skip
MARKING = frozenset({"det", "neg", "aux", "auxpass", "predet", "preconj", "mark", "cc", "prt", "expl", "case", "quantmod", "intj"})
"""Relations of words that say something of another without being a part of their own."""
GRADES = frozenset(
    [
        "only",
        "just",
        "even",
        "alone",
        "still",
        "again",
        "already",
        "almost",
        "nearly",
        "hardly",
        "barely",
        "never",
        "not",
        "ever",
        "less",
        "more",
        "most",
        "least",
        "yet",
        "solely",
        "merely",
    ]
)
"""Adverbs that mark what they stand with."""
COUNTING = frozenset(
    [
        "all",
        "every",
        "each",
        "some",
        "any",
        "no",
        "none",
        "both",
        "neither",
        "either",
        "several",
        "many",
        "few",
        "most",
        "half",
        "another",
        "other",
        "more",
        "less",
        "enough",
        "only",
        "much",
    ]
)
ROLES: Mapping[str, str] = {
    "nsubj": "agent", "csubj": "agent", "nsubjpass": "patient", "csubjpass": "patient", "dobj": "patient", "dative": "recipient",
    "iobj": "recipient", "attr": "is", "acomp": "is", "oprd": "is", "poss": "owner", "amod": "kind", "compound": "kind", "nmod": "kind",
    "nummod": "count", "advmod": "how", "npadvmod": "how", "appos": "also", "relcl": "which", "acl": "which", "ccomp": "what",
    "xcomp": "what", "conj": "and", "parataxis": "and", "dep": "and",
}  # fmt: skip
SCALES = frozenset({"m", "bn", "k", "mn", "tn", "million", "billion", "trillion"})
CLIMB = 12
"""Words passed at most between a part and the one that it hangs on."""


@dataclass(frozen=True, slots=True)
class Way:
    """The words passed on the way to the deed, the deed's own word, and roles that they give to tokens."""

    passed: tuple[int, ...]
    deed: int
    roles: Mapping[int, str]
    doer: int | None = None
    """Who does the deed where that is said outside of its clause."""


@dataclass(slots=True)
class Unit:
    """The tokens that make one part, and the one of them by which it hangs on others."""

    head: int
    tokens: tuple[int, ...]
    kind: PartKind
    word: str
    quantity: Quantity | None = None


def read_parts(
    paragraph: Paragraph,
    covered: AbstractSet[int],
    *,
    way: Way | None = None,
    times: Sequence[TimeExpression] = (),
    quantities: Sequence[Quantity] = (),
) -> tuple[tuple[Part, ...], Mapping[int, int]]:
    """The parts among the ``covered`` tokens in order, and the place of each token's part. What hangs on the words of ``way``, which only
    say how the deed stands to fact, hangs on the deed."""
    way = way or Way((), -1, {})
    units = sorted(_units(paragraph, covered - set(way.passed), times, quantities), key=lambda unit: unit.tokens[0])
    place = {token: number for number, unit in enumerate(units) for token in unit.tokens}
    if way.deed in place:
        place |= dict.fromkeys(way.passed, place[way.deed])
    marks = _marks(paragraph, covered, place)
    for unit in units:
        if paragraph.tokens[unit.head].tag in {"NNS", "NNPS"}:
            marks.setdefault(place[unit.tokens[0]], []).append("plural")
    parts = []
    for number, unit in enumerate(units):
        role, of = _hang(paragraph, unit, place, number)
        role = way.roles.get(unit.head, role)
        if (
            way.doer is not None
            and way.doer in unit.tokens
            and way.deed in place
            and of != place[way.deed]
            and number != place[way.deed]
        ):
            role, of = "agent", place[way.deed]
        low, high, measure = _bounds(unit)
        parts.append(Part(unit.word, unit.kind, role, of, tuple(marks.get(number, ())), low, high, measure))
    return tuple(parts), place


def _bounds(unit: Unit) -> tuple[float | None, float | None, str | None]:
    quantity = unit.quantity
    return (None, None, None) if quantity is None else (quantity.low, quantity.high, quantity.unit)


def _units(
    paragraph: Paragraph, covered: AbstractSet[int], times: Sequence[TimeExpression], quantities: Sequence[Quantity]
) -> Iterator[Unit]:
    taken: set[int] = set()
    for time in times:
        inside = tuple(token.index for token in paragraph.tokens if time.span.start <= token.start < time.span.end)
        if inside and covered >= set(inside) and not taken.intersection(inside):
            taken.update(inside)
            part_of_day = time.value is not None and "T" in time.value[5:] and not time.value.startswith("P")
            word = time.value if part_of_day and "T" not in (time.edtf or "") else time.edtf or time.value
            yield Unit(_head(paragraph, inside), inside, "time", word or time.text.lower())
    for quantity in quantities:
        inside = tuple(_figure(paragraph, quantity, covered - taken))
        if inside:
            taken.update(inside)
            text = " ".join(paragraph.tokens[index].text.lower() for index in inside)
            yield Unit(_head(paragraph, inside), inside, "number", text, quantity)
    for run in _runs(paragraph, sorted(covered - taken)):
        taken.update(run)
        words = " ".join(paragraph.tokens[index].text.lower() for index in run)
        yield Unit(_head(paragraph, run), run, "name", words)
    for index in sorted(covered - taken):
        token = paragraph.tokens[index]
        if is_part(token):
            yield Unit(index, (index,), KINDS[token.pos], _lemma(paragraph, token))


def _lemma(paragraph: Paragraph, token: Token) -> str:
    """The lemma, of a verb with its particle ("break down")."""
    if (
        token.lemma == "one"
        and token.pos in {"NOUN", "PRON"}
        and any(child.lemma == "no" for child in paragraph.children(token.index, "det"))
    ):
        return "nobody"
    particle = next((child.lemma for child in paragraph.children(token.index, "prt")), "")
    return f"{token.lemma} {particle}".strip().lower()


def is_part(token: Token) -> bool:
    """Whether a word is a part of its own, not a mark on another."""
    if not any(letter.isalnum() for letter in token.text):
        return False
    if token.pos not in KINDS or token.text.lower() in COUNTING | GRADES:
        return token.pos == "PRON" and token.text.lower() in {"none", "nobody", "nothing"}
    if token.pos == "AUX":
        return token.dep not in {"aux", "auxpass"}
    if token.pos == "PRON":
        return token.dep != "expl" and token.tag not in {"WDT", "WP", "WP$"}
    return token.dep not in MARKING or token.pos in {"VERB", "NOUN", "PROPN"}


def _figure(paragraph: Paragraph, quantity: Quantity, free: AbstractSet[int]) -> Iterator[int]:
    """The tokens of a quantity's span up to its last number word."""
    inside = [token for token in paragraph.tokens if quantity.span.start <= token.start < quantity.span.end]
    last = max((place for place, token in enumerate(inside) if _counts(token)), default=-1)
    last += 0 <= last < len(inside) - 1 and inside[last + 1].text.lower() in SCALES
    yield from (token.index for token in inside[: last + 1] if token.index in free)


def _counts(token: Token) -> bool:
    return (
        token.pos == "NUM"
        or token.tag == "CD"
        or token.lemma in {"half", "third", "quarter", "fifth", "dozen", "percent", "%", "hundred", "thousand"}
    )


def _runs(paragraph: Paragraph, indices: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Stretches of a name's words, closed at a possessive, a comma, and where a title in small letters ends."""
    run: list[int] = []
    for index in indices:
        token = paragraph.tokens[index]
        named = (token.pos == "PROPN" or _names_a_state(paragraph, token)) and token.text[:1].isalnum()
        if run and (not named or index != run[-1] + 1):
            yield tuple(run)
            run = []
        if named:
            run.append(index)
    if run:
        yield tuple(run)


def _names_a_state(paragraph: Paragraph, token: Token) -> bool:
    """Whether an adjective has a capital that its place does not give it ("the Norvian side")."""
    first = token.begins_sentence or (token.index > 0 and paragraph.tokens[token.index - 1].text in {"“", '"', "‘", "'"})
    return token.pos == "ADJ" and token.text[:1].isupper() and (not first or token.entity in {"NORP", "GPE"})


def _head(paragraph: Paragraph, inside: Sequence[int]) -> int:
    """The token whose governor stands outside, the last of several."""
    among = set(inside)
    outward = [index for index in inside if paragraph.tokens[index].head not in among or paragraph.tokens[index].head == index]
    return outward[-1] if outward else inside[-1]


def _marks(paragraph: Paragraph, covered: AbstractSet[int], place: Mapping[int, int]) -> dict[int, list[str]]:
    """Function words by the part that they hang on."""
    found: dict[int, list[str]] = {}
    for index in sorted(covered):
        token = paragraph.tokens[index]
        if index in place or (not token.text[0].isalpha() and token.text not in {"n't", "n’t", "'ll", "’ll", "'d", "’d"}):
            continue
        if token.dep == "neg" and paragraph.tokens[token.head].pos == "ADP":
            objects = [child.index for child in paragraph.children(token.head, "pobj") if child.index in place]
            if objects:  # "not in Palvia": it is Palvia that is shut out
                found.setdefault(place[objects[0]], []).append("not")
                continue
        if token.text.lower() in COUNTING and token.dep not in {"det", "predet"}:
            counted = [each.index for prep in paragraph.children(index, "prep") for each in paragraph.children(prep.index, "pobj")]
            if counted and counted[0] in place:  # "all of the ships"
                found.setdefault(place[counted[0]], []).append(token.text.lower())
                continue
        if token.text.lower() in {"to", "that"} or token.dep in {"prep", "prt", "agent"}:
            continue
        target = _carrier(paragraph, token, place)
        if target is not None:
            found.setdefault(target, []).append(
                "not" if token.dep == "neg" and token.lemma in {"not", "n't", "n’t"} else token.text.lower()
            )
    return found


def _carrier(paragraph: Paragraph, token: Token, place: Mapping[int, int]) -> int | None:
    node = token.index
    for _ in range(CLIMB):
        head = paragraph.tokens[node].head
        if head in place:
            return place[head]
        if head == node:
            return None
        node = head
    return None


def _hang(paragraph: Paragraph, unit: Unit, place: Mapping[int, int], own: int) -> tuple[str, int]:
    """The role of a part, and the part that it hangs on."""
    token = paragraph.tokens[unit.head]
    role = _role(paragraph, token)
    if token.dep == "conj" and unit.kind != "deed":
        first = paragraph.tokens[token.head]
        while first.dep == "conj" and first.head != first.index:
            first = paragraph.tokens[first.head]
        if place.get(first.index) is not None and place[first.index] != own:
            role, token = _role(paragraph, first), first
    node = token.index
    for _ in range(CLIMB):
        head = paragraph.tokens[node].head
        if head == node:
            return role, -1
        if head in place and place[head] != own:
            return role, place[head]
        role = _role_past(paragraph, paragraph.tokens[head], role)
        node = head
    return role, -1


def _role_past(paragraph: Paragraph, passed: Token, role: str) -> str:
    """The role that a part has past a word that is no part itself: a preposition, the "all" of "all of the ships"."""
    if passed.text.lower() in COUNTING and role == "of":
        return _role(paragraph, passed)
    if passed.dep == "agent":
        return "agent"
    if passed.pos in {"ADP", "SCONJ"} and role in {"pobj", "pcomp"}:
        return passed.lemma
    if passed.pos in {"ADP", "SCONJ"} and passed.lemma != role and role in {"of", "from", "to"}:
        return f"{passed.lemma} {role}"
    return role


def _role(paragraph: Paragraph, token: Token) -> str:
    if token.dep in {"advcl", "ccomp", "xcomp"}:
        marks = [child.lemma for child in paragraph.children(token.index, "mark") if child.lemma not in {"that", "to"}]
        return marks[0] if marks else "what" if token.dep != "advcl" else "while"
    if token.dep in {"prep", "agent"}:
        return token.lemma
    return ROLES.get(token.dep, token.dep)


def speaking(word: str) -> bool:
    """Whether a pronoun means who speaks."""
    return word in word_class("speaking")
