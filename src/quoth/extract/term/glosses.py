"""Words set beside a term that say what it is: "gate creep – i.e., …", "sluice keepers (people who …)", "tarn runners — men who …"."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.term.ranges import (
    PLACED,
    SHORTEST_DEFINITION,
    Found,
    Range,
    definition_range,
    is_indefinite,
    is_person,
    is_quoted,
    length,
    stripped,
)
from quoth.lexicon.genus import genus_nouns
from quoth.syntax import Paragraph, Token

LOOSE = frozenset({"event", "one", "person", "someone", "anything", "place", "period", "way", "area", "situation", "use", "group"})
"""Genera too wide for an apposition to be a definition by them."""
DASHES = frozenset({"—", "–", "--"})
THAT_IS = frozenset({"i.e.", "ie", "i.e"})
OF_ONE = frozenset({"i", "he", "she", "we", "my", "his", "her", "our"})
"""Pronouns of people already spoken of: a definition holds whoever speaks."""
TOGETHER = frozenset({"compound", "amod", "nmod", "poss", "punct", "nummod", "case"})


def find_glosses(paragraph: Paragraph) -> Iterator[Found]:
    """The glosses of a paragraph, in order."""
    for token in paragraph.tokens[1:]:
        found = None
        if token.text.lower() in THAT_IS:
            found = _that_is(paragraph, token.index)
        elif token.text == "(":
            found = _in_brackets(paragraph, token.index)
        elif token.text in DASHES or token.text == ",":
            found = _beside(paragraph, token.index)
        if found is not None:
            yield found


def _that_is(paragraph: Paragraph, index: int) -> Found | None:
    """Reads "whistleblowers — i.e., those who …"."""
    tokens, at = paragraph.tokens, index - 1
    while at > 0 and tokens[at].pos == "PUNCT":
        at -= 1
    start = index + 1
    while start < len(tokens) and tokens[start].pos == "PUNCT":
        start += 1
    if tokens[at].pos not in {"NOUN", "PROPN"} or start >= len(tokens) or (is_person(tokens[at]) and tokens[at].pos == "PROPN"):
        return None
    definition = _stretch(paragraph, start)
    noun = tokens[start].tag in {"DT", "NN", "NNS", "JJ", "PRP$", "VBG"} and definition[0] < definition[1]
    return Found(_phrase(paragraph, tokens[at]), definition) if noun else None


def _phrase(paragraph: Paragraph, noun: Token) -> Range:
    """A noun with what stands right before it."""
    first = noun.index
    while (
        first > 0
        and paragraph.tokens[first - 1].dep in TOGETHER
        and paragraph.tokens[first - 1].head in range(first, noun.index + 1)
    ):
        first -= 1
    return stripped(paragraph, first, noun.index)


def _stretch(paragraph: Paragraph, start: int) -> Range:
    """The tokens from ``start`` to the dash, bracket or end of the sentence that closes the gloss."""
    tokens = paragraph.tokens
    stop = paragraph.sentence_of(start)[1]
    closed = next((index for index in range(start + 1, stop) if tokens[index].text in {")", ";", *DASHES}), stop)
    return (
        stripped(paragraph, start, closed - 1) if tokens[start].pos != "DET" else (start, stripped(paragraph, start, closed - 1)[1])
    )


def _in_brackets(paragraph: Paragraph, index: int) -> Found | None:
    """Reads "ports of entry (official border crossings)", "the Silt Act (the law that ended …)", "the reserve (which begins …)"."""
    tokens = paragraph.tokens
    noun = tokens[index - 1]
    closed = next((at for at in range(index + 1, min(index + 40, len(tokens))) if tokens[at].text == ")"), None)
    if closed is None or noun.pos not in {"NOUN", "PROPN"} or is_person(noun) or closed - index < FEWEST:
        return None
    inside = paragraph.tokens[index + 1 : closed]
    head = next((one for one in inside if one.head not in range(index + 1, closed)), None)
    if (
        head is None
        or head.pos != "NOUN"
        or any(one.text in {";", ":"} or (one.pos in {"NUM", "SYM"} and one.entity != "DATE") for one in inside)
    ):
        return None
    if inside[0].text.lower() not in {"a", "an", "the"} and not _both_plural(noun, head):
        return None
    told = paragraph.children(head.index, "relcl", "acl")
    if inside[0].text.lower() in {"a", "an", "the"} and not told:
        return None
    return Found(_with_complement(paragraph, noun), (index + 1, closed - 1))


FEWEST = 3


def _both_plural(noun: Token, head: Token) -> bool:
    return noun.tag in {"NNS", "NN"} and head.tag == "NNS" and not is_person(head)


def _with_complement(paragraph: Paragraph, noun: Token) -> Range:
    """The phrase that ends with a noun: with the noun before its "of" ("ports of entry")."""
    above = paragraph.tokens[noun.head]
    if noun.dep == "pobj" and above.lemma == "of" and paragraph.tokens[above.head].pos in {"NOUN", "PROPN"}:
        return _phrase(paragraph, paragraph.tokens[above.head])[0], noun.index
    return _phrase(paragraph, noun)


def _beside(paragraph: Paragraph, index: int) -> Found | None:
    """Reads "DREAMers — undocumented immigrants brought here as children —", "gate creep, a process in which …"."""
    tokens = paragraph.tokens
    noun = tokens[index - 1]
    if noun.pos == "PUNCT" and index > 1:
        noun = tokens[index - 2]
    if noun.pos not in {"NOUN", "PROPN"} or noun.entity in PLACED:
        return None
    for said in tokens[index + 1 : index + 8]:
        if said.dep == "appos" and tokens[said.head].index <= noun.index and paragraph.edges[said.index][0] == index + 1:
            return _explains(paragraph, noun, said)
    return None


def _explains(paragraph: Paragraph, noun: Token, said: Token) -> Found | None:
    """A gloss where an apposition explains: of a kind by its genus, of people in the plural by what they are."""
    definition = definition_range(paragraph, said.index)
    told = paragraph.children(said.index, "relcl", "acl")
    clause = told and told[0].index > said.index
    if length(definition) < SHORTEST_DEFINITION or not clause or said.pos != "NOUN" or noun.entity in {"PERSON", "ORG", "GPE"}:
        return None
    term = _phrase(paragraph, noun)
    if any(_is_view_of(paragraph, clause) for clause in told):
        return None
    marked = is_quoted(paragraph, term[0])
    kinds = noun.tag in {"NNS", "NNPS"} and said.tag == "NNS" and noun.text[0].isupper() and not noun.begins_sentence
    determined = {child.text.lower() for child in paragraph.children(noun.index, "det", "poss")} - {"a", "an"}
    genus = is_indefinite(paragraph, said) and said.lemma in genus_nouns() - LOOSE and not determined and not is_person(noun)
    believed = marked and said.lemma in genus_nouns() and bool(paragraph.children(said.index, "det"))
    common = noun.tag == "NN" and genus
    return Found(term, definition) if kinds or common or believed else None


def _is_view_of(paragraph: Paragraph, clause: Token) -> bool:
    """Whether a clause says what some person thinks of a thing or does with it: "an idea that he disagreed with"."""
    subjects = paragraph.children(clause.index, "nsubj", "nsubjpass")
    return any(one.text.lower() in OF_ONE or (one.entity == "PERSON" and one.pos == "PROPN") for one in subjects)
