"""The members of a noun phrase that lists several: "A, B and C", each with its tokens and its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.lexicon.contacts import contact_words
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

SEPARATORS = frozenset({",", "and", "&", ";", "or", "nor"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
STAYS_WITH_NAME = frozenset({"of", "for", "in", "from"})
"""Prepositions that may belong to what a party is called ("his counterparts in Britain"); others end its name."""
SERVING = frozenset({"aide", "adviser", "advisor", "ambassador", "envoy", "assistant", "emissary", "secretary"})
"""Nouns whose "to" says whose they are ("aides to Dolan")."""
DASHES = frozenset({"-", "–", "—"})
WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
HUNG = frozenset({"npadvmod", "appos", "dep"})
"""What the parser takes a name for that it could not place."""
LONGEST_NAME = 4
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One member of a list: its tokens (inclusive), the head among them, whether it has a personal name, and what parts it off."""

    first: int
    last: int
    head: int
    named: bool
    after: str


def pieces_of(paragraph: Paragraph, head: Token) -> Iterator[Piece]:
    """The members of the list that a noun heads, itself the first."""
    heads = _on_one_side(
        paragraph, {*_heads(paragraph, head.index), *_hung_on_verb(paragraph, head), *_named_behind(paragraph, head)}
    )
    first, last = min(paragraph.edges[index][0] for index in heads), max(paragraph.edges[index][1] for index in heads)
    start, after = first, ""
    bounds = [
        index
        for index in range(first, last + 1)
        if (paragraph.tokens[index].text.lower() in SEPARATORS or _is_as_well_as(paragraph.tokens, index))
        and not _is_in_title(paragraph.tokens, index, first)
    ]
    for position, stop in enumerate([*bounds, last + 1]):
        inside = heads & set(range(start, stop))
        ahead = heads & set(range(stop + 1, [*bounds, last + 1, last + 1][position + 1]))
        if inside and (stop > last or ahead or stop + 1 in bounds):
            yield _trimmed(paragraph, start, stop - 1, inside, after)
            after = paragraph.tokens[stop].text.lower() if stop <= last else ""
            start = stop + 1
        elif stop == start:
            after, start = paragraph.tokens[stop].text.lower() if stop <= last else "", stop + 1


def _is_as_well_as(tokens: Sequence[Token], index: int) -> bool:
    """Whether "as well as" begins at a token, which joins as "and" does."""
    return [token.text.lower() for token in tokens[index : index + 3]] == ["as", "well", "as"]


def continued(paragraph: Paragraph, pieces: Sequence[Piece]) -> list[Piece]:
    """Names that go on with a list of one where the parser took them for the subject of what follows ("… with A, B and C, the
    ministry said"): titled names, parted by commas, up to one after "and"."""
    if len(pieces) != 1 or not pieces[0].named:
        return []
    found: list[Piece] = []
    start, closed = pieces[0].last + 1, False
    while not closed or (paragraph.tokens[start : start + 1] and paragraph.tokens[start].text == ","):
        piece = _next_name(paragraph, start)
        if piece is None or (closed and (found[-1].named or not piece.named)):
            break
        found.append(piece)
        closed = closed or piece.after == "and"
        start = piece.last + 1
    return found if closed else []


def _next_name(paragraph: Paragraph, sign: int) -> Piece | None:
    """The name or title between this separator and the next, where there is nothing else between them."""
    tokens = paragraph.tokens
    if sign + 1 >= len(tokens) or tokens[sign].text not in {",", "and"}:
        return None
    first = sign + 2 if tokens[sign + 1].text == "and" else sign + 1
    last = first
    while last < len(tokens) and (tokens[last].pos in NAMING or tokens[last].text.lower() in {"of", "for"}):
        last += 1
    last -= 1
    after = "and" if "and" in {tokens[sign].text, tokens[first - 1].text} else ","
    if last < first or last + 1 >= len(tokens) or tokens[last + 1].text not in {",", "and", "."}:
        return None
    named = tokens[last].entity == "PERSON"
    titled = any(titles().get(token.text.lower()) is not None for token in tokens[first : last + 1])
    heads = [token.index for token in tokens[first : last + 1] if named or titles().get(token.text.lower()) is not None]
    return Piece(first, last, last if named else heads[0], named, after) if named or titled else None


def _heads(paragraph: Paragraph, head: int) -> Iterator[int]:
    """The heads of a list: the first, what is conjoined or apposed to it, and names that the parser hung under a title's "of"."""
    yield head
    for child in paragraph.children(head, "conj", "appos"):
        some = child.pos == "NUM" and any(of.text == "of" for of in paragraph.children(child.index, "prep"))
        if (child.pos in {"NOUN", "PROPN", "PRON"} or some) and not child.text.lower().endswith(("self", "selves")):
            yield from _heads(paragraph, child.index)
    for inner in paragraph.children(head, "compound", "nmod"):
        # "President Dolan and minister Reeve met": the first name hung under the second's title
        yield from (name.index for name in paragraph.children(inner.index, "appos", "conj") if name.entity == "PERSON")
        both = inner.entity == paragraph.tokens[head].entity == "GPE"
        if (inner.entity == "PERSON" or both) and inner.dep == "nmod" and paragraph.children(inner.index, "cc"):
            yield inner.index  # "Dolan and union leaders", read as leaders of Dolan and the union; "North and South Vessia"
    if paragraph.tokens[head].entity == "PERSON":
        yield from _hung_before(paragraph, head)
    titled = [title.index for title in paragraph.children(head, "appos") if title.pos == "NOUN"]
    for preposition in (one for anchor in (head, *titled) for one in paragraph.children(anchor, "prep")):
        if preposition.text == "of" or (preposition.head != head and preposition.text in {"to", "for", "at"}):
            for inner in paragraph.children(preposition.index, "pobj"):
                yield from (
                    name
                    for member in paragraph.children(inner.index, "conj", "appos")
                    if member.entity == "PERSON"
                    for name in _heads(paragraph, member.index)
                )


def _hung_on_verb(paragraph: Paragraph, head: Token) -> Iterator[int]:
    """People right behind a name whom the parser joined to the verb: "met with Dolan and a dozen other lawmakers"."""
    preposition = paragraph.tokens[head.head]
    verb = paragraph.tokens[preposition.head] if head.dep == "pobj" else preposition
    stop = paragraph.edges[head.index][1] + 1
    if verb.pos != "VERB" or head.dep not in {"pobj", "dobj"} or stop >= len(paragraph.tokens):
        return
    for child in paragraph.children(verb.index, "conj"):
        beside = paragraph.edges[child.index][0] == stop + 1 and paragraph.tokens[stop].text.lower() in {"and", "&"}
        if beside and child.pos in {"NOUN", "PROPN"} and titles().get(child.text.lower()) is not None:
            yield child.index


def _named_behind(paragraph: Paragraph, head: Token) -> Iterator[int]:
    """The name set off by commas behind somebody described, which the parser hung on the verb: "met an envoy of Dolan's, Anna Reeve, at"."""
    tokens, end = paragraph.tokens, paragraph.edges[head.index][1] + 1
    end += end < len(tokens) and tokens[end].tag == "POS"
    name = next((token for token in tokens[end + 1 : end + 1 + LONGEST_NAME] if token.dep in HUNG), None)
    if name is None or tokens[end].text != "," or name.head not in {head.head, tokens[head.head].head}:
        return
    first, last = paragraph.edges[name.index]
    named = first == end + 1 and all(token.entity == "PERSON" for token in tokens[first : last + 1])
    closed = tokens[last + 1 : last + 2] and tokens[last + 1].text in {",", ".", ";"}
    word = titles().get(head.text.lower())
    if named and closed and head.entity != "PERSON" and word is not None and word.person and not word.plural:
        yield name.index


def _is_title(tokens: Sequence[Token], index: int) -> bool:
    """Whether a title or a name starts at a token: "first lady Anna Reeve"."""
    words = [token.text.lower() for token in tokens[index : index + 2]]
    return index < len(tokens) and (tokens[index].entity == "PERSON" or words[0] in titles() or " ".join(words) in titles())


def _is_in_title(tokens: Sequence[Token], sign: int, first: int) -> bool:
    """Whether an "and" stands inside what one person is called: "Health and Human Services Secretary", "actor and activist Anna Reeve"."""
    if tokens[sign].text.lower() != "and" or not first < sign < len(tokens) - 1:
        return False
    before, behind = tokens[sign - 1], tokens[sign + 1]
    word = titles().get(before.text.lower())
    if word is None or word.plural:
        return False
    office = "portfolio" in word.kinds and before.text[0].isupper() and behind.pos == before.pos == "PROPN"
    bare = (
        word.person and sign - 1 == first and before.pos == "NOUN" and behind.pos in {"NOUN", "ADJ"} and _is_title(tokens, sign + 1)
    )
    return (office and before.entity != "PERSON") or bare


def _on_one_side(paragraph: Paragraph, heads: set[int]) -> set[int]:
    """The heads behind the last closing quotation mark among them: what stands before it was said, and is no part of the list."""
    between = paragraph.tokens[min(heads) : max(heads)]
    closed = [token.index for token in between if token.tag == "''"]
    if not closed or any(token.tag == "``" and token.index < closed[0] for token in between):
        return heads
    return {index for index in heads if index > closed[0]}


def _hung_before(paragraph: Paragraph, head: int) -> Iterator[int]:
    """Names in a list that the parser hung under the words before its last name: "Dolan and aide Anna Reeve", read as aides of both."""
    tokens = paragraph.tokens
    for index in range(paragraph.edges[head][0], head - 1):
        ends = tokens[index].entity == "PERSON" and tokens[index + 1].entity != "PERSON"
        # "Dolan and first lady …" at the start of a sentence, where the parser knows no name
        unknown = tokens[index].entity == "ORG" or (tokens[index].begins_sentence and tokens[index].tag in {"JJ", "VB", "NN"})
        ends = ends or (unknown and _is_title(tokens, index + 2)) or _is_unlike_next(paragraph, tokens[index])
        if ends and tokens[index + 1].text.lower() in {"and", ","}:
            yield index


def _is_unlike_next(paragraph: Paragraph, name: Token) -> bool:
    """Whether a name is joined to adjectives only: "Dolan and Norvian President Anna Reeve", read as a president of Dolan and of Norvia."""
    joined = paragraph.children(name.index, "conj")
    return name.pos == "PROPN" and name.dep == "nmod" and bool(joined) and all(one.pos == "ADJ" for one in joined)


def _trimmed(paragraph: Paragraph, first: int, last: int, heads: set[int], after: str) -> Piece:
    """The piece without what does not belong to the name: relative clauses, adverbials, brackets, a second conjunction."""
    tokens, start = paragraph.tokens, min(heads)
    while first < start and (
        tokens[first].text.lower() in {"both", "either", "neither", "also", "with", "to", "then", "as", "well"}
        or tokens[first].pos in {"PUNCT", "ADV"}
    ):
        first += 1
    ruled = [index for index in range(first, start) if tokens[index].text in DASHES and tokens[index].start > tokens[index - 1].end]
    first = ruled[-1] + 1 if ruled else first  # "… over dinner - President Dolan will"
    for index in range(start + 1, last + 1):
        if _ends_name(paragraph, index, start, last):
            dated = tokens[index].entity in {"DATE", "TIME"} and tokens[index - 1].dep == "prep"
            last = index - 2 if dated else index - 1
            break
    head = max(index for index in heads if index <= max(last, start))
    last = max(last, head)
    if last > first and tokens[last].text in WEEKDAYS and tokens[last - 1].pos == "PROPN":  # "telephoned Dolan Sunday"
        last -= 1
        head = min(head, last)
    while last > head and (tokens[last].tag == "POS" or tokens[last].dep == "cc" or tokens[last].pos in {"ADV", "ADP", "ADJ"}):
        last -= 1
    word = tokens[head].text.lower()
    person = tokens[head].entity == "PERSON"
    common = tokens[head].pos == "NOUN" and not person and word not in titles() and tokens[head].lemma not in titles()
    owned = max((index + 1 for index in range(first, last) if tokens[index].tag == "POS"), default=first)
    ends = next(
        (index for index in range(head + 1, last + 1) if tokens[head].pos == "NOUN" and tokens[index].text == "of"), last + 1
    )
    named = any(token.entity == "PERSON" for token in tokens[owned:ends])  # not "an envoy of Dolan"
    plain = tokens[head].pos == "PROPN" and word not in titles()
    return Piece(first, last, head, not common and (named or plain), after)


def _ends_name(paragraph: Paragraph, index: int, head: int, last: int) -> bool:
    """Whether a name is over before a token: at a clause, an adverbial, a date, a bracket, or "and to …"."""
    token = paragraph.tokens[index]
    nested = token.text == "," and head < token.head < index
    example = token.text.lower() == "such" and index < last and paragraph.tokens[index + 1].text.lower() == "as"
    ends = example or (token.pos == "PUNCT" and token.text not in {"-", "."} and not nested)
    clause = (
        token.dep in {"relcl", "acl", "advcl", "nsubj"}
        or token.text.lower() in RELATIVE | {"where", "whose"}
        or token.tag in {"MD", "TO"}
    )
    stays = STAYS_WITH_NAME if paragraph.tokens[head].pos != "PROPN" else STAYS_WITH_NAME - {"in"}
    stays = stays | {"to"} if paragraph.tokens[head].lemma in SERVING else stays
    met = (goal.lemma in contact_words("noun") for goal in paragraph.children(index, "pobj"))  # "hosted Dolan for dinner"
    leaves = token.dep == "prep" and (token.text.lower() not in stays or (token.text.lower() == "for" and any(met)))
    leaves = leaves or bool(paragraph.children(index, "pcomp"))  # "accused Dolan of pressing Reeve"
    again = token.dep == "cc" and index < last and paragraph.tokens[index + 1].pos == "ADP"
    return ends or clause or leaves or again or token.entity in {"DATE", "TIME"}
