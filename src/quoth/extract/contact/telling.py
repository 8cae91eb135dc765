"""One telling of a contact, and who stands after its prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.extract.contact.parties import Ground, parties_of
from quoth.lexicon.contacts import ContactWord, contact_words
from quoth.lexicon.titles import titles
from quoth.records import ContactKind, Party
from quoth.syntax import Paragraph, Token

BY_MEANS = frozenset({"by", "over", "via", "on", "in", "through", "during"})
REMOTE = frozenset({"phone", "telephone", "video", "telephonic", "virtual", "conference"})
INCLUDING = frozenset({"including"})
PASSED_OVER = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
"""Times and places that may stand between a contact and its preposition ("a meeting in Westmere with Reeve")."""
SETTINGS = frozenset(
    {"length", "home", "house", "office", "residence", "ranch", "resort", "headquarters", "ministry", "palace", "hotel", "airport", "capital",
     "mansion", "estate", "club", "person", "private", "public", "detail", "depth", "campaign", "weekend", "week", "day", "night", "evening",
     "morning", "afternoon", "month", "year", "summer", "transition", "embassy", "restaurant", "suite", "room"}
)  # fmt: skip
"""What may stand after "at", "in", "during" or "over" before the "with" of a contact."""
PASSES = frozenset({"take", "occur", "happen", "come", "be", "last", "follow"})
"""Verbs whose subject may be a contact that they tell of ("took place", "came at X's request")."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of a contact. ``ones`` did what ``others`` had done with them; both sides are alike in a meeting."""

    kind: ContactKind
    apart: bool
    """Whether several others mean several contacts."""
    ones: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    verb: int | None = None
    noun: int | None = None
    topic: int | None = None
    """Head of the object of "discuss"."""
    initiator: Party | None = None
    everyone: bool = False
    """The parties are those of a contact told before ("the call between the two")."""
    people: bool = False
    """Its parties are told as people named before ("the two leaders met")."""
    definite: bool = False
    """A contact that the reader is taken to know ("the call", "Friday's call")."""
    pronoun: bool = False
    """Told by "it": a contact only where it turns out to say who asked."""
    meant: int | None = None
    """The noun that "it" stands for, where its contact is told nowhere else ("an earlier call, on Friday")."""
    invited: bool = False
    """Told by an invitation: to come, whatever the verb's tense."""
    inside: bool = False
    """Its parties are named only by what one said to the other in it ("in that call, Dolan told Reeve …")."""
    aside: bool = False
    """Told in passing, to place something else ("days after a call between C and D")."""

    @property
    def anchors(self) -> frozenset[int]:
        """The tokens whose modifiers are the contact's."""
        return frozenset(index for index in (self.verb, self.noun) if index is not None)


def all_after(ground: Ground, anchor: int, words: frozenset[str]) -> tuple[Party, ...]:
    """Who stands after the prepositions under an anchor, the preposition repeated or not ("with A, with B and with C")."""
    found: list[Party] = []
    for found_head in after_preposition(ground.paragraph, anchor, words):
        head = _named_in_front(ground.paragraph, found_head)
        if head.entity in {"DATE", "TIME"}:
            continue
        if head.lemma == "conference" or head.lemma not in contact_words("noun"):
            found += [party for party in parties_of(ground, head) if party not in found]
    return tuple(found)


def _named_in_front(paragraph: Paragraph, head: Token) -> Token:
    """The name that the parser took for a part of what follows it: "with the Reeves days after", "to the Senate contending that"."""
    beside = [child for child in paragraph.children(head.index, "compound", "nmod", "amod") if child.index == head.index - 1]
    of_day = head.entity in {"DATE", "TIME"} and head.tag in {"NNS", "NN", "NNP"}
    doing = head.tag == "NN" and head.text.endswith("ing") and not head.entity and head.lemma not in contact_words("noun")
    named = [child for child in beside if child.tag in {"NNP", "NNPS"} and child.entity in {"PERSON", "ORG", "GPE", "NORP"}]
    goes_on = of_day or (doing and paragraph.tokens[min(head.index + 1, len(paragraph.tokens) - 1)].text.lower() in {"that", "to"})
    return named[0] if named and goes_on else head


def examples_under(ground: Ground, head: Token) -> tuple[Party, ...]:
    """Those of several who are named: "leaders, including Reeve and Hale", "leaders such as Reeve"."""
    paragraph = ground.paragraph
    led = (below for below in paragraph.subtree(head.index) if below.text.lower() in INCLUDING or _is_such_as(paragraph, below))
    names = (name for below in led for name in paragraph.children(below.index, "pobj"))
    return tuple(party for name in names for party in parties_of(ground, name) if is_named(party))


def _is_such_as(paragraph: Paragraph, token: Token) -> bool:
    return token.index > 0 and token.text.lower() == "as" and paragraph.tokens[token.index - 1].text.lower() == "such"


def is_named(party: Party) -> bool:
    """Whether a party has a name: "including Reeve", not "including a woman of forty"."""
    return any(word[0].isupper() for word in party.text.split()) and not party.text.startswith(("a ", "an "))


def after_preposition(paragraph: Paragraph, anchor: int, words: frozenset[str]) -> Iterator[Token]:
    """Heads after one of the prepositions, where it hangs under the anchor, or under a time or means that does."""
    found = tuple(_under(paragraph, anchor, words))
    yield from found
    yield from _repeated(paragraph, found, words)


def behind_time(paragraph: Paragraph, noun: Token, over: Token, words: frozenset[str]) -> Iterator[Token]:
    """Who stands behind the time of a contact where the parser hung both on the verb: "was reached in a call late on Friday with Reeve"."""
    for child in paragraph.children(over.index, "prep"):
        between = paragraph.tokens[noun.index + 1 : child.index]
        if child.text.lower() in words and between and all(token.entity in {"DATE", "TIME"} for token in between):
            yield from paragraph.children(child.index, "pobj")


def _repeated(paragraph: Paragraph, found: Sequence[Token], words: frozenset[str]) -> Iterator[Token]:
    """Heads after the same preposition said again right behind the last one, wherever the parser hung it: "held with A and with B"."""
    if not found:
        return
    end = paragraph.edges[found[-1].index][1] + 1
    behind = paragraph.tokens[end : end + 2]
    again = (
        len(behind) == 2
        and behind[0].text.lower() == "and"
        and behind[1].text.lower() == paragraph.tokens[found[-1].head].text.lower()
    )
    if again and behind[1].text.lower() in words:
        yield from (head for head in paragraph.children(behind[1].index, "pobj") if head not in found)


def _under(paragraph: Paragraph, anchor: int, words: frozenset[str]) -> Iterator[Token]:
    """Heads after one of the prepositions that hangs under the anchor."""
    for token in paragraph.tokens[anchor + 1 : max(paragraph.edges[anchor][1] + 1, anchor + 2)]:
        if (
            token.dep not in {"prep", "dative", "conj"}
            or token.pos not in {"ADP", "SCONJ", "PART", "VERB"}
            or token.text.lower() not in words
        ):
            continue
        if token.index == anchor + 1 and token.head != anchor:
            yield from paragraph.children(token.index, "pobj")  # right behind the anchor, wherever the parser hung it
            continue
        if _is_aside(paragraph, token) or paragraph.tokens[token.head].text.lower() in {"along", "together"}:
            continue
        for governor in paragraph.ancestors(token.index):
            if governor.index == anchor:
                yield from paragraph.children(token.index, "pobj") or tuple(_doers(paragraph, token)) or _behind(paragraph, token)
                break
            between = (
                governor.pos in {"ADP", "PART"}
                or governor.lemma in {"face", "one"}
                or (governor.pos == "ADV" and governor.dep == "conj")  # "spoke with Reeve and twice to Dolan"
                or governor.entity in PASSED_OVER
                or _is_where(paragraph, governor)
                or _is_means(paragraph, governor)
            )
            if not between and (token.dep != "conj" or governor.pos in {"VERB", "AUX"}):
                break


def _is_where(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun only says where, when or how, whatever the parser hung under it: "met at the ministry with", "spoke at length with"."""
    preposition = paragraph.tokens[noun.head].text.lower()
    return noun.dep == "pobj" and preposition in {"at", "in", "during", "over"} and (noun.entity == "ORG" or noun.lemma in SETTINGS)


def _is_aside(paragraph: Paragraph, preposition: Token) -> bool:
    """Whether "with" behind a comma opens a clause of its own: "they discussed it, with Dolan saying …"."""
    before = paragraph.tokens[preposition.index - 1] if preposition.index else preposition
    heads = paragraph.children(preposition.index, "pobj")
    return before.text == "," and any(clause.tag == "VBG" for head in heads for clause in paragraph.children(head.index, "acl"))


def _is_means(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun says by what means, not about what: "spoke in a call with", not "spoke about his letter to"."""
    return noun.lemma in contact_words("means") and paragraph.tokens[noun.head].text.lower() in BY_MEANS


def _doers(paragraph: Paragraph, preposition: Token) -> Iterator[Token]:
    """People after a preposition whom the parser made the subject of a clause: "spoke with officials warning that …"."""
    for clause in paragraph.children(preposition.index, "pcomp"):
        for subject in paragraph.children(clause.index, "nsubj"):
            word = titles().get(subject.text.lower())
            if (word is not None and word.person) or subject.entity in {"PERSON", "NORP", "GPE", "ORG"}:
                yield subject


def _behind(paragraph: Paragraph, preposition: Token) -> Iterator[Token]:
    """The name behind a preposition whose object the parser took for something else ("a meeting with Anna Reeve was …")."""
    last = preposition.index
    while last + 1 < len(paragraph.tokens) and _may_go_on(paragraph, last + 1):
        last += 1
    found = paragraph.tokens[last]
    word = titles().get(found.text.lower()) or titles().get(found.lemma)
    if last > preposition.index and (found.entity in {"PERSON", "NORP"} or (word is not None and word.person)):
        yield found


def _may_go_on(paragraph: Paragraph, index: int) -> bool:
    """Whether a token may stand inside a noun phrase: a word of it, or an "and" between two adjectives or names."""
    token = paragraph.tokens[index]
    joins = (
        token.text.lower() == "and" and index + 1 < len(paragraph.tokens) and paragraph.tokens[index - 1].pos in {"ADJ", "PROPN"}
    )
    return joins or token.pos in {"PROPN", "NOUN", "ADJ", "DET"}


def kind_of_noun(paragraph: Paragraph, noun: Token, known: Mapping[str, ContactWord]) -> ContactKind | None:
    """The kind of a contact noun, "telephone conversation" and "video meeting" being calls; None where it is no such noun."""
    if noun.lemma not in known:
        return None
    before = {child.lemma for child in paragraph.children(noun.index, "compound", "amod", "nmod")}
    if known[noun.lemma].kind in {"talks", "meeting"} and before & REMOTE:
        return "call"
    return known[noun.lemma].kind
