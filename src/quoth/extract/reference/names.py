"""Where names stand in a parsed document, before it is known who they are.

The entity tagger is noisy on news (surnames as places, titles as organisations), so its labels are only votes: names are found as runs
of capitalised words, cut by the gazetteer and by words of title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoth.extract.reference.endings import begins_person, ends_name, ends_person, is_given_name
from quoth.extract.reference.found import NameFound, Piece, PieceKind, name_of
from quoth.extract.reference.glued import is_syllable, long_forms
from quoth.extract.reference.months import is_dated
from quoth.extract.reference.programmes import programmes
from quoth.extract.reference.wholes import WHOLES, holds_apostrophe, is_body_in_name, is_number_of, is_one_whole, joins_matters
from quoth.lexicon.channels import channel_word
from quoth.lexicon.gazetteer import Known, known_at
from quoth.lexicon.names import PARTICLES, SUFFIXES, capitalised, given_names
from quoth.lexicon.titles import is_body_word, is_form, titles
from quoth.syntax import Paragraph, Token

NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
DATING = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
STRONG = frozenset({
    "minister", "president", "secretary", "senator", "governor", "chancellor", "ambassador", "chairman", "spokesman", "spokeswoman"
})  # fmt: skip
"""Titles that always cut a name, whatever the entity tagger says; "general" and "king" also begin or end names of other things."""

MISSIONS = frozenset({"embassy", "consulate", "mission", "ambassador"})
JOINING = frozenset({"of", "for", "on", "in"})


def find_names(text: str, place: int, paragraph: Paragraph) -> list[NameFound]:
    """The names in one paragraph of ``text`` (the document's), in order. ``place`` is the paragraph's number."""
    found: list[NameFound] = []
    done = -1
    for start, last in _runs(paragraph.tokens):
        first = max(start, done + 1)  # a known name may go on beyond its run: "Reporters Without Borders"
        if first > last:
            continue
        pieces = list(_pieces(text, paragraph.tokens, first, last))
        done = pieces[-1].last
        for group in _groups(paragraph.tokens, _settle(paragraph.tokens, pieces)):
            name = name_of(text, place, paragraph.tokens, group)
            if name is not None:
                found.append(name)
    return found


def is_named(token: Token) -> bool:
    """Whether a token can be a word of a name: capitalised and tagged as a name by tagger or entity tagger."""
    word = token.text
    if not word[0].isupper() or is_dated(token) or token.entity in DATING or token.pos in {"DET", "PRON"}:
        return False
    if token.begins_sentence and capitalised().get(word) == "starting":
        return False
    return token.tag in {"NNP", "NNPS"} or token.entity in NAMING or (token.pos == "ADJ" and not token.begins_sentence)


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    index, count = 0, len(tokens)
    nobody = long_forms(tokens) | programmes(tokens)
    while index < count:
        if not is_named(tokens[index]) or index in nobody:
            index += 1
            continue
        last = index
        while (following := _next(tokens, last)) is not None and following not in nobody:
            last = following
        yield index, last
        index = last + 1


def _next(tokens: Sequence[Token], last: int) -> int | None:
    """The next token of the same run after ``last``: adjacent, or across small joining words."""
    count = len(tokens)
    if last + 1 >= count or tokens[last + 1].begins_sentence:
        return None
    following = tokens[last + 1].text
    formal = following.lower() in SUFFIXES or (following[0].isupper() and is_form(following))
    if formal or is_named(tokens[last + 1]) or is_number_of(tokens, last + 1):
        return last + 1
    if last + 2 < count and tokens[last + 1].text == "-" and is_syllable(tokens[last + 2]) and not tokens[last].space_after:
        return last + 2
    if holds_apostrophe(tokens, last + 1) and is_named(tokens[last + 2]):
        return last + 2
    step = last + 1
    while step < count and step - last <= 3 and _joins(tokens, last, step):
        step += 1
        if step < count and is_named(tokens[step]) and not tokens[step].begins_sentence:
            return step
    return None


def _joins(tokens: Sequence[Token], last: int, step: int) -> bool:
    word = tokens[step].text
    if word in {"-", "‑"}:
        return not tokens[step].space_after and not tokens[step - 1].space_after
    if word in {"&", "]"}:
        return True
    lower = word.lower()
    if lower in PARTICLES or lower in JOINING:
        return True
    if lower == "the":
        return step > last + 1
    if lower == "and" and joins_matters(tokens, step):
        return True
    return lower == "and" and tokens[step].entity in WHOLES and not tokens[step].begins_entity and _in_body(tokens, step)


def _in_body(tokens: Sequence[Token], step: int) -> bool:
    """Whether the entity around a token has a noun for bodies before it: "Department of Health and Human Services"."""
    first = step
    while first > 0 and not tokens[first].begins_entity:
        first -= 1
        if is_body_word(tokens[first].text):
            return True
    return False


def _pieces(text: str, tokens: Sequence[Token], first: int, last: int) -> Iterator[Piece]:
    index = first
    while index <= last:
        hit = _known(text, tokens, index)
        if hit is not None:
            yield Piece("known", index, hit[0], hit[1])
            index = hit[0] + 1
            continue
        yield Piece(_kind(tokens[index]), index, index)
        index += 1


def _known(text: str, tokens: Sequence[Token], index: int) -> tuple[int, Known] | None:
    """The gazetteer's longest name at a token, as (last token, what it is)."""
    token = tokens[index]
    if not token.text[0].isupper():
        return None
    hit = known_at(text, token.start, token.text)
    if hit is None:
        return None
    end = token.start + len(hit[0])
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].start < end:
        last += 1
    if tokens[last].end < end or not _credible(tokens, index, last, hit[1]):
        return None
    return last, hit[1]


def _credible(tokens: Sequence[Token], first: int, last: int, known: Known) -> bool:
    """An outlet named by one common word ("Time", "Metro") is taken only where the tagger saw a name of the kind; a platform is no common word."""
    if known.kind != "outlet" or last > first:
        return True
    token = tokens[first]
    if known.name.startswith("The "):
        return first > 0 and tokens[first - 1].text in {"The", "the"}
    if len(token.text) > 2 and (token.text.isupper() or channel_word("platform", token.text) is not None):
        return True
    return token.entity in {"ORG", "WORK_OF_ART", "PRODUCT"} and token.tag.startswith("NNP")


def _kind(token: Token) -> PieceKind:
    word = token.text
    if not word[0].isupper() or token.pos == "DET":
        return "plain" if word.lower() in SUFFIXES or is_syllable(token) or word.isdigit() else "join"
    known = titles().get(word.lower()) if not (is_body_in_name(word) or is_given_name(token)) else None
    return "title" if known is not None and (known.person or known.kinds & {"portfolio", "status"}) else "plain"


def _settle(tokens: Sequence[Token], pieces: list[Piece]) -> list[Piece]:
    """Pieces with words of title turned into plain words where they belong to a name ("Justice Department", "Larry King")."""
    settled: list[Piece] = []
    index = 0
    while index < len(pieces):
        if pieces[index].kind != "title":
            settled.append(pieces[index])
            index += 1
            continue
        end = _title_end(pieces, index)
        surname = _ends_in_name(tokens, pieces, index, end)
        end -= surname
        kind: PieceKind = "title" if _is_title(tokens, settled, pieces, index, end) else "plain"
        settled.extend(Piece(kind if piece.kind == "title" else piece.kind, piece.first, piece.last) for piece in pieces[index:end])
        if surname:
            settled.append(Piece("plain", pieces[end].first, pieces[end].last))
        index = end + surname
    return settled


def _ends_in_name(tokens: Sequence[Token], pieces: Sequence[Piece], first: int, end: int) -> bool:
    """Whether the last word of title is a surname after a form of address: "Mr. King"."""
    if end < len(pieces) or end - first < 2 or pieces[end - 2].kind != "title":
        return False
    before, word = (
        titles().get(tokens[pieces[end - 2].first].text.lower()),
        titles().get(tokens[pieces[end - 1].first].text.lower()),
    )
    return before is not None and before.kinds == {"honorific"} and word is not None and "honorific" not in word.kinds


def _title_end(pieces: Sequence[Piece], index: int) -> int:
    """Where a sequence of words of title ends: "Secretary of State" is one."""
    end = index + 1
    while end < len(pieces):
        if pieces[end].kind == "title":
            end += 1
        elif pieces[end].kind == "join" and end + 1 < len(pieces) and pieces[end + 1].kind == "title":
            end += 2
        else:
            break
    return end


def _is_title(tokens: Sequence[Token], before: Sequence[Piece], pieces: Sequence[Piece], first: int, end: int) -> bool:
    words = [titles().get(tokens[piece.first].text.lower()) for piece in pieces[first:end] if piece.kind == "title"]
    if not any(word is not None and word.person for word in words):
        return False
    if any(word is not None and word.word in STRONG for word in words):
        return not _is_body_noun(tokens, pieces, end)
    if _is_body_noun(tokens, pieces, end) or _inside_person(tokens, before, pieces, first, end):
        return False
    if before and before[-1].kind != "title" and end == len(pieces) == first + 1 and ends_name(tokens, pieces[first].first):
        return before[-1].known is not None and not _is_of_outlet(tokens, before[-1], pieces[first].first)
    following = pieces[end] if end < len(pieces) and pieces[end].kind == "plain" else None
    return following is None or not is_one_whole(tokens, pieces[first].first, following.first)


def _is_of_outlet(tokens: Sequence[Token], piece: Piece, index: int) -> bool:
    """Whether the tagger goes on with what was taken for an outlet: "the National | Guard"."""
    return piece.known is not None and piece.known.kind == "outlet" and _same_entity(tokens, piece.last, index)


def _is_body_noun(tokens: Sequence[Token], pieces: Sequence[Piece], end: int) -> bool:
    """Whether a noun for a body follows: "Justice Department", "Teachers' Union"."""
    if end < len(pieces) and tokens[pieces[end].first].text in {"'", "’"}:
        end += 1
    if end >= len(pieces) or pieces[end].kind != "plain":
        return False
    word = titles().get(tokens[pieces[end].first].text.lower())
    return word is not None and "body" in word.kinds


def _inside_person(tokens: Sequence[Token], before: Sequence[Piece], pieces: Sequence[Piece], first: int, end: int) -> bool:
    """Whether a word of title ends a person's name: "Larry King", "Martin Luther King Jr."."""
    if not before or before[-1].kind != "plain" or before[-1].last + 1 != pieces[first].first or end - first > 1:
        return False
    if end < len(pieces) and pieces[end].kind == "plain" and tokens[pieces[end].first].text.lower() not in SUFFIXES:
        return False
    token = tokens[pieces[first].first]
    given = tokens[before[-1].first].text in given_names()
    return (token.entity == "PERSON" and not token.begins_entity) or (given and token.entity != "ORG")


def _groups(tokens: Sequence[Token], pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Sequences of pieces that make one name each; words of title and stray joining words part them."""
    group: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "title":
            yield from _ended(group)
            group = []
        elif not group or _belongs(tokens, group, piece, pieces[index + 1 :]):
            group.append(piece)
        else:
            yield from _ended(group)
            group = [piece]
    yield from _ended(group)


def _ended(group: list[Piece]) -> Iterator[list[Piece]]:
    while group and group[-1].kind == "join":
        group = group[:-1]
    while group and group[0].kind == "join":
        group = group[1:]
    if group:
        yield group


def _belongs(tokens: Sequence[Token], group: Sequence[Piece], piece: Piece, rest: Sequence[Piece]) -> bool:
    """Whether a piece goes on the name begun by ``group``."""
    left = group[-1]
    if piece.kind == "join":
        return _join_belongs(tokens, group, piece, rest)
    if left.kind == "join":
        return piece.kind == "plain" or _same_entity(tokens, group[0].first, piece.first) or _is_body(tokens, group)
    if left.kind == "plain" and piece.kind == "plain":
        return tokens[left.last].entity not in NAMING or not begins_person(tokens, piece.first)
    if left.known is not None and left.known.kind == "adjective" and piece.known is not None and piece.known.kind == "body":
        return piece.known.country not in {None, left.known.country}
    return _same_entity(tokens, left.last, piece.first) or (left.kind == "known" and _body_ahead(tokens, piece, rest))


def _join_belongs(tokens: Sequence[Token], group: Sequence[Piece], piece: Piece, rest: Sequence[Piece]) -> bool:
    word = tokens[piece.first].text.lower()
    if not rest or rest[0].kind == "title" or ends_person(tokens, group[0].first, piece.first):
        return False
    if word in {"-", "&", "‑", "]"} or word in PARTICLES:
        return group[-1].kind == "plain" or _same_entity(tokens, group[-1].last, piece.first)
    if word == "and" and joins_matters(tokens, piece.first):
        return True
    if word == "in" and _is_where(tokens, group, rest):
        return False
    return _is_body(tokens, group) or _same_entity(tokens, group[0].first, piece.first)


def _is_where(tokens: Sequence[Token], before: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Whether "in" only says where a body is: "the White House in Washington"; an embassy is another in each state."""
    place = next((piece.known for piece in rest if piece.kind != "join"), None)
    sent = any(tokens[piece.first].text.lower() in MISSIONS for piece in before)
    return place is not None and place.kind in {"state", "capital", "place"} and not sent


def _same_entity(tokens: Sequence[Token], first: int, last: int) -> bool:
    label = tokens[first].entity
    if label not in WHOLES and label != "PERSON":
        return False
    return all(tokens[index].entity == label and not tokens[index].begins_entity for index in range(first + 1, last + 1))


def _is_body(tokens: Sequence[Token], group: Sequence[Piece]) -> bool:
    return any(is_body_word(tokens[index].text) for piece in group for index in range(piece.first, piece.last + 1))


def _body_ahead(tokens: Sequence[Token], piece: Piece, rest: Sequence[Piece]) -> bool:
    """Whether the words from ``piece`` on name a body: "Ministry of …", "Marine Corps", "Central Election Commission"."""
    for ahead in (piece, *rest):
        if ahead.kind not in {"plain", "join"}:
            return False
        if is_body_word(tokens[ahead.first].text):
            return True
    return False
