"""Definitions that a document gives of an expression, and what it says an acronym stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.extract.acronyms import find_expansions
from quoth.extract.innermost import innermost
from quoth.lexicon.genus import genus_nouns
from quoth.lexicon.titles import titles
from quoth.records import Span, Statement, Term, identify, passage
from quoth.syntax import Paragraph, ParsedDocument, Token

MEANS = frozenset({"mean", "refer", "denote", "describe", "define", "designate"})
NAMED = frozenset({"know", "call", "dub", "term", "refer", "describe"})
LONGEST_TERM = 6
"""Words of a term; a longer subject is a sentence about something, not a definition of it."""
SHORTEST_DEFINITION = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """A definition by the tokens of one paragraph, inclusive."""

    term: tuple[int, int] | None
    """None where it is the term defined last: "the term means …"."""
    definition: tuple[int, int]


def find_terms(parsed: ParsedDocument, statements: Sequence[Statement]) -> tuple[Term, ...]:
    """The definitions of a document, in order: "X is an act …", "the term X means …", "by X … mean …", "…, known as X"; then its
    acronyms, each with what it first stands for.

    A definition says of a kind of thing what it is; what is said of one thing, person or time is none.
    """
    found: list[Term] = []
    asked: tuple[Span, str] | None = None
    for paragraph in parsed.paragraphs:
        for first, stop in paragraph.sentences():
            answer = None if asked is None else _answer(paragraph, first, stop, asked[1])
            if asked is not None and answer is not None:
                found.append(_term(parsed, asked[0], paragraph.span(*answer), statements))
            asked = _question(parsed.document.text, paragraph, first, stop)
        for one in _in_paragraph(paragraph):
            span = paragraph.span(*one.term) if one.term is not None else found[-1].span if found else None
            if span is not None:
                found.append(_term(parsed, span, paragraph.span(*one.definition), statements))
    return (*{term.definition.spans: term for term in found}.values(), *_acronyms(parsed, statements))


def _acronyms(parsed: ParsedDocument, statements: Sequence[Statement]) -> Iterator[Term]:
    """One term for each acronym and long form of it, where they first stand."""
    found: dict[tuple[str, str], Term] = {}
    for paragraph in parsed.paragraphs:
        for short, long in find_expansions(parsed.document.text, paragraph.start, paragraph.end):
            term = _term(parsed, short, long, statements)
            found.setdefault((term.term, term.definition.text.casefold()), term)
    return iter(found.values())


def _question(text: str, paragraph: Paragraph, first: int, stop: int) -> tuple[Span, str] | None:
    """What a sentence asks the meaning of ("What is a dirty bomb?"): its place, and its words in lower case."""
    tokens = paragraph.tokens[first:stop]
    if (
        not LONGEST_TERM + 4 > len(tokens) > 3
        or tokens[0].text.lower() != "what"
        or tokens[1].lemma != "be"
        or tokens[-1].text != "?"
    ):
        return None
    span = paragraph.span(*_stripped(paragraph, first + 2, stop - 2))
    return span, text[span.start : span.end].lower()


def _answer(paragraph: Paragraph, first: int, stop: int, asked: str) -> tuple[int, int] | None:
    """The definition in the sentence after the question: "It is …", "They are …", or with the words asked for as subject."""
    verb = next((token for token in paragraph.tokens[first:stop] if token.lemma == "be" and token.tag in {"VBZ", "VBP"}), None)
    subject = None if verb is None else next(iter(paragraph.children(verb.index, "nsubj")), None)
    genus = None if verb is None else next(iter(paragraph.children(verb.index, "attr")), None)
    if subject is None or genus is None or subject.index > genus.index:
        return None
    words = " ".join(token.text.lower() for token in paragraph.tokens[slice(*_inclusive(_term_range(paragraph, subject)))])
    taken_up = subject.text.lower() in {"it", "they", "this", "these"} or words.removesuffix("s") == asked.removesuffix("s")
    definition = _definition_range(paragraph, genus.index)
    return definition if taken_up and definition[1] - definition[0] + 1 >= SHORTEST_DEFINITION else None


def _inclusive(bounds: tuple[int, int]) -> tuple[int, int]:
    return bounds[0], bounds[1] + 1


def _in_paragraph(paragraph: Paragraph) -> Iterator[_Found]:
    for token in paragraph.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        if token.lemma == "be":
            one = _by_being(paragraph, token) if token.dep != "relcl" else _by_relative(paragraph, token)
        elif token.lemma in MEANS and token.tag in {"VBZ", "VBP", "VBN"}:
            one = _by_meaning(paragraph, token)
        elif token.lemma in NAMED and token.tag == "VBN":
            one = _by_name(paragraph, token)
        else:
            one = None
        if one is not None:
            yield one


def _by_being(paragraph: Paragraph, verb: Token) -> _Found | None:
    """Reads "A false flag operation is an act that …": a kind, in the present, by a genus with what sets it apart."""
    subject = next(iter(paragraph.children(verb.index, "nsubj")), None)
    genus = next(iter(paragraph.children(verb.index, "attr")), None)
    if verb.tag not in {"VBZ", "VBP"} or subject is None or genus is None or subject.index > verb.index:
        return None
    if paragraph.children(verb.index, "neg", "aux") or not _is_kind(paragraph, subject) or not _is_genus(paragraph, genus):
        return None
    return _Found(_term_range(paragraph, subject), _definition_range(paragraph, genus.index))


def _by_relative(paragraph: Paragraph, verb: Token) -> _Found | None:
    """Reads "the so-called silt gap, which is the distance …": a name marked as one, with a clause that says what it is."""
    noun = paragraph.tokens[verb.head]
    relative = next((child for child in paragraph.children(verb.index, "nsubj") if child.lemma == "which"), None)
    genus = next(iter(paragraph.children(verb.index, "attr")), None)
    if relative is None or genus is None or verb.tag not in {"VBZ", "VBP"} or paragraph.tokens[relative.index - 1].text != ",":
        return None
    first, last = _marked_name(paragraph, noun)
    definition = _definition_range(paragraph, genus.index)
    long = definition[1] - genus.index >= SHORTEST_DEFINITION
    return _Found((first, last), definition) if first <= last and long and genus.pos in {"NOUN", "PROPN"} else None


def _marked_name(paragraph: Paragraph, noun: Token) -> tuple[int, int]:
    """The words of a name behind "so-called" or in quotation marks, that end with ``noun``; an empty range where nothing marks one."""
    tokens, start = paragraph.tokens, paragraph.edges[noun.index][0]
    so_called = [
        token.index
        for token in tokens[start : noun.index]
        if token.text.lower() == "called" and tokens[token.index - 1].text == "-"
    ]
    whole = [token.index for token in tokens[start : noun.index] if token.text.lower() == "so-called"]
    opened = [token.index for token in tokens[start : noun.index] if token.text in {"“", '"', "‘"}]
    marks = [*so_called, *whole, *opened]
    return _stripped(paragraph, marks[0] + 1, noun.index) if marks else (noun.index, noun.index - 1)


def _is_kind(paragraph: Paragraph, subject: Token) -> bool:
    """Whether a subject is a kind of thing: "a false flag operation", "drawdown", and not a pronoun, person or known thing."""
    if subject.pos not in {"NOUN", "PROPN"} or subject.entity in {"PERSON", "GPE", "DATE", "LOC", "NORP", "CARDINAL"}:
        return False
    first, last = paragraph.edges[subject.index]
    determiners = {child.text.lower() for child in paragraph.children(subject.index, "det", "poss")}
    sentence = next(start for start, stop in paragraph.sentences() if start <= subject.index < stop)
    generic = bool(determiners & {"a", "an"}) or not determiners
    word = titles().get(subject.lemma)
    short = last - first + 1 <= LONGEST_TERM and not paragraph.children(subject.index, "relcl", "acl", "prep", "conj", "nummod")
    opens = first == sentence or paragraph.tokens[first - 1].text in {",", "“", '"', "‘"}
    named = subject.pos == "PROPN" and not determiners
    return generic and short and opens and not named and (word is None or not word.person)


def _is_genus(paragraph: Paragraph, genus: Token) -> bool:
    """Whether "an act committed with the intent of …" sets a kind apart: indefinite, of a general noun, with a clause or phrase."""
    determiners = {child.text.lower() for child in paragraph.children(genus.index, "det")}
    tells_apart = paragraph.children(genus.index, "relcl", "acl", "prep")
    length = paragraph.edges[genus.index][1] - genus.index
    indefinite = bool(determiners & {"a", "an", "any"})
    return indefinite and bool(tells_apart) and genus.lemma in genus_nouns() and length >= SHORTEST_DEFINITION


def _by_meaning(paragraph: Paragraph, verb: Token) -> _Found | None:
    """Reads "the term X means …", "X refers to …", "X is defined as …", "by X the Agency means …"."""
    subject = next(iter(paragraph.children(verb.index, "nsubj", "nsubjpass")), None)
    meant = _meant(paragraph, verb)
    if subject is None or meant is None:
        return None
    by = [inner for child in paragraph.children(verb.index, "prep", "agent") if child.text.lower() == "by" and child.index < subject.index
          for inner in paragraph.children(child.index, "pobj")]  # fmt: skip
    if by and verb.lemma == "mean":
        named = next((token for token in by if token.text[0].isalnum()), by[0])
        return _Found(_term_range(paragraph, named), _definition_range(paragraph, meant.index))
    if _takes_up(paragraph, subject):
        return _Found(None, _definition_range(paragraph, meant.index))
    worded = _worded(paragraph, subject)
    return None if worded is None else _Found(worded, _definition_range(paragraph, meant.index))


def _takes_up(paragraph: Paragraph, subject: Token) -> bool:
    """Whether a subject is "the term" alone, that the text has just named."""
    children = paragraph.children(subject.index)
    return subject.lemma in {"term", "expression", "phrase"} and [child.text.lower() for child in children] in (["the"], ["this"])


def _meant(paragraph: Paragraph, verb: Token) -> Token | None:
    """The head of what a verb of meaning has on its other side."""
    direct = (
        paragraph.children(verb.index, "dobj", "ccomp", "oprd") if verb.lemma in {"mean", "denote", "describe", "define"} else ()
    )
    after = {"refer": {"to"}, "define": {"as"}, "describe": {"as"}, "designate": set()}.get(verb.lemma, set())
    indirect = [inner for child in paragraph.children(verb.index, "prep") if child.text.lower() in after
                for inner in paragraph.children(child.index, "pobj", "pcomp")]  # fmt: skip
    return next(iter([*indirect, *(token for token in direct if token.index > verb.index)]), None)


def _worded(paragraph: Paragraph, subject: Token) -> tuple[int, int] | None:
    """The term in "the term X", "the word “X”", or a subject that stands in quotation marks."""
    first, last = paragraph.edges[subject.index]
    tokens = paragraph.tokens
    if subject.lemma in {"term", "word", "phrase", "expression"}:
        named = paragraph.children(subject.index, "appos", "nmod")
        return _term_range(paragraph, named[0]) if named else None
    nouns = [
        child for child in paragraph.children(subject.index, "compound", "nmod", "det") if child.lemma in {"term", "word", "phrase"}
    ]
    if nouns:
        return _stripped(paragraph, nouns[-1].index + 1, last)
    quoted = first > 0 and tokens[first].text in {"“", '"', "‘", "'"}
    return _stripped(paragraph, first, last) if quoted and last - first <= LONGEST_TERM + 1 else None


def _by_name(paragraph: Paragraph, verb: Token) -> _Found | None:
    """Reads "a device that scatters radioactive material, known as a dirty bomb": the phrase before is what the name means."""
    nearest, named = paragraph.tokens[verb.head], _name_given(paragraph, verb)
    if verb.dep != "acl" or nearest.pos != "NOUN" or named is None or named.index < verb.index:
        return None
    noun = _whole(paragraph, nearest) if paragraph.tokens[verb.index - 1].text == "," else nearest
    last = verb.index - 1
    while last > noun.index and paragraph.tokens[last].pos in {"PUNCT", "ADV"}:
        last -= 1
    first, word = paragraph.edges[noun.index][0], titles().get(noun.lemma)
    kind = _is_indefinite(paragraph, noun) and noun.entity not in {"PERSON", "GPE"} and (word is None or not word.person)
    return _Found(_term_range(paragraph, named), (first, last)) if kind and last - first + 1 >= SHORTEST_DEFINITION else None


def _name_given(paragraph: Paragraph, verb: Token) -> Token | None:
    """The head of what follows "known as" or "called"."""
    after = (child for child in paragraph.children(verb.index, "prep") if child.text.lower() == "as")
    named = [inner for child in after for inner in paragraph.children(child.index, "pobj")]
    return next(iter([*named, *paragraph.children(verb.index, "oprd")]), None)


def _is_indefinite(paragraph: Paragraph, noun: Token) -> bool:
    return any(child.text.lower() in {"a", "an"} for child in paragraph.children(noun.index, "det"))


def _whole(paragraph: Paragraph, noun: Token) -> Token:
    """The noun whose phrase ends with ``noun``: after a comma a name is given to the whole of it."""
    for above in paragraph.ancestors(noun.index):
        if above.pos == "NOUN" and _is_indefinite(paragraph, above):
            return above
        if above.pos == "VERB" and above.dep not in {"acl", "relcl"}:
            break
    return noun


def _term_range(paragraph: Paragraph, head: Token) -> tuple[int, int]:
    first, last = paragraph.edges[head.index]
    stop = min(
        [child.index for child in paragraph.children(head.index, "relcl", "acl", "appos", "punct") if child.index > head.index]
        or [last + 1]
    )
    return _stripped(paragraph, first, min(last, stop - 1))


def _stripped(paragraph: Paragraph, first: int, last: int) -> tuple[int, int]:
    """The range without articles, quotation marks and emphasis marks at its ends."""
    while first < last and (
        paragraph.tokens[first].pos in {"DET", "PUNCT", "SYM"} or not paragraph.tokens[first].text[0].isalnum()
    ):
        first += 1
    while last > first and (paragraph.tokens[last].pos == "PUNCT" or not paragraph.tokens[last].text[-1].isalnum()):
        last -= 1
    return first, last


def _definition_range(paragraph: Paragraph, head: int) -> tuple[int, int]:
    first, last = paragraph.edges[head]
    while last > head and paragraph.tokens[last].text in {".", ",", ";", "”", '"', "!", "?"}:
        last -= 1
    return first, last


def _term(parsed: ParsedDocument, span: Span, definition: Span, statements: Sequence[Statement]) -> Term:
    text, document = parsed.document.text, parsed.document.id
    statement = innermost(statements, definition)
    return Term(
        id=identify("term", document, *span, *definition),
        document=document,
        term=text[span.start : span.end],
        span=span,
        definition=passage(text, definition),
        statement=None if statement is None else statement.id,
    )
