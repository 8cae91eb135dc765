"""The cue of an attribution: a verb with its group, a noun with its light verb, an adjective with its copula, "according to"."""

from __future__ import annotations

from quoth.extract.attribution.candidates import Candidate
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.contents import (
    NONE,
    Complement,
    adjective_complement,
    clause_kind,
    is_shell,
    noun_complement,
    verb_complement,
)
from quoth.extract.attribution.ranges import Range, cut, subtree
from quoth.extract.attribution.sources import noun_range, noun_source, talker, verb_source
from quoth.lexicon.cues import cue_class, cue_words
from quoth.syntax import Paragraph, Token

GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


def read_head(paragraph: Paragraph, head: int) -> Candidate | None:
    """The attribution that the token ``head`` would make as a cue; None where it stands in no frame that could carry one."""
    token = paragraph.tokens[head]
    if token.pos in {"VERB", "AUX"}:
        return _verb(paragraph, token)
    if token.pos == "NOUN":
        return _noun(paragraph, token)
    if token.pos == "ADJ":
        return _adjective(paragraph, token)
    if token.lemma == "accord" or token.text.lower() == "according":
        return _according(paragraph, token)
    return None


def _verb(paragraph: Paragraph, token: Token) -> Candidate | None:
    if token.text.lower() == "according":
        found = _according(paragraph, token)
        if found is not None:
            return found
    if _is_caused(paragraph, token):
        return None
    complement = verb_complement(paragraph, token.index)
    if complement is NONE and token.lemma in cue_class("answering"):
        return _unanswered(paragraph, token)
    cue = verb_group(paragraph, token.index, link=complement.link)
    cue = Range(cue.first, max(cue.last, _shell(paragraph, token, complement)))
    source = verb_source(paragraph, token.index)
    if complement.frame == "S":
        source = talker(paragraph, token.index) or source
    carrier = _carrier(paragraph, token)
    if carrier is not None:
        cue = Range(verb_group(paragraph, carrier).first, cue.last)
        source = verb_source(paragraph, carrier)
    governor = _catenative(paragraph, token) if complement.contents else None
    if governor is not None:
        cue = Range(governor, cue.last)
    merged = carrier is not None or governor is not None
    return Candidate(token.index, "v", complement.frame, _with_colon(paragraph, cue), source, complement.contents, merged)


def _is_caused(paragraph: Paragraph, token: Token) -> bool:
    """Whether a verb tells what something is made to do ("making the attacks appear genuine"): nobody says or thinks so."""
    plain = token.tag in {"VB", "VBP"} and not any(
        child.tag in {"TO", "IN"} for child in paragraph.children(token.index, "aux", "mark")
    )
    return plain and token.dep == "ccomp" and paragraph.tokens[token.head].lemma == "make"


def _unanswered(paragraph: Paragraph, token: Token) -> Candidate:
    """The verb itself is what was declined where it is denied: "would not comment"."""
    group = verb_group(paragraph, token.index)
    denied = group.first < token.index and any(child.dep == "neg" for child in paragraph.children(token.index))
    contents = (Range(token.index, token.index),) if denied else ()
    cue = Range(group.first, token.index - 1) if denied else group
    return Candidate(token.index, "v", "NOT" if denied else "0", cue, verb_source(paragraph, token.index), contents)


def _shell(paragraph: Paragraph, token: Token, complement: Complement) -> int:
    """The last token of "repeated the claim" where a that-clause follows it; -1 where there is no such noun."""
    if complement.frame != "S" or complement.contents[0].first < token.index:
        return -1
    things = paragraph.children(token.index, "dobj")
    return max((thing.index for thing in things if token.index < thing.index <= token.index + 4 and is_shell(thing)), default=-1)


def _carrier(paragraph: Paragraph, token: Token) -> int | None:
    """The verb of "issued a statement" for the participle, or the relative clause, that says what it said."""
    thing = paragraph.tokens[token.head]
    verb = paragraph.tokens[thing.head]
    related = token.dep == "relcl" and verb.lemma in cue_class("light") and _has_relative_subject(paragraph, token)
    if not related and (token.dep != "acl" or token.tag != "VBG"):
        return None
    near = verb.index < thing.index < token.index <= thing.index + 8
    return verb.index if thing.dep == "dobj" and thing.lemma in cue_class("carrier") and verb.pos == "VERB" and near else None


def _has_relative_subject(paragraph: Paragraph, token: Token) -> bool:
    return any(child.tag in {"WDT", "WP"} for child in paragraph.children(token.index, "nsubj"))


def _catenative(paragraph: Paragraph, token: Token) -> int | None:
    """Where the group of "continued to" begins, for the verb that follows it."""
    governor = paragraph.tokens[token.head]
    if token.dep != "xcomp" or not 0 < token.index - governor.index <= 4:
        return None
    if governor.lemma not in cue_class("catenative") and not (governor.lemma in cue_class("declining") and _is_saying(token)):
        return None
    first = governor.head if governor.dep == "acomp" and governor.head < governor.index else governor.index
    return verb_group(paragraph, first).first


def _is_saying(token: Token) -> bool:
    """Whether a verb is one of saying, so that "refused to say" is one cue, and "refused to go" a cue and its content."""
    word = cue_words().get((token.lemma, "verb"))
    return word is not None and word.stance in {"asserts", "confirms", "denies"}


def _with_colon(paragraph: Paragraph, cue: Range) -> Range:
    """A colon that introduces the words is part of the cue, and so are the few words between: "said in a statement:"."""
    for index in range(cue.last + 1, min(cue.last + 9, len(paragraph.tokens))):
        token = paragraph.tokens[index]
        if token.text == ":":
            return Range(cue.first, index)
        if token.begins_sentence or token.pos in {"VERB", "AUX", "PUNCT"}:
            break
    return _with_medium(paragraph, cue)


def _with_medium(paragraph: Paragraph, cue: Range) -> Range:
    """The cue with "in a statement" right behind it."""
    after = paragraph.tokens[cue.last + 1] if cue.last + 1 < len(paragraph.tokens) else None
    if after is None or after.lemma != "in" or after.dep != "prep":
        return cue
    thing = next(iter(paragraph.children(after.index, "pobj")), None)
    if thing is None or thing.lemma != "statement" or thing.index > after.index + 3:
        return cue
    return Range(cue.first, thing.index)


def verb_group(paragraph: Paragraph, head: int, *, link: int | None = None) -> Range:
    """A verb with the auxiliaries, negation, adverbs and particle that stand next to it, and the preposition to its content."""
    first = last = head
    group = {child.index for child in paragraph.children(head) if child.dep in GROUP}
    while first - 1 in group:
        first -= 1
    while last + 1 in group and paragraph.tokens[last + 1].dep in {"prt", "neg"}:
        last += 1
    if link == last + 1:
        last = link
    return Range(first, last)


def _noun(paragraph: Paragraph, token: Token) -> Candidate | None:
    complement = noun_complement(paragraph, token.index)
    if complement is NONE or _is_telephone(paragraph, token) or _is_withheld(paragraph, token):
        return None
    verb = paragraph.tokens[token.head]
    source = noun_source(paragraph, token.index)
    last = complement.link if complement.link == token.index + 1 else token.index
    cue = Range(_phrase_start(paragraph, token.index), last)
    light = token.dep == "dobj" and _is_light(verb) and 0 < token.index - verb.index <= 5
    if light:
        cue = Range(verb_group(paragraph, verb.index).first, cue.last)
        source = source or verb_source(paragraph, verb.index)
    return Candidate(token.index, "n", ("L:" if light else "") + complement.frame, cue, source, complement.contents)


def _is_telephone(paragraph: Paragraph, token: Token) -> bool:
    """Whether a call is one that people talk in ("a phone call", "Friday's call"), not one for something."""
    return token.lemma == "call" and any(
        child.dep == "compound" or child.entity in {"DATE", "TIME"} for child in paragraph.children(token.index)
    )


def _is_withheld(paragraph: Paragraph, token: Token) -> bool:
    """Whether hardly anything was said: "provided few details about the calls"."""
    return token.lemma in cue_class("withheld") and any(
        child.lemma in {"few", "little", "no"} for child in paragraph.children(token.index, "amod", "det")
    )


def _phrase_start(paragraph: Paragraph, head: int) -> int:
    """Where a noun's own words begin: article and adjectives, after the possessor where there is one."""
    first = head
    for child in reversed(paragraph.dependents[head]):
        token = paragraph.tokens[child]
        if child < head and token.dep != "poss" and paragraph.edges[child][1] == first - 1:
            first = paragraph.edges[child][0]
        elif child < head:
            break
    return first


def _is_light(verb: Token) -> bool:
    """Whether a verb lends itself to a noun that is the cue ("raised concerns"), and is not a cue with an object itself
    ("dismissed concerns")."""
    word = cue_words().get((verb.lemma, "verb"))
    return verb.pos == "VERB" and (verb.lemma in cue_class("light") or word is None or word.strength("NP") < LENT)


LENT = 0.5
"""Verbs less sure than this of being a cue with an object lend themselves to the noun."""


def _adjective(paragraph: Paragraph, token: Token) -> Candidate | None:
    made = _made(paragraph, token)
    if made is not None:
        return made
    complement = adjective_complement(paragraph, token.index)
    if complement is NONE:
        return None
    cue = Range(token.index, complement.link if complement.link == token.index + 1 else token.index)
    source = None
    if token.dep == "acomp":
        cue = Range(verb_group(paragraph, token.head).first, cue.last)
        source = verb_source(paragraph, token.head)
    return Candidate(token.index, "a", complement.frame, cue, source, complement.contents)


def _made(paragraph: Paragraph, token: Token) -> Candidate | None:
    """The attribution of "made clear that", "made it plain that": the clause hangs on the verb or on the adjective."""
    verb = paragraph.tokens[token.head]
    if verb.lemma != "make" or token.dep not in {"ccomp", "xcomp", "acomp", "oprd"} or not 0 < token.index - verb.index <= 3:
        return None
    after = [*paragraph.children(token.index, "ccomp", "advcl"), *paragraph.children(verb.index, "ccomp")]
    clause = next((child for child in after if child.index > token.index and clause_kind(paragraph, child) == "S"), None)
    if clause is None:
        return None
    cue = Range(verb_group(paragraph, verb.index).first, token.index)
    contents = (subtree(paragraph, clause.index),)
    return Candidate(token.index, "a", "S", cue, verb_source(paragraph, verb.index), contents, merged=True)


def _according(paragraph: Paragraph, token: Token) -> Candidate | None:
    if token.index + 1 >= len(paragraph.tokens) or paragraph.tokens[token.index + 1].lemma != "to":
        return None
    link = paragraph.tokens[token.index + 1]
    source = next((noun_range(paragraph, thing.index) for thing in paragraph.children(link.index, "pobj")), None)
    if source is None:
        return None
    whole = Range(subtree(paragraph, token.index).first, max(subtree(paragraph, token.index).last, source.last))
    return Candidate(token.index, "p", "()", Range(token.index, link.index), source, tuple(_attributed(paragraph, token, whole)))


def _attributed(paragraph: Paragraph, token: Token, own: Range) -> list[Range]:
    """What "according to" attributes: its clause; behind a comma or at the head of a sentence all of the sentence."""
    start, stop = paragraph.sentence_of(token.index)
    host = _host(paragraph, token)
    at_edge = own.first == start or (own.last >= stop - 2 and paragraph.tokens[own.first - 1].text == ",")
    if not at_edge or host.dep == "conj":
        return cut(subtree(paragraph, host.index), own)
    opening = paragraph.tokens[start]
    return cut(Range(start + 1 if opening.pos == "CCONJ" else start, stop - 1), own)


def _host(paragraph: Paragraph, token: Token) -> Token:
    """The verb whose clause "according to" is about: conjoined verbs that share a subject are taken together."""
    host = next((at for at in paragraph.ancestors(token.index) if at.pos in {"VERB", "AUX"}), paragraph.tokens[token.head])
    while host.dep == "conj" and own_subject(paragraph, host.index) is None and host.head != host.index:
        host = paragraph.tokens[host.head]
    return host
