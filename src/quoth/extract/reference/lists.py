"""Lists of participants that speak as one: "France, the UK and the US"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.extract.reference.descriptions import TOLD
from quoth.extract.reference.placed import Placed, words_between
from quoth.records import Mention, Span
from quoth.syntax import Paragraph, Token

_SEAT = re.compile(r"[A-Z][a-z]{0,3}-[A-Z][\w.]*")
"""A party with a constituency."""
LONGEST_SEAT = 9
"""Tokens of a party and its constituency with its commas."""
HEADS = frozenset({"nsubj", "nsubjpass", "pobj", "conj", "appos"})
"""Parts of a sentence in which a list is one participant."""


def find_lists(paragraph: Paragraph, placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lists among the mentions of a paragraph (in order, the wider first), each with its members' places."""
    index = 0
    while index < len(placed):
        chain = _chain(paragraph, placed, index)
        members = {id(one.participant) for one in chain}
        if len(members) > 1 and _is_one(paragraph, paragraph.tokens[leader(paragraph, chain).head]):
            yield chain
        end = chain[-1].last if len(chain) > 1 else -1
        index += 1
        while index < len(placed) and placed[index].first <= end:
            index += 1


def _is_one(paragraph: Paragraph, token: Token) -> bool:
    """Whether a list that begins with a word is one participant: where it acts, where it is dealt with, and where it is told something."""
    told = token.dep in {"dobj", "dative"} and paragraph.tokens[token.head].lemma in TOLD
    return token.dep in HEADS or told


def _chain(paragraph: Paragraph, placed: Sequence[Placed], index: int) -> list[Placed]:
    """The longest list of places that begins at ``index``: parted by commas, the last by "and"."""
    chain, ended = [placed[index]], False
    first = paragraph.tokens[placed[index].head]
    end = placed[index].last
    beyond, seated = _end_with(paragraph, placed, index)
    heads = {first.index, first.head} if first.dep == "appos" else {first.index}
    for place, following in enumerate(placed[index + 1 :], index + 1):
        if following.first <= end or _is_aside(paragraph, following):
            continue
        if _is_apposition(paragraph, chain[-1], following):
            end = _end_of(paragraph, following)
            heads.add(following.head)
            continue
        start, token = _begin_of(paragraph, following, end)
        gap = _gap(paragraph.tokens[end + 1 : start])
        if not _joins(gap) and beyond > end:
            end = beyond
            if following.first <= end:
                continue
            start, token = _begin_of(paragraph, following, end)
            gap = _gap(paragraph.tokens[end + 1 : start])
        if not _joins(gap) or ended:
            break
        governing = heads | set(range(chain[-1].last + 1, start))
        joined = token.dep in {"conj", "appos"} and token.head in governing
        parted = seated and token.dep == "nsubj" and first.dep in {"appos", "nsubj"}
        if not joined and not parted and not _is_led(paragraph, chain[-1], following, start):
            break
        chain.append(following)
        end = following.last
        beyond, seated = _end_with(paragraph, placed, place)
        heads.add(following.head)
        ended = "and" in gap or "&" in gap
    return chain if ended else chain[:1]


def leader(paragraph: Paragraph, chain: Sequence[Placed]) -> Placed:
    """The member that a list's part in its sentence is read from: the first, or the last where the parser hangs the first on it."""
    return chain[-1] if paragraph.tokens[chain[0].head].dep == "nmod" else chain[0]


def _is_led(paragraph: Paragraph, one: Placed, following: Placed, start: int) -> bool:
    """Whether the parser hangs a person on the title or name of the one that "and" joins to them: "Vell and Council Leader Ann Lee"."""
    token = paragraph.tokens[one.head]
    people = (
        one.participant.kind == following.participant.kind == "person" and one.participant.named and following.participant.named
    )
    owned = any(word.text in {"'s", "’s"} for word in paragraph.tokens[one.last + 1 : following.first])
    return people and not owned and token.dep == "nmod" and start <= token.head <= following.last


def _is_aside(paragraph: Paragraph, one: Placed) -> bool:
    """Whether a mention stands alone in parentheses behind a name: "Halden Corp (HLDN.O)"."""
    before, behind = one.first - 1, one.last + 1
    tokens = paragraph.tokens
    return before >= 0 and behind < len(tokens) and tokens[before].text == "(" and tokens[behind].text == ")"


def _begin_of(paragraph: Paragraph, one: Placed, end: int) -> tuple[int, Token]:
    """Where a member of a list begins and the word that governs it, behind ``end``; with the noun that its name is said of: "Dolan and his
    deputy, Boris Tarn"."""
    token = paragraph.tokens[one.head]
    noun = paragraph.tokens[token.head]
    if token.dep == "appos" and end < noun.index < one.first:
        return paragraph.edges[noun.index][0], noun
    return one.first, token


def _is_apposition(paragraph: Paragraph, one: Placed, following: Placed) -> bool:
    """Whether words behind somebody's name say who it is: "Anna Reeve, head of the institute,"."""
    return following.participant is one.participant and paragraph.tokens[following.head].dep == "appos"


def _end_with(paragraph: Paragraph, placed: Sequence[Placed], index: int) -> tuple[int, bool]:
    """The last token of a member, and whether a party and its constituency stand there: of a named person with what tells more of them, "Ann Lee of
    Halden", "Reeve, who was there"."""
    one = placed[index]
    if one.participant.kind != "person" or not one.participant.named:
        return one.last, False
    seat = _end_of_seat(paragraph, one.last)
    if seat > one.last:
        return seat, True
    others = {at for other in placed if other.participant is not one.participant for at in range(other.first, other.last + 1)}
    apart = _and_of_another(paragraph, placed, index)
    if apart is not None:
        return apart - 1, False
    more = [child.index for child in paragraph.children(one.head, "prep", "relcl", "appos") if child.index > one.last]
    if not others.intersection(more):
        return _end_of(paragraph, one), False
    end = _end_before(paragraph, one)
    after = next((other for other in placed[index + 1 :] if other.first > end and not _is_aside(paragraph, other)), None)
    return (end if after is not None and after.participant.kind == "person" and after.participant.named else one.last), False


def _end_before(paragraph: Paragraph, one: Placed) -> int:
    """The last token of where a person is from, the next of the list being joined to the person: "Ann Lee *of Halden*, Bo Tarn of Westmere and …"."""
    link = _behind_aside(paragraph, one.last + 1)
    if link >= len(paragraph.tokens) or paragraph.tokens[link].text.lower() not in {"of", "from"}:
        return one.last
    if paragraph.tokens[link].head != one.head:
        return one.last
    end = paragraph.edges[link][1]
    parted = next((at for at in range(link, end + 1) if paragraph.tokens[at].text in {",", "and", "&"}), end + 1)
    return parted - 1 if link < parted - 1 else one.last


def _and_of_another(paragraph: Paragraph, placed: Sequence[Placed], index: int) -> int | None:
    """The "and" or comma between what a named person is of and the next person, whom the parser joins to that: "Ann Lee of the Star *and* Bo Tarn of the
    Post"."""
    one = placed[index]
    behind = _behind_aside(paragraph, one.last + 1)
    link = paragraph.tokens[behind] if behind < len(paragraph.tokens) else None
    if link is None or link.text.lower() not in {"of", "from"} or link.head != one.head:
        return None
    whose = next((other for other in placed[index + 1 :] if other.first > link.index), None)
    after = next((other for other in placed[index + 1 :] if whose is not None and other.first > whose.last), None)
    if whose is None or after is None or whose.participant.kind not in {"body", "outlet", "place", "state"}:
        return None
    person = after.participant.kind == "person" and after.participant.named and paragraph.tokens[after.head].head == whose.head
    gap = whose.last + 1
    return gap if person and _joins(_gap(paragraph.tokens[gap : after.first])) else None


def _behind_aside(paragraph: Paragraph, index: int) -> int:
    """The token behind what stands in parentheses from ``index`` on, else ``index``."""
    words = [token.text for token in paragraph.tokens[index : index + LONGEST_SEAT]]
    return index + words.index(")") + 1 if words[:1] == ["("] and ")" in words else index


def _end_of(paragraph: Paragraph, one: Placed) -> int:
    """The last token of a description with all that hangs on it, but for what it is joined to."""
    joined = [child.index for child in paragraph.children(one.head, "cc", "conj")]
    last = max(
        [one.last, *(paragraph.edges[child.index][1] for child in paragraph.children(one.head) if child.index not in joined)]
    )
    return last if not joined or last < joined[0] else joined[0] - 1


def _end_of_seat(paragraph: Paragraph, last: int) -> int:
    """The last token of a party and its constituency between commas behind a name that ends with ``last``: "Ann Lee, R-Maine, and"; else ``last``."""
    tokens = paragraph.tokens[last + 1 : last + 1 + LONGEST_SEAT]
    comma = next((at for at, token in enumerate(tokens[1:], 1) if token.text == ","), None)
    if comma is None or tokens[0].text != ",":
        return last
    return last + comma if _SEAT.fullmatch("".join(token.text for token in tokens[1:comma])) else last


def _joins(gap: Sequence[str]) -> bool:
    return bool(gap) and all(word in {",", "and", "&"} for word in gap)


def _gap(tokens: Sequence[Token]) -> list[str]:
    """The words between two mentions, articles and what stands in parentheses left out."""
    words: list[str] = []
    inside = False
    for token in tokens:
        inside = inside or token.text == "("
        if not inside and token.pos != "DET":
            words.append(token.text.lower())
        inside = inside and token.text != ")"
    return words


def extend(paragraph: Paragraph, placed: list[Placed], chain: Sequence[Placed]) -> None:
    """Let a description that ends in a list's first member reach over all of it: "counterparts in Arden and Ilmar"."""
    first, last = chain[0], chain[-1].last
    for index, one in enumerate(placed):
        if one is not first and not one.participant.named and one.first < first.first and one.last == first.last:
            placed[index] = replace(one, last=last)
            added = paragraph.span(first.last, last)
            more = words_between(paragraph, first.last + 1, last)
            joint = "" if more.startswith(",") else " "
            old = one.participant.mentions[-1]
            one.participant.mentions[-1] = Mention(Span(old.span.start, added.end), f"{old.text}{joint}{more}", old.form)
            one.participant.name = f"{one.participant.name}{joint}{more}"
            one.participant.country = None
