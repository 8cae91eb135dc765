"""One way of saying for many: clefts undone, light verbs joined to their nouns, converses told from one side, negations that stand beside
the deed taken out of the words.

Each function changes the parts in place and says, where it takes out a negation, that it did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quoth.lexicon.frames import frame_of_word
from quoth.lexicon.numbers import read_number
from quoth.lexicon.relations import Converse, converses, is_known
from quoth.lexicon.wordnet import is_kind_of, wordnet
from quoth.records import Part

LIGHT = frozenset(
    [
        "be",
        "have",
        "do",
        "make",
        "get",
        "take",
        "give",
        "come",
        "go",
        "hold",
        "put",
        "set",
        "run",
        "keep",
        "become",
        "remain",
        "stay",
        "lie",
        "stand",
        "happen",
        "occur",
        "find",
        "see",
        "show",
    ]
)
"""Verbs that say little without what stands beside them."""
NEGATIVE = frozenset({"no", "none", "nobody", "nothing", "neither", "nor", "nowhere"})
NOT = frozenset({"not", "never", "n't", "n’t"})
PASSIVE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
JOINING = (LIGHT - {"become", "find", "happen", "lie", "occur", "remain", "see", "show", "stand", "stay"}) | {
    "break", "bring", "call", "catch", "lay", "lose", "pay", "pull",
}  # fmt: skip
"""Verbs that make one deed with a noun or adverb: "take part", "set fire", "give way"."""
ANYBODY = frozenset({"anyone", "anybody", "anything", "anywhere"})
ASIDE = frozenset({"also", "after", "before", "when", "if", "because", "while", "since", "until"})
"""Roles in which "only" says nothing of the deed itself."""
SPARING = frozenset({"but", "except", "save", "besides"})
_DENYING = frozenset({"agent", "patient", "is"})
"""Roles in which there being none denies the deed."""


def without_cleft(parts: list[Part], main: int) -> int:
    """As in "It was X that did Y": X takes the place in the clause that is left open, and the clause is what is said."""
    for number, part in enumerate(parts):
        clause = next(
            (
                place
                for place, each in enumerate(parts)
                if each.kind == "deed" and each.of == number and each.role in {"which", "what"}
            ),
            None,
        )
        above = parts[part.of] if part.of >= 0 else part
        top = part.of if above.word == "be" or (part.role == "is" and NOT & set(above.marks)) else number
        subject = next(
            (place for place, each in enumerate(parts) if each.of == top and each.role == "agent" and each.word == "it"), None
        )
        if clause is None or subject is None or main not in {top, number} or part.kind == "deed":
            continue
        if part.role != "is" and top != number:
            parts[number] = replace(part, of=clause)
            parts[top], parts[subject] = replace(parts[top], role="expl"), replace(parts[subject], role="expl")
            parts[clause] = replace(parts[clause], role="what", of=-1)
            return clause
        inner = next(
            (place for place, each in enumerate(parts) if each.of == clause and each.kind == "deed" and each.role == "what"), None
        )
        if inner is not None and not any(each.of == inner and each.role == "patient" for each in parts):
            parts[clause], clause = replace(parts[clause], role="what", of=-1), inner
        taken = {each.role for each in parts if each.of == clause}
        taken |= {"agent"} if inner is not None else set()
        role = "patient" if "agent" in taken or PASSIVE & set(parts[clause].marks) else "agent"
        parts[number] = replace(part, role=role, of=clause)
        if inner is None:
            parts[clause] = replace(parts[clause], role="what", of=-1)
        parts[subject] = replace(parts[subject], role="expl", of=clause)
        if top != number:
            parts[top] = replace(parts[top], role="expl", of=clause)
        return clause
    return main


def with_agents(parts: list[Part]) -> None:
    """The "by" of a passive or of a noun of action brings who does it."""
    for number, part in enumerate(parts):
        if part.role == "by" and part.of >= 0 and part.kind in {"name", "thing", "pronoun"}:
            above = parts[part.of]
            deed_noun = above.kind == "thing" and bool(wordnet().kin.get(above.word))
            if deed_noun or (above.kind == "deed" and PASSIVE & set(above.marks)):
                parts[number] = replace(part, role="agent")
                for place, each in enumerate(parts):
                    if each.of == part.of and each.role == "of" and place != number:
                        parts[place] = replace(each, role="patient")


def without_lack(parts: list[Part], main: int) -> bool:
    """Whether the deed is one of not having; it then counts as one of having that is denied."""
    if main < 0 or parts[main].word not in {"lack", "want for"}:
        return False
    parts[main] = replace(parts[main], word="have")
    return True


def without_without(parts: list[Part], main: int) -> bool:
    """As in "Is without power": has none."""
    found = False
    for number, part in enumerate(parts):
        if part.role == "without" and part.of == main >= 0 and parts[main].word.split()[0] in LIGHT:
            parts[number] = replace(part, role="patient")
            found = not found
    return found


def without_longer(parts: list[Part], main: int) -> bool:
    """As in "no longer trusts": does not."""
    for number, part in enumerate(parts):
        if part.word in {"long", "longer"} and part.kind == "manner" and part.of == main and "no" in part.marks:
            parts[number] = replace(part, role="expl", marks=())
            return True
    return False


def without_verdict(parts: list[Part]) -> bool:
    """As in "Described it as nonsense": whoever says so denies it."""
    for number, part in enumerate(parts):
        frame = frame_of_word(part.word, {"thing": "NOUN", "quality": "ADJ"}.get(part.kind, ""))
        if part.role == "as" and frame is not None and frame.negates:
            parts[number] = replace(part, role="expl")
            return True
    return False


def without_cap(parts: list[Part]) -> bool:
    """As in "No more than a handful": only so many, which is no denial."""
    for number, part in enumerate(parts):
        if part.kind == "number" and part.word.startswith(("no more than", "no fewer than", "no less than")):
            return True
        if {"no", "more", "than"} <= set(part.marks):
            parts[number] = replace(part, marks=tuple(mark for mark in part.marks if mark not in {"no", "more", "than"}))
            return True
    return False


def without_light_verbs(parts: list[Part]) -> None:
    """As in "Gave way", "took part", "set fire": one deed where WordNet has the phrase."""
    for number, part in enumerate(parts):
        if part.kind != "deed" or part.word.split()[0] not in JOINING:
            continue
        for place, each in enumerate(parts):
            if (
                each.of != number
                or each.role not in {"patient", "on", "in", "how", "is", "out of", "at", "under"}
                or each.kind not in {"thing", "manner", "quality"}
            ):
                continue
            phrase = next(filter(is_known, _phrases(part, each)), None)
            if phrase is not None:
                parts[number] = replace(part, word=phrase)
                parts[place] = replace(each, role="expl")
                for low, inner in enumerate(parts):
                    if inner.of == place:
                        parts[low] = replace(inner, of=number)


def _phrases(verb: Part, other: Part) -> Iterator[str]:
    """What a verb and a word on it may be called as one: "give way", "set on fire", "in force"."""
    if other.role in {"patient", "how", "is"}:
        if not any(mark in {"a", "the", "this", "no", "plural"} for mark in other.marks):
            yield f"{verb.word} {other.word}"
    else:
        yield f"{verb.word} {other.role} {other.word}"
        if verb.word in {"be", "remain", "stay", "go", "put", "keep"}:
            yield f"{other.role} {other.word}"


def with_shares(parts: list[Part]) -> None:
    """As in "One household in three": a share of a third."""
    _share_of_several(parts)
    for number, part in enumerate(parts):
        if part.kind == "number" and part.role == "in" and part.low and part.low > 1:
            one = next(
                (
                    place
                    for place, each in enumerate(parts)
                    if each.kind == "number" and each.low and each.low < part.low and place != number
                ),
                None,
            )
            if one is not None:
                ratio = (parts[one].low or 1.0) / part.low
                parts[one] = replace(parts[one], low=ratio, high=ratio, unit="share", word=f"{parts[one].word} in {part.word}")
                parts[number] = replace(part, role="expl")


def _share_of_several(parts: list[Part]) -> None:
    """As in "one in three conscripts", "three out of four conscripts", where the second figure counts what the share is of."""
    for number, part in enumerate(parts):
        few = _told_number(part)
        if few is None or few < 1:
            continue
        for place, each in enumerate(parts):
            count = next((other for other, inner in enumerate(parts) if inner.of == place and inner.kind == "number"), None)
            of_one = each.role == "out of" or (each.role == "in" and few == 1)
            many = _told_number(parts[count]) if count is not None else None
            if each.of == number and of_one and count is not None and many is not None and many > few:
                ratio = few / many
                word = f"{part.word} in {parts[count].word}"
                parts[number] = replace(part, low=ratio, high=ratio, unit="share", word=word)
                parts[count], parts[place] = replace(parts[count], role="expl"), replace(each, role="of")


def _told_number(part: Part) -> float | None:
    """The number that a part tells, by its words where they are read as a part of a share."""
    if part.kind != "number" or part.low != part.high:
        return None
    return part.low if part.low is not None else read_number(part.word.split())


def from_one_side(parts: list[Part]) -> None:
    """Give the parties of a converse deed the roles that they have in the deed it counts as."""
    for number, part in enumerate(parts):
        known = _converse_to(parts, number) or converses().get(part.word)
        known = known or converses().get(part.word.split()[0] if " " in part.word else "")
        if known is None or part.kind not in {"deed", "thing", "quality"}:
            continue
        governors = {number} | ({part.of} if part.role == "is" and part.of >= 0 else set())
        held = [place for place, each in enumerate(parts) if each.of in governors and place != number and each.role in known.roles]
        _from_whose(parts, number, known.roles, held)
        named = part.kind == "deed" or any(parts[place].role in {"of", "owner", "from", "to"} for place in held)
        alone = part.kind == "deed" and bool(known.roles) and not any(parts[place].role != "agent" for place in held)
        if alone and "alone" not in known.roles:
            continue  # "the talks succeeded" came after nobody
        if (held and named) or (not known.roles and part.kind == "deed"):
            for place in held:
                parts[place] = replace(parts[place], role=known.roles[parts[place].role], of=number)
            marks = (*part.marks, "was") if "alone" in known.roles else part.marks  # who "died" was killed, by nobody that is told
            parts[number] = replace(part, word=known.means, kind="deed", marks=marks)


def _from_whose(parts: list[Part], deed: int, roles: Mapping[str, str], held: Sequence[int]) -> None:
    """As in "Bought the yard of X": bought it from X, where the converse says that this is meant ("patient.of")."""
    if "patient.of" not in roles or any(parts[place].role == "from" for place in held):
        return
    for number, part in enumerate(parts):
        above = parts[part.of] if part.of >= 0 else None
        owned = above is not None and above.of == deed and above.role == "patient" and part.role in {"of", "owner"}
        if owned and part.kind == "name":
            parts[number] = replace(part, role=roles["patient.of"], of=deed)


def _converse_to(parts: list[Part], deed: int) -> Converse | None:
    """As in "Lost the final to X": what "lose to" means, where a contest or nothing is lost."""
    to = any(each.of == deed and each.role == "to" and each.kind in {"name", "thing"} for each in parts)
    lost = [each.word for each in parts if each.of == deed and each.role == "patient"]
    contest = all(
        any(is_kind_of(word, each) for each in ("contest", "competition", "game", "vote")) or word == "final" for word in lost
    )
    return converses().get(f"{parts[deed].word} to") if to and contest and parts[deed].kind == "deed" else None


def without_not_one(parts: list[Part], main: int) -> bool:
    """As in "Not one building": none. Whether that denies what is told; where it is who does it or what it is done to, it is read as denied already."""
    for number, part in enumerate(parts):
        if part.kind == "number" and part.low == part.high == 1 and NOT & set(part.marks):
            parts[number] = replace(part, role="expl", marks=())
            if part.of >= 0:
                parts[part.of] = replace(parts[part.of], marks=(*parts[part.of].marks, "none"))
            return part.of < 0 or parts[part.of].of != main or parts[part.of].role not in _DENYING
    return False


def without_exception(parts: list[Part], *, denied: bool = False) -> bool | None:
    """Whether it is said of one alone; None where that is said by a negation that it undoes: "nobody but the sexton", and where the deed is
    ``denied`` "not by anyone but the sexton"."""
    for number, part in enumerate(parts):
        none_ = part.word in NEGATIVE or bool(NEGATIVE & set(part.marks)) or (denied and part.word in ANYBODY)
        spared = "but" in part.marks or any(each.of == number and each.role in SPARING for each in parts)
        spared = spared or (part.word == "nowhere" and part.of >= 0 and "but" in parts[part.of].marks)
        if none_ and (
            spared or "than" in part.marks or any("than" in each.marks for each in parts if each.of == part.of and each.of >= 0)
        ):
            parts[number] = replace(
                part, role="expl", marks=tuple(mark for mark in part.marks if mark not in NEGATIVE), word="anybody"
            )
            _mark_spared(parts, number, part)
            return None if part.word != "nowhere" else True
    return any(_alone(part) for part in parts)


def _mark_spared(parts: list[Part], shut: int, part: Part) -> None:
    """Mark who is spared, on the word that shuts all others out or beside it."""
    for number, each in enumerate(parts):
        beside = each.of == part.of and each.role == part.role and number != shut
        if beside or (each.of == shut and each.role in SPARING):
            parts[number] = replace(each, marks=(*each.marks, "alone"))


def _alone(part: Part) -> bool:
    """Whether "only" shuts all others out: not in "the only three", "Bruno, the only bear", "only after"."""
    if part.role in ASIDE:
        return False
    if part.role == "is" and {"the", "only"} <= set(part.marks):
        return True
    words = [mark for mark in part.marks if mark in {"only", "alone", "solely", "the", "its", "their", "his", "her"}]
    return bool(words) and part.role != "count" and (words[0] in {"only", "alone", "solely"} or words[-1] == "alone")


def is_anything_but(parts: list[Part]) -> bool:
    """As in "is anything but safe": is not."""
    return any(part.word == "anything" and part.role in {"is", "kind"} for part in parts)
