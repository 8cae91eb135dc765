"""What a cue is joined to: the syntax frame it stands in, and the words of its content.

Frames, as in ``lexicon/cue_frames.tsv``:

======== ============================================= ===================================
S        finite clause after the cue                   said (that) it would rain
<S       clause before the cue                         it would rain, he said
()       clause around the cue, or "as he said"        it would, he said, rain
Q        quotation beside the cue                      he smiled: “It will rain.”
INF      infinitive                                    promised to go
NP+INF   object and infinitive                         urged them to go
x+INF    preposition *x*, object and infinitive        called on them to go
ING      gerund                                        denied going
NP       object                                        rejected the plan
NP+x     object and preposition *x*                    accused them of lying
NP+A     object and predicate                          called it absurd
A        predicate                                     seemed absurd
x        preposition *x*, part of the cue              called for calm
<NP      object before the cue                         which he denied
BE:…     passive of any of these                       was expected to go
L:…      noun with the verb that it leans on           raised concerns about the plan
IS       noun and what it is                           his fear is that it will rain
NOT      verb of answering, denied                     would not comment
0        none                                          a statement was made
======== ============================================= ===================================
"""

from __future__ import annotations

from dataclasses import dataclass

from quoth.extract.attribution.clauses import is_passive, own_subject
from quoth.extract.attribution.ranges import Range, cut, subtree
from quoth.lexicon.cues import cue_class, cue_words
from quoth.syntax import Paragraph, Token

OCCASIONS = frozenset({"to", "in", "at", "during", "on", "by", "with"})
"""Prepositions that join the listener or the occasion to a verb of saying."""
SPOKEN = 0.6
"""Verbs at least this sure with a that-clause are verbs of saying or thinking."""
PREDICATES = frozenset({"oprd", "acomp", "attr"})


@dataclass(frozen=True, slots=True)
class Complement:
    """The frame of a cue, the ranges of its content, and the preposition that links them where there is one."""

    frame: str
    contents: tuple[Range, ...] = ()
    link: int | None = None


NONE = Complement("0")


def verb_complement(paragraph: Paragraph, head: int) -> Complement:
    """What a verb takes, the most telling complement first."""
    children = paragraph.children(head)
    found = _active(paragraph, head, children)
    if is_passive(paragraph, head):
        return _passive(paragraph, children, found)
    return found


def _active(paragraph: Paragraph, head: int, children: tuple[Token, ...]) -> Complement:
    around = _around(paragraph, head, children)
    if around is not None:
        return around
    after = [child for child in children if child.index > head]
    clause = next((child for child in after if child.dep in {"ccomp", "xcomp"}), None)
    called = (
        _called_on(paragraph, after, clause)
        or _called_for(paragraph, head, after)
        or _called_what(paragraph, children, after)
        or _felt_like(paragraph, head, after)
    )
    if called is not None:
        return called
    thing = next((child for child in after if child.dep in {"dobj", "dative"}), None)
    if clause is not None:
        return _clausal(paragraph, clause, thing, told=paragraph.tokens[head].lemma in cue_class("listener"))
    message = _message(paragraph, head, after)
    if message is not None:
        return Complement("S", (subtree(paragraph, message.index),))
    if thing is not None and thing.dep == "dative" and thing.pos != "ADP":
        thing = next((child for child in after if child.dep == "dobj"), thing)
    before = _clause_before(paragraph, head, children) or _clause_behind(paragraph, head, thing)
    if before is not None:
        return before
    return _nominal(paragraph, after, thing, told=paragraph.tokens[head].lemma in cue_class("listener"))


def _called_on(paragraph: Paragraph, after: list[Token], clause: Token | None) -> Complement | None:
    """The frame of "called on them to go"."""
    link = next((child for child in after if child.dep == "prep" and child.lemma in {"on", "upon", "for"}), None)
    if clause is None or link is None or not link.index < clause.index or clause_kind(paragraph, clause) != "INF":
        return None
    if link.index != paragraph.tokens[link.head].index + 1 or not _filled(paragraph, link):
        return None
    return Complement(f"{link.lemma}+INF", (Range(link.index + 1, subtree(paragraph, clause.index).last),), link.index)


def _felt_like(paragraph: Paragraph, head: int, after: list[Token]) -> Complement | None:
    """The frame of "felt like the dam was going", where the parser takes the clause for a comparison."""
    for clause in after if paragraph.tokens[head].lemma == "feel" else ():
        mark = next((child for child in paragraph.children(clause.index, "mark") if child.lemma == "like"), None)
        if mark is not None and mark.index == head + 1 and own_subject(paragraph, clause.index) is not None:
            return Complement("S", (subtree(paragraph, clause.index),))
    return None


def _called_what(paragraph: Paragraph, children: tuple[Token, ...], after: list[Token]) -> Complement | None:
    """The frame of "what he called a trick", "what she sees as a trick": the name alone is content."""
    if not any(child.dep == "dobj" and child.tag == "WP" and child not in after for child in children):
        return None
    link = next((child for child in after if child.dep == "prep" and child.lemma == "as" and _filled(paragraph, child)), None)
    if link is not None:
        return Complement("NP+as", (Range(link.index + 1, subtree(paragraph, link.index).last),), link.index)
    predicate = next((child for child in after if child.dep in PREDICATES), None)
    return None if predicate is None else Complement("NP+A", (subtree(paragraph, predicate.index),))


def _called_for(paragraph: Paragraph, head: int, after: list[Token]) -> Complement | None:
    """The frame of "called for them to go", where the parser takes "for" for the mark of the clause."""
    for clause in after:
        mark = next((child for child in paragraph.children(clause.index, "mark") if child.lemma == "for"), None)
        infinitive = any(child.tag == "TO" for child in paragraph.children(clause.index))
        if mark is not None and infinitive and mark.index == head + 1 and clause.dep in {"advcl", "ccomp", "xcomp"}:
            return Complement("for+INF", (Range(mark.index + 1, subtree(paragraph, clause.index).last),), mark.index)
    return None


def _around(paragraph: Paragraph, head: int, children: tuple[Token, ...]) -> Complement | None:
    """A clause that the cue's own clause is set into: as parenthesis, or with "as"."""
    token = paragraph.tokens[head]
    as_told = token.dep in {"advcl", "ccomp"} and _marked_as(children) and not _has_complement(head, children)
    if not (token.dep == "parataxis" or as_told) or token.head == head:
        return None
    host = subtree(paragraph, token.head)
    return Complement("()", tuple(cut(host, subtree(paragraph, head))))


def _message(paragraph: Paragraph, head: int, after: list[Token]) -> Token | None:
    """The clause that says what was said, where the parser hung it on the listener or the occasion: "assured the council that it
    would hold", "said in a call with them that it had held"."""
    word = cue_words().get((paragraph.tokens[head].lemma, "verb"))
    if word is None or word.strength("S") < SPOKEN:
        return None
    told = paragraph.tokens[head].lemma in cue_class("listener")
    things = [child for child in after if child.dep in {"dobj", "dative"} and told and not is_shell(child)]
    links = [child for child in after if child.dep in {"prep", "dative"} and child.lemma in OCCASIONS]
    for link in links:
        things += paragraph.children(link.index, "pobj")
    things += [
        inner
        for thing in things[-1:]
        for link in paragraph.children(thing.index, "prep")
        for inner in paragraph.children(link.index, "pobj")
    ]
    clauses = (child for thing in things for child in paragraph.children(thing.index, "relcl", "acl"))
    return next((child for child in clauses if _is_message(paragraph, child)), None)


def _is_message(paragraph: Paragraph, clause: Token) -> bool:
    """Whether a clause begins with the conjunction "that", or "how", and so tells what was said, not which one is meant."""
    first = paragraph.tokens[subtree(paragraph, clause.index).first]
    return (first.lemma == "that" and first.tag == "IN") or (first.lemma == "how" and first.tag == "WRB")


def _marked_as(children: tuple[Token, ...]) -> bool:
    return any(child.dep in {"mark", "advmod"} and child.lemma == "as" for child in children)


def _has_complement(head: int, children: tuple[Token, ...]) -> bool:
    return any(child.dep in {"ccomp", "xcomp", "dobj"} or (child.dep == "prep" and child.index == head + 1) for child in children)


def _clause_before(paragraph: Paragraph, head: int, children: tuple[Token, ...]) -> Complement | None:
    for child in children:
        if child.index < head and child.dep in {"ccomp", "parataxis"}:
            whole = subtree(paragraph, child.index)
            if whole.holds(head):
                cluster = _cluster(paragraph, head, children, whole)
                return Complement("()", tuple(cut(whole, cluster)))
            if whole.last + 1 < len(paragraph.tokens) and paragraph.tokens[whole.last + 1].text == ";":
                continue
            return Complement("<S", (whole,))
    fronted = next((child for child in children if child.index < head and child.dep in {"dobj", "attr"}), None)
    if fronted is not None:
        return Complement("<NP", (subtree(paragraph, fronted.index),))
    return None


def _clause_behind(paragraph: Paragraph, head: int, thing: Token | None) -> Complement | None:
    """The clause whose subject the parser took for the verb's object: "warned Kiev was preparing an attack"."""
    if thing is None or thing.dep != "dobj" or subtree(paragraph, thing.index).last + 1 >= len(paragraph.tokens):
        return None
    subject = subtree(paragraph, thing.index)
    finite = paragraph.tokens[subject.last + 1]
    verb = paragraph.tokens[finite.head] if finite.dep in {"aux", "auxpass"} else finite
    if finite.begins_sentence or finite.tag not in {"MD", "VBD", "VBZ", "VBP"} or verb.dep not in {"conj", "dep", "pcomp", "ccomp"}:
        return None
    if finite.index == verb.index and verb.dep == "conj":
        return None
    other = own_subject(paragraph, verb.index)
    if other is not None and (other.index > head or not _disagree(other, finite, thing)):
        return None
    return Complement("S", (Range(subject.first, subtree(paragraph, verb.index).last),))


def _disagree(subject: Token, finite: Token, thing: Token) -> bool:
    """Whether a verb in the singular cannot be that of a subject in the plural, and can be that of ``thing``."""
    singular = finite.tag == "VBZ" or finite.text.lower() in {"was", "has", "is"}
    return singular and subject.tag in {"NNS", "NNPS"} and thing.tag not in {"NNS", "NNPS"}


def _cluster(paragraph: Paragraph, head: int, children: tuple[Token, ...], whole: Range) -> Range:
    """The cue with what hangs on it inside ``whole``: subject, auxiliaries, addressee."""
    own = [
        subtree(paragraph, child.index) for child in children if child.dep in {"nsubj", "aux", "neg", "advmod", "dobj", "dative"}
    ]
    inside = [found for found in own if whole.covers(found)]
    return Range(min([head, *(found.first for found in inside)]), max([head, *(found.last for found in inside)]))


def _clausal(paragraph: Paragraph, clause: Token, thing: Token | None, *, told: bool) -> Complement:
    content = _with_rest_of_word(paragraph, clause)
    kind = clause_kind(paragraph, clause)
    if kind == "NP+INF":
        return Complement(kind, (content,))
    if thing is not None and thing.index < clause.index and kind in {"INF", "A", "ING"}:
        whole = Range(subtree(paragraph, thing.index).first, content.last)
        return Complement(f"NP+{kind}", (whole,))
    if thing is not None and thing.dep == "dobj" and thing.index < clause.index and not told and not is_shell(thing):
        content = Range(subtree(paragraph, thing.index).first, content.last)
    return Complement(kind, (content,))


def is_shell(thing: Token) -> bool:
    """Whether an object is itself a word of saying: "repeated the *claim* that …"."""
    return thing.pos == "NOUN" and (thing.lemma, "noun") in cue_words()


def _with_rest_of_word(paragraph: Paragraph, clause: Token) -> Range:
    """The clause's range; where it ends within a hyphenated word that the parser cut up, with what it hung beside it."""
    found = subtree(paragraph, clause.index)
    for child in paragraph.children(clause.head, "xcomp", "ccomp", "dep"):
        if (
            child.index > found.last
            and not paragraph.tokens[found.last].space_after
            and subtree(paragraph, child.index).first == found.last + 1
        ):
            found = Range(found.first, subtree(paragraph, child.index).last)
    return found


def clause_kind(paragraph: Paragraph, clause: Token) -> str:
    """``S``, ``INF``, ``NP+INF`` (an infinitive with a subject of its own), ``ING`` or ``A`` of a clausal complement."""
    children = paragraph.children(clause.index)
    subject = any(child.dep in {"nsubj", "nsubjpass", "expl"} for child in children)
    if any(child.tag == "TO" for child in children):
        return "NP+INF" if subject else "INF"
    if any(child.dep == "mark" or child.tag in {"WRB", "WP", "WDT"} for child in children):
        return "S"
    if clause.tag == "VBG" and not any(child.dep == "aux" for child in children):
        return "ING"
    if clause.pos in {"ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "ADV"}:
        return "A"
    if subject and clause.tag == "VB" and not any(child.tag == "MD" for child in children):
        return "NP+INF"
    return "S"


def _nominal(paragraph: Paragraph, after: list[Token], thing: Token | None, *, told: bool) -> Complement:
    predicate = next((child for child in after if child.dep in PREDICATES), None)
    link = next((child for child in after if child.dep == "prep" and _filled(paragraph, child)), None)
    if predicate is not None:
        first = subtree(paragraph, thing.index if thing is not None and thing.index < predicate.index else predicate.index).first
        return Complement("NP+A", (Range(first, subtree(paragraph, predicate.index).last),))
    if thing is not None and link is not None and link.index > thing.index:
        return _with_object(paragraph, after, thing, link, told=told)
    if thing is not None:
        return Complement("NP", (subtree(paragraph, thing.index),))
    if link is not None:
        last = link.index if _is_phrase(paragraph, link.head, link) else _with_purpose(paragraph, link, after)
        return Complement(link.lemma, (Range(link.index + 1, last),) if last > link.index else (), link.index)
    return NONE


def _with_object(paragraph: Paragraph, after: list[Token], thing: Token, link: Token, *, told: bool) -> Complement:
    """The frame of an object and a preposition: both are content, but of one told the preposition's, and of a phrase the object."""
    last = _with_purpose(paragraph, link, after)
    first = link.index + 1 if told and link.lemma in cue_class("topic") else subtree(paragraph, thing.index).first
    if _is_phrase(paragraph, thing.head, link):
        first, last = subtree(paragraph, thing.index)
    return Complement(f"NP+{link.lemma}", (Range(first, last),) if first <= last else (), link.index)


def _is_phrase(paragraph: Paragraph, head: int, link: Token) -> bool:
    """Whether a preposition and its noun make a phrase with the verb that is a cue word of its own: "called it into question"."""
    verb = paragraph.tokens[head]
    phrases = (f"{verb.lemma} {link.lemma} {thing.lemma}" for thing in paragraph.children(link.index, "pobj"))
    return any((phrase, "verb") in cue_words() for phrase in phrases)


def _with_purpose(paragraph: Paragraph, link: Token, after: list[Token]) -> int:
    """Where the complement of a preposition ends; an infinitive behind a gerund ("of planning to use …") belongs to the gerund, though
    parsers hang it on the cue."""
    last = subtree(paragraph, link.index).last
    gerund = any(child.tag == "VBG" for child in paragraph.children(link.index))
    for child in after:
        if gerund and child.dep in {"xcomp", "advcl"} and subtree(paragraph, child.index).first == last + 1:
            last = subtree(paragraph, child.index).last
    return last


def _filled(paragraph: Paragraph, link: Token) -> bool:
    """Whether a preposition joins something that can be content; a date cannot ("announced on Monday")."""
    things = paragraph.children(link.index, "pobj", "pcomp", "prep")
    return bool(things) and not any(thing.entity in {"DATE", "TIME"} for thing in things)


def _filling(paragraph: Paragraph, link: Token) -> list[Range]:
    whole = subtree(paragraph, link.index)
    return [Range(link.index + 1, whole.last)] if whole.last > link.index else []


def _passive(paragraph: Paragraph, children: tuple[Token, ...], found: Complement) -> Complement:
    subject = next((child for child in children if child.dep == "nsubjpass"), None)
    if found.frame in {"()", "<S", "S"} or subject is None:
        return Complement(f"BE:{found.frame}", found.contents, found.link)
    named = (subtree(paragraph, subject.index),) if subject.lemma != "it" or found.frame == "0" else ()
    if found.frame in {"as", "of"} and found.link is not None:
        return Complement(f"BE:{found.frame}", (*named, subtree(paragraph, found.link)))
    return Complement(f"BE:{found.frame}", (*named, *found.contents), found.link)


def noun_complement(paragraph: Paragraph, head: int) -> Complement:
    """What a noun takes: a clause, an infinitive, or a preposition."""
    after = [child for child in paragraph.children(head) if child.index > head]
    for child in after:
        if child.dep in {"acl", "ccomp", "relcl"} and (kind := _noun_clause(paragraph, child)):
            return Complement(kind, (subtree(paragraph, child.index),))
    for child in after:
        if child.dep == "prep" and _filled(paragraph, child) and child.lemma not in {"by", "from", "among", "in", "at", "during"}:
            return Complement(child.lemma, tuple(_filling(paragraph, child)), child.index)
    copula = paragraph.tokens[paragraph.tokens[head].head]
    if paragraph.tokens[head].dep == "nsubj" and copula.lemma == "be":
        return _copular(paragraph, copula)
    return NONE


def _noun_clause(paragraph: Paragraph, clause: Token) -> str:
    children = paragraph.children(clause.index)
    if any(child.tag == "TO" for child in children):
        return "INF"
    if any(child.dep == "mark" and child.lemma == "that" for child in children):
        return "S"
    return "S" if clause.dep == "ccomp" else ""


def _copular(paragraph: Paragraph, copula: Token) -> Complement:
    for child in paragraph.children(copula.index, "ccomp", "xcomp"):
        if child.index > copula.index:
            return Complement("IS", (subtree(paragraph, child.index),))
    return NONE


def adjective_complement(paragraph: Paragraph, head: int) -> Complement:
    """What a predicative adjective takes: a clause, an infinitive, or a preposition."""
    after = [child for child in paragraph.children(head) if child.index > head]
    for child in after:
        if child.dep in {"ccomp", "xcomp"}:
            kind = clause_kind(paragraph, child)
            return Complement(kind, (subtree(paragraph, child.index),))
    for child in after:
        if child.dep == "prep" and _filled(paragraph, child):
            return Complement(child.lemma, tuple(_filling(paragraph, child)), child.index)
    return NONE
