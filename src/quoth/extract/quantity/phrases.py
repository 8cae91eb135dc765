"""The nouns and verbs that a figure hangs under, in the text's words."""

from __future__ import annotations

from quoth.extract.quantity.fates import LIGHT, is_owned
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

SHARES = frozenset({"majority", "minority", "share", "portion", "proportion", "number"})
SCALES = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million", "billion", "trillion"})
PLACED = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "PERSON", "ORG"})
"""Entities that an amount is not counted of: "$5 million in Brenn"."""
OF = frozenset({"of", "in", "worth", "off"})
INSIDE = frozenset({"-", '"', "“", "”", "''", "``"})
"""Marks that may stand inside what an amount is of: "50 percent of “very unhappy” voters"."""


POLLS = frozenset({"poll", "survey", "study", "sample", "questionnaire", "referendum"})
"""Nouns that figures stand in; what they tell is of others."""
ASIDE = frozenset({"favor", "favour", "total", "addition", "fact", "turn", "return", "question", "place", "general"})
"""Nouns behind "in" that name nothing that an amount is of ("53 percent in favor")."""
MIDDLES = frozenset({"average", "median", "mean", "maximum", "minimum", "limit"})
UNTOLD = frozenset({"one", "time", "list", "high", "low", "record"})
"""Nouns that do not say what an amount is of ("48 percent an unfavorable one")."""
CHANGING = frozenset({"cut", "raise", "lower", "slash", "reduce", "increase", "double", "triple", "quadruple", "boost", "lift", "trim", "hike", "bring", "push",
                      "drive", "revise", "upgrade", "downgrade", "expand", "drop", "adjust", "widen", "narrow", "shrink", "halve", "extend"})  # fmt: skip
"""Verbs whose object stands at another amount after them ("cut *the rate* from 35 percent to 21 percent")."""
SETTING = frozenset({"cap", "set", "limit", "keep", "hold", "fix", "leave", "peg", "freeze", "put"})
"""Verbs that say at what amount their object stands ("capping *deductions* at 50,000")."""
LEADING = {"from": CHANGING, "to": CHANGING | {"limit"}, "at": SETTING}


def phrase(paragraph: Paragraph, noun: Token) -> str:
    """A noun with its compounds, in lower case."""
    before = (child for child in paragraph.children(noun.index, "compound") if child.index < noun.index)
    words = [
        child.text
        for child in before
        if child.pos not in {"PROPN", "NUM"}
        and not counts(child)
        and child.lemma != "quarter"
        and not child.text.lower().startswith("magnitude")
        and not paragraph.children(child.index, "nummod")
    ]
    return " ".join([*words, noun.text]).lower()


def counts(noun: Token) -> bool:
    """Whether a noun is a measure, a currency or a scale: it says how much, not of what."""
    measure = unit_words("measure")
    word = noun.text.lower()
    return (
        noun.lemma in measure
        or word in measure
        or word in {"point", "points"}
        or noun.lemma in unit_words("currency")
        or noun.lemma in SCALES
    )


def governor(paragraph: Paragraph, token: Token, *, doing: bool = False, share: bool = False) -> str | None:
    """What a figure hangs under, in the text's words: a noun with what belongs to it, a verb's form.

    Verbs of amount and change give their subject ("a debt nearing 5 million", "prices rose 5 percent"). Of other verbs those of paying
    give themselves to their object ("cost 5 million"), but not to a ``share``; with ``doing``, which is for people counted, all do ("400 people apply").
    """
    below, linked, sold = token, False, not share  # nothing is sold for 2 percent
    for above in paragraph.ancestors(token.index):
        if above.pos in {"NOUN", "PROPN"} and not counts(above):
            if _tells_no_thing(above):
                return None
            if doing and below.pos == "ADP" and (below.lemma != "of" or is_owned(paragraph, above)):
                return None
            return phrase(paragraph, told_apart(paragraph, below, above))
        if above.pos in {"VERB", "AUX"}:
            changed = _changed_by(paragraph, below, above)
            return (
                changed
                if changed is not None and not doing
                else _by_verb(paragraph, below, above, linked=linked, doing=doing, sold=sold)
            )
        below, linked = above, linked or (above.pos == "ADP" and above.lemma not in {"by", "of"})
    return None


def _tells_no_thing(noun: Token) -> bool:
    """Whether a noun over a figure is nothing that it could be of: somebody by name, a poll, a time."""
    person = noun.pos == "PROPN" and noun.entity == "PERSON"
    return person or noun.lemma in POLLS | UNTOLD or (noun.lemma in unit_words("time") and noun.lemma != "day")


def told_apart(paragraph: Paragraph, below: Token, noun: Token, *, whole: bool = False) -> Token:
    """What "a majority of voters — 74 percent" is a share of, else the noun itself. ``whole``: the noun is what a share is told of
    ("33 percent of the total number of *voters*")."""
    if noun.lemma not in SHARES or (not whole and below.dep not in {"appos", "compound", "nmod", "nummod", "amod"}):
        return noun
    inner = [
        token for of in paragraph.children(noun.index, "prep") if of.lemma == "of" for token in paragraph.children(of.index, "pobj")
    ]
    return next(iter(inner), noun)


def _by_verb(paragraph: Paragraph, below: Token, verb: Token, *, linked: bool, doing: bool, sold: bool) -> str | None:
    if verb.lemma in unit_words("amounting") and not doing:
        if verb.lemma == "be" and below.dep == "nsubj":
            return _said_of(paragraph, verb)
        return _subject(paragraph, below, verb)
    traded = sold and below.lemma == "for" and below.dep == "prep" and not doing  # "sold for 64 million"
    hangs = (linked and not traded) or (below.dep in {"nsubj", "nsubjpass"} and not doing)
    if not doing:
        return verb.text.lower() if sold and verb.lemma in unit_words("paying") and not hangs else None
    return None if hangs or verb.lemma in LIGHT else verb.text.lower()


def _said_of(paragraph: Paragraph, verb: Token) -> str | None:
    """What an amount is said to be: "29,400 is *the average*"."""
    said = next((one for one in paragraph.children(verb.index, "attr") if one.lemma in MIDDLES | unit_words("sum").keys()), None)
    return None if said is None else phrase(paragraph, said)


def _changed_by(paragraph: Paragraph, below: Token, verb: Token) -> str | None:
    """The thing that somebody changes by an amount, or to or at one: "it would slow *the economy* by 0.6 percent", "*deductions* are capped at 5,000"."""
    word = below.lemma.lower()
    passive = word in LEADING and verb.lemma in LEADING[word]
    if not (word == "by" or passive) or below.dep not in {"prep", "agent"}:
        return None
    objects = [one for one in paragraph.children(verb.index, "dobj") if verb.index < one.index < below.index]
    subjects = paragraph.children(verb.index, "nsubjpass") if passive else ()
    changed = next(iter([*objects, *subjects]), None)
    return (
        None
        if changed is None or changed.lemma in UNTOLD or changed.pos != "NOUN" or counts(changed)
        else phrase(paragraph, changed)
    )


def _subject(paragraph: Paragraph, below: Token, verb: Token) -> str | None:
    """The thing whose amount a verb tells: its subject, what its participle describes, or the subject of the verb that it is joined to."""
    subject = next(iter(paragraph.children(verb.index, "nsubj", "nsubjpass")), None)
    if subject is None and verb.dep == "acl":
        subject = paragraph.tokens[verb.head]
    if subject is None and verb.dep in {"conj", "xcomp"}:
        subject = next(iter(paragraph.children(verb.head, "nsubj", "nsubjpass")), None)
    if subject is not None and subject.pos == "PRON" and verb.dep == "relcl":
        subject = paragraph.tokens[verb.head]
    if subject is None or subject.index == below.index or subject.pos not in {"NOUN", "PROPN"} or counts(subject):
        return None
    return None if subject.pos == "PROPN" and subject.entity in PLACED else phrase(paragraph, subject)


def behind(paragraph: Paragraph, last: int) -> Token | None:
    """The noun behind an amount: "of voters", "in spending cuts", "worth of goods", "off of growth"; None where there is none."""
    tokens, at = paragraph.tokens, last + 1
    if " ".join(token.text.lower() for token in tokens[at : at + 2]) in unit_words("bound_after"):
        last, at = last + 2, at + 2
    while at < min(len(tokens), last + 3) and tokens[at].text.lower() in OF:
        at += 1
    if at == last + 1 or at >= len(tokens):
        return None
    for token in tokens[at : at + 8]:
        owner = token.index + 1 < len(tokens) and tokens[token.index + 1].tag == "POS"  # "of the members' pay"
        if (
            token.pos in {"NOUN", "PROPN"}
            and token.dep in {"pobj", "dobj"}
            and not owner
            and paragraph.tokens[token.head].index >= last
        ):
            placed = token.entity in PLACED and (token.pos == "PROPN" or token.entity in {"DATE", "TIME"})
            placed = placed or (
                tokens[at - 1].text.lower() == "in" and token.lemma in unit_words("land")
            )  # "2 percent in this country"
            aside = tokens[at - 1].text.lower() == "in" and token.lemma in ASIDE
            if placed or aside or token.lemma in UNTOLD | POLLS or token.lemma in unit_words("time"):
                return None
            return told_apart(paragraph, token, token, whole=True)
        ends = token.pos in {"PUNCT", "VERB", "AUX"} and token.dep not in {"amod", "compound"} and token.text not in INSIDE
        if ends or (token.pos == "NUM" and token.entity == "DATE"):  # "in 2010"
            return None
    return None
