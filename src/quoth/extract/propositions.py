"""What a content says, in a form that can be compared: who does what to whom, negation, modality, numbers, content words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quoth.extract.deeds import MODIFIERS, Deed, find_deed, frame_of, names_a_deed
from quoth.extract.proposition.clauses import further_clauses
from quoth.extract.proposition.forces import read_forces
from quoth.extract.proposition.parts import Way, read_parts
from quoth.extract.quantity.changed import is_former, is_new
from quoth.lexicon.classes import word_class, words_of
from quoth.lexicon.states import states
from quoth.records import Clause, Proposition, Quantity, Span, Statement, Tense, TimeExpression
from quoth.syntax import Paragraph, ParsedDocument, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
WHEN = frozenset({"DATE", "TIME"})
ROOT_RANK: Mapping[str, int] = {"VERB": 0, "AUX": 0, "ADP": 0, "SCONJ": 0, "NOUN": 1, "ADJ": 2, "PROPN": 3}
COMMAS = frozenset({",", "–", "—"})
QUOTES = frozenset({"“", "”", '"', "„", "«", "»", "‘"})
REACH = 400
"""Code points around a content within which its sentence may tell more of it."""
LONGEST_NAME = 3
"""Words of a state's name that are looked up as one ("United Arab Emirates")."""

_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def read_proposition(
    parsed: ParsedDocument,
    spans: Sequence[Span],
    *,
    beside: Sequence[Span] = (),
    times: Sequence[TimeExpression] = (),
    quantities: Sequence[Quantity] = (),
    through: bool = False,
) -> Proposition | None:
    """What the words of ``spans`` say; None where they hold no content word of a readable paragraph.

    The deed is that of the first sentence that has one; words, names and numbers are those of all the spans. ``times`` and ``quantities``
    are those of the document, ``beside`` are source and cue: what they cut off from the clause of the deed belongs to it all the same.
    ``through``: what somebody is told to have said is read in place of the saying.
    """
    parts = [
        (paragraph, sorted(_joined_again(paragraph, frozenset(inside), beside)))
        for paragraph, inside in _covered(parsed, spans)
        if inside
    ]
    words = tuple(dict.fromkeys(word for paragraph, covered in parts for word in _words(paragraph, covered)))
    if not words:
        return None
    paragraph, covered, deed = _main_deed(parts, through=through)
    subject, object_ = _roles(paragraph, covered, deed)
    head = paragraph.tokens[deed.head]
    covered |= _doer_outside(paragraph, covered, deed, beside)
    stretch = paragraph.span(min(covered), max(covered))
    parts_, place = read_parts(
        paragraph,
        covered,
        way=Way(deed.passed, deed.head, _roles_on_the_way(paragraph, deed), deed.subject),
        times=[time for time in times if stretch.start <= time.span.start < stretch.end],
        quantities=[each for each in quantities if stretch.start <= each.span.start < stretch.end],
    )
    return Proposition(
        predicate=head.lemma if head.pos in CONTENT or head.lemma == "be" else None,
        subject=subject,
        object=object_,
        words=words,
        names=tuple(dict.fromkeys(name for part, inside in parts for name in _names(part, inside))),
        negated=deed.negated,
        modality=deed.modality,
        numbers=tuple(dict.fromkeys(number for part, inside in parts for number in _numbers(part, inside))),
        parts=parts_,
        main=place.get(deed.head, -1),
        forces=read_forces(paragraph, (*deed.passed, deed.head)),
        tense=_tense(paragraph, deed),
    )


def read_content(
    parsed: ParsedDocument,
    spans: Sequence[Span],
    *,
    beside: Sequence[Span] = (),
    times: Sequence[TimeExpression] = (),
    quantities: Sequence[Quantity] = (),
) -> Proposition | None:
    """What the content of a statement says, with what it says in further clauses."""
    told = read_proposition(parsed, spans, beside=beside, times=times, quantities=quantities)
    if told is None:
        return None
    each = {
        clause: read_proposition(parsed, clause, times=times, quantities=quantities)
        for clause in further_clauses(_covered(parsed, spans))
    }
    return replace(told, further=tuple(Clause(clause, said) for clause, said in each.items() if said is not None))


def propose(
    parsed: ParsedDocument,
    statements: Sequence[Statement],
    *,
    times: Sequence[TimeExpression],
    quantities: Sequence[Quantity],
) -> tuple[Statement, ...]:
    """The statements of a document, each with what it says, its times and figures read."""
    told = []
    for statement in statements:
        beside = [*(statement.source.spans if statement.source else ()), *statement.cue.spans]
        first, last = statement.content.spans[0].start, statement.content.spans[-1].end
        near = (first - REACH, last + REACH)
        proposition = read_content(
            parsed,
            statement.content.spans,
            beside=beside,
            times=[time for time in times if near[0] <= time.span.start < near[1]],
            quantities=[each for each in quantities if near[0] <= each.span.start < near[1]],
        )
        told.append(replace(statement, proposition=proposition))
    return tuple(told)


def _joined_again(paragraph: Paragraph, covered: frozenset[int], beside: Sequence[Span]) -> frozenset[int]:
    """The words of a content with those of its sentence that an attribution between commas cut off: "*Last month*, the office said, …"."""
    apart = [token.index for token in paragraph.tokens if any(start <= token.start < end for start, end in beside)]
    for first, stop in paragraph.sentences():
        inside = [index for index in apart if first <= index < stop]
        if not inside or not covered.intersection(range(first, stop)):
            continue
        before, after = inside[0] - 1, inside[-1] + 1
        between = before > first and after < stop - 1 and {paragraph.tokens[place].text for place in (before, after)} <= COMMAS
        if between and not any(paragraph.tokens[index].text in QUOTES for index in range(first, stop)):
            covered |= {index for index in range(first, stop) if index not in range(before, after + 1)}
    return covered


def _doer_outside(paragraph: Paragraph, covered: frozenset[int], deed: Deed, beside: Sequence[Span]) -> set[int]:
    """The words for who does the deed where they stand before the content: "urged *the rebels* | to lay down their arms"."""
    if deed.subject is None or deed.subject in covered:
        return set()
    phrase = _phrase(paragraph, deed.subject)
    cut = any(start <= paragraph.tokens[index].start < end for index in phrase for start, end in beside)
    return set() if cut else phrase


def _roles_on_the_way(paragraph: Paragraph, deed: Deed) -> dict[int, str]:
    """Roles that framing words give: who allows, urges or says is beside the deed; whom they name as its doer does it."""
    roles: dict[int, str] = {}
    for index in deed.passed:
        frame = frame_of(paragraph.tokens[index])
        if frame is None or frame.same_doer or paragraph.tokens[index].pos != "VERB":
            continue
        roles |= {child.index: "beside" for child in paragraph.children(index, "nsubj", "agent")}
        roles |= {child.index: "agent" for child in paragraph.children(index, "dobj", "nsubjpass", "dative")}
    return roles


def _tense(paragraph: Paragraph, deed: Deed) -> Tense | None:
    """Of the first finite verb on the way to the deed."""
    for index in (*deed.passed, deed.head):
        token = paragraph.tokens[index]
        tags = paragraph.children(index, "aux", "auxpass")
        if any(child.tag == "MD" and child.lemma in {"will", "shall", "’ll", "'ll"} for child in tags):
            return "future"
        finite = next((each.tag for each in (*tags, token) if each.tag in {"VBD", "VBZ", "VBP"}), None)
        if finite is not None:
            perfect = any(child.lemma == "have" for child in tags)
            return "past" if finite == "VBD" or perfect else "present"
    return None


def _covered(parsed: ParsedDocument, spans: Sequence[Span]) -> Iterator[tuple[Paragraph, list[int]]]:
    """Each paragraph that the spans touch, with the indices of its tokens inside them, in order."""
    found: dict[int, set[int]] = {}
    for span in spans:
        first = max(0, bisect_right(parsed.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1)
        for number in range(first, len(parsed.paragraphs)):
            paragraph = parsed.paragraphs[number]
            if paragraph.start >= span.end:
                break
            begin = bisect_left(paragraph.tokens, span.start, key=lambda token: token.start)
            end = bisect_left(paragraph.tokens, span.end, key=lambda token: token.start)
            found.setdefault(number, set()).update(range(begin, end))
    for number in sorted(found):
        yield parsed.paragraphs[number], sorted(found[number])


def _main_deed(parts: Sequence[tuple[Paragraph, list[int]]], *, through: bool) -> tuple[Paragraph, frozenset[int], Deed]:
    """The first deed that has content words beside it, else the first of all."""
    first: tuple[Paragraph, frozenset[int], Deed] | None = None
    for paragraph, indices in parts:
        covered = frozenset(indices)
        for root in _roots(paragraph, indices, covered):
            found = (paragraph, covered, find_deed(paragraph, covered, root, through=through))
            first = first or found
            if any(_roles(*found)) and paragraph.tokens[found[2].head].pos in CONTENT:
                return found
    paragraph, indices = parts[0]
    return first or (paragraph, frozenset(indices), find_deed(paragraph, frozenset(indices), indices[0], through=through))


def _roots(paragraph: Paragraph, indices: Sequence[int], covered: frozenset[int]) -> list[int]:
    """Words governed from outside (or by nothing), sentence by sentence, clauses before phrases."""
    roots: list[tuple[int, int, int]] = []
    sentence = 0
    for index in indices:
        token = paragraph.tokens[index]
        sentence += token.begins_sentence
        if (token.head == index or token.head not in covered) and token.pos in ROOT_RANK:
            roots.append((sentence, ROOT_RANK[token.pos], index))
    return [index for _, _, index in sorted(roots)]


def _roles(paragraph: Paragraph, covered: frozenset[int], deed: Deed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Content words of the doer, and of all else that belongs to the deed: what it is done to, how, and where."""
    doer = set() if deed.subject is None else _phrase(paragraph, deed.subject)
    outside = doer | {deed.head, *deed.passed}
    outside |= _circumstances(paragraph, deed)
    (first, last), (begin, end) = paragraph.edges[deed.top], paragraph.edges[deed.head]
    rest = [index for index in range(min(first, begin), max(last, end) + 1) if index in covered and index not in outside]
    acting = doer - _does_nothing_itself(paragraph, deed.subject) if deed.subject is not None else doer
    return tuple(_subject(paragraph, acting)), tuple(dict.fromkeys(_words(paragraph, rest)))


def _phrase(paragraph: Paragraph, index: int) -> set[int]:
    """The words of a noun phrase, without its relative clauses and appositions."""
    first, last = paragraph.edges[index]
    inside = set(range(first, last + 1))
    for child in paragraph.children(
        index, "relcl", "acl", "appos", "prep", "conj" if paragraph.tokens[index].pos == "ADJ" else "relcl"
    ):
        begin, end = paragraph.edges[child.index]
        if child.dep != "prep" or child.lemma != "of":
            inside -= set(range(begin, end + 1))
    return inside | {index}


def _does_nothing_itself(paragraph: Paragraph, index: int) -> set[int]:
    """Whose a deed or an utterance is, where that is the subject: "Russia's accusation could …" tells of the accusation, not of Russia."""
    token = paragraph.tokens[index]
    if token.pos != "NOUN" or not (names_a_deed(token) or frame_of(token)):
        return set()
    owners = paragraph.children(index, "poss", "amod", "nmod", "compound")
    return {place for owner in owners for place in _projection(paragraph, owner.index)}


def _subject(paragraph: Paragraph, doer: set[int]) -> list[str]:
    pronouns = [paragraph.tokens[index].lemma for index in sorted(doer) if paragraph.tokens[index].pos == "PRON"]
    speaking = [lemma for lemma in pronouns if lemma in word_class("speaking")]
    return speaking[:1] or list(dict.fromkeys(_words(paragraph, sorted(doer), agent=True)))


def _circumstances(paragraph: Paragraph, deed: Deed) -> set[int]:
    """Words said beside the deed, not of it: clauses of purpose, reason and condition, coordinated deeds, asides (", which …")."""
    inside: set[int] = set()
    for node in (deed.top, *deed.passed, deed.head):
        for child in paragraph.children(node, "advcl", "conj", "parataxis", "npadvmod", "xcomp"):
            if child.index not in {deed.head, *deed.passed}:
                inside.update(_projection(paragraph, child.index))
    first, last = paragraph.edges[deed.head]
    for token in paragraph.tokens[first + 1 : last + 1]:
        if token.dep == "relcl" and _is_aside(paragraph, token.index):
            inside.update(_projection(paragraph, token.index))
    return inside - {deed.head}


def _projection(paragraph: Paragraph, index: int) -> range:
    first, last = paragraph.edges[index]
    return range(first, last + 1)


def _is_aside(paragraph: Paragraph, index: int) -> bool:
    """Whether a relative clause begins with "which" or "who" after a comma."""
    first = paragraph.edges[index][0]
    return first > 0 and paragraph.tokens[first - 1].text == "," and paragraph.tokens[first].tag in {"WDT", "WP", "WRB"}


def _words(paragraph: Paragraph, indices: Sequence[int], *, agent: bool = False) -> Iterator[str]:
    """Content words in plain form, in order: lemmas, a state by its name whatever the form it is named in."""
    position, empty = 0, word_class("empty")
    while position < len(indices):
        length, state = _state(paragraph.tokens, indices, position, agent=agent)
        token = paragraph.tokens[indices[position]]
        if state is not None:
            yield state.lower()
        elif (
            token.pos in CONTENT
            and token.entity not in WHEN
            and token.lemma not in MODIFIERS
            and token.lemma not in empty
            and token.text[0].isalnum()
        ):
            yield plain(token)
        position += length


def _compound(tokens: Sequence[Token], indices: Sequence[int], position: int) -> str:
    """A word made of two by a hyphen ("cease-fire"), which the parser takes apart; empty where there is none."""
    if position + 2 >= len(indices):
        return ""
    first, hyphen, last = (tokens[index] for index in indices[position : position + 3])
    joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start
    return f"{first.text}-{last.lemma}".lower() if joined and first.text[0].isalpha() and last.text[0].isalpha() else ""


def plain(token: Token) -> str:
    """The lemma; of a capitalised common plural ("Bombs"), which the parser takes for a name, the singular."""
    lemma = token.lemma
    if token.tag == "NNPS" and not token.entity and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-1]
    return lemma


def _state(tokens: Sequence[Token], indices: Sequence[int], position: int, *, agent: bool) -> tuple[int, str | None]:
    """How many words from ``position`` name a state, and its plain name; (1, None) where they name none.

    Of an ``agent`` a capital means its state ("Moscow"); elsewhere it is a place.
    """
    if not tokens[indices[position]].text[0].isupper():
        return 1, None
    for length in range(min(LONGEST_NAME, len(indices) - position), 0, -1):
        name = " ".join(tokens[index].text for index in indices[position : position + length])
        found = states().meant_by(name) if agent else states().of(name)
        if found is not None:
            return length, found
    return 1, None


def _names(paragraph: Paragraph, indices: Sequence[int]) -> Iterator[str]:
    """Names in order: states by their plain name, else runs of a name's words as they stand."""
    position, run = 0, list[str]()
    while position < len(indices):
        length, state = _state(paragraph.tokens, indices, position, agent=False)
        token = paragraph.tokens[indices[position]]
        if state is None and token.pos == "PROPN" and token.entity not in WHEN and (token.entity or token.tag != "NNPS"):
            run.append(token.text)
        else:
            yield from _joined(run)
            run = []
        if state is not None:
            yield state
        position += length
    yield from _joined(run)


def _joined(run: Iterable[str]) -> Iterator[str]:
    text = " ".join(run)
    if text:
        yield text


def _numbers(paragraph: Paragraph, indices: Sequence[int]) -> Iterator[float]:
    tokens = paragraph.tokens
    for index in indices:
        if (
            tokens[index].tag == "CD"
            and (tokens[index].entity not in WHEN or is_new(tokens, index))
            and not is_former(tokens, index)
        ):
            value = _value(tokens[index].text.lower())
            if value is not None:
                scale = _SCALES.get(tokens[index + 1].lemma, 1.0) if index + 1 < len(tokens) else 1.0
                yield value * scale


def _value(text: str) -> float | None:
    if text in word_class("number"):
        return float(words_of("number").index(text) + 1)
    digits = text.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() and digits[0].isdigit() else None
