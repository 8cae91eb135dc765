"""What words are said to mean: "X is an act that …", "the term X means …", "by X … mean …", "X, meaning Y", a question and its answer."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.term.plainly import is_nameless, read_plainly
from quoth.extract.term.ranges import (
    CLOSING,
    EMPHASIS,
    LONGEST_TERM,
    OPENING,
    SHORTEST_DEFINITION,
    Found,
    Range,
    definition_range,
    is_indefinite,
    is_person,
    is_quoted,
    length,
    marked,
    stripped,
    term_range,
)
from quoth.lexicon.genus import genus_nouns
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

MEANS = frozenset({"mean", "refer", "denote", "describe", "define", "designate", "stand"})
WORDS = frozenset({"term", "word", "phrase", "expression", "acronym", "abbreviation"})
READINGS = frozenset({"definition", "meaning", "reading"})
"""Nouns for what somebody takes a word to mean."""
PAIR = 2
"""Quotation marks around one expression."""
VAGUE = frozenset(
    {"thing", "reason", "problem", "issue", "question", "point", "one", "way", "example", "sign", "fact", "part", "place", "result"}
)
"""Nouns that say of a thing what it is to somebody, not what it is."""
MARKS = frozenset({"“", '"', "‘"})
EXPLAINING = frozenset({"explain", "clarify", "explainer", "explanation", "definition", "glossary", "background"})
"""Words before a colon, or "that", that an explanation follows."""


def find_meanings(paragraph: Paragraph) -> Iterator[Found]:
    """The definitions that verbs of a paragraph give."""
    for token in paragraph.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        if token.lemma == "be":
            one = _by_being(paragraph, token) if token.dep != "relcl" else _by_relative(paragraph, token)
            one = one or _by_reading(paragraph, token)
        elif token.lemma in MEANS:
            one = _by_meaning(paragraph, token) or _by_which(paragraph, token) or _by_participle(paragraph, token)
            one = one or _by_users(paragraph, token) or read_plainly(paragraph, token)
        else:
            one = None
        if one is not None:
            yield one


def _by_being(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "A false flag operation is an act that …": a kind, in the present, by a genus with what sets it apart."""
    subject = next(iter(paragraph.children(verb.index, "nsubj")), None)
    genus = next(iter(paragraph.children(verb.index, "attr")), None)
    if verb.tag not in {"VBZ", "VBP"} or subject is None or genus is None or subject.index > verb.index:
        return None
    if paragraph.children(verb.index, "neg", "aux") or not _is_kind(paragraph, subject):
        return None
    definition = definition_range(paragraph, genus.index)
    if _is_set_out(paragraph, subject, verb) and _tells_what(paragraph, genus, definition):
        return Found(term_range(paragraph, subject), _with_manner(paragraph, verb, definition))
    if not _is_genus(paragraph, genus) and not _is_the_one(paragraph, subject, genus):
        return None
    return Found(term_range(paragraph, subject), definition)


def _is_set_out(paragraph: Paragraph, subject: Token, verb: Token) -> bool:
    """Whether a subject is set out as a word to be explained: all of it in emphasis or quotation marks, or behind "We explain:" or "She
    explained that"."""
    tokens, (first, _) = paragraph.tokens, paragraph.edges[subject.index]
    opened = next((token.index for token in tokens[first : subject.index] if token.text in EMPHASIS | OPENING), first - 1)
    start, end = stripped(paragraph, first, subject.index)
    around = opened >= 0 and tokens[opened].text in EMPHASIS | OPENING and start == opened + 1
    if around and tokens[verb.index - 1].text in EMPHASIS | CLOSING and end == verb.index - 2:
        return True
    lead = first - 1
    if _is_explained(paragraph, subject):
        return is_indefinite(paragraph, subject)
    return lead > 0 and tokens[lead].text == ":" and tokens[lead - 1].lemma.lower() in EXPLAINING


def _is_explained(paragraph: Paragraph, subject: Token) -> bool:
    """Whether a subject opens the clause of "explained that …"."""
    tokens, first = paragraph.tokens, paragraph.edges[subject.index][0]
    verb = tokens[subject.head]
    return first > 0 and tokens[first - 1].text.lower() == "that" and tokens[verb.head].lemma in EXPLAINING


def _tells_what(paragraph: Paragraph, genus: Token, definition: Range) -> bool:
    """Whether "the sudden shutdown of a reactor" tells what something is: a noun with its article and what sets it apart."""
    article = bool(paragraph.children(genus.index, "det"))
    apart = paragraph.children(genus.index, "relcl", "acl", "prep")
    judged = any(child.tag == "JJS" for child in paragraph.children(genus.index, "amod"))  # "the greatest threat"
    worded = genus.lemma in WORDS and all(child.lemma != "for" for child in apart)  # "a phrase delivered with a sniff"
    plain = genus.pos == "NOUN" and genus.lemma not in VAGUE and not judged and not worded
    return plain and article and bool(apart) and length(definition) >= SHORTEST_DEFINITION


def _with_manner(paragraph: Paragraph, verb: Token, definition: Range) -> Range:
    """A definition with the phrase right behind it that says how: "the shutdown of a reactor *by dropping all its rods*"."""
    ways = (paragraph.edges[one.index] for one in paragraph.children(verb.index, "prep"))
    return definition[0], next((last for first, last in ways if first == definition[1] + 1), definition[1])


def _by_relative(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "the so-called silt gap, which is the distance …": a name marked as one, with a clause that says what it is."""
    noun = paragraph.tokens[verb.head]
    relative = next((child for child in paragraph.children(verb.index, "nsubj") if child.lemma == "which"), None)
    genus = next(iter(paragraph.children(verb.index, "attr")), None)
    if relative is None or genus is None or verb.tag not in {"VBZ", "VBP"} or paragraph.tokens[relative.index - 1].text != ",":
        return None
    first, last = _marked_name(paragraph, noun)
    definition = definition_range(paragraph, genus.index)
    long = definition[1] - genus.index >= SHORTEST_DEFINITION
    return Found((first, last), definition) if first <= last and long and genus.pos in {"NOUN", "PROPN"} else None


def _marked_name(paragraph: Paragraph, noun: Token) -> Range:
    """The words of a name behind "so-called" or in quotation marks, that end with ``noun``; an empty range where nothing marks one."""
    tokens, start = paragraph.tokens, paragraph.edges[noun.index][0]
    so_called = [
        token.index
        for token in tokens[start : noun.index]
        if token.text.lower() == "called" and tokens[token.index - 1].text == "-"
    ]
    whole = [token.index for token in tokens[start : noun.index] if token.text.lower() == "so-called"]
    opened = [token.index for token in tokens[start : noun.index] if token.text in MARKS]
    marks = [*so_called, *whole, *opened]
    return stripped(paragraph, marks[0] + 1, noun.index) if marks else (noun.index, noun.index - 1)


def _is_kind(paragraph: Paragraph, subject: Token) -> bool:
    """Whether a subject is a kind of thing: "a false flag operation", "drawdown", and not a pronoun, person or known thing."""
    if subject.pos not in {"NOUN", "PROPN"} or subject.entity in {"PERSON", "GPE", "DATE", "LOC", "NORP", "CARDINAL"}:
        return False
    first, last = paragraph.edges[subject.index]
    determiners = {child.text.lower() for child in paragraph.children(subject.index, "det", "poss")}
    sentence = paragraph.sentence_of(subject.index)[0]
    generic = bool(determiners & {"a", "an"}) or not determiners
    word = titles().get(subject.lemma)
    short = last - first + 1 <= LONGEST_TERM and not paragraph.children(subject.index, "relcl", "acl", "prep", "conj", "nummod")
    opens = first == sentence or paragraph.tokens[first - 1].text in {",", ":", *MARKS} or _is_explained(paragraph, subject)
    named = subject.pos == "PROPN" and not determiners
    return generic and short and opens and not named and (word is None or not word.person)


def _is_genus(paragraph: Paragraph, genus: Token) -> bool:
    """Whether "an act committed with the intent of …" sets a kind apart: indefinite, of a general noun, with a clause or phrase."""
    determiners = {child.text.lower() for child in paragraph.children(genus.index, "det")}
    tells_apart = paragraph.children(genus.index, "relcl", "acl", "prep")
    long = paragraph.edges[genus.index][1] - genus.index
    indefinite = bool(determiners & {"a", "an", "any"})
    return indefinite and bool(tells_apart) and genus.lemma in genus_nouns() and long >= SHORTEST_DEFINITION


def _is_the_one(paragraph: Paragraph, subject: Token, genus: Token) -> bool:
    """Whether "a war-risk premium is the surcharge that an owner pays …" sets a kind apart: a name of two words, and a clause on the one thing."""
    definite = any(child.text.lower() == "the" for child in paragraph.children(genus.index, "det"))
    compound = bool(paragraph.children(subject.index, "compound")) and is_indefinite(paragraph, subject)
    told = any(paragraph.tokens[clause.index].tag in {"VBZ", "VBP"} for clause in paragraph.children(genus.index, "relcl"))
    return definite and compound and told and genus.pos == "NOUN" and genus.lemma not in VAGUE and not is_person(genus)


# --- verbs of meaning ------------------------------------------------------------------------------------------------------


def _by_meaning(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "the term X means …", "X refers to …", "X is defined as …", "by X the Agency means …"."""
    if verb.tag not in {"VBZ", "VBP", "VBN", "VBD"}:
        return None
    subject = next(iter(paragraph.children(verb.index, "nsubj", "nsubjpass")), None)
    meant = _meant(paragraph, verb)
    if subject is None or meant is None:
        return None
    by = [inner for child in paragraph.children(verb.index, "prep", "agent") if child.text.lower() == "by" and child.index < subject.index
          for inner in paragraph.children(child.index, "pobj")]  # fmt: skip
    named = next((token for token in by if token.text[0].isalnum()), None)
    if named is not None and verb.lemma == "mean" and not is_nameless(named):
        return Found(term_range(paragraph, named), definition_range(paragraph, meant.index))
    if _takes_up(paragraph, subject):
        return Found(None, definition_range(paragraph, meant.index))
    worded = _worded(paragraph, subject) or (_short_form(subject) if verb.lemma == "stand" else None)
    return None if worded is None else Found(worded, definition_range(paragraph, meant.index))


def _short_form(subject: Token) -> Range | None:
    """The subject of "LDB stands for …"."""
    return (subject.index, subject.index) if sum(char.isupper() for char in subject.text) > 1 else None


def _takes_up(paragraph: Paragraph, subject: Token) -> bool:
    """Whether a subject is "the term" alone, that the text has just named."""
    children = paragraph.children(subject.index)
    return subject.lemma in {"term", "expression", "phrase"} and [child.text.lower() for child in children] in (["the"], ["this"])


def _meant(paragraph: Paragraph, verb: Token) -> Token | None:
    """The head of what a verb of meaning has on its other side."""
    direct = (
        paragraph.children(verb.index, "dobj", "ccomp", "oprd") if verb.lemma in {"mean", "denote", "describe", "define"} else ()
    )
    after = {"refer": {"to"}, "define": {"as"}, "describe": {"as"}, "stand": {"for"}, "designate": set()}.get(verb.lemma, set())
    indirect = [inner for child in paragraph.children(verb.index, "prep") if child.text.lower() in after
                for inner in paragraph.children(child.index, "pobj", "pcomp")]  # fmt: skip
    return next(iter([*indirect, *(token for token in direct if token.index > verb.index)]), None)


def _worded(paragraph: Paragraph, subject: Token) -> Range | None:
    """The term in "the term X", "the word “X”", or a subject that stands in quotation marks."""
    first, last = paragraph.edges[subject.index]
    tokens = paragraph.tokens
    if subject.lemma in WORDS:
        named = paragraph.children(subject.index, "appos", "nmod")
        return term_range(paragraph, named[0]) if named else None
    nouns = [
        child for child in paragraph.children(subject.index, "compound", "nmod", "det") if child.lemma in {"term", "word", "phrase"}
    ]
    if nouns:
        return stripped(paragraph, nouns[-1].index + 1, last)
    quoted = first > 0 and tokens[first].text in {*MARKS, "'"}
    return marked(paragraph, first, last) if quoted and last - first <= LONGEST_TERM + 1 else None


def _by_which(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "tarn, which means a small lake", "silt fever, which refers to a group of …", "LDB, which stands for …"."""
    noun = paragraph.tokens[verb.head]
    relative = next((child for child in paragraph.children(verb.index, "nsubj") if child.lemma == "which"), None)
    meant = _meant(paragraph, verb)
    if verb.dep != "relcl" or relative is None or meant is None or meant.pos not in {"NOUN", "PROPN"} or is_person(noun):
        return None
    mark = noun.pos == "PROPN" or is_quoted(paragraph, noun.index) or paragraph.tokens[noun.index + 1].text in {'"', "”", "’"}
    told = is_quoted(paragraph, paragraph.edges[meant.index][0]) or meant.pos == "PROPN" or is_indefinite(paragraph, meant)
    if verb.lemma == "mean" and not (mark or told):
        return None
    return Found(term_range(paragraph, noun), definition_range(paragraph, meant.index))


def _by_users(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "dark running, which sailors define as …", and with the same noun again "the right of visit, described as the right …"."""
    noun, meant = paragraph.tokens[verb.head], _meant(paragraph, verb)
    given = any(child.lemma == "which" for child in paragraph.children(verb.index, "dobj"))
    if verb.dep != "relcl" or not given or meant is None or is_person(noun) or noun.pos not in {"NOUN", "PROPN"}:
        return None
    definition = definition_range(paragraph, meant.index)
    determined = meant.tag == "VBG" or paragraph.children(meant.index, "det") or is_quoted(paragraph, definition[0])
    if not (verb.lemma == "define" or (verb.lemma == "describe" and noun.lemma == meant.lemma)) or not determined:
        return None
    return Found(term_range(paragraph, noun), definition) if length(definition) >= SHORTEST_DEFINITION else None


def _by_reading(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "the meaning of ‘sex’ is …", "his own reading of the word is shorter: ‘…’"; behind a colon or with an article."""
    subject = next(iter(paragraph.children(verb.index, "nsubj")), None)
    of = [] if subject is None or subject.lemma not in READINGS else paragraph.children(subject.index, "prep")
    worded = next((inner for one in of if one.lemma == "of" for inner in paragraph.children(one.index, "pobj", "pcomp")), None)
    if worded is None or paragraph.children(verb.index, "neg", "aux"):
        return None
    definition = _said_of_it(paragraph, verb)
    quoted = is_quoted(paragraph, worded.index)
    if definition is None or length(definition) < SHORTEST_DEFINITION or not (quoted or worded.lemma in WORDS):
        return None
    return Found(None if worded.lemma in WORDS else term_range(paragraph, worded), definition)


def _said_of_it(paragraph: Paragraph, verb: Token) -> Range | None:
    """The noun with its article, or the words in quotation marks behind a colon, that a form of "be" leads to."""
    tokens, stop = paragraph.tokens, paragraph.sentence_of(verb.index)[1]
    colon = next((index for index in range(verb.index, stop - 1) if tokens[index].text == ":"), None)
    if colon is not None and tokens[colon + 1].text in MARKS:
        return marked(paragraph, colon + 1, stop - 1)
    attribute = next(iter(paragraph.children(verb.index, "attr")), None)
    if attribute is None or attribute.index < verb.index or not paragraph.children(attribute.index, "det"):
        return None
    return definition_range(paragraph, attribute.index)


def _by_participle(paragraph: Paragraph, verb: Token) -> Found | None:
    """Reads "“clear water,” meaning “…”" and "a tarn, meaning a small lake": a noun right before, marked or common."""
    tokens, at = paragraph.tokens, verb.index - 1
    if verb.tag != "VBG" or verb.lemma != "mean" or at < 1 or tokens[at].text not in {",", "”", '"', "("}:
        return None
    meant = next(iter(paragraph.children(verb.index, "dobj")), None)
    quoted = at > 0 and (tokens[at].text in {"”", '"'} or tokens[at - 1].text in {"”", '"'})
    while at > 0 and tokens[at].pos == "PUNCT":
        at -= 1
    opened = next((index for index in range(at, max(-1, at - LONGEST_TERM), -1) if tokens[index].text in MARKS), None)
    if meant is None or meant.index < verb.index or not quoted or opened is None:
        return None
    return Found(stripped(paragraph, opened + 1, at), definition_range(paragraph, meant.index))


# --- questions -------------------------------------------------------------------------------------------------------------


def read_question(paragraph: Paragraph, first: int, stop: int) -> Range | None:
    """The words that a sentence asks the meaning of ("What is a dirty bomb?"); None where it asks none."""
    tokens = paragraph.tokens[first:stop]
    if (
        not LONGEST_TERM + 4 > len(tokens) > 3
        or tokens[0].text.lower() != "what"
        or tokens[1].lemma != "be"
        or tokens[-1].text != "?"
    ):
        return None
    return stripped(paragraph, first + 2, stop - 2)


def read_answer(paragraph: Paragraph, first: int, stop: int, asked: str) -> Range | None:
    """The definition in the sentence after the question: "It is …", "They are …", or with the words asked for as subject."""
    verb = next((token for token in paragraph.tokens[first:stop] if token.lemma == "be" and token.tag in {"VBZ", "VBP"}), None)
    subject = None if verb is None else next(iter(paragraph.children(verb.index, "nsubj")), None)
    genus = None if verb is None else next(iter(paragraph.children(verb.index, "attr")), None)
    if subject is None or genus is None or subject.index > genus.index:
        return None
    start, end = term_range(paragraph, subject)
    words = " ".join(token.text.lower() for token in paragraph.tokens[start : end + 1])
    taken_up = subject.text.lower() in {"it", "they", "this", "these"} or words.removesuffix("s") == asked.removesuffix("s")
    definition = definition_range(paragraph, genus.index)
    return definition if taken_up and length(definition) >= SHORTEST_DEFINITION else None


def read_consequence(paragraph: Paragraph, first: int, stop: int) -> tuple[Range, Range] | None:
    """Reads "… “passive” checks. This means that …": the words in quotation marks of the sentence before, and what they mean."""
    tokens = paragraph.tokens
    opens = [token.text.lower() for token in tokens[first : first + 3]]
    if opens != ["this", "means", "that"] or first == 0 or stop - first < SHORTEST_DEFINITION + 2:
        return None
    start = max((begin for begin, _ in paragraph.sentences() if begin < first), default=0)
    marks = [token.index for token in tokens[start:first] if token.text in {*MARKS, "”", "’"}]
    if len(marks) != PAIR or not 1 < marks[1] - marks[0] <= LONGEST_TERM:
        return None
    return stripped(paragraph, marks[0] + 1, marks[1] - 1), stripped(paragraph, first + len(opens), stop - 1)
