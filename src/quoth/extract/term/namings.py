"""Other names that a text gives to a thing: "the order, known as the Silt Rule", "a campaign dubbed Clear Water"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.term.ranges import (
    CLOSING,
    OPENING,
    PLACED,
    Found,
    Range,
    is_indefinite,
    is_person,
    is_quoted,
    length,
    may_stand_in_name,
    quoted_from,
    stripped,
)
from quoth.lexicon.classes import word_class
from quoth.syntax import Paragraph, Token

LONGEST_NAME = 9
LONGEST_THING = 22
HENCEFORTH = frozenset({"hereafter", "hereinafter", "henceforth"})
LOOSE = frozenset({"acl", "advcl", "appos", "dep", "ROOT", "parataxis", "conj"})
"""What a participle that gives a name may be in the tree."""
UNNAMED = PLACED - {"GPE", "LOC", "FAC"}
"""Entities that no other name is told of: times and numbers."""
BETWEEN = frozenset({",", "(", "-", "–", "—", "--"})


def find_namings(paragraph: Paragraph) -> Iterator[Found]:
    """The names given in a paragraph, each with the words for the thing that it names."""
    for token in paragraph.tokens:
        found = None
        if token.text.lower() in {"so-called", "called"} and _so_called(paragraph, token):
            found = _so_named(paragraph, token)
        elif token.tag in {"VBN", "VBD"} and token.lemma in word_class("naming"):
            found = _by_verb(paragraph, token)
        elif token.text.lower() in HENCEFORTH:
            found = _from_here_on(paragraph, token)
        if found is not None:
            yield found


# --- known as, called, dubbed ----------------------------------------------------------------------------------------------


def _by_verb(paragraph: Paragraph, verb: Token) -> Found | None:
    name = _name_after(paragraph, verb)
    if name is None:
        return None
    thing = (
        _thing_before(paragraph, verb)
        or _subject(paragraph, verb)
        or _whom_others_call(paragraph, verb)
        or _thing_behind(paragraph, verb, name)
    )
    if thing is None or not _may_name(paragraph, verb, name, thing):
        return None
    words = _words_for(paragraph, thing, verb)
    return None if words is None or words == name else Found(name, words)


def _name_after(paragraph: Paragraph, verb: Token) -> Range | None:
    """The name behind the verb; behind "known" and "referred to" there is "as" before it."""
    tokens, at = paragraph.tokens, verb.index + 1
    if at < len(tokens) and tokens[at].text.lower() == "to":
        at += 1
    takes_as = verb.lemma in word_class("naming_as")
    said_as = at < len(tokens) and tokens[at].text.lower() in {"as", "simply", "officially", "informally"}
    if takes_as and not (at < len(tokens) and tokens[at].text.lower() == "as"):
        return None
    at += said_as
    if at >= len(tokens) or (tokens[at].pos in {"PUNCT", "ADP", "VERB", "SCONJ", "ADV"} and tokens[at].text not in OPENING):
        return None
    article = at + 1 if tokens[at].pos == "DET" else at
    return quoted_from(paragraph, article) or _plain_name(paragraph, at)


def _plain_name(paragraph: Paragraph, first: int) -> Range | None:
    """A name out of quotation marks: up to its clause, the next comma, or a preposition that does not belong to a name."""
    tokens, last = paragraph.tokens, first
    noun = None
    for token in tokens[first : first + LONGEST_NAME]:
        inside = token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "X", "SYM"} or token.tag in {"VBG", "VBN"}
        joint = token.text.lower() in {"of", "for", "and", "-", "’s", "'s", "&", "in"} or token.text in OPENING
        small = token.text.lower() in {"for", "and", "in"} and not _goes_on(tokens, token.index)
        if not (inside or joint) or small or (token.begins_sentence and token.index > first):
            break
        if may_stand_in_name(token) or token.tag == "VBG":
            noun, last = token, token.index
    return None if noun is None else stripped(paragraph, first, last)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name goes on over a small word: capitals on both sides of it."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    short = before.text.isupper() and after.text.isupper()
    return before.text[0].isupper() and after.text[0].isupper() and not short and after.entity != "PERSON"


def _thing_before(paragraph: Paragraph, verb: Token) -> Token | None:
    """The noun that a participle follows ("the order, known as …", "a rule (also called …)")."""
    tokens, at = paragraph.tokens, verb.index - 1
    while at >= 0 and (tokens[at].pos == "ADV" or tokens[at].text in BETWEEN or tokens[at].text in CLOSING):
        at -= 1
    if at < 0 or (tokens[at].pos not in {"NOUN", "PROPN", "NUM"} and verb.dep != "acl"):
        return None
    parted = any(token.text in BETWEEN for token in tokens[at + 1 : verb.index])
    if parted and tokens[at].pos == "PROPN" and tokens[at].entity != "PERSON" and verb.dep in LOOSE:
        nearest = tokens[at]
    elif verb.dep == "acl" and tokens[verb.head].pos in {"NOUN", "PROPN"}:
        nearest = tokens[verb.head]
    elif (verb.tag == "VBN" or parted) and verb.dep in LOOSE and not _has_subject(paragraph, verb):
        nearest = tokens[at]
    else:
        return None
    return _whole(paragraph, nearest) if parted or _is_bare(paragraph, nearest) else nearest


def _is_bare(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun may be the end of a longer phrase that is named: it has no article, is no name, or is a time."""
    determined = paragraph.children(noun.index, "det", "poss", "nummod")
    return noun.entity in {"DATE", "TIME"} or (noun.pos != "PROPN" and not determined and noun.tag != "NNS")


def _has_subject(paragraph: Paragraph, verb: Token) -> bool:
    return bool(paragraph.children(verb.index, "nsubj", "nsubjpass", "aux", "auxpass"))


def _whole(paragraph: Paragraph, noun: Token) -> Token:
    """The noun whose phrase ends with ``noun``: after a comma a name is given to the whole of it; to a thing with an article itself."""
    if noun.pos == "PROPN":
        return _whole_name(paragraph, noun)
    if not _is_bare(paragraph, noun):
        return noun
    for above in paragraph.ancestors(noun.index):
        if above.pos in {"VERB", "AUX"} and above.dep not in {"acl", "relcl"}:
            break
        if above.pos == "NOUN" and (is_indefinite(paragraph, above) or noun.entity in {"DATE", "TIME"}):
            return above
    return noun


def _whole_name(paragraph: Paragraph, noun: Token) -> Token:
    """The head of the name that ends with ``noun`` ("Board" of "Board for Safety in the Valley")."""
    while True:
        above = paragraph.tokens[noun.head]
        beyond = paragraph.tokens[above.head]
        if (
            above.pos == "PROPN"
            and noun.dep in {"compound", "appos", "conj", "nmod"}
            and above.index < noun.index
            and noun.dep != "appos"
        ):
            noun = above
        elif (
            above.pos == "ADP" and above.lemma in {"of", "for", "on", "in"} and beyond.pos == "PROPN" and beyond.index < noun.index
        ):
            noun = beyond
        else:
            return noun


def _subject(paragraph: Paragraph, verb: Token) -> Token | None:
    """The subject of "X is known as …", what "which is known as …" stands behind."""
    subject = next(iter(paragraph.children(verb.index, "nsubjpass")), None)
    if subject is None or verb.tag != "VBN":
        return None
    if subject.tag == "WDT" and verb.dep == "relcl" and paragraph.tokens[verb.head].pos in {"NOUN", "PROPN"}:
        return paragraph.tokens[verb.head]
    return subject if subject.pos in {"NOUN", "PROPN"} else None


def _whom_others_call(paragraph: Paragraph, verb: Token) -> Token | None:
    """What "which critics dubbed …" stands behind."""
    thing = paragraph.tokens[verb.head]
    given = any(child.tag == "WDT" for child in paragraph.children(verb.index, "dobj", "nsubj"))
    return thing if verb.dep == "relcl" and given and thing.pos in {"NOUN", "PROPN"} else None


def _thing_behind(paragraph: Paragraph, verb: Token, name: Range) -> Token | None:
    """What a sentence goes on with that "Better known as the Heron, …" opens."""
    tokens, at = paragraph.tokens, name[1] + 1
    opens = paragraph.sentence_of(verb.index)[0]
    while at < len(tokens) and tokens[at].text in CLOSING:
        at += 1
    if verb.index - opens > 1 or at >= len(tokens) or tokens[at].text != ",":
        return None
    nouns = (token for token in tokens[at + 1 : at + 6] if token.pos in {"NOUN", "PROPN"} and token.dep != "compound")
    return next(nouns, None)


def _may_name(paragraph: Paragraph, verb: Token, name: Range, thing: Token) -> bool:
    """Whether the words are a name of the thing, and not what someone or something is reputed as."""
    words = paragraph.tokens[name[0] : name[1] + 1]
    nominal = any(map(may_stand_in_name, words)) and not _goes_to_as(paragraph.tokens, name[1])
    apart = thing.index not in range(name[0], name[1] + 1) and thing.pos != "PRON" and thing.entity not in UNNAMED
    timed = any(token.entity in {"DATE", "TIME"} for token in words) and not is_quoted(paragraph, name[0])
    if timed or not nominal or not apart or _only_calls(paragraph, verb, name, thing):
        return False
    determiner = paragraph.tokens[name[0] - 1].text.lower() if name[0] else ""
    marked, proper = is_quoted(paragraph, name[0]), _is_proper(words)
    if is_person(thing):
        return marked or (proper and (determiner == "the" or (determiner != "a" and verb.lemma != "call")))
    if marked or proper:
        return marked or determiner not in {"a", "an"} or words[0].text.isupper()
    kinds = is_indefinite(paragraph, thing) or (thing.tag == "NNS" and words[-1].tag == "NNS")
    return kinds or (determiner == "the" and thing.pos != "PROPN")


def _is_proper(words: Sequence[Token]) -> bool:
    return any(token.pos == "PROPN" or token.text[0].isupper() for token in words)


def _only_calls(paragraph: Paragraph, verb: Token, name: Range, thing: Token) -> bool:
    """Whether "called" tells of a call ("the minister called Anna Reeve"), a judgement, or which one is meant ("a town called Miln")."""
    first = paragraph.tokens[name[0]]
    after_article = name[0] > 0 and paragraph.tokens[name[0] - 1].text.lower() == "the"
    rings = thing.pos == "PROPN" or is_person(thing) or (first.entity == "PERSON" and not after_article)
    if (verb.tag == "VBD" or verb.lemma == "call") and rings:
        return True
    marked = is_quoted(paragraph, name[0]) or _is_proper(paragraph.tokens[name[0] : name[1] + 1])
    return verb.lemma == "call" and not _is_set_off(paragraph, verb) and (marked or _is_active(paragraph, verb))


def _goes_to_as(tokens: Sequence[Token], last: int) -> bool:
    """Whether "as" follows: "they dubbed it X as …"."""
    return last + 1 < len(tokens) and tokens[last + 1].text.lower() == "as"


def _is_active(paragraph: Paragraph, verb: Token) -> bool:
    """Whether somebody calls something something: a judgement as often as a name."""
    named = paragraph.children(verb.index, "oprd") and not paragraph.children(verb.index, "dobj")
    return (verb.tag == "VBD" and not named) or bool(paragraph.children(verb.index, "nsubj"))


def _is_set_off(paragraph: Paragraph, verb: Token) -> bool:
    """Whether "called" stands behind a comma, a bracket or "also": it adds a name rather than says which one is meant."""
    before = paragraph.tokens[verb.index - 1] if verb.index else None
    adverbs = {"also", "commonly", "often", "sometimes", "formally", "officially", "popularly", "informally"}
    return before is not None and not _is_active(paragraph, verb) and (before.text in BETWEEN or before.text.lower() in adverbs)


def _words_for(paragraph: Paragraph, thing: Token, verb: Token) -> Range | None:
    """The words for the thing: its phrase up to the verb."""
    first, last = paragraph.edges[thing.index]
    if verb.index > thing.index:
        own = paragraph.edges[verb.index][0] - 1 if verb.head == thing.index else verb.index - 1
        last = min(last, own, verb.index - 1)
    while first < thing.index and paragraph.tokens[first].pos in {"CCONJ", "ADV"}:
        first += 1
    found = stripped(paragraph, first, max(last, thing.index))
    while found[1] > thing.index and paragraph.tokens[found[1]].pos in {"ADV", "AUX", "SCONJ", "PRON", "CCONJ"}:
        found = stripped(paragraph, found[0], found[1] - 1)
    if length(found) > LONGEST_THING:
        near = [child.index for child in paragraph.children(thing.index, "compound", "amod", "nummod", "poss")]
        found = stripped(paragraph, min([thing.index, *near]), thing.index)
    indefinite = found[0] > 0 and paragraph.tokens[found[0] - 1].text.lower() in {"a", "an"}
    return (found[0] - indefinite, found[1]) if length(found) <= LONGEST_THING else None


def _from_here_on(paragraph: Paragraph, token: Token) -> Found | None:
    """Reads "the boarding of the vessel, hereafter “the incident”," and "the Ministry of Rivers (hereinafter the Ministry)"."""
    at = token.index
    if at + 1 >= len(paragraph.tokens) or at == 0 or paragraph.tokens[at - 1].text not in BETWEEN:
        return None
    name = quoted_from(paragraph, at + 1) or _plain_name(paragraph, at + 1)
    above = (one for one in paragraph.ancestors(at) if one.index < at and one.pos in {"NOUN", "PROPN"})
    thing = next(above, None)
    words = None if thing is None else _words_for(paragraph, thing, token)
    return None if name is None or words is None else Found(name, words)


# --- so-called -------------------------------------------------------------------------------------------------------------


def _so_called(paragraph: Paragraph, token: Token) -> bool:
    """Whether a token ends "so-called"."""
    before = paragraph.tokens[max(0, token.index - 2) : token.index]
    return token.text.lower() == "so-called" or [one.text.lower() for one in before] == ["so", "-"]


def _so_named(paragraph: Paragraph, token: Token) -> Found | None:
    """Reads "X, the so-called Y" and "the so-called Y, a X that …": the one is said beside the other."""
    tokens = paragraph.tokens
    start = token.index - 1 if token.text.lower() == "so-called" else token.index - 3
    name = quoted_from(paragraph, token.index + 1) or _plain_name(paragraph, token.index + 1)
    if name is None or start < 0:
        return None
    before = _named_before(paragraph, start - 1 if tokens[start].pos == "DET" else start)
    if before is not None:
        return Found(name, before)
    return _said_behind(paragraph, name)


def _named_before(paragraph: Paragraph, at: int) -> Range | None:
    """The phrase that ends with a comma or a dash before "the so-called Y"."""
    tokens = paragraph.tokens
    if at < 1 or tokens[at].text not in BETWEEN - {"("} or tokens[at - 1].pos not in {"NOUN", "PROPN"}:
        return None
    noun = tokens[at - 1]
    while noun.dep in {"compound", "flat"} and tokens[noun.head].index < at:
        noun = tokens[noun.head]
    behind = tokens[at + 1 : at + 12]
    appositive = any(one.dep == "appos" and one.head <= at for one in behind)
    closed = any(one.text == "," for one in behind)
    if not appositive and not (closed and noun.pos == "PROPN"):
        return None
    first = paragraph.edges[noun.index][0]
    return stripped(paragraph, first, at - 1) if at - first <= LONGEST_THING else None


def _said_behind(paragraph: Paragraph, name: Range) -> Found | None:
    """The apposition behind a so-called name that says what it is."""
    tokens, at = paragraph.tokens, name[1] + 1
    while at < len(tokens) and tokens[at].text in CLOSING:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text not in {",", "–", "—", "--", "-"}:
        return None
    said = next((one for one in tokens[at + 1 : at + 8] if one.dep == "appos" and _describes(paragraph, one)), None)
    if said is None or not paragraph.children(said.index, "relcl", "acl", "prep"):
        return None
    first, last = paragraph.edges[said.index]
    return Found(name, stripped_end(paragraph, first, last))


def _describes(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun is put as a description: with an article, "one" or in the plural."""
    determined = {child.text.lower() for child in paragraph.children(noun.index, "det")}
    return bool(determined & {"a", "an", "the"}) or noun.lemma in {"one", "those"} or noun.tag == "NNS"


def stripped_end(paragraph: Paragraph, first: int, last: int) -> Range:
    """The range without marks at its end."""
    while last > first and paragraph.tokens[last].pos == "PUNCT":
        last -= 1
    return first, last
