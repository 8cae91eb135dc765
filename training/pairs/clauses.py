"""Plain clauses of parsed news sentences, and their renderings: active and passive, affirmed and denied, with one force or another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lemminflect import getInflection

from quoth.syntax import Paragraph, Token

Tense = Literal["past", "present", "will", "perfect"]
Slot = Literal["number", "date", "place", "actor", "other"]

NOUNS = frozenset({"NOUN", "PROPN"})
TENSES: dict[str, Tense] = {"VBD": "past", "VBZ": "present", "VBP": "present"}
MOST_WORDS = 24
PLURALS = frozenset({"NNS", "NNPS"})
AROUND = frozenset({"prep", "advmod", "npadvmod", "agent", "prt", "acomp", "attr", "dobj", "xcomp"})
"""What hangs on the verb of a clause and is taken with it, beside subject and auxiliaries."""
LEFT_OUT = frozenset({"punct", "mark", "cc", "conj", "advcl", "npadvmod", "neg", "parataxis", "dep", "intj"})
"""What is left out, by which the clause says something else than its sentence, and is a clause all the same."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of words; ``slot``: of what kind the entity in it is, ``held``: that entity's words."""

    text: str
    slot: Slot = "other"
    held: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Who does what to whom, and what is told beside."""

    subject: Phrase
    plural: bool
    verb: str
    tense: Tense
    particle: str = ""
    object: Phrase | None = None
    object_plural: bool = False
    rest: tuple[Phrase, ...] = ()
    """What belongs to the verb: a predicate, a complement."""
    beside: tuple[Phrase, ...] = ()
    """When, where, with what: may be left out, and told first."""
    denied: bool = False
    force: str = ""
    """Words for how far it is from fact, as ``FORCES`` has them; "" for fact."""


FORCES: dict[str, tuple[str, ...]] = {
    "may": ("may {v}", "might {v}", "could {v}", "may well {v}"),
    "plans": ("{be} planning to {v}", "{plan} to {v}", "{intend} to {v}"),
    "must": ("must {v}", "{have} to {v}", "{be} obliged to {v}", "{be} required to {v}"),
    "should": ("should {v}", "ought to {v}"),
    "likely": ("will probably {v}", "{be} likely to {v}"),
    "tries": ("{try} to {v}", "{attempt} to {v}"),
    "able": ("can {v}", "{be} able to {v}"),
    "promises": ("{promise} to {v}", "{vow} to {v}", "{pledge} to {v}"),
    "threatens": ("{threaten} to {v}",),
    "wishes": ("{want} to {v}", "{hope} to {v}"),
    "will": ("will {v}", "{be} going to {v}", "{be} set to {v}"),
    "allowed": ("{be} allowed to {v}", "{be} permitted to {v}", "{be} free to {v}"),
}
"""Each force in words that mean the same; ``{v}``: the deed, other words in braces: verbs in the tense of the clause."""
AUXILIARIES = frozenset({"may", "might", "could", "must", "should", "ought", "will", "can"})


def clauses(paragraph: Paragraph) -> Iterator[Clause]:
    """The plain clauses of a paragraph: main clauses, and what is told to be said."""
    for token in paragraph.tokens:
        saying = token.dep == "ccomp" and paragraph.tokens[token.head].tag in TENSES
        if token.pos in {"VERB", "AUX"} and (token.dep == "ROOT" or saying):
            found = _clause(paragraph, token)
            if found is not None:
                yield found


def _clause(paragraph: Paragraph, verb: Token) -> Clause | None:
    children = paragraph.children(verb.index)
    subjects = [one for one in children if one.dep == "nsubj"]
    auxiliaries = [one for one in children if one.dep == "aux"]
    objects = [one for one in children if one.dep == "dobj"]
    tense = _tense(verb, auxiliaries)
    odd = any(one.dep not in AROUND | LEFT_OUT | {"nsubj", "aux"} for one in children)
    if len(subjects) != 1 or tense is None or odd or len(objects) > 1:
        return None
    subject = subjects[0]
    if subject.pos not in NOUNS or subject.index > verb.index or not _short(paragraph, subject):
        return None
    rest, beside = [], []
    for one in children:
        if one.dep in {"acomp", "attr", "xcomp", "agent"} or (
            one.dep == "prep" and not _is_setting(paragraph, one) and not objects
        ):
            rest.append(_phrase(paragraph, one))
        elif one.dep in {"prep", "npadvmod"} or (one.dep == "advmod" and one.index > verb.index):
            beside.append(_phrase(paragraph, one))
    told = objects[0] if objects else None
    if (told is None and not rest) or (told is not None and (told.pos not in NOUNS or not _short(paragraph, told))):
        return None
    if (
        any('"' in one.text or "“" in one.text for one in (*rest, *beside))
        or sum(len(one.text.split()) for one in (*rest, *beside)) > MOST_WORDS
    ):
        return None
    return Clause(
        _phrase(paragraph, subject), subject.tag in PLURALS or bool(paragraph.children(subject.index, "conj")), verb.lemma.lower(), tense,
        next((one.text for one in children if one.dep == "prt"), ""),
        None if told is None else _phrase(paragraph, told), told is not None and told.tag in PLURALS, tuple(rest), tuple(beside),
    )  # fmt: skip


def _tense(verb: Token, auxiliaries: list[Token]) -> Tense | None:
    if not auxiliaries:
        return TENSES.get(verb.tag)
    if len(auxiliaries) > 1:
        return None
    word = auxiliaries[0].text.lower()
    if word in {"has", "have", "'s", "’s", "'ve"} and verb.tag == "VBN":
        return "perfect"
    return "will" if word in {"will", "'ll"} and verb.tag == "VB" else None


def _short(paragraph: Paragraph, token: Token) -> bool:
    words = paragraph.subtree(token.index)
    return len(words) <= 9 and not any(one.text in {",", "“", '"', ":", "–", "—"} or one.dep == "relcl" for one in words)


def _is_setting(paragraph: Paragraph, token: Token) -> bool:
    return token.text.lower() in {"in", "on", "at", "during", "after", "before", "near"} and any(
        one.entity in {"DATE", "TIME", "GPE", "LOC", "FAC"} for one in paragraph.subtree(token.index)
    )


SLOTS: dict[str, Slot] = {
    "DATE": "date", "TIME": "date", "GPE": "place", "LOC": "place", "PERSON": "actor", "ORG": "actor", "NORP": "actor", "CARDINAL": "number",
    "MONEY": "number", "PERCENT": "number", "QUANTITY": "number",
}  # fmt: skip


def _phrase(paragraph: Paragraph, token: Token) -> Phrase:
    words = paragraph.subtree(token.index)
    text = _text(words)
    for start, one in enumerate(words):
        if one.begins_entity and one.entity in SLOTS:
            end = start + 1
            while end < len(words) and words[end].entity == one.entity and not words[end].begins_entity:
                end += 1
            return Phrase(text, SLOTS[one.entity], _text(words[start:end]).removeprefix("the ").removeprefix("The "))
    return Phrase(text)


def _text(words: tuple[Token, ...]) -> str:
    text = "".join(one.text + (" " if one.space_after else "") for one in words).strip().strip(",;: ")
    first = words[0]
    return text[:1].lower() + text[1:] if first.pos != "PROPN" and not first.entity and not text[:2].isupper() else text


def form(verb: str, tag: str) -> str:
    """A form of a verb by its Penn tag."""
    return next(iter(getInflection(verb, tag=tag)), verb)


def _be(tense: Tense, *, plural: bool) -> str:
    if tense == "past":
        return "were" if plural else "was"
    return {"present": "are" if plural else "is", "perfect": ("have" if plural else "has") + " been", "will": "will be"}[tense]


def _finite(verb: str, tense: Tense, *, plural: bool, denied: bool) -> str:
    """A verb in its tense: "did not sign", "has signed"."""
    if verb == "be":
        first, *more = _be(tense, plural=plural).split()
        return " ".join([first, *(["not"] if denied else []), *more])
    no = " not" if denied else ""
    if tense == "will":
        return f"will{no} {verb}"
    if tense == "perfect":
        return f"{'have' if plural else 'has'}{no} {form(verb, 'VBN')}"
    if denied:
        return f"{'did' if tense == 'past' else 'do' if plural else 'does'} not {verb}"
    return form(verb, "VBD" if tense == "past" else "VBP" if plural else "VBZ")


def _forced(clause: Clause, verb: str, variant: int, *, plural: bool) -> str:
    """A verb with the force of the clause."""
    ways = FORCES[clause.force]
    tense: Tense = "past" if clause.tense in {"past", "perfect"} else "present"

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return verb if name == "v" else _finite(name, tense, plural=plural, denied=clause.denied)

    text = re.sub(r"\{(\w+)\}", fill, ways[variant % len(ways)])
    auxiliary, _, rest = text.partition(" ")
    return f"{auxiliary} not {rest}" if clause.denied and auxiliary in AUXILIARIES else text


def render(clause: Clause, *, passive: bool = False, first: int = -1, variant: int = 0) -> str:
    """The clause in words without a full stop; ``first``: which of what is told beside stands first."""
    beside = [one.text for number, one in enumerate(clause.beside) if number != first]
    lead = clause.beside[first].text if 0 <= first < len(clause.beside) else ""
    if passive and clause.object is not None:
        participle = form(clause.verb, "VBN")
        if clause.force:
            group = _forced(clause, f"be {participle}", variant, plural=clause.object_plural)
        else:
            group = f"{_finite('be', clause.tense, plural=clause.object_plural, denied=clause.denied)} {participle}"
        words = [clause.object.text, group, clause.particle, *(one.text for one in clause.rest), "by", clause.subject.text, *beside]
    else:
        if clause.force:
            group = _forced(clause, clause.verb, variant, plural=clause.plural)
        else:
            group = _finite(clause.verb, clause.tense, plural=clause.plural, denied=clause.denied)
        told = [] if clause.object is None else [clause.object.text]
        words = [clause.subject.text, group, clause.particle, *told, *(one.text for one in clause.rest), *beside]
    text = " ".join(word for word in words if word)
    return f"{lead}, {text}" if lead else text


def sentence(text: str) -> str:
    """Words as a sentence."""
    return text[:1].upper() + text[1:] + "."
