"""Where a paragraph tells of a contact: by a verb ("spoke with"), by a noun ("Friday's call"), or by a verb with a means
("told him by phone")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quoth.extract.contactparties import Ground, agent_of, is_plural, means_everyone, parties_of, subject_of
from quoth.lexicon.contacts import ContactWord, contact_words
from quoth.lexicon.titles import titles
from quoth.records import ContactKind, Party
from quoth.syntax import Paragraph, Token

BY_MEANS = frozenset({"by", "over", "via", "on", "in", "through", "during"})
BEGUN_BY_ONE = frozenset({"call", "letter", "message"})
"""Kinds that one side begins: who calls or writes is the initiator."""
PASSES = frozenset({"take", "occur", "happen", "come", "be", "last", "follow"})
"""Verbs whose subject may be a contact that they tell of ("took place", "came at X's request")."""
NOT_A_CALL = frozenset({"for", "on", "upon", "off", "in"})
"""What after the noun "call" makes it an appeal ("a call for peace")."""
AROUND = frozenset({"in", "during", "at", "after", "following", "before", "on", "by", "via", "through", "with", "amid"})
QUANTITIES = frozenset({"series", "string", "flurry", "number", "round", "pair", "couple", "set", "host", "spate", "line"})
"""Nouns before "of calls" that only say how many."""


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
    definite: bool = False
    """A contact that the reader is taken to know ("the call", "Friday's call")."""
    pronoun: bool = False
    """Told by "it": a contact only where it turns out to say who asked."""
    aside: bool = False
    """Told in passing, to place something else ("days after a call between C and D")."""

    @property
    def anchors(self) -> frozenset[int]:
        """The tokens whose modifiers are the contact's."""
        return frozenset(index for index in (self.verb, self.noun) if index is not None)


def find_tellings(ground: Ground) -> Iterator[Telling]:
    """The tellings of a paragraph in order of their words."""
    verbs, nouns, means = contact_words("verb"), contact_words("noun"), contact_words("means")
    used: set[int] = set()
    for token in ground.paragraph.tokens:
        if token.index in used:
            continue
        telling = None
        if token.pos == "VERB" and token.lemma in verbs:
            telling = _by_verb(ground, token, verbs[token.lemma])
        elif token.pos == "NOUN" and token.lemma in nouns and token.dep != "compound":
            telling = _by_noun(ground, token, nouns[token.lemma])
        elif token.pos == "NOUN" and token.lemma in means and token.dep == "pobj":
            telling = _by_means(ground, token, means[token.lemma])
        elif token.text.lower() == "it" and token.dep in {"nsubj", "nsubjpass", "dobj"}:
            telling = _by_pronoun(ground.paragraph, token)
        if telling is not None:
            used |= {token.index} if telling.pronoun else {telling.noun or token.index, *_same_event(ground.paragraph, telling)}
            yield telling


def _same_event(paragraph: Paragraph, telling: Telling) -> Iterator[int]:
    """Nouns that mean the same contact as the telling: "spoke … in a rare call", "the call was a conversation"."""
    nouns = contact_words("noun")
    for anchor in telling.anchors:
        for child in paragraph.children(anchor, "prep"):
            yield from (
                noun.index
                for noun in paragraph.children(child.index, "pobj")
                if noun.lemma in nouns and child.text.lower() in BY_MEANS
            )
    if telling.noun is not None:
        governor = paragraph.tokens[paragraph.tokens[telling.noun].head]
        yield from (attribute.index for attribute in paragraph.children(governor.index, "attr") if governor.lemma == "be")


# --- by a verb -------------------------------------------------------------------------------------------------------------


def _by_verb(ground: Ground, verb: Token, word: ContactWord) -> Telling | None:
    paragraph = ground.paragraph
    kind, noun = _means_of(paragraph, verb, word)
    telling = Telling(kind=kind, apart=word.apart, verb=verb.index, noun=noun)
    if paragraph.children(verb.index, "nsubjpass"):
        return _passive(ground, verb, word, telling)
    subject = subject_of(paragraph, verb.index)
    if subject is None:
        return None
    others, topic = _others(ground, verb, word, noun)
    ones = parties_of(ground, subject)
    if others and ones:
        begun = (
            ones[0]
            if kind in BEGUN_BY_ONE and "object" in word.frame | ({"object"} & word.frame) and word.frame & {"object", "to"}
            else None
        )
        return replace(telling, ones=ones, others=others, topic=topic, initiator=begun)
    return None if others else _mutual(ground, subject, word, replace(telling, topic=topic))


def _mutual(ground: Ground, subject: Token, word: ContactWord, telling: Telling) -> Telling | None:
    """Reads "The two discussed …", "A and B met": all parties in the subject."""
    paragraph = ground.paragraph
    if not word.frame & {"with", "about"} or ("about" in word.frame and telling.topic is None):
        return None
    if means_everyone(paragraph, subject):
        return replace(telling, everyone=True, definite=True)
    parties = parties_of(ground, subject)
    several = len(parties) > 1 and (word.word != "speak" or telling.kind == "call")
    group = word.word == "meet" and is_plural(paragraph, subject) and bool(parties)
    if not several and not group:
        return None
    objects = paragraph.children(telling.verb or 0, "dobj")
    return None if objects and "about" not in word.frame else replace(telling, ones=parties[:1], others=parties[1:], apart=False)


def _passive(ground: Ground, verb: Token, word: ContactWord, telling: Telling) -> Telling | None:
    agent = agent_of(ground.paragraph, verb.index)
    subject = subject_of(ground.paragraph, verb.index)
    if agent is None or subject is None or "object" not in word.frame:
        return None
    ones, others = parties_of(ground, agent), parties_of(ground, subject)
    return replace(telling, ones=ones, others=others) if ones and others else None


def _others(ground: Ground, verb: Token, word: ContactWord, noun: int | None) -> tuple[tuple[Party, ...], int | None]:
    """The other side that the verb takes, and the head of its topic where its object is one."""
    paragraph = ground.paragraph
    objects = paragraph.children(verb.index, "dobj", "dative") or _mistaken(paragraph, verb)
    topic = objects[0].index if objects and "about" in word.frame else None
    if "object" in word.frame and objects and _is_contact_object(paragraph, verb, objects[0]):
        found = parties_of(ground, objects[0])
        sure = any(party.referent is not None for party in found) or objects[0].entity or objects[0].text.lower() in titles()
        if found and (sure or objects[0].pos != "PROPN"):
            return found, None
    found = _all_after(ground, verb.index, word.frame & {"with", "to"})
    if not found and noun is not None:
        found = _all_after(ground, noun, frozenset({"with"}))
    return found, topic


def _mistaken(paragraph: Paragraph, verb: Token) -> tuple[Token, ...]:
    """Somebody called whom the parser took for what something is called ("Dolan called Anna Reeve")."""
    return tuple(found for found in paragraph.children(verb.index, "oprd") if found.pos == "PROPN" and verb.lemma == "call")


def _all_after(ground: Ground, anchor: int, words: frozenset[str]) -> tuple[Party, ...]:
    """Who stands after the prepositions under an anchor, the preposition repeated or not ("with A, with B and with C")."""
    found: list[Party] = []
    for head in _after_preposition(ground.paragraph, anchor, words):
        if head.lemma not in contact_words("noun"):
            found += [party for party in parties_of(ground, head) if party not in found]
    return tuple(found)


def _is_contact_object(paragraph: Paragraph, verb: Token, found: Token) -> bool:
    """Whether "called X" rings X up rather than naming X something, and no particle makes it another verb ("called off")."""
    if paragraph.children(verb.index, "prt", "xcomp", "acomp") or found.dep == "dative":
        return False
    if found.dep != "oprd" and paragraph.children(verb.index, "oprd"):
        return False
    if verb.lemma == "receive" and found.pos != "PROPN":
        return False
    if verb.lemma not in {"call", "contact", "ring"}:
        return True
    after = paragraph.edges[found.index][1] + 1
    following = paragraph.tokens[after] if after < len(paragraph.tokens) else None
    return (
        following is None
        or following.pos in {"ADP", "SCONJ", "CCONJ", "ADV"}
        or following.text in {".", ",", ";"}
        or bool(following.entity)
    )


def _after_preposition(paragraph: Paragraph, anchor: int, words: frozenset[str]) -> Iterator[Token]:
    """Heads after one of the prepositions, where it hangs under the anchor, or under a time or means that does."""
    for token in paragraph.tokens[anchor + 1 : paragraph.edges[anchor][1] + 1]:
        if (
            token.dep not in {"prep", "dative", "conj"}
            or token.pos not in {"ADP", "SCONJ", "PART"}
            or token.text.lower() not in words
        ):
            continue
        for governor in paragraph.ancestors(token.index):
            if governor.index == anchor:
                yield from paragraph.children(token.index, "pobj")
                break
            between = governor.pos == "ADP" or governor.entity in {"DATE", "TIME"} or governor.lemma in contact_words("means")
            if not between and (token.dep != "conj" or governor.pos in {"VERB", "AUX"}):
                break


def _means_of(paragraph: Paragraph, verb: Token, word: ContactWord) -> tuple[ContactKind, int | None]:
    """The kind that the means make of a verb ("spoke by telephone"), and the noun that names it."""
    for child in paragraph.children(verb.index, "prep", "agent"):
        if child.text.lower() in BY_MEANS:
            for noun in paragraph.children(child.index, "pobj"):
                kind = kind_of_noun(paragraph, noun, contact_words("means"))
                if kind is not None:
                    return (kind if word.kind in {"talks", "meeting"} else word.kind), noun.index
    return word.kind, None


def kind_of_noun(paragraph: Paragraph, noun: Token, known: Mapping[str, ContactWord]) -> ContactKind | None:
    """The kind of a contact noun, "telephone conversation" and "video meeting" being calls; None where it is no such noun."""
    if noun.lemma not in known:
        return None
    before = {child.lemma for child in paragraph.children(noun.index, "compound", "amod", "nmod")}
    if known[noun.lemma].kind in {"talks", "meeting"} and before & {"phone", "telephone", "video", "telephonic", "virtual"}:
        return "call"
    return known[noun.lemma].kind


# --- by a noun -------------------------------------------------------------------------------------------------------------


def _by_noun(ground: Ground, noun: Token, word: ContactWord) -> Telling | None:
    paragraph = ground.paragraph
    if _is_appeal(paragraph, noun):
        return None
    kind = kind_of_noun(paragraph, noun, contact_words("noun")) or word.kind
    verb = _light_verb(paragraph, noun)
    apart = (noun.tag == "NNS" and (word.apart or kind == "call")) or bool({"separate"} & _modifiers(paragraph, noun))
    telling = Telling(
        kind=kind,
        apart=apart,
        verb=verb,
        noun=noun.index,
        definite=_is_definite(paragraph, noun),
        aside=verb is None and noun.dep == "pobj",
    )
    among = frozenset({"between", "among"})
    between = [*_after_preposition(paragraph, noun.index, among), *_of_attribute(paragraph, noun)]
    between += _after_preposition(paragraph, verb, among) if verb is not None else []
    if between:
        return _between(ground, between[0], telling)

    return _sided(ground, noun, telling)


def _is_appeal(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "call", "message" or "visit" is not a contact: "calls for peace", "a call to act"."""
    if paragraph.children(noun.index, "acl") and any(child.tag == "VB" for child in paragraph.children(noun.index, "acl")):
        return True
    return noun.lemma == "call" and any(
        child.text.lower() in NOT_A_CALL and not _is_dated(paragraph, child) for child in paragraph.children(noun.index, "prep")
    )


def _is_dated(paragraph: Paragraph, preposition: Token) -> bool:
    inner = paragraph.children(preposition.index, "pobj")
    return bool(inner) and (inner[0].entity in {"DATE", "TIME"} or preposition.text.lower() in {"on", "in"})


def _modifiers(paragraph: Paragraph, noun: Token) -> set[str]:
    return {child.lemma for child in paragraph.children(noun.index, "amod", "compound")}


def _is_definite(paragraph: Paragraph, noun: Token) -> bool:
    determiners = {child.text.lower() for child in paragraph.children(noun.index, "det")}
    dated = any(child.entity == "DATE" for child in paragraph.children(noun.index, "poss"))
    return noun.tag == "NN" and (bool(determiners & {"the", "this", "that"}) or dated)


def _of_attribute(paragraph: Paragraph, noun: Token) -> list[Token]:
    """Heads after "between" where it hangs under what the contact is said to be ("the call was the first between the two")."""
    governor = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or governor.lemma != "be":
        return []
    attributes = paragraph.children(governor.index, "attr", "acomp")
    return [head for attribute in attributes for head in _after_preposition(paragraph, attribute.index, frozenset({"between"}))]


def _between(ground: Ground, head: Token, telling: Telling) -> Telling | None:
    if means_everyone(ground.paragraph, head):
        return replace(telling, everyone=True)
    parties = parties_of(ground, head)
    plural = len(parties) == 1 and is_plural(ground.paragraph, head)
    return replace(telling, ones=parties[:1], others=parties[1:], apart=False) if len(parties) > 1 or plural else None


def _light_verb(paragraph: Paragraph, noun: Token) -> int | None:
    """The verb that holds or tells of the contact: "held calls", "talks took place", "a flurry of calls"."""
    token = noun
    governor = paragraph.tokens[token.head]
    while governor.text.lower() == "of" and paragraph.tokens[governor.head].lemma in QUANTITIES:
        token = paragraph.tokens[governor.head]
        governor = paragraph.tokens[token.head]
    while token.dep == "conj" and governor.pos == "NOUN":
        token, governor = governor, paragraph.tokens[governor.head]
    if governor.pos not in {"VERB", "AUX"}:
        return None
    told = (
        governor.lemma in contact_words("light")
        or governor.lemma in contact_words("halt")
        or governor.lemma in contact_words("ask")
    )
    if token.dep in {"dobj", "nsubjpass"} and told:
        return governor.index
    return governor.index if token.dep == "nsubj" and governor.lemma in PASSES else None


def _sided(ground: Ground, noun: Token, telling: Telling) -> Telling | None:
    """A contact noun with its sides: who held it, and with whom, to whom or from whom."""
    paragraph = ground.paragraph
    ones = _holder(ground, noun, telling.verb)
    others = _listed(ground, noun, frozenset({"with"}), telling.verb)
    if not others and (others := _listed(ground, noun, frozenset({"to"}), telling.verb)) and telling.kind in BEGUN_BY_ONE and ones:
        telling = replace(telling, initiator=ones[0])
    if not others and (others := _listed(ground, noun, frozenset({"from"}), telling.verb)) and telling.kind in BEGUN_BY_ONE:
        telling = replace(telling, initiator=others[0])
    if ones and others:
        sent = noun.lemma != "message" or telling.verb is not None
        return replace(telling, ones=ones, others=others) if sent else None
    if len(ones) > 1 and telling.verb is not None:
        return replace(telling, ones=ones[:1], others=ones[1:], apart=False)
    if others or telling.definite or _is_held_by_all(paragraph, telling):
        return replace(telling, others=others, everyone=not others, ones=())
    return None


def _is_held_by_all(paragraph: Paragraph, telling: Telling) -> bool:
    if telling.verb is None:
        return False
    subject = subject_of(paragraph, telling.verb)
    return subject is not None and means_everyone(paragraph, subject)


def _listed(ground: Ground, noun: Token, words: frozenset[str], verb: int | None) -> tuple[Party, ...]:
    """Who stands after a preposition under the noun, or under the verb that holds the contact or that it is set in."""
    found = _all_after(ground, noun.index, words)
    if not found and verb is not None:
        found = _all_after(ground, verb, words)
    preposition = ground.paragraph.tokens[noun.head]
    around = noun.dep == "pobj" and preposition.text.lower() in {"in", "during"} and "to" in words
    if not found and around:
        found = _all_after(ground, preposition.head, words)
    return found


def _holder(ground: Ground, noun: Token, verb: int | None) -> tuple[Party, ...]:
    """Who held the contact: the owner of the noun, the subject of its light verb, or of the clause that it is set in."""
    paragraph = ground.paragraph
    owners = [child for child in paragraph.children(noun.index, "poss") if child.entity not in {"DATE", "TIME"}]
    if owners:
        return parties_of(ground, owners[0])
    if verb is not None:
        token = paragraph.tokens[verb]
        if noun.dep in {"nsubj", "nsubjpass"} or paragraph.children(verb, "nsubjpass"):
            agent = agent_of(paragraph, verb)
            return parties_of(ground, agent) if agent is not None and token.lemma in contact_words("light") else ()
        subject = subject_of(paragraph, verb)
        return parties_of(ground, subject) if subject is not None else ()
    return _around(ground, noun)


def _around(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The subject of the clause in "in a call with B, A said …"."""
    paragraph = ground.paragraph
    governor = paragraph.tokens[noun.head]
    if noun.dep != "pobj" or governor.text.lower() not in AROUND:
        return ()
    for above in paragraph.ancestors(governor.index):
        if above.pos in {"VERB", "AUX"}:
            subject = subject_of(paragraph, above.index)
            return parties_of(ground, subject) if subject is not None and subject.index != noun.index else ()
    return ()


# --- by a means, by a pronoun --------------------------------------------------------------------------------------------


def _by_means(ground: Ground, noun: Token, word: ContactWord) -> Telling | None:
    """Reads "told her by phone": a verb of speech whose means make it a call."""
    paragraph = ground.paragraph
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    if preposition.text.lower() not in BY_MEANS or verb.pos != "VERB" or word.kind != "call" or verb.lemma in contact_words("verb"):
        return None
    subject, objects = subject_of(paragraph, verb.index), paragraph.children(verb.index, "dobj", "dative")
    if subject is None or not objects:
        return None
    ones, others = parties_of(ground, subject), parties_of(ground, objects[0])
    return Telling(kind="call", apart=True, ones=ones, others=others, verb=verb.index) if ones and others else None


def _by_pronoun(paragraph: Paragraph, pronoun: Token) -> Telling | None:
    """Reads "it was held at X's request", "X requested it": a contact told before, kept where it turns out to name who asked."""
    verb = paragraph.tokens[pronoun.head]
    asked = verb.lemma in contact_words("ask") and pronoun.dep in {"nsubjpass", "dobj"} and verb.lemma != "order"
    told = verb.lemma in (PASSES | contact_words("light").keys()) and pronoun.dep in {"nsubj", "nsubjpass"}
    if not asked and not told:
        return None
    if any(_is_new(paragraph, noun) for noun in _before_in_sentence(paragraph, pronoun.index)):
        return None
    return Telling(kind="talks", apart=False, verb=verb.index, noun=pronoun.index, everyone=True, definite=True, pronoun=True)


def _before_in_sentence(paragraph: Paragraph, index: int) -> Iterator[Token]:
    """The contact nouns that stand in a token's sentence before it."""
    first = next(start for start, stop in paragraph.sentences() if start <= index < stop)
    nouns = contact_words("noun")
    return (token for token in paragraph.tokens[first:index] if token.pos == "NOUN" and token.lemma in nouns)


def _is_new(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a contact is brought up without its parties ("an earlier call"), so that "it" means that one and nobody is known."""
    indefinite = any(child.text.lower() in {"a", "an", "another"} for child in paragraph.children(noun.index, "det"))
    return indefinite and not any(
        child.text.lower() in {"with", "between", "to", "from"} for child in paragraph.children(noun.index, "prep")
    )
