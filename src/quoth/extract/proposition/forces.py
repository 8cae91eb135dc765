"""How a deed stands to fact: done, to be done, possible, likely, allowed, ordered, advised, planned, tried, wished, or only supposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quoth.lexicon.frames import frame_of_word, reporting
from quoth.records import Force
from quoth.syntax import Paragraph, Token

Forces = tuple[Force, ...]

AUXILIARIES: Mapping[str, Forces] = {
    "may": ("may", "allowed"), "might": ("may",), "could": ("may", "can"), "can": ("can", "allowed", "may"), "ca": ("can", "allowed", "may"),
    "will": ("will",), "wo": ("will",), "’ll": ("will",), "'ll": ("will",), "would": ("will", "if"), "shall": ("will", "must"),
    "should": ("should",), "ought": ("should",), "must": ("must",), "need": ("must",),
}  # fmt: skip
TO_DO: Mapping[str, Forces] = {"have": ("must",), "be": ("will",)}
"""What a verb with "to" says of the deed: "has to leave", "is to leave"."""
WEAKEST: tuple[Force, ...] = (
    "open", "if", "wishes", "may", "likely", "tries", "plans", "ready", "should", "allowed", "must", "can", "will", "fact",
)  # fmt: skip
"""Of two on the way to one deed the one that stands first holds: "hopes that it will" is a wish, "may plan" a possibility."""


def read_forces(paragraph: Paragraph, way: Iterable[int]) -> Forces:
    """The readings of how far from fact the deed is at the end of ``way``: the words from the top of the clause to the deed itself."""
    found: Forces = ("fact",)
    words = [paragraph.tokens[index] for index in way]
    for place, token in enumerate(words):
        for forces in _around(paragraph, token):
            found = weaker(found, forces)
        frame = frame_of_word(token.lemma.lower(), token.pos) or (reporting(token.lemma) if token.pos == "VERB" else None)
        onward = words[place + 1] if place + 1 < len(words) else None
        if frame is not None and frame.force is not None and onward is not None and (token.pos != "VERB" or onward.pos != "NOUN"):
            found = weaker(found, (frame.force,))
    return found


def weaker(first: Forces, second: Forces) -> Forces:
    """Of two sets of readings the one farther from fact."""
    return min(first, second, key=lambda forces: min(WEAKEST.index(force) for force in forces))


def _around(paragraph: Paragraph, token: Token) -> Iterator[Forces]:
    """The forces of what stands on a word: modal verbs, adverbs, conditions, and "to" behind "have" and "be"."""
    for child in paragraph.children(token.index):
        if child.dep in {"aux", "auxpass"}:
            yield AUXILIARIES.get(child.text.lower(), ("fact",))
        elif child.dep in {"advmod", "amod"}:
            frame = frame_of_word(child.lemma.lower())
            yield ("fact",) if frame is None or frame.force is None else (frame.force,)
        elif child.dep == "mark" and child.lemma in {"if", "unless"}:
            yield ("if",)
        elif child.dep == "mark" and child.lemma == "whether":
            yield ("open",)
        elif child.dep == "advcl" and any(mark.lemma in {"if", "unless"} for mark in paragraph.children(child.index, "mark")):
            yield ("if",)
    clauses = paragraph.children(token.index, "xcomp") if token.lemma in TO_DO else ()
    if any(child.tag == "TO" for clause in clauses for child in paragraph.children(clause.index, "aux")):
        yield TO_DO[token.lemma]
